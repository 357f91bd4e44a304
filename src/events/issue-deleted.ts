import type { InvocationError } from '@forge/events';
import * as z from 'zod';

import { forgetIssue } from '../planning/mirror/forget-issue';
import { askedAgain } from './asked-again';

const eventSchema = z.object({ issue: z.object({ id: z.string().regex(/^\d{1,15}$/) }) });

/** An issue that is gone keeps no confidence. */
export async function issueDeleted(event: unknown): Promise<InvocationError | undefined> {
  const { issue } = eventSchema.parse(event);
  return askedAgain('issue deleted', event, () => forgetIssue(issue.id));
}
