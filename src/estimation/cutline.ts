import { confidenceRatio } from './confidence-ratio';
import { issueCount, type PrefixSums, sumOfFirst } from './prefix-sums';

/** `closest`: where the ratio comes closest to the desired confidence. `atLeast`: the longest list that reaches it. */
export type CutlinePolicy = 'closest' | 'atLeast';

/** Ratios nearer than this are the same ratio: far below anything shown, far above rounding errors. */
const sameRatio = 1e-9;

/** The confidence ratio when the line is below the first `count` issues. Never rises as `count` grows. */
export function ratioAt(sums: PrefixSums, capacity: number, count: number): number {
  const { optimistic, pessimistic } = sumOfFirst(sums, count);
  return confidenceRatio(capacity, optimistic, pessimistic);
}

/**
 * Where the line belongs by the confidence ratio: how many issues from the top are in the sprint.
 *
 * @param capacity hours, 0 or more
 * @param desired desired confidence, fraction from 0 to 1
 */
export function autoCutline(sums: PrefixSums, capacity: number, desired: number, policy: CutlinePolicy): number {
  return cutlineBy((count) => ratioAt(sums, capacity, count), issueCount(sums), desired, policy);
}

/**
 * Where the line belongs by any number that says how sure a list is. Two binary searches, because it never rises as the
 * list grows. Ties between two values go to the safer one; among positions with the same value the longest list wins.
 *
 * @param sureOf of the first `count` issues; fraction, 1 for none of them
 * @param issues how many there are
 * @param desired fraction from 0 to 1
 */
export function cutlineBy(
  sureOf: (count: number) => number,
  issues: number,
  desired: number,
  policy: CutlinePolicy,
): number {
  const enough = longestReaching(sureOf, issues, desired);
  if (policy === 'atLeast' || enough === issues) return enough;
  const safer = sureOf(enough);
  const bolder = sureOf(enough + 1);
  if (Math.abs(safer - desired) <= Math.abs(bolder - desired) + sameRatio) return enough;
  return longestReaching(sureOf, issues, bolder);
}

/** The longest list that is at least as sure as `wanted`. The empty list is sure, so there always is one. */
function longestReaching(sureOf: (count: number) => number, issues: number, wanted: number): number {
  let reaches = 0;
  let tooLong = issues + 1;
  while (tooLong - reaches > 1) {
    const middle = Math.floor((reaches + tooLong) / 2);
    if (sureOf(middle) >= wanted - sameRatio) reaches = middle;
    else tooLong = middle;
  }
  return reaches;
}
