import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as z from 'zod';

import { Problem } from '../problem';
import { codeOf, passes } from './passes';

const retriedSchema = z.object({ retryContext: z.object({ retryCount: z.int() }) });

/** Before the first retry, and before each after it: Jira's events come again four times at the most. */
const retrySeconds = [60, 300, 900];

/** What may be otherwise in a while; a push to a queue that fails is no Problem, and may be as well. */
function mayPass(error: unknown): boolean {
  if (error instanceof z.ZodError) return false;
  return !(error instanceof Problem) || passes(error.code);
}

/**
 * Does what one of Jira's events asks for. What fails for now is answered so that Forge brings the event again: after an
 * error that is thrown it does not (product_events, 2026-08-21), and what a sprint promised would never be kept.
 *
 * @param name for the log
 * @throws whatever another time would not mend
 */
export async function askedAgain(
  name: string,
  event: unknown,
  work: () => Promise<void>,
): Promise<InvocationError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!mayPass(error)) throw error;
    // eslint-disable-next-line no-console -- Forge's log is the console
    console.error(`${name}: ${codeOf(error)}`);
    const retried = retriedSchema.safeParse(event);
    const retries = retried.success ? retried.data.retryContext.retryCount : 0;
    return new InvocationError({
      retryAfter: retrySeconds[Math.min(retries, retrySeconds.length - 1)] ?? 60,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    });
  }
}
