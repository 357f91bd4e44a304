import { appAccountId } from '../../../sandbox/jira/people';
import { smallJira } from './small-site';

describe('who sees what', () => {
  it.each([
    '/rest/agile/1.0/board/1',
    '/rest/agile/1.0/board/1/configuration',
    '/rest/agile/1.0/board/1/sprint',
    '/rest/agile/1.0/sprint/5',
    '/rest/software/1.0/board/1/sprint/5/issue',
    '/rest/software/1.0/sprint/5/issue',
    '/rest/software/1.0/board/1/backlog',
    '/rest/api/3/issue/WEB-1',
    '/rest/api/3/mypermissions?permissions=EDIT_ISSUES&issueKey=WEB-1',
    '/rest/api/3/mypermissions?permissions=EDIT_ISSUES&projectKey=WEB',
  ])('%s is there for a viewer and missing for an outsider', (path) => {
    const { get } = smallJira();
    expect(get(path, 'viewer').status).toBe(200);
    expect(get(path, 'outsider')).toMatchObject({
      status: 404,
      body: { errorMessages: [expect.stringMatching(/\w/)], errors: {} },
    });
  });

  it('an outsider has a list of boards, and it is empty', () => {
    const { get } = smallJira();
    expect(get('/rest/agile/1.0/board', 'outsider').body).toMatchObject({ total: 0, values: [] });
    expect(get('/rest/agile/1.0/board', 'viewer').body).toMatchObject({ total: 2 });
  });

  it('nobody, and an account that the site does not have, are not logged in', () => {
    const { jira, get } = smallJira();
    expect(jira.serve({ method: 'GET', path: '/rest/api/3/myself' }, { accountId: null, scopes: 'all' }).status).toBe(
      401,
    );
    expect(get('/rest/api/3/myself', 'stranger').status).toBe(401);
    expect(jira.serve({ method: 'GET', path: '/rest/api/3/serverInfo' }, { accountId: null, scopes: [] }).status).toBe(
      200,
    );
  });

  it('the app itself sees everything', () => {
    const { get } = smallJira();
    expect(get('/rest/api/3/myself', appAccountId).body).toMatchObject({ accountId: appAccountId, accountType: 'app' });
    expect(get('/rest/api/3/issue/WEB-1', appAccountId).status).toBe(200);
  });
});

describe('permissions of the acting user', () => {
  const asked = ['BROWSE_PROJECTS', 'EDIT_ISSUES', 'SCHEDULE_ISSUES', 'MANAGE_SPRINTS_PERMISSION', 'ADMINISTER'];
  const path = `/rest/api/3/mypermissions?permissions=${asked.join(',')}`;

  it.each([
    ['admin', [true, true, true, true, true]],
    ['member', [true, true, true, true, false]],
    ['viewer', [true, false, false, false, false]],
    ['outsider', [false, false, false, false, false]],
  ])('of the %s', (account, held) => {
    const expected = Object.fromEntries(asked.map((key, index) => [key, { key, havePermission: held[index] }]));
    expect(smallJira().get(path, account).body).toMatchObject({ permissions: expected });
  });

  it('are only those that were asked for', () => {
    const { body } = smallJira().get('/rest/api/3/mypermissions?permissions=EDIT_ISSUES&issueId=10001');
    expect(body).toEqual({
      permissions: { EDIT_ISSUES: expect.objectContaining({ id: '12', type: 'PROJECT', havePermission: true }) },
    });
  });

  it.each(['', '?permissions=', '?permissions=FLY', '?permissions=EDIT_ISSUES,FLY'])(
    'cannot be asked with %p',
    (query) => {
      expect(smallJira().get(`/rest/api/3/mypermissions${query}`).status).toBe(400);
    },
  );

  it('are not there for a project or an issue that is not', () => {
    const { get } = smallJira();
    expect(get('/rest/api/3/mypermissions?permissions=EDIT_ISSUES&projectKey=NO').status).toBe(404);
    expect(get('/rest/api/3/mypermissions?permissions=EDIT_ISSUES&issueKey=WEB-99').status).toBe(404);
  });
});

describe('scopes of the app', () => {
  it('are all needed, and a missing one is 401 in the words of Jira', () => {
    const { as } = smallJira();
    const path = '/rest/agile/1.0/board/1';
    const scopes = ['read:board-scope:jira-software', 'read:issue-details:jira'];
    expect(as({ accountId: 'member', scopes }, 'GET', path).status).toBe(200);
    for (const scope of scopes) {
      const answer = as({ accountId: 'member', scopes: [scope] }, 'GET', path);
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual({ code: 401, message: 'Unauthorized; scope does not match' });
    }
  });
});

describe('what the sandbox does not model', () => {
  it('is 501, names the call and is remembered', () => {
    const { get, jira } = smallJira();
    const answer = get('/rest/api/3/status?expand=all');
    expect(answer.status).toBe(501);
    expect(answer.operationId).toBeNull();
    expect(answer.body).toMatchObject({ errorMessages: [expect.stringContaining('GET /rest/api/3/status')] });
    expect(jira.unmodelled).toEqual(['GET /rest/api/3/status?expand=all']);
  });

  it('may be a parameter', () => {
    const { get, jira } = smallJira();
    expect(get('/rest/software/1.0/board/1/backlog?expand=changelog').status).toBe(501);
    expect(get('/rest/api/3/issue/WEB-1?expand=changelog').status).toBe(501);
    expect(jira.unmodelled).toHaveLength(2);
  });
});
