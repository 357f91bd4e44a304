import type { Department, Person, RefusalReason, TimeOff } from './team-file';

/** What came of a row: the thing that it says, or why it is refused. The rules are those of src/contract/team.ts. */
export type Checked<Item> = { item: Item } | { why: RefusalReason };

type Fields = ReadonlyMap<string, unknown>;

export function checkPerson(fields: Fields): Checked<Person> {
  const accountId = fields.get('accountId');
  const hoursPerDay = fields.get('hoursPerDay');
  const weekdays = weekdaysOf(fields.get('weekdays'));
  const [from, until] = [dateOrNull(fields.get('from')), dateOrNull(fields.get('until'))];
  const [share, focus] = [fields.get('share'), fields.get('focus')];
  const role = shortText(fields.get('role'), 80);
  const status = statuses.find((each) => each === fields.get('status'));
  const region = shortText(fields.get('region') ?? '', 40);
  const departments = membershipsOf(fields.get('departments'));
  if (!isAccountId(accountId)) return { why: 'accountId' };
  if (!isNumber(hoursPerDay) || hoursPerDay <= 0 || hoursPerDay > 24) return { why: 'hoursPerDay' };
  if (weekdays === null) return { why: 'weekdays' };
  if (from === undefined || until === undefined) return { why: 'date' };
  if (from !== null && until !== null && from > until) return { why: 'untilBeforeFrom' };
  if (!isPercent(share)) return { why: 'share' };
  if (!isPercent(focus)) return { why: 'focus' };
  if (role === null) return { why: 'role' };
  if (status === undefined) return { why: 'status' };
  if (region === null) return { why: 'region' };
  if (departments === null) return { why: 'departments' };
  const pattern = { hoursPerDay, weekdays, from, until, share, focus };
  return { item: { accountId, ...pattern, role, status, region: region === '' ? null : region, departments } };
}

export function checkDepartment(fields: Fields): Checked<Department> {
  const id = fields.get('id');
  const name = shortText(fields.get('name'), 80);
  const parentId = fields.get('parentId') ?? null;
  if (!isLocalId(id)) return { why: 'id' };
  if (name === null || name === '') return { why: 'departmentName' };
  if (parentId !== null && !isLocalId(parentId)) return { why: 'parentId' };
  return { item: { id, name, parentId } };
}

/** Without a reason, the one that is stored stays. Without an id, it is somebody's new entry: whoever asks gives it one. */
export function checkTimeOff(fields: Fields): Checked<Omit<TimeOff, 'id'> & { id: string | null }> {
  const id = fields.get('id') ?? null;
  const accountId = fields.get('accountId');
  const [from, to] = [dateOrNull(fields.get('from')), dateOrNull(fields.get('to'))];
  const half = halves.find((each) => each === (fields.get('half') ?? null));
  const given = fields.get('reason') ?? null;
  const reason = given === null ? null : shortText(given, 200);
  if (id !== null && !isLocalId(id)) return { why: 'id' };
  if (!isAccountId(accountId)) return { why: 'accountId' };
  if (from == null || to == null) return { why: 'date' };
  if (from > to) return { why: 'untilBeforeFrom' };
  if (half === undefined) return { why: 'half' };
  if (reason === null && given !== null) return { why: 'reason' };
  return { item: { id, accountId, from, to, half, reason } };
}

const statuses = ['active', 'probation', 'left', 'suspended', 'moved'] as const;
const halves = ['am', 'pm', null] as const;

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isPercent(value: unknown): value is number {
  return isNumber(value) && Number.isInteger(value) && value >= 0 && value <= 100;
}

function isAccountId(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 1 && value.length <= 128;
}

function isLocalId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(value);
}

/** Trimmed; null when it is none, or too long. */
function shortText(value: unknown, most: number): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text.length <= most ? text : null;
}

/** A date of the calendar as yyyy-mm-dd; undefined when it is something else. */
function dateOrNull(value: unknown): string | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined;
  const time = Date.parse(`${value}T00:00:00Z`);
  // 30 February would be 2 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value) ? value : undefined;
}

function weekdaysOf(value: unknown): boolean[] | null {
  if (!Array.isArray(value) || value.length !== 7) return null;
  const days = value.filter((day): day is boolean => typeof day === 'boolean');
  return days.length === 7 ? days : null;
}

/** null for what is no object. */
export function fieldsOf(value: unknown): ReadonlyMap<string, unknown> | null {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : null;
}

function membershipsOf(value: unknown): Person['departments'] | null {
  if (!Array.isArray(value) || value.length > 50) return null;
  const memberships: Person['departments'] = [];
  for (const each of value) {
    const said = fieldsOf(each);
    if (said === null) return null;
    const from = dateOrNull(said.get('from'));
    const departmentId = said.get('departmentId') ?? null;
    if (from === undefined || (departmentId !== null && !isLocalId(departmentId))) return null;
    memberships.push({ from, departmentId });
  }
  return memberships;
}
