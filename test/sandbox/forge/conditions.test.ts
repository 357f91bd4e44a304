import { asUser, requestJira, route } from '@forge/api';
import kvs, { WhereConditions } from '@forge/kvs';
import { noConditions } from '../../../sandbox/forge/conditions';
import { withShortPages } from '../../../sandbox/forge/short-pages';
import type { Conditions, Fault } from '../../../sandbox/sandbox-types';
import { smallJira } from '../jira/small-site';
import { codeOf, smallApp, usualScopes } from './small-app';

const bad = (changes: Partial<Conditions>): Conditions => ({ ...noConditions(), ...changes });
const faults = (...list: Fault[]): Conditions => bad({ faults: list });
const readWeb1 = async () => {
  const response = await asUser().requestJira(route`/rest/api/3/issue/WEB-1?fields=summary`);
  return { status: response.status, retryAfter: response.headers.get('Retry-After') };
};
const write = { scopes: [...usualScopes, 'write:jira-work'] };

describe('short pages', () => {
  const { jira } = smallJira();
  const short = withShortPages(jira, bad({ shortPages: true }));
  const get = (path: string) => short.serve({ method: 'GET', path }, { accountId: 'member', scopes: 'all' });

  it('hold one board or sprint, say that more follow, and end', () => {
    const path = '/rest/agile/1.0/board/1/sprint?maxResults=50';
    expect(get(path).body).toMatchObject({ maxResults: 1, total: 3, isLast: false, values: [{ id: 3 }] });
    expect(get(`${path}&startAt=1`).body).toMatchObject({ isLast: false, values: [{ id: 5 }] });
    expect(get(`${path}&startAt=2`).body).toMatchObject({ isLast: true, values: [{ id: 6 }] });
    // Nor does it help to say nothing of a page.
    expect(get('/rest/agile/1.0/board').body).toMatchObject({ isLast: false, values: [{ id: 1 }] });
  });

  it('hold one issue and a token for the next', () => {
    const path = '/rest/software/1.0/board/1/sprint/5/issue?maxResults=1000';
    const first = get(path).body;
    expect(first).toMatchObject({ isLast: false, issues: [{ key: 'WEB-1' }], nextPageToken: expect.any(String) });
    const token = first !== null && typeof first === 'object' && 'nextPageToken' in first ? first.nextPageToken : '';
    const second = get(`${path}&nextPageToken=${String(token)}`).body;
    expect(second).toMatchObject({ isLast: true, issues: [{ key: 'WEB-2' }] });
    expect(second).not.toHaveProperty('nextPageToken');
  });

  it('hold one issue of a search, also when the body says how many', () => {
    const search = (body: string) =>
      short.serve({ method: 'POST', path: '/rest/api/3/search/jql', body }, { accountId: 'member', scopes: 'all' });
    const found = { isLast: false, issues: [{ key: 'WEB-5' }] };
    expect(get('/rest/api/3/search/jql?jql=project=WEB&fields=key&maxResults=50').body).toMatchObject(found);
    expect(search('{"jql":"project = WEB","fields":["key"],"maxResults":50}').body).toMatchObject(found);
    expect(search('{"jql":"project = WEB","fields":["key"]}').body).toMatchObject({ issues: { length: 1 } });
    expect(search('{').status).toBe(400);
  });

  it('refuse what Jira refuses, and leave alone what has no pages', () => {
    expect(get('/rest/agile/1.0/board?maxResults=0').status).toBe(400);
    expect(get('/rest/agile/1.0/board?maxResults=many').status).toBe(400);
    expect(get('/rest/api/3/issue/WEB-1').body).toMatchObject({ key: 'WEB-1' });
    expect(get('/rest/api/3/made-up').status).toBe(501);
    expect(jira.unmodelled).toEqual(['GET /rest/api/3/made-up']);
  });

  it('end as soon as they are switched off', () => {
    const conditions = bad({ shortPages: true });
    const changing = withShortPages(jira, conditions);
    conditions.shortPages = false;
    const answer = changing.serve(
      { method: 'GET', path: '/rest/agile/1.0/board' },
      { accountId: 'member', scopes: 'all' },
    );
    expect(answer.body).toMatchObject({ isLast: true, values: [{ id: 1 }, { id: 2 }] });
  });

  it('hold one value of storage, and a cursor for the next', async () => {
    const { call } = smallApp(
      {
        read: async () => {
          for (const key of ['a:1', 'a:2', 'b:1']) await kvs.set(key, key);
          const first = await kvs.query().where('key', WhereConditions.beginsWith('a:')).limit(100).getMany();
          const second = await kvs
            .query()
            .where('key', WhereConditions.beginsWith('a:'))
            .cursor(first.nextCursor ?? '')
            .getMany();
          return { first: first.results, second: second.results, end: second.nextCursor ?? null };
        },
      },
      { conditions: bad({ shortPages: true }) },
    );
    expect((await call('read')).body).toEqual({
      first: [{ key: 'a:1', value: 'a:1' }],
      second: [{ key: 'a:2', value: 'a:2' }],
      end: null,
    });
  });
});

describe('a delay', () => {
  it('is waited before every call to Jira and to storage, and told in the record', async () => {
    const slept: number[] = [];
    const app = smallApp(
      {
        work: async () => {
          await kvs.set('a', 1);
          await readWeb1();
        },
      },
      {
        conditions: bad({ delayMilliseconds: 300 }),
        sleep: (milliseconds) => {
          slept.push(milliseconds);
          app.time.now += milliseconds;
          return Promise.resolve();
        },
      },
    );
    const { record } = await app.call('work');
    expect(slept).toEqual([300, 300]);
    expect(record).toMatchObject({ milliseconds: 600, jiraCalls: [{ milliseconds: 300 }] });
  });

  it('does not exist on a good day', async () => {
    const { call } = smallApp({ work: readWeb1 }, { sleep: () => Promise.reject(new Error('slept')) });
    expect((await call('work')).body).toMatchObject({ status: 200 });
  });

  it('that outlasts the function loses the call', async () => {
    const slept: (() => void)[] = [];
    const { call, state } = smallApp(
      { work: () => kvs.set('a', 1) },
      {
        conditions: bad({ delayMilliseconds: 26_000 }),
        sleep: () => new Promise<void>((done) => slept.push(done)),
        limitMilliseconds: 5,
      },
    );
    const { error, record } = await call('work');
    expect(error).toMatch(/timed out/);
    for (const done of slept) done();
    await new Promise(setImmediate);
    expect(record.lateCalls).toEqual(['kvs POST /api/v1/set']);
    expect(state.values).toEqual({});
  });
});

describe('a query of storage that lags', () => {
  const keys = async () => (await kvs.query().limit(100).getMany()).results.map(({ key, value }) => [key, value]);
  const open = () =>
    smallApp(
      {
        set: ({ payload }) => kvs.set(String(payload['key']), payload['value'] ?? 1),
        delete: ({ payload }) => kvs.delete(String(payload['key'])),
        get: ({ payload }) => kvs.get(String(payload['key'])),
        query: keys,
      },
      { conditions: bad({ queryLagMilliseconds: 1000 }) },
    );

  it('does not see what was just set, but a get does', async () => {
    const { call, time } = open();
    await call('set', { key: 'a' });
    expect((await call('query')).body).toEqual([]);
    expect((await call('get', { key: 'a' })).body).toBe(1);
    time.now += 999;
    expect((await call('query')).body).toEqual([]);
    time.now += 1;
    expect((await call('query')).body).toEqual([['a', 1]]);
  });

  it('sees what was there before: the old value, and what was just deleted', async () => {
    const { call, time } = open();
    await call('set', { key: 'a', value: 'old' });
    await call('set', { key: 'b' });
    time.now += 1000;
    await call('set', { key: 'a', value: 'new' });
    time.now += 500;
    await call('set', { key: 'a', value: 'newest' });
    await call('delete', { key: 'b' });
    expect((await call('query')).body).toEqual([
      ['a', 'old'],
      ['b', 1],
    ]);
    expect((await call('get', { key: 'a' })).body).toBe('newest');
    time.now += 500;
    expect((await call('query')).body).toEqual([
      ['a', 'new'],
      ['b', 1],
    ]);
    time.now += 500;
    expect((await call('query')).body).toEqual([['a', 'newest']]);
  });
});

describe('a fault', () => {
  it('answers its status and Retry-After in place of Jira, as often as it says', async () => {
    const conditions = faults({ operation: 'getIssue', status: 429, retryAfter: 7, times: 2 });
    const { call } = smallApp({ read: readWeb1 }, { conditions });
    const limited = { status: 429, retryAfter: '7' };
    expect((await call('read')).body).toEqual(limited);
    const second = await call('read');
    expect(second.body).toEqual(limited);
    expect(second.record.jiraCalls).toMatchObject([{ status: 429, points: 1 }]);
    expect((await call('read')).body).toEqual({ status: 200, retryAfter: null });
    expect(conditions.faults).toEqual([]);
  });

  it('changes nothing in Jira', async () => {
    const { call, site } = smallApp(
      {
        edit: async () => {
          const body = JSON.stringify({ fields: { summary: 'Other' } });
          const response = await asUser().requestJira(route`/rest/api/3/issue/WEB-1`, { method: 'PUT', body });
          return response.status;
        },
      },
      { ...write, conditions: faults({ operation: 'editIssue', status: 500, times: 1 }) },
    );
    expect((await call('edit')).body).toBe(500);
    expect(site.issues[0]?.fields).toMatchObject({ summary: 'Issue 1' });
    expect((await call('edit')).body).toBe(204);
    expect(site.issues[0]?.fields).toMatchObject({ summary: 'Other' });
  });

  it('can be all of Jira until it is taken away, and storage goes on', async () => {
    const conditions = faults({ operation: '/rest/', status: 503, times: null });
    const { call } = smallApp(
      {
        work: async () => {
          await kvs.set('a', 1);
          const server = await requestJira(route`/rest/api/3/serverInfo`);
          return [(await readWeb1()).status, server.status, await kvs.get('a')];
        },
      },
      { conditions },
    );
    expect((await call('work')).body).toEqual([503, 503, 1]);
    expect((await call('work')).body).toEqual([503, 503, 1]);
    conditions.faults.length = 0;
    expect((await call('work')).body).toEqual([200, 200, 1]);
  });

  it('of storage stores nothing and reaches the SDK as an error', async () => {
    const { call, state } = smallApp(
      {
        work: async () => [
          await codeOf(() => kvs.set('a', 1)),
          await codeOf(() => kvs.transact().set('b', 1).execute()),
          await codeOf(() => kvs.set('c', 1)),
        ],
      },
      {
        conditions: faults(
          { operation: '/api/v1/set', status: 500, times: 1 },
          { operation: '/api/v1/transaction', status: 429, times: null },
        ),
      },
    );
    expect((await call('work')).body).toEqual(['INTERNAL_SERVER_ERROR', 'RATE_LIMIT_EXCEEDED', 'no error']);
    expect(Object.keys(state.values)).toEqual(['c']);
  });

  it('of one key fails that key of a batch, and no other', async () => {
    const { call, state } = smallApp(
      {
        work: async () => {
          const items = ['a', 'b', 'c'].map((key) => ({ key, value: key }));
          const { successfulKeys, failedKeys } = await kvs.batchSet(items);
          const alone = await kvs.batchGet([{ key: 'b' }]);
          return {
            stored: successfulKeys.map(({ key }) => key),
            failed: failedKeys.map(({ key, error }) => [key, error.code]),
            alone: alone.failedKeys.map(({ key, error }) => [key, error.code]),
            other: await codeOf(() => kvs.set('d', 1)),
            single: await codeOf(() => kvs.set('b', 1)),
          };
        },
      },
      { conditions: faults({ operation: '/api/', key: 'b', status: 500, times: null }) },
    );
    expect((await call('work')).body).toEqual({
      stored: ['a', 'c'],
      failed: [['b', 'INTERNAL_SERVER_ERROR']],
      alone: [['b', 'INTERNAL_SERVER_ERROR']],
      other: 'no error',
      single: 'INTERNAL_SERVER_ERROR',
    });
    expect(Object.keys(state.values)).toEqual(['a', 'c', 'd']);
  });
});

describe('a fault that names an issue', () => {
  const rank = (issues: string[]) =>
    asUser().requestJira(route`/rest/agile/1.0/issue/rank`, {
      method: 'PUT',
      body: JSON.stringify({ issues, rankBeforeIssue: 'WEB-1' }),
    });
  const calls = {
    rankFour: async () => (await rank(['WEB-4'])).status,
    rankFive: async () => (await rank(['WEB-4', '10005'])).status,
    read: async () => (await readWeb1()).status,
  };
  const allScopes = { scopes: [...usualScopes, 'write:issue:jira-software'] };

  it('hits the calls whose body names it, and no others', async () => {
    const conditions = faults({ operation: 'rankIssues', status: 403, issue: '10005', times: null });
    const { call } = smallApp(calls, { ...allScopes, conditions });
    expect((await call('rankFour')).body).toBe(204);
    expect((await call('rankFive')).body).toBe(403);
  });

  it('knows the issue by its key when the call has its id, and by its path', async () => {
    const conditions = faults(
      { operation: 'rankIssues', status: 403, issue: 'WEB-5', times: null },
      { operation: 'getIssue', status: 404, issue: '10001', times: null },
    );
    const namesOfIssue = (name: string) =>
      [
        ['10005', 'WEB-5'],
        ['10001', 'WEB-1'],
      ].find((names) => names.includes(name)) ?? [];
    const { call } = smallApp(calls, { ...allScopes, conditions, namesOfIssue });
    expect((await call('rankFive')).body).toBe(403);
    expect((await call('read')).body).toBe(404);
  });
});
