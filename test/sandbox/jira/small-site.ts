import { createJira } from '../../../sandbox/jira/jira';
import type { Actor, Jira, JiraAnswer } from '../../../sandbox/sandbox-types';
import type { Site, SiteIssue } from '../../../sandbox/site/site';

const categories = {
  new: { id: 2, key: 'new', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', name: 'In Progress' },
  done: { id: 3, key: 'done', name: 'Done' },
};

/** An issue of the project WEB as Jira's fields have it. */
export function smallIssue(
  number: number,
  changes: Partial<SiteIssue> & { category?: keyof typeof categories } = {},
): SiteIssue {
  const { category = 'new', fields, ...rest } = changes;
  return {
    id: String(10_000 + number),
    key: `WEB-${number}`,
    projectKey: 'WEB',
    sprintId: null,
    closedSprintIds: [],
    ...rest,
    fields: {
      summary: `Issue ${number}`,
      issuetype: { id: '3', name: 'Task', subtask: false, hierarchyLevel: 0 },
      status: {
        id: String(categories[category].id),
        name: categories[category].name,
        statusCategory: categories[category],
      },
      timeoriginalestimate: null,
      timeestimate: null,
      timespent: null,
      aggregatetimeoriginalestimate: null,
      aggregatetimeestimate: null,
      aggregatetimespent: null,
      timetracking: {},
      ...fields,
    },
  };
}

/**
 * One scrum board (1) with a closed (3), an active (5) and a future sprint (6), one kanban board (2) of the same project.
 * WEB-1 and WEB-2 are in the active sprint, WEB-3 was in the closed one and is done, WEB-4 and WEB-5 are the backlog.
 */
export function smallSite(changes: Partial<Site> = {}): Site {
  return {
    name: 'Small',
    timeTracking: { workingHoursPerDay: 7.5, workingDaysPerWeek: 4, timeFormat: 'pretty', defaultUnit: 'hour' },
    users: (['admin', 'member', 'viewer', 'outsider'] as const).map((role) => ({
      accountId: role,
      displayName: `The ${role}`,
      role,
      active: true,
      locale: 'en_US',
      timeZone: 'Europe/Vienna',
    })),
    projects: [{ id: '10000', key: 'WEB', name: 'Website', style: 'classic' }],
    boards: [
      {
        id: 1,
        name: 'WEB board',
        type: 'scrum',
        projectKey: 'WEB',
        estimation: { fieldId: 'timeoriginalestimate', displayName: 'Original Estimate' },
      },
      { id: 2, name: 'WEB support', type: 'kanban', projectKey: 'WEB' },
    ],
    sprints: [
      { id: 6, name: 'Sprint 3', state: 'future', originBoardId: 1 },
      {
        id: 5,
        name: 'Sprint 2',
        state: 'active',
        originBoardId: 1,
        startDate: '2026-11-16T09:00:00.000Z',
        endDate: '2026-11-27T17:00:00.000Z',
      },
      {
        id: 3,
        name: 'Sprint 1',
        state: 'closed',
        originBoardId: 1,
        startDate: '2026-11-02T09:00:00.000Z',
        endDate: '2026-11-13T17:00:00.000Z',
        completeDate: '2026-11-13T16:30:00.000Z',
        goal: 'Begin',
      },
    ],
    issues: [
      smallIssue(1, { sprintId: 5, closedSprintIds: [3] }),
      smallIssue(2, { sprintId: 5, category: 'indeterminate' }),
      smallIssue(3, { closedSprintIds: [3], category: 'done' }),
      smallIssue(4, {}),
      smallIssue(5, { fields: { customfield_10016: 8 } }),
    ],
    ...changes,
  };
}

export const noon = Date.parse('2026-11-21T12:00:00.000Z');

/** A Jira over a site, and ways to ask it. */
export function smallJira(
  site: Site = smallSite(),
  conditions?: { listLagMilliseconds: number },
  now: () => number = () => noon,
): {
  site: Site;
  jira: Jira;
  changes: () => number;
  /** As somebody who has every scope. */
  get(path: string, accountId?: string): JiraAnswer;
  put(path: string, body: unknown, accountId?: string): JiraAnswer;
  as(actor: Actor, method: string, path: string): JiraAnswer;
} {
  let changes = 0;
  const jira = createJira(
    site,
    now,
    () => {
      changes += 1;
    },
    conditions,
  );
  return {
    site,
    jira,
    changes: () => changes,
    get: (path, accountId = 'member') => jira.serve({ method: 'GET', path }, { accountId, scopes: 'all' }),
    put: (path, body, accountId = 'member') =>
      jira.serve({ method: 'PUT', path, body: JSON.stringify(body) }, { accountId, scopes: 'all' }),
    as: (actor, method, path) => jira.serve({ method, path }, actor),
  };
}
