import type { Planner, PlannerItem } from '../../contract';
import { learn } from '../../estimation/chance/learn';
import { finishedTasks } from '../../estimation/learnt-history';
import { asksOfAll, capacityLeft, chancesDown, forecastIssue } from '../../estimation/plan-chances';

/** Goes up when the model changes what it says of the same history, so that what was said stays comparable. */
export const modelVersion = 3;

/**
 * The chance to finish everything down to each issue, as the page works it out.
 *
 * @param items in plan order
 * @param capacity hours
 */
export function chancesOf(
  { learnt: history, sprint, spentSource }: Pick<Planner, 'learnt' | 'sprint' | 'spentSource'>,
  items: readonly PlannerItem[],
  capacity: number,
): number[] {
  const ofAll = asksOfAll(sprint, spentSource);
  const learnt = learn(finishedTasks(history), history.today, history.capacities);
  return chancesDown(
    learnt,
    items.map((item) => forecastIssue(learnt, item, ofAll)),
    capacityLeft(items, capacity, sprint.state === 'active'),
  );
}
