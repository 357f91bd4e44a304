import { type Board, readBoards } from '../jira/boards';
import type { JiraSession } from '../jira/session';

/** A thousand boards without a sprint on any: it is time to ask. */
const mostPages = 20;

/**
 * The boards of a project (null: all) that may plan in sprints, in Jira's order; read as far as somebody asks. Of a
 * team-managed board only its sprints tell whether it has any.
 */
export async function* sprintBoards(jira: JiraSession, projectKey: string | null): AsyncGenerator<Board, void> {
  for (let next: number | null = 0, pages = 0; next !== null && pages < mostPages; pages += 1) {
    const page: { boards: Board[]; next: number | null } = await readBoards(jira, next, projectKey);
    yield* page.boards.filter(({ type }) => type !== 'kanban');
    next = page.next;
  }
}
