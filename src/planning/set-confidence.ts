import { readIssue } from '../jira/issues';
import { mayEditIssue } from '../jira/permissions';
import type { JiraSession } from '../jira/session';
import { Problem } from '../problem';
import { writeConfidence } from '../storage/confidences';

/**
 * Sets the confidence of an issue, or takes it away with null. Storage knows no permissions, so Jira is asked first
 * whether this user may edit the issue.
 *
 * @param by account id of the acting user
 * @param at milliseconds since 1970
 * @throws Problem `issue.unknown`, `permission.denied`, `storage.unreadable`
 */
export async function setConfidence(
  jira: JiraSession,
  change: { issueId: string; confidence: number | null },
  by: string,
  at: number,
): Promise<{ issueId: string; confidence: number | null }> {
  const issue = await readIssue(jira, change.issueId);
  if (!(await mayEditIssue(jira, issue.id)))
    throw new Problem('permission.denied', `You may not edit ${issue.key}, so you cannot change its confidence.`);
  const { confidence } = change;
  await writeConfidence(
    issue.id,
    confidence === null ? null : { version: 1, confidence, by, at: new Date(at).toISOString() },
  );
  return { issueId: issue.id, confidence };
}
