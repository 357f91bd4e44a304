import fc from 'fast-check';

import { type RankCall, rankCalls } from '../../src/planning/apply/rank-order';

/** What Jira does with rank calls: the issues come out of the list and go in again beside the one that is named. */
function ranked(list: readonly string[], calls: readonly RankCall[]): string[] {
  return calls.reduce<string[]>(
    (order, { ids, place }) => {
      const rest = order.filter((id) => !ids.includes(id));
      const beside = 'before' in place ? rest.indexOf(place.before) : rest.indexOf(place.after) + 1;
      if (beside < 0 || ids.length > 50 || ids.length === 0) throw new Error('Jira would refuse this call');
      return [...rest.slice(0, beside), ...ids, ...rest.slice(beside)];
    },
    [...list],
  );
}

const issueIds = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

describe('ranking a sprint as planned', () => {
  it('moves one issue with one call, behind the one that it is to follow', () => {
    expect(rankCalls(['a', 'b', 'c', 'd'], ['b', 'c', 'a', 'd'])).toEqual([{ ids: ['a'], place: { after: 'c' } }]);
  });

  it('puts what is to be first before what follows it', () => {
    expect(rankCalls(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual([{ ids: ['c'], place: { before: 'a' } }]);
  });

  it('moves neighbours together and leaves as many in place as can be', () => {
    // Either a, b, c, f and g stay or d, e, f and g: the longer list does.
    expect(rankCalls(['a', 'b', 'c', 'd', 'e', 'f', 'g'], ['d', 'e', 'a', 'b', 'c', 'f', 'g'])).toEqual([
      { ids: ['d', 'e'], place: { before: 'a' } },
    ]);
  });

  it('always ranks what has just been moved in', () => {
    expect(rankCalls(['a', 'b'], ['a', 'x', 'b', 'y'])).toEqual([{ ids: ['x', 'b', 'y'], place: { after: 'a' } }]);
    expect(rankCalls(['a', 'b'], ['a', 'b', 'x', 'y'])).toEqual([{ ids: ['x', 'y'], place: { after: 'b' } }]);
    expect(rankCalls([], ['x', 'y', 'z'])).toEqual([{ ids: ['y', 'z'], place: { after: 'x' } }]);
  });

  it('asks for nothing when the order is right, or there is nothing to order', () => {
    expect(rankCalls(['a', 'b', 'c'], ['a', 'c'])).toEqual([]);
    expect(rankCalls(['a', 'b'], [])).toEqual([]);
    expect(rankCalls([], ['x'])).toEqual([]);
  });

  it('puts more than 50 behind one issue with the last ones first', () => {
    const wanted = ['1', ...issueIds(3, 80), '2'];
    // 2 alone is out of place: one call. Were 3–80 new, it would be two: 53–80 and, before them, 3–52.
    expect(rankCalls(issueIds(1, 80), wanted)).toEqual([{ ids: ['2'], place: { after: '80' } }]);
    expect(rankCalls(['1', '2'], ['1', ...issueIds(3, 80), '2'])).toEqual([
      { ids: issueIds(53, 80), place: { after: '1' } },
      { ids: issueIds(3, 52), place: { after: '1' } },
    ]);
  });

  it('ranks a thoroughly shuffled sprint as a whole, because that takes fewer calls', () => {
    // Every second one is out of place: 30 groups of one. As a whole it is 59 behind the first: two calls.
    const wanted = issueIds(1, 30).flatMap((id) => [id, String(61 - Number(id))]);
    expect(rankCalls(issueIds(1, 60), wanted)).toHaveLength(2);
  });

  const sprint = fc.uniqueArray(fc.nat({ max: 9999 }).map(String), { maxLength: 180 }).chain((all) =>
    fc.record({
      site: fc.constant(all),
      wanted: fc.shuffledSubarray(all),
      known: fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
    }),
  );

  it('leads to the wanted order wherever the issues were, in at most as many calls as ranking all of them', () => {
    fc.assert(
      fc.property(sprint, ({ site, wanted, known }) => {
        const calls = rankCalls(
          site.filter((_, place) => known[place]),
          wanted,
        );
        const isWanted = new Set(wanted);
        expect(ranked(site, calls).filter((id) => isWanted.has(id))).toEqual(wanted);
        expect(calls.length).toBeLessThanOrEqual(Math.ceil(wanted.length / 50) + 1);
      }),
    );
  });

  it('leaves all others where they were', () => {
    fc.assert(
      fc.property(sprint, ({ site, wanted, known }) => {
        const calls = rankCalls(
          site.filter((_, place) => known[place]),
          wanted,
        );
        const moved = new Set(calls.flatMap(({ ids }) => ids));
        expect(ranked(site, calls).filter((id) => !moved.has(id))).toEqual(site.filter((id) => !moved.has(id)));
      }),
    );
  });

  it('may be sent again, from the start or after being cut off, with the same result', () => {
    fc.assert(
      fc.property(sprint, fc.nat(), ({ site, wanted }, cut) => {
        const calls = rankCalls(site, wanted);
        const cutOff = ranked(site, calls.slice(0, cut % (calls.length + 1)));
        const isWanted = new Set(wanted);
        expect(ranked(cutOff, calls).filter((id) => isWanted.has(id))).toEqual(wanted);
        expect(ranked(cutOff, rankCalls(cutOff, wanted)).filter((id) => isWanted.has(id))).toEqual(wanted);
      }),
    );
  });
});
