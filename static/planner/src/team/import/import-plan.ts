import { departmentFault, departmentOn } from '../../../../../src/estimation/departments';
import { checkDepartment, checkPerson, checkTimeOff } from './check-row';
import type {
  Department,
  Kind,
  Person,
  RawRow,
  ReadFile,
  Refusal,
  RefusalReason,
  Team,
  TeamInAFile,
  TimeOff,
} from './team-file';
import { mostRows } from './team-file';

/** What importing a file does to things of one kind. */
export interface KindPlan<Item> {
  readonly new: readonly Item[];
  readonly changed: readonly Change<Item>[];
  readonly unchanged: readonly Item[];
  readonly refused: readonly Refusal[];
}

export interface Change<Item> {
  readonly item: Item;
  /** What is not as it was. */
  readonly fields: readonly string[];
}

/** What importing a file does. Nothing is ever removed: what the file does not name stays as it is. */
export interface ImportPlan {
  readonly department: KindPlan<Department>;
  readonly person: KindPlan<Person>;
  readonly timeOff: KindPlan<TimeOff>;
  /** About the file itself, or rows of no kind. */
  readonly refused: readonly Refusal[];
  /** All of them, as they are to be: a tree is changed as a whole. null: as they are. */
  readonly departments: readonly Department[] | null;
}

interface OnLine<Item> {
  readonly line: number;
  readonly item: Item;
}

/**
 * Works out what a file does to a team, before anything is done.
 *
 * @param newId for an entry of time off that has no id of its own
 * @param inJira whom Jira knows, of those who are new
 */
export function planImport(
  { rows, refused }: ReadFile,
  team: TeamInAFile,
  newId: () => string,
  inJira: { has: (accountId: string) => boolean },
): ImportPlan {
  if (rows.length > mostRows)
    return planImport({ rows: [], refused: [{ line: mostRows + 2, why: 'tooMany' }] }, team, newId, inJira);
  const departments = read(rows, 'department', checkDepartment, ({ id }) => id);
  const allDepartments = together(team.departments, departments.items);
  const treeFault = faultOf(allDepartments, departments.items);
  const departmentIds = new Set(allDepartments.map(({ id }) => id));

  const stored = new Map(team.people.map((person) => [person.accountId, person]));
  const people = readPeople(rows, team);
  const lost = people.items.filter(({ item }) => {
    // Departments of the past may be gone.
    const latest = departmentOn(item.departments, '9999-12-31');
    return latest !== null && !departmentIds.has(latest);
  });
  const strangersToJira = people.items.filter(
    ({ item: { accountId } }) => !stored.has(accountId) && !inJira.has(accountId),
  );
  const accountIds = new Set([...stored.keys(), ...people.items.map(({ item }) => item.accountId)]);

  const sameTimeOff = new Map(
    team.timeOff.flatMap((entry) => [
      [contentOf(entry), entry.id],
      [contentOf({ ...entry, reason: null }), entry.id],
    ]),
  );
  const timeOff = read(rows, 'timeOff', checkTimeOff, ({ id }) => id);
  const strangers = timeOff.items.filter(({ item }) => !accountIds.has(item.accountId));
  const entries = timeOff.items.map(({ line, item }) => ({
    line,
    item: { ...item, id: item.id ?? sameTimeOff.get(contentOf(item)) ?? newId() },
  }));

  const department = planOf(
    departments,
    new Map(team.departments.map((each) => [each.id, each])),
    ({ id }) => id,
    treeFault === null ? [] : [treeFault],
  );
  return {
    department,
    person: planOf(people, stored, ({ accountId }) => accountId, [
      ...strangersToJira.map(({ line }) => ({ line, why: 'notInJira' as const })),
      ...lost
        .filter((row) => !strangersToJira.includes(row))
        .map(({ line }) => ({ line, why: 'unknownDepartment' as const })),
    ]),
    timeOff: planOf(
      { items: entries, refused: timeOff.refused },
      new Map(team.timeOff.map((each) => [each.id, each])),
      ({ id }) => id,
      strangers.map(({ line }) => ({ line, why: 'unknownPerson' })),
    ),
    refused,
    departments: department.new.length + department.changed.length === 0 ? null : allDepartments,
  };
}

/** The people of a file who are not in the team: Jira has to know them. */
export function newcomersOf({ rows }: ReadFile, team: Pick<Team, 'people'>): string[] {
  const stored = new Set(team.people.map(({ accountId }) => accountId));
  const all = rows.length > mostRows ? [] : readPeople(rows, team).items;
  return all.map(({ item }) => item.accountId).filter((accountId) => !stored.has(accountId));
}

/** Everything that is refused, by line. */
export function refusalsOf({ department, person, timeOff, refused }: ImportPlan): Refusal[] {
  return [...refused, ...department.refused, ...person.refused, ...timeOff.refused].sort((a, b) => a.line - b.line);
}

export function changeCount({ department, person, timeOff }: ImportPlan): number {
  return [department, person, timeOff].reduce((sum, plan) => sum + plan.new.length + plan.changed.length, 0);
}

/** The rows of a kind that are well-formed, each thing once. @param idOf null: it has none yet */
function read<Item>(
  rows: readonly RawRow[],
  kind: Kind,
  check: (fields: RawRow['fields']) => { item: Item } | { why: RefusalReason },
  idOf: (item: Item) => string | null,
): { items: OnLine<Item>[]; refused: Refusal[] } {
  const items: OnLine<Item>[] = [];
  const refused: Refusal[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.kind !== kind) continue;
    const checked = check(row.fields);
    if ('why' in checked) {
      refused.push({ line: row.line, why: checked.why });
      continue;
    }
    const id = idOf(checked.item);
    if (id !== null && seen.has(id)) refused.push({ line: row.line, why: 'twice' });
    else items.push({ line: row.line, item: checked.item });
    if (id !== null) seen.add(id);
  }
  return { items, refused };
}

/** Of whom the file says nothing about public holidays, the region that is stored stays. */
function readPeople(rows: readonly RawRow[], team: Pick<Team, 'people'>): ReturnType<typeof read<Person>> {
  const regions = new Map<unknown, string | null>(team.people.map(({ accountId, region }) => [accountId, region]));
  return read(
    rows,
    'person',
    (fields) =>
      checkPerson(
        fields.has('region') ? fields : new Map(fields).set('region', regions.get(fields.get('accountId')) ?? null),
      ),
    ({ accountId }) => accountId,
  );
}

/** The departments there are with the file's in their places, and what is new at the end. */
function together(current: readonly Department[], read: readonly OnLine<Department>[]): Department[] {
  const all = new Map(current.map((department) => [department.id, department]));
  for (const { item } of read) all.set(item.id, item);
  return [...all.values()];
}

/** Where the tree is none: on the line of the department that it is about, or on the first that the file has. */
function faultOf(all: readonly Department[], read: readonly OnLine<Department>[]): Refusal | null {
  const fault = departmentFault(all);
  if (fault === null) return null;
  const line = (read.find(({ item }) => item.id === fault.id) ?? read[0])?.line ?? 1;
  return { line, why: fault.fault };
}

function planOf<Item extends object>(
  { items, refused }: { items: readonly OnLine<Item>[]; refused: readonly Refusal[] },
  current: ReadonlyMap<string, Item>,
  idOf: (item: Item) => string,
  alsoRefused: readonly Refusal[],
): KindPlan<Item> {
  const refusedLines = new Set(alsoRefused.map(({ line }) => line));
  const added: Item[] = [];
  const changed: Change<Item>[] = [];
  const unchanged: Item[] = [];
  for (const { line, item } of items) {
    if (refusedLines.has(line)) continue;
    const now = current.get(idOf(item));
    const fields = now === undefined ? [] : fieldsThatDiffer(now, item);
    if (now === undefined) added.push(item);
    else if (fields.length > 0) changed.push({ item, fields });
    else unchanged.push(item);
  }
  return { new: added, changed, unchanged, refused: [...refused, ...alsoRefused] };
}

/** A reason of time off that the file does not have stays. */
function fieldsThatDiffer(now: object, then: object): string[] {
  const before = new Map<string, unknown>(Object.entries(now));
  return Object.entries(then).flatMap(([field, value]: [string, unknown]) =>
    isSame(before.get(field), value) || (field === 'reason' && value === null) ? [] : [field],
  );
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const others = new Map<string, unknown>(Object.entries(b));
  const entries: [string, unknown][] = Object.entries(a);
  return entries.length === others.size && entries.every(([key, value]) => isSame(value, others.get(key)));
}

function contentOf({ accountId, from, to, half, reason }: Omit<TimeOff, 'id'>): string {
  return JSON.stringify([accountId, from, to, half, reason]);
}
