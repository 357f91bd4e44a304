import { openApp } from '../open-app';

const place = { boardId: 1, sprintId: 24 };

describe('what is stored', () => {
  it('is kept and not overwritten when a newer version of the app has written it', async () => {
    const app = await openApp();
    const newer = { version: 2, revision: 7, order: [], cutline: { mode: 'by weather' } };
    app.sandbox.kvs.serve('/api/v1/entity/set', { entityName: 'plan', key: '1:24', value: newer });
    expect(await app.problem('openPlanner', place)).toMatchObject({ code: 'storage.unreadable' });
    expect(await app.problem('savePlan', { ...place, revision: 7, desired: 50 })).toMatchObject({
      code: 'storage.unreadable',
    });
    expect(app.sandbox.kvs.serve('/api/v1/entity/get', { entityName: 'plan', key: '1:24' }).body).toMatchObject({
      value: newer,
    });
  });

  it('of the board’s settings goes before the site’s, and the method’s own values fill the rest', async () => {
    const app = await openApp();
    app.sandbox.kvs.serve('/api/v1/entity/set', {
      entityName: 'settings',
      key: 'site',
      value: { version: 1, revision: 1, defaultConfidence: 60, desired: 90, defaultEstimateHours: 4 },
    });
    app.sandbox.kvs.serve('/api/v1/entity/set', {
      entityName: 'settings',
      key: 'board:1',
      value: { version: 1, revision: 1, desired: 70, capacityHours: 120 },
    });
    const planner = await app.value('openPlanner', place);
    expect(planner.plan).toMatchObject({ desired: 70, policy: 'closest' });
    expect(planner.defaults.confidence).toBe(60);
    expect(planner.capacity).toEqual({ hours: 120, source: 'board', reason: null, from: null });
    expect(
      planner.items.some(({ confidence, confidenceSource }) => confidence === 60 && confidenceSource === 'default'),
    ).toBe(true);
    // One issue of Sprint 24 has no estimate: the site's default counts for it, and says so.
    expect(planner.unestimated).toEqual([]);
    expect(planner.items.filter(({ hoursSource }) => hoursSource === 'default').map(({ hours }) => hours)).toEqual([4]);
    const own = await app.value('savePlan', { ...place, revision: 0, capacityHours: 90 });
    expect(own.capacity).toEqual({ hours: 90, source: 'sprint', reason: null, from: null });
    const back = await app.value('savePlan', { ...place, revision: 1, capacityHours: null });
    expect(back.capacity).toEqual({ hours: 120, source: 'board', reason: null, from: null });
  });

  it('of who gave a sprint its capacity is stored with a mark by which it is found, or neither is', async () => {
    const app = await openApp();
    const marks = () => Object.keys(app.sandbox.stored.values).filter((key) => key.startsWith('noted-by:'));
    await app.value('savePlan', { ...place, revision: 0, desired: 60 }, 'noor');
    expect(marks()).toEqual([]);
    app.sandbox.conditions.faults.push({ operation: '/api/v1/transaction', status: 500, times: 1 });
    const error = jest.spyOn(console, 'error').mockReturnValue();
    await app.problem('savePlan', { ...place, revision: 1, capacityHours: 50 }, 'noor');
    error.mockRestore();
    expect(marks()).toEqual([]);
    await app.value('savePlan', { ...place, revision: 1, capacityHours: 50 }, 'noor');
    expect(marks()).toEqual(['noted-by:noor:1:24']);
    // Who loses against somebody else has noted nothing.
    await app.problem('savePlan', { ...place, revision: 1, capacityHours: 40 }, 'tomas');
    expect(marks()).toEqual(['noted-by:noor:1:24']);
  });
});
