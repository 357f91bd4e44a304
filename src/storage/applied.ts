import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { inStorage, parseStored } from './stored-value';

/**
 * How a sprint was before a plan was applied to it, so that the apply can be taken back. Of an apply that took several
 * calls it is what was there before the first.
 */
const appliedSchema = z.object({
  version: z.literal(1),
  at: z.iso.datetime(),
  /** Account id. */
  by: z.string(),
  /** Of the plan that was applied. */
  revision: z.int().min(0),
  /** Nothing was left to do. */
  finished: z.boolean(),
  /**
   * Moved into the sprint, in the order of the backlog. `before` is the issue of the backlog that followed it and stayed;
   * without one, `after` is the last that stayed; neither: none stayed.
   */
  in: z.array(z.object({ issueId: z.string(), before: z.string().optional(), after: z.string().optional() })),
  /** Ids of what was moved out of the sprint. */
  out: z.array(z.string()),
  /** Ids of what was in the sprint, by rank, without sub-tasks. */
  order: z.array(z.string()),
});
export type Applied = z.output<typeof appliedSchema>;

const keyOf = (boardId: number, sprintId: number): string => `applied:${String(boardId)}:${String(sprintId)}`;

/**
 * The last apply of a sprint; null when there is none, or it was taken back.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function readApplied(boardId: number, sprintId: number): Promise<Applied | null> {
  const key = keyOf(boardId, sprintId);
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, appliedSchema, key);
}

/**
 * Keeps or, with null, forgets an apply. Read it first: a value that cannot be read is never overwritten.
 *
 * @throws Problem `storage.failed`
 */
export async function writeApplied(boardId: number, sprintId: number, applied: Applied | null): Promise<void> {
  const key = keyOf(boardId, sprintId);
  await inStorage(key, () => (applied === null ? kvs.delete(key) : kvs.set(key, applied)));
}
