import * as z from 'zod';
import { platformIssueJson } from './issue-json';
import { jiraLimits } from './limits';
import { type Operation, replyWith } from './operation';
import { JiraRefusal, NotModelled } from './refusal';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import { bodyAs } from './request-body';
import { issueFor } from './site-lookup';

const bodySchema = z.strictObject({
  issueIdsOrKeys: z.array(z.string()),
  fields: z.array(z.string()).default([]),
  fieldsByKeys: z.literal(false).optional(),
  expand: z.array(z.string()).default([]),
  properties: z.array(z.string()).default([]),
});

export const bulkFetchIssues: Operation = {
  operationId: 'bulkFetchIssues',
  method: 'POST',
  path: '/rest/api/3/issue/bulkfetch',
  scopes: ['read:jira-work'],
  parameters: [],
  /**
   * "Issues will be returned in ascending `id` order" (description). Those that are not there, or not for this person to
   * see, are left out without a word: `issueErrors` is for what may come through another time.
   */
  answer({ site, person, body }) {
    const { issueIdsOrKeys, fields, expand, properties } = bodyAs(bodySchema, body);
    if (issueIdsOrKeys.length === 0) throw refused(jiraRefusalTable.noIssueToFetch);
    if (issueIdsOrKeys.length > jiraLimits.fetchedIssues) {
      throw refused(jiraRefusalTable.tooManyFetched, jiraLimits.fetchedIssues);
    }
    if (expand.length + properties.length > 0) throw new NotModelled("'expand' or 'properties' in the body");
    const found = new Set(
      issueIdsOrKeys.flatMap((name) => {
        try {
          return issueFor(site, person, name);
        } catch (error) {
          if (error instanceof JiraRefusal) return [];
          throw error;
        }
      }),
    );
    const issues = [...found].sort((one, other) => Number(one.id) - Number(other.id));
    return replyWith(
      { issueErrors: [], issues: issues.map((issue) => platformIssueJson(site, issue, fields)) },
      issues.length,
    );
  },
};
