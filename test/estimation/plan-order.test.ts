import fc from 'fast-check';

import { moveIssue, orderKeeping, orderLike } from '../../src/estimation/plan-order';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }).map(String), { maxLength: 30 });

describe('the order of a plan', () => {
  it('is Jira’s rank while nobody has ordered the plan', () => {
    expect(orderLike([], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  });

  it('puts an issue that is new in the sprint after the one it follows in Jira', () => {
    expect(orderLike(['c', 'a'], ['a', 'b', 'c'])).toEqual(['c', 'a', 'b']);
    expect(orderLike(['c', 'a'], ['n', 'a', 'c'])).toEqual(['n', 'c', 'a']);
  });

  it('leaves out what has left the sprint', () => {
    expect(orderLike(['x', 'b', 'a'], ['a', 'b'])).toEqual(['b', 'a']);
  });

  it('holds every issue of the sprint exactly once, in the stored order', () => {
    fc.assert(
      fc.property(ids, ids, (stored, inSprint) => {
        const order = orderLike(stored, inSprint);
        expect([...order].sort()).toEqual([...inSprint].sort());
        const kept = stored.filter((id) => inSprint.includes(id));
        expect(order.filter((id) => stored.includes(id))).toEqual(kept);
      }),
    );
  });

  it('keeps the places of issues that the person who saves cannot see', () => {
    // Stored a, hidden, b. Somebody who sees only a and b swaps them: hidden stays behind a.
    expect(orderKeeping(['b', 'a'], ['a', 'hidden', 'b'])).toEqual(['b', 'a', 'hidden']);
  });

  it('loses no stored issue when a part of them is saved in a new order', () => {
    fc.assert(
      fc.property(ids, ids, (saved, stored) => {
        const order = orderKeeping(saved, stored);
        expect(new Set(order)).toEqual(new Set([...saved, ...stored]));
        expect(order).toHaveLength(new Set([...saved, ...stored]).size);
        expect(order.filter((id) => saved.includes(id))).toEqual(saved);
      }),
    );
  });
});

describe('moving an issue', () => {
  it('puts it right after another one, or first', () => {
    expect(moveIssue(['a', 'b', 'c'], { issueId: 'c', after: ['a'] })).toEqual(['a', 'c', 'b']);
    expect(moveIssue(['a', 'b', 'c'], { issueId: 'c', after: [] })).toEqual(['c', 'a', 'b']);
  });

  it('changes nothing when the issue is gone', () => {
    expect(moveIssue(['a', 'b'], { issueId: 'x', after: ['a'] })).toEqual(['a', 'b']);
  });

  it('pulls an issue in that was not planned, and drops one that was', () => {
    expect(moveIssue(['a', 'b'], { issueId: 'x', after: ['a'], pull: true })).toEqual(['a', 'x', 'b']);
    expect(moveIssue(['a', 'b'], { issueId: 'b', after: [], pull: true })).toEqual(['b', 'a']);
    expect(moveIssue(['a', 'b'], { issueId: 'a', drop: true })).toEqual(['b']);
    expect(moveIssue(['a', 'b'], { issueId: 'x', drop: true })).toEqual(['a', 'b']);
  });

  it('falls back to the nearest issue above that is still there when its neighbour has left the sprint', () => {
    expect(moveIssue(['a', 'b', 'c', 'd'], { issueId: 'd', after: ['gone', 'b', 'a'] })).toEqual(['a', 'b', 'd', 'c']);
    expect(moveIssue(['b', 'c', 'd'], { issueId: 'd', after: ['gone', 'too'] })).toEqual(['d', 'b', 'c']);
  });

  it('keeps all issues and the order of the others', () => {
    fc.assert(
      fc.property(ids, fc.nat(), fc.array(fc.nat(), { maxLength: 4 }), (order, which, above) => {
        const issueId = order[which % Math.max(1, order.length)] ?? 'none';
        const after = above.map((place) => order[place % Math.max(1, order.length)] ?? 'none');
        const moved = moveIssue(order, { issueId, after });
        expect([...moved].sort()).toEqual([...order].sort());
        expect(moved.filter((id) => id !== issueId)).toEqual(order.filter((id) => id !== issueId));
      }),
    );
  });
});
