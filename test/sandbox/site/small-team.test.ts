import type { SiteIssue } from '../../../sandbox/site/site';
import { smallTeam } from '../../../sandbox/site/small-team';

const site = smallTeam();
const webIssues = site.issues.filter(({ projectKey }) => projectKey === 'WEB');

function inSprint(sprintId: number): SiteIssue[] {
  return webIssues.filter((issue) => issue.sprintId === sprintId || issue.closedSprintIds.includes(sprintId));
}

function categories(issues: readonly SiteIssue[]): unknown[] {
  return issues.map(({ fields }) => JSON.parse(JSON.stringify(fields['status'])) as unknown);
}

describe('the small team', () => {
  it('has an admin who acts first, two members, a viewer and an outsider', () => {
    expect(site.users.map(({ accountId, role }) => [accountId, role])).toEqual([
      ['ada', 'admin'],
      ['noor', 'member'],
      ['tomas', 'member'],
      ['vera', 'viewer'],
      ['outsider', 'outsider'],
    ]);
  });

  it('has a scrum board with sprints, a kanban board, and a scrum board that has no sprint', () => {
    expect(site.boards.map(({ id, type, projectKey }) => [id, type, projectKey])).toEqual([
      [1, 'scrum', 'WEB'],
      [2, 'kanban', 'OPS'],
      [3, 'scrum', 'APP'],
    ]);
    expect(new Set(site.sprints.map(({ originBoardId }) => originBoardId))).toEqual(new Set([1]));
  });

  it('has two closed sprints with time spent, an active one that is half done, and Sprint 24 to plan', () => {
    expect(site.sprints.map(({ name, state }) => [name, state])).toEqual([
      ['Sprint 21', 'closed'],
      ['Sprint 22', 'closed'],
      ['Sprint 23', 'active'],
      ['Sprint 24', 'future'],
    ]);
    expect(site.sprints[3]).toMatchObject({
      startDate: '2026-11-30T09:00:00.000Z',
      endDate: '2026-12-11T16:00:00.000Z',
    });
    for (const id of [21, 22]) {
      const spent = inSprint(id).map(({ fields }) => fields['timespent']);
      expect(spent.length).toBeGreaterThan(5);
      expect(spent.every((seconds) => typeof seconds === 'number' && seconds > 0)).toBe(true);
    }
    const active = categories(inSprint(23));
    expect(active).toHaveLength(8);
    expect(active.filter((status) => isDone(status))).toHaveLength(4);
  });

  it('gives Sprint 24 what a planner must cope with', () => {
    const next = inSprint(24);
    expect(next).toHaveLength(14);
    expect(categories(next).some(isDone)).toBe(false);
    const has = (test: (fields: Record<string, unknown>) => boolean) =>
      next.filter(({ fields }) => test(fields)).map(({ key }) => key);
    expect(has((fields) => fields['timeoriginalestimate'] === null)).toEqual(['WEB-32']);
    expect(has((fields) => fields['assignee'] === null)).toEqual(['WEB-31']);
    expect(has((fields) => /\p{Extended_Pictographic}/u.test(String(fields['summary'])))).toEqual(['WEB-24']);
    expect(has((fields) => String(fields['summary']).length > 200)).toEqual(['WEB-33']);
    expect(next.filter(({ fields }) => isSubtaskOf(fields, 'WEB-24')).map(({ key }) => key)).toEqual([
      'WEB-25',
      'WEB-26',
    ]);
  });

  it('has a backlog of twenty and two epics', () => {
    const rest = webIssues.filter(({ sprintId, closedSprintIds }) => sprintId === null && closedSprintIds.length === 0);
    expect(rest.filter(({ fields }) => isOfType(fields, 'Epic'))).toHaveLength(2);
    expect(rest.filter(({ fields }) => !isOfType(fields, 'Epic'))).toHaveLength(20);
  });

  it('carries an unfinished issue over from one sprint to the next', () => {
    expect(
      webIssues.filter(({ sprintId, closedSprintIds }) => sprintId !== null && closedSprintIds.length > 0),
    ).toMatchObject([{ key: 'WEB-20', sprintId: 23, closedSprintIds: [22] }]);
  });

  it('names nothing that it does not have', () => {
    const { users, projects, boards, sprints, issues } = site;
    const issueByKey = new Map(issues.map((issue) => [issue.key, issue]));
    for (const { projectKey } of [...boards, ...issues]) expect(projects.map(({ key }) => key)).toContain(projectKey);
    for (const { originBoardId } of sprints) expect(boards.map(({ id }) => id)).toContain(originBoardId);
    for (const { sprintId, closedSprintIds, fields } of issues) {
      for (const id of closedSprintIds) expect(sprints.find((sprint) => sprint.id === id)?.state).toBe('closed');
      if (sprintId !== null)
        expect(sprints.find((sprint) => sprint.id === sprintId)?.state).toMatch(/^(active|future)$/);
      for (const person of [fields['assignee'], fields['reporter']]) {
        if (person === null) continue;
        const user = users.find(({ accountId }) => accountId === inner(person, 'accountId'));
        expect(inner(person, 'displayName')).toBe(user?.displayName);
      }
      if ('parent' in fields) {
        const parent = issueByKey.get(String(inner(fields['parent'], 'key')));
        expect(parent?.id).toBe(inner(fields['parent'], 'id'));
      }
    }
    expect(issues.filter(({ fields }) => 'parent' in fields).length).toBeGreaterThan(10);
  });

  it('has every id and key once, and summaries that Jira would take', () => {
    const { users, projects, boards, sprints, issues } = site;
    const lists: (string | number)[][] = [
      users.map(({ accountId }) => accountId),
      projects.map(({ id }) => id),
      projects.map(({ key }) => key),
      boards.map(({ id }) => id),
      sprints.map(({ id }) => id),
      issues.map(({ id }) => id),
      issues.map(({ key }) => key),
    ];
    for (const ids of lists) {
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(2);
    }
    // "Summary can't exceed 255 characters." is what Jira answers.
    expect(Math.max(...issues.map(({ fields }) => String(fields['summary']).length))).toBeLessThanOrEqual(255);
  });

  it('tells its story in the right order: created, then resolved, all before the day it plays on', () => {
    const resolved = site.issues.filter(({ fields }) => fields['resolutiondate'] !== null);
    expect(resolved).toHaveLength(18);
    for (const { fields } of resolved) expect(String(fields['created']) < String(fields['resolutiondate'])).toBe(true);
    for (const { fields } of site.issues) expect(String(fields['updated']) < '2026-11-21').toBe(true);
  });

  it('is the same every time, and a change to one stays there', () => {
    const other = smallTeam();
    expect(other).toEqual(site);
    other.sprints.pop();
    other.issues.pop();
    expect(smallTeam()).toEqual(site);
    expect(other).not.toEqual(site);
  });
});

function inner(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}

function isDone(status: unknown): boolean {
  return inner(inner(status, 'statusCategory'), 'key') === 'done';
}

function isOfType(fields: Record<string, unknown>, name: string): boolean {
  return inner(fields['issuetype'], 'name') === name;
}

function isSubtaskOf(fields: Record<string, unknown>, key: string): boolean {
  return inner(fields['issuetype'], 'subtask') === true && inner(fields['parent'], 'key') === key;
}
