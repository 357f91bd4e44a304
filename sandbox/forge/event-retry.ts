import * as z from 'zod';
import type { InvocationResult, PendingEvent } from '../sandbox-types';
import { eventLimits } from './limits';

/** What a function returns to be called again: `InvocationError` of @forge/events 3.0.8, as it looks after JSON. */
const retryRequestSchema = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().default(1),
      retryReason: z.string().default('FUNCTION_RETRY_REQUEST'),
      retryData: z.unknown().optional(),
    })
    .prefault({}),
});

interface Retry {
  seconds: number;
  reason: string;
  data?: unknown;
}

/**
 * The event as it comes again, when its function asked for that or failed in a way that Forge tries again; undefined when
 * it is done with. A queue's event comes again for 24 hours, also after an error; Jira's event four times at the most, and
 * after an error only if the function ran out of time (async-events-api and product_events, 2026-08-21).
 */
export function retryAfter(event: PendingEvent, result: InvocationResult, now: number): PendingEvent | undefined {
  const retry = requested(result) ?? afterError(event, result);
  if (retry === undefined) return undefined;
  const dueAt = now + Math.min(Math.max(retry.seconds, 1), eventLimits.retryAfterSeconds) * 1000;
  const retries = event.retries + 1;
  const end = event.at + eventLimits.retentionMilliseconds;
  const isOver = event.kind === 'queue' ? dueAt > end : retries > eventLimits.triggerRetries;
  if (isOver) return undefined;
  const retention = {
    retentionWindow: { startTime: new Date(event.at).toISOString(), remainingTimeMs: end - dueAt },
  };
  const retryContext = {
    retryCount: retries,
    retryReason: retry.reason,
    retryData: retry.data,
    ...(event.kind === 'queue' ? retention : {}),
  };
  return { ...event, dueAt, retries, event: { ...event.event, retryContext } };
}

function requested({ error, body }: InvocationResult): Retry | undefined {
  if (error !== undefined || body === undefined) return undefined;
  const parsed = retryRequestSchema.safeParse(JSON.parse(JSON.stringify(body)));
  if (!parsed.success) return undefined;
  const { retryAfter: seconds, retryReason: reason, retryData: data } = parsed.data.retryOptions;
  // What Forge does with more than its limit no source says; a retry that is lost is the worst of it.
  if (data !== undefined && Buffer.byteLength(JSON.stringify(data)) > eventLimits.retryDataBytes) return undefined;
  return { seconds, reason, data };
}

/** "exponential backoff, with intervals reaching up to approximately 15 minutes"; where it begins is the sandbox's. */
function afterError({ kind, retries }: PendingEvent, { error }: InvocationResult): Retry | undefined {
  if (error === undefined) return undefined;
  const timedOut = error.includes('timed out');
  if (kind === 'trigger' && !timedOut) return undefined;
  return { seconds: 2 ** retries, reason: timedOut ? 'FUNCTION_TIME_OUT' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR' };
}
