import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { ask, type JiraSession } from './session';

/** What is pulled is mostly near the top, and each issue that is read costs a point. */
const pageSize = 100;
/** What ranks lower has no neighbours that anybody would miss. */
const mostPages = 50;

const pageSchema = z.object({ issues: z.array(z.object({ id: z.string() })), nextPageToken: z.string().nullish() });

/**
 * The ids of the board's backlog by rank, from the top until all of these issues and one more behind them are read, or 5,000
 * issues.
 *
 * @param changed issues that the user has just changed in Jira, 50 at the most
 */
export async function readBacklogUntil(
  session: JiraSession,
  boardId: number,
  wanted: readonly string[],
  changed: readonly string[],
): Promise<string[]> {
  const ids = new Set<string>();
  const isWanted = new Set(wanted);
  const query = new URLSearchParams({ maxResults: String(pageSize), fields: 'status' });
  for (const id of changed) query.append('reconcileIssues', id);
  for (let page = 0; page < mostPages; page += 1) {
    const path = route`/rest/software/1.0/board/${boardId}/backlog?${new URLSearchParams(query)}`;
    const { issues, nextPageToken } = await ask(
      session,
      'getIssuesForBacklogJSIS',
      () => asUser().requestJira(path),
      pageSchema,
    );
    for (const { id } of issues) ids.add(id);
    const last = issues.at(-1)?.id;
    const isEnough = wanted.every((id) => ids.has(id)) && last !== undefined && !isWanted.has(last);
    if (isEnough || nextPageToken == null || nextPageToken === query.get('nextPageToken')) break;
    query.set('nextPageToken', nextPageToken);
  }
  return [...ids];
}
