import kvs from '@forge/kvs';
import timers from 'node:timers';
import { invocationRate } from '../../../sandbox/forge/invocation-rate';
import type { TrafficEntry } from '../../../sandbox/sandbox-types';
import { smallApp } from './small-app';

// 500 KB and 5 MB are in host.test.ts.

describe('25 seconds', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('are what a resolver has: the one that never answers ends then, with an error', async () => {
    const waits: { milliseconds: number | undefined; ring: () => void }[] = [];
    const { setTimeout: soon } = timers;
    jest.spyOn(timers, 'setTimeout').mockImplementation((ring, milliseconds) => {
      waits.push({ milliseconds, ring });
      return soon(() => undefined, 0);
    });
    const { call } = smallApp({ hang: () => new Promise<never>(() => undefined) });
    const result = call('hang');
    await new Promise(setImmediate);
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([25_000]);
    waits[0]?.ring();
    expect((await result).error).toBe('The function timed out after 25 seconds.');
  });
});

describe('1,200 invocations a minute', () => {
  it('are what each user has, on the clock’s own minutes', () => {
    const time = { now: 59_000 };
    const may = invocationRate(() => time.now);
    const taken = (accountId: string) => Array.from({ length: 1300 }, () => may(accountId)).filter(Boolean).length;
    expect(taken('ann')).toBe(1200);
    expect(taken('ben')).toBe(1200);
    time.now = 59_999;
    expect(taken('ann')).toBe(0);
    time.now = 60_000;
    expect(taken('ann')).toBe(1200);
  });

  it('end with an error, before the app has done anything', async () => {
    const traffic: TrafficEntry[] = [];
    const { call, state, time } = smallApp(
      { count: async ({ payload }) => kvs.set('count', payload['number']) },
      { ended: (entry) => traffic.push(entry) },
    );
    const invoke = (number: number) => call('count', { number });
    const results = await Promise.all(Array.from({ length: 1200 }, (_, index) => invoke(index + 1)));
    expect(results.every(({ error }) => error === undefined)).toBe(true);
    const refused = await invoke(1201);
    expect(refused.error).toMatch(/^Too many requests: 'member' has made more than 1200 invocations in this minute/);
    expect(refused.record.kvsWrites).toBe(0);
    expect(state.values['count']?.value).toBe(1200);
    expect(traffic.at(-1)).toMatchObject({ name: 'count', outcome: 'error' });
    expect((await call('count', { number: 0 }, 'admin')).error).toBeUndefined();
    time.now += 60_000;
    expect((await invoke(1202)).error).toBeUndefined();
  });
});

describe('500 invocations in 25 seconds', () => {
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(globalThis, '__bridge');
  });

  /** The limiter is in the client: the real @forge/bridge, which the sandbox's frame runs as Jira's does. */
  it('are what one page has: its own bridge refuses the next', async () => {
    jest.useFakeTimers({ now: 1_000_000 });
    const calls: unknown[] = [];
    Reflect.set(globalThis, '__bridge', {
      callBridge: (name: string, data: unknown) => Promise.resolve(calls.push([name, data])),
    });
    await jest.isolateModulesAsync(async () => {
      const { invoke } = await import('@forge/bridge');
      for (let number = 0; number < 500; number += 1) await invoke('openPlanner');
      await expect(invoke('openPlanner')).rejects.toThrow('Resolver calls are rate limited at 500req/25s');
      expect(calls).toHaveLength(500);
      jest.setSystemTime(1_000_000 + 25_001);
      await invoke('openPlanner');
      expect(calls).toHaveLength(501);
    });
  });
});
