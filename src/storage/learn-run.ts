import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { inStorage, parseStored } from './stored-value';

/** The last run of the job that learns a board's closed sprints. */
const runSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  state: z.enum(['running', 'stopped', 'done', 'failed']),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Sprints that were read; null `total`: they are being counted. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  /** Finished issues that were found in them. */
  issues: z.int().nonnegative(),
  /** Issues that Jira was asked for; runs of before were not counted. */
  read: z.int().nonnegative().default(0),
  /** Finished issues that taught nothing, because nobody had logged time on them, or had estimated them. */
  withoutTime: z.int().nonnegative().default(0),
  withoutEstimate: z.int().nonnegative().default(0),
  /** The last sprint that was read: where a run goes on that was stopped or cut off. */
  after: z.int().nullable(),
});
export type StoredLearnRun = Omit<z.output<typeof runSchema>, 'version'>;

const keyOf = (boardId: number): string => `learn-run:${String(boardId)}`;
/** A wish to stop has a key of its own, so that the progress of a step under way cannot overwrite it. */
const stopKeyOf = (boardId: number): string => `learn-stop:${String(boardId)}`;

/** @throws Problem `storage.unreadable`, `storage.failed` */
export async function readLearnRun(boardId: number): Promise<StoredLearnRun | null> {
  const key = keyOf(boardId);
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, runSchema, key);
}

/** @throws Problem `storage.failed` */
export async function writeLearnRun(boardId: number, run: StoredLearnRun): Promise<void> {
  const key = keyOf(boardId);
  await inStorage(key, () => kvs.set(key, { version: 1, ...run } satisfies z.input<typeof runSchema>));
}

/** @throws Problem `storage.failed` */
export async function wishToStop(boardId: number, runId: string | null): Promise<void> {
  const key = stopKeyOf(boardId);
  await inStorage(key, () => (runId === null ? kvs.delete(key) : kvs.set(key, { version: 1, runId })));
}

const stopSchema = z.object({ version: z.literal(1), runId: z.string() });

/** Does somebody want this run to stop? @throws Problem `storage.unreadable`, `storage.failed` */
export async function isToStop(boardId: number, runId: string): Promise<boolean> {
  const key = stopKeyOf(boardId);
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw !== undefined && parseStored(raw, stopSchema, key).runId === runId;
}
