import { jiraLimits } from './limits';
import type { Operation } from './operation';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import { siteUrl } from './site-url';
import { userJson } from './user-json';

export const bulkGetUsers: Operation = {
  operationId: 'bulkGetUsers',
  method: 'GET',
  path: '/rest/api/3/user/bulk',
  scopes: ['read:jira-user'],
  parameters: ['accountId', 'startAt', 'maxResults'],
  /** Whoever may use Jira may ask; accounts that the site does not have are left out. */
  answer({ site, query }) {
    const asked = query.list('accountId');
    if (asked.length === 0) throw refused(jiraRefusalTable.noAccountAsked);
    const startAt = query.wholeNumber('startAt', 0) ?? 0;
    const maxResults = query.wholeNumber('maxResults', 1) ?? jiraLimits.usersPage;
    const all = site.users.filter(({ accountId }) => asked.includes(accountId));
    const values = all.slice(startAt, startAt + maxResults);
    return {
      status: 200,
      body: {
        self: `${siteUrl}/rest/api/3/user/bulk`,
        maxResults,
        startAt,
        total: all.length,
        isLast: startAt + values.length >= all.length,
        values: values.map(({ accountId }) => userJson(site, accountId)),
      },
      issues: 0,
      users: values.length,
    };
  },
};
