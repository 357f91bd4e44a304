import { numberStyle } from '../../../src/estimation/hours';
import { pointsUnder, sureText, wholeSure } from '../../../static/planner/src/numbers/sure';

const numbers = numberStyle('en');
const ratio = (fraction: number, desired = 0.8): string => sureText(fraction, 'ratio', desired, numbers);
const chance = (fraction: number, desired = 0.8): string => sureText(fraction, 'chance', desired, numbers);

describe('how sure a list is, in whole percents', () => {
  it('is rounded like any number between the marks', () => {
    expect([0.735849, 0.244, 0.954, 0.0551].map((each) => ratio(each))).toEqual(['74%', '24%', '95%', '6%']);
  });

  it('is not said to be a mark, or all of it, before it is', () => {
    expect([0.798155, 0.8999, 0.499, 0.998].map((each) => ratio(each, 0.7))).toEqual(['79%', '89%', '49%', '99%']);
    expect([0.8, 0.9, 0.5, 1].map((each) => ratio(each, 0.7))).toEqual(['80%', '90%', '50%', '100%']);
  });

  it('is not said to be what is wanted before it is, and is said so then, whatever the last digit of a sum', () => {
    expect(ratio(0.748, 0.75)).toBe('74%');
    expect(ratio(0.748, 0.7)).toBe('75%');
    expect(ratio(0.75 - 1e-12, 0.75)).toBe('75%');
  });

  it('says 0 % only of nothing', () => {
    expect([0, 0.001].map((each) => ratio(each))).toEqual(['0%', '1%']);
  });

  it('is in words for a chance beyond what can be known, by its own size and not by its rounded one', () => {
    expect([0.0496, 0.05, 0.95, 0.954].map((each) => chance(each))).toEqual(['<\u00a05%', '5%', '95%', '>\u00a095%']);
  });

  it('is one and the same for all that is beyond, so that a row need not be drawn again', () => {
    expect(wholeSure(0.96, 'chance', 0.8)).toBe(wholeSure(0.999, 'chance', 0.8));
  });
});

describe('how far it is from what is wanted', () => {
  it('agrees with the two numbers beside it', () => {
    // Shown as 78 % of 80 %.
    expect(pointsUnder(0.775, 'ratio', 0.8)).toBe(2);
    expect(pointsUnder(0.8, 'ratio', 0.8)).toBeNull();
    expect(pointsUnder(0.8 - 1e-12, 'ratio', 0.8)).toBeNull();
  });

  it('is "just under" within half a point', () => {
    expect(pointsUnder(0.798155, 'ratio', 0.8)).toBe(0);
  });
});
