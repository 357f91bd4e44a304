import * as z from 'zod';

import { askJira } from './ask-jira';

const boardSchema = z.object({
  id: z.number(),
  name: z.string(),
  type: z.string(),
  location: z
    .object({
      projectId: z.number().optional(),
      projectKey: z.string().optional(),
      projectName: z.string().optional(),
      displayName: z.string().optional(),
    })
    .optional(),
});

export type Board = z.infer<typeof boardSchema>;

const boardPageSchema = z.object({ values: z.array(boardSchema), isLast: z.boolean() });

/** Jira serves 50 boards a page. */
export async function readBoards(): Promise<Board[]> {
  const boards: Board[] = [];
  for (;;) {
    const page = await askJira(`/rest/agile/1.0/board?maxResults=50&startAt=${String(boards.length)}`, boardPageSchema);
    boards.push(...page.values);
    if (page.isLast || page.values.length === 0) return boards;
  }
}

/** The board that a project opens with; undefined when it has none that this person may see. */
export async function readFirstBoard(projectKey: string): Promise<Board | undefined> {
  const query = new URLSearchParams({ projectKeyOrId: projectKey, maxResults: '50' });
  const { values } = await askJira(`/rest/agile/1.0/board?${query.toString()}`, boardPageSchema);
  return values.find(({ location }) => location?.projectKey === projectKey);
}

export function readBoard(boardId: number): Promise<Board> {
  return askJira(`/rest/agile/1.0/board/${String(boardId)}`, boardSchema);
}
