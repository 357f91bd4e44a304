import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { inStorage, parseStored } from './stored-value';

/** What a site or a board has decided. What is absent is decided one level up. */
const settingsSchema = z.object({
  version: z.literal(1),
  revision: z.int().min(1),
  /** Whole percent, for issues without a confidence. */
  defaultConfidence: z.int().min(1).max(100).optional(),
  /** For issues without an estimate; absent: they count as unestimated. */
  defaultEstimateHours: z.number().positive().optional(),
  /** Whole percent. */
  desired: z.int().min(0).max(100).optional(),
  policy: z.enum(['closest', 'atLeast']).optional(),
  /** A sprint's capacity when the sprint has none of its own. */
  capacityHours: z.number().nonnegative().optional(),
});

/** The settings that hold on a board, with nothing left open. */
export interface Settings {
  /** Whole percent. */
  defaultConfidence: number;
  defaultEstimateHours: number | null;
  /** Whole percent. */
  desired: number;
  policy: 'closest' | 'atLeast';
  capacityHours: number | null;
}

/** The method's own starting values (DESIGN.md §2). */
const initially: Settings = {
  defaultConfidence: 80,
  defaultEstimateHours: null,
  desired: 80,
  policy: 'closest',
  capacityHours: null,
};

/**
 * The board's settings laid over the site's, laid over the method's own.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function readSettings(boardId: number): Promise<Settings> {
  const [site, board] = await allSettled([readOne('site'), readOne(`board:${String(boardId)}`)]);
  return { ...initially, ...site, ...board };
}

async function readOne(key: string): Promise<Partial<Settings>> {
  const raw = await inStorage(`settings ${key}`, () => kvs.entity<unknown>('settings').get(key));
  if (raw === undefined) return {};
  const { defaultConfidence, defaultEstimateHours, desired, policy, capacityHours } = parseStored(
    raw,
    settingsSchema,
    `settings ${key}`,
  );
  return {
    ...(defaultConfidence === undefined ? {} : { defaultConfidence }),
    ...(defaultEstimateHours === undefined ? {} : { defaultEstimateHours }),
    ...(desired === undefined ? {} : { desired }),
    ...(policy === undefined ? {} : { policy }),
    ...(capacityHours === undefined ? {} : { capacityHours }),
  };
}
