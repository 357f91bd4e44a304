import { type App, openApp } from '../open-app';

/** Board 1 of the made-up team; sprint 24 comes next and holds WEB-24 … WEB-37 (WEB-25 and WEB-26 are sub-tasks of WEB-24). */
const board = { boardId: 1 };
const sprint = { boardId: 1, sprintId: 24 };

let app: App;
beforeEach(async () => {
  app = await openApp('small');
});

const idOf = (key: string): string => {
  const issue = app.sandbox.site.issues.find((candidate) => candidate.key === key);
  if (issue === undefined) throw new Error(`The site has no ${key}`);
  return issue.id;
};
const keys = (items: readonly { key: string }[]): string[] => items.map(({ key }) => key);

describe('the backlog beside the plan', () => {
  it('is what is in no open sprint and not done, by rank, with its confidences', async () => {
    await app.value('setConfidence', { issueId: idOf('WEB-40'), confidence: 30 });
    const { items, more } = await app.value('openBacklog', board);
    expect(keys(items).slice(0, 4)).toEqual(['WEB-38', 'WEB-39', 'WEB-40', 'WEB-41']);
    expect(items).toHaveLength(20);
    expect(more).toBe(false);
    // 12 h at 30 %: 3.6–40 h.
    expect(items[2]).toMatchObject({ confidence: 30, confidenceSource: 'set', inSprint: false });
    expect(items[2]?.optimistic).toBeCloseTo(3.6, 10);
    expect(items[2]?.pessimistic).toBeCloseTo(40, 10);
  });

  it('costs no more points than it shows issues, whatever it holds', async () => {
    const large = await openApp('large');
    const { body, record } = await large.invoke('openBacklog', { boardId: 1 });
    expect(body).toMatchObject({ value: { more: true } });
    // 1,000 issues, and a point for each of: the list, the board, its configuration.
    expect(record.jiraPoints).toBe(1003);
  });

  it('is read on a thousand at a time, to its end or as far as a plan may go', async () => {
    const large = await openApp('large');
    const second = await large.value('openBacklog', { boardId: 1, most: 2000 });
    expect([second.items.length, second.more]).toEqual([2000, true]);
    const all = await large.value('openBacklog', { boardId: 1, most: 3000 });
    expect([all.items.length, all.more]).toEqual([3000, false]);
    expect(keys(all.items).slice(0, 2000)).toEqual(keys(second.items));
    await expect(large.problem('openBacklog', { boardId: 1, most: 3001 })).resolves.toMatchObject({
      code: 'input.invalid',
    });
  });

  it('is not read for who may not see the board', async () => {
    await expect(app.problem('openBacklog', board, 'outsider')).resolves.toMatchObject({ code: 'board.unknown' });
  });
});

describe('pulling an issue up and dropping one back', () => {
  const pull = async (key: string) => {
    const { plan } = await app.value('openPlanner', sprint);
    const [first = ''] = plan.order;
    return app.value('savePlan', {
      ...sprint,
      revision: plan.revision,
      order: [first, idOf(key), ...plan.order.slice(1)],
      pulled: [idOf(key)],
    });
  };

  it('plans the issue where it was put, in the sums, and leaves Jira as it is', async () => {
    const before = await app.value('openPlanner', sprint);
    const after = await pull('WEB-38');
    expect(keys(after.items).slice(0, 3)).toEqual(['WEB-24', 'WEB-38', 'WEB-27']);
    expect(after.items[1]).toMatchObject({ inSprint: false, hours: 18 });
    expect(after.totals.all.original).toBeCloseTo(before.totals.all.original + 18, 10);
    expect(app.sandbox.site.issues.find(({ key }) => key === 'WEB-38')?.sprintId).toBeNull();
    const again = await app.value('openPlanner', sprint);
    expect(keys(again.items)).toEqual(keys(after.items));
  });

  it('takes a dropped issue out of the plan and its sums, and says so until it has left the sprint', async () => {
    const { plan } = await app.value('openPlanner', sprint);
    const dropped = idOf('WEB-27');
    const after = await app.value('savePlan', {
      ...sprint,
      revision: plan.revision,
      order: plan.order.filter((id) => id !== dropped),
      dropped: [dropped],
    });
    expect(keys(after.items)).not.toContain('WEB-27');
    expect(keys(after.dropped)).toEqual(['WEB-27']);
    // 95.5 h without the 10 h of WEB-27.
    expect(after.totals.all.original).toBeCloseTo(85.5, 10);
    const kept = await app.value('savePlan', { ...sprint, revision: after.plan.revision, desired: 60 });
    expect(keys(kept.dropped)).toEqual(['WEB-27']);
  });

  it('forgets that an issue was pulled once it is in the sprint in Jira', async () => {
    const pulled = await pull('WEB-38');
    const issue = app.sandbox.site.issues.find(({ key }) => key === 'WEB-38');
    if (issue !== undefined) issue.sprintId = 24;
    const now = await app.value('openPlanner', sprint);
    expect(keys(now.items)).toEqual(keys(pulled.items));
    expect(now.items.every(({ inSprint }) => inSprint)).toBe(true);
  });

  it('puts nothing into a plan that does not exist or that the user may not see', async () => {
    const { plan } = await app.value('openPlanner', sprint);
    const after = await app.value('savePlan', {
      ...sprint,
      revision: plan.revision,
      order: [...plan.order, '99999'],
      pulled: ['99999'],
    });
    expect(after.plan.order).not.toContain('99999');
  });

  it('shows who saves second what the first one pulled, so that saving again does not drop it', async () => {
    const { plan } = await app.value('openPlanner', sprint);
    const pulled = idOf('WEB-38');
    const change = { ...sprint, revision: plan.revision };
    const answers = await Promise.all([
      app.call('savePlan', { ...change, order: [pulled, ...plan.order], pulled: [pulled] }, 'ada'),
      app.call('savePlan', { ...change, desired: 60 }, 'noor'),
    ]);
    const winner = answers.flatMap((answer) => ('value' in answer ? [answer.value] : []));
    expect(winner).toHaveLength(1);
    for (const answer of answers) {
      if ('problem' in answer) expect(answer.problem.current?.items).toEqual(winner[0]?.items);
    }
  });

  it('leaves what a person may not see in the plan and out of it, as others planned it', async () => {
    const hide = (key: string): void => {
      const issue = app.sandbox.site.issues.find((candidate) => candidate.key === key);
      if (issue !== undefined) issue.restricted = true;
    };
    hide('WEB-30');
    hide('WEB-38');
    const { plan } = await app.value('openPlanner', sprint);
    const [dropped, pulled] = [idOf('WEB-30'), idOf('WEB-38')];
    const order = [...plan.order.filter((id) => id !== dropped), pulled];
    const saved = { ...sprint, revision: plan.revision, order, pulled: [pulled], dropped: [dropped] };
    await app.value('savePlan', saved, 'ada');
    const seen = await app.value('openPlanner', sprint, 'noor');
    expect([...keys(seen.items), ...keys(seen.dropped)].filter((key) => ['WEB-30', 'WEB-38'].includes(key))).toEqual(
      [],
    );
    await app.value('savePlan', { ...sprint, revision: 1, desired: 60, pulled: [], dropped: [] }, 'noor');
    const after = await app.value('openPlanner', sprint, 'ada');
    expect(keys(after.items)).toContain('WEB-38');
    expect(keys(after.dropped)).toEqual(['WEB-30']);
  });

  it.each([
    ['an epic', 'WEB-1'],
    ['a sub-task', 'WEB-25'],
  ])('does not pull in %s', async (_what, key) => {
    const { plan } = await app.value('openPlanner', { ...sprint, sprintId: 23 });
    const asked = { boardId: 1, sprintId: 23, revision: plan.revision };
    const after = await app.value('savePlan', { ...asked, order: [...plan.order, idOf(key)], pulled: [idOf(key)] });
    expect(keys(after.items)).not.toContain(key);
  });

  it('moves sub-tasks with their parent: a dropped parent leaves none of them behind', async () => {
    const { plan } = await app.value('openPlanner', sprint);
    const parent = idOf('WEB-24');
    const after = await app.value('savePlan', {
      ...sprint,
      revision: plan.revision,
      order: plan.order.filter((id) => id !== parent),
      dropped: [parent],
    });
    expect([...keys(after.items), ...keys(after.dropped)].filter((key) => ['WEB-25', 'WEB-26'].includes(key))).toEqual(
      [],
    );
  });
});

describe('sub-tasks', () => {
  const giftWrapping = async () => (await app.value('openPlanner', sprint)).items.find(({ key }) => key === 'WEB-24');

  it('are added up into their parent, whose own estimate then does not count', async () => {
    // 3 h + 6 h; the story's own 16 h stands beside it and counts nowhere.
    expect(await giftWrapping()).toMatchObject({
      hours: 9,
      hoursSource: 'subtasks',
      subtasks: { count: 2, unestimated: 0, hours: 9, ownHours: 16 },
    });
  });

  it('that have no estimate are counted, because their parent then says too little', async () => {
    await app.value('setEstimate', { issueId: idOf('WEB-26'), hours: null });
    expect(await giftWrapping()).toMatchObject({ hours: 3, subtasks: { count: 2, unestimated: 1, hours: 3 } });
  });

  it('do not count when the board counts parents only, and are never rows of their own', async () => {
    const saved = await app.value('saveBoardSettings', { ...board, revision: 0, subtasks: 'parentOnly' });
    expect(saved).toEqual({ revision: 1, subtasks: 'parentOnly', steps: null, drives: 'ratio' });
    expect(await giftWrapping()).toMatchObject({ hours: 16, hoursSource: 'set' });
    expect(keys((await app.value('openPlanner', sprint)).items)).not.toContain('WEB-25');
  });
});

describe('what a board has chosen', () => {
  const steps = [
    { percent: 95, name: 'did it before' },
    { percent: 40, name: 'never seen' },
  ];

  it('has words of its own for confidence, and can go back to those of PlanPrism', async () => {
    const own = await app.value('saveBoardSettings', { ...board, revision: 0, steps });
    expect(own.steps).toEqual(steps);
    expect((await app.value('openPlanner', sprint)).settings).toEqual(own);
    const back = await app.value('saveBoardSettings', { ...board, revision: 1, steps: null });
    expect(back).toEqual({ revision: 2, subtasks: 'rollUp', steps: null, drives: 'ratio' });
  });

  it('is not overwritten by who has not seen the newest', async () => {
    await app.value('saveBoardSettings', { ...board, revision: 0, steps });
    await expect(
      app.problem('saveBoardSettings', { ...board, revision: 0, subtasks: 'parentOnly' }),
    ).resolves.toMatchObject({
      code: 'settings.conflict',
    });
    expect((await app.value('openPlanner', sprint)).settings).toMatchObject({ revision: 1, subtasks: 'rollUp' });
  });

  it('is changed only by who may edit the issues of its project', async () => {
    await expect(app.problem('saveBoardSettings', { ...board, revision: 0, steps }, 'vera')).resolves.toMatchObject({
      code: 'permission.denied',
    });
  });

  it('is changed on a board of a person’s own only by who may edit what it shows', async () => {
    const odd = await openApp('odd');
    const own = { boardId: 4, revision: 0, subtasks: 'parentOnly' as const };
    await expect(odd.value('saveBoardSettings', own, 'ada')).resolves.toMatchObject({ revision: 1 });
    const { record } = await odd.invoke('saveBoardSettings', { ...own, revision: 1 }, 'ada');
    const asked = record.jiraCalls.filter(({ path }) => path.includes('mypermissions'));
    expect(asked.map(({ path }) => path)).toEqual([expect.stringMatching(/issueId=\d+/)]);
  });

  it.each([
    [[], 'There must be at least one step.'],
    [[{ percent: 50, name: ' ' }], 'Each step needs a name.'],
    [[{ percent: 0, name: 'none' }], 'Confidence must be a whole number from 1 to 100 (percent).'],
    [
      [
        { percent: 50, name: 'one' },
        { percent: 50, name: 'two' },
      ],
      'Two steps have the same percentage.',
    ],
  ])('refuses steps that say nothing: %j', async (bad, sentence) => {
    await expect(app.problem('saveBoardSettings', { ...board, revision: 0, steps: bad })).resolves.toEqual({
      code: 'input.invalid',
      message: sentence,
    });
  });
});

describe('taking an estimate away', () => {
  it('leaves the issue without one', async () => {
    const issueId = idOf('WEB-27');
    await expect(app.value('setEstimate', { issueId, hours: null, seen: 10 })).resolves.toMatchObject({ hours: null });
    const { unestimated } = await app.value('openPlanner', { ...sprint, changedIssues: [issueId] });
    expect(unestimated).toContain('WEB-27');
  });
});
