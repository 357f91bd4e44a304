import { allSettled } from '../../all-settled';
import type { MirrorRun, ParsedPayload, Value } from '../../contract';
import { isJiraAdmin } from '../../jira/permissions';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { readSiteSettings, type Settings, writeSiteSettings } from '../../storage/settings';
import { readMirror } from '../mirror/mirror-run';

/**
 * What holds on the whole site. Anybody whom Jira knows may look: it says nothing about anybody's issues.
 *
 * @param now milliseconds since 1970
 * @throws Problem `permission.denied` for who is not logged in, or when storage does not answer
 */
export async function openSiteSettings(jira: JiraSession, now: number): Promise<Value<'openSiteSettings'>> {
  const change = await isJiraAdmin(jira);
  const [settings, mirror] = await allSettled([
    readSiteSettings(),
    change ? mirrorIfReadable(jira, now) : Promise.resolve(null),
  ]);
  return { settings: siteSettings(settings), mirror, may: { change } };
}

/** A record that cannot be read is no reason not to show the settings. */
async function mirrorIfReadable(jira: JiraSession, now: number): Promise<MirrorRun | null> {
  try {
    return await readMirror(jira, now);
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage.unreadable') return null;
    throw error;
  }
}

/**
 * Changes what holds on the whole site.
 *
 * @throws Problem `permission.denied` for who is not a Jira admin, or `settings.conflict` when somebody else saved first
 */
export async function saveSiteSettings(
  jira: JiraSession,
  { revision, ...change }: ParsedPayload<'saveSiteSettings'>,
): Promise<Value<'saveSiteSettings'>> {
  if (!(await isJiraAdmin(jira))) {
    throw new Problem(
      'permission.denied',
      'You may look at these settings but not change them: that takes a Jira admin.',
    );
  }
  if (!(await writeSiteSettings(change, revision))) {
    throw new Problem(
      'settings.conflict',
      'Somebody else has changed the settings of this site. Look at theirs, then try again.',
    );
  }
  return siteSettings(await readSiteSettings());
}

function siteSettings(settings: Settings): Value<'saveSiteSettings'> {
  const { revision, defaultConfidence, steps, defaultEstimateHours, policy, whoMayPlan } = settings;
  return { revision, defaultConfidence, steps, defaultEstimateHours, policy, whoMayPlan };
}
