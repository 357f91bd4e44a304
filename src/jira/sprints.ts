import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { Problem } from '../problem';
import { ask, type JiraSession } from './session';

export interface Sprint {
  id: number;
  name: string;
  state: 'future' | 'active' | 'closed';
  startDate?: string;
  endDate?: string;
}

/** Future sprints often have no dates, and then Jira leaves the keys out. */
const sprintSchema = z
  .object({
    id: z.number(),
    name: z.string(),
    state: z.enum(['future', 'active', 'closed']),
    startDate: z.string().nullish(),
    endDate: z.string().nullish(),
  })
  .transform(({ id, name, state, startDate, endDate }): Sprint => ({
    id,
    name,
    state,
    ...(startDate == null ? {} : { startDate }),
    ...(endDate == null ? {} : { endDate }),
  }));

const sprintPageSchema = z.object({ values: z.array(sprintSchema), isLast: z.boolean() });

/** Jira serves 50 sprints a page at the most (measured 2026-10-02). 100 pages are more than any board has; the newest come last. */
const pageSize = 50;
const mostPages = 100;

/**
 * The board's sprints in these states, in Jira's order: closed, active, future, each by its place in the backlog.
 *
 * @throws Problem `board.no-sprints` for a board without sprints (kanban)
 */
export async function readSprints(
  session: JiraSession,
  boardId: number,
  states: readonly Sprint['state'][],
): Promise<Sprint[]> {
  const state = states.join(',');
  const sprints: Sprint[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const startAt = sprints.length;
    const { values, isLast } = await ask(
      session,
      'getAllSprints',
      () =>
        asUser().requestJira(
          route`/rest/agile/1.0/board/${boardId}/sprint?state=${state}&startAt=${startAt}&maxResults=${pageSize}`,
        ),
      sprintPageSchema,
      { refused: noSprints },
    );
    sprints.push(...values);
    if (isLast || values.length === 0) break;
  }
  return sprints;
}

/** What a kanban board answers: 400 "The board does not support sprints" (measured 2026-10-02). */
function noSprints(): Problem {
  return new Problem(
    'board.no-sprints',
    'This board has no sprints (it is a kanban board, or sprints are switched off). Open PlanPrism from a board that plans in sprints.',
  );
}
