import { departmentOn } from '../../../../src/estimation/departments';
import {
  movedTo,
  newPersonForm,
  type PersonForm,
  personFormOf,
  readPersonForm,
} from '../../../../static/planner/src/team/person-form';

const today = '2026-11-23';
const typed = (hours: number): string => String(hours);
const someone = newPersonForm(8, typed);
const read = (part: Partial<PersonForm>, departments: Parameters<typeof readPersonForm>[2] = []) =>
  readPersonForm({ ...someone, ...part }, 'ada', departments, today);
const problemsOf = (part: Partial<PersonForm>): string[] => {
  const reading = read(part);
  return 'problems' in reading ? [...reading.problems] : [];
};

describe('Somebody new', () => {
  it('works all of the site’s hours from Monday to Friday, for this board alone', () => {
    expect(read({})).toEqual({
      person: {
        accountId: 'ada',
        hoursPerDay: 8,
        weekdays: [true, true, true, true, true, false, false],
        from: null,
        until: null,
        share: 100,
        focus: 100,
        role: '',
        status: 'active',
        departments: [],
      },
    });
  });

  it('is in their first department from the beginning, without being asked since when', () => {
    expect(read({ departmentId: 'web' })).toMatchObject({
      person: { departments: [{ from: null, departmentId: 'web' }] },
    });
  });
});

describe('How somebody works', () => {
  it('is saved as it was when nothing is touched', () => {
    const person = {
      accountId: 'ada',
      hoursPerDay: 6.5,
      weekdays: [true, false, true, false, true, false, false],
      from: '2026-01-01',
      until: '2026-12-31',
      share: 60,
      focus: 75,
      role: 'Lead',
      status: 'probation' as const,
      departments: [
        { from: null, departmentId: 'web' },
        { from: '2026-06-01', departmentId: 'app' },
      ],
    };
    const form = personFormOf(person, today, typed);
    expect(form.departmentId).toBe('app');
    expect(readPersonForm(form, 'ada', person.departments, today)).toEqual({ person });
  });

  it.each<[string, Partial<PersonForm>, string]>([
    ['no hours', { hoursPerDay: '0' }, 'hoursPerDay'],
    ['more hours than a day has', { hoursPerDay: '24.5' }, 'hoursPerDay'],
    ['hours that are words', { hoursPerDay: 'eight' }, 'hoursPerDay'],
    ['no working day', { weekdays: [false, false, false, false, false, false, false] }, 'weekdays'],
    ['a share above 100 %', { share: '101' }, 'share'],
    ['a focus that is no whole percent', { focus: '80.5' }, 'focus'],
    ['a first day that is not in the calendar', { from: '2026-02-30' }, 'from'],
    ['a last day before the first', { from: '2026-03-02', until: '2026-03-01' }, 'until'],
  ])('cannot have %s', (_, part, problem) => {
    expect(problemsOf(part)).toEqual([problem]);
  });

  it('takes hours with a comma, a share of nothing, and one day alone', () => {
    expect(read({ hoursPerDay: '7,5', share: '0', from: '2026-03-02', until: '2026-03-02' })).toMatchObject({
      person: { hoursPerDay: 7.5, share: 0, from: '2026-03-02', until: '2026-03-02' },
    });
  });
});

describe('Moving to another department', () => {
  const before = [
    { from: null, departmentId: 'web' },
    { from: '2026-06-01', departmentId: 'app' },
  ];

  it('leaves the past as it was', () => {
    const after = movedTo(before, '2026-11-23', 'ops');
    expect(['2026-05-31', '2026-06-01', '2026-11-22', '2026-11-23'].map((date) => departmentOn(after, date))).toEqual([
      'web',
      'app',
      'app',
      'ops',
    ]);
  });

  it('takes the place of a move on the same day, and of later ones', () => {
    expect(movedTo(before, '2026-06-01', 'ops')).toEqual([
      { from: null, departmentId: 'web' },
      { from: '2026-06-01', departmentId: 'ops' },
    ]);
    expect(movedTo(before, '2026-03-01', null)).toEqual([
      { from: null, departmentId: 'web' },
      { from: '2026-03-01', departmentId: null },
    ]);
  });

  it('from the beginning forgets where somebody was', () => {
    expect(movedTo(before, null, 'ops')).toEqual([{ from: null, departmentId: 'ops' }]);
  });

  it('needs a date of the calendar, but only when somebody moves', () => {
    const form = { ...someone, departmentId: 'app', movedOn: '2026-02-30' };
    expect(readPersonForm(form, 'ada', before, today)).toMatchObject({ person: { departments: before } });
    expect(readPersonForm({ ...form, departmentId: 'ops' }, 'ada', before, today)).toEqual({
      problems: new Set(['movedOn']),
    });
  });
});
