import { mayScheduleIssues } from '../../jira/permissions';
import type { JiraSession } from '../../jira/session';
import type { Gathered } from '../make-planner';
import { checkMayPlan, missingPermission } from '../may-edit-board';

/**
 * Whoever may not schedule issues would be refused by Jira issue by issue; this says it before anything is tried.
 *
 * @throws Problem `permission.denied`
 */
export async function checkMayApply(jira: JiraSession, gathered: Gathered): Promise<void> {
  checkMayPlan(what, gathered);
  const { projectKey } = gathered.board;
  const issueId = [...gathered.issues, ...gathered.pulled][0]?.id;
  const where = projectKey !== null ? { projectKey } : issueId === undefined ? null : { issueId };
  if (where !== null && !(await mayScheduleIssues(jira, where))) throw missingPermission(what, 'schedule issues');
}

const what = 'look at this plan but not apply it';
