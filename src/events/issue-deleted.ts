import * as z from 'zod';

import { forgetIssue } from '../planning/mirror/forget-issue';

const eventSchema = z.object({ issue: z.object({ id: z.string().regex(/^\d{1,15}$/) }) });

/** An issue that is gone keeps no confidence. A failure is thrown, so that Forge tries again. */
export async function issueDeleted(event: unknown): Promise<void> {
  const { issue } = eventSchema.parse(event);
  await forgetIssue(issue.id);
}
