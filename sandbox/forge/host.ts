import { clearTimeout, setTimeout } from 'node:timers';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { ForgeHost, InvocationRecord, InvocationResult, ResolverInvocation } from '../sandbox-types';
import { answerCall, type Backend } from './backend';
import { installation, runtimeOf } from './forge-runtime';
import { installRuntime, type Invocation, runIn } from './invocation';
import { forgeLimits } from './limits';

/** A function that manifest.yml names, as Forge calls it. */
export type Handler = (event: unknown, context: unknown) => unknown;

export interface HostOptions extends Backend {
  /** Gives the function of a handler: `index.handler` is the export `handler` of `index`. */
  loadHandler: (handler: string) => Promise<Handler>;
  /** Of the site that the app is installed on. */
  siteUrl: string;
  /** How long a function may take; Forge's own limit unless a test is in a hurry. */
  limitMilliseconds?: number;
  /** Waited before each call of the app is answered: an answer never comes in the same turn of the event loop. */
  latency?: () => Promise<void>;
}

/**
 * Runs the app's functions as Forge does: the real SDKs reach this host's Jira and storage, a call that was not awaited is
 * lost, and sizes and time are limited. The `error` of a result is the bare message; the bridge puts its words before it.
 */
export function createForgeHost(options: HostOptions): ForgeHost {
  installRuntime();
  let invocations = 0;
  return {
    invoke(invocation) {
      invocations += 1;
      return invoke(options, `00000000-0000-4000-8000-${String(invocations).padStart(12, '0')}`, invocation);
    },
  };
}

async function invoke(options: HostOptions, id: string, call: ResolverInvocation): Promise<InvocationResult> {
  const record = newRecord();
  try {
    if (sizeOf(call.payload) > forgeLimits.invokeRequestBytes) {
      throw new Error(
        `The payload of '${call.name}' has more than 500 KB, the most that Forge takes from a front end.`,
      );
    }
    const handlerName = options.app.functions[call.functionKey];
    if (handlerName === undefined) throw new Error(`manifest.yml has no function '${call.functionKey}'.`);
    const handler = await options.loadHandler(handlerName);
    const answer = await run(options, id, call, handler, record);
    if (sizeOf(answer) > forgeLimits.invokeResponseBytes) {
      throw new Error(`The answer of '${call.name}' has more than 5 MB, the most that Forge gives to a front end.`);
    }
    // A function that returns nothing reaches the front end as an empty object.
    return { body: answer === undefined ? {} : throughJson(answer), record };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), record };
  }
}

/** Runs the function itself: from here on its time counts, and its calls are answered until it has answered. */
async function run(
  options: HostOptions,
  id: string,
  call: ResolverInvocation,
  handler: Handler,
  record: InvocationRecord,
): Promise<unknown> {
  const { app, now } = options;
  const limit = options.limitMilliseconds ?? forgeLimits.resolverMilliseconds;
  const started = now();
  const invocation: Invocation = {
    runtime: runtimeOf(app, { ...call, id, remainingMilliseconds: () => Math.max(0, started + limit - now()) }),
    record,
    ended: false,
    serve: (target, path, init) => serve(options, invocation, call.accountId, [target, path, init]),
  };
  const event = throughJson(eventOf(options, call));
  const context = {
    principal: { accountId: call.accountId },
    installContext: `ari:cloud:jira::site/${installation.cloudId}`,
    installation: { ari: `ari:cloud:ecosystem::installation/${installation.installationId}` },
  };
  try {
    return await within(limit, () => Promise.resolve(runIn(invocation, () => handler(event, context))));
  } finally {
    invocation.ended = true;
    record.milliseconds = now() - started;
    // Calls that were made but not awaited are noticed in this turn, before the record is read.
    await turnOfTheLoop();
  }
}

async function serve(
  options: HostOptions,
  invocation: Invocation,
  accountId: string,
  [target, path, init]: Parameters<Invocation['serve']>,
): Promise<Response> {
  if (!invocation.ended) await (options.latency ?? turnOfTheLoop)();
  if (invocation.ended) {
    invocation.record.lateCalls.push(`${target.type} ${init.method ?? 'GET'} ${path}`);
    // Forge freezes the process once the function has answered: the call neither happens nor fails.
    return new Promise<never>(() => undefined);
  }
  return answerCall(options, invocation.record, accountId, target, path, init);
}

/** The event of a resolver call; what `view.getContext()` shows is made of the same values. */
function eventOf({ siteUrl }: HostOptions, call: ResolverInvocation): unknown {
  return {
    call: { functionKey: call.name, payload: call.payload },
    context: {
      accountId: call.accountId,
      cloudId: installation.cloudId,
      environmentId: installation.environmentId,
      environmentType: installation.environmentType,
      extension: call.extension,
      localId: `ari:cloud:ecosystem::extension/sandbox/${call.moduleKey}`,
      moduleKey: call.moduleKey,
      siteUrl,
    },
  };
}

async function within<Result>(milliseconds: number, run: () => Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`The function timed out after ${milliseconds / 1000} seconds.`));
    }, milliseconds);
  });
  try {
    return await Promise.race([run(), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

function newRecord(): InvocationRecord {
  return { jiraCalls: [], jiraPoints: 0, kvsReads: 0, kvsWrites: 0, milliseconds: 0, logs: [], lateCalls: [] };
}

function throughJson(value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}

/** Bytes as JSON; what JSON cannot hold has none. */
function sizeOf(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}
