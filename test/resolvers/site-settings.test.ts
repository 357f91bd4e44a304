import { type App, openApp } from '../open-app';
import { next, plan, seenIn } from './applying';

/** ada administers the site; noor and tomas edit, and noor may not manage sprints; vera may only look. */
let app: App;
beforeEach(async () => {
  app = await openApp();
});

const planner = (accountId?: string) => app.value('openPlanner', next, accountId);

describe('the settings of the site', () => {
  it('are the method’s own until somebody changes them', async () => {
    expect(await app.value('openSiteSettings', {}, 'ada')).toEqual({
      settings: {
        revision: 0,
        defaultConfidence: 80,
        steps: null,
        defaultEstimateHours: null,
        policy: 'closest',
        whoMayPlan: 'editors',
      },
      mirror: null,
      may: { change: true },
    });
  });

  it('may be looked at by everybody, and changed by admins only, which the resolver checks', async () => {
    expect((await app.value('openSiteSettings', {}, 'tomas')).may).toEqual({ change: false });
    for (const accountId of ['tomas', 'vera', 'outsider']) {
      const problem = await app.problem('saveSiteSettings', { revision: 0, defaultConfidence: 50 }, accountId);
      expect(problem).toEqual({
        code: 'permission.denied',
        message: 'You may look at these settings but not change them: that takes a Jira admin.',
      });
    }
    expect(await app.problem('openSiteSettings', {}, '')).toMatchObject({ code: 'permission.denied' });
    expect((await planner()).defaults.confidence).toBe(80);
  });

  it('give issues without a confidence another default, on all boards that have none of their own', async () => {
    await app.value('saveSiteSettings', { revision: 0, defaultConfidence: 50 }, 'ada');
    const { items, defaults } = await planner();
    expect(defaults.confidence).toBe(50);
    // WEB-27, 10 h at 50 %: 5–20 h.
    expect(items[1]).toMatchObject({ key: 'WEB-27', confidenceSource: 'default', optimistic: 5, pessimistic: 20 });
    await app.value('saveBoardSettings', { boardId: 1, revision: 0, defaultConfidence: 90 });
    expect((await planner()).defaults.confidence).toBe(90);
    await app.value('saveBoardSettings', { boardId: 1, revision: 1, defaultConfidence: null });
    expect((await planner()).defaults.confidence).toBe(50);
  });

  it('give issues without an estimate one, which is marked, and take it away again', async () => {
    const { unestimated } = await planner();
    expect(unestimated).toEqual(['WEB-32']);
    await app.value('saveSiteSettings', { revision: 0, defaultEstimateHours: 6 }, 'ada');
    const withDefault = await planner();
    expect(withDefault.unestimated).toEqual([]);
    expect(withDefault.items.find(({ key }) => key === 'WEB-32')).toMatchObject({ hours: 6, hoursSource: 'default' });
    // 95.5 + 6.
    expect(withDefault.totals.all.original).toBeCloseTo(101.5, 10);
    const off = await app.value('saveSiteSettings', { revision: 1, defaultEstimateHours: null }, 'ada');
    expect(off).toMatchObject({ revision: 2, defaultEstimateHours: null });
    expect((await planner()).unestimated).toEqual(['WEB-32']);
  });

  it('name the steps for boards that have not named their own', async () => {
    const steps = [
      { percent: 30, name: 'Guess' },
      { percent: 95, name: 'Done it before' },
    ];
    await app.value('saveSiteSettings', { revision: 0, steps }, 'ada');
    expect((await planner()).settings.steps).toEqual(steps);
  });

  it('say how lines are drawn where a plan does not', async () => {
    await app.value('savePlan', { ...next, revision: 0, capacityHours: 60 });
    expect((await planner()).plan.policy).toBe('closest');
    await app.value('saveSiteSettings', { revision: 0, policy: 'atLeast' }, 'ada');
    const { plan: after, ratio } = await planner();
    expect(after.policy).toBe('atLeast');
    expect(ratio).toBeGreaterThanOrEqual(0.8);
  });

  it('are not saved over somebody else’s', async () => {
    await app.value('saveSiteSettings', { revision: 0, defaultConfidence: 60 }, 'ada');
    expect(await app.problem('saveSiteSettings', { revision: 0, policy: 'atLeast' }, 'ada')).toMatchObject({
      code: 'settings.conflict',
    });
    expect((await app.value('openSiteSettings', {}, 'ada')).settings).toMatchObject({
      revision: 1,
      defaultConfidence: 60,
      policy: 'closest',
    });
  });

  it.each([
    [{ defaultConfidence: 0 }, 'Confidence must be'],
    [{ defaultEstimateHours: 0 }, 'An estimate must be'],
    [{ policy: 'boldest' }, 'policy'],
    [{ whoMayPlan: 'everybody' }, 'Who may plan'],
    [{ steps: [] }, 'at least one step'],
  ])('%j is refused with a sentence', async (change, sentence) => {
    const problem = await app.problem('saveSiteSettings', { revision: 0, ...change }, 'ada');
    expect(problem.code).toBe('input.invalid');
    expect(problem.message).toContain(sentence);
  });
});

describe('where only those plan who may manage sprints', () => {
  beforeEach(async () => {
    await app.value('saveSiteSettings', { revision: 0, whoMayPlan: 'sprintManagers' }, 'ada');
  });

  it('somebody who edits issues looks at the plan, and still sets confidences and estimates', async () => {
    expect((await planner('noor')).may).toEqual({ plan: false, edit: true });
    expect((await planner('tomas')).may).toEqual({ plan: true, edit: true });
    expect((await planner('vera')).may).toEqual({ plan: false, edit: false });
    await app.value('setConfidence', { issueId: 'WEB-27', confidence: 40 }, 'noor');
    await app.value('setEstimate', { issueId: 'WEB-27', hours: 12 }, 'noor');
    expect((await planner()).items[1]).toMatchObject({ confidence: 40, hours: 12 });
  });

  it('nobody else saves a plan, applies it, takes it back or changes the board', async () => {
    const revision = await plan(app, next, { count: 5 });
    const preview = await app.value('previewApply', { ...next, revision, below: 'backlog' }, 'tomas');
    const why = 'that takes the permission to manage sprints in the project. Ask a project admin for it.';
    const look = 'You may look at this plan but not';
    const attempts = [
      ['savePlan', { ...next, revision, desired: 50 }, `${look} change it: ${why}`],
      ['previewApply', { ...next, revision, below: 'backlog' }, `${look} apply it: ${why}`],
      ['applyPlan', { ...next, revision, below: 'backlog', seen: seenIn(preview) }, `${look} apply it: ${why}`],
      ['undoApply', next, `${look} apply it: ${why}`],
      [
        'saveBoardSettings',
        { boardId: 1, revision: 0, desired: 50 },
        `You may look at the settings of this board but not change them: ${why}`,
      ],
    ] as const;
    for (const [call, payload, message] of attempts) {
      expect(await app.problem(call, payload, 'noor')).toEqual({ code: 'permission.denied', message });
    }
    expect((await app.value('openBoardSettings', { boardId: 1 }, 'noor')).may).toEqual({ change: false });
    expect((await app.value('openBoardSettings', { boardId: 1 }, 'tomas')).may).toEqual({ change: true });
    expect((await planner()).plan.revision).toBe(revision);
  });

  it('opening asks Jira for both permissions in one call', async () => {
    const { record } = await app.invoke('openPlanner', next, 'noor');
    expect(record.jiraCalls.filter(({ path }) => path.includes('/mypermissions'))).toHaveLength(1);
  });
});
