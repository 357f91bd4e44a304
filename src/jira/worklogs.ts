import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { unknownIssue } from './issues';
import { jiraDate } from './jira-date';
import { ask, type JiraSession } from './session';

/** Work that somebody logged on an issue. What they wrote about it is nobody's business here, and is never read. */
export interface Worklog {
  id: string;
  /** ISO, UTC. */
  startedAt: string;
  hours: number;
}

const worklogSchema = z
  .object({ id: z.string(), started: jiraDate, timeSpentSeconds: z.number().nonnegative() })
  .transform(({ id, started, timeSpentSeconds }): Worklog => ({
    id,
    startedAt: started,
    hours: timeSpentSeconds / 3600,
  }));

const worklogPageSchema = z.object({ worklogs: z.array(worklogSchema), total: z.number() });

/**
 * All work logged on one issue that the user may see, in the order in which it was logged. One call for each issue and each
 * page: for one issue, not for a list of them.
 *
 * @throws Problem `issue.unknown` when there is no such issue, the user may not see it, or time tracking is switched off
 */
export async function readWorklogs(session: JiraSession, idOrKey: string): Promise<Worklog[]> {
  const worklogs = new Map<string, Worklog>();
  for (let startAt = 0; ;) {
    const page = await ask(
      session,
      'getIssueWorklog',
      () => asUser().requestJira(route`/rest/api/3/issue/${idOrKey}/worklog?startAt=${startAt}`),
      worklogPageSchema,
      { missing: unknownIssue(idOrKey) },
    );
    for (const worklog of page.worklogs) worklogs.set(worklog.id, worklog);
    startAt += page.worklogs.length;
    if (page.worklogs.length === 0 || startAt >= page.total) return [...worklogs.values()];
  }
}
