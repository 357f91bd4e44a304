import type { Site, SiteIssue } from '../site/site';
import { formatDuration } from './durations';

/** The estimates of one issue, in seconds; null is none. */
export interface Estimates {
  original: number | null;
  remaining: number | null;
}

export function estimatesOf(issue: SiteIssue): Estimates {
  return { original: secondsIn(issue, 'timeoriginalestimate'), remaining: secondsIn(issue, 'timeestimate') };
}

export function spentOn(issue: SiteIssue): number | null {
  return secondsIn(issue, 'timespent');
}

/** Sets both estimates of an issue, and every field that Jira works out from them, also on the parent of a sub-task. */
export function setEstimates(site: Site, issue: SiteIssue, estimates: Estimates): void {
  const before = estimatesOf(issue);
  const parent = parentOf(site, issue);
  for (const sum of parent === undefined ? [issue] : [issue, parent]) {
    addTo(sum, 'aggregatetimeoriginalestimate', before.original, estimates.original);
    addTo(sum, 'aggregatetimeestimate', before.remaining, estimates.remaining);
  }
  const { fields } = issue;
  fields['timeoriginalestimate'] = estimates.original;
  fields['timeestimate'] = estimates.remaining;
  fields['timetracking'] = timeTrackingJson(site, issue);
  fields['progress'] = progressJson(spentOn(issue), estimates.remaining);
  // As recorded: spent in percent of the original estimate, -1 without one.
  fields['workratio'] =
    estimates.original === null || estimates.original === 0
      ? -1
      : Math.floor((100 * (spentOn(issue) ?? 0)) / estimates.original);
  for (const sum of parent === undefined ? [issue] : [issue, parent]) {
    sum.fields['aggregateprogress'] = progressJson(
      secondsIn(sum, 'aggregatetimespent'),
      secondsIn(sum, 'aggregatetimeestimate'),
    );
  }
}

/** Adds working time to an issue, and to the sum of the parent of a sub-task. @param remaining the new estimate, in seconds */
export function logTime(site: Site, issue: SiteIssue, seconds: number, remaining: number | null): void {
  const spent = spentOn(issue);
  const parent = parentOf(site, issue);
  for (const sum of parent === undefined ? [issue] : [issue, parent]) {
    addTo(sum, 'aggregatetimespent', spent, (spent ?? 0) + seconds);
  }
  issue.fields['timespent'] = (spent ?? 0) + seconds;
  setEstimates(site, issue, { original: estimatesOf(issue).original, remaining });
}

/** As recorded (fixture devlake): a part that is not set has no keys. */
function timeTrackingJson({ timeTracking }: Site, issue: SiteIssue): object {
  const { original, remaining } = estimatesOf(issue);
  const parts = { originalEstimate: original, remainingEstimate: remaining, timeSpent: spentOn(issue) };
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, seconds]): [string, unknown][] =>
      seconds === null
        ? []
        : [
            [name, formatDuration(seconds, timeTracking)],
            [`${name}Seconds`, seconds],
          ],
    ),
  );
}

/** As recorded: spent of spent and remaining, with a percentage when there is anything. */
function progressJson(spent: number | null, remaining: number | null): object {
  const progress = spent ?? 0;
  const total = progress + (remaining ?? 0);
  return total === 0 ? { progress, total } : { progress, total, percent: Math.floor((100 * progress) / total) };
}

/** Moves a sum by what one of its parts changed. Recorded sums may hold sub-tasks that were not recorded. */
function addTo(issue: SiteIssue, field: string, before: number | null, after: number | null): void {
  const sum = secondsIn(issue, field);
  if (before === after || (sum === null && after === null)) return;
  const moved = (sum ?? before ?? 0) - (before ?? 0) + (after ?? 0);
  // Jira has no sum where no part has a value; a sum that comes to nothing by a part that was taken away is such a one.
  issue.fields[field] = moved === 0 && after === null ? null : moved;
}

/** The parent of a sub-task; undefined for any other issue. */
export function parentOf(site: Site, issue: SiteIssue): SiteIssue | undefined {
  const type = issue.fields['issuetype'];
  const parent = issue.fields['parent'];
  const isSubtask = typeof type === 'object' && type !== null && 'subtask' in type && type.subtask === true;
  if (!isSubtask || typeof parent !== 'object' || parent === null || !('key' in parent)) return undefined;
  return site.issues.find(({ key }) => key === parent.key);
}

function secondsIn(issue: SiteIssue, field: string): number | null {
  const value = issue.fields[field];
  return typeof value === 'number' ? value : null;
}
