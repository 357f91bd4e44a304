import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { Problem } from '../problem';
import { unknownIssue } from './issues';
import { ask, type JiraSession, tell } from './session';
import { type Status, statusSchema } from './statuses';

/** A step of the workflow that this user may take from the issue's present status. */
export interface Transition {
  id: string;
  name: string;
  to: Status;
  /** Jira shows a form for it. Without required fields it can be done without that form all the same. */
  hasScreen: boolean;
  /** Names of the fields that Jira requires and has no default for, even if this issue has a value in them already. */
  requiredFields: string[];
}

const fieldOnScreen = z.object({ name: z.string(), required: z.boolean(), hasDefaultValue: z.boolean().optional() });

const transitionsSchema = z.object({
  transitions: z.array(
    z
      .object({
        id: z.string(),
        name: z.string(),
        to: statusSchema,
        hasScreen: z.boolean().optional(),
        fields: z.record(z.string(), fieldOnScreen).default({}),
      })
      .transform(({ id, name, to, hasScreen, fields }): Transition => {
        const onScreen = Object.values(fields);
        return {
          id,
          name,
          to,
          // An older Jira says nothing of a screen, but lists the fields that are on it.
          hasScreen: hasScreen ?? onScreen.length > 0,
          requiredFields: onScreen
            .filter(({ required, hasDefaultValue }) => required && hasDefaultValue !== true)
            .map((field) => field.name),
        };
      }),
  ),
});

/**
 * What the user may do with the status of an issue now; empty when they may not change it.
 *
 * @throws Problem `issue.unknown` when there is no such issue, or the user may not see it
 */
export async function readTransitions(session: JiraSession, idOrKey: string): Promise<Transition[]> {
  const { transitions } = await ask(
    session,
    'getTransitions',
    () => asUser().requestJira(route`/rest/api/3/issue/${idOrKey}/transitions?expand=transitions.fields`),
    transitionsSchema,
    { missing: unknownIssue(idOrKey) },
  );
  return transitions;
}

/**
 * Takes the issue along a transition, as the user, with nothing filled in.
 *
 * @throws Problem `issue.unknown`, or `issue.no-transition` with Jira's own reason
 */
export function doTransition(session: JiraSession, idOrKey: string, transitionId: string): Promise<void> {
  const body = JSON.stringify({ transition: { id: transitionId } });
  return tell(
    session,
    'doTransition',
    () =>
      asUser().requestJira(route`/rest/api/3/issue/${idOrKey}/transitions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      }),
    {
      // What a transition sets off (mails, fields) would be set off again.
      once: true,
      missing: unknownIssue(idOrKey),
      refused: (messages) =>
        new Problem(
          'issue.no-transition',
          `Jira did not change the status. ${messages.join(' ') || 'Open the issue in Jira and change it there.'}`,
        ),
    },
  );
}
