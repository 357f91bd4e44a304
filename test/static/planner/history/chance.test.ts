import { numberStyle } from '../../../../src/estimation/hours';
import { chance } from '../../../../static/planner/src/numbers/chance';
import { scoreText } from '../../../../static/planner/src/numbers/score';

const nbsp = '\u00a0';

describe('A chance', () => {
  it.each([
    [0, `<${nbsp}5%`],
    [0.049, `<${nbsp}5%`],
    [0.05, '5%'],
    [0.684, '68%'],
    [0.95, '95%'],
    [0.951, `>${nbsp}95%`],
    [1, `>${nbsp}95%`],
  ])('of %p is written %p: never impossible and never certain', (fraction, written) => {
    expect(chance(fraction, numberStyle('en'))).toBe(written);
  });

  it('is written as the reader writes percents', () => {
    const french = numberStyle('fr');
    expect(chance(0.684, french)).toBe(french.percent(0.684));
    expect(chance(0.01, french)).toBe(`<${nbsp}${french.percent(0.05)}`);
  });
});

describe('A Brier score', () => {
  it('has two decimals, however round it is', () => {
    expect(scoreText(0.1, 'en')).toBe('0.100');
    expect(scoreText(0.1666, 'fr')).toBe('0,167');
  });
});
