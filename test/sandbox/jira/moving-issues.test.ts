import type { Site } from '../../../sandbox/site/site';
import { post } from './post';
import { smallIssue, smallJira, smallSite } from './small-site';

const toFuture = '/rest/agile/1.0/sprint/6/issue';
const toBacklog = '/rest/agile/1.0/backlog/issue';
const toBacklogOfBoard = '/rest/agile/1.0/backlog/1/issue';

/** Where each issue is, by rank. */
function places({ issues }: Site): Record<string, number | null> {
  return Object.fromEntries(issues.map(({ key, sprintId }) => [key, sprintId]));
}

function ranks({ issues }: Site): string[] {
  return issues.map(({ key }) => key);
}

const subtask = () =>
  smallIssue(6, {
    sprintId: 5,
    fields: { issuetype: { id: '5', name: 'Sub-task', subtask: true }, parent: { key: 'WEB-1' } },
  });

describe('moving issues to a sprint', () => {
  it('takes ids and keys in any case, is answered with nothing, and leaves the rank alone', () => {
    const { jira, site, changes } = smallJira();
    const answer = post(jira, toFuture, { issues: ['web-4', '10002', 'WEB-4'] });
    expect(answer).toMatchObject({ status: 204, body: undefined, points: 1 });
    expect(places(site)).toEqual({ 'WEB-1': 5, 'WEB-2': 6, 'WEB-3': null, 'WEB-4': 6, 'WEB-5': null });
    expect(ranks(site)).toEqual(['WEB-1', 'WEB-2', 'WEB-3', 'WEB-4', 'WEB-5']);
    expect(site.issues[3]?.fields['updated']).toBe('2026-11-21T12:00:00.000+0000');
    expect(changes()).toBe(1);
  });

  it('ranks them on the way when it is told where', () => {
    const { jira, site } = smallJira();
    expect(post(jira, toFuture, { issues: ['WEB-5', 'WEB-4'], rankBeforeIssue: 'WEB-2' }).status).toBe(204);
    expect(ranks(site)).toEqual(['WEB-1', 'WEB-5', 'WEB-4', 'WEB-2', 'WEB-3']);
    expect(places(site)).toMatchObject({ 'WEB-4': 6, 'WEB-5': 6 });
  });

  it('leaves the closed sprints that an issue was in with it', () => {
    const { jira, get } = smallJira();
    post(jira, toFuture, { issues: ['WEB-1'] });
    expect(get('/rest/software/1.0/sprint/6/issue?fields=sprint,closedSprints').body).toMatchObject({
      issues: [{ key: 'WEB-1', fields: { sprint: { id: 6 }, closedSprints: [{ id: 3 }] } }],
    });
  });

  it('takes the sub-tasks along, and none without its parent', () => {
    const site = smallSite();
    site.issues.push(subtask());
    const { jira } = smallJira(site);
    expect(post(jira, toFuture, { issues: ['WEB-6'] })).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining('WEB-6 is a sub-task')] },
    });
    expect(places(site)).toMatchObject({ 'WEB-1': 5, 'WEB-6': 5 });
    expect(post(jira, toFuture, { issues: ['WEB-1'] }).status).toBe(204);
    expect(places(site)).toMatchObject({ 'WEB-1': 6, 'WEB-6': 6 });
  });

  it('works for active and future sprints, and not for closed ones', () => {
    const { jira, site } = smallJira();
    expect(post(jira, '/rest/agile/1.0/sprint/5/issue', { issues: ['WEB-4'] }).status).toBe(204);
    const closed = post(jira, '/rest/agile/1.0/sprint/3/issue', { issues: ['WEB-5'], rankBeforeIssue: 'WEB-1' });
    expect(closed).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining("'Sprint 1' is closed")] },
    });
    expect(places(site)).toMatchObject({ 'WEB-4': 5, 'WEB-5': null });
    expect(ranks(site)[0]).toBe('WEB-1');
    expect(post(jira, '/rest/agile/1.0/sprint/99/issue', { issues: ['WEB-5'] }).status).toBe(404);
  });
});

describe('moving issues to the backlog', () => {
  it('takes them out of active and future sprints', () => {
    const { jira, site, get } = smallJira();
    expect(post(jira, toBacklog, { issues: ['WEB-1', 'WEB-2'] })).toMatchObject({ status: 204, body: undefined });
    expect(places(site)).toMatchObject({ 'WEB-1': null, 'WEB-2': null });
    expect(get('/rest/software/1.0/board/1/backlog?fields=summary').body).toMatchObject({
      issues: [{ key: 'WEB-1' }, { key: 'WEB-2' }, { key: 'WEB-4' }, { key: 'WEB-5' }],
    });
  });

  it('of a board ranks them as well, and leaves alone what is not on the board', () => {
    const site = smallSite();
    site.issues.push(smallIssue(7, { key: 'OPS-7', projectKey: 'OPS', sprintId: 5 }));
    const { jira } = smallJira(site);
    const body = { issues: ['WEB-2', 'OPS-7'], rankAfterIssue: 'WEB-5' };
    expect(post(jira, toBacklogOfBoard, body).status).toBe(204);
    expect(places(site)).toMatchObject({ 'WEB-2': null, 'OPS-7': 5 });
    expect(ranks(site)).toEqual(['WEB-1', 'WEB-3', 'WEB-4', 'WEB-5', 'WEB-2', 'OPS-7']);
  });

  it('of a kanban board is not modelled, and of an unknown board is 404', () => {
    const { jira } = smallJira();
    expect(post(jira, '/rest/agile/1.0/backlog/2/issue', { issues: ['WEB-1'] }).status).toBe(501);
    expect(post(jira, '/rest/agile/1.0/backlog/99/issue', { issues: ['WEB-1'] }).status).toBe(404);
  });
});

describe.each([
  ['to a sprint', toFuture],
  ['to the backlog', toBacklog],
  ['to the backlog of a board', toBacklogOfBoard],
])('a move %s', (_name, path) => {
  const many = (count: number) =>
    smallSite({ issues: Array.from({ length: count }, (_, index) => smallIssue(index + 1, { sprintId: 5 })) });
  const keys = (count: number) => Array.from({ length: count }, (_, index) => `WEB-${index + 1}`);

  it('is of 50 issues at the most', () => {
    const { jira, site, changes } = smallJira(many(51));
    const answer = post(jira, path, { issues: keys(51) });
    expect(answer).toMatchObject({ status: 400, body: { errorMessages: ['At most 50 issues may be moved at once.'] } });
    expect(changes()).toBe(0);
    expect(post(jira, path, { issues: keys(50) }).status).toBe(204);
    expect(site.issues.filter(({ sprintId }) => sprintId === 5)).toHaveLength(1);
  });

  it('is of all of them or of none: an unknown issue is 404 and nothing moves', () => {
    const { jira, site, changes } = smallJira();
    const before = places(site);
    expect(post(jira, path, { issues: ['WEB-1', 'WEB-99'] })).toMatchObject({
      status: 404,
      body: { errorMessages: ['Issue does not exist or you do not have permission to see it.'] },
    });
    expect(places(site)).toEqual(before);
    expect(changes()).toBe(0);
  });

  it('is for members: 403 for a viewer, 404 for an outsider', () => {
    const { jira, site } = smallJira();
    const before = places(site);
    expect(post(jira, path, { issues: ['WEB-1'] }, 'viewer').status).toBe(403);
    expect(post(jira, path, { issues: ['WEB-1'] }, 'outsider').status).toBe(404);
    expect(places(site)).toEqual(before);
    expect(post(jira, path, { issues: ['WEB-1'] }, 'admin').status).toBe(204);
  });

  it.each([{}, { issues: [] }, { issues: 'WEB-1' }, { issues: [1] }, { issues: ['WEB-1'], sprint: 6 }])(
    'cannot be asked with %j',
    (body) => {
      const { jira, changes } = smallJira();
      expect(post(jira, path, body)).toMatchObject({
        status: 400,
        body: { errorMessages: [expect.stringMatching(/\w/)] },
      });
      expect(changes()).toBe(0);
    },
  );
});
