import { platformIssueJson, softwareIssueJson } from './issue-json';
import { type Operation, replyWith } from './operation';
import { issueFor } from './site-lookup';

export const getIssue: Operation = {
  operationId: 'getIssue',
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  scopes: ['read:jira-work'],
  parameters: ['fields', 'updateHistory', 'failFast'],
  answer({ site, person, path, query }) {
    const fields = query.list('fields');
    // "All fields are returned by default" (description).
    const asked = fields.length === 0 ? ['*all'] : fields;
    return replyWith(platformIssueJson(site, issueFor(site, person, path['issueIdOrKey']), asked), 1);
  },
};

export const getSoftwareIssue: Operation = {
  operationId: 'getIssue',
  method: 'GET',
  path: '/rest/agile/1.0/issue/{issueIdOrKey}',
  scopes: ['read:issue:jira-software'],
  parameters: ['fields', 'updateHistory'],
  answer: ({ site, person, path, query }) =>
    replyWith(softwareIssueJson(site, issueFor(site, person, path['issueIdOrKey']), query.list('fields')), 1),
};
