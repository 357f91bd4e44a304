import type { ParsedPayload, Value } from '../contract';
import { readIssue } from '../jira/issues';
import { mayEditIssue } from '../jira/permissions';
import type { JiraSession } from '../jira/session';
import { Problem } from '../problem';
import { readConfidence, writeConfidence } from '../storage/confidences';

/**
 * Sets the confidence of an issue, or takes it away with null. Storage knows no permissions, so Jira is asked first
 * whether this user may edit the issue.
 *
 * @param by account id of the acting user
 * @param at milliseconds since 1970
 * @throws Problem `issue.unknown`, `permission.denied`, `storage.unreadable`, or `issue.conflict` when somebody else has
 *   set another confidence since this user saw it
 */
export async function setConfidence(
  jira: JiraSession,
  change: ParsedPayload<'setConfidence'>,
  by: string,
  at: number,
): Promise<Value<'setConfidence'>> {
  const issue = await readIssue(jira, change.issueId);
  if (!(await mayEditIssue(jira, issue.id))) {
    throw new Problem('permission.denied', `You may not edit ${issue.key}, so you cannot change its confidence.`);
  }
  const stored = (await readConfidence(issue.id))?.confidence ?? null;
  if (change.seen !== undefined && change.seen !== stored && stored !== change.confidence) {
    const now = stored === null ? 'taken its confidence away' : `set its confidence to ${String(stored)} %`;
    throw new Problem('issue.conflict', `Somebody else has ${now} since you saw ${issue.key}.`, {
      currentValue: stored,
    });
  }
  const { confidence } = change;
  await writeConfidence(
    issue.id,
    confidence === null ? null : { version: 1, confidence, by, at: new Date(at).toISOString() },
  );
  return { issueId: issue.id, confidence };
}
