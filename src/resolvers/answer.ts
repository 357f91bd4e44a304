import type * as z from 'zod';

import type { Answer } from '../contract';
import { Problem } from '../problem';

/** Parses what the UI sent. @throws Problem `input.invalid` with the sentence of the first rule that was broken */
export function parsePayload<Schema extends z.ZodType>(schema: Schema, payload: unknown): z.output<Schema> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const broken = parsed.error.issues[0];
  // Rules of our own, and those about a named value, carry our sentence; otherwise the whole payload is something else.
  const sentence =
    broken === undefined || (broken.path.length === 0 && broken.code !== 'custom')
      ? 'The planner sent something that PlanPrism does not know. Reload the page and try again.'
      : broken.message;
  throw new Problem('input.invalid', sentence);
}

/** Runs one call and answers its value or its problem; nothing throws across the bridge. Logs get codes, never content. */
export async function answer<Value>(call: string, act: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { value: await act() };
  } catch (error) {
    const problem = asProblem(error);
    report(call, problem);
    const { code, message, currentValue, boards } = problem;
    return {
      problem: {
        code,
        message,
        ...(currentValue === undefined ? {} : { currentValue }),
        ...(boards === undefined ? {} : { boards }),
      },
    };
  }
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem('app.failed', 'Something went wrong in PlanPrism. Try again, and tell us if it stays.', {
    cause: error,
  });
}

/** What people did wrong is no news for the log; what the app or the platform did wrong is. */
const quiet = new Set(['input', 'permission', 'board', 'sprint', 'issue', 'plan', 'apply', 'settings', 'team']);

function report(call: string, { code, detail, cause }: Problem): void {
  if (quiet.has(code.split('.')[0] ?? '')) return;
  const unexpected = code === 'app.failed' && cause instanceof Error ? ` ${cause.name}${framesOf(cause)}` : '';
  // eslint-disable-next-line no-console -- Forge's log is the console
  console.error(`${call}: ${code}${detail === undefined ? '' : ` (${detail})`}${unexpected}`);
}

/** Where it happened, without the message: that may hold what people wrote. */
function framesOf(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.length === 0 ? '' : `\n${frames.slice(0, 5).join('\n')}`;
}
