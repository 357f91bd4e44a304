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
    expect(moveIssue(['a', 'b', 'c'], { issueId: 'c', afterId: 'a' })).toEqual(['a', 'c', 'b']);
    expect(moveIssue(['a', 'b', 'c'], { issueId: 'c', afterId: null })).toEqual(['c', 'a', 'b']);
  });

  it('changes nothing when either of the two is gone', () => {
    expect(moveIssue(['a', 'b'], { issueId: 'x', afterId: 'a' })).toEqual(['a', 'b']);
    expect(moveIssue(['a', 'b'], { issueId: 'a', afterId: 'x' })).toEqual(['a', 'b']);
    expect(moveIssue(['a', 'b'], { issueId: 'a', afterId: 'a' })).toEqual(['a', 'b']);
  });

  it('keeps all issues and the order of the others', () => {
    fc.assert(
      fc.property(ids, fc.nat(), fc.option(fc.nat(), { nil: null }), (order, which, after) => {
        const issueId = order[which % Math.max(1, order.length)] ?? 'none';
        const afterId = after === null ? null : (order[after % Math.max(1, order.length)] ?? 'none');
        const moved = moveIssue(order, { issueId, afterId });
        expect([...moved].sort()).toEqual([...order].sort());
        expect(moved.filter((id) => id !== issueId)).toEqual(order.filter((id) => id !== issueId));
      }),
    );
  });
});
