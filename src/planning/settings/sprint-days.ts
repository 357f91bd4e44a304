import type { Sprint } from '../../jira/sprints';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/**
 * How many working days, Monday to Friday, the newest sprint with dates has; null when none has any. Jira's sprints last
 * from a moment to a moment, often the same hour two weeks later, which starts no eleventh day: a day counts when the hour
 * at which the sprint starts comes up on it before the end. (date-fns counts by the calendar of the machine.)
 */
export function sprintDays(sprints: readonly Sprint[]): number | null {
  const dated = sprints
    .map(({ startDate = '', endDate = '' }) => ({ start: Date.parse(startDate), end: Date.parse(endDate) }))
    .filter(({ start, end }) => start < end);
  const newest = dated.sort((one, other) => other.start - one.start)[0];
  return newest === undefined ? null : workingDays(newest.start, newest.end);
}

function workingDays(start: number, end: number): number {
  let days = 0;
  for (let day = start; day < end; day += dayMilliseconds) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days += 1;
  }
  return days;
}
