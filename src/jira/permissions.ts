import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { unknownIssue } from './issues';
import { ask, type JiraSession } from './session';

const permissionsSchema = z
  .object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) })
  .transform(({ permissions }) => permissions['EDIT_ISSUES']?.havePermission ?? false);

/** May the user edit issues of this project? (Asked without a project, Jira would answer for any.) */
export function mayEditIssuesOf(session: JiraSession, projectKey: string): Promise<boolean> {
  const query = new URLSearchParams({ permissions: 'EDIT_ISSUES', projectKey });
  return ask(
    session,
    'getMyPermissions',
    () => asUser().requestJira(route`/rest/api/3/mypermissions?${query}`),
    permissionsSchema,
  );
}

/** @throws Problem `issue.unknown` when there is no such issue, or the user may not see it */
export function mayEditIssue(session: JiraSession, idOrKey: string): Promise<boolean> {
  const query = new URLSearchParams({
    permissions: 'EDIT_ISSUES',
    ...(/^\d+$/.test(idOrKey) ? { issueId: idOrKey } : { issueKey: idOrKey }),
  });
  return ask(
    session,
    'getMyPermissions',
    () => asUser().requestJira(route`/rest/api/3/mypermissions?${query}`),
    permissionsSchema,
    {
      missing: unknownIssue(idOrKey),
    },
  );
}

const schedulingSchema = z
  .object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) })
  .transform(({ permissions }) => permissions['SCHEDULE_ISSUES']?.havePermission ?? false);

/**
 * May the user put issues into sprints and rank them? In a project, or, for a board outside any project, one issue that
 * stands for the others.
 */
export function mayScheduleIssues(
  session: JiraSession,
  where: { projectKey: string } | { issueId: string },
): Promise<boolean> {
  const query = new URLSearchParams({ permissions: 'SCHEDULE_ISSUES', ...where });
  return ask(
    session,
    'getMyPermissions',
    () => asUser().requestJira(route`/rest/api/3/mypermissions?${query}`),
    schedulingSchema,
  );
}
