/**
 * Sums of hours carry rounding errors of about 1e-16 of their size. Two sums that are nearer than this part of their
 * size are the same number of hours; without it three issues of 0.33 h would not fit into 0.99 h.
 */
const sameHours = 1e-9;

/**
 * Sprint confidence, the method's own figure: 1 when the capacity covers the pessimistic sum, 0 when it does not exceed
 * the optimistic sum, and linear between the two. It is not a probability.
 *
 * @param capacity hours, 0 or more
 * @param optimistic sum over the issues above the line, hours
 * @param pessimistic sum over the issues above the line, hours, at least `optimistic`
 * @returns fraction from 0 to 1; no issues at all give 1
 * @example confidenceRatio(32, 19, 36.6667) // 0.7358
 */
export function confidenceRatio(capacity: number, optimistic: number, pessimistic: number): number {
  const tolerance = sameHours * Math.max(1, pessimistic);
  if (capacity >= pessimistic - tolerance) return 1;
  if (capacity <= optimistic) return 0;
  return (capacity - optimistic) / (pessimistic - optimistic);
}
