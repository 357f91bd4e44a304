import kvs, { MetadataField, WhereConditions } from '@forge/kvs';
import { noConditions } from '../../../sandbox/forge/conditions';
import { codeOf, smallApp } from './small-app';

const minute = 60_000;
const twoDays = 48 * 60 * minute;
const beginsWith = (text: string) => kvs.query().where('key', WhereConditions.beginsWith(text)).getMany();

const calls = {
  set: () => kvs.set('here:ada', 1, { ttl: { value: 2, unit: 'MINUTES' as const } }),
  setWithout: () => kvs.set('here:ada', 2),
  read: async () => ({
    got: (await kvs.get('here:ada')) ?? null,
    found: (await beginsWith('here:')).results.map(({ key }) => key),
  }),
};
const there = { got: 1, found: ['here:ada'] };
const gone = { got: null, found: [] };

describe('a value with a time to live', () => {
  it('may still be there for two days after its time, and here it is', async () => {
    const app = smallApp(calls);
    await app.call('set');
    app.time.now += 2 * minute + twoDays - 1;
    expect((await app.call('read')).body).toEqual(there);
    app.time.now += 1;
    expect((await app.call('read')).body).toEqual(gone);
  });

  it('is gone on time when expiry is prompt', async () => {
    const app = smallApp(calls, { conditions: { ...noConditions(), promptExpiry: true } });
    await app.call('set');
    app.time.now += 2 * minute - 1;
    expect((await app.call('read')).body).toEqual(there);
    app.time.now += 1;
    expect((await app.call('read')).body).toEqual(gone);
  });

  it('tells its time only to who asks for it', async () => {
    const app = smallApp({
      ...calls,
      metadata: () => kvs.get('here:ada', { metadataFields: [MetadataField.EXPIRE_TIME] }),
    });
    await app.call('set');
    // The clock of the test stands at noon.
    expect((await app.call('metadata')).body).toEqual({
      key: 'here:ada',
      value: 1,
      expireTime: '2026-11-21T12:02:00.000Z',
    });
  });

  it('stays for good when it is set again without one', async () => {
    const app = smallApp(calls);
    await app.call('set');
    await app.call('setWithout');
    app.time.now += 10 * twoDays;
    expect((await app.call('read')).body).toEqual({ got: 2, found: ['here:ada'] });
  });

  it('can be set in a batch and in a transaction too', async () => {
    const ttl = { value: 1, unit: 'SECONDS' as const };
    const app = smallApp(
      {
        set: async () => {
          await kvs.batchSet([{ key: 'a:1', value: 1, options: { ttl } }]);
          await kvs.transact().set('a:2', 2, undefined, { ttl }).execute();
        },
        keys: async () => (await beginsWith('a:')).results.map(({ key }) => key),
      },
      { conditions: { ...noConditions(), promptExpiry: true } },
    );
    await app.call('set');
    expect((await app.call('keys')).body).toEqual(['a:1', 'a:2']);
    app.time.now += 1000;
    expect((await app.call('keys')).body).toEqual([]);
  });

  it('lives for a year at the most', async () => {
    const app = smallApp({
      set: async () => [
        await codeOf(() => kvs.set('a', 1, { ttl: { value: 365, unit: 'DAYS' } })),
        await codeOf(() => kvs.set('a', 1, { ttl: { value: 366, unit: 'DAYS' } })),
      ],
    });
    expect((await app.call('set')).body).toEqual(['no error', 'INVALID_REQUEST']);
  });
});
