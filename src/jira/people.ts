import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { ask, type JiraSession } from './session';

const pageSchema = z.object({
  values: z.array(z.object({ accountId: z.string(), displayName: z.string() })),
  isLast: z.boolean().optional(),
});

/** Jira's own default is 10 a page; it may also serve fewer than asked for. */
const mostPeople = 50;

/**
 * The names of people by account id, as the user may see them; accounts that Jira does not know are not in it. Costs one
 * point and two for each of them.
 *
 * @param accountIds at most 50 are asked for
 */
export async function readNames(session: JiraSession, accountIds: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(accountIds)].slice(0, mostPeople);
  const names = new Map<string, string>();
  for (let startAt = 0; startAt < asked.length;) {
    const query = new URLSearchParams({ startAt: String(startAt), maxResults: String(mostPeople) });
    for (const accountId of asked) query.append('accountId', accountId);
    const { values, isLast } = await ask(
      session,
      'bulkGetUsers',
      () => asUser().requestJira(route`/rest/api/3/user/bulk?${query}`),
      pageSchema,
    );
    for (const { accountId, displayName } of values) names.set(accountId, displayName);
    if (isLast !== false || values.length === 0) break;
    startAt += values.length;
  }
  return names;
}
