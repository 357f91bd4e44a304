import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { Problem } from '../problem';
import { unknownIssue } from './issues';
import { ask, asWhom, type JiraSession, tell } from './session';

/** A field of issues. Sites have several of the same name, so only its id and its type say which one it is. */
export interface Field {
  id: string;
  name: string;
  /** What a value of it is: `number`, `string`, `array`…; null for the few that have no value of their own. */
  type: string | null;
  /** Which kind of custom field it is (`com.pyxis.greenhopper.jira:gh-sprint`); null for Jira's own fields. */
  custom: string | null;
}

const fieldSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    schema: z.object({ type: z.string(), custom: z.string().optional() }).optional(),
  })
  .transform(({ id, name, schema }): Field => ({
    id,
    name,
    type: schema?.type ?? null,
    custom: schema?.custom ?? null,
  }));

/** All fields that the user may see: Jira's own and custom ones. */
export function readFields(session: JiraSession): Promise<Field[]> {
  return ask(session, 'getFields', () => asWhom(session).requestJira(route`/rest/api/3/field`), z.array(fieldSchema));
}

/**
 * Writes a number field of an issue, as the user; null empties it.
 *
 * @throws Problem `issue.unknown`, `permission.denied`, or `input.invalid` with Jira's own reason
 */
export function writeNumberField(
  session: JiraSession,
  issueId: string,
  fieldId: string,
  value: number | null,
): Promise<void> {
  const body = JSON.stringify({ fields: { [fieldId]: value } });
  return tell(
    session,
    'editIssue',
    () =>
      asUser().requestJira(route`/rest/api/3/issue/${issueId}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    {
      missing: unknownIssue(issueId),
      refused: (messages) =>
        new Problem(
          'input.invalid',
          `Jira did not take the number. ${messages.join(' ') || 'Check that the field is on the issue’s screen.'}`,
        ),
    },
  );
}

/** The custom fields that hold a number. Jira's own numbers (time spent, votes) are not people's to choose. */
export function numberFields(fields: readonly Field[]): Field[] {
  return fields.filter(({ type, custom }) => type === 'number' && custom !== null);
}

/** The id of Jira's sprint field, `customfield_…` with a number that differs from site to site; null when there is none. */
export function sprintFieldId(fields: readonly Field[]): string | null {
  return fields.find(({ custom }) => custom === 'com.pyxis.greenhopper.jira:gh-sprint')?.id ?? null;
}
