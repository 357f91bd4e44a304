import { numberStyle, parseHours, parsePercent } from '../../src/estimation/hours';

const site = { hoursPerDay: 8, daysPerWeek: 5 };

describe('hours as people type them', () => {
  it.each([
    ['8', 8],
    ['1.5', 1.5],
    ['1,5', 1.5],
    [' 6 h ', 6],
    ['90m', 1.5],
    ['2d', 16],
    ['1w 2d 4h', 60],
    ['1h30m', 1.5],
    ['.5', 0.5],
    ['0,125', 0.125],
    ['1250', 1250],
    ['1sem 2j 4h', 60],
    ['30 min', 0.5],
    ['1,5\u202fj', 12],
  ])('%p is %p hours', (text, hours) => {
    expect(parseHours(text, site)).toBeCloseTo(hours, 10);
  });

  it('counts days and weeks by the site’s own working time', () => {
    expect(parseHours('1w', { hoursPerDay: 7.5, daysPerWeek: 4 })).toBe(30);
  });

  it.each(['', 'abc', '-3', '3x', '8 hours', '1,5,5', '1e3', 'h', '2sec', '1h30', '1,250', '1.250', '12,000h'])(
    '%p is no time',
    (text) => {
      expect(parseHours(text, site)).toBeNull();
    },
  );
});

describe('a number in a field', () => {
  it.each(['en-GB', 'de-DE', 'fr-FR'])('is read back as it was written, in %s, also above a thousand', (locale) => {
    for (const hours of [0.33, 7.25, 120, 1250, 12_000.5]) {
      expect(parseHours(numberStyle(locale).typed(hours), site)).toBeCloseTo(hours, 10);
    }
  });
});

describe('percents as people type them', () => {
  it('are whole, with or without the sign', () => {
    expect(parsePercent('80')).toBe(80);
    expect(parsePercent(' 80 % ')).toBe(80);
    expect(parsePercent('80.5')).toBeNull();
    expect(parsePercent('-1')).toBeNull();
    expect(parsePercent('abc')).toBeNull();
  });
});

describe('numbers as people read them', () => {
  it('follow the reader’s locale', () => {
    expect(numberStyle('en-GB').hours(7.25)).toBe('7.3\u00a0h');
    expect(numberStyle('fr-FR').hours(7.25)).toBe('7,3\u00a0h');
    expect(numberStyle('en_US').percent(0.735)).toBe('74%');
  });

  it('fall back to English for a locale that the browser does not know', () => {
    expect(numberStyle('no such locale').hours(1.5)).toBe('1.5\u00a0h');
  });

  it('say 100 % and 0 % only when it is so', () => {
    const { percent } = numberStyle('en');
    expect(percent(0.998)).toBe('99%');
    expect(percent(1)).toBe('100%');
    expect(percent(0.002)).toBe('1%');
    expect(percent(0)).toBe('0%');
  });
});
