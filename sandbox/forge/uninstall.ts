import type { InvocationResult, KvsState, Uninstalled } from '../sandbox-types';
import type { Site } from '../site/site';
import type { EventModules } from './event-modules';
import { installation } from './forge-runtime';
import type { FunctionCall } from './host';
import { eventLimits } from './limits';

/**
 * Takes the app off the site, as an administrator would: its `preUninstall` functions run, without a user; whatever comes
 * of them, Forge then deletes all that the app stored, and what the app wrote to Jira stays there. Afterwards the app is
 * there again as one that was just installed.
 * @param run calls a function of the app as Forge does
 * @param dropEvents forgets what is on its way to the app
 */
export async function uninstallApp(
  { uninstalls }: Pick<EventModules, 'uninstalls'>,
  run: (call: FunctionCall) => Promise<InvocationResult>,
  stored: KvsState,
  site: Site,
  dropEvents: () => void,
): Promise<Uninstalled> {
  const calls = await Promise.all(
    uninstalls.map(async ({ key, functionKey }) => {
      const { error } = await run({
        functionKey,
        moduleKey: key,
        name: 'preUninstall',
        // Its page names no payload; this is what a scheduled trigger gets.
        event: { context: { cloudId: installation.cloudId, moduleKey: key }, contextToken: 'sandbox' },
        limitMilliseconds: eventLimits.uninstallMilliseconds,
      });
      return { moduleKey: key, error: error ?? null };
    }),
  );
  dropEvents();
  const shelves = [stored.values, ...Object.values(stored.entities)];
  const values = shelves.reduce((count, shelf) => count + Object.keys(shelf).length, 0);
  for (const shelf of shelves) for (const key of Object.keys(shelf)) Reflect.deleteProperty(shelf, key);
  return { calls, values, left: propertiesOf(site) };
}

/** The keys of issue properties, each with how many issues have it. */
function propertiesOf({ issues }: Site): Uninstalled['left'] {
  const counts = new Map<string, number>();
  for (const key of issues.flatMap(({ properties = {} }) => Object.keys(properties)))
    counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([propertyKey, count]) => ({ propertyKey, issues: count }));
}
