import * as z from 'zod';
import type { Site, SiteChange, SiteHistory } from '../site/site';
import { historyLimits, historyRefusalTable } from './history-limits';
import { type Operation, replyWith } from './operation';
import { pageFrom } from './paging';
import { maySeeIssue, type Person } from './people';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import { bodyAs } from './request-body';
import { sprintFieldId } from './sprint-field';
import { userJson } from './user-json';

const bodySchema = z.strictObject({
  issueIdsOrKeys: z.array(z.string()),
  fieldIds: z.array(z.string()).default([]),
  maxResults: z.number().int().min(1).max(historyLimits.historyPageMost).default(historyLimits.historyPage),
  nextPageToken: z.string().optional(),
});

export const getBulkChangelogs: Operation = {
  operationId: 'getBulkChangelogs',
  method: 'POST',
  path: '/rest/api/3/changelog/bulkfetch',
  scopes: ['read:jira-work'],
  parameters: [],
  /**
   * "sorted by changelog date and issue IDs, starting from the oldest changelog and smallest issue ID" (description): so a
   * page may hold a part of an issue's changelog only. Issues that are not there, or not for this person to see, are left
   * out without a word.
   */
  answer({ site, person, body }) {
    const { issueIdsOrKeys, fieldIds, maxResults, nextPageToken } = bodyAs(bodySchema, body);
    if (issueIdsOrKeys.length === 0) throw refused(jiraRefusalTable.noIssueToFetch);
    if (issueIdsOrKeys.length > historyLimits.changedIssues)
      throw refused(historyRefusalTable.tooManyChangedIssues, historyLimits.changedIssues);
    if (fieldIds.length > historyLimits.changedFields)
      throw refused(historyRefusalTable.tooManyChangedFields, historyLimits.changedFields);
    const page = pageFrom(
      historiesOf(site, visibleIds(site, person, issueIdsOrKeys), fieldIds),
      nextPageToken,
      maxResults,
    );
    const byIssue = new Map<string, SiteHistory[]>();
    for (const history of page.items) byIssue.set(history.issueId, [...(byIssue.get(history.issueId) ?? []), history]);
    return replyWith({
      issueChangeLogs: [...byIssue].map(([issueId, histories]) => ({
        issueId,
        changeHistories: histories.map((history) => historyJson(site, history)),
      })),
      // "If this result represents the last or the only page, this token will be null" (description).
      nextPageToken: page.nextPageToken ?? null,
    });
  },
};

function visibleIds(site: Site, person: Person, names: readonly string[]): ReadonlySet<string> {
  const asked = new Set(names.map((name) => name.toUpperCase()));
  return new Set(
    site.issues
      .filter((issue) => (asked.has(issue.id) || asked.has(issue.key)) && maySeeIssue(person, issue))
      .map(({ id }) => id),
  );
}

/** Of changes made together only those of these fields; of every field when none is named. */
function historiesOf(site: Site, issueIds: ReadonlySet<string>, fieldIds: readonly string[]): SiteHistory[] {
  return (site.histories ?? [])
    .filter(({ issueId }) => issueIds.has(issueId))
    .map((history) => ({
      ...history,
      changes: history.changes.filter(({ fieldId }) => fieldIds.length === 0 || fieldIds.includes(fieldId)),
    }))
    .filter(({ changes }) => changes.length > 0)
    .sort((one, other) => secondsOf(one) - secondsOf(other) || Number(one.issueId) - Number(other.issueId));
}

function historyJson(site: Site, history: SiteHistory): object {
  return {
    id: history.id,
    author: userJson(site, history.authorAccountId),
    created: secondsOf(history),
    items: history.changes.map(itemJson),
  };
}

/** The description's schema says a date, and its example has a number of seconds; the example goes first. */
function secondsOf({ created }: SiteHistory): number {
  return Math.floor(Date.parse(created) / 1000);
}

/** As in the description's example an end that is nothing is left out. */
function itemJson({ fieldId, from, to }: SiteChange): object {
  const ends = { from: from.value, fromString: from.text, to: to.value, toString: to.text };
  return {
    field: fieldId === sprintFieldId ? 'Sprint' : fieldId,
    fieldId,
    fieldtype: fieldId === sprintFieldId ? 'custom' : 'jira',
    ...Object.fromEntries(Object.entries(ends).filter(([, text]) => text !== null)),
  };
}
