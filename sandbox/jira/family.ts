import type { Site, SiteIssue } from '../site/site';
import { siteUrl } from './site-url';
import { parentOf } from './time-tracking';

/** What Jira sums up over an issue and its sub-tasks, and the field of each that is summed. */
const sums = {
  aggregatetimeoriginalestimate: 'timeoriginalestimate',
  aggregatetimeestimate: 'timeestimate',
  aggregatetimespent: 'timespent',
} as const;

/**
 * Gives every issue the fields that Jira works out from its sub-tasks: the list of them, and the sums of their times with
 * its own. What was recorded stays: a recorded sum may hold sub-tasks that were not recorded.
 */
export function completeFamilies(site: Site): void {
  const subtasks = new Map<SiteIssue, SiteIssue[]>();
  for (const issue of site.issues) {
    const parent = parentOf(site, issue);
    if (parent !== undefined) subtasks.set(parent, [...(subtasks.get(parent) ?? []), issue]);
  }
  for (const issue of site.issues) {
    const own = subtasks.get(issue) ?? [];
    if (!Array.isArray(issue.fields['subtasks'])) issue.fields['subtasks'] = own.map(linkTo);
    for (const [sum, part] of Object.entries(sums)) {
      if (Object.hasOwn(issue.fields, sum)) continue;
      const times = [issue, ...own].flatMap(({ fields }) => (typeof fields[part] === 'number' ? [fields[part]] : []));
      issue.fields[sum] = times.length === 0 ? null : times.reduce((total, seconds) => total + seconds, 0);
    }
  }
}

/** Puts what is new about an issue where other issues show it: its sub-tasks as their parent, its parent as a sub-task. */
export function showInFamily(site: Site, key: string, news: { status?: unknown; summary?: string }): void {
  for (const { fields } of site.issues) {
    for (const shown of [fields['parent']].concat(fields['subtasks'])) {
      if (isLinkTo(shown, key)) Object.assign(shown.fields, news);
    }
  }
}

/** Takes a sub-task, and its share of the sums, out of its parent; children of an epic are left without a parent. */
export function leaveFamily(site: Site, issue: SiteIssue): void {
  for (const { fields } of site.issues) {
    if (isLinkTo(fields['parent'], issue.key)) delete fields['parent'];
  }
  const parent = parentOf(site, issue);
  if (parent === undefined) return;
  const subtasks: unknown = parent.fields['subtasks'];
  if (Array.isArray(subtasks))
    parent.fields['subtasks'] = subtasks.filter((shown: unknown) => !isLinkTo(shown, issue.key));
  for (const [sum, part] of Object.entries(sums)) {
    const [total, own] = [parent.fields[sum], issue.fields[part]];
    if (typeof total === 'number' && typeof own === 'number') parent.fields[sum] = total - own;
  }
}

/** As Jira shows an issue inside another one. */
function linkTo({ id, key, fields }: SiteIssue): object {
  const { summary, status, priority, issuetype } = fields;
  return {
    id,
    key,
    self: `${siteUrl}/rest/api/3/issue/${id}`,
    fields: { summary, status, priority: priority ?? null, issuetype },
  };
}

function isLinkTo(shown: unknown, key: string): shown is { key: string; fields: object } {
  if (typeof shown !== 'object' || shown === null || !('key' in shown) || !('fields' in shown)) return false;
  return shown.key === key && typeof shown.fields === 'object' && shown.fields !== null;
}
