import { holidaysOf, regionCode } from '../../../../static/planner/src/team/public-holidays';

/** What date-holidays says of one day: from when to when, in instants. */
const given = (date: string, start: string, end: string, name: string, type = 'public') => ({
  date,
  start: new Date(start),
  end: new Date(end),
  name,
  type,
});
const source = (...holidays: ReturnType<typeof given>[]) => ({
  getHolidays: (year: number) => holidays.filter(({ date }) => date.startsWith(String(year))),
});

describe('The public holidays of a region', () => {
  it('are kept on its own date, wherever the reader is', () => {
    // Midnight of New Year in Tokyo is still the old year in UTC.
    const newYear = given('2026-01-01 00:00:00', '2025-12-31T15:00:00Z', '2026-01-01T15:00:00Z', '元日');
    expect(holidaysOf('JP', [2026], source(newYear))).toEqual([
      { date: '2026-01-01', half: null, name: '元日', region: 'JP' },
    ]);
  });

  it('are one day also when the clocks change on it', () => {
    const short = given('2026-03-29 00:00:00', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 'Short Sunday');
    const long = given('2026-10-25 00:00:00', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 'Long Sunday');
    expect(holidaysOf('DE', [2026], source(short, long)).map(({ date }) => date)).toEqual(['2026-03-29', '2026-10-25']);
  });

  it('of several days are each of these days', () => {
    // Three days and a half: the half is the evening before.
    const feast = given('2026-03-20 00:00:00 -0600', '2026-03-19T15:00:00Z', '2026-03-23T09:00:00Z', 'Ramazan Bayramı');
    expect(holidaysOf('TR', [2026], source(feast)).map(({ date }) => date)).toEqual([
      '2026-03-20',
      '2026-03-21',
      '2026-03-22',
    ]);
  });

  it('that begin at noon or later are afternoons', () => {
    const eve = given('2026-12-24 14:00:00', '2026-12-24T13:00:00Z', '2026-12-24T23:00:00Z', 'Eve');
    expect(holidaysOf('XX', [2026], source(eve))).toMatchObject([{ date: '2026-12-24', half: 'pm' }]);
  });

  it('leave out days on which only banks or schools are closed, and mere observances', () => {
    const types = ['bank', 'school', 'optional', 'observance'];
    const others = types.map((type) =>
      given('2026-12-24 00:00:00', '2026-12-23T23:00:00Z', '2026-12-24T23:00:00Z', type, type),
    );
    expect(holidaysOf('DE', [2026], source(...others))).toEqual([]);
  });

  it('name a date once, and a whole day rather than its afternoon', () => {
    const eve = given('2026-05-01 14:00:00', '2026-05-01T12:00:00Z', '2026-05-01T22:00:00Z', 'Half');
    const whole = given('2026-05-01 00:00:00', '2026-04-30T22:00:00Z', '2026-05-01T22:00:00Z', 'Whole');
    const again = given('2026-05-01 00:00:00', '2026-04-30T22:00:00Z', '2026-05-01T22:00:00Z', 'Also whole');
    expect(holidaysOf('DE', [2026], source(eve, whole, again))).toEqual([
      { date: '2026-05-01', half: null, name: 'Whole', region: 'DE' },
    ]);
  });

  it('are those of the years that were asked for, in order of date', () => {
    const feast = given('2026-12-31 00:00:00', '2026-12-30T23:00:00Z', '2027-01-01T23:00:00Z', 'Two days');
    const may = given('2026-05-01 00:00:00', '2026-04-30T22:00:00Z', '2026-05-01T22:00:00Z', 'May');
    expect(holidaysOf('DE', [2026], source(feast, may)).map(({ date }) => date)).toEqual(['2026-05-01', '2026-12-31']);
  });

  it('have a short name for their region', () => {
    expect(regionCode({ country: 'DE', state: 'BY', region: 'A' })).toBe('DE-BY-A');
    expect(regionCode({ country: 'DE', state: '', region: '' })).toBe('DE');
  });
});
