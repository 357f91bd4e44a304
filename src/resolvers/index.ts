import { makeResolver, type Request } from '@forge/resolver';
import * as z from 'zod';

import { type Calls, payloads } from '../contract';
import { openPlanner } from '../planning/open-planner';
import { savePlan } from '../planning/save-plan';
import { type JiraSession, openSession, type Pace } from '../planning/session';
import { setConfidence } from '../planning/set-confidence';
import { setEstimate } from '../planning/set-estimate';
import { Problem } from '../problem';
import { answer, parsePayload } from './answer';

const pace: Pace = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds)),
  random: () => Math.random(),
};

const session = (): JiraSession => openSession(pace);

/** Board and sprint of the place from where the app was opened. A hint only: Jira decides what the user may see. */
const placeSchema = z.object({
  board: z.object({ id: z.coerce.number().int().positive() }).optional().catch(undefined),
  sprint: z.object({ id: z.coerce.number().int().positive() }).optional().catch(undefined),
});

function placeOf({ context }: Request): { boardId?: number; sprintId?: number } {
  const place = placeSchema.safeParse(context['extension']);
  if (!place.success) return {};
  const { board, sprint } = place.data;
  return {
    ...(board === undefined ? {} : { boardId: board.id }),
    ...(sprint === undefined ? {} : { sprintId: sprint.id }),
  };
}

/** The acting user, as Forge vouches for it. */
function actingUser({ context }: Request): string {
  const account = z.string().min(1).safeParse(context['accountId']);
  if (account.success) return account.data;
  throw new Problem('permission.denied', 'Jira does not know who you are. Log in again and reload the page.');
}

export const resolve = makeResolver<Calls>({
  openPlanner: (request) =>
    answer('openPlanner', () => {
      const asked = parsePayload(payloads.openPlanner, request.payload);
      return openPlanner(session(), asked.boardId === undefined ? { ...placeOf(request), ...asked } : asked);
    }),

  savePlan: async (request) => {
    const outcome = await answer('savePlan', () =>
      savePlan(session(), parsePayload(payloads.savePlan, request.payload)),
    );
    if ('problem' in outcome) return outcome;
    const { saved, planner } = outcome.value;
    if (saved) return { value: planner };
    const message =
      'Somebody else has saved this plan since you opened it. Here is theirs; your change is not saved yet.';
    return { problem: { code: 'plan.conflict', message, current: planner } };
  },

  setConfidence: (request) =>
    answer('setConfidence', () =>
      setConfidence(session(), parsePayload(payloads.setConfidence, request.payload), actingUser(request), pace.now()),
    ),

  setEstimate: (request) =>
    answer('setEstimate', () => setEstimate(session(), parsePayload(payloads.setEstimate, request.payload))),
});
