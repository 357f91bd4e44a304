import { post } from './post';
import { smallIssue, smallJira, smallSite } from './small-site';

const future = '/rest/agile/1.0/sprint/6';
const active = '/rest/agile/1.0/sprint/5';
const closed = '/rest/agile/1.0/sprint/3';
const dates = { startDate: '2026-11-30T10:00:00.000+01:00', endDate: '2026-12-11T17:00:00.000+01:00' };

describe('a sprint that is to come', () => {
  it('is started with both dates, which are kept in UTC', () => {
    const { jira, site, changes } = smallJira();
    const answer = post(jira, future, { ...dates, state: 'active' });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: 6,
      self: 'https://your-domain.atlassian.net/rest/agile/1.0/sprint/6',
      state: 'active',
      name: 'Sprint 3',
      startDate: '2026-11-30T09:00:00.000Z',
      endDate: '2026-12-11T16:00:00.000Z',
      originBoardId: 1,
    });
    expect(site.sprints.map(({ id, state }) => [id, state])).toEqual([
      [6, 'active'],
      [5, 'active'],
      [3, 'closed'],
    ]);
    expect(changes()).toBe(1);
  });

  it('is started with the dates that were planned before', () => {
    const { jira } = smallJira();
    expect(post(jira, future, dates).body).toMatchObject({ state: 'future', endDate: '2026-12-11T16:00:00.000Z' });
    expect(post(jira, future, { state: 'active' }).body).toMatchObject({ state: 'active' });
  });

  it('gets a name and a goal without anything else changing', () => {
    const { jira, site } = smallJira();
    post(jira, future, dates);
    post(jira, future, { name: '  Gifts ', goal: 'Ready for December' });
    expect(site.sprints[0]).toEqual({
      id: 6,
      name: 'Gifts',
      state: 'future',
      originBoardId: 1,
      goal: 'Ready for December',
      startDate: '2026-11-30T09:00:00.000Z',
      endDate: '2026-12-11T16:00:00.000Z',
    });
  });

  it('loses what a full update does not say', () => {
    const { put, site, jira } = smallJira();
    post(jira, future, { ...dates, goal: 'Ready for December' });
    expect(put(future, { name: 'Gifts' }).status).toBe(200);
    expect(site.sprints[0]).toEqual({ id: 6, name: 'Gifts', state: 'future', originBoardId: 1 });
  });

  it.each([
    [{ state: 'active' }, 'A sprint needs a startDate and an endDate to be active.'],
    [{ state: 'active', endDate: dates.endDate }, 'A sprint needs a startDate and an endDate to be active.'],
    [{ state: 'closed' }, 'A sprint that is future cannot become closed.'],
    [{ state: 'paused' }, "The state 'paused' of a sprint is not one of future, active and closed."],
    [{ startDate: dates.endDate, endDate: dates.startDate }, 'The end of a sprint must be after its start.'],
    [{ startDate: dates.endDate, endDate: dates.endDate }, 'The end of a sprint must be after its start.'],
    [
      { endDate: '2026-12-11' },
      "The endDate of a sprint is a date and time with an offset, like 2015-04-11T15:22:00.000+10:00; it was '2026-12-11'.",
    ],
    [{ name: ' ' }, 'A sprint needs a name.'],
    [{ name: 'x'.repeat(31) }, 'The name of a sprint has at most 30 characters.'],
  ])('is not changed by %j', (body, words) => {
    const { jira, site, changes } = smallJira();
    expect(post(jira, future, body)).toMatchObject({ status: 400, body: { errorMessages: [words] } });
    expect(site.sprints[0]).toEqual(smallSite().sprints[0]);
    expect(changes()).toBe(0);
  });
});

describe('an active sprint', () => {
  it('is completed at the time of the call, whatever the call says', () => {
    const { jira } = smallJira();
    expect(post(jira, active, { state: 'closed', completeDate: '2015-04-20T11:11:28.008+10:00' }).body).toMatchObject({
      state: 'closed',
      completeDate: '2026-11-21T12:00:00.000Z',
    });
  });

  it('stays with its issues when it is completed; those that are not done are in the backlog then', () => {
    const site = smallSite();
    site.issues.push(smallIssue(6, { sprintId: 5, category: 'done' }), smallIssue(7, { sprintId: 6 }));
    const { jira, get } = smallJira(site);
    post(jira, active, { state: 'closed' });
    expect(site.issues.map(({ key, sprintId, closedSprintIds }) => [key, sprintId, closedSprintIds])).toEqual([
      ['WEB-1', null, [3, 5]],
      ['WEB-2', null, [5]],
      ['WEB-3', null, [3]],
      ['WEB-4', null, []],
      ['WEB-5', null, []],
      ['WEB-6', null, [5]],
      ['WEB-7', 6, []],
    ]);
    const keys = (path: string) => JSON.stringify(get(`${path}?fields=summary`).body).match(/WEB-\d/g);
    expect(keys('/rest/software/1.0/board/1/backlog')).toEqual(['WEB-1', 'WEB-2', 'WEB-4', 'WEB-5']);
    expect(keys('/rest/software/1.0/sprint/5/issue')).toEqual(['WEB-1', 'WEB-2', 'WEB-6']);
    expect(get('/rest/agile/1.0/issue/WEB-2?fields=sprint,closedSprints').body).toMatchObject({
      fields: { sprint: null, closedSprints: [{ id: 5, state: 'closed' }] },
    });
  });

  it('does not go back, and keeps its dates', () => {
    const { jira, put } = smallJira();
    expect(post(jira, active, { state: 'future' }).status).toBe(400);
    expect(put(active, { name: 'Sprint 2', state: 'active' })).toMatchObject({
      status: 400,
      body: { errorMessages: ['A sprint needs a startDate and an endDate to be active.'] },
    });
  });
});

describe('a closed sprint', () => {
  it('gets another name and goal and nothing else', () => {
    const { jira, site } = smallJira();
    expect(post(jira, closed, { name: 'First', goal: 'Begun', ...dates }).status).toBe(200);
    expect(site.sprints[2]).toEqual({ ...smallSite().sprints[2], name: 'First', goal: 'Begun' });
  });

  it('is not opened again', () => {
    const answer = post(smallJira().jira, closed, { state: 'active' });
    expect(answer).toMatchObject({
      status: 400,
      body: { errorMessages: ['A sprint that is closed cannot become active.'] },
    });
  });
});

describe('who may change a sprint', () => {
  it.each([
    ['admin', 200],
    ['member', 200],
    ['viewer', 403],
    ['outsider', 404],
  ])('%s: %d', (accountId, status) => {
    expect(post(smallJira().jira, active, { state: 'closed' }, accountId).status).toBe(status);
  });

  it('is nobody without Manage Sprints, who may still move issues', () => {
    const site = smallSite();
    for (const user of site.users) if (user.accountId === 'member') user.managesSprints = false;
    const { jira } = smallJira(site);
    expect(post(jira, active, { state: 'closed' })).toMatchObject({
      status: 403,
      body: { errorMessages: ['You do not have permission to manage sprints.'] },
    });
    expect(post(jira, `${future}/issue`, { issues: ['WEB-4'] }).status).toBe(204);
  });
});
