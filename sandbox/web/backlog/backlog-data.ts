import { type Board, readBoard } from '../jira/boards';
import { type Issue, readBacklogIssues, readSprintIssues } from '../jira/issues';
import { readMayManageSprints, readSprints, type Sprint } from '../jira/sprints';

export interface BacklogData {
  board: Board;
  /** Active and future sprints in the board's order, with what is in them. */
  sprints: { sprint: Sprint; issues: Issue[] }[];
  backlog: Issue[];
  /** Only read for a board that has no open sprint; newest first. */
  closedSprints: Sprint[];
  mayManageSprints: boolean;
}

export async function readBacklog(boardId: number): Promise<BacklogData> {
  const board = await readBoard(boardId);
  const [open, backlog, mayManageSprints] = await Promise.all([
    readSprints(board, ['active', 'future']),
    readBacklogIssues(boardId),
    readMayManageSprints(),
  ]);
  const [sprints, closed] = await Promise.all([
    Promise.all(open.map(async (sprint) => ({ sprint, issues: await readSprintIssues(boardId, sprint.id) }))),
    open.length === 0 ? readSprints(board, ['closed']) : [],
  ]);
  return { board, sprints, backlog, closedSprints: closed.reverse(), mayManageSprints };
}
