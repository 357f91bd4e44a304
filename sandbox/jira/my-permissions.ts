import { type Call, type Operation, replyWith } from './operation';
import { mayDelete, mayEdit, mayManageSprints, maySeeProjects, type Person } from './people';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import { issueFor } from './site-lookup';

interface Permission {
  id: string;
  name: string;
  type: 'GLOBAL' | 'PROJECT';
  description: string;
  isHeldBy: (person: Person) => boolean;
}

/** The permissions that the site's roles can tell apart; ids and names as Jira has them. */
const permissions: Readonly<Record<string, Permission>> = {
  BROWSE_PROJECTS: {
    id: '10',
    name: 'Browse Projects',
    type: 'PROJECT',
    description: 'See projects and their issues.',
    isHeldBy: maySeeProjects,
  },
  EDIT_ISSUES: {
    id: '12',
    name: 'Edit Issues',
    type: 'PROJECT',
    description: 'Ability to edit issues.',
    isHeldBy: mayEdit,
  },
  DELETE_ISSUES: {
    id: '16',
    name: 'Delete Issues',
    type: 'PROJECT',
    description: 'Ability to delete issues.',
    isHeldBy: mayDelete,
  },
  TRANSITION_ISSUES: {
    id: '46',
    name: 'Transition Issues',
    type: 'PROJECT',
    description: 'Ability to transition issues.',
    isHeldBy: mayEdit,
  },
  WORK_ON_ISSUES: {
    id: '20',
    name: 'Work On Issues',
    type: 'PROJECT',
    description: 'Ability to log work done against an issue.',
    isHeldBy: mayEdit,
  },
  SCHEDULE_ISSUES: {
    id: '28',
    name: 'Schedule Issues',
    type: 'PROJECT',
    description: 'Rank issues and set due dates.',
    isHeldBy: mayEdit,
  },
  MANAGE_SPRINTS_PERMISSION: {
    id: '-1',
    name: 'Manage Sprints',
    type: 'PROJECT',
    description: 'Start and close sprints.',
    isHeldBy: mayManageSprints,
  },
  ADMINISTER: {
    id: '0',
    name: 'Administer Jira',
    type: 'GLOBAL',
    description: 'Administer the site.',
    isHeldBy: ({ role }) => role === 'admin',
  },
};

export const getMyPermissions: Operation = {
  operationId: 'getMyPermissions',
  method: 'GET',
  path: '/rest/api/3/mypermissions',
  scopes: ['read:jira-work'],
  parameters: ['permissions', 'projectKey', 'projectId', 'issueKey', 'issueId'],
  answer(call) {
    const { person, query } = call;
    const keys = query.list('permissions');
    if (keys.length === 0) throw refused(jiraRefusalTable.noPermissionAsked);
    const unknown = keys.filter((key) => !Object.hasOwn(permissions, key));
    if (unknown.length > 0) throw refused(jiraRefusalTable.unknownPermission, unknown.join(', '));
    checkContext(call);
    return replyWith({
      permissions: Object.fromEntries(
        Object.entries(permissions)
          .filter(([key]) => keys.includes(key))
          .map(([key, { id, name, type, description, isHeldBy }]) => [
            key,
            { id, key, name, type, description, havePermission: isHeldBy(person) },
          ]),
      ),
    });
  },
};

/** "the project or issue is not found or the user does not have permission to view" it: 404 (description). */
function checkContext({ site, person, query }: Call): void {
  const issue = query.text('issueId') ?? query.text('issueKey');
  if (issue !== undefined) issueFor(site, person, issue);
  const projectId = query.text('projectId');
  const projectKey = projectId === undefined ? query.text('projectKey') : undefined;
  if (projectId === undefined && projectKey === undefined) return;
  const found = site.projects.some(({ id, key }) => id === projectId || key === projectKey);
  if (!found || !maySeeProjects(person)) {
    const by = projectId === undefined ? 'key' : 'id';
    throw refused(jiraRefusalTable.noSuchProject, by, projectId ?? projectKey ?? '');
  }
}
