import type { ParsedPayload } from '../../contract';
import { departmentFault } from '../../estimation/departments';
import { Problem } from '../../problem';
import type { StoredPerson, StoredTimeOff, Team, TeamChange } from '../../storage/teams';
import { changesBetween, type Difference, spanOf } from './changes-between';

type Change = Pick<ParsedPayload<'saveTeam'>, 'people' | 'timeOff' | 'departments' | 'freeDays' | 'timeZone'>;

/** Any more would not be a team, and would not be read in time. */
const mostPeople = 5000;
const mostTimeOff = 10_000;
/** Departments and free days are stored in one value, with the list of changes: of 240 KiB at the most. */
const mostBytes = 200_000;
/** More than anybody looks back through. */
const changesKept = 100;

/**
 * The team after a change. Decides only; what is not named stays as it is. What changes somebody's days or hours goes on the
 * list of changes.
 *
 * @param by account id of the acting user
 * @param at ISO 8601 instant
 * @param isImport it came from a file: one entry in the list of changes, not one for each row
 * @throws Problem `input.invalid` when departments are no tree, somebody is or was in one that does not exist, or it is too much
 */
export function changeTeam(team: Team, change: Change, by: string, at: string, isImport: boolean): Team {
  const people = merged(team.people, change.people, ({ accountId }) => accountId);
  const known = new Set(people.map(({ accountId }) => accountId));
  // Time off of somebody who is not of the team any more is nobody's business.
  const timeOff = mergedTimeOff(team.timeOff, change.timeOff).filter(({ accountId }) => known.has(accountId));
  const departments = change.departments ?? team.departments;
  const freeDays = change.freeDays ?? team.freeDays;
  const timeZone = change.timeZone === undefined ? team.timeZone : knownTimeZone(change.timeZone);
  const next = { ...team, people, timeOff, departments, freeDays, timeZone };
  check(team, next, change);
  if (Buffer.byteLength(JSON.stringify([departments, freeDays])) > mostBytes)
    throw new Problem('input.invalid', 'These are too many departments and free days to store. Take old years out.');
  const differences = changesBetween(team, next);
  const done = isImport ? asOne(differences) : differences;
  return {
    ...next,
    changes: [...done.map((each): TeamChange => ({ at, by, ...each })), ...team.changes].slice(0, changesKept),
  };
}

function asOne(differences: readonly Difference[]): Difference[] {
  return differences.length === 0 ? [] : [{ what: 'import', accountId: null, ...spanOf(differences) }];
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

function mergedTimeOff(before: readonly StoredTimeOff[], change: Change['timeOff']): StoredTimeOff[] {
  const reasons = new Map(before.map(({ id, reason }) => [id, reason]));
  const withReasons = change?.set.map((entry): StoredTimeOff => {
    const reason = entry.reason ?? reasons.get(entry.id) ?? '';
    reasons.set(entry.id, reason);
    return { ...entry, reason };
  });
  return merged(before, change && { set: withReasons ?? [], remove: change.remove }, ({ id }) => id);
}

function check(before: Team, { people, timeOff, departments }: Team, change: Change): void {
  if (people.length > mostPeople) refuse(`A team may have ${String(mostPeople)} people at the most.`);
  if (timeOff.length > mostTimeOff) refuse(`A team may have ${String(mostTimeOff)} entries of time off at the most.`);
  checkDepartments(before, { people, departments }, change);
  const known = new Set(people.map(({ accountId }) => accountId));
  if (change.timeOff?.set.some(({ accountId }) => !known.has(accountId)) === true)
    refuse('There is time off of somebody who is not in this team. Add the person first.');
}

/** Where somebody was once counts too: the sums of past sprints are made of it. */
function checkDepartments(
  before: Team,
  { people, departments }: Pick<Team, 'people' | 'departments'>,
  change: Change,
): void {
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
  const named = departmentsOf(people);
  const gone = before.departments.find(({ id }) => !ids.has(id) && named.has(id));
  if (gone !== undefined) {
    refuse(
      `People are or were in the department ${gone.name}. It stays for the sums of past sprints; rename it, or change those people’s departments first.`,
    );
  }
  if ([...departmentsOf(change.people?.set ?? [])].some((id) => !ids.has(id)))
    refuse('Somebody is in a department that does not exist. Add the department first.');
}

function departmentsOf(people: readonly Pick<StoredPerson, 'departments'>[]): ReadonlySet<string> {
  return new Set(people.flatMap(({ departments }) => departments.flatMap(({ departmentId }) => departmentId ?? [])));
}

function refuse(message: string): never {
  throw new Problem('input.invalid', message);
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
