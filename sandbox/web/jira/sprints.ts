import * as z from 'zod';

import { askJira, JiraRefusal } from './ask-jira';
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
