import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { declining, type RefusedIssue } from './declined';
import { ask, type JiraSession } from './session';

/** "At most 50 issues may be ranked at once" (rankIssues). */
export const mostIssuesARank = 50;

/** Right before or right after another issue. The rank is one for the whole site, whatever sprint an issue is in. */
export type RankPlace = { readonly before: string } | { readonly after: string };

/** No body (204) when all went well; otherwise (207) an entry for each issue. */
const answerSchema = z
  .object({
    entries: z.array(
      z.object({
        issueId: z.union([z.number(), z.string()]).transform(String).optional(),
        status: z.number(),
        errors: z.array(z.string()).nullish(),
      }),
    ),
  })
  .optional();

/**
 * Ranks issues, 50 at the most, in their order beside another one. Doing it twice is doing it once.
 *
 * @param ids issue ids, not keys
 * @returns those that Jira did not rank; the others are ranked
 * @throws Declined when Jira ranks none of them, because of at least one or of the place; Problem when Jira does not answer
 */
export async function rankIssues(
  session: JiraSession,
  ids: readonly string[],
  place: RankPlace,
): Promise<RefusedIssue[]> {
  const beside = 'before' in place ? { rankBeforeIssue: place.before } : { rankAfterIssue: place.after };
  const body = JSON.stringify({ issues: ids, ...beside });
  const answer = await ask(
    session,
    'rankIssues',
    () =>
      asUser().requestJira(route`/rest/agile/1.0/issue/rank`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    answerSchema,
    declining('rank'),
  );
  if (answer === undefined) return [];
  const entryOf = new Map(answer.entries.map((entry) => [entry.issueId, entry]));
  return ids.flatMap((issueId) => {
    const entry = entryOf.get(issueId);
    if (entry !== undefined && entry.status < 300) return [];
    // An issue that the answer does not mention was not said to be ranked.
    const why = entry?.errors?.join(' ') ?? '';
    return { issueId, code: 'jira.failed', why: why === '' ? 'Jira did not rank this issue. Try again.' : why };
  });
}
