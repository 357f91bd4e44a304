/**
 * The one hour axis that all range bars share, so that they compare at a glance. One huge issue must not flatten all
 * others: the axis then ends earlier and that bar runs over its end.
 */
export interface HourAxis {
  /** Hours at the right end. */
  readonly end: number;
}

const niceSteps = [1, 2, 4, 5, 8, 10];

/** Rounds up to a number that reads well at the end of an axis. */
function niceEnd(hours: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(hours, 1)));
  return power * (niceSteps.find((nice) => nice * power >= hours) ?? 10);
}

/** @param pessimistic of all estimated issues, hours, in any order */
export function hourAxis(pessimistic: readonly number[]): HourAxis {
  if (pessimistic.length === 0) return { end: 8 };
  const sorted = [...pessimistic].sort((a, b) => a - b);
  const longest = sorted[sorted.length - 1] ?? 8;
  // Of ten issues or fewer none is left out: there is no telling which of so few is the unusual one.
  const usual = sorted[Math.ceil((sorted.length - 1) * 0.9)] ?? longest;
  return { end: niceEnd(Math.min(longest, usual * 2)) };
}

/** Where on the axis, in percent of its width; never beyond the end. */
export function placeOn(axis: HourAxis, hours: number): number {
  return Math.min(100, (hours / axis.end) * 100);
}
