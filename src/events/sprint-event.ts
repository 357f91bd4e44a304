import * as z from 'zod';

/** What Jira's events of a sprint carry: ids are text there, and numbers everywhere else. */
export const sprintEvent = z.object({
  sprint: z.object({ id: z.coerce.number().int(), originBoardId: z.coerce.number().int() }),
});
