import type { Planner } from '../../../../src/contract';
import { capacityNeeded, capacityWorked } from '../../../../src/estimation/chance/capacity-needed';
import { asksOfAll, capacityLeft, forecastOf, knowsSpentBefore } from '../../../../src/estimation/plan-chances';
import type { PlanView } from '../plan/plan-view';
import type { TotalEffort } from './effort-curve';
import { learntModel } from './learnt-model';

/** The effort that is left of what is above the line, and the capacity that is left for it. */
export interface AboveTheLine {
  /** In hours of capacity as the team plans them: what it makes of those is in it. */
  total: TotalEffort;
  /** Hours; null without a capacity. */
  left: number | null;
  /** What was begun or is done above the line: of it counts what is left. */
  begun: boolean;
  /**
   * What was taken from the capacity: what was logged since the sprint started, all that was logged, where nobody knows when
   * that was, or the time in progress since the start. Unknown: nothing, because that time could not be read.
   */
  leftAfter: 'sinceStart' | 'ofAllTime' | 'inProgress' | 'unknown';
  /** What the team has worked of its capacities; null while they are not known, and then taken as planned. */
  worked: ReturnType<typeof capacityWorked> | null;
}

export function totalAbove({ items, outcome, draft }: PlanView, planner: Planner): AboveTheLine {
  const { learnt, forecasts } = learntModel(planner);
  const promised = items.slice(0, outcome.count);
  const above = forecasts(promised).filter((forecast) => forecast !== null);
  return {
    total: { chance: forecastOf(learnt, above).chance, quantile: capacityNeeded(learnt, above) },
    left:
      draft.capacityHours === null ? null : capacityLeft(items, draft.capacityHours, planner.sprint.state === 'active'),
    begun:
      !asksOfAll(planner.sprint, planner.spentSource) &&
      promised.some(({ spentHours, status }) => (spentHours ?? 0) > 0 || status.category === 'done'),
    leftAfter:
      planner.spentSource !== 'logged' ? planner.spentSource : knowsSpentBefore(items) ? 'sinceStart' : 'ofAllTime',
    worked: learnt.capacity.spread === 0 ? null : capacityWorked(learnt.capacity),
  };
}
