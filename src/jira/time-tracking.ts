import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { Problem } from '../problem';
import { unknownIssue } from './issues';
import { ask, type JiraSession, tell } from './session';

/** How long the site's working day and week are. Both may be fractions. */
export interface TimeTracking {
  hoursPerDay: number;
  daysPerWeek: number;
}

/** What Jira itself starts with; only for a site whose time tracking is switched off and so says nothing. */
const jiraDefault: TimeTracking = { hoursPerDay: 8, daysPerWeek: 5 };

const configurationSchema = z
  .object({
    timeTrackingConfiguration: z
      .object({ workingHoursPerDay: z.number().positive(), workingDaysPerWeek: z.number().positive() })
      .optional(),
  })
  .transform(({ timeTrackingConfiguration: site }): TimeTracking =>
    site === undefined ? jiraDefault : { hoursPerDay: site.workingHoursPerDay, daysPerWeek: site.workingDaysPerWeek },
  );

export function readTimeTracking(session: JiraSession): Promise<TimeTracking> {
  return ask(
    session,
    'getConfiguration',
    () => asUser().requestJira(route`/rest/api/3/configuration`),
    configurationSchema,
  );
}

/** As Jira takes it: at least one minute. */
export function wholeMinutes(hours: number): number {
  return Math.max(1, Math.round(hours * 60));
}

/**
 * Writes an issue's original estimate, as the user. Sent in minutes ("90m"): Jira would read days and weeks by the site's
 * own working hours.
 *
 * @param hours above 0; stored in whole minutes, at least one
 * @throws Problem `issue.unknown`, `permission.denied`, or `input.invalid` with Jira's own reason
 */
export function writeOriginalEstimate(session: JiraSession, idOrKey: string, hours: number): Promise<void> {
  const body = JSON.stringify({ fields: { timetracking: { originalEstimate: `${String(wholeMinutes(hours))}m` } } });
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
