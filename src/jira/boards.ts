import { asUser, route } from '@forge/api';
import * as z from 'zod';

import { Problem } from '../problem';
import { ask, asWhom, type JiraSession, type Refusals } from './session';

export interface Board {
  id: number;
  name: string;
  type: 'scrum' | 'kanban' | 'simple';
  /** null for a board that lives at a user, not in a project. */
  projectKey: string | null;
}

/**
 * A type that Jira adds later is treated like a team-managed board, whose features vary anyway. An admin gets a board that
 * they may not view without its name (description of getBoard): for planning it is not there.
 */
const boardSchema = z
  .object({
    id: z.number(),
    name: z.string().optional(),
    type: z.enum(['scrum', 'kanban', 'simple']).catch('simple'),
    location: z.object({ projectKey: z.string().optional() }).optional(),
  })
  .transform(({ id, name, type, location }): Board | null =>
    name === undefined ? null : { id, name, type, projectKey: location?.projectKey ?? null },
  );

const boardPageSchema = z.object({ values: z.array(boardSchema), isLast: z.boolean().optional() });

/** @throws Problem `board.unknown` when there is none, or the user may not see it */
export async function readBoard(session: JiraSession, boardId: number): Promise<Board> {
  const missing = new Problem(
    'board.unknown',
    `There is no board ${String(boardId)}, or you may not see it. Open PlanPrism from the backlog of a board that you can see.`,
  );
  const board = await ask(
    session,
    'getBoard',
    () => asWhom(session).requestJira(route`/rest/agile/1.0/board/${boardId}`),
    boardSchema,
    { missing },
  );
  if (board === null) throw missing;
  return board;
}

/** Jira serves 50 boards a page at the most (measured 2026-10-02), and may serve fewer. */
const pageSize = 50;

/**
 * One page of the boards that the user may see, in Jira's order; `next` is where the next one starts, null after the last.
 *
 * @param projectKey only boards that show issues of this project;
 */
export async function readBoards(
  session: JiraSession,
  startAt: number,
  projectKey: string | null = null,
): Promise<{ boards: Board[]; next: number | null }> {
  const query = new URLSearchParams({
    startAt: String(startAt),
    maxResults: String(pageSize),
    ...(projectKey === null ? {} : { projectKeyOrId: projectKey }),
  });
  const { values, isLast } = await ask(
    session,
    'getAllBoards',
    () => asUser().requestJira(route`/rest/agile/1.0/board?${query}`),
    boardPageSchema,
    projectKey === null ? {} : noBoardsOf(projectKey),
  );
  const more = isLast === false && values.length > 0;
  return { boards: values.filter((board) => board !== null), next: more ? startAt + values.length : null };
}

/** Jira says both "there is none" (400) and "not yours to see" (404) of a project. */
function noBoardsOf(projectKey: string): Refusals {
  const none = noBoardsIn(projectKey);
  return { missing: none, refused: () => none };
}

export function noBoardsIn(projectKey: string): Problem {
  return new Problem(
    'board.none',
    `${projectKey} has no board that plans in sprints, or you may not see it. Ask a project admin for access, or create a scrum board.`,
  );
}

/** The field that the board estimates in, when it has one: `timeoriginalestimate` or a custom field (story points). */
export interface EstimationField {
  fieldId: string;
  name: string;
}

/** The two that Jira keeps in seconds of working time; everything else counts in a unit of the team's own. */
const timeFields = ['timeoriginalestimate', 'timeestimate'] as const;

/** Does the board estimate in the original or in the remaining estimate? */
export function isTimeField(
  field: EstimationField | null,
): field is EstimationField & { fieldId: (typeof timeFields)[number] } {
  return timeFields.some((id) => id === field?.fieldId);
}

const configurationSchema = z
  .object({
    estimation: z
      .object({
        type: z.string(),
        field: z.object({ fieldId: z.string(), displayName: z.string().optional() }).optional(),
      })
      .optional(),
  })
  .transform(({ estimation }): EstimationField | null =>
    estimation?.field === undefined
      ? null
      : { fieldId: estimation.field.fieldId, name: estimation.field.displayName ?? estimation.field.fieldId },
  );

/** null when the board does not estimate by a field: kanban, team-managed, or a count of issues. */
export function readEstimationField(session: JiraSession, boardId: number): Promise<EstimationField | null> {
  return ask(
    session,
    'getConfiguration (board)',
    () => asWhom(session).requestJira(route`/rest/agile/1.0/board/${boardId}/configuration`),
    configurationSchema,
  );
}
