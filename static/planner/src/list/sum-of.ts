import type { PlannerItem } from '../../../../src/contract';
import { prefixSums, sumOfFirst } from '../../../../src/estimation/prefix-sums';
import { type HoursRange, rangeOf } from '../../../../src/estimation/range';

/** The sum of those issues that have an estimate. */
export function sumOf(items: readonly PlannerItem[]): HoursRange {
  const ranges = items.map(({ hours, confidence }) => (hours === null ? null : rangeOf(hours, confidence / 100)));
  return sumOfFirst(prefixSums(ranges), ranges.length);
}
