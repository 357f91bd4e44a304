import type { PlannedTask } from './chance/finished-task';
import { chancesToHere, forecastSprint, type SprintForecast } from './chance/forecast-sprint';
import { forecastTask, type TaskForecast } from './chance/forecast-task';
import type { Learnt } from './chance/learn';

/** What the chance needs to know of one issue of a plan. */
export interface PlannedIssue {
  readonly key: string;
  /** null is unestimated: it is in no total. */
  readonly hours: number | null;
  /** What the hours are: what remains of the issue, or all of it. */
  readonly hoursSource: 'set' | 'subtasks' | 'remaining' | 'default' | 'none';
  /** Whole percent. */
  readonly confidence: number;
  readonly assignee: { readonly accountId: string } | null;
  readonly type: { readonly name: string };
  readonly status: { readonly category: 'new' | 'indeterminate' | 'done' | 'undefined' };
  /** In all its sprints, in the hours that are learnt. */
  readonly spentHours: number | null;
  /** The part of it from before this sprint started; null where nobody knows. */
  readonly spentBeforeHours: number | null;
}

/**
 * Does the chance ask of the plan as it was made, with all of its work and all of its capacity? Who looks back at a closed
 * sprint asks how sure it was. And where nobody knows what was spent, to take off what is done but not the hours that it
 * took would make any sprint look safe.
 */
export function asksOfAll(
  { state }: { readonly state: 'future' | 'active' | 'closed' },
  spentSource: 'logged' | 'inProgress' | 'unknown',
): boolean {
  return state === 'closed' || spentSource === 'unknown';
}

/**
 * What one issue may take; null without an estimate. It holds for any order of the plan, so it can be kept. Of what is
 * done nothing is left, and what was begun takes longer than it has, in whatever sprint that was.
 *
 * @param ofAll whether what came of it so far does not count, as {@link asksOfAll} says
 */
export function forecastIssue(learnt: Learnt, issue: PlannedIssue, ofAll = false): TaskForecast | null {
  const task = plannedTask(issue);
  if (task === null) return null;
  return forecastTask(learnt, ofAll ? { ...task, spent: 0, done: false } : task);
}

/** Where the plan counts what remains, the estimate is what was spent and what remains together. */
function plannedTask(issue: PlannedIssue): PlannedTask | null {
  const { key, hours, hoursSource, confidence, assignee, type, status } = issue;
  if (hours === null) return null;
  const spent = issue.spentHours ?? 0;
  const estimate = hoursSource === 'remaining' ? hours + spent : hours;
  if (estimate <= 0) return null;
  return {
    estimate,
    confidence: confidence / 100,
    assignee: assignee?.accountId ?? null,
    type: type.name,
    project: key.slice(0, key.lastIndexOf('-')),
    spent,
    done: status.category === 'done',
  };
}

/**
 * What is left of a sprint's capacity for the work that is left: in a running sprint all of it less what was spent on the
 * plan since it started. Where nobody knows when hours were spent they count as this sprint's. Where the plan counts what
 * remains, its capacity is what remains, too.
 *
 * @param capacity hours
 */
export function capacityLeft(issues: readonly PlannedIssue[], capacity: number, isRunning: boolean): number {
  return Math.max(0, capacity - spentOnPlan(issues, isRunning));
}

/** What of a sprint's capacity is gone already: hours that were spent on its plan since it started. */
export function spentOnPlan(issues: readonly PlannedIssue[], isRunning: boolean): number {
  if (!isRunning) return 0;
  return issues
    .filter(takesCapacity)
    .reduce(
      (sum, { spentHours, spentBeforeHours }) => sum + Math.max(0, (spentHours ?? 0) - (spentBeforeHours ?? 0)),
      0,
    );
}

/** Is it known of all hours that were spent on the plan whether they are from before the sprint started? */
export function knowsSpentBefore(issues: readonly PlannedIssue[]): boolean {
  return issues
    .filter(takesCapacity)
    .every(({ spentHours, spentBeforeHours }) => spentBeforeHours !== null || (spentHours ?? 0) === 0);
}

function takesCapacity({ hours, hoursSource }: PlannedIssue): boolean {
  return hours !== null && hoursSource !== 'remaining';
}

/**
 * The chance to finish everything down to each issue, in plan order; an issue without an estimate changes nothing.
 *
 * @param forecasts as {@link forecastIssue} gives them
 * @param left hours, as {@link capacityLeft} gives them
 */
export function chancesDown(learnt: Learnt, forecasts: readonly (TaskForecast | null)[], left: number): number[] {
  const chances = chancesToHere(
    learnt,
    forecasts.filter((forecast) => forecast !== null),
    left,
  );
  let known = -1;
  return forecasts.map((forecast) => {
    if (forecast !== null) known += 1;
    return known < 0 ? 1 : (chances[known] ?? 0);
  });
}

/** What is left to do of all of these. */
export function forecastOf(learnt: Learnt, forecasts: readonly (TaskForecast | null)[]): SprintForecast {
  return forecastSprint(
    learnt,
    forecasts.filter((forecast) => forecast !== null),
  );
}
