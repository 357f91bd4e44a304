import type { ParsedPayload, Value } from '../contract';
import { type Issue, readIssue } from '../jira/issues';
import { mayEditIssue } from '../jira/permissions';
import type { JiraSession } from '../jira/session';
import { wholeMinutes, writeOriginalEstimate } from '../jira/time-tracking';
import { Problem } from '../problem';
import { followEstimate } from './mirror/follow-in-jira';

/** Jira keeps estimates in whole minutes when they are typed: what differs by less is the same. */
const sameEstimate = 0.5 / 60;

/**
 * Writes the original estimate of an issue to Jira, as the user, and answers what Jira has stored (whole minutes).
 *
 * @param change hours above 0; null takes the estimate away
 * @throws Problem `issue.unknown`, `permission.denied`, `input.invalid` with Jira's reason, or `issue.conflict` when
 *   somebody else has set another estimate since this user saw it
 */
export async function setEstimate(
  jira: JiraSession,
  change: ParsedPayload<'setEstimate'>,
): Promise<Value<'setEstimate'>> {
  const issue = await readIssue(jira, change.issueId);
  // Jira refuses such an edit too, but with a sentence about screens that helps nobody.
  if (!(await mayEditIssue(jira, issue.id))) {
    throw new Problem('permission.denied', `You may not edit ${issue.key}, so you cannot change its estimate.`);
  }
  if (change.seen !== undefined && !isSame(change.seen, issue.originalHours)) {
    throw new Problem('issue.conflict', `Somebody else has changed the estimate of ${issue.key} since you saw it.`, {
      currentValue: issue.originalHours,
    });
  }
  await writeOriginalEstimate(jira, issue.id, change.hours);
  const written = await readBack(jira, issue, change.hours);
  const { originalHours, remainingHours } = written;
  await followEstimate(jira, written);
  return { issueId: issue.id, hours: originalHours, remainingHours };
}

/** What is written is written: when Jira does not answer the question after it, what was sent is the answer. */
async function readBack(jira: JiraSession, before: Issue, hours: number | null): Promise<Issue> {
  try {
    return await readIssue(jira, before.id);
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith('jira.'))
      return { ...before, originalHours: hours === null ? null : wholeMinutes(hours) / 60 };
    throw error;
  }
}

function isSame(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < sameEstimate;
}
