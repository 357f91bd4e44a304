import type { FinishedWork } from './finished-work';
import type { ExpectedRatio } from './expected-ratio';
import { priors } from './priors';

/** A finished sprint says something about sprints when it has at least this many tasks. */
const leastTasks = 3;

/** One sprint, however odd, says at most this of the common variance. */
const mostOfOne = 0.25;

/**
 * The spread of ln(total) that all tasks of a sprint have in common, because sprints go well or badly as a whole. Per
 * finished sprint, the products of the residuals of every two of its tasks estimate the common variance (intraclass
 * covariance: what tasks do alone cancels); the sprints' mean is shrunk to the prior.
 */
export function learnCommonSpread(work: FinishedWork, { residuals }: ExpectedRatio): number {
  const { spread, unknown, worth, sprints: prior } = priors.common;
  const { count: tasks, estimates, actuals, ratios, sprints } = work;
  const forecasts = estimates.map((estimate, i) => estimate * Math.exp((ratios[i] ?? 0) - (residuals[i] ?? 0)));
  const smear = sumOf(actuals) / sumOf(forecasts);
  const perSprint = (): Float64Array => new Float64Array(sprints.count);
  const [counts, totals, offs, squares, sizes] = [perSprint(), perSprint(), perSprint(), perSprint(), perSprint()];
  for (let i = 0; i < tasks; i += 1) {
    const sprint = sprints.codes[i] ?? -1;
    if (sprint < 0) continue;
    const hours = (forecasts[i] ?? 0) * smear;
    const off = (actuals[i] ?? 0) - hours;
    counts[sprint] = (counts[sprint] ?? 0) + 1;
    totals[sprint] = (totals[sprint] ?? 0) + hours;
    sizes[sprint] = (sizes[sprint] ?? 0) + hours ** 2;
    offs[sprint] = (offs[sprint] ?? 0) + off;
    squares[sprint] = (squares[sprint] ?? 0) + off ** 2;
  }
  let variance = prior * spread ** 2;
  let counted = prior;
  for (let sprint = 0; sprint < sprints.count; sprint += 1) {
    const pairs = (totals[sprint] ?? 0) ** 2 - (sizes[sprint] ?? 0);
    if ((counts[sprint] ?? 0) < leastTasks || !(pairs > 0)) continue;
    const common = ((offs[sprint] ?? 0) ** 2 - (squares[sprint] ?? 0)) / pairs;
    variance += Math.min(mostOfOne, Math.max(-mostOfOne, common));
    counted += 1;
  }
  return Math.sqrt(Math.max(0, variance / counted) + unknown / (tasks + worth));
}

function sumOf(numbers: Float64Array): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
