import { ratioAt } from './cutline';
import { issueCount, type PrefixSums } from './prefix-sums';

/** Where a list stops being committed, likely, or a stretch, as fractions of confidence. */
export const rulerMarks = [
  { name: 'committed', atLeast: 0.9 },
  { name: 'likely', atLeast: 0.8 },
  { name: 'stretch', atLeast: 0.5 },
] as const;

export type RulerMark = (typeof rulerMarks)[number]['name'];

/** As with the line itself: rounding must not push the issue out that just fits. */
const sameRatio = 1e-9;

/**
 * The confidence ratio that everything down to each issue fits: fractions, in plan order, never rising.
 *
 * @param capacity hours
 */
export function ratiosToHere(sums: PrefixSums, capacity: number): number[] {
  return Array.from({ length: issueCount(sums) }, (_, index) => ratioAt(sums, capacity, index + 1));
}

/** The surest mark that a ratio reaches; null below all of them. */
export function markOf(ratio: number): RulerMark | null {
  return rulerMarks.find(({ atLeast }) => ratio >= atLeast - sameRatio)?.name ?? null;
}

/**
 * For each mark the place of the last issue that reaches it, when one does: index in plan order to mark. An issue without an
 * estimate reaches nothing: that it changes no sum is no promise to finish it.
 */
export function marksDown(ratios: readonly number[], estimated: readonly boolean[]): Map<number, RulerMark> {
  const last = new Map<RulerMark, number>();
  ratios.forEach((ratio, index) => {
    const mark = markOf(ratio);
    if (mark !== null && estimated[index] === true) last.set(mark, index);
  });
  return new Map([...last].map(([mark, index]) => [index, mark]));
}
