import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { unknownIssue } from './issues';
import { ask, type JiraSession } from './session';

/** Where an issue is: only Jira Software's own issue tells its sprint without the number of the sprint field. */
export interface IssuePlace {
  projectKey: string;
  /** The active or future sprint that it is in. */
  sprint: { id: number; name: string; state: 'active' | 'future' | 'closed' } | null;
}

const placeSchema = z
  .object({
    fields: z.object({
      project: z.object({ key: z.string() }),
      sprint: z.object({ id: z.number(), name: z.string(), state: z.enum(['active', 'future', 'closed']) }).nullish(),
    }),
  })
  .transform(({ fields: { project, sprint } }): IssuePlace => ({
    projectKey: project.key,
    sprint: sprint ?? null,
  }));

/** @throws Problem `issue.unknown` when there is none, or the user may not see it */
export function readIssuePlace(session: JiraSession, idOrKey: string): Promise<IssuePlace> {
  return ask(
    session,
    'getIssue (agile)',
    () => asUser().requestJira(route`/rest/agile/1.0/issue/${idOrKey}?fields=project,sprint&updateHistory=false`),
    placeSchema,
    { missing: unknownIssue(idOrKey) },
  );
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
