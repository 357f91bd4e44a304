import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { inStorage, parseStored } from './stored-value';

/** The last run of the job that writes all confidences to Jira's issues. */
const runSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Issues that were looked at; null `total`: they are being counted. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  /** Issues that were not written: gone, or not the app's to edit. */
  left: z.int().nonnegative(),
  /** The last issue that was looked at: where a run that was cut off goes on. */
  after: z.string().nullable(),
});
export type StoredMirrorRun = Omit<z.output<typeof runSchema>, 'version'>;

const key = 'mirror-run';

/** @throws Problem `storage.unreadable`, `storage.failed` */
export async function readMirrorRun(): Promise<StoredMirrorRun | null> {
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, runSchema, key);
}

/** @throws Problem `storage.failed` */
export async function writeMirrorRun(run: StoredMirrorRun): Promise<void> {
  await inStorage(key, () => kvs.set(key, { version: 1, ...run } satisfies z.input<typeof runSchema>));
}
