import type { PlannerItem, Value } from '../../contract';
import { learn } from '../../estimation/chance/learn';
import { finishedTasks } from '../../estimation/learnt-history';
import { forecastIssue } from '../../estimation/plan-chances';
import type { Calibration } from '../../storage/calibrations';

/** Fewer say little of one more. */
const leastIssues = 10;

/**
 * What issues like this one took, as parts of their estimates.
 *
 * @param today yyyy-mm-dd
 * @returns null without an estimate, or where fewer than ten are like it
 */
export function likeThis(item: PlannerItem, calibration: Calibration, today: string): Value<'openGlance'>['like'] {
  const forecast = forecastIssue(learn(finishedTasks(calibration), today), item);
  if (forecast === null) return null;
  const issues = Math.round(forecast.similar);
  return issues < leastIssues ? null : { low: forecast.ratio.p10, high: forecast.ratio.p90, issues };
}
