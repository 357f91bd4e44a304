import { serveForTest, type ServedSandbox } from './served-sandbox';

let sandbox: ServedSandbox;
beforeEach(async () => {
  sandbox = await serveForTest();
});
afterEach(() => sandbox.close());

const basic = (accountId: string) => ({
  authorization: `Basic ${Buffer.from(`${accountId}:any-token`).toString('base64')}`,
});

/** Switches the user, or how the site looks, and answers the cookie that a browser would keep. */
async function cookieFor(change: Record<string, string>, cookie = ''): Promise<string> {
  const { status, headers } = await sandbox.ask('/sandbox/session', {
    method: 'POST',
    headers: { cookie },
    body: change,
  });
  expect(status).toBe(204);
  return (headers['set-cookie'] ?? []).map((kept) => kept.split(';')[0]).join('; ');
}

describe("Jira's operations", () => {
  it('are asked as the first user of the site until somebody is chosen', async () => {
    await sandbox.ask('/rest/api/3/myself?expand=groups');
    expect(sandbox.jiraRequests).toEqual([
      {
        request: { method: 'GET', path: '/rest/api/3/myself?expand=groups' },
        actor: { accountId: '712020:ann', scopes: 'all' },
      },
    ]);
  });

  it('are asked as the user who was chosen, with the body as it was sent', async () => {
    const cookie = await cookieFor({ user: 'ben' });
    const { headers, text } = await sandbox.ask('/rest/api/3/issue/T-1', {
      method: 'PUT',
      headers: { cookie },
      body: { fields: {} },
    });
    expect(sandbox.jiraRequests).toEqual([
      {
        request: { method: 'PUT', path: '/rest/api/3/issue/T-1', body: '{"fields":{}}' },
        actor: { accountId: 'ben', scopes: 'all' },
      },
    ]);
    expect([headers['x-operation'], text]).toEqual(['test', '{"asked":true}']);
  });

  it('take the accountId as the name of a client that logs in by itself', async () => {
    await sandbox.ask('/rest/api/3/myself', { headers: basic('712020:ann') });
    await sandbox.ask('/rest/api/3/myself', { headers: basic('ben') });
    expect(sandbox.jiraRequests.map(({ actor }) => actor.accountId)).toEqual(['712020:ann', 'ben']);
  });

  it('refuse a client whose name the site does not know', async () => {
    const { status } = await sandbox.ask('/rest/api/3/myself', { headers: basic('nobody') });
    expect([status, sandbox.jiraRequests]).toEqual([401, []]);
  });
});

describe('a call of the app', () => {
  const invoke = (body: unknown, headers: Record<string, string> = {}) =>
    sandbox.ask('/sandbox/invoke', { method: 'POST', body, headers });

  it('reaches the function of its module with payload, extension and user', async () => {
    const { status, text } = await invoke({
      name: 'openPlanner',
      payload: { boardId: 7 },
      accountId: 'ben',
      moduleKey: 'from-sprint',
      extension: { sprint: { id: '3' } },
    });
    expect(sandbox.invocations).toEqual([
      {
        functionKey: 'sprint-resolver',
        name: 'openPlanner',
        payload: { boardId: 7 },
        moduleKey: 'from-sprint',
        extension: { sprint: { id: '3' } },
        accountId: 'ben',
      },
    ]);
    expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ body: { value: 'planned' } })]);
  });

  it('is one of the first module by whoever is logged in, when it does not say more', async () => {
    await invoke({ name: 'openPlanner' }, { cookie: await cookieFor({ user: 'ben' }) });
    expect(sandbox.invocations).toEqual([
      {
        functionKey: 'backlog-resolver',
        name: 'openPlanner',
        payload: undefined,
        moduleKey: 'from-backlog',
        extension: {},
        accountId: 'ben',
      },
    ]);
  });

  it.each([
    [{ name: 'openPlanner', accountId: 'eve' }, 'The site has no user eve.'],
    [{ name: 'openPlanner', moduleKey: 'gone' }, 'manifest.yml has no module gone.'],
    [{ payload: {} }, 'name must be the name of a call of the app.'],
    [{ name: 'openPlanner', extension: 5 }, 'extension must be an object.'],
  ])('is refused with a sentence: %j', async (body, message) => {
    const { status, text } = await invoke(body);
    expect([status, JSON.parse(text)]).toEqual([400, { message }]);
    expect(sandbox.invocations).toEqual([]);
  });
});

describe('the session', () => {
  it('keeps user, theme and locale apart, in a cookie that no other site gets', async () => {
    const first = await cookieFor({ user: 'ben', theme: 'dark' });
    const cookie = await cookieFor({ locale: 'fr-FR' }, first);
    const { text } = await sandbox.ask('/sandbox/site', { headers: { cookie } });
    expect(JSON.parse(text)).toMatchObject({ user: 'ben', theme: 'dark', locale: 'fr-FR' });
    const { headers } = await sandbox.ask('/sandbox/session', { method: 'POST', body: { theme: 'dark' } });
    expect(headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict$/);
  });

  it('writes the theme into the page, before any script runs', async () => {
    const cookie = await cookieFor({ theme: 'dark' });
    const dark = await sandbox.ask('/jira/boards/7/backlog', { headers: { cookie } });
    const light = await sandbox.ask('/jira/boards/7/backlog');
    expect(dark.text).toMatch(/<html [^>]*data-color-mode="dark"/);
    expect(light.text).toMatch(/<html [^>]*data-color-mode="light"/);
  });

  it("starts with the user's own locale, as apps are told it", async () => {
    const { text } = await sandbox.ask('/sandbox/site');
    expect(JSON.parse(text)).toMatchObject({ user: '712020:ann', theme: 'light', locale: 'en-GB' });
  });

  it('falls back when its user is not of this site', async () => {
    const stale = `sandbox-session-${sandbox.port}=${encodeURIComponent('user=gone&theme=blue')}`;
    const { text } = await sandbox.ask('/sandbox/site', { headers: { cookie: stale } });
    expect(JSON.parse(text)).toMatchObject({ user: '712020:ann', theme: 'light' });
  });

  it.each([
    [{ user: 'eve' }, 'The site has no user eve.'],
    [{ theme: 'blue' }, "The theme must be 'light' or 'dark'."],
    [{ locale: 'english' }, 'The locale must look like en-GB.'],
  ])('refuses %j', async (change, message) => {
    const { status, headers, text } = await sandbox.ask('/sandbox/session', { method: 'POST', body: change });
    expect([status, JSON.parse(text), headers['set-cookie']]).toEqual([400, { message }, undefined]);
  });
});
