import type { HoursRange } from '../estimation/range';

/** The three boxes of the range bar, in percent of its width; together 100. */
export interface BarWidths {
  readonly before: number;
  readonly range: number;
  readonly after: number;
}

/** So narrow a range would not be seen. */
const leastWidth = 2;

/**
 * Where the range lies on a bar that begins at no hours. It ends at twice the estimate, so that a bar becomes narrower as
 * the confidence grows, or at the pessimistic end where that lies beyond.
 *
 * @example barWidths(rangeOf(10, 0.8)) // 8–12.5 h of 20 h: before 40, range 22.5, after 37.5
 */
export function barWidths({ optimistic, original, pessimistic }: HoursRange): BarWidths {
  const end = Math.max(2 * original, pessimistic);
  const range = Math.max(leastWidth, ((pessimistic - optimistic) / end) * 100);
  const before = Math.min((optimistic / end) * 100, 100 - range);
  return { before, range, after: 100 - before - range };
}
