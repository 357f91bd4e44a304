import fc from 'fast-check';

import { rangeOf } from '../../src/estimation/range';
import { confidence, hours } from './arbitrary-plans';

describe('the range of an issue', () => {
  it('is 5 to 20 hours for 10 hours at 50 %', () => {
    expect(rangeOf(10, 0.5)).toEqual({ optimistic: 5, original: 10, pessimistic: 20 });
  });

  it('is the estimate itself when the team is 100 % confident', () => {
    expect(rangeOf(10, 1)).toEqual({ optimistic: 10, original: 10, pessimistic: 10 });
  });

  it('always holds the original estimate between optimistic and pessimistic', () => {
    fc.assert(
      fc.property(hours, confidence, (original, sure) => {
        const range = rangeOf(original, sure);
        expect(range.optimistic).toBeLessThanOrEqual(original);
        expect(range.pessimistic).toBeGreaterThanOrEqual(original);
      }),
    );
  });

  it('never widens when confidence rises', () => {
    fc.assert(
      fc.property(hours, confidence, confidence, (original, one, other) => {
        const less = rangeOf(original, Math.min(one, other));
        const more = rangeOf(original, Math.max(one, other));
        expect(more.optimistic).toBeGreaterThanOrEqual(less.optimistic);
        expect(more.pessimistic).toBeLessThanOrEqual(less.pessimistic);
      }),
    );
  });
});
