import type { Change } from '../../jira/changelog';
import type { Issue, StatusCategory } from '../../jira/issues';
import type { ClosedSprint } from '../../jira/sprints';
import type { Commitment } from '../../storage/commitments';
import type { ConfidenceChange } from '../../storage/confidences';
import type { FinishedIssue, SprintOutcome } from '../../storage/outcomes';
import type { Settings } from '../../storage/settings';
import { rowsOf } from '../make-item';
import { type HoursWorked, hoursWorked, type SprintView } from './hours-worked';
import { type IssueCourse, issueCourse } from './issue-course';

/** Everything that was read about one closed sprint. */
export interface ReadSprint extends SprintView {
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
}

/** Of the 240 KiB (245,760 bytes) of a stored value; the rest is for the sprint's name, what was said, and to be safe. */
const bytesForIssues = 230_000;

/**
 * What came of a sprint: of each issue that was estimated and done in it the estimate as it was when work began and the
 * hours that it took until the sprint was completed, also those of earlier sprints, because the estimate was for all of
 * it. What was worked in the sprint counts only what was worked in it, on all its issues. With sub-tasks rolled up their
 * hours count, as their estimates do. Of very many finished issues those come in that fit into a value, from the top of
 * the sprint: some 850 of them.
 */
export function sprintOutcome(read: ReadSprint): SprintOutcome {
  const { sprint, settings } = read;
  const traced = read.issues.map((issue) => trace(issue, read));
  const below = subtasksOf(traced);
  const rows = new Set(rowsOf(read.issues));
  const facts = traced.filter(({ issue }) => rows.has(issue)).map((each) => factsOf(each, below, read));
  const done = facts.filter(({ finishedAt }) => finishedAt !== null);
  const learnt = done.flatMap((fact) => finishedIssue(fact, read) ?? []);
  const kept = thatFit(learnt);
  return {
    sprintId: sprint.id,
    name: sprint.name,
    start: dateOf(sprint.startedAt),
    end: dateOf(sprint.completedAt),
    issues: kept,
    withoutTime: done.filter(({ estimate, actual }) => estimate !== null && actual === null).length,
    withoutEstimate: done.filter(({ estimate }) => estimate === null).length,
    withoutRoom: learnt.length - kept.length,
    // Where sub-tasks are in no row, what was logged on them was worked all the same.
    worked: sumInSprint(
      settings.actualSource === 'logged' && settings.subtasks === 'parentOnly'
        ? traced.map(({ worked }) => worked)
        : facts,
    ),
    actualSource: settings.actualSource,
    said: said(facts, read.commitment),
  };
}

/** How many that is, names of types and people decide: in Japanese a letter is three bytes. */
function thatFit(issues: readonly FinishedIssue[]): FinishedIssue[] {
  let bytes = 0;
  const firstThatDoesNot = issues.findIndex((issue) => {
    bytes += Buffer.byteLength(JSON.stringify(issue)) + 1;
    return bytes > bytesForIssues;
  });
  return firstThatDoesNot === -1 ? [...issues] : issues.slice(0, firstThatDoesNot);
}

/** One issue with what its changelog and its worklogs tell. */
interface Traced {
  issue: Issue;
  course: IssueCourse;
  worked: HoursWorked;
}

function trace(issue: Issue, read: ReadSprint): Traced {
  const course = issueCourse(issue, read.changes.get(issue.id) ?? [], read.categoryOf, read.sprint);
  return { issue, course, worked: hoursWorked(issue, course.inProgress, read) };
}

interface Facts {
  issue: Issue;
  began: string | null;
  /** null: it was not done in this sprint. */
  finishedAt: string | null;
  estimate: number | null;
  /** Hours; null where nobody knows. */
  actual: number | null;
  /** Hours in this sprint. */
  inSprint: number;
}

function factsOf({ issue, course, worked }: Traced, below: ReadonlyMap<string, Traced[]>, read: ReadSprint): Facts {
  const { sprint, settings } = read;
  // Without a changelog all that is known is that it is done, and that this sprint had it.
  const doneAt = course.doneAt ?? (course.isDone ? sprint.completedAt : null);
  const isDone = doneAt !== null && doneAt >= sprint.startedAt && doneAt <= sprint.completedAt;
  const subtasks = settings.subtasks === 'rollUp' ? (below.get(issue.key) ?? []) : [];
  const rolledUp = settings.subtasks === 'rollUp' ? estimateOfSubtasks(issue, subtasks) : null;
  // While sub-tasks are in progress their parent is; but the time logged on them is not in the parent's.
  const { inAll, inSprint } =
    settings.actualSource === 'logged' && settings.subtasks === 'rollUp'
      ? together(worked, [...subtasks.map((each) => each.worked), hiddenWork(issue, subtasks, course, read)])
      : worked;
  return {
    issue,
    began: course.beganAt,
    finishedAt: isDone ? doneAt : null,
    estimate: rolledUp ?? course.estimate,
    actual: inAll > 0 ? inAll : null,
    inSprint,
  };
}

/** By the parent's key. */
function subtasksOf(traced: readonly Traced[]): ReadonlyMap<string, Traced[]> {
  const below = new Map<string, Traced[]>();
  for (const each of traced) {
    const { type, parent } = each.issue;
    if (type.kind === 'subtask' && parent !== null) below.set(parent.key, [...(below.get(parent.key) ?? []), each]);
  }
  return below;
}

/**
 * The sum of the sub-tasks' estimates (hours), each as it was when work began on it; null when none had one. Jira's sum has
 * also those that the board does not show: they count as they are today.
 */
function estimateOfSubtasks({ subtasks }: Issue, shown: readonly Traced[]): number | null {
  const today = shown.reduce((sum, { issue }) => sum + (issue.originalHours ?? 0), 0);
  const then = shown.reduce((sum, { course }) => sum + (course.estimate ?? 0), 0);
  const hours = wholeSeconds(Math.max(0, (subtasks.hours ?? 0) - today) + then);
  return hours > 0 ? hours : null;
}

/** Jira counts in them: less is what adding hours leaves over. */
function wholeSeconds(hours: number): number {
  return Math.round(hours * 3600) / 3600;
}

/** What was logged on sub-tasks that the board does not show has no dates; it is shared by when their parent was in progress. */
function hiddenWork({ subtasks }: Issue, shown: readonly Traced[], course: IssueCourse, read: ReadSprint): HoursWorked {
  const known = shown.reduce((sum, { issue }) => sum + (issue.spentHours ?? 0), 0);
  const all = subtasks.count === 0 ? 0 : (subtasks.spentHours ?? 0);
  const spentHours = wholeSeconds(Math.max(0, all - known));
  return hoursWorked({ spentHours, worklogs: null }, course.inProgress, read);
}

function together(own: HoursWorked, others: readonly HoursWorked[]): HoursWorked {
  return others.reduce(
    (sum, { inAll, inSprint }) => ({ inAll: sum.inAll + inAll, inSprint: sum.inSprint + inSprint }),
    own,
  );
}

function sumInSprint(worked: readonly Pick<HoursWorked, 'inSprint'>[]): number {
  return worked.reduce((sum, { inSprint }) => sum + inSprint, 0);
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

/**
 * What was taken out of the sprint was promised all the same, and is not done: both numbers were said of it, too. What had
 * no estimate was in neither.
 */
function said(facts: readonly Facts[], commitment: Commitment | null): SprintOutcome['said'] {
  if (commitment === null) return null;
  const ids = new Set(commitment.issues.flatMap(({ issueId, hours }) => (hours === null ? [] : [issueId])));
  const promised = facts.filter(({ issue }) => ids.has(issue.id));
  const { capacityHours, ratio, chance, finished } = commitment;
  return {
    capacityHours,
    ratio,
    chance,
    finished,
    promised: ids.size,
    takenOut: ids.size - promised.length,
    done: promised.filter(({ finishedAt }) => finishedAt !== null).length,
    actual: sumInSprint(promised),
  };
}

function dateOf(instant: string): string {
  return instant.slice(0, 10);
}
