import { route } from '@forge/api';
import * as z from 'zod';

import { Problem } from '../problem';
import { jiraDate } from './jira-date';
import { ask, asWhom, type JiraSession } from './session';

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

/** `total` is in Jira's own example, and not in every answer that was recorded. */
const sprintPageSchema = z.object({
  values: z.array(sprintSchema),
  isLast: z.boolean(),
  total: z.int().nonnegative().optional(),
});
type SprintPage = z.output<typeof sprintPageSchema>;

/** Jira serves 50 sprints a page at the most (measured 2026-10-02). 100 pages are more than any board has; the newest come last. */
const pageSize = 50;
const mostPages = 100;

/**
 * The board's sprints in these states, in Jira's order: closed, active, future, each by its place in the backlog.
 *
 * @throws Problem `board.no-sprints` for a board without sprints (kanban)
 */
export function readSprints(
  session: JiraSession,
  boardId: number,
  states: readonly Sprint['state'][],
): Promise<Sprint[]> {
  return readFrom(session, boardId, states, 0);
}

/**
 * The board's last closed sprints in Jira's order, the newest last: two calls, however many there are, where Jira says how
 * many that is.
 *
 * @throws Problem `board.no-sprints` for a board without sprints (kanban)
 */
export async function readLastClosedSprints(session: JiraSession, boardId: number, count: number): Promise<Sprint[]> {
  const { values, isLast, total = 0 } = await readPage(session, boardId, ['closed'], 0);
  if (isLast || values.length === 0) return values.slice(-count);
  const last = await readFrom(session, boardId, ['closed'], Math.max(values.length, total - count));
  return [...values, ...last].slice(-count);
}

async function readFrom(
  session: JiraSession,
  boardId: number,
  states: readonly Sprint['state'][],
  start: number,
): Promise<Sprint[]> {
  const sprints: Sprint[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const { values, isLast } = await readPage(session, boardId, states, start + sprints.length);
    sprints.push(...values);
    if (isLast || values.length === 0) break;
  }
  return sprints;
}

function readPage(
  session: JiraSession,
  boardId: number,
  states: readonly Sprint['state'][],
  startAt: number,
): Promise<SprintPage> {
  const state = states.join(',');
  return ask(
    session,
    'getAllSprints',
    () =>
      asWhom(session).requestJira(
        route`/rest/agile/1.0/board/${boardId}/sprint?state=${state}&startAt=${startAt}&maxResults=${pageSize}`,
      ),
    sprintPageSchema,
    { refused: noSprints },
  );
}

/** What a kanban board answers: 400 "The board does not support sprints" (measured 2026-10-02). */
function noSprints(): Problem {
  return new Problem(
    'board.no-sprints',
    'This board has no sprints (it is a kanban board, or sprints are switched off). Open PlanPrism from a board that plans in sprints.',
  );
}

/** A sprint that is over. */
export interface ClosedSprint {
  id: number;
  name: string;
  /** ISO instants. A sprint that was closed without ever having been started has neither. */
  startedAt: string;
  /** When somebody completed it, which may be days after its planned end. */
  completedAt: string;
}

const closedSprintSchema = z
  .object({
    id: z.number(),
    name: z.string(),
    startDate: jiraDate.nullish(),
    endDate: jiraDate.nullish(),
    completeDate: jiraDate.nullish(),
  })
  .transform(({ id, name, startDate, endDate, completeDate }): ClosedSprint | null => {
    const completedAt = completeDate ?? endDate;
    return startDate == null || completedAt == null ? null : { id, name, startedAt: startDate, completedAt };
  });

/** The board's closed sprints that had a beginning and an end, the one that was completed last first. */
export async function readClosedSprints(session: JiraSession, boardId: number): Promise<ClosedSprint[]> {
  const pageSchema = z.object({ values: z.array(closedSprintSchema), isLast: z.boolean() });
  const sprints: (ClosedSprint | null)[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const startAt = sprints.length;
    const { values, isLast } = await ask(
      session,
      'getAllSprints',
      () =>
        asWhom(session).requestJira(
          route`/rest/agile/1.0/board/${boardId}/sprint?state=closed&startAt=${startAt}&maxResults=${pageSize}`,
        ),
      pageSchema,
      { refused: noSprints },
    );
    sprints.push(...values);
    if (isLast || values.length === 0) break;
  }
  return sprints
    .filter((sprint) => sprint !== null)
    .sort((one, other) => Date.parse(other.completedAt) - Date.parse(one.completedAt));
}
