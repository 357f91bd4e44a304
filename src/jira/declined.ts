import { Problem, type ProblemCode } from '../problem';
import type { Refusals } from './session';

/**
 * Jira said no to what was asked (400, 403, 404), not to the moment. One issue is enough for Jira to turn down a whole call,
 * so asking for fewer issues may help.
 */
export class Declined extends Problem {}

/** An issue that Jira turned down; `why` is a sentence for people, Jira's own where it gave one. */
export interface RefusedIssue {
  issueId: string;
  code: ProblemCode;
  why: string;
}

/** Makes a refusal of a call about issues a {@link Declined}. `act` is what was not done: 'move', 'rank'. */
export function declining(act: string): Refusals {
  const asked = `Jira did not ${act} this issue.`;
  return {
    refused: (messages) => new Declined('input.invalid', messages.join(' ') || `${asked} Look at it in Jira.`),
    forbidden: (messages) =>
      new Declined(
        'permission.denied',
        messages.join(' ') || `${asked} It takes the permission to schedule issues in its project.`,
      ),
    missing: new Declined('issue.unknown', `${asked} It may be gone, or you may not see it any more.`),
  };
}
