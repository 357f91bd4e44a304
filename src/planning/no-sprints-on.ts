import type { Board } from '../jira/boards';
import type { JiraSession } from '../jira/session';
import { type BoardName, Problem } from '../problem';
import { sprintBoards } from './sprint-boards';

/** More are no list to choose from beside a sentence. */
const mostNamed = 5;

/** Why a kanban board cannot be planned on, with the boards beside it that can. */
export async function noSprintsOn(jira: JiraSession, { name, projectKey }: Board): Promise<Problem> {
  return new Problem(
    'board.no-sprints',
    `${name} is a kanban board and has no sprints to plan. Open PlanPrism from a scrum board.`,
    { boards: projectKey === null ? [] : await boardsBeside(jira, projectKey) },
  );
}

/** Without an answer there are none to name, and the reason is told all the same. */
async function boardsBeside(jira: JiraSession, projectKey: string): Promise<BoardName[]> {
  const boards: BoardName[] = [];
  try {
    for await (const { id, name } of sprintBoards(jira, projectKey)) {
      if (boards.push({ id, name }) === mostNamed) break;
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  return boards;
}
