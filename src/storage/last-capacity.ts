import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { inStorage, parseStored } from './stored-value';

/** The capacity that a sprint of a board was given last, for the sprint after it once that one is closed. */
const lastSchema = z.object({
  version: z.literal(1),
  sprintId: z.int(),
  name: z.string(),
  hours: z.number().nonnegative(),
});
export type LastCapacity = Omit<z.output<typeof lastSchema>, 'version'>;

const keyOf = (boardId: number): string => `last-capacity:${String(boardId)}`;

/** @throws Problem `storage.unreadable`, `storage.failed` */
export async function readLastCapacity(boardId: number): Promise<LastCapacity | null> {
  const key = keyOf(boardId);
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, lastSchema, key);
}

/** @param last null: it was taken away again. @throws Problem `storage.failed` */
export async function writeLastCapacity(boardId: number, last: LastCapacity | null): Promise<void> {
  const key = keyOf(boardId);
  await inStorage(key, () =>
    last === null ? kvs.delete(key) : kvs.set(key, { version: 1, ...last } satisfies z.input<typeof lastSchema>),
  );
}
