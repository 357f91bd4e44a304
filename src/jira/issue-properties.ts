import { route } from '@forge/api';

import { Problem } from '../problem';
import { unknownIssue } from './issues';
import { asWhom, type JiraSession, tell } from './session';

/** What JQL and automation can see of an issue's confidence: `planprism.confidence < 50` (manifest: jira:entityProperty). */
export interface ConfidenceProperty {
  /** Whole percent. */
  confidence: number;
  /** Hours; absent without an estimate. */
  optimistic?: number;
  pessimistic?: number;
}

const propertyKey = 'planprism';

/** @throws Problem `issue.unknown`, `permission.denied`, or `input.invalid` for an issue that Jira keeps as it is */
export function writeConfidenceProperty(
  session: JiraSession,
  issueId: string,
  property: ConfidenceProperty,
): Promise<void> {
  return tell(
    session,
    'setIssueProperty',
    () =>
      asWhom(session).requestJira(route`/rest/api/3/issue/${issueId}/properties/${propertyKey}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(property),
      }),
    {
      missing: unknownIssue(issueId),
      // An archived issue, say: nothing that another try could change.
      refused: () => new Problem('input.invalid', 'Jira does not take a property of this issue.'),
    },
  );
}

/** Takes it away; an issue that has none is as it should be. */
export async function removeConfidenceProperty(session: JiraSession, issueId: string): Promise<void> {
  const missing = unknownIssue(issueId);
  try {
    await tell(
      session,
      'deleteIssueProperty',
      () =>
        asWhom(session).requestJira(route`/rest/api/3/issue/${issueId}/properties/${propertyKey}`, {
          method: 'DELETE',
        }),
      { missing },
    );
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== missing.code) throw error;
  }
}

/**
 * Takes it away from all issues that the app may edit. Jira goes on by itself after it has answered (an asynchronous
 * operation).
 */
export function removeAllConfidenceProperties(session: JiraSession): Promise<void> {
  return tell(session, 'bulkDeleteIssueProperty', () =>
    asWhom(session).requestJira(route`/rest/api/3/issue/properties/${propertyKey}`, {
      method: 'DELETE',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({}),
    }),
  );
}
