import * as z from 'zod';
import type { Site, SiteChange, SiteChangeEnd, SiteIssue } from '../site/site';
import { jiraTime } from './jira-time';
import { sprintFieldId, sprintsAsText } from './sprint-field';
import { estimatesOf } from './time-tracking';
import { statusOf } from './workflow';

/** What the sandbox keeps the past of: the fields that planning learns from. Jira keeps that of all fields. */
const readers: Readonly<Record<string, (issue: SiteIssue, site: Site) => SiteChangeEnd>> = {
  timeoriginalestimate: (issue) => {
    const { original } = estimatesOf(issue);
    const text = original === null ? null : String(original);
    return { value: text, text };
  },
  status: (issue) => {
    const status = statusOf(issue);
    return { value: status?.id ?? null, text: status?.name ?? null };
  },
  [sprintFieldId]: (issue, site) => {
    const { id, name } = sprintsAsText(issue, site);
    // Recorded so (devlake, jirametrics): no sprint is empty here, and not null as with other fields.
    return { value: id ?? '', text: name ?? '' };
  },
  assignee: (issue) => {
    const assignee = assigneeSchema.safeParse(issue.fields['assignee']).data;
    return { value: assignee?.accountId ?? null, text: assignee?.displayName ?? null };
  },
};

const assigneeSchema = z.looseObject({ accountId: z.string(), displayName: z.string().optional() });

/**
 * Looks at the issues now, so that what becomes of them can be written into their changelogs.
 * @returns to be called after a change; writes down what is different since, or since the last call
 */
export function watchChanges(site: Site): (authorAccountId: string, milliseconds: number) => void {
  let before = outlines(site);
  return (authorAccountId, milliseconds) => {
    const after = outlines(site);
    for (const [issueId, issue] of after) {
      const changes = changesBetween(before.get(issueId), issue, site);
      if (changes.length === 0) continue;
      const histories = site.histories ?? [];
      site.histories = histories;
      const id = String(Number(histories.at(-1)?.id ?? 10_000) + 1);
      histories.push({ id, issueId, authorAccountId, created: jiraTime(milliseconds), changes });
    }
    before = after;
  };
}

/** The issues with no more than is watched. Values are not copied: who changes an issue puts new ones in their place. */
function outlines({ issues }: Site): ReadonlyMap<string, SiteIssue> {
  return new Map(
    issues.map(({ fields, ...issue }) => {
      const { timeoriginalestimate, status, assignee } = fields;
      return [issue.id, { ...issue, fields: { timeoriginalestimate, status, assignee } }];
    }),
  );
}

/** Names that changed are no change of the issue: only what they stand for is compared. */
function changesBetween(before: SiteIssue | undefined, after: SiteIssue, site: Site): SiteChange[] {
  // Most issues are not touched, and a large site has thousands.
  if (before === undefined || isUntouched(before, after)) return [];
  return Object.entries(readers).flatMap(([fieldId, read]) => {
    const [from, to] = [read(before, site), read(after, site)];
    return from.value === to.value ? [] : [{ fieldId, from, to }];
  });
}

function isUntouched(before: SiteIssue, after: SiteIssue): boolean {
  return (
    before.sprintId === after.sprintId &&
    before.closedSprintIds === after.closedSprintIds &&
    Object.entries(before.fields).every(([name, value]) => value === after.fields[name])
  );
}
