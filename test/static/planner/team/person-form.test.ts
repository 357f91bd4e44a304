import {
  newPersonForm,
  type PersonForm,
  personFormOf,
  readPersonForm,
  withNewLine,
} from '../../../../static/planner/src/team/person-form';
import { aPerson, written } from '../team-import/a-team';

const today = '2026-11-23';
const typed = (hours: number): string => String(hours);
const someone = newPersonForm(8, typed);
const read = (part: Partial<PersonForm>) => readPersonForm({ ...someone, ...part }, 'ada');
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
        region: null,
        departments: [],
      },
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
      region: 'DE-BY',
      departments: [
        { from: null, departmentId: 'web' },
        { from: '2026-06-01', departmentId: 'app' },
      ],
    };
    expect(readPersonForm(personFormOf(person, typed), 'ada')).toEqual({ person });
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

describe('The departments of somebody', () => {
  const lines = [
    { from: '', departmentId: 'web' },
    { from: '2026-06-01', departmentId: 'app' },
  ];

  it('get one more line with a move, today, and the past stays as it was', () => {
    const moved = withNewLine(lines, today).map((line, index) =>
      index === 2 ? { ...line, departmentId: 'ops' } : line,
    );
    expect(read({ departments: moved })).toMatchObject({
      person: {
        departments: [
          { from: null, departmentId: 'web' },
          { from: '2026-06-01', departmentId: 'app' },
          { from: '2026-11-23', departmentId: 'ops' },
        ],
      },
    });
  });

  it('begin from the beginning', () => {
    expect(withNewLine([], today)).toEqual([{ from: '', departmentId: '' }]);
  });

  it('can be corrected, and none is a department too', () => {
    const corrected = [
      { from: '2026-05-15', departmentId: 'app' },
      { from: '2026-07-01', departmentId: '' },
    ];
    expect(read({ departments: corrected })).toMatchObject({
      person: {
        departments: [
          { from: '2026-05-15', departmentId: 'app' },
          { from: '2026-07-01', departmentId: null },
        ],
      },
    });
  });

  it.each([
    ['the same day twice', ['2026-06-01', '2026-06-01'], [1]],
    ['a day before the line before', ['2026-06-02', '2026-06-01'], [1]],
    ['no date in a later line', ['', ''], [1]],
    ['a day that is not in the calendar', ['', '2026-02-30', '2026-03-01'], [1]],
    ['two wrong days', ['2026-02-30', '2026-03-01', '2026-03-01'], [0, 2]],
  ])('cannot have %s', (_, dates, wrong) => {
    const departments = dates.map((from) => ({ from, departmentId: 'web' }));
    expect(problemsOf({ departments })).toEqual(wrong.map((line) => `departments-${String(line)}`));
  });

  it('stand in the order of their days, whatever file they came from', () => {
    const person = {
      ...written(aPerson()),
      departments: [
        { from: '2026-06-01', departmentId: 'app' },
        { from: null, departmentId: 'web' },
      ],
    };
    expect(personFormOf(person, typed).departments).toEqual(lines);
  });
});
