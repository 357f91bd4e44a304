import type { PlannerItem } from '../contract';
import { rangeOf } from '../estimation/range';
import { type EstimationField, isTimeField } from '../jira/boards';
import type { Issue } from '../jira/issues';
import type { Confidences } from '../storage/confidences';
import type { Settings } from '../storage/settings';
import { confidenceInField } from './confidence-field';

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
 * Does the board count what remains of an issue? By the settings, what remains counts only while a sprint runs: before it,
 * nothing has been done yet, and after it nothing remains to be planned. A board that estimates in the remaining estimate
 * always counts it.
 *
 * @param estimation the board's own estimation field
 */
export function countsRemaining(
  { estimateSource }: Pick<Settings, 'estimateSource'>,
  estimation: EstimationField | null,
  sprintState: 'future' | 'active' | 'closed' | null,
): boolean {
  if (estimateSource === 'remaining') return sprintState === 'active';
  return estimateSource === 'boardField' && isTimeField(estimation) && estimation.fieldId === 'timeestimate';
}

interface ItemOfSprint {
  remaining?: boolean;
  unestimated?: number | undefined;
  inProgress?: number | null | undefined;
  spentBefore?: number | null | undefined;
}

/**
 * One issue as the planner shows it, below the line until a plan says otherwise.
 *
 * @param remaining whether what remains of it counts, as {@link countsRemaining} says
 * @param unestimated how many of its sub-tasks are known to have no estimate
 * @param inProgress working hours that it has been in progress, as far as somebody has read them; they count as spent where
 *   the board takes them for what issues took, and what was logged does not
 * @param spentBefore hours that had been spent on it when the running sprint started, as far as somebody knows
 */
export function makeItem(
  issue: Issue,
  confidences: Confidences,
  settings: Settings,
  inSprint: boolean,
  { remaining = false, unestimated = 0, inProgress = null, spentBefore = null }: ItemOfSprint = {},
): PlannerItem {
  const { hours, hoursSource } = (remaining ? remainingOf(issue, settings) : null) ?? estimateOf(issue, settings);
  const { confidence, confidenceSource } = confidenceOf(issue, confidences, settings);
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
    subtasks:
      subtasks.count === 0
        ? null
        : { count: subtasks.count, unestimated, hours: subtasks.hours, ownHours: issue.originalHours },
    inSprint,
    boardEstimate: issue.boardEstimate,
    remainingHours: issue.remainingHours,
    spentHours: settings.actualSource === 'inProgress' ? inProgress : spentOn(issue, settings),
    spentBeforeHours: spentBefore,
    confidence,
    confidenceSource,
    optimistic: range?.optimistic ?? null,
    pessimistic: range?.pessimistic ?? null,
    aboveLine: false,
  };
}

function confidenceOf(
  issue: Issue,
  { byIssue }: Confidences,
  { confidenceField, defaultConfidence }: Settings,
): Pick<PlannerItem, 'confidence' | 'confidenceSource'> {
  const known = confidenceField === null ? byIssue.get(issue.id) : confidenceInField(issue, confidenceField);
  if (known == null) return { confidence: defaultConfidence, confidenceSource: 'default' };
  return { confidence: known, confidenceSource: confidenceField === null ? 'set' : 'field' };
}

/**
 * What remains, by the same rule; null where Jira does not say. An issue that was never estimated has 0 remaining as soon
 * as time is logged on it: that is no estimate.
 */
function remainingOf(
  { subtasks, originalHours, remainingHours }: Issue,
  settings: Settings,
): { hours: number; hoursSource: 'remaining' } | null {
  const isOfSubtasks = settings.subtasks === 'rollUp' && (subtasks.hours ?? subtasks.remainingHours) !== null;
  const hours = isOfSubtasks ? subtasks.remainingHours : remainingHours;
  const isEstimated = isOfSubtasks || originalHours !== null;
  return hours === null || (hours === 0 && !isEstimated) ? null : { hours, hoursSource: 'remaining' };
}

/** What the estimates of sub-tasks are counted for, is counted too. */
function spentOn({ spentHours, subtasks }: Issue, settings: Settings): number | null {
  if (settings.subtasks !== 'rollUp' || subtasks.spentHours === null) return spentHours;
  return (spentHours ?? 0) + subtasks.spentHours;
}

/** By the board's rule either the sub-tasks' estimates or the parent's own, never both. */
function estimateOf(issue: Issue, settings: Settings): Pick<PlannerItem, 'hours' | 'hoursSource'> {
  if (settings.subtasks === 'rollUp' && issue.subtasks.hours !== null)
    return { hours: issue.subtasks.hours, hoursSource: 'subtasks' };
  if (issue.originalHours !== null) return { hours: issue.originalHours, hoursSource: 'set' };
  const hours = settings.defaultEstimateHours;
  return { hours, hoursSource: hours === null ? 'none' : 'default' };
}
