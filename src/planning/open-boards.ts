import type { Value } from '../contract';
import type { JiraSession } from '../jira/session';
import { sprintBoards } from './sprint-boards';

/** More are no list to choose from. */
const mostBoards = 200;

/**
 * The boards that a project's page offers; none where there is no project.
 *
 * @throws Problem `board.none`, or when they could not be read
 */
export async function openBoards(jira: JiraSession, projectKey: string | null): Promise<Value<'openBoards'>> {
  const boards: Value<'openBoards'>['boards'] = [];
  if (projectKey === null) return { boards };
  for await (const { id, name } of sprintBoards(jira, projectKey)) {
    if (boards.push({ id, name }) === mostBoards) break;
  }
  return { boards };
}
