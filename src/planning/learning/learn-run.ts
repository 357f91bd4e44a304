import { allSettled } from '../../all-settled';
import type { Value } from '../../contract';
import { readBoard } from '../../jira/boards';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { readLearnRun, type StoredLearnRun, wishToStop, writeLearnRun } from '../../storage/learn-run';
import { readSettings } from '../../storage/settings';
import { checkMayPlan, mayPlan, rightsOnBoard } from '../may-edit-board';
import { teachesNothing } from './teaches-nothing';

type LearnRun = Value<'startLearning'>;

/** A run that has stored no step for so long has died: a sprint takes seconds, and a retry comes within 15 minutes. */
const silentMilliseconds = 20 * 60_000;

/**
 * Starts learning the board's closed sprints, goes on with a run that was stopped, or answers the one that is under way.
 *
 * @param push puts the run on the queue
 * @throws Problem `board.unknown`, `permission.denied` for who may not plan
 */
export async function startLearning(
  jira: JiraSession,
  boardId: number,
  now: number,
  push: (runId: string) => Promise<void>,
): Promise<LearnRun> {
  await checkMayLearn(jira, boardId);
  const last = await readLearnRun(boardId);
  const current = last === null ? null : asOf(last, now);
  if (current?.state === 'running') return current;
  const at = new Date(now).toISOString();
  const run: StoredLearnRun =
    last?.state === 'stopped'
      ? { ...last, state: 'running', updatedAt: at }
      : {
          id: `learn-${String(now)}`,
          state: 'running',
          startedAt: at,
          updatedAt: at,
          done: 0,
          total: null,
          issues: 0,
          read: 0,
          withoutTime: 0,
          withoutEstimate: 0,
          after: null,
        };
  await wishToStop(boardId, null);
  await writeLearnRun(boardId, run);
  try {
    await push(run.id);
  } catch (error) {
    // Nothing is on its way: whoever tries again must not be told that it is.
    await writeLearnRun(boardId, { ...run, state: 'failed' });
    throw new Problem('jira.busy', 'Jira does not take on the work just now. Wait a minute and try again.', {
      cause: error,
    });
  }
  return asOf(run, now);
}

/**
 * Stops a run after the sprint that it is reading; what it has learnt holds.
 *
 * @returns null when nothing was ever started
 * @throws Problem `board.unknown`, `permission.denied`
 */
export async function stopLearning(jira: JiraSession, boardId: number, now: number): Promise<LearnRun | null> {
  await checkMayLearn(jira, boardId);
  const run = await readLearnRun(boardId);
  if (run === null) return null;
  if (run.state === 'running') await wishToStop(boardId, run.id);
  return asOf(run, now);
}

/**
 * How the last run is getting on, for who may see the board; null when there was none.
 *
 * @throws Problem `board.unknown`
 */
export async function readLearning(jira: JiraSession, boardId: number, now: number): Promise<LearnRun | null> {
  await readBoard(jira, boardId);
  return learningOf(boardId, now);
}

/** The same for who has been checked. */
export async function learningOf(boardId: number, now: number): Promise<LearnRun | null> {
  const run = await readLearnRun(boardId);
  return run === null ? null : asOf(run, now);
}

/** Ends a run that no further try can finish. */
export async function failLearning(boardId: number, runId: string, now: number): Promise<void> {
  const run = await readLearnRun(boardId);
  if (run?.id !== runId || run.state !== 'running') return;
  await writeLearnRun(boardId, { ...run, state: 'failed', updatedAt: new Date(now).toISOString() });
}

async function checkMayLearn(jira: JiraSession, boardId: number): Promise<void> {
  const board = await readBoard(jira, boardId);
  const [rights, settings] = await allSettled([rightsOnBoard(jira, board), readSettings(board.id)]);
  checkMayPlan('look at what was learnt but not start learning', {
    mayEdit: rights.edit,
    mayPlan: mayPlan(rights, settings),
  });
}

function asOf(run: StoredLearnRun, now: number): LearnRun {
  const { state, startedAt, updatedAt, done, total, issues } = run;
  const silent = now - Date.parse(updatedAt) > silentMilliseconds;
  return {
    state: state === 'running' && silent ? 'failed' : state,
    startedAt,
    updatedAt,
    done,
    total,
    issues,
    lacks: teachesNothing(run),
  };
}
