import type { SiteUser } from '../site/site';
import { jiraLimits } from './limits';
import type { Operation } from './operation';
import { maySeeProjects, personOf } from './people';
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

export const findAssignableUsers: Operation = {
  operationId: 'findAssignableUsers',
  method: 'GET',
  path: '/rest/api/3/user/assignable/search',
  scopes: ['read:jira-user'],
  parameters: ['project', 'query', 'startAt', 'maxResults'],
  /** Everybody who may see the projects can be assigned issues. The range is taken first, and who cannot be is left out of it. */
  answer({ site, person, query }) {
    const project = query.text('project');
    if (project === undefined) throw refused(jiraRefusalTable.noPlaceToAssign);
    const wanted = query.text('query');
    if (wanted === undefined) throw refused(jiraRefusalTable.nobodyToFind);
    const isThere = site.projects.some(({ id, key }) => id === project || key === project);
    if (!isThere || !maySeeProjects(person)) throw refused(jiraRefusalTable.noSuchProject, 'key', project);
    const startAt = query.wholeNumber('startAt', 0) ?? 0;
    const maxResults = query.wholeNumber('maxResults', 1) ?? jiraLimits.assignablePage;
    const found = site.users
      .filter((user) => isNamed(user, wanted))
      .slice(startAt, startAt + maxResults)
      .filter(({ accountId }) => {
        const user = personOf(site, accountId);
        return user !== undefined && maySeeProjects(user);
      });
    return {
      status: 200,
      body: found.map(({ accountId }) => userJson(site, accountId)),
      issues: 0,
      users: found.length,
    };
  },
};

/** By the beginning of the name, or of one of its words; in any case, and everybody by nothing. */
function isNamed({ displayName }: SiteUser, wanted: string): boolean {
  const name = displayName.toLowerCase();
  const start = wanted.trim().toLowerCase();
  return name.startsWith(start) || name.split(/\s+/).some((word) => word.startsWith(start));
}
