import { workers } from './history-team';
import type { Site, SiteIssue } from './site';

/** What the team with a past says of its work, in percent: of a bug it knows little. */
const confidences: Readonly<Record<string, number>> = { Story: 70, Task: 90, Bug: 50 };

/** Of one finished issue in so many somebody had said how sure they were; the others have the board's default. */
const oneIn = 3;

/**
 * The confidences that people had set before they began, as the app keeps them (src/storage/confidences.ts), by key. They
 * follow from what the site is, so that setting them moves none of its dice.
 */
export function historyConfidences({ issues }: Site): Record<string, unknown> {
  const [{ user }] = workers;
  const finished = issues.filter(({ sprintId, closedSprintIds }) => sprintId === null && closedSprintIds.length > 0);
  return Object.fromEntries(
    finished
      .filter(({ id }) => Number(id) % oneIn === 0)
      .map((issue) => {
        const at = new Date(String(issue.fields['created'])).toISOString();
        const change = { confidence: confidences[typeOf(issue)] ?? 70, by: user.accountId, at };
        return [`confidence:${issue.id}`, { version: 2, changes: [change] }];
      }),
  );
}

function typeOf({ fields }: SiteIssue): string {
  const type = fields['issuetype'];
  return typeof type === 'object' && type !== null && 'name' in type ? String(type.name) : '';
}
