import { clearTimeout, setTimeout } from 'node:timers';
import { setImmediate as turnOfTheLoop, setTimeout as wait } from 'node:timers/promises';
import type {
  Conditions,
  ForgeHost,
  InvocationRecord,
  InvocationResult,
  PropertiesQuestion,
  ResolverInvocation,
  TrafficEntry,
} from '../sandbox-types';
import { answerCall, type Backend } from './backend';
import { noConditions } from './conditions';
import { installation, runtimeOf } from './forge-runtime';
import { installRuntime, type Invocation, runIn } from './invocation';
import { invocationRate, tooManyInvocations } from './invocation-rate';
import { forgeLimits } from './limits';

/** A function that manifest.yml names, as Forge calls it. */
export type Handler = (event: unknown, context: unknown) => unknown;

export interface HostOptions extends Omit<Backend, 'conditions'> {
  /** A good day unless told. */
  conditions?: Conditions;
  /** Waits `delayMilliseconds` of the conditions; on the machine's own clock unless told. */
  sleep?: (milliseconds: number) => Promise<unknown>;
  /** Gives the function of a handler: `index.handler` is the export `handler` of `index`. */
  loadHandler: (handler: string) => Promise<Handler>;
  /** Of the site that the app is installed on. */
  siteUrl: string;
  /** How long a function may take; Forge's own limit unless a test is in a hurry. */
  limitMilliseconds?: number;
  /** Waited before each call of the app is answered: an answer never comes in the same turn of the event loop. */
  latency?: () => Promise<void>;
  /** Called when an invocation has ended, however it ended. */
  ended?: (entry: TrafficEntry) => void;
}

/** A function that Forge itself calls, for an event or a schedule. Nobody is logged in then. */
export interface FunctionCall {
  functionKey: string;
  /** The event that is delivered, for the traffic. */
  name: string;
  moduleKey: string;
  event: unknown;
  limitMilliseconds: number;
}

/** Forge, for the front end and for its own events. */
export interface FullForgeHost extends ForgeHost {
  runFunction(call: FunctionCall): Promise<InvocationResult>;
}

/**
 * Runs the app's functions as Forge does: the real SDKs reach this host's Jira and storage, a call that was not awaited is
 * lost, and sizes and time are limited. The `error` of a result is the bare message; the bridge puts its words before it.
 */
export function createForgeHost(given: HostOptions): FullForgeHost {
  installRuntime();
  const options: Host = { conditions: noConditions(), sleep: wait, ...given };
  const mayInvoke = invocationRate(options.now);
  let invocations = 0;
  const act = async (call: Call, run: (id: string, record: InvocationRecord) => Promise<unknown>) => {
    invocations += 1;
    const at = options.now();
    const result = await outcomeOf(run, `00000000-0000-4000-8000-${String(invocations).padStart(12, '0')}`);
    options.ended?.(trafficEntry(at, call, result));
    return result;
  };
  return {
    invoke: (call) =>
      act(call, (id, record) => {
        if (!mayInvoke(call.accountId)) throw tooManyInvocations(call.accountId);
        return invoke(options, id, call, record);
      }),
    askProperties: (question) =>
      act({ ...question, name: 'dynamicProperties' }, (id, record) => askProperties(options, id, question, record)),
    runFunction: (call) =>
      act({ ...call, accountId: '' }, (id, record) => run(options, id, { ...call, accountId: '' }, record)),
  };
}

/** The options with nothing left open that a call needs. */
type Host = HostOptions & Required<Pick<HostOptions, 'conditions' | 'sleep'>>;

/** What there is to know of a call of a function before it runs; nobody has the accountId ''. */
type Call = Pick<ResolverInvocation, 'functionKey' | 'name' | 'moduleKey' | 'accountId'>;

async function outcomeOf(
  run: (id: string, record: InvocationRecord) => Promise<unknown>,
  id: string,
): Promise<InvocationResult> {
  const record = newRecord();
  try {
    return { body: await run(id, record), record };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), record };
  }
}

function trafficEntry(at: number, call: Call, { body, error, record }: InvocationResult): TrafficEntry {
  const { functionKey, name, moduleKey } = call;
  const hasProblem = typeof body === 'object' && body !== null && 'problem' in body;
  return {
    at,
    functionKey,
    name,
    moduleKey,
    accountId: call.accountId === '' ? null : call.accountId,
    outcome: error !== undefined ? 'error' : hasProblem ? 'problem' : 'answered',
    ...(error === undefined ? {} : { error }),
    ...(hasProblem ? { problem: body.problem } : {}),
    record,
  };
}

/** A call from the front end, with its limits of size. */
async function invoke(options: Host, id: string, call: ResolverInvocation, record: InvocationRecord): Promise<unknown> {
  if (sizeOf(call.payload) > forgeLimits.invokeRequestBytes) {
    throw new Error(`The payload of '${call.name}' has more than 500 KB, the most that Forge takes from a front end.`);
  }
  const limitMilliseconds = forgeLimits.resolverMilliseconds;
  const answer = await run(options, id, { ...call, event: eventOf(options, call), limitMilliseconds }, record);
  if (sizeOf(answer) > forgeLimits.invokeResponseBytes) {
    throw new Error(`The answer of '${call.name}' has more than 5 MB, the most that Forge gives to a front end.`);
  }
  // A function that returns nothing reaches the front end as an empty object.
  return answer === undefined ? {} : throughJson(answer);
}

/** What it asks with is all that the page on `jira:issueContext` documents; the front end's limits of size are not among it. */
function askProperties(
  options: Host,
  id: string,
  { extension, ...question }: PropertiesQuestion,
  record: InvocationRecord,
): Promise<unknown> {
  const call = { ...question, name: 'dynamicProperties', limitMilliseconds: forgeLimits.resolverMilliseconds };
  return run(options, id, { ...call, event: { cloudId: installation.cloudId, extension } }, record);
}

/** Runs the function itself: from here on its time counts, and its calls are answered until it has answered. */
async function run(options: Host, id: string, call: FunctionCall & Call, record: InvocationRecord): Promise<unknown> {
  const { app, now } = options;
  const handlerName = app.functions[call.functionKey];
  if (handlerName === undefined) throw new Error(`manifest.yml has no function '${call.functionKey}'.`);
  const handler = await options.loadHandler(handlerName);
  const limit = options.limitMilliseconds ?? call.limitMilliseconds;
  const started = now();
  const invocation: Invocation = {
    runtime: runtimeOf(app, { ...call, id, remainingMilliseconds: () => Math.max(0, started + limit - now()) }),
    record,
    ended: false,
    serve: (target, path, init) => serve(options, invocation, call.accountId, [target, path, init]),
  };
  const event = throughJson(call.event);
  const context = {
    principal: call.accountId === '' ? undefined : { accountId: call.accountId },
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
  options: Host,
  invocation: Invocation,
  accountId: string,
  call: Parameters<Invocation['serve']>,
): Promise<Response> {
  const started = options.now();
  if (!invocation.ended) await (options.latency ?? turnOfTheLoop)();
  const delay = options.conditions.delayMilliseconds;
  if (!invocation.ended && delay > 0) await options.sleep(delay);
  if (invocation.ended) {
    const [target, path, init] = call;
    invocation.record.lateCalls.push(`${target.type} ${init.method ?? 'GET'} ${path}`);
    // Forge freezes the process once the function has answered: the call neither happens nor fails.
    return new Promise<never>(() => undefined);
  }
  return answerCall(options, invocation.record, accountId, call, started);
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
  return {
    jiraCalls: [],
    jiraPoints: 0,
    kvsReads: 0,
    kvsWrites: 0,
    kvsCalls: [],
    milliseconds: 0,
    logs: [],
    lateCalls: [],
  };
}

function throughJson(value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}

/** Bytes as JSON; what JSON cannot hold has none. */
function sizeOf(value: unknown): number {
  return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
}
