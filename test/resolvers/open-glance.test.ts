import { type App, openApp } from '../open-app';

async function sprintOf(app: App) {
  const planner = await app.value('openPlanner', { boardId: 1 });
  return { planner, place: { boardId: 1, sprintId: planner.sprint.id } };
}

/** What Jira asks for the closed panel. */
async function statusOf(app: App, issueId: string, accountId = 'ada'): Promise<unknown> {
  const { body } = await app.sandbox.host.askProperties({
    functionKey: 'glance-status',
    moduleKey: 'issue-glance',
    accountId,
    extension: { type: 'jira:issueContext', issue: { id: issueId, key: 'WEB-27' } },
  });
  return body;
}

describe('the glance of an issue', () => {
  it('says its estimate and range, and that its confidence is the default one', async () => {
    const app = await openApp();
    await app.value('setEstimate', { issueId: 'WEB-27', hours: 10 });
    expect(await app.value('openGlance', { issueId: 'WEB-27' })).toMatchObject({
      key: 'WEB-27',
      hours: 10,
      ownHours: 10,
      like: null,
      hoursSource: 'set',
      confidence: 80,
      confidenceSource: 'default',
      // 10 × 0.8 and 10 ÷ 0.8.
      optimistic: 8,
      pessimistic: 12.5,
      changes: [],
      boardId: 1,
      projectKey: 'WEB',
      may: { edit: true },
    });
  });

  it('tells who set the confidence and when, newest first, five at the most', async () => {
    const app = await openApp();
    for (let percent = 1; percent <= 12; percent += 1)
      await app.value('setConfidence', { issueId: 'WEB-27', confidence: percent * 5 }, 'noor');
    await app.value('setConfidence', { issueId: 'WEB-27', confidence: null });
    const { changes, confidence, confidenceSource } = await app.value('openGlance', { issueId: 'WEB-27' });
    expect({ confidence, confidenceSource }).toEqual({ confidence: 80, confidenceSource: 'default' });
    expect(changes).toHaveLength(5);
    expect(changes[0]).toMatchObject({ confidence: null, by: { accountId: 'ada', name: 'Ada Lindholm' } });
    expect(changes.slice(1).map(({ confidence: set }) => set)).toEqual([60, 55, 50, 45]);
    expect(changes[1]?.by.accountId).toBe('noor');
  });

  it('reads a confidence that was stored before changes were kept', async () => {
    const app = await openApp();
    const { issueId } = await app.value('openGlance', { issueId: 'WEB-27' });
    const first = { version: 1, confidence: 35, by: 'noor', at: '2026-01-05T10:00:00.000Z' };
    app.sandbox.kvs.serve('/api/v1/set', { key: `confidence:${issueId}`, value: first });
    const glance = await app.value('openGlance', { issueId });
    expect(glance).toMatchObject({ confidence: 35, confidenceSource: 'set' });
    expect(glance.changes).toMatchObject([{ confidence: 35, at: '2026-01-05T10:00:00.000Z' }]);
  });

  it('tells the side of the line that the last saved plan has it on, and when that was', async () => {
    const app = await openApp();
    const { planner, place } = await sprintOf(app);
    const [first, second, third] = planner.plan.order;
    const glance = async (id = '') => (await app.value('openGlance', { issueId: id })).sprint;
    expect(await glance(first)).toEqual({ id: place.sprintId, name: planner.sprint.name, side: null, savedAt: null });
    await app.value('savePlan', {
      ...place,
      revision: 0,
      order: planner.plan.order.filter((id) => id !== third),
      dropped: [third ?? ''],
      cutline: { mode: 'manual', count: 1 },
    });
    expect((await glance(first))?.side).toBe('above');
    expect((await glance(second))?.side).toBe('below');
    expect((await glance(third))?.side).toBe('dropped');
    expect(Date.parse((await glance(first))?.savedAt ?? '')).toBeGreaterThan(Date.UTC(2026, 0, 1));
  });

  it('of a sub-task tells where its parent stands', async () => {
    const app = await openApp();
    const { planner, place } = await sprintOf(app);
    const parent = planner.items.find(({ subtasks }) => subtasks !== null);
    const order = [parent?.issueId ?? '', ...planner.plan.order.filter((id) => id !== parent?.issueId)];
    await app.value('savePlan', { ...place, revision: 0, order, cutline: { mode: 'manual', count: 1 } });
    const child = app.sandbox.site.issues.find(({ fields }) =>
      JSON.stringify(fields['parent'] ?? '').includes(`"${parent?.key ?? ''}"`),
    );
    expect((await app.value('openGlance', { issueId: child?.id ?? '' })).sprint?.side).toBe('above');
  });

  it('shows an issue whose stored confidence it cannot read, and leaves that as it is', async () => {
    const app = await openApp();
    const { issueId } = await app.value('openGlance', { issueId: 'WEB-27' });
    const value = { version: 9, changes: 'of tomorrow' };
    app.sandbox.kvs.serve('/api/v1/set', { key: `confidence:${issueId}`, value });
    expect(await app.value('openGlance', { issueId })).toMatchObject({ confidenceSource: 'default', changes: [] });
    expect(await app.problem('setConfidence', { issueId, confidence: 50 })).toMatchObject({
      code: 'storage.unreadable',
    });
    expect(app.sandbox.kvs.serve('/api/v1/get', { key: `confidence:${issueId}` }).body).toMatchObject({ value });
  });

  it('of an issue in no sprint follows the settings of its project’s board', async () => {
    const app = await openApp();
    const { items } = await app.value('openBacklog', { boardId: 1 });
    const { revision } = (await app.value('openPlanner', { boardId: 1 })).settings;
    const steps = [{ percent: 50, name: 'heads or tails' }];
    await app.value('saveBoardSettings', { boardId: 1, revision, steps });
    expect(await app.value('openGlance', { issueId: items[0]?.issueId ?? '' })).toMatchObject({
      sprint: null,
      boardId: 1,
      steps,
    });
  });

  it('counts what is left of it where the planner does: in a running sprint of a board that chose so', async () => {
    const app = await openApp();
    const planner = await app.value('openPlanner', { boardId: 1 });
    const active = planner.sprints.find(({ state }) => state === 'active')?.id ?? 0;
    const { revision } = planner.settings;
    await app.value('saveBoardSettings', { boardId: 1, revision, estimateSource: 'remaining' });
    const { items } = await app.value('openPlanner', { boardId: 1, sprintId: active });
    const begun = items.find(({ hours, hoursSource }) => hoursSource === 'remaining' && hours !== null && hours > 0);
    const { hours, hoursSource } = await app.value('openGlance', { issueId: begun?.issueId ?? '' });
    expect({ hours, hoursSource }).toEqual({ hours: begun?.hours, hoursSource: 'remaining' });
  });

  it('is one call that reads no list of issues', async () => {
    const app = await openApp();
    await app.value('setConfidence', { issueId: 'WEB-27', confidence: 50 });
    const { jiraCalls } = (await app.invoke('openGlance', { issueId: 'WEB-27' })).record;
    expect(jiraCalls).toHaveLength(6);
    expect(jiraCalls.reduce((sum, { points }) => sum + points, 0)).toBeLessThanOrEqual(9);
  });

  it('is read-only for who may not edit the issue, and unknown to who may not see it', async () => {
    const app = await openApp();
    expect((await app.value('openGlance', { issueId: 'WEB-27' }, 'vera')).may).toEqual({ edit: false });
    expect(await app.problem('openGlance', { issueId: 'WEB-27' }, 'outsider')).toMatchObject({ code: 'issue.unknown' });
  });
});

describe('the closed glance', () => {
  it('says the range in its lozenge, and that there is no estimate', async () => {
    const app = await openApp();
    const { issueId } = await app.value('openGlance', { issueId: 'WEB-27' });
    await app.value('setEstimate', { issueId, hours: 10 });
    await app.value('setConfidence', { issueId, confidence: 50 });
    expect(await statusOf(app, issueId)).toEqual({
      status: { type: 'lozenge', value: { label: '5–20\u00a0h', type: 'inprogress' } },
    });
    await app.value('setEstimate', { issueId, hours: null });
    expect(await statusOf(app, issueId)).toMatchObject({ status: { value: { label: 'No estimate' } } });
  });

  it('says nothing about an issue that the person may not see', async () => {
    const app = await openApp();
    const { issueId } = await app.value('openGlance', { issueId: 'WEB-27' });
    expect(await statusOf(app, issueId, 'outsider')).toMatchObject({ status: { value: { label: 'Estimate' } } });
  });
});
