import { builtAppHandlers } from './app-handler';
import { tellOfProblems } from './invoke-command';
import { deliverEvents } from './forge/deliver-events';
import { openSandbox } from './open-sandbox';
import type { Conditions } from './sandbox-types';
import { serveSandbox } from './server/serve';
import { announceServer, runningServer, withdrawServer, withSiteLock } from './site-lock';
import { loadSite } from './site/load-site';

export interface StartOptions {
  site: string | undefined;
  port: number;
  reset: boolean;
  /** How the day begins; what is not named is off. */
  conditions?: Partial<Conditions>;
  root: string;
  stateFolder: string;
  now: () => number;
  /** One line for standard error. */
  tell: (line: string) => void;
}

/** A sandbox that is being served. */
export interface Started {
  url: string;
  /** Stops serving; everything is saved when it resolves. */
  stop(): Promise<void>;
}

/**
 * Opens a site and serves it until `stop`. While it runs, `invoke` on the same site goes to it.
 * @throws Error with a sentence when the site is being served already, or cannot be opened
 */
export async function startCommand(options: StartOptions): Promise<Started> {
  const { site, port, reset, root, stateFolder, now, tell } = options;
  const { id } = await loadSite(site);
  return withSiteLock(stateFolder, id, async () => {
    const other = await runningServer(stateFolder, id);
    if (other !== undefined)
      throw new Error(
        `This site is open already at ${other.url} (process ${other.pid}). Use that one, or stop it first.`,
      );
    const sandbox = await openSandbox({
      site,
      reset,
      appFolder: root,
      stateFolder,
      now,
      loadHandler: builtAppHandlers(root),
    });
    Object.assign(sandbox.conditions, options.conditions);
    tellOfProblems(sandbox.problems, tell);
    if (sandbox.note !== undefined) tell(sandbox.note);
    await sandbox.save();
    const served = await serveSandbox(sandbox, { port, root });
    const delivering = deliverEvents(sandbox, tell);
    await announceServer(stateFolder, id, { pid: process.pid, url: served.url });
    return {
      url: served.url,
      stop: () =>
        withSiteLock(stateFolder, id, async () => {
          await served.close();
          await delivering.stop();
          await sandbox.save();
          await withdrawServer(stateFolder, id);
        }),
    };
  });
}
