import Resolver from '@forge/resolver';
import { readApp } from '../../../sandbox/forge/app-manifest';
import { createForgeHost, type Handler, type HostOptions } from '../../../sandbox/forge/host';
import { createKvs } from '../../../sandbox/forge/kvs';
import { createJira } from '../../../sandbox/jira/jira';
import { siteUrl } from '../../../sandbox/jira/site-url';
import type { InvocationResult, Jira, Kvs, KvsState } from '../../../sandbox/sandbox-types';
import type { Site } from '../../../sandbox/site/site';
import { noon, smallSite } from '../jira/small-site';

export const smallManifest = (scopes: readonly string[]) => `
modules:
  jira:backlogAction:
    - key: from-backlog
      title: Plan
      resource: page
      resolver: { function: resolver }
      viewportSize: max
  function:
    - { key: resolver, handler: index.handler }
resources:
  - { key: page, path: static/page }
permissions:
  scopes: [${scopes.map((scope) => `'${scope}'`).join(', ')}]
app:
  id: ari:cloud:ecosystem::app/1
  storage:
    entities:
      - name: plan
        attributes:
          revision: { type: integer }
          title: { type: string }
          hours: { type: float }
          open: { type: boolean }
          rows: { type: any }
`;

export const usualScopes = ['storage:app', 'read:jira-user', 'read:jira-work'];

/** What a call of the test's resolver gets. */
export interface Asked {
  payload: Record<string, unknown>;
  context: Record<string, unknown>;
}

export type Calls = Record<string, (asked: Asked) => unknown>;

export interface SmallApp {
  site: Site;
  state: KvsState;
  jira: Jira;
  kvs: Kvs;
  changes: () => number;
  /** The clock stands at noon until a test moves it. */
  time: { now: number };
  call(name: string, payload?: unknown, accountId?: string): Promise<InvocationResult>;
}

/** A resolver of the real @forge/resolver on a host of its own. */
export function smallApp(
  calls: Calls,
  changes: { scopes?: readonly string[]; handler?: Handler } & Partial<HostOptions> = {},
): SmallApp {
  const { scopes = usualScopes, handler, ...options } = changes;
  const app = readApp(smallManifest(scopes));
  const site = smallSite();
  const state: KvsState = { values: {}, entities: {} };
  const time = { now: noon };
  const now = () => time.now;
  let changed = 0;
  const count = () => {
    changed += 1;
  };
  const resolver = new Resolver();
  for (const [name, run] of Object.entries(calls))
    resolver.define(name, ({ payload, context }) => run({ payload, context }));
  const definitions = resolver.getDefinitions();
  const ofResolver: Handler = (event, context) => Reflect.apply(definitions, undefined, [event, context]);
  const jira = createJira(site, now, count);
  const kvs = createKvs(state, app, now, count, options.conditions);
  const host = createForgeHost({
    app,
    jira,
    kvs,
    now,
    siteUrl,
    loadHandler: (name) =>
      name === 'index.handler' ? Promise.resolve(handler ?? ofResolver) : Promise.reject(new Error(name)),
    ...options,
  });
  return {
    site,
    state,
    jira,
    kvs,
    changes: () => changed,
    time,
    call: (name, payload = {}, accountId = 'member') =>
      host.invoke({
        functionKey: 'resolver',
        name,
        payload,
        moduleKey: 'from-backlog',
        extension: { type: 'jira:backlogAction', board: { id: 1 } },
        accountId,
      }),
  };
}

/** The code of an error of Forge's storage, or what happened instead. */
export async function codeOf(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
    return 'no error';
  } catch (error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
  }
}
