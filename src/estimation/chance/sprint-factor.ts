import type { FinishedRow } from './finished-work';
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
export function learnCommonSpread(rows: readonly FinishedRow[], expected: ExpectedRatio): number {
  const { spread, unknown, worth, sprints: prior } = priors.common;
  const sprints = new Map<string, { count: number; total: number; off: number; squares: number; sizes: number }>();
  const forecasts = rows.map((row, i) => row.task.estimate * Math.exp(row.ratio - (expected.residuals[i] ?? 0)));
  const actuals = rows.reduce((sum, { task }) => sum + task.actual, 0);
  const smear = actuals / forecasts.reduce((sum, hours) => sum + hours, 0);
  rows.forEach(({ task }, i) => {
    if (task.sprint === null) return;
    const sprint = sprints.get(task.sprint) ?? { count: 0, total: 0, off: 0, squares: 0, sizes: 0 };
    const hours = (forecasts[i] ?? 0) * smear;
    sprint.count += 1;
    sprint.total += hours;
    sprint.sizes += hours ** 2;
    sprint.off += task.actual - hours;
    sprint.squares += (task.actual - hours) ** 2;
    sprints.set(task.sprint, sprint);
  });
  let variance = prior * spread ** 2;
  let counted = prior;
  for (const { count, total, off, squares, sizes } of sprints.values()) {
    const pairs = total ** 2 - sizes;
    if (count < leastTasks || !(pairs > 0)) continue;
    variance += Math.min(mostOfOne, Math.max(-mostOfOne, (off ** 2 - squares) / pairs));
    counted += 1;
  }
  return Math.sqrt(Math.max(0, variance / counted) + unknown / (rows.length + worth));
}
