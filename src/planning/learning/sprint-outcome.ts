import { hoursInProgress } from '../../estimation/time-in-progress';
import type { Change } from '../../jira/changelog';
import type { Issue, StatusCategory } from '../../jira/issues';
import type { ClosedSprint } from '../../jira/sprints';
import type { Commitment } from '../../storage/commitments';
import type { ConfidenceChange } from '../../storage/confidences';
import type { FinishedIssue, SprintOutcome } from '../../storage/outcomes';
import type { Settings } from '../../storage/settings';
import { rowsOf } from '../make-item';
import { issueCourse } from './issue-course';

/** Everything that was read about one closed sprint. */
export interface ReadSprint {
  sprint: ClosedSprint;
  /** Of the sprint in Jira, sub-tasks among them. */
  issues: readonly Issue[];
  /** By issue id, oldest first. */
  changes: ReadonlyMap<string, readonly Change[]>;
  categoryOf: (statusId: string) => StatusCategory;
  /** By issue id, newest first. */
  confidences: ReadonlyMap<string, readonly ConfidenceChange[]>;
  commitment: Commitment | null;
  settings: Pick<Settings, 'subtasks' | 'actualSource'>;
  timeZone: string;
  hoursPerDay: number;
}

/** A value has room for so many; nobody plans a sprint of more. */
const mostIssues = 1000;

/**
 * What came of a sprint: of each issue that was estimated and done in it the estimate as it was when work began and the
 * hours that it took. Jira keeps one sum of the hours of an issue, so an issue of two sprints counts in the one that
 * finished it. With sub-tasks rolled up their hours count, as their estimates do.
 */
export function sprintOutcome(read: ReadSprint): SprintOutcome {
  const { sprint, settings } = read;
  const rows = rowsOf(read.issues);
  const spentBelow = spentOnSubtasks(read.issues, settings);
  const facts = rows.map((issue) => factsOf(issue, spentBelow.get(issue.key) ?? 0, read));
  const done = facts.filter(({ finishedAt }) => finishedAt !== null);
  const learnt = done.flatMap((fact) => finishedIssue(fact, read) ?? []);
  return {
    sprintId: sprint.id,
    name: sprint.name,
    start: dateOf(sprint.startedAt),
    end: dateOf(sprint.completedAt),
    issues: learnt.slice(0, mostIssues),
    withoutTime: done.filter(({ estimate, actual }) => estimate !== null && actual === null).length,
    withoutEstimate: done.filter(({ estimate }) => estimate === null).length,
    said: said(facts, read.commitment),
  };
}

interface Facts {
  issue: Issue;
  began: string | null;
  /** null: it was not done in this sprint. */
  finishedAt: string | null;
  estimate: number | null;
  /** Hours; null where nobody knows. */
  actual: number | null;
}

function factsOf(issue: Issue, spentBelow: number, read: ReadSprint): Facts {
  const { sprint, settings } = read;
  const course = issueCourse(issue, read.changes.get(issue.id) ?? [], read.categoryOf, sprint.startedAt);
  // Without a changelog all that is known is that it is done, and that this sprint had it.
  const doneAt = course.doneAt ?? (issue.status.category === 'done' ? sprint.completedAt : null);
  const isDone = doneAt !== null && doneAt >= sprint.startedAt && doneAt <= sprint.completedAt;
  const rolledUp = settings.subtasks === 'rollUp' ? issue.subtasks.hours : null;
  const logged = (issue.spentHours ?? 0) + spentBelow;
  const worked =
    settings.actualSource === 'logged'
      ? logged
      : course.inProgress.length === 0
        ? 0
        : hoursInProgress(course.inProgress, read.timeZone, read.hoursPerDay);
  return {
    issue,
    began: course.beganAt,
    finishedAt: isDone ? doneAt : null,
    estimate: rolledUp ?? course.estimate,
    actual: worked > 0 ? worked : null,
  };
}

/** By the parent's key: sub-tasks have times of their own, which the parent's do not hold. */
function spentOnSubtasks(
  issues: readonly Issue[],
  { subtasks }: Pick<Settings, 'subtasks'>,
): ReadonlyMap<string, number> {
  const spent = new Map<string, number>();
  if (subtasks !== 'rollUp') return spent;
  for (const { type, parent, spentHours } of issues) {
    if (type.kind === 'subtask' && parent !== null && spentHours !== null)
      spent.set(parent.key, (spent.get(parent.key) ?? 0) + spentHours);
  }
  return spent;
}

function finishedIssue({ issue, began, finishedAt, estimate, actual }: Facts, read: ReadSprint): FinishedIssue | null {
  if (finishedAt === null || estimate === null || actual === null) return null;
  const beganAt = began ?? read.sprint.startedAt;
  return {
    issueId: issue.id,
    key: issue.key,
    estimate,
    actual,
    confidence: confidenceWhen(beganAt, issue.id, read),
    assignee: issue.assignee?.accountId ?? null,
    type: issue.type.name,
    project: issue.key.slice(0, issue.key.lastIndexOf('-')),
    began: dateOf(beganAt),
    finished: dateOf(finishedAt),
  };
}

/** As it was promised; else as it was when work began. A default is nobody's confidence. */
function confidenceWhen(beganAt: string, issueId: string, { commitment, confidences }: ReadSprint): number | null {
  const promised = commitment?.issues.find((each) => each.issueId === issueId);
  if (promised !== undefined) return promised.isSet ? promised.confidence : null;
  const then = confidences.get(issueId)?.find(({ at }) => at <= beganAt);
  return then?.confidence ?? null;
}

/** What was taken out of the sprint was promised no more. */
function said(facts: readonly Facts[], commitment: Commitment | null): SprintOutcome['said'] {
  if (commitment === null) return null;
  const ids = new Set(commitment.issues.map(({ issueId }) => issueId));
  const promised = facts.filter(({ issue }) => ids.has(issue.id));
  const { capacityHours, ratio, chance, finished } = commitment;
  return {
    capacityHours,
    ratio,
    chance,
    finished,
    promised: promised.length,
    done: promised.filter(({ finishedAt }) => finishedAt !== null).length,
    actual: promised.reduce((sum, { actual }) => sum + (actual ?? 0), 0),
  };
}

function dateOf(instant: string): string {
  return instant.slice(0, 10);
}
