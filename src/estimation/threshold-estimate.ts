/**
 * The hours to reserve for an issue so that the sprint reaches the desired confidence:
 * optimistic + d × (pessimistic − optimistic). For 0 < d ≤ 1 the thresholds of a set of issues sum to at most the
 * capacity exactly when the set's confidence ratio is at least d.
 *
 * @param optimistic hours
 * @param pessimistic hours
 * @param desired desired confidence, fraction from 0 to 1
 * @returns hours
 */
export function thresholdEstimate(optimistic: number, pessimistic: number, desired: number): number {
  return optimistic + desired * (pessimistic - optimistic);
}
