import { allSettled } from '../../all-settled';
import type { Value } from '../../contract';
import { dateAt } from '../../estimation/half-days';
import type { Board } from '../../jira/boards';
import type { JiraSession } from '../../jira/session';
import { readLastClosedSprints, readSprints, type Sprint } from '../../jira/sprints';
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
import { peoplesCapacity, worksHereOn } from './sprint-capacity';

type TeamPage = Value<'openTeam'>;

export interface TeamPlace {
  boardId?: number | undefined;
  projectKey?: string | undefined;
  sprintId?: number | undefined;
}

/** Who looks at a team, and when. */
export interface TeamReader {
  /** Account id: reasons of time off are for the team and for who plans. */
  accountId: string;
  /** IANA name; a team that has none of its own is shown in it. */
  timeZone: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Everything that was read about a board's team, before anything is worked out. */
export interface GatheredTeam {
  board: Board;
  team: Team;
  settings: Settings;
  /** The open ones in Jira's order, then the last closed ones, newest first. */
  sprints: Sprint[];
  sprint: Sprint | null;
  plan: Plan | null;
  hoursPerDay: number;
  mayChange: boolean;
}

/** Of closed sprints, these are looked back at; any other can be asked for by its id. */
const mostClosed = 6;

/**
 * Reads a board's team, for who may see the board.
 *
 * @throws Problem `board.unknown`, `board.none`, `board.no-sprints`, `sprint.unknown`, or when something could not be read
 */
export async function gatherTeam(jira: JiraSession, place: TeamPlace): Promise<GatheredTeam> {
  const board = await findBoard(jira, place);
  const [team, settings, open, closed, timeTracking, rights] = await allSettled([
    readTeam(board.id),
    readSettings(board.id),
    readSprints(jira, board.id, ['active', 'future']),
    readLastClosedSprints(jira, board.id, mostClosed),
    readTimeTracking(jira),
    rightsOnBoard(jira, board),
  ]);
  const sprints = [...open, ...closed.reverse()];
  const sprint = await findSprint(jira, board, sprints, place.sprintId);
  const plan = sprint === null ? null : await readPlan(board.id, sprint.id);
  const { hoursPerDay } = timeTracking;
  return { board, team, settings, sprints, sprint, plan, hoursPerDay, mayChange: mayPlan(rights, settings) };
}

/** The sprint that was asked for, open or closed, or the one to open; null when the board has none. */
async function findSprint(
  jira: JiraSession,
  { id: boardId, name }: Board,
  listed: readonly Sprint[],
  sprintId: number | undefined,
): Promise<Sprint | null> {
  if (sprintId === undefined) return chooseSprint(listed);
  const isAsked = ({ id }: Sprint): boolean => id === sprintId;
  const sprint = listed.find(isAsked) ?? (await readSprints(jira, boardId, ['closed'])).find(isAsked);
  if (sprint !== undefined) return sprint;
  throw new Problem('sprint.unknown', `${name} has no sprint ${String(sprintId)}. Choose one of its sprints.`);
}

/**
 * The team of a board, with what its people can give to a sprint.
 *
 * @throws Problem as {@link gatherTeam}
 */
export async function openTeam(jira: JiraSession, place: TeamPlace, reader: TeamReader): Promise<TeamPage> {
  const gathered = await gatherTeam(jira, place);
  const { board, team, settings, sprints, sprint, plan, hoursPerDay, mayChange } = gathered;
  const timeZone = team.timeZone ?? knownTimeZone(reader.timeZone);
  const today = dateAt(new Date(reader.at).toISOString(), timeZone);
  const [names, elsewhere] = await allSettled([
    namesOf(jira, accountsOf(gathered)),
    sharesElsewhere(
      board.id,
      team.people.map(({ accountId }) => accountId),
      today,
    ),
  ]);
  const nameOf = (accountId: string): string | null => names.get(accountId) ?? null;
  const isOfTeam = team.people.some((person) => person.accountId === reader.accountId && worksHereOn(person, today));
  const maySee = ({ accountId }: StoredTimeOff): boolean => mayChange || isOfTeam || accountId === reader.accountId;
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
    timeOff: team.timeOff.map((entry) => ({ ...entry, reason: maySee(entry) ? entry.reason : null })),
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
            by: note?.by == null ? null : nameOf(note.by),
            at: note?.at ?? null,
          },
    changedSinceStart: changesSinceStart(team, plan ?? {}, sprint, timeZone).map(({ at, by, what, about }) => ({
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
 * How much of their time these people have on all other boards together on a date, in percent. Only the sum is told: the
 * boards may not be this user's to see.
 */
async function sharesElsewhere(
  boardId: number,
  accountIds: readonly string[],
  date: string,
): Promise<ReadonlyMap<string, number>> {
  const shares = new Map<string, number>(accountIds.map((accountId) => [accountId, 0]));
  if (accountIds.length === 0) return shares;
  const others = (await boardsWithTeam()).filter((id) => id !== boardId);
  for (const { people } of await allSettled(others.map(readTeamIfReadable))) {
    for (const person of people.filter((each) => worksHereOn(each, date))) {
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
