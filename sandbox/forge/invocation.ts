import { AsyncLocalStorage } from 'node:async_hooks';
import { format } from 'node:util';
import type { InvocationRecord } from '../sandbox-types';

/** Where a call of the app goes, as the SDKs say it: `{type: 'fpp', provider: 'user', remote: 'jira'}`. */
export interface CallTarget {
  type: string;
  provider?: string;
  remote?: string;
  accountId?: string;
}

/** One call of a function of the app, as long as it lasts and after. */
export interface Invocation {
  /** What the SDKs read from `__forge_runtime__`. */
  runtime: object;
  record: InvocationRecord;
  /** Set when the function has answered or its time is up. */
  ended: boolean;
  serve(target: CallTarget, path: string, init: RequestInit): Promise<Response>;
}

const invocations = new AsyncLocalStorage<Invocation>();
let installed = false;

/** Runs a function of the app so that everything it calls, however late, belongs to this invocation. */
export function runIn<Result>(invocation: Invocation, run: () => Result): Result {
  return invocations.run(invocation, run);
}

/**
 * Puts the Forge runtime under the SDKs, once for the process: they find it in these globals. Whose invocation it is comes
 * from the asynchronous context, as in Atlassian's wrapper, so interleaved invocations never mix.
 * To be called before the app is loaded: `@forge/api` takes hold of `fetch` when it is loaded.
 */
export function installRuntime(): void {
  if (installed) return;
  installed = true;
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => invocations.getStore()?.runtime,
  });
  define('__forge_fetch__', (target: CallTarget, path: unknown, init?: RequestInit) => {
    const invocation = invocations.getStore();
    if (invocation === undefined)
      throw new Error(`The app called ${target.type} ${String(path)} outside an invocation.`);
    return invocation.serve(target, String(path), init ?? {});
  });
  const ownFetch = globalThis.fetch;
  define('fetch', (input: string | URL | Request, init?: RequestInit) => {
    const invocation = invocations.getStore();
    if (invocation === undefined) return ownFetch(input, init);
    return invocation.serve({ type: 'egress' }, input instanceof Request ? input.url : String(input), init ?? {});
  });
  captureConsole();
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
}

/** What the app logs goes into the record of its invocation; what anyone else logs goes where it always went. */
function captureConsole(): void {
  const levels = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;
  for (const method of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    const print = console[method].bind(console);
    console[method] = (...values: unknown[]) => {
      const invocation = invocations.getStore();
      if (invocation === undefined) print(...values);
      else invocation.record.logs.push({ level: levels[method], text: format(...values) });
    };
  }
}
