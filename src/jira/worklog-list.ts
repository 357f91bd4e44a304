import * as z from 'zod';

import { jiraDate } from './jira-date';

/** Work that somebody logged on an issue. What they wrote about it is nobody's business here, and is never read. */
export interface Worklog {
  id: string;
  /** When the work was begun, not when it was written down: ISO, UTC. */
  startedAt: string;
  hours: number;
}

const worklogSchema = z
  .object({ id: z.string(), started: jiraDate, timeSpentSeconds: z.number().nonnegative() })
  .transform(({ id, started, timeSpentSeconds }): Worklog => ({
    id,
    startedAt: started,
    hours: timeSpentSeconds / 3600,
  }));

/** Some of an issue's worklogs, and how many there are. */
export const worklogListSchema = z.object({ worklogs: z.array(worklogSchema), total: z.number() });
export type WorklogList = z.output<typeof worklogListSchema>;
