import * as z from 'zod';
import type { Site, SiteIssue, SiteWorklog } from '../site/site';
import { formatDuration } from './durations';
import { type Call, type Operation, replyWith } from './operation';
import { refused } from './refuse';
import { issueFor } from './site-lookup';
import { siteUrl } from './site-url';
import { userJson } from './user-json';
import { workLimits, workRefusalTable } from './work-limits';

export const getIssueWorklog: Operation = {
  operationId: 'getIssueWorklog',
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}/worklog',
  scopes: ['read:jira-work'],
  parameters: ['startAt', 'maxResults', 'startedAfter', 'startedBefore'],
  answer(call) {
    const { site, person, path } = call;
    const issue = issueFor(site, person, path['issueIdOrKey']);
    const startAt = numberIn(call, 'startAt') ?? 0;
    const maxResults = Math.min(numberIn(call, 'maxResults') ?? workLimits.worklogPage, workLimits.worklogPage);
    const after = numberIn(call, 'startedAfter') ?? -Infinity;
    const before = numberIn(call, 'startedBefore') ?? Infinity;
    const worklogs = worklogsOf(site, issue).filter(({ started }) => {
      const time = Date.parse(started);
      return time >= after && time < before;
    });
    const page = worklogs.slice(startAt, startAt + maxResults);
    return replyWith({ startAt, maxResults, total: worklogs.length, worklogs: page });
  },
};

/** "`startAt` or `maxResults` has non-numeric values": 404 (description). */
function numberIn({ query }: Call, name: string): number | undefined {
  const text = query.text(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw refused(workRefusalTable.worklogPageNotANumber, name);
  return Number(text);
}

const recordedSchema = z.object({
  worklog: z.object({
    worklogs: z.array(z.looseObject({ id: z.string(), started: z.string(), comment: z.unknown().optional() })),
  }),
});

/** With more that is only passed on. */
interface WorklogJson extends Record<string, unknown> {
  id: string;
  started: string;
}

/** Those that the issue was recorded with, and then those that were logged since: "ordered by created time" (description). */
function worklogsOf(site: Site, issue: SiteIssue): WorklogJson[] {
  const logged = (site.worklogs ?? []).filter(({ issueId }) => issueId === issue.id);
  return [...recordedWorklogs(issue), ...logged.map((worklog) => worklogJson(site, worklog))];
}

/** The field `worklog` of an issue: its first ones, and how many there are. */
export function worklogField(site: Site, issue: SiteIssue): object {
  const worklogs = worklogsOf(site, issue);
  const maxResults = workLimits.worklogsInAnIssue;
  return { startAt: 0, maxResults, total: worklogs.length, worklogs: worklogs.slice(0, maxResults) };
}

/** The worklogs in the field `worklog` of a recorded issue, as REST API v3 answers them. */
export function recordedWorklogs(issue: SiteIssue): WorklogJson[] {
  const recorded = recordedSchema.safeParse(issue.fields).data?.worklog.worklogs ?? [];
  return recorded.map(({ comment, ...worklog }) => ({
    ...worklog,
    ...(comment === undefined ? {} : { comment: typeof comment === 'string' ? documentOf(comment) : comment }),
  }));
}

/** Recordings of REST API v2 have comments that are text; v3 has documents. */
function documentOf(text: string): object {
  const content = text === '' ? [] : [{ type: 'text', text }];
  return { type: 'doc', version: 1, content: [{ type: 'paragraph', content }] };
}

/** A worklog as Jira answers it. */
export function worklogJson(site: Site, worklog: SiteWorklog): WorklogJson {
  const { authorAccountId, ...rest } = worklog;
  const author = userJson(site, authorAccountId);
  return {
    self: `${siteUrl}/rest/api/3/issue/${worklog.issueId}/worklog/${worklog.id}`,
    author,
    updateAuthor: author,
    updated: worklog.created,
    timeSpent: formatDuration(worklog.timeSpentSeconds, site.timeTracking),
    ...rest,
  };
}
