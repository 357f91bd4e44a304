import { chunksOf } from '../../chunks';
import { mostIssuesARank, type RankPlace } from '../../jira/rank-issues';

/** One call that ranks issues, in their order, beside one that stays where it is. */
export interface RankCall {
  readonly ids: readonly string[];
  readonly place: RankPlace;
}

/**
 * The rank calls that bring issues into the wanted order: the longest list of issues whose order is right already stays in
 * place, and the others are put beside them, group by group. When ranking everything behind the first issue takes fewer
 * calls, that is done. To be sent in this order; as every call stands beside an issue that stays, none needs an earlier one
 * to have gone well, and sending all again changes nothing.
 *
 * @param current ids by Jira's rank; a wanted issue that is not among them has no known rank and is always ranked
 * @param wanted ids, each once
 */
export function rankCalls(current: readonly string[], wanted: readonly string[]): RankCall[] {
  const everything = callsKeeping(new Set(wanted.slice(0, 1)), wanted);
  const kept = longestInOrder(current, wanted);
  if (kept.size === 0) return everything;
  const fewest = callsKeeping(kept, wanted);
  return everything.length < fewest.length ? everything : fewest;
}

function callsKeeping(kept: ReadonlySet<string>, wanted: readonly string[]): RankCall[] {
  const calls: RankCall[] = [];
  let previous: string | null = null;
  let group: string[] = [];
  for (const id of wanted) {
    if (!kept.has(id)) {
      group.push(id);
      continue;
    }
    calls.push(...(previous === null ? callsBefore(id, group) : callsAfter(previous, group)));
    previous = id;
    group = [];
  }
  return previous === null ? calls : [...calls, ...callsAfter(previous, group)];
}

/** Calls that put a list of any length right before an issue. */
export function callsBefore(id: string, group: readonly string[]): RankCall[] {
  return chunksOf(group, mostIssuesARank).map((ids) => ({ ids, place: { before: id } }));
}

/** Right after an issue: the last piece first, and each other one between the issue and the piece after it. */
export function callsAfter(id: string, group: readonly string[]): RankCall[] {
  return chunksOf(group, mostIssuesARank)
    .reverse()
    .map((ids) => ({ ids, place: { after: id } }));
}

/** A longest increasing subsequence (patience sorting, n log n): the most issues that need not be ranked. */
function longestInOrder(current: readonly string[], wanted: readonly string[]): Set<string> {
  const rankOf = new Map(current.map((id, rank) => [id, rank]));
  /** By length − 1, the list of that length that ends lowest; each as its last issue and the list before it. */
  const piles: Pile[] = [];
  for (const id of wanted) {
    const rank = rankOf.get(id);
    if (rank === undefined) continue;
    let [from, to] = [0, piles.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      if ((piles[middle]?.rank ?? Infinity) < rank) from = middle + 1;
      else to = middle;
    }
    piles[from] = { id, rank, below: piles[from - 1] };
  }
  const longest = new Set<string>();
  for (let pile = piles.at(-1); pile !== undefined; pile = pile.below) longest.add(pile.id);
  return longest;
}

interface Pile {
  id: string;
  rank: number;
  below: Pile | undefined;
}
