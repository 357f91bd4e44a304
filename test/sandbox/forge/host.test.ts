import api, { asApp, asUser, bindInvocationContext, getAppContext, requestJira, route } from '@forge/api';
import kvs from '@forge/kvs';
import { setImmediate as turn } from 'node:timers/promises';
import * as z from 'zod';
import { smallApp, usualScopes } from './small-app';

const signatureSchema = z.object({ invocation: z.string() });

const whoAmI = async () => {
  const response = await asUser().requestJira(route`/rest/api/3/myself`);
  const body: unknown = await response.json();
  return body;
};

describe('an invocation', () => {
  it('calls the function with what Forge sends', async () => {
    const { call } = smallApp({ look: ({ payload, context }) => ({ payload, context }) });
    const { body } = await call('look', { board: 1 }, 'viewer');
    expect(body).toMatchObject({
      payload: { board: 1 },
      context: {
        accountId: 'viewer',
        moduleKey: 'from-backlog',
        siteUrl: 'https://your-domain.atlassian.net',
        environmentType: 'DEVELOPMENT',
        extension: { type: 'jira:backlogAction', board: { id: 1 } },
        cloudId: expect.any(String),
        localId: expect.any(String),
        installContext: expect.stringContaining('ari:cloud:jira'),
      },
    });
  });

  it('gives the same runtime to all of the SDK', async () => {
    const { call } = smallApp({
      look: () => {
        const { moduleKey, invocationId, invocationRemainingTimeInMillis, permissions } = getAppContext();
        return { moduleKey, invocationId, left: invocationRemainingTimeInMillis(), scopes: permissions?.scopes };
      },
    });
    expect((await call('look')).body).toEqual({
      moduleKey: 'from-backlog',
      invocationId: expect.any(String),
      left: 25_000,
      scopes: usualScopes,
    });
  });

  it('passes values through JSON, both ways', async () => {
    const seen: unknown[] = [];
    const payload = { at: new Date(0), gone: undefined };
    const { call } = smallApp({
      look: (asked) => {
        seen.push(asked.payload);
        return { at: new Date(0), gone: undefined };
      },
      nothing: () => undefined,
    });
    expect((await call('look', payload)).body).toEqual({ at: '1970-01-01T00:00:00.000Z' });
    expect(seen).toEqual([{ at: '1970-01-01T00:00:00.000Z' }]);
    expect(seen[0]).not.toHaveProperty('gone');
    expect((await call('nothing')).body).toEqual({});
  });

  it('tells the bare message of what the function throws', async () => {
    const { call } = smallApp({
      fail: () => {
        throw new Error('no luck');
      },
    });
    expect(await call('fail')).toMatchObject({ error: 'no luck' });
    expect((await call('other')).error).toBe("Resolver has no definition for 'other'.");
  });

  it('takes at most 500 KB and answers at most 5 MB', async () => {
    const { call } = smallApp({ size: ({ payload }) => 'x'.repeat(Number(payload['size'])) });
    const text = (bytes: number) => ({ size: 1, text: 'x'.repeat(bytes) });
    expect((await call('size', text(499 * 1024))).body).toBe('x');
    expect((await call('size', text(500 * 1024))).error).toMatch(/500 KB/);
    // The answer is a string in JSON: two bytes more for its quotes.
    expect((await call('size', { size: 5 * 1024 * 1024 - 2 })).error).toBeUndefined();
    expect((await call('size', { size: 5 * 1024 * 1024 - 1 })).error).toMatch(/5 MB/);
  });

  it('ends when its time is up, and what it does afterwards is lost', async () => {
    const waiting: (() => void)[] = [];
    const { call, state } = smallApp(
      {
        slow: async () => {
          await new Promise<void>((done) => waiting.push(done));
          await kvs.set('late', 1);
        },
      },
      { limitMilliseconds: 5 },
    );
    const result = await call('slow');
    expect(result.error).toMatch(/timed out after 0.005 seconds/);
    for (const done of waiting) done();
    await turn();
    await turn();
    expect(result.record.lateCalls).toEqual(['kvs POST /api/v1/set']);
    expect(state.values).toEqual({});
  });

  it('loses a call that the function did not wait for, and says so', async () => {
    const { call, state } = smallApp({
      forget: () => {
        void kvs.set('forgotten', 1);
        void asUser().requestJira(route`/rest/api/3/myself`);
        return { value: 1 };
      },
      remember: async () => {
        await kvs.set('remembered', 1);
      },
    });
    const { body, record } = await call('forget');
    expect(body).toEqual({ value: 1 });
    expect(record.lateCalls).toEqual(['kvs POST /api/v1/set', 'fpp GET /rest/api/3/myself']);
    expect(record).toMatchObject({ kvsWrites: 0, jiraCalls: [] });
    expect((await call('remember')).record.lateCalls).toEqual([]);
    expect(Object.keys(state.values)).toEqual(['remembered']);
  });

  it('writes down what it cost and what was logged', async () => {
    const app = smallApp({
      work: async () => {
        await kvs.set('a', 1);
        await kvs.get('a');
        await kvs.batchGet([{ key: 'a' }, { key: 'b' }]);
        app.time.now += 7;
        await asUser().requestJira(route`/rest/api/3/issue/WEB-1`);
        console.log('hello %s', 'world', { a: 1 });
        console.warn('careful');
      },
    });
    const { record } = await app.call('work');
    expect(record).toMatchObject({ kvsReads: 2, kvsWrites: 1, jiraPoints: 2, milliseconds: 7 });
    expect(record.jiraCalls).toEqual([
      { method: 'GET', path: '/rest/api/3/issue/WEB-1', status: 200, points: 2, milliseconds: 0 },
    ]);
    expect(record.logs).toEqual([
      { level: 'info', text: 'hello world { a: 1 }' },
      { level: 'warn', text: 'careful' },
    ]);
  });
});

describe('who acts', () => {
  it('200 interleaved invocations of three people never mix', async () => {
    // A small generator of its own, so that the order is the same in every run.
    let dice = 42;
    const turns = () => {
      dice = (dice * 1103515245 + 12345) % 2 ** 31;
      return dice % 7;
    };
    const { call, state } = smallApp(
      {
        sign: async ({ payload, context }) => {
          const first: unknown = await whoAmI();
          await kvs.set(`signed:${String(payload['number'])}`, {
            by: context['accountId'],
            invocation: getAppContext().invocationId,
          });
          const second: unknown = await whoAmI();
          return { first, second, invocation: getAppContext().invocationId };
        },
      },
      {
        latency: async () => {
          for (let left = turns(); left >= 0; left -= 1) await turn();
        },
      },
    );
    const people = ['admin', 'member', 'viewer'];
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, number) => call('sign', { number }, people[number % 3])),
    );
    const invocations = new Set<unknown>();
    results.forEach(({ body, record }, number) => {
      const accountId = people[number % 3];
      expect(body).toMatchObject({ first: { accountId }, second: { accountId } });
      expect(record.jiraCalls).toHaveLength(2);
      const { invocation } = signatureSchema.parse(body);
      invocations.add(invocation);
      expect(state.values[`signed:${number}`]?.value).toEqual({ by: accountId, invocation });
    });
    expect(invocations.size).toBe(200);
  });

  it('is the user, the app or nobody', async () => {
    const { call } = smallApp({
      who: async () => {
        const answers = [
          await asUser().requestJira(route`/rest/api/3/myself`),
          await asApp().requestJira(route`/rest/api/3/myself`),
          await requestJira(route`/rest/api/3/myself`),
        ];
        return Promise.all(answers.map(async (answer) => ({ status: answer.status, body: await answer.json() })));
      },
    });
    expect((await call('who')).body).toMatchObject([
      { status: 200, body: { accountId: 'member', accountType: 'atlassian' } },
      { status: 200, body: { accountType: 'app' } },
      { status: 401 },
    ]);
  });

  it('must log in when the invocation has no user', async () => {
    const { call } = smallApp({ who: whoAmI });
    expect((await call('who', {}, '')).error).toBe('Authentication Required');
  });

  it('stays known to a listener that the app binds', async () => {
    const listeners: (() => Promise<void>)[] = [];
    const { call } = smallApp({
      bind: async () => {
        const listener = bindInvocationContext(() => whoAmI());
        await new Promise<unknown>((done) =>
          listeners.push(async () => {
            done(await listener());
          }),
        );
        return true;
      },
    });
    const result = call('bind');
    while (listeners.length === 0) await turn();
    await listeners[0]?.();
    expect(await result).toMatchObject({ body: true, record: { jiraCalls: [{ status: 200 }] } });
  });
});

describe('where the app may call', () => {
  it('a missing scope is 401 for the app, whoever uses it', async () => {
    const { call } = smallApp(
      {
        who: async () => {
          const response = await asUser().requestJira(route`/rest/api/3/myself`);
          return { status: response.status, text: await response.text() };
        },
      },
      { scopes: ['storage:app'] },
    );
    expect((await call('who', {}, 'admin')).body).toEqual({
      status: 401,
      text: '{"code":401,"message":"Unauthorized; scope does not match"}',
    });
  });

  it('storage needs the scope storage:app', async () => {
    const { call, state } = smallApp({ keep: () => kvs.set('a', 1) }, { scopes: ['read:jira-user'] });
    expect((await call('keep')).error).toMatch(/storage:app/);
    expect(state.values).toEqual({});
  });

  it('no host on the internet is declared, so none is reached', async () => {
    const { call } = smallApp({
      native: () => fetch('https://example.com/a'),
      sdk: async () => {
        // As on Forge, the runtime is there before the SDK is loaded.
        await jest.isolateModulesAsync(async () => {
          const { fetch: forgeFetch } = await import('@forge/api');
          await forgeFetch('https://example.com/b');
        });
      },
    });
    expect((await call('native')).error).toMatch(
      /^URL not included in the external fetch backend permissions: https:\/\/example.com\/a/,
    );
    expect((await call('sdk')).error).toMatch(
      /^URL not included in the external fetch backend permissions: https:\/\/example.com\/b/,
    );
  });

  it('another product is refused by name', async () => {
    const { call } = smallApp({ wiki: () => asUser().requestConfluence(route`/wiki/rest/api/space`) });
    expect((await call('wiki')).error).toMatch(/fpp user confluence \/wiki\/rest\/api\/space/);
  });

  it('only safe routes leave the SDK, and bodies without content come back as such', async () => {
    const { call, site } = smallApp(
      {
        climb: () => asUser().requestJira(route`/rest/api/3/issue/${'../myself'}`),
        edit: async () => {
          const init = {
            method: 'PUT',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ fields: { timetracking: { originalEstimate: '2h' } } }),
          };
          const response = await api.asUser().requestJira(route`/rest/api/3/issue/${'WEB-1'}`, init);
          return { ok: response.ok, status: response.status, text: await response.text() };
        },
      },
      { scopes: [...usualScopes, 'write:jira-work'] },
    );
    expect((await call('climb')).error).toMatch(/path manipulation/);
    expect((await call('edit')).body).toEqual({ ok: true, status: 204, text: '' });
    expect(site.issues[0]?.fields).toMatchObject({ timeoriginalestimate: 7200 });
  });
});
