import type { Planner } from '../../../../src/contract';
import { capacityLeft, forecastOf } from '../../../../src/estimation/plan-chances';
import type { PlanView } from '../plan/plan-view';
import type { TotalEffort } from './effort-curve';
import { learntModel } from './learnt-model';

/** The effort that is left of what is above the line, and the capacity that is left for it. */
export interface AboveTheLine {
  total: TotalEffort;
  /** Hours; null without a capacity. */
  left: number | null;
}

export function totalAbove({ items, outcome, draft }: PlanView, planner: Planner): AboveTheLine {
  const { learnt, forecasts } = learntModel(planner);
  return {
    total: forecastOf(learnt, forecasts(items.slice(0, outcome.count))),
    left:
      draft.capacityHours === null ? null : capacityLeft(items, draft.capacityHours, planner.sprint.state === 'active'),
  };
}
