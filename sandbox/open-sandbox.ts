import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readApp } from './forge/app-manifest';
import { openAppEvents } from './forge/app-events';
import { noConditions } from './forge/conditions';
import { readEventModules } from './forge/event-modules';
import { createForgeHost, type FunctionCall, type Handler } from './forge/host';
import { createKvs } from './forge/kvs';
import { withProductEvents } from './forge/product-events';
import { withShortPages } from './forge/short-pages';
import { openTraffic } from './forge/traffic';
import { uninstallApp } from './forge/uninstall';
import { createJira } from './jira/jira';
import { siteUrl } from './jira/site-url';
import type { Sandbox } from './sandbox-types';
import { loadSite } from './site/load-site';
import type { LoadProblem } from './site/site';
import { readState, type SavedState, setAside, writeState } from './state-file';

export interface OpenOptions {
  /** A CSV export or a folder of REST answers; undefined is the made-up team. */
  site: string | undefined;
  /** Starts from the data, whatever was saved. */
  reset: boolean;
  /** Where manifest.yml is. */
  appFolder: string;
  /** Where the state of each site is kept. */
  stateFolder: string;
  /** Gives the function that manifest.yml names: `index.handler`. */
  loadHandler: (handler: string) => Promise<Handler>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** For the delay of the conditions; the machine's own clock unless told. */
  sleep?: (milliseconds: number) => Promise<unknown>;
}

/** An open sandbox, and what there is to tell about how it was opened. */
export interface OpenedSandbox extends Sandbox {
  /** What could not be read of the data; everything else was loaded. */
  problems: LoadProblem[];
  /** A sentence for people, when what was saved could not be used. */
  note: string | undefined;
}

/**
 * Opens a site as it was left, or from its data when it was never opened, when the data changed, or on `reset`.
 * @throws Error with a sentence when the data, the manifest or the saved state cannot be used
 */
export async function openSandbox(options: OpenOptions): Promise<OpenedSandbox> {
  const { appFolder, stateFolder, now } = options;
  const manifest = await readFile(join(appFolder, 'manifest.yml'), 'utf8');
  const app = readApp(manifest);
  const modules = readEventModules(manifest);
  const loaded = await loadSite(options.site);
  const file = join(stateFolder, `${loaded.id}.json`);
  const saved = options.reset ? undefined : await readState(file);
  const isStale = saved !== undefined && saved.fingerprint !== loaded.fingerprint;
  const note = isStale
    ? `The data of '${loaded.site.name}' changed, so it was loaded anew. What was planned on the old data is kept in ${await setAside(file, now())}.`
    : undefined;
  const state: SavedState =
    saved === undefined || isStale
      ? { fingerprint: loaded.fingerprint, site: loaded.site, kvs: kvsWith(loaded.stored ?? {}, now()) }
      : saved;

  let changes = 0;
  // A reset is itself a change: the file still holds what was there before.
  let savedChanges = options.reset ? -1 : 0;
  const changed = () => {
    changes += 1;
  };
  const conditions = noConditions();
  const { events, push, drop } = openAppEvents(modules, now, (call) => host.runFunction(call));
  const ownJira = createJira(state.site, now, changed, conditions, app.searchable);
  const jira = withShortPages(withProductEvents(ownJira, state.site, modules, events.emit), conditions);
  const kvs = createKvs(state.kvs, app, now, changed, conditions);
  const { traffic, ended } = openTraffic();
  const host = createForgeHost({
    app,
    jira,
    kvs,
    now,
    siteUrl,
    loadHandler: options.loadHandler,
    conditions,
    namesOfIssue: (name) => {
      const issue = state.site.issues.find(({ id, key }) => id === name || key === name);
      return issue === undefined ? [] : [issue.id, issue.key];
    },
    push,
    ended,
    ...(options.sleep === undefined ? {} : { sleep: options.sleep }),
  });
  return {
    app,
    site: state.site,
    jira,
    kvs,
    stored: state.kvs,
    host,
    conditions,
    traffic,
    events,
    async uninstall() {
      const run = (call: FunctionCall) => host.runFunction(call);
      const gone = await uninstallApp(modules, run, state.kvs, state.site, drop);
      changed();
      return gone;
    },
    problems: loaded.problems,
    note,
    async save() {
      if (changes === savedChanges) return;
      const upTo = changes;
      await writeState(file, state);
      savedChanges = upTo;
    },
  };
}

function kvsWith(stored: Record<string, unknown>, at: number): SavedState['kvs'] {
  const values = Object.entries(stored).map(([key, value]) => [key, { value, createdAt: at, updatedAt: at }] as const);
  return { values: Object.fromEntries(values), entities: {} };
}
