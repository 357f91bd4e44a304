import type { Planner, PlannerItem } from '../../../../src/contract';
import type { TaskForecast } from '../../../../src/estimation/chance/forecast-task';
import { learn, type Learnt } from '../../../../src/estimation/chance/learn';
import { finishedTasks } from '../../../../src/estimation/learnt-history';
import { asksOfAll, forecastIssue } from '../../../../src/estimation/plan-chances';

/** What the chance has learnt, and what it says of each issue. */
export interface LearntModel {
  readonly learnt: Learnt;
  readonly forecasts: (items: readonly PlannerItem[]) => (TaskForecast | null)[];
}

const models = new WeakMap<Planner['learnt'], LearntModel>();

/**
 * Worked out once for each answer of the resolvers; an issue's forecast once for as long as nothing about it changes. So a
 * drag only adds up what is known.
 */
export function learntModel({
  learnt: history,
  sprint,
  spentSource,
}: Pick<Planner, 'learnt' | 'sprint' | 'spentSource'>): LearntModel {
  const known = models.get(history);
  if (known !== undefined) return known;
  const learnt = learn(finishedTasks(history), history.today, history.capacities);
  const ofAll = asksOfAll(sprint, spentSource);
  const byItem = new WeakMap<PlannerItem, TaskForecast | null>();
  const forecast = (item: PlannerItem): TaskForecast | null => {
    const before = byItem.get(item);
    if (before !== undefined) return before;
    const now = forecastIssue(learnt, item, ofAll);
    byItem.set(item, now);
    return now;
  };
  const model: LearntModel = { learnt, forecasts: (items) => items.map(forecast) };
  models.set(history, model);
  return model;
}
