import * as z from 'zod';
import type { StoredValue } from '../sandbox-types';
import { KvsRefusal } from './kvs-refusal';
import { kvsLimits } from './limits';

const milliseconds = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;

/** The option `ttl`, as @forge/kvs 1.6.5 has it. */
export const timeToLiveSchema = z.object({
  value: z.number().positive(),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});

/**
 * When a value that is set now expires, in milliseconds since 1970; undefined is never.
 * @throws KvsRefusal for more than a year
 */
export function expiryOf(ttl: z.output<typeof timeToLiveSchema> | undefined, now: number): number | undefined {
  if (ttl === undefined) return undefined;
  const lives = ttl.value * milliseconds[ttl.unit];
  if (lives <= kvsLimits.timeToLiveMost) return now + lives;
  throw new KvsRefusal('INVALID_REQUEST', 'A value can live for a year at the most.');
}

/**
 * "Expired data is not removed immediately upon expiry. Deletion may take up to 48 hours. During this window, read
 * operations may still return expired results" (storage-reference/kvs-api): they do, unless expiry is prompt.
 */
export function isGone({ expiresAt }: StoredValue, now: number, isPrompt: boolean): boolean {
  return expiresAt !== undefined && now >= expiresAt + (isPrompt ? 0 : kvsLimits.expiredButThere);
}
