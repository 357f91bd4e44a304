import { hoursInProgress, type Span } from '../../estimation/time-in-progress';
import type { Issue } from '../../jira/issues';
import type { ClosedSprint } from '../../jira/sprints';
import type { Settings } from '../../storage/settings';

/** Hours that were worked on an issue, as one of its sprints sees them when it is completed. */
export interface HoursWorked {
  /** From the first one on, in whatever sprints. */
  inAll: number;
  /** Between the start and the completion of this sprint. */
  inSprint: number;
}

/** What decides which hours count. */
export interface SprintView {
  sprint: Pick<ClosedSprint, 'startedAt' | 'completedAt'>;
  settings: Pick<Settings, 'actualSource'>;
  timeZone: string;
  hoursPerDay: number;
}

/**
 * Work counts by when it was begun, not by when somebody wrote it down: what was begun after the sprint was completed is
 * not this sprint's, however often it is learnt again.
 *
 * Some hours have no date: Jira's sum has those of worklogs that the app may not see, or did not read, and their dates are
 * not told. They count in all. In the sprint counts the part of them that the sprint has of the working time in which the
 * issue was in progress; all of them where nobody ever moved it. So over all its sprints they count once.
 *
 * A team that logs nothing has the working time in progress instead, in the same two windows.
 *
 * @param inProgress when it was in progress, also before and after the sprint
 */
export function hoursWorked(
  { spentHours, worklogs }: Pick<Issue, 'spentHours' | 'worklogs'>,
  inProgress: readonly Span[],
  { sprint, settings, timeZone, hoursPerDay }: SprintView,
): HoursWorked {
  const { startedAt, completedAt } = sprint;
  const hoursOf = (spans: readonly Span[]): number =>
    spans.length === 0 ? 0 : hoursInProgress(spans, timeZone, hoursPerDay);
  const sinceStart = inProgress.flatMap(({ from, to }) => spanOf(from < startedAt ? startedAt : from, to));
  const untilEnd = (spans: readonly Span[]): Span[] =>
    spans.flatMap(({ from, to }) => spanOf(from, to > completedAt ? completedAt : to));
  const progressInSprint = hoursOf(untilEnd(sinceStart));
  if (settings.actualSource === 'inProgress')
    return { inAll: hoursOf(untilEnd(inProgress)), inSprint: progressInSprint };

  const logged = { before: 0, inSprint: 0, after: 0 };
  for (const { startedAt: at, hours } of worklogs?.worklogs ?? [])
    logged[at < startedAt ? 'before' : at <= completedAt ? 'inSprint' : 'after'] += hours;
  const { before, inSprint, after } = logged;
  const undated = Math.max(0, (spentHours ?? 0) - before - inSprint - after);
  const progress = hoursOf(inProgress);
  const share = progress === 0 ? 1 : progressInSprint / progress;
  return { inAll: before + inSprint + undated, inSprint: inSprint + undated * share };
}

/** None where the end is not after the start. */
function spanOf(from: string, to: string): Span[] {
  return from < to ? [{ from, to }] : [];
}
