import fc from 'fast-check';

import { keepsFreeDay, personCapacity, type WorkingPattern } from '../../src/estimation/capacity';
import { type DateRange, datesBetween, type Day, sprintDays, weekdayOf } from '../../src/estimation/half-days';

const weekdays = [true, true, true, true, true, false, false];
const fullTime: WorkingPattern = { hoursPerDay: 8, weekdays, from: null, until: null, share: 1, focus: 1 };
const berlin = 'Europe/Berlin';
const off = (from: string, to = from, half: DateRange['half'] = null): DateRange => ({ from, to, half });
const halvesOf = (days: readonly Day[]): string[] =>
  days.flatMap(({ date, halves }) => halves.map((half) => `${date} ${half}`));

describe('the days of a sprint', () => {
  it('are ten for two weeks from Monday nine to Monday nine', () => {
    // Jira's own two weeks. The second Monday's morning begins after the sprint has ended.
    const days = sprintDays('2026-11-16T08:00:00.000Z', '2026-11-30T08:00:00.000Z', berlin);
    expect(days.map(({ date }) => date)).toEqual(datesBetween('2026-11-16', '2026-11-29'));
    expect(personCapacity(days, fullTime, [], []).workingDays).toBe(10);
  });

  it('begin with the afternoon when the sprint starts at two, and end with the morning when it ends at noon', () => {
    const days = sprintDays('2026-11-16T13:00:00.000Z', '2026-11-20T11:00:00.000Z', berlin);
    expect(days[0]).toEqual({ date: '2026-11-16', halves: ['pm'] });
    expect(days.at(-1)).toEqual({ date: '2026-11-20', halves: ['am'] });
    expect(personCapacity(days, fullTime, [], []).days).toBe(4);
  });

  it('are the days of the team’s own calendar, not of Greenwich', () => {
    // 20:00 UTC on Sunday is Monday 07:00 in Auckland (UTC+13 in November).
    const days = sprintDays('2026-11-15T20:00:00.000Z', '2026-11-20T04:00:00.000Z', 'Pacific/Auckland');
    expect(days[0]).toEqual({ date: '2026-11-16', halves: ['am', 'pm'] });
    expect(days.at(-1)).toEqual({ date: '2026-11-20', halves: ['am', 'pm'] });
  });

  it('are none the fewer when the clocks change in between', () => {
    // Berlin leaves summer time on Sunday 2026-10-25: the second week is an hour longer and not a day.
    const days = sprintDays('2026-10-19T07:00:00.000Z', '2026-11-02T08:00:00.000Z', berlin);
    expect(personCapacity(days, fullTime, [], []).days).toBe(10);
    // And in the spring, 2026-03-29, an hour shorter.
    const spring = sprintDays('2026-03-23T08:00:00.000Z', '2026-04-06T07:00:00.000Z', berlin);
    expect(personCapacity(spring, fullTime, [], []).days).toBe(10);
  });

  it('are none when a sprint ends before it starts', () => {
    expect(sprintDays('2026-11-20T08:00:00.000Z', '2026-11-16T08:00:00.000Z', berlin)).toEqual([]);
  });
});

describe('the capacity of a person', () => {
  const newYear = sprintDays('2026-12-21T08:00:00.000Z', '2027-01-04T08:00:00.000Z', berlin);

  it('around the turn of the year leaves out the holidays of both', () => {
    // Mon 21 Dec – Sun 3 Jan: 10 weekdays. Free: 24 (afternoon), 25, 31 (afternoon), 1 Jan; 26 is a Saturday.
    const holidays = [
      off('2026-12-24', '2026-12-24', 'pm'),
      off('2026-12-25', '2026-12-26'),
      off('2026-12-31', '2026-12-31', 'pm'),
      off('2027-01-01'),
    ];
    expect(personCapacity(newYear, fullTime, holidays, [])).toEqual({
      workingDays: 10,
      holidays: 3,
      daysOff: 0,
      days: 7,
      hours: 56,
    });
  });

  it('counts a day off on a holiday once, by halves', () => {
    const holidays = [off('2026-12-24', '2026-12-24', 'pm')];
    const wholeDay = personCapacity(newYear, fullTime, holidays, [off('2026-12-24')]);
    expect(wholeDay).toMatchObject({ holidays: 0.5, daysOff: 0.5, days: 9 });
    const sameHalf = personCapacity(newYear, fullTime, holidays, [off('2026-12-24', '2026-12-24', 'pm')]);
    expect(sameHalf).toMatchObject({ holidays: 0.5, daysOff: 0, days: 9.5 });
    const otherHalf = personCapacity(newYear, fullTime, holidays, [off('2026-12-24', '2026-12-24', 'am')]);
    expect(otherHalf).toMatchObject({ holidays: 0.5, daysOff: 0.5, days: 9 });
    const twice = personCapacity(
      newYear,
      fullTime,
      [],
      [off('2026-12-21', '2026-12-23'), off('2026-12-22', '2026-12-24')],
    );
    expect(twice).toMatchObject({ daysOff: 4, days: 6 });
  });

  it('has the 29th of February in a leap year', () => {
    const days = sprintDays('2028-02-28T08:00:00.000Z', '2028-03-03T16:00:00.000Z', berlin);
    expect(days.map(({ date }) => date)).toEqual([
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
      '2028-03-02',
      '2028-03-03',
    ]);
    expect(personCapacity(days, fullTime, [], []).days).toBe(5);
  });

  it('is hours per day × days × share × focus, for who works part time and comes late', () => {
    // Mon, Tue, Thu from 24 Nov on: Tue 24, Thu 26. 2 days × 6 h × 50 % × 80 % = 4.8 h.
    const days = sprintDays('2026-11-16T08:00:00.000Z', '2026-11-30T08:00:00.000Z', berlin);
    const partTime = {
      hoursPerDay: 6,
      weekdays: [true, true, false, true, false, false, false],
      from: '2026-11-24',
      until: null,
      share: 0.5,
      focus: 0.8,
    };
    const { days: left, hours } = personCapacity(days, partTime, [], []);
    expect(left).toBe(2);
    expect(hours).toBeCloseTo(4.8, 10);
    expect(personCapacity(days, { ...partTime, from: null, until: '2026-11-16' }, [], []).days).toBe(1);
  });
});

describe('a free day', () => {
  it.each([
    ['DE', 'DE', true],
    ['DE', 'FR', false],
    ['DE', null, true],
    [null, 'FR', true],
    [null, null, true],
  ])('of somebody in %p is one of %p: %p', (region, of, isKept) => {
    expect(keepsFreeDay(region, { region: of })).toBe(isKept);
  });
});

describe('the laws of capacity', () => {
  const date = fc.integer({ min: 0, max: 800 }).map((number) => datesBetween('2026-01-01', '2028-12-31')[number] ?? '');
  const range = fc
    .tuple(date, fc.integer({ min: 0, max: 20 }), fc.constantFrom(null, 'am', 'pm'))
    .map(([from, length, half]): DateRange => ({ from, to: datesBetween(from, '2030-01-01')[length] ?? from, half }));
  const ranges = fc.array(range, { maxLength: 5 });
  const zone = fc.constantFrom('UTC', berlin, 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata');
  const instant = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-06-01') });
  const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
  const sprint = fc.tuple(instant, fc.integer({ min: 0, max: 40 * 86_400_000 }), zone);
  const pattern = fc.record({
    hoursPerDay: fc.double({ min: 0.5, max: 12, noNaN: true }),
    weekdays: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
    from: fc.option(date),
    until: fc.option(date),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    focus: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('more time off never adds capacity, nor do more holidays', () => {
    fc.assert(
      fc.property(
        sprint,
        pattern,
        ranges,
        ranges,
        range,
        ([start, length, timeZone], person, holidays, timeOff, more) => {
          const days = sprintDays(iso(start), iso(start + length), timeZone);
          const { hours } = personCapacity(days, person, holidays, timeOff);
          expect(personCapacity(days, person, holidays, [...timeOff, more]).hours).toBeLessThanOrEqual(hours);
          expect(personCapacity(days, person, [...holidays, more], timeOff).hours).toBeLessThanOrEqual(hours);
          expect(hours).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });

  it('a sprint split in two, at whatever instant, has the same half-days as the whole', () => {
    fc.assert(
      fc.property(sprint, fc.double({ min: 0, max: 1, noNaN: true }), ([start, length, timeZone], part) => {
        const middle = start + Math.floor(length * part);
        const whole = halvesOf(sprintDays(iso(start), iso(start + length), timeZone));
        const first = sprintDays(iso(start), iso(middle), timeZone);
        const second = sprintDays(iso(middle), iso(start + length), timeZone);
        expect([...halvesOf(first), ...halvesOf(second)]).toEqual(whole);
      }),
    );
  });

  it('the order of days off and holidays does not matter', () => {
    fc.assert(
      fc.property(sprint, pattern, ranges, ranges, ([start, length, timeZone], person, holidays, timeOff) => {
        const days = sprintDays(iso(start), iso(start + length), timeZone);
        expect(personCapacity([...days].reverse(), person, [...holidays].reverse(), [...timeOff].reverse())).toEqual(
          personCapacity(days, person, holidays, timeOff),
        );
      }),
    );
  });

  it('a date has the weekday that the calendar gives it', () => {
    fc.assert(
      fc.property(date, (day) => {
        // JavaScript counts from Sunday.
        expect(weekdayOf(day)).toBe((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7);
      }),
    );
  });
});
