import * as z from 'zod';

import { freezeCommitment } from '../planning/learning/freeze-commitment';
import { openJob, type Pace } from '../planning/session';

const eventSchema = z.object({
  sprint: z.object({ id: z.coerce.number().int(), originBoardId: z.coerce.number().int() }),
});

/** Of the 25 s that Forge gives it. */
const milliseconds = 20_000;

/** A sprint starts: what is promised is kept as it is at that moment. A failure is thrown, so that Forge tries again. */
export async function sprintStarted(event: unknown, pace: Pace): Promise<void> {
  const { sprint } = eventSchema.parse(event);
  await freezeCommitment(openJob(pace, pace.now() + milliseconds), sprint.originBoardId, sprint.id);
}
