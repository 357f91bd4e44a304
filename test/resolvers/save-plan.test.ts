import { csvSite, devlakeSite, openApp } from '../open-app';

const place = { boardId: 1, sprintId: 978 };

describe('saving a plan', () => {
  it('draws the line and gives the confidence that the formulas give by hand', async () => {
    const app = await openApp(csvSite);
    const planner = await app.value('savePlan', {
      ...place,
      revision: 0,
      capacityHours: 100,
      policy: 'atLeast',
      desired: 80,
    });
    // By hand, from the answer's own issues: the longest list whose (K − Σopt) ÷ (Σpes − Σopt) is at least 0.8.
    let [optimistic, pessimistic, count] = [0, 0, 0];
    for (const { hours } of planner.items) {
      optimistic += (hours ?? 0) * 0.8;
      pessimistic += (hours ?? 0) / 0.8;
      if (100 < pessimistic && (100 - optimistic) / (pessimistic - optimistic) < 0.8) break;
      count += 1;
    }
    expect(count).toBeGreaterThan(10);
    expect(planner.plan.cutline).toEqual({ mode: 'auto', count });
    expect(planner.items.filter(({ aboveLine }) => aboveLine)).toHaveLength(count);
    expect(planner.items.slice(0, count).every(({ aboveLine }) => aboveLine)).toBe(true);
    const { above } = planner.totals;
    expect(planner.ratio).toBeCloseTo(
      Math.min(1, (100 - above.optimistic) / (above.pessimistic - above.optimistic)),
      9,
    );
    expect(planner.capacity).toEqual({ hours: 100, source: 'sprint', reason: null, from: null });
  });

  it('puts the line where the confidence comes closest to the desired one, which is the method’s own rule', async () => {
    const app = await openApp(csvSite);
    const planner = await app.value('savePlan', { ...place, revision: 0, capacityHours: 100, desired: 60 });
    // By hand, from the answer's own issues: the distance to 0.6 at every place; a tie would go to the safer, longest one.
    const ratios = [1];
    let [optimistic, pessimistic] = [0, 0];
    for (const { hours } of planner.items) {
      optimistic += (hours ?? 0) * 0.8;
      pessimistic += (hours ?? 0) / 0.8;
      ratios.push(100 >= pessimistic ? 1 : 100 <= optimistic ? 0 : (100 - optimistic) / (pessimistic - optimistic));
    }
    const least = Math.min(...ratios.map((ratio) => Math.abs(ratio - 0.6)));
    const count = ratios.findLastIndex((ratio) => Math.abs(ratio - 0.6) <= least + 1e-9);
    expect(count).toBeGreaterThan(10);
    expect(planner.plan).toMatchObject({ policy: 'closest', cutline: { mode: 'auto', count } });
    expect(planner.ratio).toBeCloseTo(ratios[count] ?? -1, 9);
  });

  it('gives the recorded DevLake sprint a confidence and a line', async () => {
    const app = await openApp(devlakeSite);
    const devlake = { boardId: 8, sprintId: 7 };
    const all = await app.value('savePlan', {
      ...devlake,
      revision: 0,
      capacityHours: 200,
      policy: 'atLeast',
      desired: 80,
    });
    // All 15 issues have 169 h: 135.2–211.25 h. (200 − 135.2) ÷ (211.25 − 135.2) = 64.8 ÷ 76.05 = 0.85207.
    expect(all.plan.cutline).toEqual({ mode: 'auto', count: 15 });
    expect(all.ratio).toBeCloseTo(0.85207, 5);
    const less = await app.value('savePlan', { ...devlake, revision: 1, capacityHours: 30 });
    // EE-1 21 h: 16.8–26.25 h, fits. With EE-2 14 h: 28–43.75 h, and (30 − 28) ÷ 15.75 = 0.127.
    expect(less.plan.cutline).toEqual({ mode: 'auto', count: 1 });
    expect(less.ratio).toBe(1);
  });

  it('is there when the planner is opened again', async () => {
    const app = await openApp(csvSite);
    const { items } = await app.value('openPlanner', place);
    const reversed = items.map(({ issueId }) => issueId).reverse();
    await app.value('savePlan', {
      ...place,
      revision: 0,
      order: reversed,
      desired: 65,
      capacityHours: 120,
      cutline: { mode: 'manual', count: 7 },
    });
    const again = await app.value('openPlanner', place);
    expect(again.plan).toEqual({
      revision: 1,
      order: reversed,
      cutline: { mode: 'manual', count: 7 },
      desired: 65,
      policy: 'closest',
    });
    expect(again.items[7]?.aboveLine).toBe(false);
    expect(again.items[6]?.aboveLine).toBe(true);
    expect(again.capacity.hours).toBe(120);
  });

  it('leaves a manual line below its issue when others are moved above it', async () => {
    const app = await openApp(csvSite);
    const first = await app.value('savePlan', { ...place, revision: 0, cutline: { mode: 'manual', count: 3 } });
    const below = first.plan.order[2];
    const last = first.plan.order[53];
    if (below === undefined || last === undefined) throw new Error('the sprint is too short');
    const moved = await app.value('savePlan', {
      ...place,
      revision: 1,
      order: [last, ...first.plan.order.filter((id) => id !== last)],
    });
    expect(moved.plan.cutline).toEqual({ mode: 'manual', count: 4 });
    expect(moved.plan.order[3]).toBe(below);
  });

  it('puts a manual line below the issue that it was dropped under, also when Jira has ranked others above it since', async () => {
    const app = await openApp(csvSite);
    const { plan } = await app.value('openPlanner', place);
    const [first = '', second = '', third = ''] = plan.order;
    const planner = await app.value('savePlan', {
      ...place,
      revision: 0,
      cutline: { mode: 'manual', below: [second, first] },
    });
    expect(planner.plan.cutline).toEqual({ mode: 'manual', count: 2 });
    const gone = await app.value('savePlan', {
      ...place,
      revision: 1,
      cutline: { mode: 'manual', below: ['999999', third] },
    });
    expect(gone.plan.cutline).toEqual({ mode: 'manual', count: 3 });
    const above = await app.value('savePlan', { ...place, revision: 2, cutline: { mode: 'manual', below: [] } });
    expect(above.plan.cutline).toEqual({ mode: 'manual', count: 0 });
  });

  it('goes back to auto when it is asked to', async () => {
    const app = await openApp(csvSite);
    await app.value('savePlan', { ...place, revision: 0, capacityHours: 100, cutline: { mode: 'manual', count: 3 } });
    const auto = await app.value('savePlan', { ...place, revision: 1, cutline: { mode: 'auto' } });
    expect(auto.plan.cutline.mode).toBe('auto');
    expect(auto.plan.cutline.count).toBeGreaterThan(10);
  });
});

describe('two people saving the same plan', () => {
  it('tells the second one, shows them the newer plan and stores nothing of theirs over it', async () => {
    const app = await openApp(csvSite);
    await app.value('savePlan', { ...place, revision: 0, capacityHours: 100 }, 'dev-26');
    const problem = await app.problem('savePlan', { ...place, revision: 0, desired: 50 }, 'dev-13');
    expect(problem.code).toBe('plan.conflict');
    expect(problem.current).toMatchObject({ plan: { revision: 1, desired: 80 }, capacity: { hours: 100 } });
    const saved = await app.value('savePlan', { ...place, revision: 1, desired: 50 }, 'dev-13');
    expect(saved).toMatchObject({ plan: { revision: 2, desired: 50 }, capacity: { hours: 100 } });
  });

  it('lets exactly one of them through when they save at the same moment', async () => {
    const app = await openApp(csvSite);
    const answers = await Promise.all(
      [60, 61, 62, 63, 64].map((desired) => app.call('savePlan', { ...place, revision: 0, desired }, 'dev-26')),
    );
    const saved = answers.flatMap((answer) => ('value' in answer ? [answer.value.plan.desired] : []));
    expect(saved).toHaveLength(1);
    expect(answers.flatMap((answer) => ('problem' in answer ? [answer.problem.code] : []))).toEqual(
      Array(4).fill('plan.conflict'),
    );
    expect((await app.value('openPlanner', place)).plan).toMatchObject({ revision: 1, desired: saved[0] });
  });
});

describe('a plan that may not be saved', () => {
  it.each([
    [{ capacityHours: -1 }, 'Capacity must be'],
    [{ capacityHours: 'many' }, 'Capacity must be'],
    [{ desired: 101 }, 'Desired confidence'],
    [{ desired: 79.5 }, 'Desired confidence'],
    [{ policy: 'boldest' }, 'policy'],
    [{ cutline: { mode: 'manual' } }, 'manual cutline'],
    [{ cutline: { mode: 'manual', count: 55 } }, 'the sprint has 54'],
    [{ cutline: { mode: 'manual', count: -1 } }, '0 or more'],
    [{ order: ['17950', '17950'] }, 'twice'],
    [{ order: ['1'] }, 'None of the issues'],
    [{ order: 'all' }, 'list of issue ids'],
    [{ revision: -1, desired: 50 }, 'revision'],
  ])('%j is refused with a sentence and changes nothing', async (change, sentence) => {
    const app = await openApp(csvSite);
    const problem = await app.problem('savePlan', { ...place, revision: 0, ...change });
    expect(problem.code).toBe('input.invalid');
    expect(problem.message).toContain(sentence);
    expect((await app.value('openPlanner', place)).plan.revision).toBe(0);
  });

  it('is refused for somebody who may only look, and for somebody who may not even do that', async () => {
    const app = await openApp();
    const { sprint } = await app.value('openPlanner', { boardId: 1 }, 'vera');
    const change = { boardId: 1, sprintId: sprint.id, revision: 0, desired: 50 };
    expect(await app.problem('savePlan', change, 'vera')).toMatchObject({ code: 'permission.denied' });
    expect(await app.problem('savePlan', change, 'outsider')).toMatchObject({ code: 'board.unknown' });
    const after = await app.value('openPlanner', { boardId: 1 }, 'vera');
    expect(after.plan.revision).toBe(0);
    expect(after.may).toEqual({ plan: false, edit: false });
  });

  it('is refused for a sprint of another board', async () => {
    const app = await openApp(csvSite);
    expect(await app.problem('savePlan', { boardId: 1, sprintId: 4711, revision: 0 })).toMatchObject({
      code: 'sprint.unknown',
    });
  });
});
