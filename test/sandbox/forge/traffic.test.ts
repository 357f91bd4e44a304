import { openTraffic } from '../../../sandbox/forge/traffic';
import { openApp } from '../../open-app';
import { smallApp } from './small-app';

describe('the traffic', () => {
  it('has one entry for each invocation, newest last, with what came of it', async () => {
    const app = await openApp();
    await app.invoke('openPlanner', { boardId: 1 }, 'noor');
    await app.invoke('openPlanner', { boardId: 2 });
    await app.invoke('nothing of ours', {});
    await app.invoke('openPlanner', { boardId: 1 }, '');
    expect(app.sandbox.traffic).toMatchObject([
      { name: 'openPlanner', functionKey: 'resolver', accountId: 'noor', outcome: 'answered' },
      { name: 'openPlanner', accountId: 'ada', outcome: 'problem' },
      { name: 'nothing of ours', outcome: 'error', error: expect.stringContaining('no definition') },
      { name: 'openPlanner', accountId: null, outcome: 'problem' },
    ]);
    const [opened, refused] = app.sandbox.traffic;
    expect(opened).toMatchObject({ at: Date.UTC(2026, 10, 21, 9), moduleKey: 'plan-from-backlog' });
    expect(opened?.record.jiraCalls.length).toBeGreaterThan(4);
    expect(opened).not.toHaveProperty('error');
    // The board, and which of its project's boards could be planned on instead.
    expect(refused?.record.jiraCalls).toHaveLength(2);
  });

  it('keeps the last 200', async () => {
    const { traffic, ended } = openTraffic();
    const { call } = smallApp({ look: ({ payload }) => payload['number'] }, { ended });
    for (let number = 0; number < 205; number += 1) await call(`look`, { number });
    expect(traffic).toHaveLength(200);
    expect(traffic.every(({ outcome }) => outcome === 'answered')).toBe(true);
    await call('other');
    expect(traffic).toHaveLength(200);
    expect(traffic.at(-1)).toMatchObject({ name: 'other', outcome: 'error' });
  });

  it('begins on a good day', async () => {
    const { sandbox } = await openApp();
    expect(sandbox.conditions).toEqual({
      shortPages: false,
      delayMilliseconds: 0,
      queryLagMilliseconds: 0,
      listLagMilliseconds: 0,
      promptExpiry: false,
      realtimeOff: false,
      faults: [],
    });
    expect(sandbox.traffic).toEqual([]);
    expect(sandbox.events.pending).toEqual([]);
  });
});
