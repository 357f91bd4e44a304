import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { chunksOf } from '../chunks';
import { type Issue, readIssuesById } from './issues';
import { ask, type JiraSession } from './session';

/** An issue whose `sprintId` is where it is at this moment; of an issue that the board does not show that is not known. */
export interface PlacedIssue extends Issue {
  onBoard: boolean;
}

/** `reconcileIssues` takes 50 at the most; without it a list may be seconds behind. */
const issuesACall = 50;

const placesSchema = z.object({
  issues: z.array(z.object({ id: z.string(), fields: z.object({ sprint: z.object({ id: z.number() }).nullish() }) })),
  nextPageToken: z.string().nullish(),
});

/**
 * These issues by id, each with the sprint that it is in now, however recently it was moved. What does not exist, or this
 * user may not see, is left out.
 */
export async function readPlacedIssues(
  session: JiraSession,
  boardId: number,
  ids: readonly string[],
): Promise<Map<string, PlacedIssue>> {
  // First, because Jira refuses a query that names an issue which is not there.
  const issues = await readIssuesById(session, [...new Set(ids)], null);
  const found = issues.map(({ id }) => id);
  const pages = await allSettled(chunksOf(found, issuesACall).map((chunk) => readSprintsOf(session, boardId, chunk)));
  const sprintOf = new Map(pages.flat());
  return new Map(
    issues.map((issue) => {
      const { id } = issue;
      return [id, { ...issue, sprintId: sprintOf.get(id) ?? null, onBoard: sprintOf.has(id) }];
    }),
  );
}

async function readSprintsOf(
  session: JiraSession,
  boardId: number,
  ids: readonly string[],
): Promise<[string, number | null][]> {
  const query = new URLSearchParams({
    jql: `id in (${ids.join(', ')})`,
    fields: 'sprint',
    maxResults: String(issuesACall),
  });
  for (const id of ids) query.append('reconcileIssues', id);
  const places: [string, number | null][] = [];
  let token: string | null | undefined;
  // Jira may serve fewer a page than it was asked for; a token that leads nowhere must not keep us for ever.
  do {
    if (token != null) query.set('nextPageToken', token);
    const path = route`/rest/software/1.0/board/${boardId}/issue?${new URLSearchParams(query)}`;
    const page = await ask(session, 'getIssuesForBoardJSIS', () => asUser().requestJira(path), placesSchema);
    for (const { id, fields } of page.issues) places.push([id, fields.sprint?.id ?? null]);
    token = page.issues.length === 0 ? null : page.nextPageToken;
  } while (token != null && places.length < ids.length);
  return places;
}
