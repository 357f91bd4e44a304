import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { chunksOf } from '../chunks';
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

/** The names of more people than one call gives, as many calls as it takes. Otherwise as {@link readNames}. */
export async function readAllNames(session: JiraSession, accountIds: readonly string[]): Promise<Map<string, string>> {
  const asked = [...new Set(accountIds)];
  const names = await allSettled(chunksOf(asked, mostPeople).map((some) => readNames(session, some)));
  return new Map(names.flatMap((some) => [...some]));
}

/** A person who can be given issues. */
export interface Person {
  accountId: string;
  name: string;
}

const assignableSchema = z.array(z.object({ accountId: z.string(), displayName: z.string() }));

/** As many as a list to pick from can show. */
const mostFound = 20;

/**
 * People who can be assigned issues of this project and whose name, or e-mail address where Jira lets it be searched, has
 * this in it.
 */
export async function findAssignable(session: JiraSession, projectKey: string, query: string): Promise<Person[]> {
  const search = new URLSearchParams({ project: projectKey, query, maxResults: String(mostFound) });
  const found = await ask(
    session,
    'findAssignableUsers',
    () => asUser().requestJira(route`/rest/api/3/user/assignable/search?${search}`),
    assignableSchema,
  );
  return found.map(({ accountId, displayName }) => ({ accountId, name: displayName }));
}
