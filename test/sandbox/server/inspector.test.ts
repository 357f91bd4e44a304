import { resolve } from 'node:path';

import { createKvs } from '../../../sandbox/forge/kvs';
import { type Served, serveSandbox } from '../../../sandbox/server/serve';
import { type App, openApp } from '../../open-app';
import { serveForTest } from './served-sandbox';

const root = resolve(__dirname, '../../..');

let app: App;
let served: Served;
beforeEach(async () => {
  app = await openApp();
  served = await serveSandbox(app.sandbox, { port: 0, root });
});
afterEach(() => served.close());

const ask = async (path: string, init?: RequestInit): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${served.url}${path}`, init);
  return { status: response.status, body: await response.json() };
};
const inspect = async (what: string): Promise<unknown> => (await ask(`/sandbox/inspect/${what}`)).body;
const change = (body: unknown, headers: Record<string, string> = {}) =>
  ask('/sandbox/conditions', { method: 'POST', body: JSON.stringify(body), headers });

const store = (key: string, value: unknown, entityName?: string) => {
  const path = entityName === undefined ? '/api/v1/set' : '/api/v1/entity/set';
  const { status } = app.sandbox.kvs.serve(path, { key, value, ...(entityName === undefined ? {} : { entityName }) });
  expect(status).toBe(204);
};

describe('what the inspector shows of the site', () => {
  it('has the boards, the sprints with the number of their issues, and the users', async () => {
    const { boards, sprints, users, issues } = app.sandbox.site;
    const sprint = sprints.find(({ state }) => state === 'active');
    const inSprint = issues.filter(({ sprintId }) => sprintId === sprint?.id).length;
    expect(inSprint).toBeGreaterThan(0);
    expect(await inspect('overview')).toMatchObject({
      boards: boards.map(({ id, name, type }) => ({ id, name, type })),
      sprints: expect.arrayContaining([expect.objectContaining({ id: sprint?.id, state: 'active', issues: inSprint })]),
      users: users.map(({ accountId, role }) => ({ accountId, role })),
      issues: issues.length,
      values: 0,
      entities: expect.arrayContaining([{ name: 'plan', count: 0 }]),
    });
  });

  it('finds an issue by any of its words, and has all that is kept of it', async () => {
    const [, issue] = app.sandbox.site.issues;
    const found = await inspect(`issues?search=${encodeURIComponent(issue?.key.toLowerCase() ?? '')}`);
    expect(found).toMatchObject({
      from: 0,
      rows: expect.arrayContaining([expect.objectContaining({ key: issue?.key })]),
    });
    expect(await inspect(`issue?key=${issue?.key ?? ''}`)).toEqual(issue);
    expect(await inspect('issues?search=no%20issue%20says%20this')).toEqual({ total: 0, from: 0, rows: [] });
    expect((await ask('/sandbox/inspect/issue?key=NO-1')).status).toBe(404);
  });

  it('gives 10,000 issues by pages of 50, and the last page to who asks for more', async () => {
    const { issues } = app.sandbox.site;
    const [first] = issues;
    if (first === undefined) throw new Error('The site has no issue');
    const made = Array.from({ length: 10_000 }, (_, place) => ({
      ...first,
      id: String(100_000 + place),
      key: `BIG-${String(place)}`,
    }));
    issues.splice(0, issues.length, ...made);
    const pageFrom = async (from: number) => {
      const page = await inspect(`issues?from=${String(from)}`);
      expect(page).toMatchObject({ total: 10_000, rows: { length: 50 } });
      return page;
    };
    expect(await pageFrom(50)).toMatchObject({ from: 50, rows: { 0: { key: 'BIG-50' }, 49: { key: 'BIG-99' } } });
    expect(await pageFrom(1_000_000)).toMatchObject({ from: 9950, rows: { 49: { key: 'BIG-9999' } } });
    expect(await pageFrom(-3)).toMatchObject({ from: 0 });
    expect(await inspect('issues?search=big-777')).toMatchObject({ total: 11, rows: { 0: { key: 'BIG-777' } } });
  });

  it('shows an issue whose fields are of no kind that Jira knows', async () => {
    const [issue] = app.sandbox.site.issues;
    if (issue === undefined) throw new Error('The site has no issue');
    issue.fields = { summary: 7, status: { name: 'Offen' }, timeoriginalestimate: '3h', assignee: 'me' };
    expect(await inspect(`issues?search=${issue.key}`)).toMatchObject({
      rows: { 0: { summary: '', status: { name: 'Offen', category: 'new' }, estimate: null, assignee: null } },
    });
  });
});

describe("what the inspector shows of Forge's storage", () => {
  it('has the keys with version, size and times, and the value when it is asked for', async () => {
    store('confidence:10001', { version: 3, percent: 50 });
    store('note', '€');
    const at = Date.UTC(2026, 10, 21, 9);
    expect(await inspect('values')).toEqual({
      total: 2,
      from: 0,
      rows: [
        // {"version":3,"percent":50}
        { key: 'confidence:10001', version: 3, bytes: 26, createdAt: at, updatedAt: at },
        // Two quotation marks and three bytes of UTF-8.
        { key: 'note', version: null, bytes: 5, createdAt: at, updatedAt: at },
      ],
    });
    expect(await inspect('values?search=NOTE')).toMatchObject({ total: 1 });
    expect(await inspect('value?key=note')).toEqual({ value: '€' });
    expect((await ask('/sandbox/inspect/value?key=toString')).status).toBe(404);
  });

  it('keeps custom entities apart by their name', async () => {
    store('site', { version: 1, revision: 1, defaultConfidence: 80 }, 'settings');
    expect(await inspect('overview')).toMatchObject({
      values: 0,
      entities: expect.arrayContaining([
        { name: 'plan', count: 0 },
        { name: 'settings', count: 1 },
      ]),
    });
    expect(await inspect('values?entity=settings')).toMatchObject({
      total: 1,
      rows: { 0: { key: 'site', version: 1 } },
    });
    expect(await inspect('value?entity=settings&key=site')).toMatchObject({ value: { defaultConfidence: 80 } });
    expect(await inspect('values?entity=plan')).toMatchObject({ total: 0 });
    expect(await inspect('values?entity=constructor')).toMatchObject({ total: 0 });
    expect((await ask('/sandbox/inspect/value?entity=constructor&key=name')).status).toBe(404);
  });
});

describe('what the inspector shows of the traffic', () => {
  it('has each invocation with what it cost, newest first, and what it did in detail', async () => {
    await app.problem('openPlanner', { boardId: 999 });
    await app.value('openPlanner', { boardId: 1 });
    const { record } = await app.invoke('openPlanner', { boardId: 1 });
    const traffic = await inspect('traffic');
    expect(traffic).toMatchObject({
      invocations: [{ outcome: 'answered' }, { outcome: 'answered' }, { outcome: 'problem' }],
      unmodelled: [],
    });
    expect(traffic).toMatchObject({
      invocations: {
        0: {
          name: 'openPlanner',
          accountId: app.sandbox.site.users[0]?.accountId,
          jiraCalls: record.jiraCalls.length,
          jiraPoints: record.jiraPoints,
          kvsReads: record.kvsCalls.length,
          kvsWrites: 0,
          lateCalls: 0,
        },
      },
    });
    const { invocations } = traffic as { invocations: { number: number }[] };
    expect(await inspect(`invocation?number=${String(invocations[0]?.number)}`)).toMatchObject({
      functionKey: 'resolver',
      record,
    });
    expect(record.kvsCalls).toContainEqual({
      path: '/api/v1/entity/get',
      keys: ['site'],
      status: 404,
      milliseconds: 0,
    });
    expect(await inspect(`invocation?number=${String(invocations[2]?.number)}`)).toMatchObject({
      problem: { code: 'board.unknown' },
    });
    expect((await ask('/sandbox/inspect/invocation?number=0')).status).toBe(404);
  });

  it('calls an invocation by the same number when older ones are forgotten', async () => {
    const numbersNow = async () =>
      ((await inspect('traffic')) as { invocations: { number: number }[] }).invocations.map(({ number }) => number);
    await app.invoke('openPlanner', { boardId: 1 });
    await app.invoke('openPlanner', { boardId: 1 });
    const [newest] = await numbersNow();
    app.sandbox.traffic.shift();
    expect(await numbersNow()).toEqual([newest]);
  });

  it('has the events that wait to be delivered, and the calls that nothing models', async () => {
    app.sandbox.jira.serve({ method: 'GET', path: '/rest/api/3/dashboard' }, { accountId: null, scopes: 'all' });
    expect(await inspect('traffic')).toMatchObject({ pending: 0, unmodelled: ['GET /rest/api/3/dashboard'] });
    // It was asked on purpose; elsewhere a test that leaves one fails.
    app.sandbox.jira.unmodelled.splice(0);
    const event = {
      id: '7',
      kind: 'trigger' as const,
      name: 'avi:jira:updated:issue',
      moduleKey: 'changes',
      functionKey: 'events',
      at: 1,
      dueAt: 2,
      retries: 0,
      event: { issue: { key: 'A-1' } },
    };
    jest.spyOn(app.sandbox.events, 'pending', 'get').mockReturnValue([event]);
    expect(await inspect('traffic')).toMatchObject({ pending: 1, pendingEvents: [{ name: event.name, dueAt: 2 }] });
    expect(await inspect('event?id=7')).toEqual(event);
  });
});

describe('conditions', () => {
  const first = { operation: 'getBoard', status: 403, times: 1 };

  it('change what the app meets, as often as they say', async () => {
    expect(await change({ addFault: first })).toMatchObject({ status: 200, body: { conditions: { faults: [first] } } });
    expect(await app.problem('openPlanner', { boardId: 1 })).toMatchObject({ code: 'permission.denied' });
    await app.value('openPlanner', { boardId: 1 });
    expect(await ask('/sandbox/conditions')).toMatchObject({ body: { conditions: { faults: [] } } });
  });

  it('serve the app short pages, and whole ones again', async () => {
    const callsOfOpening = async () => (await app.invoke('openPlanner', { boardId: 1 })).record.jiraCalls.length;
    const whole = await callsOfOpening();
    await change({ shortPages: true });
    expect(await callsOfOpening()).toBeGreaterThan(whole + 5);
    await change({ shortPages: false });
    expect(await callsOfOpening()).toBe(whole);
  });

  it('change only what is named', async () => {
    await change({ delayMilliseconds: 5, addFault: first });
    const second = { operation: '/api/v1/transaction', key: '1:978', status: 429, retryAfter: 2, times: null };
    await change({ queryLagMilliseconds: 300, addFault: second });
    expect(app.sandbox.conditions).toEqual({
      shortPages: false,
      delayMilliseconds: 5,
      queryLagMilliseconds: 300,
      listLagMilliseconds: 0,
      promptExpiry: false,
      realtimeOff: false,
      faults: [first, second],
    });
    await change({ removeFault: { operation: 'getBoard', status: 403 } });
    expect(app.sandbox.conditions.faults).toEqual([second]);
    await change({ removeFault: { operation: '/api/v1/transaction', status: 429 } });
    expect(app.sandbox.conditions.faults).toEqual([second]);
    await change({ faults: [] });
    expect(app.sandbox.conditions.faults).toEqual([]);
  });

  it.each([
    [{ delayMilliseconds: -1 }, 'The delay cannot be less than 0.'],
    [{ delayMilliseconds: 1e9 }, 'The delay can be at most 30000 ms.'],
    [{ queryLagMilliseconds: '5' }, 'The lag of queries must be whole milliseconds.'],
    [{ shortPages: 'yes' }, 'shortPages must be true or false.'],
    [{ addFault: { ...first, operation: 'getBord' } }, 'The operation must be an operationId that'],
    [{ addFault: { ...first, status: 200 } }, 'The status must be a number from 400 to 599.'],
    [{ addFault: { ...first, times: 0 } }, 'times must be a whole number above 0'],
    [{ addFault: { ...first, operation: '/api/v1/get', issue: 'WEB-1' } }, 'An issue goes with calls of Jira only.'],
    [{ realtimeOff: 1 }, 'realtimeOff must be true or false.'],
    [{ addFault: { ...first, retryAfter: 3 } }, 'Retry-After goes with 429 and 503 only.'],
    [{ sleep: 5 }, 'sleep'],
  ])('cannot be %j', async (wish, why) => {
    const { status, body } = await change({ ...wish });
    expect({ status, body }).toEqual({ status: 400, body: { message: expect.stringContaining(why) } });
    expect(app.sandbox.conditions).toMatchObject({ shortPages: false, delayMilliseconds: 0, faults: [] });
  });

  it('can be put on nothing that would never be called', async () => {
    const { body } = await ask('/sandbox/conditions');
    const { faultTargets } = body as { faultTargets: string[] };
    const paths = faultTargets.filter((target) => target.startsWith('/api/v1/'));
    expect(paths.length).toBeGreaterThan(5);
    const kvs = createKvs(
      { values: {}, entities: {} },
      app.sandbox.app,
      () => 0,
      () => undefined,
    );
    expect(paths.filter((path) => kvs.serve(path, {}).status === 501)).toEqual([]);
    expect(faultTargets).toEqual(expect.arrayContaining(['getBoard', 'editIssue', '/rest/', '/api/']));
  });
});

describe('a page of another origin', () => {
  it('neither sees nor changes anything of the sandbox', async () => {
    const headers = { origin: 'http://evil.example' };
    for (const path of ['inspector', 'inspect/overview', 'inspect/traffic', 'inspect/values', 'conditions']) {
      expect([path, (await fetch(`${served.url}/sandbox/${path}`, { headers })).status]).toEqual([path, 403]);
    }
    const refused = await fetch(`${served.url}/sandbox/conditions`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ shortPages: true }),
    });
    expect([refused.status, app.sandbox.conditions.shortPages]).toEqual([403, false]);
  });
});

describe('the page of the inspector', () => {
  it('stands at its own address among the others of the sandbox', async () => {
    const built = await serveForTest();
    const { status, text, headers } = await built.ask('/sandbox/inspector?view=storage');
    await built.close();
    expect([status, text]).toEqual([200, expect.stringContaining('<title>Jira</title>')]);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect((await ask('/sandbox/inspectors')).status).toBe(404);
  });
});
