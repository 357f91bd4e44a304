import { allSettled } from '../../all-settled';
import type { Value } from '../../contract';
import type { Board } from '../../jira/boards';
import { readAllNames } from '../../jira/people';
import type { JiraSession } from '../../jira/session';
import { readSprints, type Sprint } from '../../jira/sprints';
import { readTimeTracking } from '../../jira/time-tracking';
import { Problem } from '../../problem';
import { type Plan, readPlan } from '../../storage/plans';
import { readSettings, type Settings } from '../../storage/settings';
import { boardsWithTeam, readTeam, type Team } from '../../storage/teams';
import { chooseSprint } from '../choose-sprint';
import { findBoard } from '../find-board';
import { mayPlan, rightsOnBoard } from '../may-edit-board';
import { peoplesCapacity } from './sprint-capacity';

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
  const sprint = place.sprintId === undefined ? chooseSprint(sprints) : sprints.find(({ id }) => id === place.sprintId);
  if (sprint === undefined)
    throw new Problem('sprint.unknown', `${board.name} has no open sprint ${String(place.sprintId)}.`);
  const plan = sprint === null ? null : await readPlan(board.id, sprint.id);
  const { hoursPerDay } = timeTracking;
  return { board, team, settings, sprints, sprint, plan, hoursPerDay, mayChange: mayPlan(rights, settings) };
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
    namesIfReadable(jira, gathered),
    sharesElsewhere(
      board.id,
      team.people.map(({ accountId }) => accountId),
    ),
  ]);
  const nameOf = (accountId: string): string | null => names.get(accountId) ?? null;
  const isOfTeam = team.people.some(({ accountId }) => accountId === user);
  const timeZone = team.timeZone ?? userTimeZone;
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
    timeOff: team.timeOff.map((entry) => ({ ...entry, reason: mayChange || isOfTeam ? entry.reason : '' })),
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
            by: note === undefined ? null : (nameOf(note.by) ?? note.by),
            at: note?.at ?? null,
          },
    changedSinceStart: changedSince(team, plan, sprint, nameOf),
  };
}

/** What was changed after the sprint had started, newest first: the promise was made without it. */
function changedSince(
  team: Team,
  plan: Plan | null,
  { state, startDate }: Sprint,
  nameOf: (accountId: string) => string | null,
): NonNullable<TeamPage['sprint']>['changedSinceStart'] {
  if (state === 'future' || startDate === undefined) return [];
  const start = Date.parse(startDate);
  const note = plan?.capacityNote;
  const changes = team.changes.map(({ at, by, what, accountId }) => ({ at, by, what, about: accountId }));
  return [...changes, ...(note === undefined ? [] : [{ ...note, what: 'override' as const, about: null }])]
    .filter(({ at }) => Date.parse(at) > start)
    .sort((one, other) => other.at.localeCompare(one.at))
    .map(({ at, by, what, about }) => ({
      at,
      by: nameOf(by),
      what,
      about: about === null ? null : (nameOf(about) ?? about),
    }));
}

/** Names are a comfort: without them the account ids are shown. */
async function namesIfReadable(jira: JiraSession, { team, plan }: GatheredTeam): Promise<ReadonlyMap<string, string>> {
  const note = plan?.capacityNote;
  const people = team.people.map(({ accountId }) => accountId);
  const changers = team.changes.map(({ by }) => by);
  try {
    return await readAllNames(jira, [...people, ...changers, ...(note === undefined ? [] : [note.by])]);
  } catch (error) {
    if (error instanceof Problem) return new Map();
    throw error;
  }
}

/**
 * How much of their time these people have on all other boards together, in percent. Only the sum is told: the boards may
 * not be this user's to see.
 */
async function sharesElsewhere(boardId: number, accountIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const shares = new Map<string, number>(accountIds.map((accountId) => [accountId, 0]));
  if (accountIds.length === 0) return shares;
  const others = (await boardsWithTeam()).filter((id) => id !== boardId);
  for (const { people } of await allSettled(others.map(readTeam))) {
    for (const { accountId, share, status } of people) {
      const sum = shares.get(accountId);
      if (sum !== undefined && (status === 'active' || status === 'probation')) shares.set(accountId, sum + share);
    }
  }
  return shares;
}
