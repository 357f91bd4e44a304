import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { stringify } from 'csv-stringify/browser/esm/sync';

import { guardFormula, unguardFormula } from './formula-guard';
import type { Kind, Person, RawRow, ReadFile, Refusal, TeamInAFile } from './team-file';

/**
 * A team as one table: each row is a department, a person or an entry of time off, as its first cell says, and leaves the
 * other kinds' cells empty. Names of columns and kinds are the format's own, in every language.
 */
const columns = [
  'kind',
  'id',
  'name',
  'parentId',
  'accountId',
  'hoursPerDay',
  'weekdays',
  'share',
  'focus',
  'role',
  'status',
  'region',
  'departments',
  'from',
  'until',
  'half',
  'reason',
] as const;
type Column = (typeof columns)[number];

/** Who does not see reasons has no column of them: what a file leaves out stays as it is. */
const optional: readonly Column[] = ['region', 'reason'];

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** By RFC 4180 with a byte order mark, without which Excel takes UTF-8 for the machine's own code page. */
export function teamCsv(team: TeamInAFile): string {
  const written = columns.filter(
    (column) => column !== 'reason' || team.timeOff.every(({ reason }) => reason !== null),
  );
  const names = new Map(team.people.map(({ accountId, name }) => [accountId, name ?? '']));
  const rows: Partial<Record<Column, string | number>>[] = [
    ...team.departments.map(({ id, name, parentId }) => ({ kind: 'department', id, name, parentId: parentId ?? '' })),
    ...team.people.map((person) => ({
      kind: 'person',
      name: person.name ?? '',
      accountId: person.accountId,
      hoursPerDay: person.hoursPerDay,
      weekdays: dayNames.filter((_, day) => person.weekdays[day] === true).join(' '),
      share: person.share,
      focus: person.focus,
      role: person.role,
      status: person.status,
      region: person.region ?? '',
      departments: person.departments.map(membershipText).join('; '),
      from: person.from ?? '',
      until: person.until ?? '',
    })),
    ...team.timeOff.map(({ id, accountId, from, to, half, reason }) => ({
      kind: 'timeOff',
      id,
      name: names.get(accountId) ?? '',
      accountId,
      from,
      until: to,
      half: half ?? '',
      reason: reason ?? '',
    })),
  ];
  const cells = rows.map((row) =>
    written.map((column) => {
      const value = row[column] ?? '';
      return typeof value === 'number' ? value : guardFormula(value);
    }),
  );
  return stringify([written, ...cells], { bom: true, record_delimiter: 'windows' });
}

/** 'platform' from the beginning, '2026-03-01:billing' from then on, '2026-09-01:' in none from then on. */
function membershipText({ from, departmentId }: Person['departments'][number]): string {
  return from === null && departmentId !== null ? departmentId : `${from ?? ''}:${departmentId ?? ''}`;
}

/**
 * Reads what `teamCsv` writes, and what a spreadsheet makes of it: semicolons or tabs for commas, a decimal comma, empty
 * rows, columns in another order. Values are not checked here.
 */
export function readTeamCsv(text: string): ReadFile {
  const { records, brokenAt } = readRecords(text);
  if (brokenAt !== null) return { rows: [], refused: [{ line: brokenAt, why: 'notCsv' }] };
  const [header, ...body] = records;
  const places = new Map(header?.record.map((name, index) => [name.trim().toLowerCase(), index]));
  const placeOf = (column: Column): number => places.get(column.toLowerCase()) ?? -1;
  if (placeOf('kind') < 0) return { rows: [], refused: [{ line: 1, why: 'notTeam' }] };
  if (columns.some((column) => placeOf(column) < 0 && !optional.includes(column)))
    return { rows: [], refused: [{ line: 1, why: 'noColumn' }] };

  const rows: RawRow[] = [];
  const refused: Refusal[] = [];
  for (const { record, line } of body) {
    if (record.every((cell) => cell.trim() === '')) continue;
    const cell = (column: Column): string => unguardFormula(record[placeOf(column)]?.trim() ?? '');
    const kind = kinds.get(cell('kind').toLowerCase());
    if (kind === undefined) refused.push({ line, why: 'kind' });
    else {
      const fields = new Map(Object.entries(fieldsOf[kind](cell)));
      for (const column of optional) if (placeOf(column) < 0) fields.delete(column);
      rows.push({ line, kind, fields });
    }
  }
  return { rows, refused };
}

/** @returns in `brokenAt` the line of the record from which on the text is no CSV: a quote in it is never closed */
function readRecords(text: string): { records: { record: string[]; line: number }[]; brokenAt: number | null } {
  let [line, counted] = [1, 0];
  const records: { record: string[]; line: number }[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      // A record begins on the line after the one before it, however many lines its cells have. csv-parse counts CRLF in a
      // cell as two.
      on_record: (record: string[], { lines }) => {
        records.push({ record, line });
        counted += record.join('').split('\r\n').length - 1;
        line = lines - counted + 1;
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) return { records, brokenAt: line };
    throw error;
  }
  return { records, brokenAt: null };
}

/** What separates the cells of the first line. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = end < 0 ? text : text.slice(0, end);
  const count = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

const kinds = new Map<string, Kind>([
  ['department', 'department'],
  ['person', 'person'],
  ['timeoff', 'timeOff'],
]);

type Cells = (column: Column) => string;

const fieldsOf: Record<Kind, (cell: Cells) => Record<string, unknown>> = {
  department: (cell) => ({ id: cell('id'), name: cell('name'), parentId: orNull(cell('parentId')) }),
  person: (cell) => ({
    accountId: cell('accountId'),
    hoursPerDay: numberOr(cell('hoursPerDay')),
    weekdays: weekdaysOr(cell('weekdays')),
    from: orNull(cell('from')),
    until: orNull(cell('until')),
    share: numberOr(cell('share')),
    focus: numberOr(cell('focus')),
    role: cell('role'),
    status: cell('status'),
    region: orNull(cell('region')),
    departments: membershipsOr(cell('departments')),
  }),
  timeOff: (cell) => ({
    id: orNull(cell('id')),
    accountId: cell('accountId'),
    from: cell('from'),
    to: cell('until'),
    half: orNull(cell('half').toLowerCase()),
    reason: cell('reason'),
  }),
};

// What is not what it should be stays the text that it was, for the check to refuse.

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

function numberOr(text: string): number | string {
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}

function weekdaysOr(text: string): boolean[] | string {
  const named = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((name) => name !== '');
  const known = dayNames.map((name) => name.toLowerCase());
  return named.every((name) => known.includes(name)) ? known.map((name) => named.includes(name)) : text;
}

function membershipsOr(text: string): unknown {
  if (text === '') return [];
  const memberships = text.split(';').map((part) => /^\s*(?:([^:\s]*):)?\s*(\S*)\s*$/.exec(part));
  return memberships.every((membership) => membership !== null)
    ? memberships.map(([, from = '', departmentId = '']) => ({
        from: orNull(from),
        departmentId: orNull(departmentId),
      }))
    : text;
}
