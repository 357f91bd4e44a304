import type { HoursRange } from './range';

/**
 * Running sums down a list of issues: position k holds the sum over the first k issues, so that any place for the line
 * is one look-up. Each array has one number more than there are issues; the first is 0.
 */
export interface PrefixSums {
  readonly optimistic: Float64Array;
  readonly original: Float64Array;
  readonly pessimistic: Float64Array;
}

/**
 * @param ranges in plan order; null is an unestimated issue, which adds nothing
 */
export function prefixSums(ranges: readonly (HoursRange | null)[]): PrefixSums {
  const optimistic = new Float64Array(ranges.length + 1);
  const original = new Float64Array(ranges.length + 1);
  const pessimistic = new Float64Array(ranges.length + 1);
  let o = 0;
  let h = 0;
  let p = 0;
  for (const [index, range] of ranges.entries()) {
    if (range !== null) {
      o += range.optimistic;
      h += range.original;
      p += range.pessimistic;
    }
    optimistic[index + 1] = o;
    original[index + 1] = h;
    pessimistic[index + 1] = p;
  }
  return { optimistic, original, pessimistic };
}

/** How many issues the sums run over. */
export function issueCount(sums: PrefixSums): number {
  return sums.original.length - 1;
}

/**
 * The sum over the first `count` issues.
 *
 * @throws RangeError when the list has fewer issues
 */
export function sumOfFirst(sums: PrefixSums, count: number): HoursRange {
  const optimistic = sums.optimistic[count];
  const original = sums.original[count];
  const pessimistic = sums.pessimistic[count];
  if (optimistic === undefined || original === undefined || pessimistic === undefined) {
    throw new RangeError(`There are ${String(issueCount(sums))} issues, not ${String(count)}.`);
  }
  return { optimistic, original, pessimistic };
}
