import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import * as z from 'zod';

import { inStorage } from './stored-value';

const turnSchema = z.object({ version: z.literal(1), until: z.iso.datetime() });

/** Longer than an invocation may last (25 s): what was cut off holds nobody up for longer. */
const longestTurn = 30_000;

const keyOf = (sprintId: number): string => `applying:${String(sprintId)}`;

/**
 * Takes the turn of changing a sprint in Jira.
 *
 * @param now milliseconds since 1970
 * @returns false while somebody else has it
 * @throws Problem `storage.failed`
 */
export function takeTurn(sprintId: number, now: number): Promise<boolean> {
  const key = keyOf(sprintId);
  return inStorage(key, async () => {
    if (await setFirst(key, now)) return true;
    const held = turnSchema.safeParse(await kvs.get<unknown>(key));
    if (held.success && now < Date.parse(held.data.until)) return false;
    await kvs.delete(key);
    return setFirst(key, now);
  });
}

async function setFirst(key: string, now: number): Promise<boolean> {
  const value: z.input<typeof turnSchema> = { version: 1, until: new Date(now + longestTurn).toISOString() };
  try {
    await kvs.set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
    return true;
  } catch (error) {
    if (error instanceof ForgeKvsAPIError && error.code === 'KEY_CONFLICT') return false;
    throw error;
  }
}

/** @throws Problem `storage.failed`; the turn then ends by itself */
export function endTurn(sprintId: number): Promise<void> {
  const key = keyOf(sprintId);
  return inStorage(key, () => kvs.delete(key));
}
