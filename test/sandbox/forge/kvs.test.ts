import kvs, { FilterConditions, Filter, MetadataField, WhereConditions } from '@forge/kvs';
import { codeOf, smallApp } from './small-app';

/** Runs something in an invocation, on the storage of one app; what it throws comes back as its text. */
async function storing(act: () => Promise<unknown>) {
  const app = smallApp({ act });
  const { body, error } = await app.call('act');
  if (error !== undefined) throw new Error(error);
  return { ...app, body };
}

const plan = kvs.entity<{ revision: number; title?: string }>('plan');
const atRevision = (revision: number) => ({
  entityName: 'plan',
  conditions: new Filter<{ revision: number }>().and('revision', FilterConditions.equalTo(revision)),
});

describe('the key-value store', () => {
  it('gives back what was set, as a value of its own', async () => {
    const value = { hours: [1, 2], deep: { name: 'Ünïcode' } };
    const { body, state } = await storing(async () => {
      await kvs.set('a', value);
      value.deep.name = 'changed later';
      return [await kvs.get('a'), await kvs.get('b')];
    });
    expect(body).toEqual([{ hours: [1, 2], deep: { name: 'Ünïcode' } }, null]);
    expect(Object.keys(state.values)).toEqual(['a']);
  });

  it('keeps and gives copies: nobody holds the stored value itself', () => {
    const { kvs: storage } = smallApp({});
    const value = { hours: [1] };
    storage.serve('/api/v1/set', { key: 'a', value });
    value.hours.push(2);
    const given = storage.serve('/api/v1/get', { key: 'a' }).body;
    expect(given).toEqual({ key: 'a', value: { hours: [1] } });
    expect(storage.serve('/api/v1/get', { key: 'a' }).body).not.toHaveProperty('value.hours.1');
  });

  it('gives undefined for a key that has no value, and deletes it without complaint', async () => {
    const { body } = await storing(async () => {
      await kvs.delete('missing');
      await kvs.set('a', 0);
      await kvs.delete('a');
      return { missing: (await kvs.get('a')) === undefined };
    });
    expect(body).toEqual({ missing: true });
  });

  it('remembers when a value was made and changed', async () => {
    const app = smallApp({
      act: async () => {
        await kvs.set('a', 1);
        app.time.now += 1000;
        await kvs.set('a', 2);
        return kvs.get('a', { metadataFields: [MetadataField.CREATED_AT, MetadataField.UPDATED_AT] });
      },
    });
    const started = app.time.now;
    expect((await app.call('act')).body).toEqual({ key: 'a', value: 2, createdAt: started, updatedAt: started + 1000 });
  });

  it('can refuse to write over a value', async () => {
    const { body } = await storing(async () => {
      await kvs.set('a', 'first', { keyPolicy: 'FAIL_IF_EXISTS' });
      const code = await codeOf(() => kvs.set('a', 'second', { keyPolicy: 'FAIL_IF_EXISTS' }));
      return [code, await kvs.get('a')];
    });
    expect(body).toEqual(['KEY_CONFLICT', 'first']);
  });

  it('can give back the value before or after a write', async () => {
    const { body } = await storing(async () => {
      const options = { keyPolicy: 'OVERRIDE', returnValue: 'PREVIOUS' } as const;
      const none = await kvs.set<number, number>('a', 1, options);
      const previous = await kvs.set<number, number>('a', 2, options);
      const latest = await kvs.set<number, number>('a', 3, { ...options, returnValue: 'LATEST' });
      return { none: none === undefined, previous, latest };
    });
    expect(body).toEqual({ none: true, previous: { key: 'a', value: 1 }, latest: { key: 'a', value: 3 } });
  });

  it('takes the key __proto__ like any other', async () => {
    const { body, state } = await storing(async () => {
      await kvs.set('__proto__', { polluted: true });
      return kvs.get('__proto__');
    });
    expect(body).toEqual({ polluted: true });
    expect(Object.keys(state.values)).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('polluted');
    expect(JSON.parse(JSON.stringify(state.values))).toHaveProperty(['__proto__', 'value'], { polluted: true });
  });

  it('finds keys by how they begin, 10 a page unless told otherwise', async () => {
    const { body } = await storing(async () => {
      for (let number = 10; number < 35; number += 1) await kvs.set(`row:${number}`, number);
      await kvs.set('other', 1);
      const sizes: number[] = [];
      const keys: string[] = [];
      let cursor: string | undefined;
      do {
        const query = kvs.query().where('key', WhereConditions.beginsWith('row:'));
        const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
        sizes.push(page.results.length);
        keys.push(...page.results.map(({ key }) => key));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      const whole = await kvs.query().limit(100).getMany();
      return { sizes, unique: new Set(keys).size, first: keys[0], whole: whole.results.length };
    });
    expect(body).toEqual({ sizes: [10, 10, 5], unique: 25, first: 'row:10', whole: 26 });
  });
});

describe('limits of the key-value store', () => {
  // 245760 bytes are 240 KiB; a text has two more bytes in JSON, an ü has two.
  it.each<[string, string, unknown, string]>([
    ['a key of 500 characters', 'k'.repeat(500), 1, 'no error'],
    ['a key of 501 characters', 'k'.repeat(501), 1, 'KEY_TOO_LONG'],
    ['an empty key', '', 1, 'EMPTY_KEY'],
    ['a key of spaces', '  ', 1, 'INVALID_KEY'],
    ['a key with a slash', 'a/b', 1, 'INVALID_KEY'],
    ['a key with a space, a hash and a colon', 'a b:#1._-', 1, 'no error'],
    ['a value of 240 KiB', 'a', 'x'.repeat(245_758), 'no error'],
    ['a value of 240 KiB and a byte', 'a', 'x'.repeat(245_759), 'MAX_SIZE'],
    ['bytes, not characters', 'a', 'ü'.repeat(130_000), 'MAX_SIZE'],
    ['a value that is nested 31 deep', 'a', nested(31), 'no error'],
    ['a value that is nested 32 deep', 'a', nested(32), 'MAX_DEPTH'],
  ])('%s', async (_what, key, value, code) => {
    const { body, state } = await storing(() => codeOf(() => kvs.set(key, value)));
    expect(body).toBe(code);
    expect(Object.keys(state.values)).toEqual(code === 'no error' ? [key] : []);
  });

  it('a page has 1 to 100 results', async () => {
    const { body } = await storing(async () => [
      await codeOf(() => kvs.query().limit(100).getMany()),
      await codeOf(() => kvs.query().limit(101).getMany()),
      await codeOf(() => kvs.query().limit(0).getMany()),
    ]);
    expect(body).toEqual([
      'no error',
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
      'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    ]);
  });

  it('secrets and entity queries are not modelled, and say so', async () => {
    const { body } = await storing(async () => [
      await codeOf(() => kvs.setSecret('a', 1)),
      await codeOf(() => plan.query().index('by-key').getMany()),
    ]);
    expect(body).toEqual(['NOT_MODELLED', 'NOT_MODELLED']);
  });
});

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { inner: nested(depth - 1) };
}

describe('batches', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${index}` }));

  it('do what they can and tell what failed', async () => {
    const { body } = await storing(async () => {
      const set = await kvs.batchSet<unknown>([
        { key: 'a', value: 1 },
        { key: 'b/c', value: 2 },
        { key: 'p', value: { revision: 1 }, entityName: 'plan' },
      ]);
      const get = await kvs.batchGet([{ key: 'a' }, { key: 'z' }, { key: 'p', entityName: 'plan' }]);
      const remove = await kvs.batchDelete([{ key: 'a' }, { key: 'z' }]);
      return { set, get, remove, left: await kvs.batchGet([{ key: 'a' }]) };
    });
    expect(body).toEqual({
      set: {
        successfulKeys: [{ key: 'a' }, { key: 'p', entityName: 'plan' }],
        failedKeys: [{ key: 'b/c', error: { code: 'INVALID_KEY', message: expect.any(String) } }],
      },
      get: {
        successfulKeys: [
          { key: 'a', value: 1 },
          { key: 'p', entityName: 'plan', value: { revision: 1 } },
        ],
        failedKeys: [{ key: 'z', error: { code: 'KEY_NOT_FOUND', message: expect.any(String) } }],
      },
      remove: { successfulKeys: [{ key: 'a' }, { key: 'z' }], failedKeys: [] },
      left: { successfulKeys: [], failedKeys: [expect.objectContaining({ key: 'a' })] },
    });
  });

  it('have 1 to 25 keys, each once, and at most 4 MB', async () => {
    const large = keys(25).map(({ key }) => ({ key, value: 'x'.repeat(180_000) }));
    const { body, state } = await storing(async () => [
      await codeOf(() => kvs.batchGet(keys(25))),
      await codeOf(() => kvs.batchGet(keys(26))),
      await codeOf(() => kvs.batchGet([])),
      await codeOf(() => kvs.batchGet([{ key: 'a' }, { key: 'a' }])),
      await codeOf(() => kvs.batchSet(large)),
    ]);
    expect(body).toEqual(['no error', ...Array.from({ length: 4 }, () => 'INVALID_BATCH_REQUEST')]);
    expect(state.values).toEqual({});
  });
});

describe('custom entities', () => {
  it('hold what manifest.yml declares, and nothing else', async () => {
    const { body } = await storing(async () => {
      await plan.set('1:5', { revision: 1, title: 'Sprint' });
      return [
        await plan.get('1:5'),
        await codeOf(() => kvs.entity('plan').set('a', { colour: 'red' })),
        await codeOf(() => kvs.entity('plan').set('a', { revision: 1.5 })),
        await codeOf(() => kvs.entity('plan').set('a', { revision: 2 ** 31 })),
        await codeOf(() => kvs.entity('plan').set('a', { title: 1 })),
        await codeOf(() => kvs.entity('plan').set('a', 'text')),
        await codeOf(() => kvs.entity('other').get('a')),
        (await plan.get('a')) === undefined,
      ];
    });
    expect(body).toEqual([
      { revision: 1, title: 'Sprint' },
      ...Array.from({ length: 6 }, () => 'INVALID_ENTITY'),
      true,
    ]);
  });

  it('are apart from the key-value store', async () => {
    const { body } = await storing(async () => {
      await plan.set('a', { revision: 1 });
      await kvs.set('a', 'value');
      await plan.delete('a');
      return [(await plan.get('a')) === undefined, await kvs.get('a')];
    });
    expect(body).toEqual([true, 'value']);
  });
});

describe('transactions', () => {
  it('never lose an update: of two people who changed the same revision, the second is told', async () => {
    const { body, changes } = await storing(async () => {
      await plan.set('1:5', { revision: 1 });
      const save = (title: string) =>
        codeOf(() => kvs.transact().set('1:5', { revision: 2, title }, atRevision(1)).execute());
      return [await Promise.all([save('hers'), save('his')]), await plan.get('1:5')];
    });
    expect(body).toEqual([['no error', 'CONDITIONAL_CHECK_FAILED'], { revision: 2, title: 'hers' }]);
    expect(changes()).toBe(2);
  });

  it('make a first revision only once', async () => {
    const isNew = {
      entityName: 'plan',
      conditions: new Filter<{ revision: number }>().and('revision', FilterConditions.notExists()),
    };
    const { body } = await storing(async () => {
      const save = (title: string) => codeOf(() => kvs.transact().set('1:5', { revision: 1, title }, isNew).execute());
      return [await save('first'), await save('second'), await plan.get('1:5')];
    });
    expect(body).toEqual(['no error', 'CONDITIONAL_CHECK_FAILED', { revision: 1, title: 'first' }]);
  });

  it('do all or nothing', async () => {
    const { body } = await storing(async () => {
      await plan.set('p', { revision: 1 });
      await kvs.set('old', 1);
      const code = await codeOf(() => kvs.transact().set('new', 1).delete('old').check('p', atRevision(2)).execute());
      const after = [(await kvs.get('new')) === undefined, await kvs.get('old')];
      const done = await codeOf(() => kvs.transact().set('new', 1).delete('old').check('p', atRevision(1)).execute());
      return [code, after, done, await kvs.get('new'), (await kvs.get('old')) === undefined];
    });
    expect(body).toEqual(['CONDITIONAL_CHECK_FAILED', [true, 1], 'no error', 1, true]);
  });

  it.each([
    FilterConditions.equalTo(1),
    FilterConditions.notEqualTo(1),
    FilterConditions.exists(),
    FilterConditions.lessThan(9),
    FilterConditions.between(0, 9),
  ])('hold $condition for false of a plan that was never saved', (condition) => {
    const { kvs: storage } = smallApp({});
    const check = { key: 'p', entityName: 'plan', conditions: { and: [{ property: 'revision', ...condition }] } };
    expect(storage.serve('/api/v1/transaction', { check: [check] })).toMatchObject({
      status: 400,
      body: { code: 'CONDITIONAL_CHECK_FAILED' },
    });
  });

  it.each([
    [true, 'revision', FilterConditions.greaterThan(4)],
    [false, 'revision', FilterConditions.greaterThan(5)],
    [true, 'revision', FilterConditions.greaterThanEqualTo(5)],
    [true, 'revision', FilterConditions.between(5, 6)],
    [false, 'revision', FilterConditions.lessThan('9')],
    [true, 'revision', FilterConditions.lessThanEqualTo(5)],
    [true, 'title', FilterConditions.beginsWith('Sprint')],
    [true, 'title', FilterConditions.contains('nt 5')],
    [false, 'title', FilterConditions.notContains('nt 5')],
    [true, 'rows', FilterConditions.contains('b')],
    [true, 'open', FilterConditions.equalTo(true)],
    [true, 'hours', FilterConditions.notExists()],
  ])('are %s for a stored plan whose %s is asked %j', (holds, property, condition) => {
    const { kvs: storage } = smallApp({});
    const value = { revision: 5, title: 'Sprint 5', open: true, rows: ['a', 'b'] };
    storage.serve('/api/v1/entity/set', { key: 'p', entityName: 'plan', value });
    const asked = { property, ...condition };
    const never = { property: 'revision', ...FilterConditions.equalTo(0) };
    const check = (conditions: object) =>
      storage.serve('/api/v1/transaction', { check: [{ key: 'p', entityName: 'plan', conditions }] }).status;
    expect(check({ and: [asked] })).toBe(holds ? 204 : 400);
    expect(check({ or: [never, asked] })).toBe(holds ? 204 : 400);
    expect(check({ and: [asked, never] })).toBe(400);
  });

  it('have 1 to 25 operations, each key once, and at most 4 MB', async () => {
    const sets = (count: number, value: unknown = 1) => {
      const transaction = kvs.transact();
      for (let index = 0; index < count; index += 1) transaction.set(`k${index}`, value);
      return transaction;
    };
    const { body, state } = await storing(async () => [
      await codeOf(() => sets(26).execute()),
      await codeOf(() => kvs.transact().execute()),
      await codeOf(() => kvs.transact().set('a', 1).delete('a').execute()),
      await codeOf(() => sets(25, 'x'.repeat(180_000)).execute()),
      await codeOf(() => kvs.transact().set('a/b', 1).execute()),
    ]);
    expect(body).toEqual([...Array.from({ length: 4 }, () => 'INVALID_TRANSACTION_REQUEST'), 'INVALID_KEY']);
    expect(state.values).toEqual({});
    expect((await storing(() => codeOf(() => sets(25).execute()))).body).toBe('no error');
  });

  it('take conditions for entities only', () => {
    const { kvs: storage } = smallApp({});
    const conditions = { and: [{ property: 'revision', condition: 'NOT_EXISTS', values: [true] }] };
    const transact = (place: object) => storage.serve('/api/v1/transaction', { check: [{ key: 'a', ...place }] });
    expect(transact({ conditions })).toMatchObject({ status: 400, body: { code: 'INVALID_TRANSACTION_REQUEST' } });
    expect(transact({ entityName: 'plan' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_TRANSACTION_REQUEST' },
    });
    expect(transact({ conditions, entityName: 'plan' })).toEqual({ status: 204, body: undefined });
  });
});
