import { allSettled } from '../../all-settled';
import type { Value } from '../../contract';
import type { Board } from '../../jira/boards';
import type { JiraSession } from '../../jira/session';
import { readSprints, type Sprint } from '../../jira/sprints';
import { readTimeTracking } from '../../jira/time-tracking';
import { Problem } from '../../problem';
import { type Plan, readPlan } from '../../storage/plans';
import { readSettings, type Settings } from '../../storage/settings';
import { boardsWithTeam, noTeam, readTeam, type StoredTimeOff, type Team } from '../../storage/teams';
import { chooseSprint } from '../choose-sprint';
import { findBoard } from '../find-board';
import { mayPlan, rightsOnBoard } from '../may-edit-board';
import { knownTimeZone } from './change-team';
import { changesSinceStart } from './changes-since-start';
import { namesOf } from '../names-of';
import { peoplesCapacity, worksHere } from './sprint-capacity';

type TeamPage = Value<'openTeam'>;

export interface TeamPlace {
  boardId?: number | undefined;
  projectKey?: string | undefined;
  sprintId?: number | undefined;
}

/** Everything that was read about a board's team, before anything is worked out. */
export interface GatheredTeam {
  board: Board;
  team: Team;
  settings: Settings;
  sprints: Sprint[];
  sprint: Sprint | null;
  plan: Plan | null;
  hoursPerDay: number;
  mayChange: boolean;
}

/**
 * Reads a board's team, for who may see the board.
 *
 * @throws Problem `board.unknown`, `board.none`, `board.no-sprints`, `sprint.unknown`, or when something could not be read
 */
export async function gatherTeam(jira: JiraSession, place: TeamPlace): Promise<GatheredTeam> {
  const board = await findBoard(jira, place);
  const [team, settings, sprints, timeTracking, rights] = await allSettled([
    readTeam(board.id),
    readSettings(board.id),
    readSprints(jira, board.id, ['active', 'future']),
    readTimeTracking(jira),
    rightsOnBoard(jira, board),
  ]);
  const sprint = await findSprint(jira, board, sprints, place.sprintId);
  const plan = sprint === null ? null : await readPlan(board.id, sprint.id);
  const { hoursPerDay } = timeTracking;
  return { board, team, settings, sprints, sprint, plan, hoursPerDay, mayChange: mayPlan(rights, settings) };
}

/** The sprint that was asked for, open or closed, or the one to open; null when the board has none. */
async function findSprint(
  jira: JiraSession,
  { id: boardId, name }: Board,
  open: readonly Sprint[],
  sprintId: number | undefined,
): Promise<Sprint | null> {
  if (sprintId === undefined) return chooseSprint(open);
  const isAsked = ({ id }: Sprint): boolean => id === sprintId;
  const sprint = open.find(isAsked) ?? (await readSprints(jira, boardId, ['closed'])).find(isAsked);
  if (sprint !== undefined) return sprint;
  throw new Problem('sprint.unknown', `${name} has no sprint ${String(sprintId)}. Choose one of its sprints.`);
}

/**
 * The team of a board, with what its people can give to a sprint.
 *
 * @param user account id of the acting user: reasons of time off are for the team and for who plans
 * @throws Problem as {@link gatherTeam}
 */
export async function openTeam(
  jira: JiraSession,
  place: TeamPlace,
  user: string,
  userTimeZone: string,
): Promise<TeamPage> {
  const gathered = await gatherTeam(jira, place);
  const { board, team, settings, sprints, sprint, plan, hoursPerDay, mayChange } = gathered;
  const [names, elsewhere] = await allSettled([
    namesOf(jira, accountsOf(gathered)),
    sharesElsewhere(
      board.id,
      team.people.map(({ accountId }) => accountId),
    ),
  ]);
  const nameOf = (accountId: string): string | null => names.get(accountId) ?? null;
  const isOfTeam = team.people.some((person) => person.accountId === user && worksHere(person));
  const maySee = ({ accountId }: StoredTimeOff): boolean => mayChange || isOfTeam || accountId === user;
  const timeZone = team.timeZone ?? knownTimeZone(userTimeZone);
  return {
    board: { id: board.id, name: board.name, projectKey: board.projectKey },
    revision: team.revision,
    timeZone,
    people: team.people.map((person) => ({
      ...person,
      name: nameOf(person.accountId),
      shareElsewhere: elsewhere.get(person.accountId) ?? 0,
    })),
    departments: team.departments,
    timeOff: team.timeOff.map((entry) => ({ ...entry, reason: maySee(entry) ? entry.reason : '' })),
    freeDays: team.freeDays,
    sprints: sprints.map(({ id, name, state }) => ({ id, name, state })),
    sprint: sprint === null ? null : capacityOf(team, sprint, plan, timeZone, nameOf),
    planRevision: plan?.revision ?? 0,
    capacityMode: settings.capacityMode,
    hoursPerDay,
    may: { change: mayChange },
  };
}

function capacityOf(
  team: Team,
  sprint: Sprint,
  plan: Plan | null,
  timeZone: string,
  nameOf: (accountId: string) => string | null,
): NonNullable<TeamPage['sprint']> {
  const { hours, why, people } = peoplesCapacity(team, sprint, timeZone);
  const own = plan?.capacityHours;
  const note = plan?.capacityNote;
  return {
    sprintId: sprint.id,
    hours,
    why,
    people: people.map((person) => ({ ...person, name: nameOf(person.accountId) })),
    departments: team.departments,
    override:
      own === undefined
        ? null
        : {
            hours: own,
            reason: note?.reason ?? '',
            by: note === undefined ? null : nameOf(note.by),
            at: note?.at ?? null,
          },
    changedSinceStart: changesSinceStart(team, note, sprint).map(({ at, by, what, about }) => ({
      at,
      by: by === null ? null : nameOf(by),
      what,
      about: about === null ? null : { accountId: about, name: nameOf(about) },
    })),
  };
}

/** Everybody whose name is shown. */
function accountsOf({ team, plan }: GatheredTeam): string[] {
  const changers = team.changes.flatMap(({ by, accountId }) => [by, accountId]);
  const people = team.people.map(({ accountId }) => accountId);
  return [...people, plan?.capacityNote?.by ?? null, ...changers].filter((accountId) => accountId !== null);
}

/**
 * How much of their time these people have on all other boards together, in percent. Only the sum is told: the boards may
 * not be this user's to see.
 */
async function sharesElsewhere(boardId: number, accountIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const shares = new Map<string, number>(accountIds.map((accountId) => [accountId, 0]));
  if (accountIds.length === 0) return shares;
  const others = (await boardsWithTeam()).filter((id) => id !== boardId);
  for (const { people } of await allSettled(others.map(readTeamIfReadable))) {
    for (const person of people.filter(worksHere)) {
      const sum = shares.get(person.accountId);
      if (sum !== undefined) shares.set(person.accountId, sum + person.share);
    }
  }
  return shares;
}

/** What is wrong with another board's team must not stop this one. */
async function readTeamIfReadable(boardId: number): Promise<Team> {
  try {
    return await readTeam(boardId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage.unreadable') return noTeam;
    throw error;
  }
}
