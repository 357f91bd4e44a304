import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { chunksOf } from '../chunks';
import { inStorage, parseStored } from './stored-value';

/** A confidence that somebody set, and who did and when, so that the issue can say so. */
const confidenceSchema = z.object({
  version: z.literal(1),
  /** Whole percent, 1–100. */
  confidence: z.int().min(1).max(100),
  by: z.string(),
  at: z.iso.datetime(),
});
export type StoredConfidence = z.output<typeof confidenceSchema>;

/** Forge's batch operations take 25 keys at the most. */
const batchSize = 25;

const keyOf = (issueId: string): string => `confidence:${issueId}`;

export interface Confidences {
  /** By issue id; issues without one are not in it. */
  byIssue: ReadonlyMap<string, StoredConfidence>;
  /** Issues whose stored value could not be read. It is kept as it is. */
  unreadable: ReadonlySet<string>;
}

/**
 * The confidences of these issues: batches of 25 keys, in parallel.
 *
 * @throws Problem `storage.failed`
 */
export async function readConfidences(issueIds: readonly string[]): Promise<Confidences> {
  const byIssue = new Map<string, StoredConfidence>();
  const unreadable = new Set<string>();
  await inStorage('confidence batch', () =>
    allSettled(
      chunksOf(issueIds, batchSize).map(async (batch) => {
        const issueByKey = new Map(batch.map((issueId) => [keyOf(issueId), issueId]));
        const { successfulKeys, failedKeys } = await kvs.batchGet<unknown>(
          [...issueByKey.keys()].map((key) => ({ key })),
        );
        for (const { key, value } of successfulKeys) {
          const issueId = issueByKey.get(key);
          if (issueId === undefined || value === undefined || value === null) continue;
          const parsed = confidenceSchema.safeParse(value);
          if (parsed.success) byIssue.set(issueId, parsed.data);
          else unreadable.add(issueId);
        }
        const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
        if (failed !== undefined) throw new Error(`batch get: ${failed.error.code}`);
      }),
    ),
  );
  return { byIssue, unreadable };
}

/**
 * The confidence that is stored for one issue; null when there is none.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function readConfidence(issueId: string): Promise<StoredConfidence | null> {
  const key = keyOf(issueId);
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, confidenceSchema, key);
}

/**
 * Sets or, with null, takes away the confidence of one issue. Read it first: a value that cannot be read is never
 * overwritten.
 *
 * @throws Problem `storage.failed`
 */
export async function writeConfidence(issueId: string, confidence: StoredConfidence | null): Promise<void> {
  const key = keyOf(issueId);
  await inStorage(key, () => (confidence === null ? kvs.delete(key) : kvs.set(key, confidence)));
}
