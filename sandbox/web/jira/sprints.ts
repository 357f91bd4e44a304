import * as z from 'zod';

import { askJira, JiraRefusal, tellJira } from './ask-jira';
import type { Board } from './boards';

const sprintSchema = z.object({
  id: z.number(),
  name: z.string(),
  state: z.enum(['future', 'active', 'closed']),
  startDate: z.string().nullish(),
  endDate: z.string().nullish(),
  goal: z.string().nullish(),
});

export type Sprint = z.infer<typeof sprintSchema>;

const sprintPageSchema = z.object({ values: z.array(sprintSchema), isLast: z.boolean() });

/** The board's sprints in these states. A board that does not plan in sprints has none; asked, Jira would answer 400. */
export async function readSprints(board: Board, states: readonly Sprint['state'][]): Promise<Sprint[]> {
  if (board.type === 'kanban') return [];
  const sprints: Sprint[] = [];
  for (;;) {
    const query = `state=${states.join(',')}&maxResults=50&startAt=${String(sprints.length)}`;
    const page = await askJira(`/rest/agile/1.0/board/${String(board.id)}/sprint?${query}`, sprintPageSchema).catch(
      (error: unknown) => {
        if (error instanceof JiraRefusal && error.status === 400) return { values: [], isLast: true };
        throw error;
      },
    );
    sprints.push(...page.values);
    if (page.isLast || page.values.length === 0) return sprints;
  }
}

/** What somebody says when they start a sprint; the dates are ISO. */
export interface SprintStart {
  name: string;
  startDate: string;
  endDate: string;
  goal: string;
}

/** @throws JiraRefusal when Jira does not start it */
export async function startSprint(sprintId: number, start: SprintStart): Promise<void> {
  await tellJira(`/rest/agile/1.0/sprint/${String(sprintId)}`, { ...start, state: 'active' });
}

/** What is not done is in the backlog afterwards. @throws JiraRefusal when Jira does not complete it */
export async function completeSprint(sprintId: number): Promise<void> {
  await tellJira(`/rest/agile/1.0/sprint/${String(sprintId)}`, { state: 'closed' });
}

/** Jira moves 50 issues at a time. */
const movedAtOnce = 50;

/** Sub-tasks go with their parent, so only parents may be named. @throws JiraRefusal when Jira does not move them */
export async function moveToSprint(sprintId: number, issueIds: readonly string[]): Promise<void> {
  for (let first = 0; first < issueIds.length; first += movedAtOnce) {
    const issues = issueIds.slice(first, first + movedAtOnce);
    await tellJira(`/rest/agile/1.0/sprint/${String(sprintId)}/issue`, { issues });
  }
}

const permissionsSchema = z.object({
  permissions: z.object({ MANAGE_SPRINTS_PERMISSION: z.object({ havePermission: z.boolean() }) }),
});

/** Whether this person may start and complete sprints. */
export async function readMayManageSprints(): Promise<boolean> {
  const path = '/rest/api/3/mypermissions?permissions=MANAGE_SPRINTS_PERMISSION';
  const { permissions } = await askJira(path, permissionsSchema);
  return permissions.MANAGE_SPRINTS_PERMISSION.havePermission;
}
