import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { inStorage, parseStored } from './stored-value';

/** What a team promised when it started a sprint: the issues above the line, and how sure it was said to be. */
const commitmentSchema = z.object({
  version: z.literal(1),
  at: z.iso.datetime(),
  sprintName: z.string(),
  /** Hours; null when nobody had said. */
  capacityHours: z.number().nonnegative().nullable(),
  /** Whole percent. */
  desired: z.int(),
  /** The confidence ratio and the chance to finish of what was above the line, fractions; null when they were not known. */
  ratio: z.number().nullable(),
  chance: z.number().nullable(),
  /** So many finished issues the chance had learnt from, with this version of the model. */
  finished: z.int().nonnegative(),
  model: z.int(),
  /** Above the line, in plan order; `hours` null: unestimated. `confidence` is a whole percent, `isSet`: not the default. */
  issues: z.array(
    z.object({ issueId: z.string(), hours: z.number().nullable(), confidence: z.int(), isSet: z.boolean() }),
  ),
});
export type Commitment = Omit<z.output<typeof commitmentSchema>, 'version'>;

const keyOf = (boardId: number, sprintId: number): string => `commitment:${String(boardId)}:${String(sprintId)}`;

/** @throws Problem `storage.unreadable`, `storage.failed` */
export async function readCommitment(boardId: number, sprintId: number): Promise<Commitment | null> {
  const key = keyOf(boardId, sprintId);
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, commitmentSchema, key);
}

/** Keeps a commitment. The first one stays: what was promised is not promised anew. @throws Problem `storage.failed` */
export async function writeCommitment(boardId: number, sprintId: number, commitment: Commitment): Promise<void> {
  const key = keyOf(boardId, sprintId);
  const value: z.input<typeof commitmentSchema> = { version: 1, ...commitment };
  await inStorage(key, async () => {
    try {
      await kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    } catch (error) {
      // Another event of the same start was quicker.
      if ((await kvs.get<unknown>(key)) === undefined) throw error;
    }
  });
}
