import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { unknownIssue } from './issues';
import { ask, type JiraSession } from './session';

const permissionsSchema = z
  .object({ permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })) })
  .transform(({ permissions }) => permissions['EDIT_ISSUES']?.havePermission ?? false);

/**
 * May the user edit issues of this project? For a board outside any project (null) Jira answers for any project, so the
 * caller should ask about an issue instead when there is one.
 */
export function mayEditIssuesOf(session: JiraSession, projectKey: string | null): Promise<boolean> {
  const query = new URLSearchParams({ permissions: 'EDIT_ISSUES', ...(projectKey === null ? {} : { projectKey }) });
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
