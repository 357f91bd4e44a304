import type { FinishedWork } from './finished-work';
import { priors } from './priors';

/** Totals of actual over totals of estimated effort, as this team is known. */
export interface UsualTotal {
  /** What a total comes to, as a multiple of its estimates. */
  readonly ratio: number;
  /** How much of each forecast it replaces: 1 before anything is finished, less with each task. */
  readonly weight: number;
}

/**
 * Single tasks are uneven, totals are not: nearly every team's total is near its estimates, and one that works in points,
 * or always runs over twofold, shows it soon. So the usual total is the prior's until the team's own differs by more than
 * two standard errors, and is then the team's own (positive-part James–Stein; standard error of a ratio of sums: Cochran,
 * Sampling Techniques, 6.4).
 */
export function learnUsualTotal({ count, estimates, actuals, recency: { team } }: FinishedWork): UsualTotal {
  const { ratio: prior, between, standardErrors, worth } = priors.total;
  const weight = worth / (count + worth);
  let actual = 0;
  let estimate = 0;
  for (let i = 0; i < count; i += 1) {
    actual += (team[i] ?? 0) * (actuals[i] ?? 0);
    estimate += (team[i] ?? 0) * (estimates[i] ?? 0);
  }
  if (!(actual > 0)) return { ratio: prior, weight };
  const ratio = actual / estimate;
  let squares = 0;
  let sizes = 0;
  for (let i = 0; i < count; i += 1) {
    squares += ((team[i] ?? 0) * ((actuals[i] ?? 0) - ratio * (estimates[i] ?? 0))) ** 2;
    sizes += ((team[i] ?? 0) * (estimates[i] ?? 0)) ** 2;
  }
  // A few tasks show too little of how they scatter: the second term is what a few tasks may hide.
  const variance = 1.5 * (squares / actual ** 2 + (3 * sizes) / (estimate ** 2 * count));
  const off = Math.log(ratio / prior);
  const signal = Math.max(between ** 2, off ** 2 - standardErrors ** 2 * variance);
  return { ratio: prior * Math.exp((off * signal) / (signal + variance)), weight };
}
