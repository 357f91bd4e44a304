import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { unknownIssue } from './issues';
import { ask, type JiraSession, type Refusals } from './session';

const permissionsSchema = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

/** Those that this app asks about, by Jira's keys. */
type Permission = 'EDIT_ISSUES' | 'SCHEDULE_ISSUES' | 'MANAGE_SPRINTS_PERMISSION' | 'ADMINISTER';

/** Where: in a project, or at one issue. Asked about neither, Jira would answer for any. */
export type Where = { projectKey: string } | { issueId: string };

async function held(
  session: JiraSession,
  asked: readonly Permission[],
  where: Readonly<Record<string, string>>,
  refusals: Refusals = {},
): Promise<ReadonlySet<Permission>> {
  const query = new URLSearchParams({ permissions: asked.join(','), ...where });
  const { permissions } = await ask(
    session,
    'getMyPermissions',
    () => asUser().requestJira(route`/rest/api/3/mypermissions?${query}`),
    permissionsSchema,
    refusals,
  );
  return new Set(asked.filter((permission) => permissions[permission]?.havePermission ?? false));
}

/** What a user may do with the issues and the sprints of a project. */
export interface Rights {
  edit: boolean;
  /** Start, close and change sprints. */
  manageSprints: boolean;
}

/** @throws Problem `permission.denied` when there is no such project or issue, or the user may not see it */
export async function readRights(session: JiraSession, where: Where): Promise<Rights> {
  const rights = await held(session, ['EDIT_ISSUES', 'MANAGE_SPRINTS_PERMISSION'], where);
  return { edit: rights.has('EDIT_ISSUES'), manageSprints: rights.has('MANAGE_SPRINTS_PERMISSION') };
}

/** @throws Problem `issue.unknown` when there is no such issue, or the user may not see it */
export async function mayEditIssue(session: JiraSession, idOrKey: string): Promise<boolean> {
  const where = /^\d+$/.test(idOrKey) ? { issueId: idOrKey } : { issueKey: idOrKey };
  const rights = await held(session, ['EDIT_ISSUES'], where, { missing: unknownIssue(idOrKey) });
  return rights.has('EDIT_ISSUES');
}

/**
 * May the user put issues into sprints and rank them? In a project, or, for a board outside any project, one issue that
 * stands for the others.
 */
export async function mayScheduleIssues(session: JiraSession, where: Where): Promise<boolean> {
  return (await held(session, ['SCHEDULE_ISSUES'], where)).has('SCHEDULE_ISSUES');
}

/** Does the user administer the site? */
export async function isJiraAdmin(session: JiraSession): Promise<boolean> {
  return (await held(session, ['ADMINISTER'], {})).has('ADMINISTER');
}
