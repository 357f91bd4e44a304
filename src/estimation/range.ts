/** What one issue, or a sum of issues, is expected to take. All three in working hours. */
export interface HoursRange {
  readonly optimistic: number;
  readonly original: number;
  readonly pessimistic: number;
}

/**
 * The range of one issue (O-C-O-P): optimistic = O × C, pessimistic = O ÷ C.
 *
 * @param original original estimate in hours, 0 or more
 * @param confidence fraction in (0, 1]
 * @example rangeOf(10, 0.5) // 5–20 h
 */
export function rangeOf(original: number, confidence: number): HoursRange {
  return { optimistic: original * confidence, original, pessimistic: original / confidence };
}
