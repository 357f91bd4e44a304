import * as z from 'zod';
import { noon, smallIssue, smallJira, smallSite } from './small-site';

const pageSchema = z.strictObject({
  expand: z.string(),
  issues: z.array(z.object({ id: z.string(), key: z.string(), fields: z.record(z.string(), z.unknown()) })),
  isLast: z.boolean(),
  nextPageToken: z.string().optional(),
});

function keysOf(body: unknown): string[] {
  return pageSchema.parse(body).issues.map(({ key }) => key);
}

const sprintList = '/rest/software/1.0/board/1/sprint/5/issue';

describe('issue lists of a board', () => {
  it('hold the issues of the sprint by rank', () => {
    expect(keysOf(smallJira().get(sprintList).body)).toEqual(['WEB-1', 'WEB-2']);
    expect(keysOf(smallJira().get('/rest/software/1.0/sprint/5/issue').body)).toEqual(['WEB-1', 'WEB-2']);
  });

  it('still hold for a closed sprint what was in it when it closed', () => {
    expect(keysOf(smallJira().get('/rest/software/1.0/board/1/sprint/3/issue').body)).toEqual(['WEB-1', 'WEB-3']);
  });

  it('hold as backlog what is not finished and in no open sprint', () => {
    expect(keysOf(smallJira().get('/rest/software/1.0/board/1/backlog').body)).toEqual(['WEB-4', 'WEB-5']);
  });

  it('decide by the id of the category, because recorded sites have one whose key says otherwise', () => {
    const oddlyDone = { id: '9', name: '已完成', statusCategory: { id: 3, key: 'new', name: '新建' } };
    const site = smallSite({ issues: [smallIssue(1, { fields: { status: oddlyDone } }), smallIssue(2)] });
    expect(keysOf(smallJira(site).get('/rest/software/1.0/board/1/backlog').body)).toEqual(['WEB-2']);
  });

  it('leave epics out on a scrum board', () => {
    const site = smallSite();
    site.issues.push(smallIssue(6, { fields: { issuetype: { id: '6', name: 'Saga', hierarchyLevel: 1 } } }));
    const { get } = smallJira(site);
    expect(keysOf(get('/rest/software/1.0/board/1/issue').body)).toEqual(['WEB-1', 'WEB-2', 'WEB-3', 'WEB-4', 'WEB-5']);
    expect(keysOf(get('/rest/software/1.0/board/2/issue').body)).toContain('WEB-6');
  });

  it('give sprint and closedSprints as Jira does: null without an open sprint, no key without a closed one', () => {
    const page = pageSchema.parse(smallJira().get('/rest/software/1.0/board/1/issue?fields=sprint,closedSprints').body);
    expect(page.issues[0]?.fields).toMatchObject({
      sprint: { id: 5, state: 'active' },
      closedSprints: [{ id: 3, state: 'closed' }],
    });
    expect(page.issues[3]?.fields).toEqual({ sprint: null });
  });

  it('give only the fields that were asked for, separated by commas or repeated', () => {
    const { get } = smallJira();
    const backlog = '/rest/software/1.0/board/1/backlog';
    const one = pageSchema.parse(get(`${backlog}?fields=summary,customfield_10016`).body);
    const other = pageSchema.parse(get(`${backlog}?fields=summary&fields=customfield_10016`).body);
    expect(one.issues[1]?.fields).toEqual({ summary: 'Issue 5', customfield_10016: 8 });
    expect(other).toEqual(one);
    const rest = pageSchema.parse(get(`${backlog}?fields=*all,-summary`).body);
    expect(rest.issues[1]?.fields).toHaveProperty('status');
    expect(rest.issues[1]?.fields).not.toHaveProperty('summary');
  });
});

describe('pages of issues', () => {
  const site = smallSite({ issues: Array.from({ length: 120 }, (_, index) => smallIssue(index + 1, { sprintId: 5 })) });

  it('have 50 issues unless told otherwise, and a token while more follow', () => {
    const { get } = smallJira(site);
    const read: string[] = [];
    const sizes: number[] = [];
    let token: string | undefined;
    do {
      const page = pageSchema.parse(
        get(`${sprintList}?fields=summary${token === undefined ? '' : `&nextPageToken=${token}`}`).body,
      );
      read.push(...page.issues.map(({ key }) => key));
      sizes.push(page.issues.length);
      expect(page.isLast).toBe(page.nextPageToken === undefined);
      token = page.nextPageToken;
    } while (token !== undefined);
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(read).size).toBe(120);
    expect(read.at(-1)).toBe('WEB-120');
  });

  it('never have more than 5000 issues', () => {
    const many = smallSite({
      issues: Array.from({ length: 5001 }, (_, index) => smallIssue(index + 1, { sprintId: 5 })),
    });
    const page = pageSchema.parse(smallJira(many).get(`${sprintList}?maxResults=9999&fields=summary`).body);
    expect(page.issues).toHaveLength(5000);
    expect(page.isLast).toBe(false);
  });

  it('do not know startAt, and refuse a token that no page gave', () => {
    const { get } = smallJira(site);
    expect(keysOf(get(`${sprintList}?startAt=50`).body)[0]).toBe('WEB-1');
    expect(get(`${sprintList}?nextPageToken=50`).status).toBe(400);
    expect(get(`${sprintList}?maxResults=-1`).status).toBe(400);
  });

  it('cost 1 point and 1 more for each issue in them', () => {
    const { get } = smallJira(site);
    expect(get(`${sprintList}?maxResults=30`).points).toBe(31);
    expect(get('/rest/agile/1.0/board/1').points).toBe(1);
  });

  it('reconcile at most 50 issues', () => {
    const { get } = smallJira(site);
    const ids = (count: number) =>
      Array.from({ length: count }, (_, index) => `reconcileIssues=${10_001 + index}`).join('&');
    expect(get(`${sprintList}?${ids(50)}`).status).toBe(200);
    expect(get(`${sprintList}?${ids(51)}`).status).toBe(400);
  });
});

describe('a list that JQL filters', () => {
  it('holds by rank what the board shows and the query finds', () => {
    const { get } = smallJira();
    const board = '/rest/software/1.0/board/1/issue';
    expect(keysOf(get(`${board}?jql=id in (10004, WEB-2)`).body)).toEqual(['WEB-2', 'WEB-4']);
    expect(get(`${board}?jql=id in (10004, 99999)`).status).toBe(400);
    expect(get(`${board}?jql=id = 10004 ORDER BY key`).status).toBe(501);
  });
});

describe('lists that are behind', () => {
  function late() {
    let time = noon;
    const opened = smallJira(smallSite(), { listLagMilliseconds: 5000 }, () => time);
    const admin = { accountId: 'admin', scopes: 'all' as const };
    const move = (id: string) =>
      opened.jira.serve(
        { method: 'POST', path: '/rest/agile/1.0/sprint/5/issue', body: JSON.stringify({ issues: [id] }) },
        admin,
      );
    return { ...opened, move, wait: (milliseconds: number) => (time += milliseconds) };
  }

  it('show a move when the time is up; until then only of issues that are reconciled', () => {
    const { get, move, wait } = late();
    expect(move('10004').status).toBe(204);
    wait(3000);
    expect(move('10005').status).toBe(204);
    expect(keysOf(get(sprintList).body)).toEqual(['WEB-1', 'WEB-2']);
    expect(keysOf(get('/rest/software/1.0/board/1/backlog').body)).toEqual(['WEB-4', 'WEB-5']);
    expect(keysOf(get(`${sprintList}?reconcileIssues=10005`).body)).toEqual(['WEB-1', 'WEB-2', 'WEB-5']);
    wait(2000);
    expect(keysOf(get(sprintList).body)).toEqual(['WEB-1', 'WEB-2', 'WEB-4']);
    wait(3000);
    expect(keysOf(get(sprintList).body)).toEqual(['WEB-1', 'WEB-2', 'WEB-4', 'WEB-5']);
  });

  it('show a rank when the time is up; until then only of issues that are reconciled', () => {
    const { get, put, wait } = late();
    expect(put('/rest/agile/1.0/issue/rank', { issues: ['10002'], rankBeforeIssue: '10001' }).status).toBe(204);
    expect(keysOf(get(sprintList).body)).toEqual(['WEB-1', 'WEB-2']);
    expect(keysOf(get(`${sprintList}?reconcileIssues=10002`).body)).toEqual(['WEB-2', 'WEB-1']);
    wait(5000);
    expect(keysOf(get(sprintList).body)).toEqual(['WEB-2', 'WEB-1']);
  });

  it('are the only ones that are: an issue that is asked for by itself is as it is now', () => {
    const { get, put } = late();
    put('/rest/api/3/issue/WEB-1', { fields: { summary: 'Renamed' } });
    expect(get('/rest/api/3/issue/WEB-1').body).toMatchObject({ fields: { summary: 'Renamed' } });
    expect(get(sprintList).body).toMatchObject({ issues: [{ fields: { summary: 'Issue 1' } }, {}] });
  });
});

describe('one issue', () => {
  it('is found by id and by key in any case, without the fields that only boards know', () => {
    const { get } = smallJira();
    const byId = get('/rest/api/3/issue/10001');
    expect(byId.status).toBe(200);
    expect(byId.body).toMatchObject({ id: '10001', key: 'WEB-1', fields: { summary: 'Issue 1' } });
    expect(byId.body).not.toHaveProperty('fields.sprint');
    expect(get('/rest/api/3/issue/web-1').body).toEqual(byId.body);
    expect(byId.points).toBe(2);
  });

  it('is unknown in the words of Jira', () => {
    const answer = smallJira().get('/rest/api/3/issue/WEB-99');
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({
      errorMessages: ['Issue does not exist or you do not have permission to see it.'],
      errors: {},
    });
  });

  it('is a copy: whoever changes an answer does not change Jira', () => {
    const { get } = smallJira();
    const { body } = get('/rest/api/3/issue/WEB-1');
    z.looseObject({ fields: z.record(z.string(), z.unknown()) }).parse(body).fields['summary'] = 'changed';
    Object.assign(z.object({ fields: z.looseObject({ status: z.looseObject({}) }) }).parse(body).fields.status, {
      name: 'changed',
    });
    expect(get('/rest/api/3/issue/WEB-1').body).toMatchObject({
      fields: { summary: 'Issue 1', status: { name: 'To Do' } },
    });
  });
});
