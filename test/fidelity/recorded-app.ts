import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Resolver from '@forge/resolver';
import type { Handler } from '../../sandbox/forge/host';
import { openSandbox, type OpenedSandbox } from '../../sandbox/open-sandbox';
import type { InvocationResult } from '../../sandbox/sandbox-types';
import * as handlers from '../../src/index';
import { type ExtraCalls, gates } from './app-gates';
import type { Exchange } from './exchange-faults';

export const appFolder = resolve(__dirname, '../..');

/** The real app on a sandbox of its own, with everything that went between it, Jira and Forge's storage. */
export interface RecordedApp {
  sandbox: OpenedSandbox;
  exchanges: Exchange[];
  /** Every call of Forge's storage that reached it: `/api/v1/get`. */
  storageCalls: string[];
  /**
   * Calls the resolver of a module.
   * @param module its place in manifest.yml
   */
  invoke(name: string, payload?: unknown, accountId?: string, module?: number): Promise<InvocationResult>;
}

export interface RecordOptions {
  site?: string | undefined;
  /** Where manifest.yml is; the app's own folder unless told. */
  manifestFolder?: string;
  /** Beside the app's own. */
  extraCalls?: ExtraCalls;
}

/** @throws Error when the manifest cannot be used at all */
export async function openRecordedApp({
  site,
  manifestFolder = appFolder,
  extraCalls = {},
}: RecordOptions = {}): Promise<RecordedApp> {
  const sandbox = await openSandbox({
    site,
    reset: true,
    appFolder: manifestFolder,
    stateFolder: join(tmpdir(), 'planprism-never-saved'),
    loadHandler: (handler) => Promise.resolve(handlerOf(handler, { ...gates, ...extraCalls })),
    now: () => Date.UTC(2026, 10, 21, 9),
  });
  const { jira, kvs } = sandbox;
  const exchanges: Exchange[] = [];
  const storageCalls: string[] = [];
  const serveJira = jira.serve;
  jira.serve = (request, actor) => {
    const answer = serveJira(request, actor);
    exchanges.push({ request, answer });
    return answer;
  };
  const serveKvs = kvs.serve;
  kvs.serve = (path, body) => {
    storageCalls.push(path);
    return serveKvs(path, body);
  };
  const firstUser = sandbox.site.users[0]?.accountId ?? '';
  return {
    sandbox,
    exchanges,
    storageCalls,
    async invoke(name, payload = {}, accountId = firstUser, module = 0) {
      const { functionKey, key } = sandbox.app.modules[module] ?? {};
      if (functionKey === undefined || key === undefined)
        throw new Error(`manifest.yml has no module ${String(module)} with a resolver`);
      return sandbox.host.invoke({ functionKey, name, payload, moduleKey: key, extension: {}, accountId });
    },
  };
}

/** The handler that manifest.yml names, with more calls beside its own. */
function handlerOf(handler: string, extraCalls: ExtraCalls): Handler {
  const name = handler.replace(/^index\./, '');
  const own = Object.entries(handlers).find(([exported]) => exported === name)?.[1];
  if (own === undefined) throw new Error(`src/index.ts exports no ${name}`);
  const resolver = new Resolver();
  for (const [call, run] of Object.entries(extraCalls)) resolver.define(call, ({ payload }) => run(payload));
  const extra = resolver.getDefinitions();
  return (event, context) => {
    const isExtra = Object.hasOwn(extraCalls, callOf(event));
    const answer: unknown = Reflect.apply(isExtra ? extra : own, undefined, [event, context]);
    return answer;
  };
}

function callOf(event: unknown): string {
  const call = typeof event === 'object' && event !== null && 'call' in event ? event.call : undefined;
  return typeof call === 'object' && call !== null && 'functionKey' in call ? String(call.functionKey) : '';
}
