import * as z from 'zod';

import { askJira, tellJira } from './ask-jira';

/** Jira's three columns of statuses; a status without a known category counts as not begun. */
export type StatusCategory = 'new' | 'indeterminate' | 'done';

const secondsSchema = z.number().nullish();

const issueSchema = z
  .object({
    id: z.string(),
    key: z.string(),
    fields: z.object({
      summary: z.string().nullish(),
      project: z.object({ id: z.string(), key: z.string(), projectTypeKey: z.string().optional() }).optional(),
      issuetype: z.object({
        id: z.string().optional(),
        name: z.string(),
        subtask: z.boolean().optional(),
        hierarchyLevel: z.number().optional(),
      }),
      status: z.object({
        name: z.string(),
        statusCategory: z.object({ key: z.enum(['new', 'indeterminate', 'done']).catch('new') }).optional(),
      }),
      assignee: z.object({ accountId: z.string(), displayName: z.string().optional() }).nullish(),
      timeoriginalestimate: secondsSchema,
      timeestimate: secondsSchema,
      timespent: secondsSchema,
    }),
  })
  .transform(({ id, key, fields }) => ({
    id,
    key,
    summary: fields.summary ?? '',
    type: fields.issuetype,
    /** Only of an issue that is read alone. */
    project: fields.project,
    status: { name: fields.status.name, category: fields.status.statusCategory?.key ?? 'new' },
    assignee:
      fields.assignee == null
        ? null
        : { accountId: fields.assignee.accountId, name: fields.assignee.displayName ?? fields.assignee.accountId },
    /** Seconds, as Jira keeps them; 0 is how Jira keeps 'none' after an edit. */
    estimate: fields.timeoriginalestimate === 0 ? null : (fields.timeoriginalestimate ?? null),
    remaining: fields.timeestimate ?? null,
    spent: fields.timespent ?? null,
  }));

export type Issue = z.infer<typeof issueSchema>;

const issuePageSchema = z.object({ issues: z.array(issueSchema), nextPageToken: z.string().nullish() });
const fields = 'summary,issuetype,status,assignee,timeoriginalestimate,timeestimate,timespent';

export function readSprintIssues(boardId: number, sprintId: number): Promise<Issue[]> {
  return readAll(`/rest/software/1.0/board/${String(boardId)}/sprint/${String(sprintId)}/issue`);
}

export function readBacklogIssues(boardId: number): Promise<Issue[]> {
  return readAll(`/rest/software/1.0/board/${String(boardId)}/backlog`);
}

export function readIssue(key: string): Promise<Issue> {
  return askJira(`/rest/api/3/issue/${encodeURIComponent(key)}?fields=${fields},project`, issueSchema);
}

/** @param timeSpent as people write it: `1h 30m` @throws JiraRefusal when Jira does not take it */
export async function logWork(key: string, timeSpent: string): Promise<void> {
  // Jira takes an offset without a colon only.
  const started = new Date().toISOString().replace('Z', '+0000');
  await tellJira(`/rest/api/3/issue/${encodeURIComponent(key)}/worklog`, { timeSpent, started });
}

async function readAll(path: string): Promise<Issue[]> {
  const issues: Issue[] = [];
  let token: string | undefined;
  do {
    const query = new URLSearchParams({ maxResults: '1000', fields });
    if (token !== undefined) query.set('nextPageToken', token);
    const page = await askJira(`${path}?${query.toString()}`, issuePageSchema);
    issues.push(...page.issues);
    token = page.nextPageToken ?? undefined;
  } while (token !== undefined);
  return issues;
}
