import * as z from 'zod';

/**
 * A moment as Jira writes it, as an ISO string in UTC. Jira has two spellings, and neither is sure to be in UTC: issues,
 * worklogs and changelogs have an offset without a colon (`2021-03-11T06:14:24.791-0800`), sprints have `Z` or one with a
 * colon. Anything else is refused, days that no calendar has too; {@link ask} makes the Problem of it and names the field.
 */
export const jiraDate = z
  .string()
  .transform((text) => text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  .pipe(z.iso.datetime({ offset: true }))
  .transform((text) => new Date(text).toISOString());
