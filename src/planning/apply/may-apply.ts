import { mayScheduleIssues } from '../../jira/permissions';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import type { Gathered } from '../make-planner';

/**
 * Whoever may not schedule issues would be refused by Jira issue by issue; this says it before anything is tried.
 *
 * @throws Problem `permission.denied`
 */
export async function checkMayApply(jira: JiraSession, gathered: Gathered): Promise<void> {
  if (!gathered.mayEdit) throw denied('edit');
  const { projectKey } = gathered.board;
  const issueId = [...gathered.issues, ...gathered.pulled][0]?.id;
  const where = projectKey !== null ? { projectKey } : issueId === undefined ? null : { issueId };
  if (where !== null && !(await mayScheduleIssues(jira, where))) throw denied('schedule');
}

function denied(permission: 'edit' | 'schedule'): Problem {
  return new Problem(
    'permission.denied',
    `You may look at this plan but not apply it: that takes the permission to ${permission} issues in the project. Ask a project admin for it.`,
  );
}
