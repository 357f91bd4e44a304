import { type Board, readBoards } from '../jira/boards';
import type { JiraSession } from '../jira/session';
import { type BoardName, Problem } from '../problem';

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

/** From the first page of them; without an answer there are none to name, and the reason is told all the same. */
async function boardsBeside(jira: JiraSession, projectKey: string): Promise<BoardName[]> {
  try {
    const { boards } = await readBoards(jira, 0, projectKey);
    return boards
      .filter(({ type }) => type !== 'kanban')
      .slice(0, mostNamed)
      .map(({ id, name }) => ({ id, name }));
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}
