import fc from 'fast-check';
import { numberStyle, parseHours } from '../../src/estimation/hours';
import { timeStyle } from '../../src/estimation/time-style';

const week = { hoursPerDay: 8, daysPerWeek: 5 };
const pretty = timeStyle('en', { ...week, format: 'pretty' });
const days = timeStyle('en', { ...week, format: 'days' });
const hours = timeStyle('en', { ...week, format: 'hours' });

/** Units are held together by no-break spaces. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('an estimate that somebody has set', () => {
  it.each([
    [0, '0h'],
    [0.75, '45m'],
    [7.25, '7h 15m'],
    [8, '1d'],
    // 40 + 2·8 + 4 + 0.5
    [60.5, '1w 2d 4h 30m'],
    // A third of an hour is 20 minutes, however many digits the number has.
    [1 / 3, '20m'],
  ])('of %p h is %p on a site that shows times prettily', (set, shown) => {
    expect(spaced(pretty.exact(set))).toBe(shown);
  });

  it.each([
    [12, '1.5d'],
    [2, '0.25d'],
    [400, '50d'],
    // An eighth of a day is more than two decimals can say.
    [1, '1h'],
    // 3·8 + 1 h 1 min
    [25 + 1 / 60, '3d 1h 1m'],
  ])('of %p h is %p on a site that shows days', (set, shown) => {
    expect(spaced(days.exact(set))).toBe(shown);
  });

  it('has one decimal on a site that shows hours', () => {
    expect(spaced(hours.exact(12.5))).toBe('12.5 h');
  });

  it('follows the site’s own working day and week', () => {
    const { exact } = timeStyle('en', { hoursPerDay: 7.6, daysPerWeek: 4, format: 'pretty' });
    // 4·7.6 + 7.6 + 0.5 = 38.5
    expect(spaced(exact(38.5))).toBe('1w 1d 30m');
  });

  it('is read back as it was written, to the minute, in English and in French', () => {
    const minutes = fc.integer({ min: 0, max: 200_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom('en', 'fr'), (count, locale) => {
        const written = timeStyle(locale, { ...week, format: 'pretty' }).exact(count / 60);
        expect(parseHours(written, week)).toBeCloseTo(count / 60, 9);
      }),
    );
  });
});

describe('a time that was worked out', () => {
  it.each([
    [0.41, '25m'],
    // 5.6 h is 5 h 36 min, nearest to 5 h 30 min
    [5.6, '5h 30m'],
    [7.9, '1d'],
    // 36.67 h is 4·8 + 4.67
    [36.67, '4d 5h'],
    // 39.8 h is 4·8 + 7.8, which is a fifth day
    [39.8, '5d'],
    // No weeks: 73.58 h is 9·8 + 1.58
    [73.58, '9d 2h'],
  ])('of %p h is rounded to %p, without minutes above a day', (sum, shown) => {
    expect(spaced(pretty.rounded(sum))).toBe(shown);
  });

  it('fills a working day that is no whole number of quarters, and no more', () => {
    const { rounded } = timeStyle('en', { hoursPerDay: 7.7, daysPerWeek: 5, format: 'pretty' });
    // A day is 462 minutes: 459 would round to 465, and 462 + 459 to 462 + 480.
    expect(rounded(7.65)).toBe('1d');
    expect(rounded(15.35)).toBe('2d');
  });

  it('never takes more than two units', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10_000, noNaN: true }), (sum) => {
        expect(spaced(pretty.rounded(sum)).split(' ').length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('shares one unit with the other end of its range', () => {
    expect(spaced(hours.range(5.6, 8.75))).toBe('5.6–8.8 h');
    // 5.6 ÷ 8 = 0.7, 14 ÷ 8 = 1.75
    expect(days.range(5.6, 14)).toBe('0.7–1.8d');
    expect(days.range(1.6, 2.5)).toBe('1.6–2.5h');
    expect(spaced(pretty.range(5.6, 14))).toBe('5h 30m–1d 6h');
  });
});

describe('the team’s capacity', () => {
  it('is exact, and in days as the sums beside it are', () => {
    expect(spaced(pretty.capacity(80))).toBe('10d');
    // 37.5 = 4·8 + 5.5
    expect(spaced(pretty.capacity(37.5))).toBe('4d 5h 30m');
  });
});

describe('times in French', () => {
  it('have the units of French', () => {
    const french = (format: 'pretty' | 'days' | 'hours') => numberStyle('fr_FR', { ...week, format });
    expect(spaced(french('pretty').hours(60.5))).toBe('1sem 2j 4h 30min');
    expect(french('days').hours(12)).toBe('1,5j');
    expect(spaced(french('hours').hours(12.5))).toBe('12,5 h');
  });

  it('have a space before the percent sign', () => {
    expect(numberStyle('fr-FR').percent(0.8)).toMatch(/^80[\u00a0\u202f]%$/);
  });
});
