import type { Site, SiteBoard } from '../site/site';
import { type Operation, replyWith } from './operation';
import { offsetPage } from './paging';
import { maySeeProjects } from './people';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import { boardFor, isComplete, projectOf } from './site-lookup';
import { siteUrl } from './site-url';

export const getAllBoards: Operation = {
  operationId: 'getAllBoards',
  method: 'GET',
  path: '/rest/agile/1.0/board',
  scopes: ['read:board-scope:jira-software', 'read:project:jira'],
  parameters: ['startAt', 'maxResults', 'type', 'name', 'projectKeyOrId'],
  answer({ site, person, query }) {
    const types = query.list('type');
    if (types.some((type) => !['scrum', 'kanban', 'simple'].includes(type))) {
      throw refused(jiraRefusalTable.unknownBoardType);
    }
    const name = query.text('name')?.toLowerCase() ?? '';
    const project = query.text('projectKeyOrId');
    const boards = site.boards.filter(
      (board) =>
        maySeeProjects(person) &&
        (types.length === 0 || types.includes(board.type)) &&
        board.name.toLowerCase().includes(name) &&
        (project === undefined || board.projectKey === project || projectOf(site, board.projectKey)?.id === project),
    );
    const page = offsetPage(boards, query);
    return replyWith({ ...page, values: page.values.map((board) => boardJson(site, board)) });
  },
};

export const getBoard: Operation = {
  operationId: 'getBoard',
  method: 'GET',
  path: '/rest/agile/1.0/board/{boardId}',
  scopes: ['read:board-scope:jira-software', 'read:issue-details:jira'],
  parameters: [],
  answer: ({ site, person, path }) => replyWith(boardJson(site, boardFor(site, person, path['boardId']))),
};

export const getBoardConfiguration: Operation = {
  operationId: 'getConfiguration',
  method: 'GET',
  path: '/rest/agile/1.0/board/{boardId}/configuration',
  scopes: ['read:board-scope.admin:jira-software', 'read:project:jira'],
  parameters: [],
  answer({ site, person, path }) {
    const board = boardFor(site, person, path['boardId']);
    const owner = site.users.find(({ accountId }) => accountId === board.ownerAccountId);
    const project = owner === undefined ? projectOf(site, board.projectKey) : undefined;
    // A board's filter has an id of its own in Jira; the sandbox has no filters.
    const filterId = String(10_000 + board.id);
    return replyWith({
      id: board.id,
      name: board.name,
      type: board.type,
      self: `${siteUrl}/rest/agile/1.0/board/${board.id}/configuration`,
      // Names of the location of a user's board: the payload of Forge's event configuration-changed:board.
      ...(owner === undefined ? {} : { location: { type: 'user', id: owner.accountId, name: owner.displayName } }),
      ...(project === undefined
        ? {}
        : {
            location: {
              type: 'project',
              key: project.key,
              id: project.id,
              self: `${siteUrl}/rest/api/2/project/${project.id}`,
              name: project.name,
            },
          }),
      filter: { id: filterId, self: `${siteUrl}/rest/api/2/filter/${filterId}` },
      // A kanban board hides what is released; the recorded boards have this query, Jira's default.
      ...(board.type === 'kanban'
        ? { subQuery: { query: 'fixVersion in unreleasedVersions() OR fixVersion is EMPTY' } }
        : {}),
      columnConfig: { columns: columnsOf(site, board), constraintType: 'issueCount' },
      ...estimationOf(board),
      ranking: { rankCustomFieldId: 10019 },
    });
  },
};

/** Shape of the recorded boards (fixtures go-jira, airbyte). */
function boardJson(site: Site, { id, name, type, projectKey, ownerAccountId }: SiteBoard): object {
  const self = `${siteUrl}/rest/agile/1.0/board/${id}`;
  const owner = site.users.find(({ accountId }) => accountId === ownerAccountId);
  if (owner !== undefined) {
    // Names from the description; a board of a user has no project.
    const { accountId: userAccountId, displayName } = owner;
    return { id, self, name, type, location: { userAccountId, displayName, name: displayName } };
  }
  const project = projectOf(site, projectKey);
  const label = `${project?.name ?? projectKey} (${projectKey})`;
  return {
    id,
    self,
    name,
    type,
    location: {
      ...(project === undefined ? {} : { projectId: Number(project.id) }),
      displayName: label,
      projectName: project?.name ?? projectKey,
      projectKey,
      projectTypeKey: 'software',
      name: label,
    },
  };
}

/** "`estimation` (Scrum only)", its type one of none, issueCount and field (description of getConfiguration). */
function estimationOf({ type, estimation }: SiteBoard): object {
  if (estimation !== undefined) return { estimation: { type: 'field', field: estimation } };
  return type === 'scrum' ? { estimation: { type: 'none' } } : {};
}

/** One column for each of Jira's three categories, with every status that an issue of the project has. */
function columnsOf(site: Site, board: SiteBoard): object[] {
  const columns = {
    'To Do': new Map<string, object>(),
    'In Progress': new Map<string, object>(),
    Done: new Map<string, object>(),
  };
  for (const issue of site.issues) {
    const status = issue.fields['status'];
    if (issue.projectKey !== board.projectKey || typeof status !== 'object' || status === null || !('id' in status))
      continue;
    const id = String(status.id);
    const column = isComplete(issue) ? 'Done' : isNew(status) ? 'To Do' : 'In Progress';
    columns[column].set(id, { id, self: `${siteUrl}/rest/api/2/status/${id}` });
  }
  return Object.entries(columns).map(([name, statuses]) => ({ name, statuses: [...statuses.values()] }));
}

function isNew(status: object): boolean {
  const category = 'statusCategory' in status ? status.statusCategory : undefined;
  return typeof category === 'object' && category !== null && 'key' in category && category.key === 'new';
}
