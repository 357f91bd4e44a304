import { ForgeKvsAPIError } from '@forge/kvs';
import type * as z from 'zod';

import { Problem } from '../problem';

/**
 * Parses a value from Forge storage. Every stored value carries a `version`; a newer one than this code knows was written
 * by a newer app, and is neither read nor overwritten.
 *
 * @param what names the value in the log; holds ids only
 * @throws Problem `storage.unreadable`
 */
export function parseStored<Schema extends z.ZodType>(raw: unknown, schema: Schema, what: string): z.output<Schema> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw unreadable(`${what}: ${where}`, parsed.error);
}

/** @param detail names the value in the log; holds ids only */
export function unreadable(detail: string, cause?: unknown): Problem {
  return new Problem(
    'storage.unreadable',
    'PlanPrism cannot read what it stored here, so it leaves it as it is. Reload the page to get the newest version of the app, and tell us if that does not help.',
    { detail, cause },
  );
}

/**
 * Turns a failure of Forge storage into a problem; problems pass as they are. That a value is too large is the app's own
 * fault, and stays so however often it is tried.
 */
export async function inStorage<Result>(what: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (error instanceof ForgeKvsAPIError && error.code === 'MAX_SIZE') {
      throw new Problem(
        'app.failed',
        'This is more than PlanPrism can keep in one place, so it was not stored. Tell us.',
        {
          detail: `${what}: ${forgeCode(error)}`,
          cause: error,
        },
      );
    }
    throw new Problem('storage.failed', 'PlanPrism could not reach its storage. Try again in a minute.', {
      detail: `${what}: ${forgeCode(error)}`,
      cause: error,
    });
  }
}

/** What Atlassian's support asks for: the error's code and the trace of the request. */
function forgeCode(error: unknown): string {
  if (!(error instanceof ForgeKvsAPIError)) return error instanceof Error ? error.name : 'unknown error';
  return `${error.code}, trace ${error.responseDetails.traceId ?? 'none'}`;
}
