import { type AsyncEvent, InvocationError, InvocationErrorCode } from '@forge/events';
import * as z from 'zod';

import { pushLearning } from '../jobs/learn-queue';
import { learnBoard, learnClosedSprint } from '../planning/learning/learn-board';
import { failLearning } from '../planning/learning/learn-run';
import { openJob, type Pace } from '../planning/session';
import { codeOf, passes } from './passes';

const jobSchema = z.object({ boardId: z.int(), runId: z.string().optional(), sprintId: z.int().optional() });

/** Of the 900 s that manifest.yml gives it; the rest is for the last sprint. */
const workMilliseconds = 780_000;
/** When Jira does not answer, and when it asks to be left alone for a while: as long as Forge lets wait. */
const retrySeconds = { soon: 60, late: 900 };

/**
 * What does not pass in about four hours does not pass: each try reads a whole sprint anew, and Forge would go on for 24
 * hours. Five tries follow within minutes, for an outage that is short, and fifteen a quarter of an hour apart.
 */
const mostRetries = 20;
const retriesSoon = 5;

/** Jira may list a sprint as closed later than it says so: it is asked again for about an hour. */
const mostRetriesUntilClosed = 4;

/** Learns closed sprints until they are done or the time is up; then the next event goes on. */
export async function consumeLearning(
  { body, retryContext }: AsyncEvent,
  pace: Pace,
): Promise<InvocationError | undefined> {
  const { boardId, runId, sprintId } = jobSchema.parse(body);
  const until = pace.now() + workMilliseconds;
  const jira = openJob(pace, until + 60_000);
  const now = (): number => pace.now();
  const retries = retryContext?.retryCount ?? 0;
  try {
    if (sprintId !== undefined && !(await learnClosedSprint(jira, boardId, sprintId, now)))
      return notClosedYet(sprintId, retries);
    if (runId !== undefined && !(await learnBoard(jira, boardId, runId, now, until)))
      await pushLearning({ boardId, runId });
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    // eslint-disable-next-line no-console -- Forge's log is the console
    console.error(`learning: ${code}`);
    if (!passes(code) || retries >= mostRetries) {
      if (runId !== undefined) await giveUp(boardId, runId, pace.now());
      return undefined;
    }
    return new InvocationError({
      retryAfter: code === 'jira.busy' || retries >= retriesSoon ? retrySeconds.late : retrySeconds.soon,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    });
  }
}

/** Where storage is what fails, the run is silent from now on, and is taken for failed as well: no reason to try all again. */
async function giveUp(boardId: number, runId: string, now: number): Promise<void> {
  await failLearning(boardId, runId, now).catch((error: unknown) => {
    // eslint-disable-next-line no-console -- Forge's log is the console
    console.error(`learning: ${codeOf(error)}`);
  });
}

function notClosedYet(sprintId: number, retries: number): InvocationError | undefined {
  if (retries >= mostRetriesUntilClosed) {
    // eslint-disable-next-line no-console -- Forge's log is the console
    console.error(`learning: Jira does not list sprint ${String(sprintId)} as closed, so it is not learnt`);
    return undefined;
  }
  return new InvocationError({
    retryAfter: retries === 0 ? retrySeconds.soon : retrySeconds.late,
    retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
  });
}
