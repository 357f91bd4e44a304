import type { FinishedRow } from './finished-work';
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
export function learnUsualTotal(rows: readonly FinishedRow[]): UsualTotal {
  const { ratio: prior, between, standardErrors, worth } = priors.total;
  const weight = worth / (rows.length + worth);
  let actual = 0;
  let estimate = 0;
  for (const {
    task,
    weight: { team },
  } of rows) {
    actual += team * task.actual;
    estimate += team * task.estimate;
  }
  if (!(actual > 0)) return { ratio: prior, weight };
  const ratio = actual / estimate;
  let squares = 0;
  let sizes = 0;
  for (const {
    task,
    weight: { team },
  } of rows) {
    squares += (team * (task.actual - ratio * task.estimate)) ** 2;
    sizes += (team * task.estimate) ** 2;
  }
  // A few tasks show too little of how they scatter: the second term is what a few tasks may hide.
  const variance = 1.5 * (squares / actual ** 2 + (3 * sizes) / (estimate ** 2 * rows.length));
  const off = Math.log(ratio / prior);
  const signal = Math.max(between ** 2, off ** 2 - standardErrors ** 2 * variance);
  return { ratio: prior * Math.exp((off * signal) / (signal + variance)), weight };
}
