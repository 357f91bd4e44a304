import type { PlannerItem } from '../contract';
import { rangeOf } from '../estimation/range';
import type { Issue } from '../jira/issues';
import type { Confidences } from '../storage/confidences';
import type { Settings } from '../storage/settings';

/**
 * The issues that are planned one by one. A sub-task whose parent is there too is part of it: it moves with its parent,
 * and either its estimate is in the parent's or it does not count.
 */
export function rowsOf(issues: readonly Issue[]): Issue[] {
  const keys = new Set(issues.map(({ key }) => key));
  return issues.filter(({ type, parent }) => type.kind !== 'subtask' || parent === null || !keys.has(parent.key));
}

/** A sub-task is planned with its parent, and an epic is no work of a sprint: neither can be pulled into one. */
export function isPlannable(kind: Issue['type']['kind']): boolean {
  return kind !== 'subtask' && kind !== 'epic';
}

/** How many sub-tasks of each parent have no estimate, by the parent's key; of those that are in this list. */
export function unestimatedSubtasks(issues: readonly Issue[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, parent, originalHours } of issues) {
    if (type.kind === 'subtask' && parent !== null && originalHours === null)
      counts.set(parent.key, (counts.get(parent.key) ?? 0) + 1);
  }
  return counts;
}

/**
 * One issue as the planner shows it, below the line until a plan says otherwise.
 *
 * @param unestimated how many of its sub-tasks are known to have no estimate
 */
export function makeItem(
  issue: Issue,
  confidences: Confidences,
  settings: Settings,
  inSprint: boolean,
  unestimated = 0,
): PlannerItem {
  const { hours, hoursSource } = estimateOf(issue, settings);
  const set = confidences.byIssue.get(issue.id);
  const confidence = set?.confidence ?? settings.defaultConfidence;
  const range = hours === null ? null : rangeOf(hours, confidence / 100);
  const { subtasks } = issue;
  return {
    issueId: issue.id,
    key: issue.key,
    summary: issue.summary,
    type: issue.type,
    status: issue.status,
    priority: issue.priority,
    assignee: issue.assignee,
    parent: issue.parent,
    hours,
    hoursSource,
    subtasks: subtasks.count === 0 ? null : { ...subtasks, unestimated, ownHours: issue.originalHours },
    inSprint,
    boardEstimate: issue.boardEstimate,
    remainingHours: issue.remainingHours,
    spentHours: issue.spentHours,
    confidence,
    confidenceSource: set === undefined ? 'default' : 'set',
    optimistic: range?.optimistic ?? null,
    pessimistic: range?.pessimistic ?? null,
    aboveLine: false,
  };
}

/** By the board's rule either the sub-tasks' estimates or the parent's own, never both. */
function estimateOf(issue: Issue, settings: Settings): Pick<PlannerItem, 'hours' | 'hoursSource'> {
  if (settings.subtasks === 'rollUp' && issue.subtasks.hours !== null)
    return { hours: issue.subtasks.hours, hoursSource: 'subtasks' };
  if (issue.originalHours !== null) return { hours: issue.originalHours, hoursSource: 'set' };
  const hours = settings.defaultEstimateHours;
  return { hours, hoursSource: hours === null ? 'none' : 'default' };
}
