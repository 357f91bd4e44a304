import fc from 'fast-check';
import { rangeOf } from '../../src/estimation/range';
import { barWidths } from '../../src/glance/range-bar';

describe('the bar of a range', () => {
  it('ends at twice the estimate: 10 h at 80 % are 8–12.5 h of 20 h', () => {
    expect(barWidths(rangeOf(10, 0.8))).toEqual({ before: 40, range: 22.5, after: 37.5 });
  });

  it('ends at the pessimistic end where that is further: 10 h at 25 % are 2.5–40 h of 40 h', () => {
    expect(barWidths(rangeOf(10, 0.25))).toEqual({ before: 6.25, range: 93.75, after: 0 });
  });

  it('shows an exact estimate too, as a mark in the middle', () => {
    expect(barWidths(rangeOf(10, 1))).toEqual({ before: 50, range: 2, after: 48 });
  });

  it('is as wide as all of its boxes together, and none is less than nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 100_000, noNaN: true }),
        fc.integer({ min: 1, max: 100 }),
        (original, percent) => {
          const { before, range, after } = barWidths(rangeOf(original, percent / 100));
          expect(before + range + after).toBeCloseTo(100, 9);
          for (const width of [before, range, after]) expect(width).toBeGreaterThanOrEqual(-1e-9);
        },
      ),
    );
  });

  it('is narrower with more confidence', () => {
    const widths = [50, 60, 70, 80, 90, 100].map((percent) => barWidths(rangeOf(10, percent / 100)).range);
    expect(widths).toEqual([...widths].sort((one, other) => other - one));
    expect(new Set(widths).size).toBe(widths.length);
  });
});
