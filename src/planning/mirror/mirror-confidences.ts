import { allSettled } from '../../all-settled';
import { chunksOf } from '../../chunks';
import { removeConfidenceProperty, writeConfidenceProperty } from '../../jira/issue-properties';
import { type Issue, readIssuesById } from '../../jira/issues';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { issuesWithConfidence, readConfidences } from '../../storage/confidences';
import { readMirrorRun, type StoredMirrorRun, writeMirrorRun } from '../../storage/mirror-run';
import { confidenceProperty } from './confidence-property';

/** As many as one bulk fetch takes; after each the progress is stored. */
const issuesAStep = 100;

/**
 * Writes all confidences to the properties of their issues, as the app. Writing one twice changes nothing, and a run goes on
 * after the last step that it stored, so it may be called twice, late, or after it was cut off.
 *
 * @param now milliseconds since 1970
 * @param until when it stops by itself, on the same clock
 * @returns false when there is more to do than there was time for: the same call does the rest
 * @throws Problem when Jira or storage does not answer; what was written is remembered
 */
export async function mirrorConfidences(
  jira: JiraSession,
  runId: string,
  now: () => number,
  until: number,
): Promise<boolean> {
  let run = await readMirrorRun();
  // Another run has taken its place, or this one was done before.
  if (run?.id !== runId || run.state !== 'running') return true;
  const all = await issuesWithConfidence();
  const { after } = run;
  const todo = after === null ? all : all.filter((id) => Number(id) > Number(after));
  const save = async (progress: Partial<StoredMirrorRun>, current: StoredMirrorRun): Promise<StoredMirrorRun> => {
    const next = { ...current, ...progress, updatedAt: new Date(now()).toISOString() };
    await writeMirrorRun(next);
    return next;
  };
  run = await save({ total: all.length, done: all.length - todo.length }, run);
  for (const step of chunksOf(todo, issuesAStep)) {
    if (now() >= until) return false;
    const left = await mirrorStep(jira, step);
    run = await save({ done: run.done + step.length, left: run.left + left, after: step.at(-1) ?? null }, run);
  }
  await save({ state: 'done' }, run);
  return true;
}

/** @returns how many of them could not be written */
async function mirrorStep(jira: JiraSession, ids: readonly string[]): Promise<number> {
  const { byIssue, unreadable } = await readConfidences(ids);
  const withConfidence = ids.filter((id) => byIssue.has(id));
  const found = await readIssuesById(jira, withConfidence, null);
  const issues = new Map(found.map((issue) => [issue.id, issue]));
  const write = (id: string, confidence: number | undefined): Promise<boolean> =>
    attempted(() => bringUpToDate(jira, id, issues.get(id), confidence));
  const known = ids.filter((id) => !unreadable.has(id));
  const written = await allSettled(known.map((id) => write(id, byIssue.get(id))));
  // Somebody may have set another one meanwhile, which their own change has mirrored before this step overwrote it.
  const now = (await readConfidences(known)).byIssue;
  await allSettled(known.filter((id) => now.get(id) !== byIssue.get(id)).map((id) => write(id, now.get(id))));
  return unreadable.size + written.filter((done) => !done).length;
}

/** @param confidence undefined: it was taken away, and its property may have stayed */
async function bringUpToDate(
  jira: JiraSession,
  id: string,
  issue: Issue | undefined,
  confidence: number | undefined,
): Promise<boolean> {
  if (confidence === undefined) await removeConfidenceProperty(jira, id);
  else if (issue === undefined) return false;
  else await writeConfidenceProperty(jira, id, confidenceProperty(issue, confidence));
  return true;
}

/** One issue that is not the app's to edit, or that Jira keeps as it is, is no reason to leave the others. */
async function attempted(write: () => Promise<boolean>): Promise<boolean> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Problem && /^(issue|permission|input)\./.test(error.code)) return false;
    throw error;
  }
}
