import type { MirrorRun } from '../../contract';
import { isJiraAdmin } from '../../jira/permissions';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { readMirrorRun, type StoredMirrorRun, writeMirrorRun } from '../../storage/mirror-run';

/** A run that has stored no step for so long has died: a step takes seconds, and a retry comes within 15 minutes. */
const silentMilliseconds = 20 * 60_000;

/**
 * Starts writing all confidences to Jira's issues, or answers the run that is under way.
 *
 * @param push puts the run on the queue
 * @throws Problem `permission.denied` for who is not a Jira admin
 */
export async function startMirror(
  jira: JiraSession,
  now: number,
  push: (runId: string) => Promise<void>,
): Promise<MirrorRun> {
  if (!(await isJiraAdmin(jira))) {
    throw new Problem('permission.denied', 'Only a Jira admin can write all confidences to the issues.');
  }
  const last = await readMirrorRun();
  const current = last === null ? null : asOf(last, now);
  if (current?.state === 'running') return current;
  const at = new Date(now).toISOString();
  const run: StoredMirrorRun = {
    id: `mirror-${String(now)}`,
    state: 'running',
    startedAt: at,
    updatedAt: at,
    done: 0,
    total: null,
    left: 0,
    after: null,
  };
  await writeMirrorRun(run);
  try {
    await push(run.id);
  } catch (error) {
    // Nothing is on its way: whoever tries again must not be told that it is.
    await writeMirrorRun({ ...run, state: 'failed' });
    throw new Problem('jira.busy', 'Jira does not take on the work just now. Wait a minute and try again.', {
      cause: error,
    });
  }
  return asOf(run, now);
}

/** Ends a run that no further try can finish. */
export async function failMirror(runId: string, now: number): Promise<void> {
  const run = await readMirrorRun();
  if (run?.id !== runId || run.state !== 'running') return;
  await writeMirrorRun({ ...run, state: 'failed', updatedAt: new Date(now).toISOString() });
}

/**
 * How the last run is getting on; null when there was none. It tells numbers only, and only to who may start one.
 *
 * @throws Problem `permission.denied` for who is not a Jira admin
 */
export async function readMirror(jira: JiraSession, now: number): Promise<MirrorRun | null> {
  if (!(await isJiraAdmin(jira))) {
    throw new Problem('permission.denied', 'Only a Jira admin can see this.');
  }
  const run = await readMirrorRun();
  return run === null ? null : asOf(run, now);
}

function asOf({ state, startedAt, updatedAt, done, total, left }: StoredMirrorRun, now: number): MirrorRun {
  const silent = now - Date.parse(updatedAt) > silentMilliseconds;
  return { state: state === 'running' && silent ? 'failed' : state, startedAt, updatedAt, done, total, left };
}
