import { dateStyle, isDate, todayIn } from '../../../../static/planner/src/team/team-dates';

describe('A day of the calendar', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', '2026-11-23T00:00:00Z'])('is not "%s"', (text) => {
    expect(isDate(text)).toBe(false);
  });

  it('may be the 29th of February in a leap year', () => {
    expect(isDate('2028-02-29')).toBe(true);
  });

  it('is written as it is, in the reader’s language', () => {
    expect(dateStyle('en-GB').day('2026-11-23')).toBe('Mon, 23 Nov 2026');
    expect(dateStyle('fr_FR').day('2026-11-23')).toBe('lun. 23 nov. 2026');
  });

  it('is said once where a range begins and ends on it', () => {
    const dates = dateStyle('en-GB');
    expect(dates.range('2026-11-23', '2026-11-23')).toBe(dates.day('2026-11-23'));
    expect(dates.range('2026-11-23', '2026-11-27')).toMatch(/^23\s*–\s*27 Nov 2026$/);
  });

  it('is another in Auckland than in Los Angeles', () => {
    const now = new Date('2026-12-31T20:00:00Z');
    expect(todayIn('Pacific/Auckland', now)).toBe('2027-01-01');
    expect(todayIn('America/Los_Angeles', now)).toBe('2026-12-31');
  });
});

describe('The days of a week', () => {
  it('begin with Monday', () => {
    expect(dateStyle('en-GB').weekdays.map(({ short }) => short)).toEqual([
      'Mon',
      'Tue',
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
    ]);
  });
});
