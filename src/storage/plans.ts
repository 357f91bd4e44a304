import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';
import * as z from 'zod';

import { inStorage, parseStored } from './stored-value';

/** The plan of one sprint as it is stored. What is absent follows the board's settings. */
const planSchema = z.object({
  version: z.literal(1),
  /** Goes up by one with every save, from 1. */
  revision: z.int().min(1),
  /** Issue ids; may name issues that have left the sprint. Empty: Jira's rank. */
  order: z.array(z.string()),
  cutline: z.discriminatedUnion('mode', [
    z.object({ mode: z.literal('auto') }),
    z.object({ mode: z.literal('manual'), anchor: z.array(z.string()) }),
  ]),
  /** Whole percent, 0–100. */
  desired: z.int().min(0).max(100).optional(),
  policy: z.enum(['closest', 'atLeast']).optional(),
  capacityHours: z.number().nonnegative().optional(),
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
 * Stores a plan if the stored one still has the revision that this one was made from. Conditions work only on custom
 * entities and only in a transaction (storage-reference/entities-transactions), which is why a plan is one.
 *
 * @returns false when somebody else saved in between; nothing is stored then
 * @throws Problem `storage.failed`
 */
export async function writePlan(boardId: number, sprintId: number, plan: Plan, madeFrom: number): Promise<boolean> {
  const key = keyOf(boardId, sprintId);
  const stored: StoredPlan = { version: 1, ...plan };
  const unchanged = new Filter<StoredPlan>().and(
    'revision',
    madeFrom === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(madeFrom),
  );
  return inStorage(`plan ${key}`, async () => {
    try {
      await kvs.transact().set(key, stored, { entityName, conditions: unchanged }).execute();
      return true;
    } catch (error) {
      if (error instanceof ForgeKvsAPIError && error.code === 'CONDITIONAL_CHECK_FAILED') return false;
      throw error;
    }
  });
}
