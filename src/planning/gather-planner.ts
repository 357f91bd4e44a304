import { allSettled } from '../all-settled';
import type { PlannerSprint } from '../contract';
import { mostIssuesInAPlan } from '../estimation/bounds';
import { type Board, readBoard, readBoards, readEstimationField } from '../jira/boards';
import { type Issue, readIssuesById, readSprintIssues } from '../jira/issues';
import type { JiraSession } from '../jira/session';
import { readSprints } from '../jira/sprints';
import { readTimeTracking } from '../jira/time-tracking';
import { Problem } from '../problem';
import { type Applied, readApplied } from '../storage/applied';
import { readConfidences } from '../storage/confidences';
import { type Plan, readPlan } from '../storage/plans';
import { readSettings } from '../storage/settings';
import { chooseSprint } from './choose-sprint';
import { isPlannable } from './make-item';
import type { Gathered } from './make-planner';
import { mayEditBoard } from './may-edit-board';

export interface PlannerRequest {
  boardId?: number | undefined;
  sprintId?: number | undefined;
  changedIssues?: readonly string[] | undefined;
  /** Issues that somebody now wants in the plan, besides those that are stored. */
  pulled?: readonly string[] | undefined;
}

/**
 * Reads everything that the planner of one sprint is made of: Jira as the user, and storage only for the board, sprint
 * and issues that Jira has just let this user see.
 *
 * @throws Problem when the board or sprint is unknown to the user, or something could not be read
 */
export async function gatherPlanner(
  jira: JiraSession,
  request: PlannerRequest,
): Promise<{ gathered: Gathered; plan: Plan }> {
  const boardId = request.boardId ?? (await firstPlannableBoard(jira)).id;
  const board = await readBoard(jira, boardId);
  if (board.type === 'kanban')
    throw new Problem(
      'board.no-sprints',
      `${board.name} is a kanban board and has no sprints to plan. Open PlanPrism from a scrum board.`,
    );
  const [estimation, open, timeTracking] = await allSettled([
    readEstimationField(jira, board.id),
    readSprints(jira, board.id, ['active', 'future']),
    readTimeTracking(jira),
  ]);
  const issuesOf = (sprint: PlannerSprint): Promise<Issue[]> =>
    readSprintIssues(jira, board.id, sprint.id, estimation, request.changedIssues);
  const { sprints, sprint, read } = await findSprint(jira, board, open, request.sprintId, issuesOf);

  const [issues, settings, plan, record] = await allSettled([
    read === null ? issuesOf(sprint) : Promise.resolve(read),
    readSettings(board.id),
    readPlan(board.id, sprint.id),
    readAppliedIfReadable(board.id, sprint.id),
  ]);
  const inSprint = new Set(issues.map(({ id }) => id));
  const pulledIds = [...new Set([...(plan.pulled ?? []), ...(request.pulled ?? [])])].filter((id) => !inSprint.has(id));
  const planned = issues.length + pulledIds.length;
  if (planned > mostIssuesInAPlan) {
    throw new Problem(
      'sprint.too-large',
      `${sprint.name} has ${String(planned)} issues; PlanPrism plans up to ${String(mostIssuesInAPlan)}. Move what is not planned yet back to the backlog.`,
    );
  }
  const [mayEdit, confidences, found] = await allSettled([
    mayEditBoard(jira, board, issues[0]?.id),
    readConfidences([...inSprint, ...pulledIds]),
    readIssuesById(jira, pulledIds, estimation),
  ]);
  const pulled = found.filter(({ type }) => isPlannable(type.kind));
  const applied =
    record === null ? null : { at: record.at, by: record.by, in: record.in.length, out: record.out.length };
  return {
    gathered: { board, sprints, sprint, issues, pulled, confidences, settings, timeTracking, mayEdit, applied },
    plan,
  };
}

/** What cannot be read cannot be taken back; that is no reason not to plan. Applying refuses to write over it. */
async function readAppliedIfReadable(boardId: number, sprintId: number): Promise<Applied | null> {
  try {
    return await readApplied(boardId, sprintId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage.unreadable') return null;
    throw error;
  }
}

/** A thousand boards without a sprint on any: it is time to ask. */
const mostBoardPages = 20;

async function firstPlannableBoard(jira: JiraSession): Promise<Board> {
  for (let next: number | null = 0, pages = 0; next !== null && pages < mostBoardPages; pages += 1) {
    const page: { boards: Board[]; next: number | null } = await readBoards(jira, next);
    const board = page.boards.find(({ type }) => type !== 'kanban');
    if (board !== undefined) return board;
    next = page.next;
  }
  throw new Problem(
    'board.none',
    'You cannot see any board that plans in sprints. Ask a project admin for access, or create a scrum board.',
  );
}

/**
 * The sprint that was asked for, or the one to open. A board whose sprints are all closed is between two sprints: its
 * closed ones can be looked at, newest first, and the newest that holds issues opens.
 */
async function findSprint(
  jira: JiraSession,
  board: Board,
  open: PlannerSprint[],
  sprintId: number | undefined,
  issuesOf: (sprint: PlannerSprint) => Promise<Issue[]>,
): Promise<{ sprints: PlannerSprint[]; sprint: PlannerSprint; read: Issue[] | null }> {
  const wanted = sprintId === undefined ? chooseSprint(open) : open.find(({ id }) => id === sprintId);
  if (wanted !== undefined && wanted !== null) return { sprints: open, sprint: wanted, read: null };

  const closed = (await readSprints(jira, board.id, ['closed'])).reverse();
  if (sprintId !== undefined) {
    const sprint = closed.find(({ id }) => id === sprintId);
    if (sprint === undefined) throw unknownSprint(board, sprintId, [...open, ...closed]);
    return { sprints: open.length > 0 ? [...open, sprint] : closed, sprint, read: null };
  }
  const newest = await newestWithIssues(closed, issuesOf);
  if (newest === null) {
    throw new Problem(
      'sprint.none',
      `${board.name} has no sprint yet. Create one in the backlog, then open PlanPrism again.`,
    );
  }
  return { sprints: closed, ...newest };
}

/** After the newest, which nearly always has issues, as many at once as the session allows. */
const closedSprintsAtOnce = 8;

async function newestWithIssues(
  closed: readonly PlannerSprint[],
  issuesOf: (sprint: PlannerSprint) => Promise<Issue[]>,
): Promise<{ sprint: PlannerSprint; read: Issue[] } | null> {
  const [newest] = closed;
  if (newest === undefined) return null;
  for (let start = 0, size = 1; start < closed.length; start += size, size = closedSprintsAtOnce) {
    const found = await allSettled(
      closed.slice(start, start + size).map(async (sprint) => ({ sprint, read: await issuesOf(sprint) })),
    );
    const withIssues = found.find(({ read }) => read.length > 0);
    if (withIssues !== undefined) return withIssues;
  }
  return { sprint: newest, read: [] };
}

function unknownSprint(board: Board, sprintId: number, known: readonly PlannerSprint[]): Problem {
  const names = known.slice(0, 3).map(({ name, id }) => `${name} (${String(id)})`);
  const hint =
    names.length === 0
      ? 'It has no sprint that you may see.'
      : `Choose one of its sprints, such as ${names.join(', ')}.`;
  return new Problem('sprint.unknown', `${board.name} has no sprint ${String(sprintId)}. ${hint}`);
}
