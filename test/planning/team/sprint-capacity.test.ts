import fc from 'fast-check';

import { peoplesCapacity, worksHereOn } from '../../../src/planning/team/sprint-capacity';
import { personOf, teamOf, timeOffOf } from './team-of';

/** Monday to Friday of the week after, ten working days. */
const sprint = { startDate: '2026-11-30T09:00:00.000Z', endDate: '2026-12-11T16:00:00.000Z' };

const christmas = { date: '2026-12-08', half: null, name: 'Immaculate Conception', region: 'ES' };

describe('what the people of a board can give to a sprint', () => {
  it('is the sum of what each can give, with the sum that made it', () => {
    const team = teamOf(
      [
        personOf('ada', { focus: 75 }),
        // Part time: Monday to Wednesday, six hours, half of it for this board.
        personOf('noor', { hoursPerDay: 6, weekdays: [true, true, true, false, false, false, false], share: 50 }),
        // Starts in the second week.
        personOf('tomas', { from: '2026-12-07' }),
      ],
      {
        freeDays: [christmas],
        timeOff: [
          timeOffOf('ada', '2026-12-03', '2026-12-04'),
          timeOffOf('noor', '2026-12-01', '2026-12-01', { half: 'pm' }),
        ],
      },
    );
    const { hours, why, people } = peoplesCapacity(team, sprint, 'UTC');
    expect(why).toBe('ok');
    expect(people).toMatchObject([
      // 10 − 1 − 2 = 7 days of 8 h at 75 %.
      { accountId: 'ada', workingDays: 10, holidays: 1, daysOff: 2, days: 7, hours: 42 },
      // 6 days, the holiday is a Tuesday: 6 − 1 − ½ = 4½ days of 6 h at 50 %.
      { accountId: 'noor', workingDays: 6, holidays: 1, daysOff: 0.5, days: 4.5, hours: 13.5 },
      // 5 − 1 = 4 days of 8 h.
      { accountId: 'tomas', workingDays: 5, holidays: 1, daysOff: 0, days: 4, hours: 32 },
    ]);
    expect(hours).toBe(42 + 13.5 + 32);
  });

  it.each([
    ['active', 80],
    ['probation', 80],
    ['left', null],
    ['suspended', null],
    ['moved', null],
  ] as const)('counts somebody who is %s as %p hours', (status, hours) => {
    expect(peoplesCapacity(teamOf([personOf('ada', { status })]), sprint, 'UTC').hours).toBe(hours);
  });

  it('is not known without dates or without people, and says which', () => {
    expect(peoplesCapacity(teamOf([personOf('ada')]), {}, 'UTC')).toEqual({ hours: null, why: 'noDates', people: [] });
    expect(peoplesCapacity(teamOf([]), sprint, 'UTC')).toEqual({ hours: null, why: 'noPeople', people: [] });
  });

  it('counts a day off on a holiday once, as the holiday', () => {
    const timeOff = [timeOffOf('ada', '2026-12-07', '2026-12-08'), timeOffOf('ada', '2026-12-08', '2026-12-09')];
    const { people } = peoplesCapacity(teamOf([personOf('ada')], { freeDays: [christmas], timeOff }), sprint, 'UTC');
    expect(people).toMatchObject([{ workingDays: 10, holidays: 1, daysOff: 2, days: 7, hours: 56 }]);
  });

  it('leaves each with the public holidays of where they live, and all with the company’s days', () => {
    // Monday to Friday of the week after. Armistice Day is a Tuesday and French, the Day of Repentance a Wednesday and Saxon.
    const november = { startDate: '2025-11-10T08:00:00Z', endDate: '2025-11-21T16:00:00Z' };
    const freeDays = [
      { date: '2025-11-11', half: null, name: 'Armistice', region: 'FR' },
      { date: '2025-11-19', half: null, name: 'Buß- und Bettag', region: 'DE-SN' },
      { date: '2025-11-21', half: 'pm' as const, name: 'Company afternoon', region: null },
    ];
    const team = teamOf(
      [
        personOf('lena', { region: 'DE-SN' }),
        personOf('camille', { region: 'FR' }),
        personOf('tomas', { region: 'ES-MD' }),
        personOf('ada'),
      ],
      {
        freeDays,
        timeOff: [timeOffOf('lena', '2025-11-17', '2025-11-19'), timeOffOf('camille', '2025-11-10', '2025-11-11')],
      },
    );
    const { hours, people } = peoplesCapacity(team, november, 'Europe/Berlin');
    expect(people).toMatchObject([
      // 10 − 1½ − 2: of her three days off one is a holiday.
      { accountId: 'lena', workingDays: 10, holidays: 1.5, daysOff: 2, days: 6.5, hours: 52 },
      // 10 − 1½ − 1: she bridges from the weekend to the holiday.
      { accountId: 'camille', workingDays: 10, holidays: 1.5, daysOff: 1, days: 7.5, hours: 60 },
      // Nothing is kept in Madrid but the company's afternoon.
      { accountId: 'tomas', holidays: 0.5, days: 9.5, hours: 76 },
      // Nobody has said where she lives: she keeps all of them.
      { accountId: 'ada', holidays: 2.5, days: 7.5, hours: 60 },
    ]);
    expect(hours).toBe(248);
    const armistice = people.map(({ calendar }) => calendar.find(({ date }) => date === '2025-11-11')?.am);
    expect(armistice).toEqual(['works', 'holiday', 'works', 'holiday']);
  });

  it('never changes by the public holidays of another region, and is least for who keeps all of them', () => {
    const region = fc.constantFrom(null, 'DE', 'FR', 'ES');
    const freeDay = fc.record({
      date: fc
        .integer({ min: 0, max: 13 })
        .map((day) => new Date(Date.UTC(2026, 10, 28 + day)).toISOString().slice(0, 10)),
      half: fc.constantFrom(null, 'am' as const, 'pm' as const),
      name: fc.constant('A free day'),
      region,
    });
    fc.assert(
      fc.property(fc.array(freeDay, { maxLength: 8 }), region, (freeDays, home) => {
        const hoursOf = (own: string | null, days: typeof freeDays): number =>
          peoplesCapacity(teamOf([personOf('ada', { region: own })], { freeDays: days }), sprint, 'UTC').hours ?? -1;
        const kept = freeDays.filter((day) => home === null || day.region === null || day.region === home);
        expect(hoursOf(home, freeDays)).toBe(hoursOf(null, kept));
        expect(hoursOf(null, freeDays)).toBeLessThanOrEqual(hoursOf(home, freeDays));
      }),
    );
  });

  it('leaves somebody where they were when the sprint started, wherever they have moved since', () => {
    const departments = [
      { from: null, departmentId: 'shop' },
      { from: '2026-12-01', departmentId: 'platform' },
    ];
    const moved = teamOf([personOf('ada', { departments })]);
    const after = { startDate: '2026-12-14T09:00:00Z', endDate: '2026-12-18T16:00:00Z' };
    expect(peoplesCapacity(moved, sprint, 'UTC').people).toMatchObject([{ departmentId: 'shop' }]);
    expect(peoplesCapacity(moved, after, 'UTC').people).toMatchObject([{ departmentId: 'platform' }]);
  });

  it('starts and ends on the clock of the team', () => {
    // 22:00 in London is the next morning, 09:00, in Sydney: Tuesday to Friday.
    const late = { startDate: '2026-11-30T22:00:00Z', endDate: '2026-12-04T06:00:00Z' };
    const team = teamOf([personOf('ada')]);
    expect(peoplesCapacity(team, late, 'Australia/Sydney').hours).toBe(4 * 8);
    // In London it is Tuesday to Thursday; on Friday it ends before anybody works.
    expect(peoplesCapacity(team, late, 'Europe/London').hours).toBe(3 * 8);
  });

  it('says of each half-day of each person what it is', () => {
    const week = { startDate: '2026-12-07T09:00:00Z', endDate: '2026-12-09T16:00:00Z' };
    const team = teamOf([personOf('ada', { weekdays: [true, true, false, false, false, false, false] })], {
      freeDays: [{ ...christmas, half: 'am' }],
      timeOff: [timeOffOf('ada', '2026-12-07', '2026-12-07', { half: 'pm' })],
    });
    expect(peoplesCapacity(team, week, 'UTC').people[0]?.calendar).toEqual([
      { date: '2026-12-07', am: 'works', pm: 'off' },
      { date: '2026-12-08', am: 'holiday', pm: 'works' },
      { date: '2026-12-09', am: 'none', pm: 'none' },
    ]);
  });

  it('draws no calendars of thousands of people, and counts them all the same', () => {
    const many = Array.from({ length: 4000 }, (_, index) => personOf(`p${String(index)}`));
    const { hours, people } = peoplesCapacity(teamOf(many), sprint, 'UTC');
    expect(hours).toBe(4000 * 80);
    expect(people[0]?.calendar).toEqual([]);
  });
});

describe('who works on a board', () => {
  it.each([
    ['2026-11-30', false],
    ['2026-12-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('is who is there on the day: on %s %p', (date, isHere) => {
    const person = personOf('noor', { from: '2026-12-01', until: '2026-12-31' });
    expect(worksHereOn(person, date)).toBe(isHere);
    expect(worksHereOn({ ...person, status: 'moved' }, date)).toBe(false);
  });
});
