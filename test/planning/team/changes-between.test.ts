import { changesBetween } from '../../../src/planning/team/changes-between';
import { personOf, teamOf, timeOffOf } from './team-of';

const noor = personOf('noor', { from: '2026-11-01', until: '2026-12-31' });
const christmas = { date: '2026-12-25', half: null, name: 'Christmas Day', region: 'DE' };
const epiphany = { date: '2027-01-06', half: null, name: 'Epiphany', region: 'DE-BY' };

describe('what a change of a team changes in what people can give', () => {
  it.each([
    ['hours per day', { hoursPerDay: 6 }],
    ['working days', { weekdays: [true, true, true, true, false, false, false] }],
    ['share', { share: 50 }],
    ['focus factor', { focus: 75 }],
    ['public holidays', { region: 'DE' }],
  ])('is somebody’s %s, on the days on which they are there', (_what, given) => {
    expect(changesBetween(teamOf([noor]), teamOf([{ ...noor, ...given }]))).toEqual([
      { what: 'person', accountId: 'noor', from: '2026-11-01', to: '2026-12-31' },
    ]);
  });

  it.each([
    ['a role', { role: 'Tester' }],
    ['a department', { departments: [{ from: null, departmentId: 'shop' }] }],
    ['the end of probation', { status: 'probation' as const }],
  ])('is not %s', (_what, given) => {
    expect(changesBetween(teamOf([noor]), teamOf([{ ...noor, ...given }]))).toEqual([]);
  });

  it('is not a department, nor anything about who does not work here', () => {
    const left = personOf('vera', { status: 'left' });
    const before = teamOf([left], { timeOff: [timeOffOf('vera', '2026-12-01', '2026-12-01')] });
    const departments = [{ id: 'shop', name: 'Shop', parentId: null }];
    const after = teamOf([{ ...left, hoursPerDay: 4 }], {
      departments,
      freeDays: [christmas],
      timeZone: 'Europe/Madrid',
    });
    expect(changesBetween(before, after)).toEqual([]);
  });

  it('covers the days before and after it', () => {
    const touched = (from: string | null, until: string | null) =>
      changesBetween(teamOf([noor]), teamOf([{ ...noor, from, until }]));
    expect(touched('2026-12-01', '2027-02-28')).toMatchObject([{ from: '2026-11-01', to: '2027-02-28' }]);
    expect(touched('2026-10-01', null)).toMatchObject([{ from: '2026-10-01', to: null }]);
  });

  it('is who comes and who goes, with all that was theirs', () => {
    const off = { timeOff: [timeOffOf('noor', '2026-12-01', '2026-12-01')] };
    const [there, gone] = [teamOf([noor], off), teamOf([])];
    const once = [{ what: 'person', accountId: 'noor', from: '2026-11-01', to: '2026-12-31' }];
    expect(changesBetween(gone, there)).toEqual(once);
    expect(changesBetween(there, gone)).toEqual(once);
    expect(changesBetween(there, teamOf([{ ...noor, status: 'suspended' }], off))).toEqual(once);
  });

  it('is time off, of its person also when it is taken back', () => {
    const day = timeOffOf('noor', '2026-12-01', '2026-12-02');
    const [none, some] = [teamOf([noor]), teamOf([noor], { timeOff: [day] })];
    const added = [{ what: 'timeOff', accountId: 'noor', from: '2026-12-01', to: '2026-12-02' }];
    expect(changesBetween(none, some)).toEqual(added);
    expect(changesBetween(some, none)).toEqual(added);
    const later = teamOf([noor], { timeOff: [{ ...day, from: '2026-12-02', to: '2026-12-04' }] });
    expect(changesBetween(some, later)).toMatchObject([{ from: '2026-12-01', to: '2026-12-04' }]);
    const half = teamOf([noor], { timeOff: [{ ...day, half: 'am' }] });
    expect(changesBetween(some, half)).toEqual(added);
    expect(changesBetween(some, teamOf([noor], { timeOff: [{ ...day, reason: 'A wedding' }] }))).toEqual([]);
    const both = [noor, personOf('tomas')];
    const handed = changesBetween(
      teamOf(both, { timeOff: [day] }),
      teamOf(both, { timeOff: [{ ...day, accountId: 'tomas' }] }),
    );
    expect(handed.map(({ accountId }) => accountId)).toEqual(['noor', 'tomas']);
  });

  it('is free days, those that differ and that somebody keeps', () => {
    const before = teamOf([noor], { freeDays: [christmas] });
    expect(changesBetween(before, teamOf([noor], { freeDays: [{ ...christmas, name: 'Weihnachten' }] }))).toEqual([]);
    expect(changesBetween(before, teamOf([noor], { freeDays: [christmas, epiphany] }))).toEqual([
      { what: 'freeDays', accountId: null, from: '2027-01-06', to: '2027-01-06' },
    ]);
    expect(changesBetween(before, teamOf([noor]))).toMatchObject([{ from: '2026-12-25', to: '2026-12-25' }]);
    const madrid = { ...noor, region: 'ES-MD' };
    expect(changesBetween(teamOf([madrid]), teamOf([madrid], { freeDays: [christmas, epiphany] }))).toEqual([]);
  });

  it('is the time zone, on all days', () => {
    const [here, there] = [teamOf([noor], { timeZone: 'Europe/Madrid' }), teamOf([noor], { timeZone: 'Asia/Tokyo' })];
    expect(changesBetween(here, there)).toEqual([{ what: 'timeZone', accountId: null, from: null, to: null }]);
    expect(changesBetween(here, here)).toEqual([]);
  });
});
