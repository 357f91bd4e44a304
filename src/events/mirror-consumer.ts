import { type AsyncEvent, InvocationError, InvocationErrorCode } from '@forge/events';
import * as z from 'zod';

import { pushMirror } from '../jobs/mirror-queue';
import { mirrorConfidences } from '../planning/mirror/mirror-confidences';
import { openJob, type Pace } from '../planning/session';
import { Problem } from '../problem';

const jobSchema = z.object({ runId: z.string() });

/** Of the 900 s that manifest.yml gives it; the rest is for the last step. */
const workMilliseconds = 780_000;
/** Jira asks for a pause when it is busy. */
const retryAfterSeconds = 60;

/** Mirrors confidences until they are done or the time is up; then the next event goes on. */
export async function consumeMirror({ body }: AsyncEvent, pace: Pace): Promise<InvocationError | undefined> {
  const { runId } = jobSchema.parse(body);
  const until = pace.now() + workMilliseconds;
  try {
    const isDone = await mirrorConfidences(openJob(pace, until + 60_000), runId, () => pace.now(), until);
    if (!isDone) await pushMirror(runId);
    return undefined;
  } catch (error) {
    const code = error instanceof Problem ? error.code : 'app.failed';
    // eslint-disable-next-line no-console -- Forge's log is the console
    console.error(`mirror: ${code}`);
    return new InvocationError({
      retryAfter: retryAfterSeconds,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    });
  }
}
