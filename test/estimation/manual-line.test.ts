import fc from 'fast-check';

import { anchorLine, countAboveAnchor } from '../../src/estimation/manual-line';

describe('a line that somebody dropped', () => {
  it('stays below the issue that it was dropped under when others move in front of it', () => {
    const anchor = anchorLine(['a', 'b', 'c', 'd'], 2);
    expect(countAboveAnchor(['n', 'a', 'b', 'c', 'd'], anchor)).toBe(3);
    expect(countAboveAnchor(['d', 'c', 'b', 'a'], anchor)).toBe(3);
  });

  it('falls back to the issue above when its own leaves the sprint', () => {
    const anchor = anchorLine(['a', 'b', 'c', 'd'], 3);
    expect(countAboveAnchor(['a', 'b', 'd'], anchor)).toBe(2);
    expect(countAboveAnchor(['a', 'd'], anchor)).toBe(1);
  });

  it('is above everything when all issues above it are gone, or when it was dropped there', () => {
    expect(countAboveAnchor(['d'], anchorLine(['a', 'd'], 1))).toBe(0);
    expect(countAboveAnchor(['a', 'b'], anchorLine(['a', 'b'], 0))).toBe(0);
  });

  it('is found where it was dropped, wherever that is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer().map(String), { maxLength: 200 }), fc.nat(), (order, place) => {
        const count = place % (order.length + 1);
        expect(countAboveAnchor(order, anchorLine(order, count))).toBe(count);
      }),
    );
  });
});
