import * as z from 'zod';

import type { App } from '../open-app';
import { post } from '../sandbox/jira/post';

/** The made-up team's next sprint, as its people work on it in Jira. */
export const place = { boardId: 1, sprintId: 24 };
const sprint = '/rest/agile/1.0/sprint/24';

/** @param time of November or December 2026, UTC: `11-25T09:00` */
export const at = (time: string): number => Date.parse(`2026-${time}:00.000Z`);

/** Starts the sprint on Monday 23 November; nothing is delivered yet. */
export function startSprint(app: App, startDate = '2026-11-23T09:00:00.000Z'): void {
  const endDate = new Date(Date.parse(startDate) + (11 * 24 + 7) * 3_600_000).toISOString();
  expect(post(app.sandbox.jira, sprint, { startDate, endDate, state: 'active' }, 'ada').status).toBe(200);
}

export function closeSprint(app: App): void {
  expect(post(app.sandbox.jira, sprint, { state: 'closed' }, 'ada').status).toBe(200);
}

/** @param on when the work was begun: `11-25`, at nine */
export function log(app: App, issueId: string, on: string, timeSpent: string): void {
  const body = { timeSpent, started: `2026-${on}T09:00:00.000+0000` };
  expect(post(app.sandbox.jira, `/rest/api/3/issue/${issueId}/worklog`, body, 'noor').status).toBe(201);
}

const transitionsSchema = z.object({ transitions: z.array(z.object({ id: z.string(), name: z.string() })) });

export function move(app: App, issueId: string, to: 'To Do' | 'In Progress' | 'Done'): void {
  const path = `/rest/api/3/issue/${issueId}/transitions`;
  const { body } = app.sandbox.jira.serve({ method: 'GET', path }, { accountId: 'noor', scopes: 'all' });
  const id = transitionsSchema.parse(body).transitions.find(({ name }) => name === to)?.id;
  expect(post(app.sandbox.jira, path, { transition: { id } }, 'noor').status).toBe(204);
}

/** Plans the first issues with an estimate above the line, with 20 h of capacity. @returns their ids */
export async function promise(app: App, count: number): Promise<string[]> {
  const { items } = await app.value('openPlanner', place);
  const promised = items.filter(({ hours, subtasks }) => hours !== null && subtasks === null).slice(0, count);
  expect(promised).toHaveLength(count);
  await app.value('savePlan', {
    ...place,
    revision: 0,
    capacityHours: 20,
    order: [...promised, ...items.filter((item) => !promised.includes(item))].map(({ issueId }) => issueId),
    cutline: { mode: 'manual', count },
  });
  return promised.map(({ issueId }) => issueId);
}
