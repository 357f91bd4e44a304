import { type Operation, replyWith } from './operation';
import { maySeeProjects } from './people';
import { allStatuses } from './workflow';

/** "All statuses associated with active workflows" (description), of projects that the person may browse. */
export const getStatuses: Operation = {
  operationId: 'getStatuses',
  method: 'GET',
  path: '/rest/api/3/status',
  scopes: ['read:jira-work'],
  parameters: [],
  answer: ({ site, person }) => replyWith(maySeeProjects(person) ? allStatuses(site) : []),
};
