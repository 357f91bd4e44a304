import { readIssue } from '../jira/issues';
import { mayEditIssue } from '../jira/permissions';
import type { JiraSession } from '../jira/session';
import { writeOriginalEstimate } from '../jira/time-tracking';
import { Problem } from '../problem';

/**
 * Writes the original estimate of an issue to Jira, as the user, and answers what Jira has stored (whole minutes).
 *
 * @param change hours above 0
 * @throws Problem `issue.unknown`, `permission.denied`, `input.invalid` with Jira's reason
 */
export async function setEstimate(
  jira: JiraSession,
  change: { issueId: string; hours: number },
): Promise<{ issueId: string; hours: number | null; remainingHours: number | null }> {
  // Jira refuses such an edit too, but with a sentence about screens that helps nobody.
  if (!(await mayEditIssue(jira, change.issueId))) {
    throw new Problem('permission.denied', 'You may not edit this issue, so you cannot change its estimate.');
  }
  await writeOriginalEstimate(jira, change.issueId, change.hours);
  const issue = await readIssue(jira, change.issueId);
  return { issueId: issue.id, hours: issue.originalHours, remainingHours: issue.remainingHours };
}
