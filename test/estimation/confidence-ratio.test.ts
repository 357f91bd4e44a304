import fc from 'fast-check';

import { confidenceRatio } from '../../src/estimation/confidence-ratio';
import { prefixSums, sumOfFirst } from '../../src/estimation/prefix-sums';
import { rangeOf } from '../../src/estimation/range';
import { thresholdEstimate } from '../../src/estimation/threshold-estimate';
import { capacity, issue, issues } from './arbitrary-plans';

const sumsOf = (list: readonly { hours: number | null; confidence: number }[]) => {
  const sums = prefixSums(list.map(({ hours, confidence }) => (hours === null ? null : rangeOf(hours, confidence))));
  return sumOfFirst(sums, list.length);
};

describe('the confidence ratio of a sprint', () => {
  it('is 73.58 % for (8 h, 80 %), (12 h, 60 %), (6 h, 90 %) and 32 hours of capacity', () => {
    // By hand: 6.4 + 7.2 + 5.4 = 19; 10 + 20 + 6.6667 = 36.6667; (32 − 19) ÷ (36.6667 − 19) = 13 ÷ 17.6667.
    const { optimistic, pessimistic } = sumsOf([
      { hours: 8, confidence: 0.8 },
      { hours: 12, confidence: 0.6 },
      { hours: 6, confidence: 0.9 },
    ]);
    expect(optimistic).toBeCloseTo(19, 10);
    expect(pessimistic).toBeCloseTo(36.6667, 4);
    expect(confidenceRatio(32, optimistic, pessimistic)).toBeCloseTo(0.73585, 5);
  });

  it('is 100 % when exact issues fill the capacity to the hour, not 0 ÷ 0', () => {
    expect(confidenceRatio(24, 24, 24)).toBe(1);
  });

  it('is 100 % when three issues of 0.33 h fill 0.99 h, whatever the rounding of their sum', () => {
    expect(confidenceRatio(0.99, 0.33 + 0.33 + 0.33, 0.33 + 0.33 + 0.33)).toBe(1);
    expect(confidenceRatio(0.3, 0.1 + 0.2, 0.1 + 0.2)).toBe(1);
  });

  it('is 0 % when the capacity only covers the optimistic sum', () => {
    expect(confidenceRatio(5, 5, 20)).toBe(0);
  });

  it('is 0 % without any capacity as soon as there is work, and 100 % while there is none', () => {
    expect(confidenceRatio(0, 1, 2)).toBe(0);
    expect(confidenceRatio(0, 0, 0)).toBe(1);
  });

  it('stays between 0 and 100 %', () => {
    fc.assert(
      fc.property(issues, capacity, (list, hours) => {
        const { optimistic, pessimistic } = sumsOf(list);
        const ratio = confidenceRatio(hours, optimistic, pessimistic);
        expect(ratio).toBeGreaterThanOrEqual(0);
        expect(ratio).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never rises when an issue is added', () => {
    fc.assert(
      fc.property(issues, issue, capacity, (list, more, hours) => {
        const before = sumsOf(list);
        const after = sumsOf([...list, more]);
        expect(confidenceRatio(hours, after.optimistic, after.pessimistic)).toBeLessThanOrEqual(
          confidenceRatio(hours, before.optimistic, before.pessimistic) + 1e-9,
        );
      }),
    );
  });

  it('never falls when the team gets more capacity', () => {
    fc.assert(
      fc.property(issues, capacity, capacity, (list, one, other) => {
        const { optimistic, pessimistic } = sumsOf(list);
        expect(confidenceRatio(Math.max(one, other), optimistic, pessimistic)).toBeGreaterThanOrEqual(
          confidenceRatio(Math.min(one, other), optimistic, pessimistic),
        );
      }),
    );
  });

  it('does not depend on the unit: all hours and the capacity times the same number change nothing', () => {
    fc.assert(
      fc.property(issues, capacity, fc.double({ min: 0.01, max: 100, noNaN: true }), (list, hours, scale) => {
        const plain = sumsOf(list);
        const scaled = sumsOf(list.map((one) => ({ ...one, hours: one.hours === null ? null : one.hours * scale })));
        // Where all issues are exact the ratio is a step, and a rounding error may stand on either side of it.
        fc.pre(plain.pessimistic - plain.optimistic > 1e-6 * Math.max(1, plain.pessimistic) || plain.pessimistic === 0);
        expect(confidenceRatio(hours * scale, scaled.optimistic, scaled.pessimistic)).toBeCloseTo(
          confidenceRatio(hours, plain.optimistic, plain.pessimistic),
          6,
        );
      }),
    );
  });

  it('reaches the desired confidence exactly when the threshold estimates fit into the capacity', () => {
    fc.assert(
      fc.property(issues, capacity, fc.integer({ min: 1, max: 100 }), (list, hours, percent) => {
        const wanted = percent / 100;
        const { optimistic, pessimistic } = sumsOf(list);
        const thresholds = list
          .map(({ hours: estimate, confidence }) => (estimate === null ? null : rangeOf(estimate, confidence)))
          .reduce(
            (sum, range) => sum + (range === null ? 0 : thresholdEstimate(range.optimistic, range.pessimistic, wanted)),
            0,
          );
        // On the boundary itself the two sides may differ by a rounding error.
        fc.pre(Math.abs(thresholds - hours) > 1e-6 * Math.max(1, hours));
        expect(thresholds <= hours).toBe(confidenceRatio(hours, optimistic, pessimistic) >= wanted);
      }),
    );
  });
});
