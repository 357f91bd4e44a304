import { csvSite, openApp } from '../open-app';

const place = { boardId: 1, sprintId: 978 };
const firstItem = async (app: Awaited<ReturnType<typeof openApp>>) => (await app.value('openPlanner', place)).items[0];

describe('setting a confidence', () => {
  it('changes the issue’s range for everybody', async () => {
    const app = await openApp(csvSite);
    expect(await app.value('setConfidence', { issueId: '17950', confidence: 50 }, 'dev-26')).toEqual({
      issueId: '17950',
      confidence: 50,
    });
    const { items } = await app.value('openPlanner', place, 'dev-13');
    expect(items[0]).toMatchObject({ confidence: 50, confidenceSource: 'set' });
    // 0.33 h × 0.5 and ÷ 0.5.
    expect(items[0]?.optimistic).toBeCloseTo(0.165, 10);
    expect(items[0]?.pessimistic).toBeCloseTo(0.66, 10);
  });

  it('works by the key as well, and null goes back to the default', async () => {
    const app = await openApp(csvSite);
    await app.value('setConfidence', { issueId: 'PC2-7950', confidence: 35 });
    expect(await firstItem(app)).toMatchObject({ confidence: 35, confidenceSource: 'set' });
    await app.value('setConfidence', { issueId: 'PC2-7950', confidence: null });
    expect(await firstItem(app)).toMatchObject({ confidence: 80, confidenceSource: 'default' });
  });

  it.each([0, 101, 50.5, 'abc', -5, undefined])(
    'of %p is refused with the range that is allowed, and changes nothing',
    async (confidence) => {
      const app = await openApp(csvSite);
      const problem = await app.problem('setConfidence', { issueId: '17950', confidence });
      expect(problem).toEqual({
        code: 'input.invalid',
        message: 'Confidence must be a whole number from 1 to 100 (percent).',
      });
      expect((await firstItem(app))?.confidenceSource).toBe('default');
    },
  );

  it('is refused for an issue that does not exist or that the person may not see or edit', async () => {
    const app = await openApp();
    const { items } = await app.value('openPlanner', { boardId: 1 });
    const issueId = items[0]?.issueId ?? '';
    expect(await app.problem('setConfidence', { issueId: '999999', confidence: 50 })).toMatchObject({
      code: 'issue.unknown',
    });
    expect(await app.problem('setConfidence', { issueId: '../1', confidence: 50 })).toMatchObject({
      code: 'input.invalid',
    });
    expect(await app.problem('setConfidence', { issueId, confidence: 50 }, 'outsider')).toMatchObject({
      code: 'issue.unknown',
    });
    expect(await app.problem('setConfidence', { issueId, confidence: 50 }, 'vera')).toMatchObject({
      code: 'permission.denied',
    });
    expect((await app.value('openPlanner', { boardId: 1 })).items[0]?.confidenceSource).toBe('default');
  });

  it('never overwrites a value that this version cannot read, and the planner says which it is', async () => {
    const app = await openApp(csvSite);
    const stored = { version: 2, confidence: { words: 'quite sure' } };
    app.sandbox.kvs.serve('/api/v1/set', { key: 'confidence:17950', value: stored });
    const planner = await app.value('openPlanner', place);
    expect(planner.unreadable).toEqual(['PC2-7950']);
    expect(planner.items[0]).toMatchObject({ confidence: 80, confidenceSource: 'default' });
    expect(await app.problem('setConfidence', { issueId: '17950', confidence: 50 })).toMatchObject({
      code: 'storage.unreadable',
    });
    expect(app.sandbox.kvs.serve('/api/v1/get', { key: 'confidence:17950' }).body).toMatchObject({ value: stored });
  });
});

describe('two people editing the same issue', () => {
  it('never lose an edit: the second is told what is there now, and can set theirs all the same', async () => {
    const app = await openApp(csvSite);
    await app.value('setConfidence', { issueId: '17950', confidence: 50, seen: null }, 'dev-26');
    const problem = await app.problem('setConfidence', { issueId: '17950', confidence: 60, seen: null }, 'dev-13');
    expect(problem).toMatchObject({ code: 'issue.conflict', currentValue: 50 });
    expect((await firstItem(app))?.confidence).toBe(50);
    await app.value('setConfidence', { issueId: '17950', confidence: 60, seen: 50 }, 'dev-13');
    expect((await firstItem(app))?.confidence).toBe(60);
  });

  it('are not told of a conflict when both set the same', async () => {
    const app = await openApp(csvSite);
    await app.value('setConfidence', { issueId: '17950', confidence: 50, seen: null }, 'dev-26');
    expect(await app.value('setConfidence', { issueId: '17950', confidence: 50, seen: null }, 'dev-13')).toMatchObject({
      confidence: 50,
    });
  });

  it('see the estimate that Jira has by now', async () => {
    const app = await openApp(csvSite);
    await app.value('setEstimate', { issueId: '17950', hours: 2, seen: 0.33 }, 'dev-26');
    const problem = await app.problem('setEstimate', { issueId: '17950', hours: 3, seen: 0.33 }, 'dev-13');
    expect(problem).toMatchObject({ code: 'issue.conflict', currentValue: 2 });
    expect((await firstItem(app))?.hours).toBe(2);
  });

  it('at the same moment: one confidence stands, and the other person is told of it', async () => {
    const app = await openApp(csvSite);
    const asked = { issueId: '17950', seen: null };
    const answers = await Promise.all([
      app.call('setConfidence', { ...asked, confidence: 30 }, 'dev-26'),
      app.call('setConfidence', { ...asked, confidence: 70 }),
    ]);
    const saved = answers.flatMap((answer) => ('value' in answer ? [answer.value.confidence] : []));
    const told = answers.flatMap((answer) => ('problem' in answer ? [answer.problem] : []));
    expect(saved).toHaveLength(1);
    expect(told).toEqual([expect.objectContaining({ code: 'issue.conflict', currentValue: saved[0] })]);
    expect((await firstItem(app))?.confidence).toBe(saved[0]);
  });
});

describe('setting an estimate', () => {
  it('is in Jira afterwards, as the user’s own edit, and in the planner’s sums', async () => {
    const app = await openApp(csvSite);
    expect(await app.value('setEstimate', { issueId: '17950', hours: 2.5 }, 'dev-26')).toMatchObject({ hours: 2.5 });
    const inJira = app.sandbox.site.issues.find(({ id }) => id === '17950')?.fields['timeoriginalestimate'];
    expect(inJira).toBe(9000);
    // 166.05 − 0.33 + 2.5.
    expect((await app.value('openPlanner', place)).totals.all.original).toBeCloseTo(168.22, 6);
  });

  it('answers what Jira has stored: whole minutes', async () => {
    const app = await openApp(csvSite);
    // 0.33 h are 19.8 minutes.
    expect((await app.value('setEstimate', { issueId: '17950', hours: 0.33 })).hours).toBeCloseTo(20 / 60, 10);
    expect((await app.value('setEstimate', { issueId: '17950', hours: 0.001 })).hours).toBeCloseTo(1 / 60, 10);
  });

  it.each([0, -3, 'abc', 100_001])('of %p hours is refused with a sentence, and changes nothing', async (hours) => {
    const app = await openApp(csvSite);
    const problem = await app.problem('setEstimate', { issueId: '17950', hours });
    expect(problem.code).toBe('input.invalid');
    expect(problem.message).toMatch(/^An estimate m/);
    expect((await firstItem(app))?.hours).toBe(0.33);
  });

  it('is refused for somebody who may only look', async () => {
    const app = await openApp();
    const { items } = await app.value('openPlanner', { boardId: 1 });
    const first = items[0];
    expect(await app.problem('setEstimate', { issueId: first?.issueId, hours: 3 }, 'vera')).toMatchObject({
      code: 'permission.denied',
    });
    expect(await app.problem('setEstimate', { issueId: first?.issueId, hours: 3 }, 'outsider')).toMatchObject({
      code: 'issue.unknown',
    });
    expect((await app.value('openPlanner', { boardId: 1 })).items[0]?.hours).toBe(first?.hours);
  });
});
