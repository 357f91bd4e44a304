import * as z from 'zod';

import { pushLearning } from '../jobs/learn-queue';

const eventSchema = z.object({
  sprint: z.object({ id: z.coerce.number().int(), originBoardId: z.coerce.number().int() }),
});

/** What came of a sprint is read in the background: its issues may still be on their way out of it. */
export async function sprintClosed(event: unknown): Promise<void> {
  const { sprint } = eventSchema.parse(event);
  await pushLearning({ boardId: sprint.originBoardId, sprintId: sprint.id });
}
