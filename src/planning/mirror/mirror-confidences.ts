import { allSettled } from '../../all-settled';
import { chunksOf } from '../../chunks';
import { writeConfidenceProperty } from '../../jira/issue-properties';
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
  const wanted = ids.filter((id) => byIssue.has(id));
  const issues = await readIssuesById(jira, wanted, null);
  const written = await allSettled(issues.map((issue) => writeOne(jira, issue, byIssue.get(issue.id))));
  return unreadable.size + wanted.length - issues.length + written.filter((done) => !done).length;
}

/** One issue that is not the app's to edit is no reason to leave the others. */
async function writeOne(jira: JiraSession, issue: Issue, confidence: number | undefined): Promise<boolean> {
  if (confidence === undefined) return true;
  try {
    await writeConfidenceProperty(jira, issue.id, confidenceProperty(issue, confidence));
    return true;
  } catch (error) {
    if (error instanceof Problem && /^(issue|permission)\./.test(error.code)) return false;
    throw error;
  }
}
