import * as z from 'zod';
import type { Site, SiteIssue } from '../site/site';
import { platformIssueJson } from './issue-json';
import { readJql } from './jql';
import { issuesMatching } from './jql-matches';
import { jiraLimits } from './limits';
import { type Call, type Operation, type Reply, replyWith } from './operation';
import { tokenPage } from './paging';
import { readQuery } from './query';
import { NotModelled } from './refusal';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import { bodyAs } from './request-body';
import { siteUrl } from './site-url';
import { workLimits } from './work-limits';

const path = '/rest/api/3/search/jql';
const scopes = ['read:jira-work'];

export const searchAndReconsileIssuesUsingJql: Operation = {
  operationId: 'searchAndReconsileIssuesUsingJql',
  method: 'GET',
  path,
  scopes,
  parameters: ['jql', 'nextPageToken', 'maxResults', 'fields', 'failFast', 'reconcileIssues'],
  answer: (call) =>
    search(call, {
      jql: call.query.text('jql') ?? '',
      fields: call.query.list('fields'),
      reconciled: call.query.list('reconcileIssues').length,
      maxResults: call.query.wholeNumber('maxResults', 1),
      nextPageToken: call.query.text('nextPageToken'),
    }),
};

const bodySchema = z.strictObject({
  jql: z.string().default(''),
  fields: z.array(z.string()).default([]),
  maxResults: z.number().int().positive().optional(),
  nextPageToken: z.string().nullish(),
  reconcileIssues: z.array(z.number().int()).default([]),
  fieldsByKeys: z.boolean().optional(),
  expand: z.string().optional(),
  properties: z.array(z.string()).optional(),
});

export const searchAndReconsileIssuesUsingJqlPost: Operation = {
  operationId: 'searchAndReconsileIssuesUsingJqlPost',
  method: 'POST',
  path,
  scopes,
  parameters: [],
  answer(call) {
    const { reconcileIssues, nextPageToken, fieldsByKeys, expand, properties, ...body } = bodyAs(bodySchema, call.body);
    const other = Object.entries({ fieldsByKeys, expand, properties }).find(([, value]) => value !== undefined);
    if (other !== undefined) throw new NotModelled(`'${other[0]}' in the body`);
    return search(call, { ...body, reconciled: reconcileIssues.length, nextPageToken: nextPageToken ?? undefined });
  },
};

interface Search {
  jql: string;
  fields: readonly string[];
  /** How many issues are to be reconciled, which changes nothing where nothing is ever behind. */
  reconciled: number;
  maxResults?: number | undefined;
  nextPageToken: string | undefined;
}

function search({ site, person, searchable }: Call, wish: Search): Reply {
  if (wish.reconciled > jiraLimits.reconciledIssues) {
    throw refused(jiraRefusalTable.tooManyReconciled, jiraLimits.reconciledIssues);
  }
  const issues = issuesMatching(site, person, readJql(wish.jql, searchable));
  // "The default is `id`" (description).
  const asked = wish.fields.length === 0 ? ['id'] : wish.fields;
  const most = asked.every(isName) ? workLimits.searchPageMostOfKeys : workLimits.searchPageMost;
  const { items, nextPageToken } = tokenPage(
    issues,
    readQuery(
      new URLSearchParams({
        maxResults: String(Math.min(wish.maxResults ?? workLimits.searchPage, most)),
        ...(wish.nextPageToken === undefined ? {} : { nextPageToken: wish.nextPageToken }),
      }),
    ),
  );
  return replyWith(
    {
      issues: items.map((issue) => foundJson(site, issue, asked)),
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
      isLast: nextPageToken === undefined,
    },
    items.length,
  );
}

/** "`id` Returns only issue IDs" (description); key and address come with every other field. */
function foundJson(site: Site, issue: SiteIssue, asked: readonly string[]): object {
  const { id, key } = issue;
  if (asked.every((name) => name === 'id')) return { id };
  if (asked.every(isName)) return { id, self: `${siteUrl}/rest/api/3/issue/${id}`, key };
  return platformIssueJson(
    site,
    issue,
    asked.filter((name) => !isName(name)),
  );
}

function isName(field: string): boolean {
  return field === 'id' || field === 'key';
}
