import { serveForTest, type ServedSandbox } from './served-sandbox';

let sandbox: ServedSandbox;

beforeEach(async () => {
  sandbox = await serveForTest();
});

afterEach(async () => {
  await sandbox.close();
});

const issue = { type: 'jira:issueContext', issue: { id: '10024', key: 'WEB-24', type: 'Story', typeId: '10001' } };

async function statusOf(moduleKey = 'panel') {
  const { status, text } = await sandbox.ask('/sandbox/properties', {
    method: 'POST',
    body: { moduleKey, extension: issue },
  });
  return { status, body: JSON.parse(text) as unknown };
}

describe('a panel of the issue view', () => {
  it('runs in a page that has nothing but the bridge and the script that was built', async () => {
    const host = `127.0.0.1:${sandbox.port}`;
    const page = await sandbox.ask('/resource/glance/index.html', { host });
    expect(page.text).toContain(
      `<head><script src="/__forge__/bridge.js" data-site-origin="${sandbox.site}"></script></head>` +
        '<body><script src="./index.js"></script></body>',
    );
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(await sandbox.ask('/resource/glance/index.js', { host })).toMatchObject({
      status: 200,
      text: '/* glance */',
    });
  });

  it('has the name and the status of the manifest before its function was asked', async () => {
    const { text } = await sandbox.ask('/sandbox/site');
    const { modules } = JSON.parse(text) as { modules: { key: string }[] };
    expect(modules.find(({ key }) => key === 'panel')).toMatchObject({
      label: 'Range',
      status: { type: 'lozenge', value: { label: 'Estimate', type: 'default' } },
      hasProperties: true,
    });
    expect(modules.find(({ key }) => key === 'from-backlog')).toMatchObject({ hasProperties: false });
  });

  it('has the status that its function tells the person who is logged in', async () => {
    const status = { type: 'lozenge', value: { label: '5–20 h', type: 'inprogress' } };
    sandbox.answerProperties(() => ({ status }));
    expect(await statusOf()).toEqual({ status: 200, body: { status } });
    expect(sandbox.questions).toEqual([
      { functionKey: 'panel-status', moduleKey: 'panel', extension: issue, accountId: '712020:ann' },
    ]);
  });

  it.each([undefined, {}, { status: { type: 'badge', value: { label: '3' } } }])(
    'keeps the status of the manifest when its function answers %j',
    async (answer) => {
      sandbox.answerProperties(() => answer);
      expect(await statusOf()).toEqual({ status: 200, body: { status: null } });
    },
  );

  it('is the only kind of module that is asked', async () => {
    expect((await statusOf('from-backlog')).status).toBe(400);
    expect(sandbox.questions).toEqual([]);
  });
});
