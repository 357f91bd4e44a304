import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { chunksOf } from '../chunks';
import { storedPages } from './stored-pages';
import { inStorage, parseStored } from './stored-value';

const percent = z.int().min(1).max(100);

/** What somebody did to a confidence; null: took it away. */
const changeSchema = z.object({ confidence: percent.nullable(), by: z.string(), at: z.iso.datetime() });
export type ConfidenceChange = z.output<typeof changeSchema>;

/** The first shape: only the last change, and nothing once it was taken away. */
const firstSchema = z.object({ version: z.literal(1), confidence: percent, by: z.string(), at: z.iso.datetime() });

/** The last changes of an issue's confidence, newest first: the first says what holds now. */
const changesSchema = z.object({ version: z.literal(2), changes: z.array(changeSchema).min(1) });

const confidenceSchema = z.union([
  changesSchema,
  firstSchema.transform(({ confidence, by, at }) => ({ version: 2 as const, changes: [{ confidence, by, at }] })),
]);

/** More than anybody looks back through, and little enough for one value. */
const changesKept = 10;

/** Forge's batch operations take 25 keys at the most. */
const batchSize = 25;

const keyStart = 'confidence:';
const keyOf = (issueId: string): string => `${keyStart}${issueId}`;

export interface Confidences {
  /** Whole percent by issue id; issues without one are not in it. */
  byIssue: ReadonlyMap<string, number>;
  /** Issues whose stored value could not be read. It is kept as it is. */
  unreadable: ReadonlySet<string>;
}

/**
 * The confidences of these issues: batches of 25 keys, in parallel.
 *
 * @throws Problem `storage.failed`
 */
export async function readConfidences(issueIds: readonly string[]): Promise<Confidences> {
  const { byIssue: changes, unreadable } = await readAllConfidenceChanges(issueIds);
  const now = [...changes].flatMap(([issueId, [last]]) =>
    last === undefined || last.confidence === null ? [] : [[issueId, last.confidence] as const],
  );
  return { byIssue: new Map(now), unreadable };
}

/**
 * The last changes of the confidences of these issues, newest first, by issue id: batches of 25 keys, in parallel.
 *
 * @throws Problem `storage.failed`
 */
export async function readAllConfidenceChanges(
  issueIds: readonly string[],
): Promise<{ byIssue: ReadonlyMap<string, readonly ConfidenceChange[]>; unreadable: ReadonlySet<string> }> {
  const byIssue = new Map<string, readonly ConfidenceChange[]>();
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
          if (parsed.success) byIssue.set(issueId, parsed.data.changes);
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
 * The last changes of one issue's confidence, newest first; none when nobody ever set it.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function readConfidenceChanges(issueId: string): Promise<ConfidenceChange[]> {
  const key = keyOf(issueId);
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? [] : parseStored(raw, confidenceSchema, key).changes;
}

/**
 * Adds a change to the confidence of one issue, unless somebody else has changed it since it was read: Forge tells what a
 * write takes the place of, and theirs is put back then.
 *
 * @param before as {@link readConfidenceChanges} has just given them: a value that cannot be read is never overwritten
 * @returns null when it is written; else what stands there now
 * @throws Problem `storage.failed`
 */
export async function writeConfidenceChange(
  issueId: string,
  change: ConfidenceChange,
  before: readonly ConfidenceChange[],
): Promise<ConfidenceChange | null> {
  const key = keyOf(issueId);
  const changes = [change, ...before].slice(0, changesKept);
  const value: z.input<typeof changesSchema> = { version: 2, changes };
  return inStorage(key, async () => {
    const previous = await kvs.set<unknown>(key, value, { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' });
    const parsed = confidenceSchema.safeParse(previous?.value);
    const [theirs] = parsed.success ? parsed.data.changes : [];
    if (previous === undefined || theirs === undefined || isSame(theirs, before[0])) return null;
    await kvs.set(key, previous.value);
    return theirs;
  });
}

function isSame(one: ConfidenceChange, other: ConfidenceChange | undefined): boolean {
  return one.at === other?.at && one.by === other.by && one.confidence === other.confidence;
}

/** Forgets everything about an issue that is gone. @throws Problem `storage.failed` */
export async function deleteConfidence(issueId: string): Promise<void> {
  const key = keyOf(issueId);
  await inStorage(key, () => kvs.delete(key));
}

/**
 * The ids of all issues that ever had a confidence, in the order of their numbers, which is the same every time.
 *
 * @throws Problem `storage.failed`
 */
export async function issuesWithConfidence(): Promise<string[]> {
  const found: string[] = [];
  for await (const page of storedPages(keyStart)) found.push(...page.map(({ key }) => key.slice(keyStart.length)));
  return found.sort((one, other) => Number(one) - Number(other));
}

/** Whoever set a confidence and is to be forgotten: Jira's own word for accounts that it does not know. */
const forgotten = 'unknown';

/**
 * Takes a person out of who set which confidence; the confidences stay. What cannot be read is left as it is.
 *
 * @throws Problem `storage.failed`; what was done stays done
 */
export async function forgetInConfidences(accountId: string): Promise<void> {
  for await (const page of storedPages(keyStart)) {
    const theirs = page.filter(({ value }) => isBy(confidenceSchema.safeParse(value).data?.changes ?? [], accountId));
    await allSettled(theirs.map(({ key }) => forgetIn(key.slice(keyStart.length), accountId)));
  }
}

function isBy(changes: readonly ConfidenceChange[], accountId: string): boolean {
  return changes.some(({ by }) => by === accountId);
}

/** Reads it anew: a query may be some seconds late, and what was set since must not be lost. */
async function forgetIn(issueId: string, accountId: string): Promise<void> {
  const now = await readConfidenceChanges(issueId);
  if (!isBy(now, accountId)) return;
  const changes = now.map((change) => (change.by === accountId ? { ...change, by: forgotten } : change));
  const key = keyOf(issueId);
  await inStorage(key, () => kvs.set(key, { version: 2, changes } satisfies z.input<typeof changesSchema>));
}
