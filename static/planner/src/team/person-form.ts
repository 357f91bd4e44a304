import { parseHours, parsePercent } from '../../../../src/estimation/hours';
import { isDate } from './team-dates';
import type { StoredPerson } from './team-types';

/** How somebody works, as it stands in the fields, right or wrong. */
export interface PersonForm {
  readonly hoursPerDay: string;
  /** Seven, Monday first. */
  readonly weekdays: readonly boolean[];
  /** '': no such date. */
  readonly from: string;
  readonly until: string;
  readonly share: string;
  readonly focus: string;
  readonly role: string;
  readonly status: StoredPerson['status'];
  /** Whose public holidays they keep; '': all of the board's. */
  readonly region: string;
  /** Where they have been, oldest first. */
  readonly departments: readonly MembershipLine[];
}

/** From a date on in a department. `from` '': from the beginning; `departmentId` '': in none. */
export interface MembershipLine {
  readonly from: string;
  readonly departmentId: string;
}

/** Of departments it is the line, from 0. */
export type PersonProblem = 'hoursPerDay' | 'weekdays' | 'from' | 'until' | 'share' | 'focus' | `departments-${number}`;

/** As somebody starts who is new: all of their working days. */
export function newPersonForm(hoursPerDay: number, typed: (hours: number) => string): PersonForm {
  return {
    hoursPerDay: typed(hoursPerDay),
    weekdays: [true, true, true, true, true, false, false],
    from: '',
    until: '',
    share: '100',
    focus: '100',
    role: '',
    status: 'active',
    region: '',
    departments: [],
  };
}

/** @param typed hours as a field has them */
export function personFormOf(person: StoredPerson, typed: (hours: number) => string): PersonForm {
  const { hoursPerDay, weekdays, from, until, share, focus, role, status, region, departments } = person;
  return {
    hoursPerDay: typed(hoursPerDay),
    weekdays,
    from: from ?? '',
    until: until ?? '',
    share: String(share),
    focus: String(focus),
    role,
    status,
    region: region ?? '',
    departments: departments
      .map((each) => ({ from: each.from ?? '', departmentId: each.departmentId ?? '' }))
      .sort((one, other) => one.from.localeCompare(other.from)),
  };
}

/** What the fields mean, or which of them are wrong. */
export function readPersonForm(
  form: PersonForm,
  accountId: string,
): { person: StoredPerson } | { problems: ReadonlySet<PersonProblem> } {
  const hoursPerDay = parseHours(form.hoursPerDay, { hoursPerDay: 8, daysPerWeek: 5 });
  const share = percentTo100(form.share);
  const focus = percentTo100(form.focus);
  const problems = new Set<PersonProblem>();
  if (hoursPerDay === null || hoursPerDay <= 0 || hoursPerDay > 24) problems.add('hoursPerDay');
  if (!form.weekdays.includes(true)) problems.add('weekdays');
  if (form.from !== '' && !isDate(form.from)) problems.add('from');
  if (form.until !== '' && (!isDate(form.until) || (isDate(form.from) && form.until < form.from)))
    problems.add('until');
  if (share === null) problems.add('share');
  if (focus === null) problems.add('focus');
  for (const line of badLines(form.departments)) problems.add(`departments-${line}`);
  if (problems.size > 0 || hoursPerDay === null || share === null || focus === null) return { problems };
  return {
    person: {
      accountId,
      hoursPerDay,
      weekdays: [...form.weekdays],
      from: orNull(form.from),
      until: orNull(form.until),
      share,
      focus,
      role: form.role.trim(),
      status: form.status,
      region: orNull(form.region),
      departments: form.departments.map((line) => ({
        from: orNull(line.from),
        departmentId: orNull(line.departmentId),
      })),
    },
  };
}

/** One more line: a move today, where nothing of the past changes; the first department is from the beginning. */
export function withNewLine(lines: readonly MembershipLine[], today: string): MembershipLine[] {
  return [...lines, { from: lines.length === 0 ? '' : today, departmentId: lines.at(-1)?.departmentId ?? '' }];
}

/** The lines that have no date of the calendar after the one before; the first may have none. */
function badLines(lines: readonly MembershipLine[]): number[] {
  return lines.flatMap(({ from }, line) => {
    const isFirst = line === 0 && from === '';
    return isFirst || (isDate(from) && from > (lines[line - 1]?.from ?? '')) ? [] : [line];
  });
}

function percentTo100(text: string): number | null {
  const percent = parsePercent(text);
  return percent === null || percent > 100 ? null : percent;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
