import type { ParsedPayload, Value } from '../../contract';
import { readBoard } from '../../jira/boards';
import { findAssignable } from '../../jira/people';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';

/**
 * People to add to a board's team: whom Jira lets this user assign issues of its project to.
 *
 * @throws Problem `board.unknown`, or `team.no-project` for a board that lives at a person
 */
export async function findPeople(
  jira: JiraSession,
  { boardId, query }: ParsedPayload<'findPeople'>,
): Promise<Value<'findPeople'>> {
  const { name, projectKey } = await readBoard(jira, boardId);
  if (projectKey === null) {
    throw new Problem(
      'team.no-project',
      `${name} belongs to no project, so Jira cannot say who works there. Move the board to a project, or import people by their account ids.`,
    );
  }
  return findAssignable(jira, projectKey, query);
}
