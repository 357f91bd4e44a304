import { route } from '@forge/api';

import { allSettled } from '../all-settled';
import { Problem } from '../problem';
import { type Issue, unknownIssue } from './issues';
import { ask, asWhom, type JiraSession } from './session';
import { type Worklog, worklogListSchema } from './worklog-list';

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
      () => asWhom(session).requestJira(route`/rest/api/3/issue/${idOrKey}/worklog?startAt=${startAt}`),
      worklogListSchema,
      { missing: unknownIssue(idOrKey) },
    );
    for (const worklog of page.worklogs) worklogs.set(worklog.id, worklog);
    startAt += page.worklogs.length;
    if (page.worklogs.length === 0 || startAt >= page.total) return [...worklogs.values()];
  }
}

/** So many calls for one sprint at the most. */
const mostAskedFor = 50;

/**
 * These issues with all their worklogs: one call for each of which Jira's list did not tell all, 50 at the most. Of those
 * beyond, what was listed must do.
 *
 * @param issues that were read with their worklogs
 */
export async function withAllWorklogs(session: JiraSession, issues: readonly Issue[]): Promise<Issue[]> {
  const cut = issues.filter(({ worklogs }) => worklogs !== null && worklogs.total > worklogs.worklogs.length);
  const asked = new Set(cut.slice(0, mostAskedFor));
  return allSettled(
    issues.map(async (issue) => {
      if (!asked.has(issue)) return issue;
      try {
        const worklogs = await readWorklogs(session, issue.id);
        return { ...issue, worklogs: { worklogs, total: worklogs.length } };
      } catch (error) {
        // It is gone since it was listed.
        if (error instanceof Problem && error.code === 'issue.unknown') return issue;
        throw error;
      }
    }),
  );
}
