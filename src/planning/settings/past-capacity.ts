import type { Value } from '../../contract';
import type { Issue } from '../../jira/issues';
import { rowsOf } from '../make-item';

type PastCapacity = NonNullable<Value<'suggestSetup'>['capacity']>;

/** A closed sprint with the issues that were in it. */
export interface PastSprint {
  name: string;
  issues: readonly Issue[];
}

/**
 * What a team gets done in a sprint: the mean of what was logged on the issues of these sprints, or, where hardly anybody
 * logs, of the original estimates of what was finished, to the half hour. Jira tells the time logged on an issue as a whole: one that
 * went through several sprints counts in the last of them, and one that is still in an open sprint does not count.
 *
 * @param sprints newest first
 * @returns null when neither is known
 */
export function pastCapacity(sprints: readonly PastSprint[], subtasks: 'rollUp' | 'parentOnly'): PastCapacity | null {
  const counted = new Set<string>();
  const own = sprints.map(({ name, issues }) => {
    const last = issues.filter(({ id, sprintId }) => sprintId === null && !counted.has(id));
    for (const { id } of last) counted.add(id);
    return { name, issues: last };
  });
  const logged = own.map(({ name, issues }) => ({ name, hours: sum(issues.map(({ spentHours }) => spentHours)) }));
  const completed = own.map(({ name, issues }) => ({ name, hours: completedHours(issues, subtasks) }));
  const [byLogs, byEstimates] = [meanOf('logged', logged), meanOf('completed', completed)];
  return byLogs !== null && isHabit(byLogs, byEstimates, sprints.length) ? byLogs : (byEstimates ?? byLogs);
}

function completedHours(issues: readonly Issue[], rule: 'rollUp' | 'parentOnly'): number {
  const done = rowsOf(issues).filter(({ status }) => status.category === 'done');
  return sum(
    done.map(({ subtasks, originalHours }) => (rule === 'rollUp' ? (subtasks.hours ?? originalHours) : originalHours)),
  );
}

/** Do they log their work? One worklog of two hours in three sprints is not what a team gets done. */
function isHabit(byLogs: PastCapacity, byEstimates: PastCapacity | null, sprints: number): boolean {
  return byLogs.sprints.length * 2 > sprints && (byEstimates === null || byLogs.hours * 4 >= byEstimates.hours);
}

/** A sprint without hours says that nobody wrote them down, not that nothing was done. */
function meanOf(from: PastCapacity['from'], sprints: PastCapacity['sprints']): PastCapacity | null {
  const known = sprints.filter(({ hours }) => hours > 0);
  if (known.length === 0) return null;
  const mean = sum(known.map(({ hours }) => hours)) / known.length;
  return { hours: Math.round(mean * 2) / 2, from, sprints: known };
}

function sum(hours: readonly (number | null)[]): number {
  return hours.reduce<number>((total, each) => total + (each ?? 0), 0);
}
