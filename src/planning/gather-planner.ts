import { allSettled } from '../all-settled';
import type { PlannerSprint } from '../contract';
import { mostIssuesInAPlan } from '../estimation/bounds';
import { type Board, readEstimationField } from '../jira/boards';
import { type Issue, readIssuesById, readSprintIssues } from '../jira/issues';
import type { JiraSession } from '../jira/session';
import { readSprints } from '../jira/sprints';
import { readTimeTracking } from '../jira/time-tracking';
import { Problem } from '../problem';
import { type Applied, readApplied } from '../storage/applied';
import { type Commitment, readCommitment } from '../storage/commitments';
import { type Plan, readPlan } from '../storage/plans';
import { readSettings, type Settings } from '../storage/settings';
import { noTeam, readTeam, type Team } from '../storage/teams';
import { chooseSprint } from './choose-sprint';
import { findBoard } from './find-board';
import { confidencesOf } from './confidences-of';
import { type HoursSoFar, readHoursSoFar, readHoursSoFarIfReadable } from './learning/hours-so-far';
import { readCalibrationIfReadable } from './learning/learnt';
import { isPlannable, rowsOf } from './make-item';
import type { Gathered } from './make-planner';
import { mayPlan, rightsOnBoard } from './may-edit-board';
import { namesOf } from './names-of';
import { readPreviousCapacity } from './team/previous-capacity';
import { worksHere } from './team/sprint-capacity';

export interface PlannerRequest {
  boardId?: number | undefined;
  sprintId?: number | undefined;
  changedIssues?: readonly string[] | undefined;
  /** Issues that somebody now wants in the plan, besides those that are stored. */
  pulled?: readonly string[] | undefined;
  /** The project of the place, for who names no board. A hint only: Jira decides what the user may see. */
  projectKey?: string | undefined;
  /** Number fields to read besides the one that the board keeps confidences in, by id. */
  numbers?: readonly string[] | undefined;
  /** What issues took, where somebody asks how the plan would be with it. */
  actualSource?: Settings['actualSource'] | undefined;
  /**
   * The sprint is being started, even if Jira does not say so yet, and what is read will be kept: how long issues were in
   * progress must be known then.
   */
  starting?: true | undefined;
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
  const board = await findBoard(jira, request);
  const [estimation, open, timeTracking, settings] = await allSettled([
    readEstimationField(jira, board.id),
    readSprints(jira, board.id, ['active', 'future']),
    readTimeTracking(jira),
    readSettings(board.id),
  ]);
  const { confidenceField } = settings;
  const fields = {
    estimation,
    numbers: [...(confidenceField === null ? [] : [confidenceField]), ...(request.numbers ?? [])],
  };
  const issuesOf = (sprint: PlannerSprint): Promise<Issue[]> =>
    readSprintIssues(jira, board.id, sprint.id, fields, request.changedIssues);
  const { sprints, sprint, read } = await findSprint(jira, board, open, request.sprintId, issuesOf);

  const [issues, plan, record, team, previous, calibration, commitment] = await allSettled([
    read === null ? issuesOf(sprint) : Promise.resolve(read),
    readPlan(board.id, sprint.id),
    readAppliedIfReadable(board.id, sprint.id),
    readTeamFor(board.id, settings),
    settings.capacityMode === 'sprint' ? readPreviousCapacity(board.id, sprints, sprint) : Promise.resolve(null),
    readCalibrationIfReadable(board.id),
    sprint.state === 'active' ? readCommitmentIfReadable(board.id, sprint.id) : Promise.resolve(null),
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
  const hoursSoFar = async (pulled: readonly Issue[]): Promise<HoursSoFar | null> => {
    const counts = [settings.actualSource, request.actualSource].includes('inProgress');
    if (!counts || !(sprint.state === 'active' || request.starting)) return new Map();
    const read = request.starting ? readHoursSoFar : readHoursSoFarIfReadable;
    const days = { timeZone: team.timeZone ?? 'UTC', hoursPerDay: timeTracking.hoursPerDay };
    return read(jira, [...rowsOf(issues), ...pulled], sprint, days);
  };
  const [rights, confidences, { pulled, inProgress }, names] = await allSettled([
    // In the background there is nobody whose rights these would be, and nobody who reads names.
    jira.as === 'app' ? Promise.resolve(nobodysRights) : rightsOnBoard(jira, board, issues[0]?.id),
    confidencesOf([...inSprint, ...pulledIds], settings),
    readIssuesById(jira, pulledIds, fields).then(async (found) => {
      const pulled = found.filter(({ type }) => isPlannable(type.kind));
      return { pulled, inProgress: await hoursSoFar(pulled) };
    }),
    jira.as === 'app' ? Promise.resolve(new Map<string, string>()) : namesFor(jira, team, issues),
  ]);
  const applied =
    record === null
      ? null
      : { at: record.at, by: record.by ?? forgottenPerson, in: record.in.length, out: record.out.length };
  return {
    gathered: {
      board,
      estimation,
      sprints,
      sprint,
      issues,
      pulled,
      confidences,
      settings,
      timeTracking,
      team,
      names,
      previous,
      calibration,
      promised: commitment,
      inProgress,
      today: new Date(jira.pace.now()).toISOString().slice(0, 10),
      mayEdit: rights.edit,
      mayPlan: mayPlan(rights, settings),
      applied,
    },
    plan,
  };
}

/** Jira's own word for accounts that it does not know. */
const forgottenPerson = 'unknown';

const nobodysRights = { edit: false, manageSprints: false };

/** What cannot be read cannot be taken back; that is no reason not to plan. Applying refuses to write over it. */
async function readAppliedIfReadable(boardId: number, sprintId: number): Promise<Applied | null> {
  try {
    return await readApplied(boardId, sprintId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage.unreadable') return null;
    throw error;
  }
}

/** Without it all that was spent counts as this sprint's; that is no reason not to plan. */
async function readCommitmentIfReadable(boardId: number, sprintId: number): Promise<Commitment | null> {
  try {
    return await readCommitment(boardId, sprintId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage.unreadable') return null;
    throw error;
  }
}

/** Where the capacity does not come from the people, a team that cannot be read is no reason not to plan either. */
async function readTeamFor(boardId: number, { capacityMode }: Settings): Promise<Team> {
  try {
    return await readTeam(boardId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage.unreadable' && capacityMode !== 'team') return noTeam;
    throw error;
  }
}

/** The names of a team's people by account id: most of them are known from the issues, and Jira is asked for the others. */
async function namesFor(
  jira: JiraSession,
  { people }: Team,
  issues: readonly Issue[],
): Promise<ReadonlyMap<string, string>> {
  const known = new Map(
    issues.flatMap(({ assignee }) => (assignee === null ? [] : [[assignee.accountId, assignee.name] as const])),
  );
  const others = people.filter((person) => worksHere(person) && !known.has(person.accountId));
  return new Map([
    ...known,
    ...(await namesOf(
      jira,
      others.map(({ accountId }) => accountId),
    )),
  ]);
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
