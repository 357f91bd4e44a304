import type { JiraSession } from '../../jira/session';
import { type ClosedSprint, readClosedSprints } from '../../jira/sprints';
import { isToStop, readLearnRun, type StoredLearnRun, writeLearnRun } from '../../storage/learn-run';
import { hasOutcome } from '../../storage/outcomes';
import { calibrateBoard, mostIssues, mostSprints } from './calibrate';
import { learnSprint, readLearningBoard } from './learn-sprint';
import { teachesNothing } from './teaches-nothing';

/** Each costs a point or two, of 65,000 an hour that all customers share. */
const mostIssuesRead = 5000;

/**
 * Learns the closed sprints of a board, as the app, newest first. A run goes on after the last sprint that it stored, so it
 * may be called twice, late, or after it was cut off.
 *
 * @param now milliseconds since 1970
 * @param until when it stops by itself, on the same clock
 * @returns false when there is more to do than there was time for: the same call does the rest
 * @throws Problem when Jira or storage does not answer; what was learnt is remembered
 */
export async function learnBoard(
  jira: JiraSession,
  boardId: number,
  runId: string,
  now: () => number,
  until: number,
): Promise<boolean> {
  const found = await readLearnRun(boardId);
  // Another run has taken its place, or this one was done before.
  if (found?.id !== runId || found.state !== 'running') return true;
  let run = found;
  const save = async (progress: Partial<StoredLearnRun>): Promise<void> => {
    run = { ...run, ...progress, updatedAt: new Date(now()).toISOString() };
    await writeLearnRun(boardId, run);
  };
  const board = await readLearningBoard(jira, boardId);
  const sprints = (await readClosedSprints(jira, boardId)).slice(0, mostSprints);
  const next = sprints.findIndex(({ id }) => id === run.after) + 1;
  await save({ total: sprints.length, done: next });
  const end = async (state: StoredLearnRun['state']): Promise<boolean> => {
    await calibrateBoard(boardId, idsOf(sprints), new Date(now()).toISOString());
    await save({ state });
    return true;
  };
  for (const sprint of sprints.slice(next)) {
    if (await isToStop(boardId, runId)) return end('stopped');
    if (now() >= until) return false;
    if (run.issues >= mostIssues || run.read >= mostIssuesRead || teachesNothing(run) !== null) break;
    const { outcome, read } = await learnSprint(jira, board, sprint);
    await save({
      done: run.done + 1,
      issues: run.issues + outcome.issues.length,
      read: run.read + read,
      withoutTime: run.withoutTime + outcome.withoutTime,
      withoutEstimate: run.withoutEstimate + outcome.withoutEstimate,
      after: sprint.id,
    });
  }
  await save({ total: run.done });
  return end('done');
}

/**
 * Learns one sprint that has just been closed, and the one before it once more, if it was learnt: hours of its last days
 * are often written down only after it.
 *
 * @returns false when Jira does not list it as closed: not yet, or not any more
 * @throws Problem when Jira or storage does not answer
 */
export async function learnClosedSprint(
  jira: JiraSession,
  boardId: number,
  sprintId: number,
  now: () => number,
): Promise<boolean> {
  const closed = await readClosedSprints(jira, boardId);
  const place = closed.findIndex(({ id }) => id === sprintId);
  const [sprint, before] = place < 0 ? [] : closed.slice(place);
  if (sprint === undefined) return false;
  const board = await readLearningBoard(jira, boardId);
  await learnSprint(jira, board, sprint);
  if (before !== undefined && (await hasOutcome(boardId, before.id))) await learnSprint(jira, board, before);
  await calibrateBoard(boardId, [sprintId, ...idsOf(closed.slice(0, mostSprints))], new Date(now()).toISOString());
  return true;
}

function idsOf(sprints: readonly ClosedSprint[]): number[] {
  return sprints.map(({ id }) => id);
}
