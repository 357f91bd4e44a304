import { serveForTest, type ServedSandbox } from './served-sandbox';

let sandbox: ServedSandbox;
beforeAll(async () => {
  sandbox = await serveForTest();
});
afterAll(() => sandbox.close());

const resources = () => `127.0.0.1:${sandbox.port}`;

describe('the site and the app are two origins on one port', () => {
  it('opens the backlog of the first board', async () => {
    const { status, headers } = await sandbox.ask('/');
    expect([status, headers.location]).toEqual([302, '/jira/boards/7/backlog']);
  });

  it('serves pages of the site at localhost only', async () => {
    const atSite = await sandbox.ask('/jira/boards/7/backlog');
    const atResources = await sandbox.ask('/jira/boards/7/backlog', { host: resources() });
    expect([atSite.status, atResources.status]).toEqual([200, 404]);
    expect(atSite.text).toContain('<title>Jira</title>');
  });

  it("serves the app's files at 127.0.0.1 only", async () => {
    const atResources = await sandbox.ask('/resource/page/app.js', { host: resources() });
    const atSite = await sandbox.ask('/resource/page/app.js');
    expect([atResources.status, atResources.text]).toEqual([200, '/* app */']);
    expect(atSite.status).toBe(404);
    expect(atSite.text).not.toContain('/* app */');
  });

  it("leaves Jira's operations out of the app's origin", async () => {
    const before = sandbox.jiraRequests.length;
    const { status } = await sandbox.ask('/rest/api/3/myself', { host: resources() });
    expect([status, sandbox.jiraRequests.length]).toEqual([404, before]);
  });

  it('leads who opens 127.0.0.1 to the site', async () => {
    const { status, headers } = await sandbox.ask('/', { host: resources() });
    expect([status, headers.location]).toEqual([302, `${sandbox.site}/`]);
  });

  it.each(['jira.example.com', 'localhost', 'localhost:1', '[::1]'])('gives nothing to the name %s', async (host) => {
    const { status, text } = await sandbox.ask('/sandbox/site', { host });
    expect(status).toBe(421);
    expect(text).toContain(sandbox.site);
    expect(text).not.toContain('Ann');
  });

  it('lets browsers keep nothing', async () => {
    const { headers } = await sandbox.ask('/assets/page.js');
    expect(headers['cache-control']).toBe('no-store');
  });
});

describe('a page of another origin', () => {
  const foreign = (): Record<string, string>[] => [
    { origin: 'http://evil.example' },
    { origin: `http://${resources()}` },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ];

  it('may neither change Jira, nor call the app, nor switch the user', async () => {
    const before = [sandbox.jiraRequests.length, sandbox.invocations.length];
    for (const headers of foreign()) {
      for (const path of ['/rest/api/3/issue/1', '/sandbox/invoke', '/sandbox/session', '/sandbox/reload']) {
        const { status } = await sandbox.ask(path, { method: 'POST', headers, body: { name: 'openPlanner' } });
        expect([path, status]).toEqual([path, 403]);
      }
    }
    expect([sandbox.jiraRequests.length, sandbox.invocations.length]).toEqual(before);
  });
});

describe('no path leads out of the folders', () => {
  it.each([
    '/resource/page/../../secret.txt',
    '/resource/page/%2e%2e/%2e%2e/secret.txt',
    '/resource/page/..%2f..%2fsecret.txt',
    '/resource/page//../../secret.txt',
    '/resource/page/link.txt',
    '/resource/../secret.txt',
  ])('%s of the app', async (path) => {
    const { status, text } = await sandbox.ask(path, { host: resources() });
    expect(status).toBe(404);
    expect(text).not.toContain('SECRET');
  });

  it.each(['/../../secret.txt', '/assets/%2e%2e/%2e%2e/%2e%2e/secret.txt', '/assets/..%2f..%2f..%2fsecret.txt'])(
    '%s of the site',
    async (path) => {
      const { status, text } = await sandbox.ask(path);
      expect(status).toBe(404);
      expect(text).not.toContain('SECRET');
    },
  );

  it('refuses an address that is none', async () => {
    const { status } = await sandbox.ask('/resource/page/%zz', { host: resources() });
    expect(status).toBe(400);
  });
});
