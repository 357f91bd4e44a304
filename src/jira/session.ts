import { type APIResponse, asApp, asUser, NeedsAuthenticationError } from '@forge/api';
import * as z from 'zod';

import { Problem } from '../problem';

/** The clock, the waiting and the dice of one invocation; tests bring their own. */
export interface Pace {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}

/** Jira as one invocation sees it: at most so many calls at once, and no waiting beyond the deadline. */
export interface JiraSession {
  /** Who asks: the acting user, or, in the background, the app itself. */
  readonly as: 'user' | 'app';
  readonly pace: Pace;
  /** Milliseconds on the pace's clock; a retry that would end later is not tried. */
  readonly deadline: number;
  inTurn<Result>(call: () => Promise<Result>): Promise<Result>;
}

/** Atlassian advises 5–10 calls at once (build-an-app-that-respects-rate-limits, Oct 20 2026). */
const callsAtOnce = 8;
/** Same source: at most four retries, backing off with a jitter of 0.7–1.3. */
const mostRetries = 4;
const firstWait = 500;

/**
 * @param deadline when the invocation must have answered, in milliseconds on the pace's clock
 */
export function openJira(pace: Pace, deadline: number, as: JiraSession['as'] = 'user'): JiraSession {
  let free = callsAtOnce;
  const waiting: (() => void)[] = [];
  const inTurn = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((start) => waiting.push(start));
    try {
      return await call();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
  return { as, pace, deadline, inTurn };
}

/** For the calls that are made in the background too; every other one is `asUser()` and cannot be anything else. */
export function asWhom({ as }: JiraSession): ReturnType<typeof asUser> | ReturnType<typeof asApp> {
  return as === 'app' ? asApp() : asUser();
}

/** What to make of the refusals that mean something particular to one call. */
export interface Refusals {
  /** Done twice is not done once: after a 5xx, when Jira may have done it, it is not sent again. */
  once?: true;
  /** Jira answered 404: it does not exist, or this user may not see it. */
  missing?: Problem;
  /** Jira answered 400 with these messages of its own, written for the acting user. */
  refused?: (messages: readonly string[]) => Problem;
  /** Jira answered 403, perhaps with messages of its own. */
  forbidden?: (messages: readonly string[]) => Problem;
}

/**
 * Sends one call to Jira and parses the answer. 429 and 5xx are tried again, within the deadline.
 *
 * @throws Problem with a sentence for people; the detail names the status and the call, never its content
 */
export async function ask<Schema extends z.ZodType>(
  session: JiraSession,
  what: string,
  call: () => Promise<APIResponse>,
  schema: Schema,
  refusals: Refusals = {},
): Promise<z.output<Schema>> {
  const response = await send(session, what, call, refusals);
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new Problem(
    'jira.unreadable',
    'Jira answered in a form that PlanPrism does not know. Try again, and tell us if it stays.',
    {
      detail: `${what}: ${where}`,
      cause: parsed.error,
    },
  );
}

/** Sends one call whose answer has no body that matters. Otherwise as {@link ask}. */
export async function tell(
  session: JiraSession,
  what: string,
  call: () => Promise<APIResponse>,
  refusals: Refusals = {},
): Promise<void> {
  await send(session, what, call, refusals);
}

async function send(
  session: JiraSession,
  what: string,
  call: () => Promise<APIResponse>,
  refusals: Refusals,
): Promise<APIResponse> {
  for (let retry = 0; ; retry += 1) {
    const response = await session.inTurn(() => {
      // What starts now, its turn having come, would not be answered before Forge ends the invocation.
      if (session.pace.now() > session.deadline) {
        throw new Problem('jira.busy', 'Jira answers too slowly at the moment. Wait a minute and try again.', {
          detail: what,
        });
      }
      return call().catch(asProblem);
    });
    // 303 is how Jira says that it has taken on a long task and goes on by itself.
    if (response.ok || response.status === 303) return response;
    const wait = waitBeforeRetry(response, retry, session.pace.random());
    const mayBeDone = refusals.once === true && response.status !== 429;
    if (wait === null || mayBeDone || retry >= mostRetries || session.pace.now() + wait > session.deadline) {
      throw await problemOf(response, what, refusals);
    }
    await session.pace.sleep(wait);
  }
}

/** What the SDK throws before Jira has answered anything. */
function asProblem(error: unknown): never {
  if (error instanceof NeedsAuthenticationError) throw notLoggedIn(error);
  throw new Problem('jira.failed', 'Jira cannot be reached at the moment. Try again in a minute.', { cause: error });
}

/** The user whom this invocation acts for is unknown to Jira. */
export function notLoggedIn(cause?: unknown): Problem {
  return new Problem('permission.denied', 'Jira does not know who you are. Log in again and reload the page.', {
    cause,
  });
}

/** Milliseconds to wait, or null when trying again cannot help. Jira's own Retry-After (seconds) goes first. */
function waitBeforeRetry(response: APIResponse, retry: number, dice: number): number | null {
  if (response.status !== 429 && response.status < 500) return null;
  if (response.status === 501) return null;
  const backOff = firstWait * 2 ** retry * (0.7 + 0.6 * dice);
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(retryAfter) && retryAfter >= 0 ? Math.max(retryAfter * 1000, backOff) : backOff;
}

async function problemOf(response: APIResponse, what: string, refusals: Refusals): Promise<Problem> {
  const detail = `${what}: ${String(response.status)}`;
  const text = await response.text().catch(() => '');
  switch (response.status) {
    case 400:
      if (refusals.refused !== undefined) return refusals.refused(jiraMessages(text));
      return new Problem('jira.failed', 'Jira did not accept the request. Try again, and tell us if it stays.', {
        detail,
      });
    case 401:
      return text.includes('scope does not match')
        ? new Problem(
            'jira.scope',
            'PlanPrism is not allowed to do this on your site yet. Ask a Jira admin to update the app.',
            { detail },
          )
        : notLoggedIn();
    case 403:
      if (refusals.forbidden !== undefined) return refusals.forbidden(jiraMessages(text));
      return new Problem(
        'permission.denied',
        'You do not have permission to do this in Jira. Ask a project admin for it.',
        { detail },
      );
    case 404:
      return (
        refusals.missing ??
        new Problem('permission.denied', 'This does not exist in Jira, or you may not see it.', { detail })
      );
    case 429:
      return new Problem('jira.busy', 'Jira is busy and asked us to slow down. Wait a minute and try again.', {
        detail,
      });
    default:
      return new Problem('jira.failed', 'Jira does not answer at the moment. Try again in a minute.', { detail });
  }
}

const errorBodySchema = z.object({
  errorMessages: z.array(z.string()).catch([]),
  errors: z.record(z.string(), z.string()).catch({}),
});

/** Jira's own sentences: `errorMessages`, and `errors` by field. */
function jiraMessages(text: string): string[] {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [];
  }
  const parsed = errorBodySchema.safeParse(body);
  return parsed.success ? [...parsed.data.errorMessages, ...Object.values(parsed.data.errors)] : [];
}
