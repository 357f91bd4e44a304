import { type Board, noBoardsIn, readBoard } from '../jira/boards';
import type { JiraSession } from '../jira/session';
import { Problem } from '../problem';
import { noSprintsOn } from './no-sprints-on';
import { sprintBoards } from './sprint-boards';

/**
 * The board that was asked for; without one, or when it is the project's kanban board, the first of the project, or of all,
 * that plans in sprints.
 *
 * @throws Problem `board.unknown`, `board.no-sprints` for a kanban board, or `board.none`
 */
export async function findBoard(
  jira: JiraSession,
  { boardId, projectKey }: { boardId?: number | undefined; projectKey?: string | undefined },
): Promise<Board> {
  const asked = boardId === undefined ? null : await readBoard(jira, boardId);
  // A project may show its kanban board first and plan its sprints on another.
  const isElsewhere = asked?.type === 'kanban' && projectKey !== undefined;
  const board = asked === null || isElsewhere ? await firstSprintBoard(jira, projectKey ?? null) : asked;
  if (board.type === 'kanban') throw await noSprintsOn(jira, board);
  return board;
}

async function firstSprintBoard(jira: JiraSession, projectKey: string | null): Promise<Board> {
  for await (const board of sprintBoards(jira, projectKey)) return board;
  throw projectKey === null
    ? new Problem(
        'board.none',
        'You cannot see any board that plans in sprints. Ask a project admin for access, or create a scrum board.',
      )
    : noBoardsIn(projectKey);
}
