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
 * Where the line belongs: how many issues from the top are in the sprint. Two binary searches on the running sums,
 * because the ratio never rises as the list grows.
 *
 * Ties between two values go to the safer one; among positions with the same value the longest list wins.
 *
 * @param capacity hours, 0 or more
 * @param desired desired confidence, fraction from 0 to 1
 */
export function autoCutline(sums: PrefixSums, capacity: number, desired: number, policy: CutlinePolicy): number {
  const enough = longestReaching(sums, capacity, desired);
  if (policy === 'atLeast' || enough === issueCount(sums)) return enough;
  const safer = ratioAt(sums, capacity, enough);
  const bolder = ratioAt(sums, capacity, enough + 1);
  if (Math.abs(safer - desired) <= Math.abs(bolder - desired) + sameRatio) return enough;
  return longestReaching(sums, capacity, bolder);
}

/** The longest list whose ratio is at least `wanted`. The empty list has ratio 1, so there always is one. */
function longestReaching(sums: PrefixSums, capacity: number, wanted: number): number {
  let reaches = 0;
  let tooLong = issueCount(sums) + 1;
  while (tooLong - reaches > 1) {
    const middle = Math.floor((reaches + tooLong) / 2);
    if (ratioAt(sums, capacity, middle) >= wanted - sameRatio) reaches = middle;
    else tooLong = middle;
  }
  return reaches;
}
