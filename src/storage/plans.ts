import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { marksOf } from './noted-by';
import { plannedOnMark } from './planned-on';
import { setIfRevision } from './set-if-revision';
import { inStorage, parseStored } from './stored-value';

/** The plan of one sprint as it is stored. What is absent follows the board's settings. */
const planSchema = z.object({
  version: z.literal(1),
  /** Goes up by one with every save, from 1. */
  revision: z.int().min(1),
  /** Issue ids; may name issues that have left the sprint. Empty: Jira's rank. */
  order: z.array(z.string()),
  /** Planned for the sprint, and not in it in Jira when this was saved. */
  pulled: z.array(z.string()).optional(),
  /** In the sprint in Jira when this was saved, and planned to leave it for the backlog. */
  dropped: z.array(z.string()).optional(),
  cutline: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('auto') }),
    z.object({ mode: z.literal('manual'), anchor: z.array(z.string()) }),
  ]),
  /** Whole percent, 0–100. */
  desired: z.int().min(0).max(100).optional(),
  policy: z.enum(['closest', 'atLeast']).optional(),
  capacityHours: z.number().nonnegative().optional(),
  /**
   * Who gave the sprint its own capacity, when, and why; without `capacityHours`, who took it away again. `by` null:
   * somebody who wanted to be forgotten.
   */
  capacityNote: z.object({ reason: z.string(), by: z.string().nullable(), at: z.iso.datetime() }).optional(),
  /** What the plan came to when it was saved, so that one issue's place in it can be told without the whole sprint. */
  standing: z
    .object({
      at: z.iso.datetime(),
      /** Issue ids in plan order, as the person saw them. */
      order: z.array(z.string()),
      /** So many of them are above the line. */
      above: z.int().nonnegative(),
    })
    .optional(),
});
export type StoredPlan = z.output<typeof planSchema>;

/** What every sprint has before anybody saved a plan: revision 0, nothing decided. */
export const unsavedPlan = { revision: 0, order: [], cutline: { mode: 'auto' } } as const satisfies Omit<
  StoredPlan,
  'version'
>;
export type Plan = Omit<StoredPlan, 'version'>;

const entityName = 'plan';
const keyOf = (boardId: number, sprintId: number): string => `${String(boardId)}:${String(sprintId)}`;

/** @throws Problem `storage.unreadable`, `storage.failed` */
export async function readPlan(boardId: number, sprintId: number): Promise<Plan> {
  const key = keyOf(boardId, sprintId);
  const raw = await inStorage(`plan ${key}`, () => kvs.entity<unknown>(entityName).get(key));
  return raw === undefined ? unsavedPlan : parseStored(raw, planSchema, `plan ${key}`);
}

/**
 * Stores a plan if the stored one still has the revision that this one was made from.
 *
 * @returns false when somebody else saved in between; nothing is stored then
 * @throws Problem `storage.failed`
 */
export function writePlan(boardId: number, sprintId: number, plan: Plan, madeFrom: number): Promise<boolean> {
  const stored: StoredPlan = { version: 1, ...plan };
  const marks = marksOf([plan.capacityNote?.by ?? null], { boardId, sprintId });
  return setIfRevision(entityName, keyOf(boardId, sprintId), stored, madeFrom, [
    ...marks,
    plannedOnMark(boardId, sprintId),
  ]);
}
