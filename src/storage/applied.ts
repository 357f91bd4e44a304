import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { marksOf } from './noted-by';
import { inStorage, parseStored } from './stored-value';

/**
 * How a sprint was before a plan was applied to it, so that the apply can be taken back. Of an apply that took several
 * calls it is what was there before the first.
 */
const appliedSchema = z.object({
  at: z.iso.datetime(),
  /** Account id; null: somebody who wanted to be forgotten. */
  by: z.string().nullable(),
  /** Of the plan that was applied. */
  revision: z.int().min(0),
  /**
   * Moved into the sprint, in the order of the backlog. `before` is the issue of the backlog that followed it and stayed;
   * without one, `after` is the last that stayed; neither: none stayed, or it is not known.
   */
  in: z.array(z.object({ issueId: z.string(), before: z.string().optional(), after: z.string().optional() })),
  /** Moved out of the sprint: to another one, or (null) to the backlog. `dropped`: the plan said so by name. */
  out: z.array(z.object({ issueId: z.string(), to: z.int().nullable(), dropped: z.boolean() })),
  /** Ids of what was in the sprint, by rank, without sub-tasks. */
  order: z.array(z.string()),
  /** Those of `in` and `out` that Jira was asked to move, without its answer being known. */
  unsure: z.array(z.string()),
  /** Something is known to be done. */
  begun: z.boolean(),
});
export type Applied = z.output<typeof appliedSchema>;

/**
 * An apply that is under way, or of which it is not known what it did, does not replace the last one that is known: it may
 * have done nothing.
 */
const recordSchema = z.object({
  version: z.literal(1),
  last: appliedSchema.nullable(),
  attempt: appliedSchema.nullable(),
});
export type AppliedRecord = Omit<z.output<typeof recordSchema>, 'version'>;

const keyOf = (boardId: number, sprintId: number): string => `applied:${String(boardId)}:${String(sprintId)}`;

/** @throws Problem `storage.unreadable`, `storage.failed` */
export async function readRecord(boardId: number, sprintId: number): Promise<AppliedRecord> {
  const key = keyOf(boardId, sprintId);
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? { last: null, attempt: null } : parseStored(raw, recordSchema, key);
}

/**
 * The last apply of a sprint, as far as it is known to be done; null when there is none, or it was taken back.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function readApplied(boardId: number, sprintId: number): Promise<Applied | null> {
  const { last, attempt } = await readRecord(boardId, sprintId);
  const applied = attempt?.begun === true ? attempt : last;
  if (applied === null) return null;
  const unsure = new Set(applied.unsure);
  const isKnown = ({ issueId }: { issueId: string }): boolean => !unsure.has(issueId);
  return { ...applied, in: applied.in.filter(isKnown), out: applied.out.filter(isKnown) };
}

/**
 * Keeps a record, or forgets it when nothing is in it. Read it first: a value that cannot be read is never overwritten.
 *
 * @throws Problem `storage.failed`
 */
export async function writeRecord(boardId: number, sprintId: number, record: AppliedRecord): Promise<void> {
  const key = keyOf(boardId, sprintId);
  const { last, attempt } = record;
  await inStorage(key, () => {
    if (last === null && attempt === null) return kvs.delete(key);
    const transaction = kvs.transact().set(key, { version: 1, ...record } satisfies z.input<typeof recordSchema>);
    for (const mark of marksOf([last?.by ?? null, attempt?.by ?? null], { boardId, sprintId }))
      transaction.set(mark.key, mark.value);
    return transaction.execute();
  });
}
