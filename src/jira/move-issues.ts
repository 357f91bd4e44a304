import { asUser, type Route, route } from '@forge/api';

import { declining } from './declined';
import { type JiraSession, tell } from './session';

/** "The maximum number of issues that can be moved in one operation is 50" (moveIssuesToSprintAndRank). */
export const mostIssuesAMove = 50;

/**
 * Puts issues into an open sprint, 50 at the most; their sub-tasks come along. Doing it twice is doing it once.
 *
 * @throws Declined when Jira moves none of them, because of at least one; Problem when Jira does not answer
 */
export function moveToSprint(session: JiraSession, sprintId: number, ids: readonly string[]): Promise<void> {
  return move(session, 'moveIssuesToSprintAndRank', route`/rest/agile/1.0/sprint/${sprintId}/issue`, ids);
}

/**
 * Takes issues out of their active or future sprint, 50 at the most. Not by the operation that names a board: that one
 * leaves issues alone that are not on the board, and says nothing.
 *
 * @throws Declined when Jira moves none of them, because of at least one; Problem when Jira does not answer
 */
export function moveToBacklog(session: JiraSession, ids: readonly string[]): Promise<void> {
  return move(session, 'moveIssuesToBacklog', route`/rest/agile/1.0/backlog/issue`, ids);
}

function move(session: JiraSession, what: string, where: Route, ids: readonly string[]): Promise<void> {
  const body = JSON.stringify({ issues: ids });
  return tell(
    session,
    what,
    () => asUser().requestJira(where, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    declining('move'),
  );
}
