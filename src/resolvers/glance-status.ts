import * as z from 'zod';

import { readRange } from '../planning/open-glance';
import { openSession, type Pace } from '../planning/session';
import { Problem } from '../problem';

const requestSchema = z.object({
  extension: z.object({ issue: z.object({ id: z.coerce.string().regex(/^\d{1,15}$/) }) }),
});

/** What `dynamicProperties` of `jira:issueContext` is answered: how the closed panel looks. */
interface GlanceStatus {
  status: { type: 'lozenge'; value: { label: string; type: 'default' | 'inprogress' } };
}

/**
 * Jira asks when it first draws the panel and whenever it is closed. A failure leaves the label that the manifest has, and
 * is for the log.
 */
export async function glanceStatus(request: unknown, pace: Pace): Promise<GlanceStatus> {
  try {
    const { issue } = requestSchema.parse(request).extension;
    const range = await readRange(openSession(pace), issue.id);
    return range === null ? lozenge('No estimate', 'default') : lozenge(range, 'inprogress');
  } catch (error) {
    const code = error instanceof Problem ? error.code : 'app.failed';
    // eslint-disable-next-line no-console -- Forge's log is the console
    console.error(`glanceStatus: ${code}`);
    return lozenge('Estimate', 'default');
  }
}

function lozenge(label: string, type: GlanceStatus['status']['value']['type']): GlanceStatus {
  return { status: { type: 'lozenge', value: { label, type } } };
}
