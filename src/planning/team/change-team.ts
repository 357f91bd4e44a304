import type { ParsedPayload } from '../../contract';
import { departmentFault, departmentOn } from '../../estimation/departments';
import { Problem } from '../../problem';
import type { StoredPerson, StoredTimeOff, Team, TeamChange } from '../../storage/teams';

type Change = Pick<ParsedPayload<'saveTeam'>, 'people' | 'timeOff' | 'departments' | 'freeDays' | 'timeZone'>;

/** Any more would not be a team, and would not be read in time. */
const mostPeople = 5000;
const mostTimeOff = 10_000;
const endOfTime = '9999-12-31';
/** Departments and free days are stored in one value, with the list of changes: of 240 KiB at the most. */
const mostBytes = 200_000;
/** More than anybody looks back through. */
const changesKept = 100;

/**
 * The team after a change. Decides only; what is not named stays as it is.
 *
 * @param by account id of the acting user
 * @param at ISO 8601 instant
 * @param isImport it came from a file: one entry in the list of changes, not one for each row
 * @throws Problem `input.invalid` when departments are no tree, somebody is in one that does not exist, or it is too much
 */
export function changeTeam(team: Team, change: Change, by: string, at: string, isImport: boolean): Team {
  const people = merged(team.people, change.people, ({ accountId }) => accountId);
  const known = new Set(people.map(({ accountId }) => accountId));
  // Time off of somebody who is not of the team any more is nobody's business.
  const timeOff = merged(team.timeOff, change.timeOff, ({ id }) => id).filter(({ accountId }) => known.has(accountId));
  const departments = change.departments ?? team.departments;
  const freeDays = change.freeDays ?? team.freeDays;
  check(people, timeOff, departments, change.timeOff?.set ?? [], known);
  if (Buffer.byteLength(JSON.stringify([departments, freeDays])) > mostBytes)
    throw new Problem('input.invalid', 'These are too many departments and free days to store. Take old years out.');
  const done = isImport ? [{ what: 'import' as const, accountId: null }] : changesOf(change);
  const changes = [...done.map((each): TeamChange => ({ at, by, ...each })), ...team.changes].slice(0, changesKept);
  return {
    ...team,
    people,
    timeOff,
    departments,
    freeDays,
    timeZone: change.timeZone === undefined ? team.timeZone : knownTimeZone(change.timeZone),
    changes,
  };
}

function merged<Item>(
  before: readonly Item[],
  change: { set: readonly Item[]; remove: readonly string[] } | undefined,
  keyOf: (item: Item) => string,
): Item[] {
  if (change === undefined) return [...before];
  const gone = new Set(change.remove);
  const items = new Map(before.map((item) => [keyOf(item), item]));
  for (const item of change.set) items.set(keyOf(item), item);
  return [...items].flatMap(([key, item]) => (gone.has(key) ? [] : [item]));
}

function check(
  people: readonly StoredPerson[],
  timeOff: readonly StoredTimeOff[],
  departments: Team['departments'],
  added: readonly StoredTimeOff[],
  known: ReadonlySet<string>,
): void {
  const refuse = (message: string): never => {
    throw new Problem('input.invalid', message);
  };
  if (people.length > mostPeople) refuse(`A team may have ${String(mostPeople)} people at the most.`);
  if (timeOff.length > mostTimeOff) refuse(`A team may have ${String(mostTimeOff)} entries of time off at the most.`);
  const fault = departmentFault(departments);
  if (fault !== null) {
    const name = departments.find(({ id }) => id === fault.id)?.name ?? '';
    const sentences = {
      twice: `The department ${name} is there twice.`,
      noParent: `The department ${name} is below one that does not exist.`,
      cycle: `The department ${name} would be above itself. Put it somewhere else.`,
      tooDeep: `The department ${name} is more than five levels deep. Put it higher up.`,
    };
    refuse(sentences[fault.fault]);
  }
  const ids = new Set(departments.map(({ id }) => id));
  const astray = people.some(({ departments: all }) => {
    const latest = departmentOn(all, endOfTime);
    return latest !== null && !ids.has(latest);
  });
  if (astray) refuse('Somebody is in a department that does not exist. Move the people before you take it away.');
  if (added.some(({ accountId }) => !known.has(accountId)))
    refuse('There is time off of somebody who is not in this team. Add the person first.');
}

/** @throws Problem `input.invalid` */
export function knownTimeZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    throw new Problem('input.invalid', `There is no time zone ${timeZone}. Choose one from the list.`);
  }
}

function changesOf({ people, timeOff, departments, freeDays, timeZone }: Change): Omit<TeamChange, 'at' | 'by'>[] {
  const about = (what: TeamChange['what'], accountIds: readonly string[]): Omit<TeamChange, 'at' | 'by'>[] =>
    [...new Set(accountIds)].map((accountId) => ({ what, accountId }));
  return [
    ...about('person', people === undefined ? [] : [...people.set.map(({ accountId }) => accountId), ...people.remove]),
    ...about('timeOff', timeOff?.set.map(({ accountId }) => accountId) ?? []),
    ...(timeOff === undefined || timeOff.remove.length === 0 ? [] : [{ what: 'timeOff' as const, accountId: null }]),
    ...(departments === undefined ? [] : [{ what: 'departments' as const, accountId: null }]),
    ...(freeDays === undefined ? [] : [{ what: 'freeDays' as const, accountId: null }]),
    ...(timeZone === undefined ? [] : [{ what: 'timeZone' as const, accountId: null }]),
  ];
}
