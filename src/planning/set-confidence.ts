import type { ParsedPayload, Value } from '../contract';
import { readBoard } from '../jira/boards';
import { writeNumberField } from '../jira/fields';
import { readIssue } from '../jira/issues';
import { mayEditIssue } from '../jira/permissions';
import type { JiraSession } from '../jira/session';
import { Problem } from '../problem';
import { type ConfidenceChange, readConfidenceChanges, writeConfidenceChange } from '../storage/confidences';
import { readSettings } from '../storage/settings';
import { confidenceInField } from './confidence-field';
import { followConfidence } from './mirror/follow-in-jira';

/**
 * Sets the confidence of an issue, or takes it away with null: in PlanPrism's storage, in the number field that the board
 * has chosen, and in the issue's property, where JQL finds it. Storage knows no permissions, so Jira is asked first whether
 * this user may edit the issue.
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
  const { confidence, seen } = change;
  const fieldId = change.boardId === undefined ? null : await fieldOf(jira, change.boardId);
  const issue = await readIssue(jira, change.issueId, fieldId);
  if (!(await mayEditIssue(jira, issue.id))) {
    throw new Problem('permission.denied', `You may not edit ${issue.key}, so you cannot change its confidence.`);
  }
  const changes = await changesOf(issue.id, fieldId);
  const stored = fieldId === null ? (changes?.[0]?.confidence ?? null) : confidenceInField(issue, fieldId);
  if (seen !== undefined && seen !== stored && stored !== confidence) throw overtaken(issue.key, stored);
  if (fieldId !== null) await writeNumberField(jira, issue.id, fieldId, confidence);
  if (changes !== null) {
    const change = { confidence, by, at: new Date(at).toISOString() };
    const theirs = await writeConfidenceChange(issue.id, change, changes);
    // Where a field holds it this is only its history, and the field has mine.
    if (theirs !== null && fieldId === null && theirs.confidence !== confidence)
      throw overtaken(issue.key, theirs.confidence);
  }
  await followConfidence(jira, issue, confidence);
  return { issueId: issue.id, confidence };
}

function overtaken(key: string, stored: number | null): Problem {
  const now = stored === null ? 'taken its confidence away' : `set its confidence to ${String(stored)} %`;
  return new Problem('issue.conflict', `Somebody else has ${now} since you saw ${key}.`, { currentValue: stored });
}

/** The number field in which a board keeps its confidences; null: PlanPrism keeps them. */
async function fieldOf(jira: JiraSession, boardId: number): Promise<string | null> {
  const board = await readBoard(jira, boardId);
  return (await readSettings(board.id)).confidenceField;
}

/**
 * Who set it before. Where a field holds the confidence this is only its history: one that cannot be read (null) is left as
 * it is, and is no reason not to write the field.
 */
async function changesOf(issueId: string, fieldId: string | null): Promise<ConfidenceChange[] | null> {
  try {
    return await readConfidenceChanges(issueId);
  } catch (error) {
    if (fieldId !== null && error instanceof Problem && error.code === 'storage.unreadable') return null;
    throw error;
  }
}
