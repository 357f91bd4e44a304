import * as z from 'zod';
import { builtAppHandlers } from './app-handler';
import { type OpenOptions, openSandbox } from './open-sandbox';
import type { InvocationRecord, InvocationResult } from './sandbox-types';
import { type RunningServer, runningServer, withSiteLock } from './site-lock';
import { loadSite } from './site/load-site';
import type { LoadProblem, SiteUser } from './site/site';

export interface InvokeOptions {
  name: string | undefined;
  payload: string | undefined;
  site: string | undefined;
  account: string | undefined;
  stats: boolean;
  root: string;
  stateFolder: string;
  now: () => number;
  /** One line for standard error. */
  tell: (line: string) => void;
}

/** What the command prints, and its exit code. */
export interface Printed {
  printed: unknown;
  exitCode: 0 | 1;
}

/** A command that cannot be carried out as it was given. */
class CommandRefused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** One call of the app's resolver without a browser: by the server that has the site open, or else in this process. */
export async function invokeCommand(options: InvokeOptions): Promise<Printed> {
  try {
    const { name } = options;
    if (name === undefined) {
      throw new CommandRefused(
        'sandbox.call',
        "Say which call: invoke NAME 'JSON', for example invoke openPlanner '{}'.",
      );
    }
    const payload = parsePayload(options.payload);
    const loaded = await loadSite(options.site);
    const { accountId } = findUser(loaded.site.users, options.account);
    const result = await withSiteLock(options.stateFolder, loaded.id, async () => {
      const server = await runningServer(options.stateFolder, loaded.id);
      return server === undefined
        ? await invokeHere(options, { name, payload, accountId })
        : await invokeThere(server, { name, payload, accountId });
    });
    tellOfRecord(result.record, options.tell);
    return printed(result, name, options.stats);
  } catch (error) {
    if (error instanceof CommandRefused) return problem(error.code, error.message);
    return problem('sandbox.failed', error instanceof Error ? error.message : String(error));
  }
}

/** One line for each thing that could not be read, as on standard error. */
export function tellOfProblems(problems: readonly LoadProblem[], tell: (line: string) => void): void {
  for (const { where, reason } of problems) tell(`Not loaded: ${where}: ${reason}`);
}

interface ResolverCall {
  name: string;
  payload: unknown;
  accountId: string;
}

async function invokeHere(options: InvokeOptions, call: ResolverCall): Promise<InvocationResult> {
  const { site, root, stateFolder, now, tell } = options;
  const open: OpenOptions = {
    site,
    reset: false,
    appFolder: root,
    stateFolder,
    now,
    loadHandler: builtAppHandlers(root),
  };
  const sandbox = await openSandbox(open);
  tellOfProblems(sandbox.problems, tell);
  if (sandbox.note !== undefined) tell(sandbox.note);
  const module = sandbox.app.modules[0];
  if (module?.functionKey === undefined)
    throw new Error('The first module of manifest.yml has no resolver that could be called.');
  const result = await sandbox.host.invoke({
    ...call,
    functionKey: module.functionKey,
    moduleKey: module.key,
    extension: { type: module.type },
  });
  for (const missing of sandbox.jira.unmodelled) tell(`Not modelled by the sandbox: ${missing}`);
  await sandbox.save();
  return result;
}

const recordSchema = z.object({
  jiraCalls: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      status: z.number(),
      points: z.number(),
      milliseconds: z.number(),
    }),
  ),
  jiraPoints: z.number(),
  kvsReads: z.number(),
  kvsWrites: z.number(),
  // A server that was started before this was written down has none.
  kvsCalls: z
    .array(z.object({ path: z.string(), keys: z.array(z.string()), status: z.number(), milliseconds: z.number() }))
    .default([]),
  milliseconds: z.number(),
  logs: z.array(z.object({ level: z.enum(['debug', 'info', 'warn', 'error']), text: z.string() })),
  lateCalls: z.array(z.string()),
});
const resultSchema = z.object({ body: z.unknown(), error: z.string().optional(), record: recordSchema });
const refusalSchema = z.object({ message: z.string() });

async function invokeThere({ url, pid }: RunningServer, call: ResolverCall): Promise<InvocationResult> {
  const response = await fetch(`${url}/sandbox/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(call),
  }).catch((error: unknown) => {
    throw new Error(`The sandbox at ${url} (process ${pid}) has this site open, but does not answer.`, {
      cause: error,
    });
  });
  const body: unknown = await response.json().catch(() => undefined);
  const result = resultSchema.safeParse(body);
  if (response.ok && result.success) {
    const { error, ...rest } = result.data;
    return error === undefined ? rest : { ...rest, error };
  }
  const refusal = refusalSchema.safeParse(body);
  throw new Error(
    refusal.success ? refusal.data.message : `The sandbox at ${url} answered ${response.status} to the call.`,
  );
}

function parsePayload(text: string | undefined): unknown {
  if (text === undefined) return {};
  try {
    const payload: unknown = JSON.parse(text);
    return payload;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandRefused('sandbox.payload', `The payload is not JSON (${reason}). Write it like '{"boardId": 1}'.`);
  }
}

function findUser(users: readonly SiteUser[], account: string | undefined): SiteUser {
  const user = account === undefined ? users[0] : users.find(({ accountId }) => accountId === account);
  if (user !== undefined) return user;
  const known = users.map(({ accountId, displayName, role }) => `${accountId} (${displayName}, ${role})`).join(', ');
  throw new CommandRefused(
    'sandbox.account',
    `The site has no account '${account ?? ''}'. It has: ${known === '' ? 'none' : known}.`,
  );
}

function tellOfRecord({ logs, lateCalls }: InvocationRecord, tell: (line: string) => void): void {
  for (const { level, text } of logs) tell(`${level}: ${text}`);
  for (const call of lateCalls) tell(`Lost on Forge, because the app answered without waiting for it: ${call}`);
}

const problemSchema = z.object({ problem: z.looseObject({ code: z.string(), message: z.string() }) });
const valueSchema = z.strictObject({ value: z.unknown() });

function printed({ body, error, record }: InvocationResult, name: string, stats: boolean): Printed {
  const cost = stats ? { stats: statsOf(record) } : {};
  if (error !== undefined) {
    const failed = error.startsWith('Resolver has no definition for')
      ? problem('sandbox.call', `The app has no call '${name}'. The calls that it has are listed in src/contract.ts.`)
      : problem('sandbox.threw', error);
    return { ...failed, printed: { ...failed.printed, ...cost } };
  }
  const refused = problemSchema.safeParse(body);
  if (refused.success) return { printed: { problem: refused.data.problem, ...cost }, exitCode: 1 };
  const answered = valueSchema.safeParse(body);
  const value = answered.success ? answered.data.value : body;
  if (!stats) return { printed: value, exitCode: 0 };
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return { printed: isObject ? { ...value, ...cost } : { value, ...cost }, exitCode: 0 };
}

function statsOf({ jiraCalls, jiraPoints, kvsReads, kvsWrites, milliseconds }: InvocationRecord): object {
  return { jiraCalls: jiraCalls.length, jiraPoints, kvsReads, kvsWrites, milliseconds };
}

function problem(
  code: string,
  message: string,
): { printed: { problem: { code: string; message: string } }; exitCode: 1 } {
  return { printed: { problem: { code, message } }, exitCode: 1 };
}
