import fc from 'fast-check';

import { prefixSums } from '../../src/estimation/prefix-sums';
import { rangeOf } from '../../src/estimation/range';
import { markOf, marksDown, ratiosToHere, rulerMarks } from '../../src/estimation/ruler';
import { capacity, issues } from './arbitrary-plans';

const sumsOf = (list: readonly { hours: number | null; confidence: number }[]) =>
  prefixSums(list.map(({ hours, confidence }) => (hours === null ? null : rangeOf(hours, confidence))));

/** Of a list in which every issue has an estimate. */
const marks = (ratios: readonly number[]) =>
  marksDown(
    ratios,
    ratios.map(() => true),
  );

describe('the ruler', () => {
  it('says for every issue how sure it is that everything down to it fits', () => {
    // Each 8 h at 50 %: 4–16 h. With 20 h: (20−4)/(16−4) > 1; (20−8)/(32−8) = 0.5; (20−12)/(48−12) = 0.2222.
    const three = Array.from({ length: 3 }, () => ({ hours: 8, confidence: 0.5 }));
    const [one, two, last] = ratiosToHere(sumsOf(three), 20);
    expect(one).toBe(1);
    expect(two).toBeCloseTo(0.5, 12);
    expect(last).toBeCloseTo(2 / 9, 12);
  });

  it('calls 90 % committed, 80 % likely, 50 % stretch, and less nothing', () => {
    expect([1, 0.9, 0.899, 0.8, 0.79, 0.5, 0.49, 0].map(markOf)).toEqual([
      'committed',
      'committed',
      'likely',
      'likely',
      'stretch',
      'stretch',
      null,
      null,
    ]);
  });

  it('marks the last issue that reaches each', () => {
    expect(marks([1, 0.95, 0.85, 0.7, 0.6, 0.2])).toEqual(
      new Map([
        [1, 'committed'],
        [2, 'likely'],
        [4, 'stretch'],
      ]),
    );
    expect(marks([1, 1])).toEqual(new Map([[1, 'committed']]));
    expect(marks([0.6, 0.1])).toEqual(new Map([[0, 'stretch']]));
    expect(marks([])).toEqual(new Map());
  });

  it('does not mark an issue without an estimate, which nobody has promised to finish', () => {
    expect(marksDown([1, 0.95, 0.95, 0.95, 0.7], [true, true, false, false, true])).toEqual(
      new Map([
        [1, 'committed'],
        [4, 'stretch'],
      ]),
    );
    expect(marksDown([1, 1], [false, false])).toEqual(new Map());
  });

  it('never rises on the way down, so each mark stands at most once, and in this order', () => {
    fc.assert(
      fc.property(issues, capacity, (list, hours) => {
        const ratios = ratiosToHere(sumsOf(list), hours);
        ratios.slice(1).forEach((ratio, index) => {
          expect(ratio).toBeLessThanOrEqual((ratios[index] ?? 1) + 1e-9);
        });
        const names = [...marks(ratios).values()];
        expect(names).toEqual(rulerMarks.map(({ name }) => name).filter((name) => names.includes(name)));
      }),
    );
  });
});
