import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { Problem } from '../problem';
import { unknownIssue } from './issues';
import { ask, asWhom, type JiraSession, tell } from './session';

/** How long the site's working day and week are (both may be fractions), and how it shows times: '1d 4h', '1.5d' or '12h'. */
export interface TimeTracking {
  hoursPerDay: number;
  daysPerWeek: number;
  format: 'pretty' | 'days' | 'hours';
}

/** What Jira itself starts with; only for a site whose time tracking is switched off and so says nothing. */
const jiraDefault: TimeTracking = { hoursPerDay: 8, daysPerWeek: 5, format: 'pretty' };

const configurationSchema = z
  .object({
    timeTrackingConfiguration: z
      .object({
        workingHoursPerDay: z.number().positive(),
        workingDaysPerWeek: z.number().positive(),
        timeFormat: z.enum(['pretty', 'days', 'hours']).catch('pretty'),
      })
      .optional(),
  })
  .transform(({ timeTrackingConfiguration: site }): TimeTracking =>
    site === undefined
      ? jiraDefault
      : { hoursPerDay: site.workingHoursPerDay, daysPerWeek: site.workingDaysPerWeek, format: site.timeFormat },
  );

export function readTimeTracking(session: JiraSession): Promise<TimeTracking> {
  return ask(
    session,
    'getConfiguration',
    () => asWhom(session).requestJira(route`/rest/api/3/configuration`),
    configurationSchema,
  );
}

/** As Jira takes it: at least one minute. */
export function wholeMinutes(hours: number): number {
  return Math.max(1, Math.round(hours * 60));
}

/** Jira has no way to take an estimate away; 0 counts as none here. */
const noEstimate = '0m';

/**
 * Writes an issue's original estimate, as the user. Sent in minutes ("90m"): Jira would read days and weeks by the site's
 * own working hours.
 *
 * @param hours above 0, stored in whole minutes, at least one; null takes the estimate away
 * @throws Problem `issue.unknown`, `permission.denied`, or `input.invalid` with Jira's own reason
 */
export function writeOriginalEstimate(session: JiraSession, idOrKey: string, hours: number | null): Promise<void> {
  const originalEstimate = hours === null ? noEstimate : `${String(wholeMinutes(hours))}m`;
  const body = JSON.stringify({ fields: { timetracking: { originalEstimate } } });
  return tell(
    session,
    'editIssue',
    () =>
      asUser().requestJira(route`/rest/api/3/issue/${idOrKey}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    {
      missing: unknownIssue(idOrKey),
      refused: (messages) =>
        new Problem(
          'input.invalid',
          `Jira did not take the estimate. ${messages.join(' ') || 'Check that the Time tracking field is on the issue’s screen.'}`,
        ),
    },
  );
}
