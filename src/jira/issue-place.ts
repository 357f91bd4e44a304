import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { fieldsUsed, type Issue, issueSchema, toIssue, unknownIssue } from './issues';
import { ask, type JiraSession } from './session';

/** Where an issue is: only Jira Software's own issue tells its sprint without the number of the sprint field. */
export interface IssuePlace {
  projectKey: string;
  /** Of a sub-task its issue, else its epic. */
  parentId: string | null;
  /** The active or future sprint that it is in. */
  sprint: { id: number; name: string; state: 'active' | 'future' | 'closed' } | null;
}

const placeSchema = z.object({
  fields: z.object({
    project: z.object({ key: z.string() }),
    parent: z.object({ id: z.string() }).nullish(),
    sprint: z.object({ id: z.number(), name: z.string(), state: z.enum(['active', 'future', 'closed']) }).nullish(),
  }),
});

/**
 * One issue and where it is, by id or key.
 *
 * @throws Problem `issue.unknown` when there is none, or the user may not see it
 */
export async function readPlacedIssue(
  session: JiraSession,
  idOrKey: string,
): Promise<{ issue: Issue; place: IssuePlace }> {
  const found = await ask(
    session,
    'getIssue (agile)',
    () =>
      asUser().requestJira(
        route`/rest/agile/1.0/issue/${idOrKey}?fields=${`${fieldsUsed},project`}&updateHistory=false`,
      ),
    issueSchema.and(placeSchema),
    { missing: unknownIssue(idOrKey) },
  );
  const { project, parent, sprint } = found.fields;
  return {
    issue: toIssue(found, null),
    place: { projectKey: project.key, parentId: parent?.id ?? null, sprint: sprint ?? null },
  };
}

/** The board on which a sprint was made; null when Jira does not tell. */
export function readBoardOfSprint(session: JiraSession, sprintId: number): Promise<number | null> {
  return ask(
    session,
    'getSprint',
    () => asUser().requestJira(route`/rest/agile/1.0/sprint/${sprintId}`),
    z.object({ originBoardId: z.number().nullish() }).transform(({ originBoardId }) => originBoardId ?? null),
  );
}
