import { post } from './post';
import { smallIssue, smallJira, smallSite } from './small-site';

const fetchIssues = (issueIdsOrKeys: readonly string[], accountId?: string) =>
  post(smallJira().jira, '/rest/api/3/issue/bulkfetch', { issueIdsOrKeys, fields: ['summary'] }, accountId);
const keysIn = (body: unknown) => (body as { issues: { key: string }[] }).issues.map(({ key }) => key);

describe('fetching many issues at once', () => {
  it('answers each once, by id, whatever it was called', () => {
    const { status, body } = fetchIssues(['WEB-5', '10002', 'web-2']);
    expect(status).toBe(200);
    expect(keysIn(body)).toEqual(['WEB-2', 'WEB-5']);
    expect(body).toMatchObject({ issueErrors: [], issues: [{ fields: { summary: 'Issue 2' } }, {}] });
  });

  it('leaves out what is not there and what this person may not see', () => {
    expect(keysIn(fetchIssues(['WEB-1', 'WEB-99', '1']).body)).toEqual(['WEB-1']);
    expect(keysIn(fetchIssues(['WEB-1'], 'outsider').body)).toEqual([]);
    const secret = smallSite({ issues: [smallIssue(1, { restricted: true }), smallIssue(2)] });
    const path = '/rest/api/3/issue/bulkfetch';
    const body = { issueIdsOrKeys: ['WEB-1', 'WEB-2'] };
    expect(keysIn(post(smallJira(secret).jira, path, body, 'member').body)).toEqual(['WEB-2']);
    expect(keysIn(post(smallJira(secret).jira, path, body, 'admin').body)).toEqual(['WEB-1', 'WEB-2']);
  });

  it('takes 100 at the most, and none not at all', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `WEB-${String(index + 1)}`);
    expect(fetchIssues(many(100)).status).toBe(200);
    expect(fetchIssues(many(101)).status).toBe(400);
    expect(fetchIssues([]).status).toBe(400);
  });
});

describe('looking for people who can be assigned issues', () => {
  const path = '/rest/api/3/user/assignable/search';
  const namesIn = (body: unknown) => (body as { displayName: string }[]).map(({ displayName }) => displayName);

  it('finds whoever may see the project, by the beginning of a word of the name, at two points each', () => {
    const { get } = smallJira();
    const everybody = get(`${path}?project=WEB&query=`);
    expect(everybody.status).toBe(200);
    expect(namesIn(everybody.body)).toContain('The viewer');
    expect(namesIn(everybody.body)).not.toContain('The outsider');
    const { body, points } = get(`${path}?project=WEB&query=ADM`);
    expect(namesIn(body)).toEqual(['The admin']);
    // 1 for the call, 2 for the user.
    expect(points).toBe(3);
  });

  it('takes the range first, so that a page may hold fewer than there are', () => {
    const { get } = smallJira();
    const all = namesIn(get(`${path}?project=WEB&query=`).body);
    expect(namesIn(get(`${path}?project=WEB&query=&startAt=1&maxResults=1`).body)).toEqual(all.slice(1, 2));
    expect(get(`${path}?project=WEB&query=outsider&maxResults=1`).body).toEqual([]);
  });

  it('must be told where and whom, and tells nothing of a project that somebody may not see', () => {
    const { get } = smallJira();
    expect(get(`${path}?query=a`).status).toBe(400);
    expect(get(`${path}?project=WEB`).status).toBe(400);
    expect(get(`${path}?project=WEB&query=a`, 'outsider').status).toBe(404);
    expect(get(`${path}?project=NO&query=a`).status).toBe(404);
  });
});

describe('asking for many people at once', () => {
  const path = '/rest/api/3/user/bulk';

  it('answers those that the site has, with their names, at two points each', () => {
    const { status, body, points } = smallJira().get(`${path}?accountId=viewer&accountId=nobody&accountId=admin`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      isLast: true,
      total: 2,
      values: [
        { accountId: 'admin', displayName: 'The admin' },
        { accountId: 'viewer', displayName: 'The viewer' },
      ],
    });
    // 1 for the call, 2 for each of two users.
    expect(points).toBe(5);
  });

  it('answers ten on a page unless it is told how many', () => {
    const users = Array.from({ length: 12 }, (_, index) => ({
      accountId: `u${String(index)}`,
      displayName: `User ${String(index)}`,
      role: 'member' as const,
      active: true,
      locale: 'en_US',
      timeZone: 'Etc/UTC',
    }));
    const { get } = smallJira(smallSite({ users }));
    const asked = users.map(({ accountId }) => `accountId=${accountId}`).join('&');
    expect(get(`${path}?${asked}`, 'u0').body).toMatchObject({ maxResults: 10, isLast: false, values: { length: 10 } });
    expect(get(`${path}?${asked}&startAt=10`, 'u0').body).toMatchObject({ isLast: true, values: { length: 2 } });
    expect(get(`${path}?${asked}&maxResults=50`, 'u0').body).toMatchObject({ isLast: true, values: { length: 12 } });
  });

  it('must name somebody', () => {
    expect(smallJira().get(path).status).toBe(400);
  });
});

it('tells who may move issues on and log work', () => {
  const path = '/rest/api/3/mypermissions?permissions=TRANSITION_ISSUES,WORK_ON_ISSUES';
  const held = (accountId: string) => smallJira().get(path, accountId).body;
  for (const [accountId, havePermission] of [
    ['member', true],
    ['viewer', false],
  ] as const) {
    expect(held(accountId)).toMatchObject({
      permissions: { TRANSITION_ISSUES: { havePermission }, WORK_ON_ISSUES: { havePermission } },
    });
  }
});
