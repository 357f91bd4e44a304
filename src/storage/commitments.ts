import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { storedPages } from './stored-pages';
import { inStorage, parseStored } from './stored-value';

const promise = z.object({
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
  /**
   * Above the line, in plan order; `hours` null: unestimated. `confidence` is a whole percent, `isSet`: not the default.
   * `assignee` is an account id; null: nobody, or somebody who wanted to be forgotten.
   */
  issues: z.array(
    z.object({
      issueId: z.string(),
      hours: z.number().nullable(),
      confidence: z.int(),
      isSet: z.boolean(),
      assignee: z.string().nullable(),
    }),
  ),
});

const currentSchema = promise.extend({
  version: z.literal(2),
  /** By issue id the hours that had been spent on each issue of the sprint and its plan, also below the line. */
  spent: z.record(z.string(), z.number().nonnegative()),
  /** Which hours these are; absent: logged, as all of them were once. */
  actualSource: z.enum(['logged', 'inProgress']).optional(),
});
type CurrentCommitment = z.output<typeof currentSchema>;

/** Version 1 did not say what had been spent. */
const firstSchema = promise
  .extend({ version: z.literal(1) })
  .transform((first): CurrentCommitment => ({ ...first, version: 2, spent: {} }));

/** What a team promised when it started a sprint: the issues above the line, and how sure it was said to be. */
const commitmentSchema = z.union([currentSchema, firstSchema]);
export type Commitment = Omit<CurrentCommitment, 'version'>;

const keyStart = 'commitment:';
const keyOf = (boardId: number, sprintId: number): string => `${keyStart}${String(boardId)}:${String(sprintId)}`;

/** @throws Problem `storage.unreadable`, `storage.failed` */
export async function readCommitment(boardId: number, sprintId: number): Promise<Commitment | null> {
  return readAt(keyOf(boardId, sprintId));
}

async function readAt(key: string): Promise<CurrentCommitment | null> {
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, commitmentSchema, key);
}

/** Keeps a commitment. The first one stays: what was promised is not promised anew. @throws Problem `storage.failed` */
export async function writeCommitment(boardId: number, sprintId: number, commitment: Commitment): Promise<void> {
  const key = keyOf(boardId, sprintId);
  const value: CurrentCommitment = { version: 2, ...commitment };
  await inStorage(key, async () => {
    try {
      await kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    } catch (error) {
      // Another event of the same start was quicker.
      if ((await kvs.get<unknown>(key)) === undefined) throw error;
    }
  });
}

/** A page of them is to go through Forge. */
const commitmentsAPage = 20;

/**
 * Takes a person out of all commitments: what was promised stays, by whom does not.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`; what was done stays done
 */
export async function forgetInCommitments(accountId: string): Promise<void> {
  for await (const page of storedPages(keyStart, commitmentsAPage)) {
    const theirs = page.filter(({ key, value }) => isOf(parseStored(value, commitmentSchema, key), accountId));
    for (const { key } of theirs) await forgetAt(key, accountId);
  }
}

function isOf({ issues }: Commitment, accountId: string): boolean {
  return issues.some(({ assignee }) => assignee === accountId);
}

/** Reads it anew: a query may be some seconds late, and would bring back whom somebody has just had forgotten. */
async function forgetAt(key: string, accountId: string): Promise<void> {
  const commitment = await readAt(key);
  if (commitment === null || !isOf(commitment, accountId)) return;
  const issues = commitment.issues.map((issue) =>
    issue.assignee === accountId ? { ...issue, assignee: null } : issue,
  );
  await inStorage(key, () => kvs.set(key, { ...commitment, issues }));
}
