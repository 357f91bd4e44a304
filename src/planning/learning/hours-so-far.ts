import { allSettled } from '../../all-settled';
import type { PlannerSprint } from '../../contract';
import { type Change, readChanges } from '../../jira/changelog';
import type { Issue, StatusCategory } from '../../jira/issues';
import type { JiraSession } from '../../jira/session';
import { readStatuses } from '../../jira/statuses';
import { Problem } from '../../problem';
import { type HoursWorked, hoursWorked, type SprintView } from './hours-worked';
import { issueCourse } from './issue-course';

/** Working hours in progress until now by issue id; what was never in progress may be missing. */
export type HoursSoFar = ReadonlyMap<string, HoursWorked>;

/** On which clock, and how long a day is. */
type WorkingDays = Pick<SprintView, 'timeZone' | 'hoursPerDay'>;

/**
 * How long the issues of a sprint that runs have been in progress so far, as a board that logs nothing will learn it when
 * the sprint is over. Two calls for up to 1,000 issues that are begun or done, and none where there are none. What was put
 * back among what is to do counts as untouched: looking for it would take the changelogs of the whole sprint.
 *
 * @throws Problem when Jira does not answer
 */
export async function readHoursSoFar(
  jira: JiraSession,
  issues: readonly Issue[],
  { startDate }: Pick<PlannerSprint, 'startDate'>,
  days: WorkingDays,
): Promise<HoursSoFar> {
  const touched = issues.filter(({ status }) => status.category !== 'new');
  if (touched.length === 0) return new Map();
  const [statuses, changes] = await allSettled([
    readStatuses(jira),
    readChanges(
      jira,
      touched.map(({ id }) => id),
      null,
    ),
  ]);
  const categories = new Map(statuses.map(({ id, category }) => [id, category]));
  const now = new Date(jira.pace.now()).toISOString();
  // Jira has an offset there, and instants are compared as text.
  const startedAt = startDate === undefined ? now : new Date(startDate).toISOString();
  return hoursSoFar(touched, changes, (id) => categories.get(id) ?? 'undefined', {
    sprint: { startedAt, completedAt: now },
    settings: { actualSource: 'inProgress' },
    ...days,
  });
}

/**
 * The same for the planner, which opens all the same where Jira does not tell.
 *
 * @returns null: nothing is known, also where something was logged. Hours logged are another unit
 */
export async function readHoursSoFarIfReadable(
  ...asked: Parameters<typeof readHoursSoFar>
): Promise<HoursSoFar | null> {
  try {
    return await readHoursSoFar(...asked);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // eslint-disable-next-line no-console -- Forge's log is the console
    console.error(`how long issues were in progress could not be read (${error.code})`);
    return null;
  }
}

/** By the same rule as a sprint that is over, as if it were completed now. */
function hoursSoFar(
  issues: readonly Issue[],
  changes: ReadonlyMap<string, readonly Change[]>,
  categoryOf: (statusId: string) => StatusCategory,
  untilNow: SprintView,
): HoursSoFar {
  return new Map(
    issues.map((issue) => {
      const { inProgress } = issueCourse(issue, changes.get(issue.id) ?? [], categoryOf, untilNow.sprint);
      return [issue.id, hoursWorked(issue, inProgress, untilNow)];
    }),
  );
}
