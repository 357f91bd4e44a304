import { platformIssueJson } from './issue-json';
import { type Operation, replyWith } from './operation';
import { issueFor } from './site-lookup';

export const getIssue: Operation = {
  operationId: 'getIssue',
  method: 'GET',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  scopes: ['read:jira-work'],
  parameters: ['fields', 'updateHistory', 'failFast'],
  answer: ({ site, person, path, query }) =>
    replyWith(platformIssueJson(issueFor(site, person, path['issueIdOrKey']), query.list('fields')), 1),
};
