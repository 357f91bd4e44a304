import { departmentOn, type Membership } from '../../../../src/estimation/departments';
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
  /** '': in none. */
  readonly departmentId: string;
  /** Since when they are in another department; '': from the beginning. */
  readonly movedOn: string;
}

export type PersonProblem = 'hoursPerDay' | 'weekdays' | 'from' | 'until' | 'share' | 'focus' | 'movedOn';

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
    departmentId: '',
    movedOn: '',
  };
}

/**
 * @param today yyyy-mm-dd
 * @param typed hours as a field has them
 */
export function personFormOf(person: StoredPerson, today: string, typed: (hours: number) => string): PersonForm {
  const { hoursPerDay, weekdays, from, until, share, focus, role, status, departments } = person;
  return {
    hoursPerDay: typed(hoursPerDay),
    weekdays,
    from: from ?? '',
    until: until ?? '',
    share: String(share),
    focus: String(focus),
    role,
    status,
    departmentId: departmentOn(departments, today) ?? '',
    // Who was in none before needs no date: nothing of the past would change.
    movedOn: departments.length === 0 ? '' : today,
  };
}

/**
 * What the fields mean, or which of them are wrong.
 *
 * @param departments where the person has been until now
 * @param today yyyy-mm-dd
 */
export function readPersonForm(
  form: PersonForm,
  accountId: string,
  departments: StoredPerson['departments'],
  today: string,
): { person: StoredPerson } | { problems: ReadonlySet<PersonProblem> } {
  const hoursPerDay = parseHours(form.hoursPerDay, { hoursPerDay: 8, daysPerWeek: 5 });
  const share = percentTo100(form.share);
  const focus = percentTo100(form.focus);
  const moves = form.departmentId !== (departmentOn(departments, today) ?? '');
  const problems = new Set<PersonProblem>();
  if (hoursPerDay === null || hoursPerDay <= 0 || hoursPerDay > 24) problems.add('hoursPerDay');
  if (!form.weekdays.includes(true)) problems.add('weekdays');
  if (form.from !== '' && !isDate(form.from)) problems.add('from');
  if (form.until !== '' && (!isDate(form.until) || (isDate(form.from) && form.until < form.from)))
    problems.add('until');
  if (share === null) problems.add('share');
  if (focus === null) problems.add('focus');
  if (moves && form.movedOn !== '' && !isDate(form.movedOn)) problems.add('movedOn');
  if (problems.size > 0 || hoursPerDay === null || share === null || focus === null) return { problems };
  return {
    person: {
      accountId,
      hoursPerDay,
      weekdays: [...form.weekdays],
      from: dateOrNull(form.from),
      until: dateOrNull(form.until),
      share,
      focus,
      role: form.role.trim(),
      status: form.status,
      departments: moves
        ? movedTo(departments, dateOrNull(form.movedOn), form.departmentId === '' ? null : form.departmentId)
        : [...departments],
    },
  };
}

/** From that day on in another department; what was before stays as it was. `from` null: from the beginning. */
export function movedTo(
  departments: readonly Membership[],
  from: string | null,
  departmentId: string | null,
): Membership[] {
  const before = from === null ? [] : departments.filter((each) => each.from === null || each.from < from);
  return [...before, { from, departmentId }];
}

function percentTo100(text: string): number | null {
  const percent = parsePercent(text);
  return percent === null || percent > 100 ? null : percent;
}

function dateOrNull(text: string): string | null {
  return text === '' ? null : text;
}
