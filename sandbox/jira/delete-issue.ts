import type { SiteIssue } from '../site/site';
import { leaveFamily } from './family';
import type { Operation } from './operation';
import { mayDelete } from './people';
import { propertyRefusalTable } from './property-limits';
import { refused } from './refuse';
import { issueFor } from './site-lookup';
import { parentOf } from './time-tracking';

export const deleteIssue: Operation = {
  operationId: 'deleteIssue',
  method: 'DELETE',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  scopes: ['write:jira-work'],
  parameters: ['deleteSubtasks'],
  /** "An issue cannot be deleted if it has one or more subtasks. To delete an issue with subtasks, set deleteSubtasks." */
  answer({ site, person, path, query, changed }) {
    const issue = issueFor(site, person, path['issueIdOrKey']);
    if (!mayDelete(person)) throw refused(propertyRefusalTable.mayNotDelete);
    const subtasks = site.issues.filter((candidate) => parentOf(site, candidate) === issue);
    if (subtasks.length > 0 && query.text('deleteSubtasks') !== 'true')
      throw refused(propertyRefusalTable.hasSubtasks, issue.key);
    leaveFamily(site, issue);
    const gone = new Set<SiteIssue>([issue, ...subtasks]);
    site.issues.splice(0, site.issues.length, ...site.issues.filter((one) => !gone.has(one)));
    changed();
    return { status: 204, body: undefined, issues: 0 };
  },
};
