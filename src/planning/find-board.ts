import { type Board, noBoardsIn, readBoard, readBoards } from '../jira/boards';
import type { JiraSession } from '../jira/session';
import { Problem } from '../problem';
import { noSprintsOn } from './no-sprints-on';

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
  const board = asked === null || isElsewhere ? await firstPlannableBoard(jira, projectKey ?? null) : asked;
  if (board.type === 'kanban') throw await noSprintsOn(jira, board);
  return board;
}

/** A thousand boards without a sprint on any: it is time to ask. */
const mostBoardPages = 20;

async function firstPlannableBoard(jira: JiraSession, projectKey: string | null): Promise<Board> {
  for (let next: number | null = 0, pages = 0; next !== null && pages < mostBoardPages; pages += 1) {
    const page: { boards: Board[]; next: number | null } = await readBoards(jira, next, projectKey);
    const board = page.boards.find(({ type }) => type !== 'kanban');
    if (board !== undefined) return board;
    next = page.next;
  }
  throw projectKey === null
    ? new Problem(
        'board.none',
        'You cannot see any board that plans in sprints. Ask a project admin for access, or create a scrum board.',
      )
    : noBoardsIn(projectKey);
}
