import { type AsyncEvent, InvocationError, InvocationErrorCode } from '@forge/events';
import * as z from 'zod';

import { pushMirror } from '../jobs/mirror-queue';
import { mirrorConfidences } from '../planning/mirror/mirror-confidences';
import { failMirror } from '../planning/mirror/mirror-run';
import { openJob, type Pace } from '../planning/session';
import { codeOf, passes } from './passes';

const jobSchema = z.object({ runId: z.string() });

/** Of the 900 s that manifest.yml gives it; the rest is for the last step. */
const workMilliseconds = 780_000;
/** When Jira does not answer, and when it asks to be left alone for a while: as long as Forge lets wait. */
const retrySeconds = { soon: 60, late: 900 };

/** Mirrors confidences until they are done or the time is up; then the next event goes on. */
export async function consumeMirror({ body }: AsyncEvent, pace: Pace): Promise<InvocationError | undefined> {
  const { runId } = jobSchema.parse(body);
  const until = pace.now() + workMilliseconds;
  try {
    const isDone = await mirrorConfidences(openJob(pace, until + 60_000), runId, () => pace.now(), until);
    if (!isDone) await pushMirror(runId);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    // eslint-disable-next-line no-console -- Forge's log is the console
    console.error(`mirror: ${code}`);
    if (!passes(code)) {
      await failMirror(runId, pace.now());
      return undefined;
    }
    return new InvocationError({
      retryAfter: code === 'jira.busy' ? retrySeconds.late : retrySeconds.soon,
      retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    });
  }
}
