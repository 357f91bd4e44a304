import type { Planner } from '../../../../src/contract';
import { capacityNeeded } from '../../../../src/estimation/chance/capacity-needed';
import { spentOnPlan } from '../../../../src/estimation/plan-chances';
import { thresholdEstimate } from '../../../../src/estimation/threshold-estimate';
import type { PlanView } from '../plan/plan-view';
import { learntModel } from './learnt-model';

/** To weigh more issues takes longer than a frame, and no team has so many in a sprint. */
const mostWeighed = 200;

/**
 * The capacity with which what is above the line would be as sure as is wanted, by the number that draws the line. null
 * where no capacity says it: certainty takes endless hours.
 */
export function hoursNeeded({ items, outcome, draft }: PlanView, planner: Planner): number | null {
  const { above, count, drives } = outcome;
  const desired = draft.desired / 100;
  if (drives === 'ratio') return thresholdEstimate(above.optimistic, above.pessimistic, desired);
  if (desired === 0 || desired === 1 || count > mostWeighed) return null;
  const { learnt, forecasts } = learntModel(planner);
  // Copies, because what a forecast was last weighed for is kept with it, and a drag wants that as it was.
  const tasks = forecasts(items.slice(0, count)).flatMap((forecast) => (forecast === null ? [] : [{ ...forecast }]));
  return capacityNeeded(learnt, tasks)(desired) + spentOnPlan(items, planner.sprint.state === 'active');
}
