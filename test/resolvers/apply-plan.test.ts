import { openApp } from '../open-app';
import {
  backlogOf,
  changesIn,
  current,
  inJira,
  issueOf,
  keys,
  many,
  next,
  openFull,
  plan,
  planWishes,
  previewAndApply,
  seenIn,
  web,
  wishes,
} from './applying';

// Every test plans and applies, and a busy machine takes its time.
jest.setTimeout(30_000);

afterEach(() => {
  jest.restoreAllMocks();
});

describe('applying a plan to Jira', () => {
  it('does exactly what the preview said: issues in, issues out, and the order of the plan', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    const before = inJira(app, 24);
    const { preview, report } = await previewAndApply(app, next, revision);
    expect(keys(preview.in)).toEqual(['WEB-40', 'WEB-38']);
    expect(keys(preview.out)).toEqual(
      [27, 29, 30, 31, 32, 33, 34, 35, 36, 37].map((number) => `WEB-${String(number)}`),
    );
    expect(keys(preview.ranked)).toEqual(['WEB-28']);
    expect(preview).toMatchObject({ revision, below: 'backlog', nextSprint: null, staying: [] });
    expect(report).toEqual({ in: preview.in, out: preview.out, ranked: preview.ranked, refused: [], left: 0 });

    expect(inJira(app, 24)).toEqual(wishes.order);
    const backlog = inJira(app, null);
    expect(before.filter((id) => id !== web(24) && id !== web(28)).every((id) => backlog.includes(id))).toBe(true);
    const planner = await app.value('openPlanner', next);
    expect(planner.items.map(({ issueId }) => issueId)).toEqual(wishes.order);
    expect(planner.applied).toMatchObject({ by: 'ada', in: 2, out: 10 });
  });

  it('does not change anything while it is only looked at', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    const before = structuredClone(app.sandbox.site);
    await app.value('previewApply', { ...next, revision, below: 'backlog' });
    expect(app.sandbox.site).toEqual(before);
    expect((await app.value('openPlanner', next)).applied).toBeNull();
  });

  it('sends what is below the line to the next sprint when asked, and dropped issues to the backlog all the same', async () => {
    const app = await openApp();
    // Of the current sprint WEB-16 to WEB-19 are done; WEB-23 is dropped, WEB-22 is below the line.
    const order = [web(20), web(21), web(22), web(16), web(17), web(18), web(19)];
    const revision = await plan(app, current, { order, dropped: [web(23)], count: 2 });
    const { preview, report } = await previewAndApply(app, current, revision, 'nextSprint');
    expect(preview.nextSprint).toEqual({ id: 24, name: 'Sprint 24' });
    expect(preview.out.map(({ key, to }) => `${key} ${to}`)).toEqual(['WEB-22 nextSprint', 'WEB-23 backlog']);
    expect(preview.staying.map(({ key, code }) => `${key} ${code}`)).toEqual(
      [16, 17, 18, 19].map((number) => `WEB-${String(number)} done`),
    );
    expect(report).toMatchObject({ refused: [], left: 0 });
    expect(issueOf(app, web(22)).sprintId).toBe(24);
    expect(issueOf(app, web(23)).sprintId).toBeNull();
    expect(inJira(app, 23)).toEqual(order.filter((id) => id !== web(22)));
  });

  it('is refused where there is no next sprint, and for a sprint that is closed', async () => {
    const app = await openApp();
    expect(await app.problem('previewApply', { ...next, revision: 0, below: 'nextSprint' })).toMatchObject({
      code: 'apply.no-next-sprint',
    });
    expect(
      await app.problem('previewApply', { boardId: 1, sprintId: 21, revision: 0, below: 'backlog' }),
    ).toMatchObject({
      code: 'apply.closed',
    });
  });

  it('has nothing to do, and asks Jira for nothing, when Jira is as planned', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    await previewAndApply(app, next, revision);
    const calls = changesIn(app, '/agile/').length;
    const { revision: now } = (await app.value('openPlanner', next)).plan;
    const { preview, report } = await previewAndApply(app, next, now);
    expect(preview).toMatchObject({ in: [], out: [], ranked: [] });
    expect(report).toEqual({ in: [], out: [], ranked: [], refused: [], left: 0 });
    expect(changesIn(app, '/agile/')).toHaveLength(calls);
    expect((await app.value('openPlanner', next)).applied).toMatchObject({ in: 2, out: 10 });
  });

  it('leaves in another sprint what somebody has put there since it was planned', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    issueOf(app, web(38)).sprintId = 23;
    const { preview } = await previewAndApply(app, next, revision);
    expect(keys(preview.in)).toEqual(['WEB-40']);
    expect(preview.staying).toMatchObject([{ key: 'WEB-38', code: 'elsewhere' }]);
    expect(issueOf(app, web(38)).sprintId).toBe(23);
  });

  it('does nothing when more would move than was seen, and shows what would move now', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    const preview = await app.value('previewApply', { ...next, revision, below: 'backlog' });
    // Meanwhile somebody puts one more issue into the sprint, at its end: below the line.
    issueOf(app, web(57)).sprintId = 24;
    const before = structuredClone(app.sandbox.site.issues);
    const answer = await app.invoke('applyPlan', { ...next, revision, below: 'backlog', seen: seenIn(preview) });
    expect(answer.body).toMatchObject({
      problem: {
        code: 'apply.changed',
        preview: { out: expect.arrayContaining([expect.objectContaining({ key: 'WEB-57' })]) },
      },
    });
    expect(app.sandbox.site.issues).toEqual(before);
    expect((await app.value('openPlanner', next)).applied).toBeNull();
  });

  it('does nothing when somebody else has saved the plan meanwhile, and shows theirs', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    const preview = await app.value('previewApply', { ...next, revision, below: 'backlog' });
    await app.value('savePlan', { ...next, revision, desired: 55 }, 'noor');
    const problem = await app.problem('applyPlan', { ...next, revision, below: 'backlog', seen: seenIn(preview) });
    expect(problem).toMatchObject({ code: 'plan.conflict', current: { plan: { desired: 55 } } });
    expect(await app.problem('previewApply', { ...next, revision, below: 'backlog' })).toMatchObject({
      code: 'plan.conflict',
    });
    expect(changesIn(app, '/agile/')).toEqual([]);
  });

  it('is refused for somebody who may only look, before Jira is asked to move anything', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    const asked = { ...next, revision, below: 'backlog' as const };
    expect(await app.problem('previewApply', asked, 'vera')).toMatchObject({ code: 'permission.denied' });
    expect(await app.problem('applyPlan', { ...asked, seen: { in: [], out: [] } }, 'vera')).toMatchObject({
      code: 'permission.denied',
    });
    expect(await app.problem('undoApply', next, 'vera')).toMatchObject({ code: 'permission.denied' });
    expect(await app.problem('applyPlan', { ...asked, seen: { in: [], out: [] } }, 'outsider')).toMatchObject({
      code: 'board.unknown',
    });
    expect(changesIn(app, '/agile/')).toEqual([]);
  });
});

describe('a Jira that does not take everything', () => {
  it('moves all but the one issue that it refuses, and says why', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    app.sandbox.conditions.faults.push({
      operation: 'moveIssuesToBacklog',
      issue: web(31),
      status: 403,
      times: null,
    });
    const { preview, report } = await previewAndApply(app, next, revision);
    expect(report.refused).toMatchObject([
      { key: 'WEB-31', code: 'permission.denied', why: expect.stringMatching(/\S/) },
    ]);
    expect(keys(report.out)).toEqual(keys(preview.out).filter((key) => key !== 'WEB-31'));
    expect(report.left).toBe(0);
    expect(issueOf(app, web(31)).sprintId).toBe(24);
    expect((await app.value('openPlanner', next)).applied).toMatchObject({ in: 2, out: 9 });
    // Pressing again when it is allowed does the rest, and the whole can still be taken back.
    app.sandbox.conditions.faults.length = 0;
    expect(keys((await previewAndApply(app, next, revision)).report.out)).toEqual(['WEB-31']);
    expect((await app.value('openPlanner', next)).applied).toMatchObject({ in: 2, out: 10 });
  });

  it('does not rank what it did not move, and reports what it did not rank', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    app.sandbox.conditions.faults.push(
      { operation: 'moveIssuesToSprintAndRank', issue: web(40), status: 400, times: null },
      { operation: 'rankIssues', issue: web(28), status: 403, times: null },
    );
    const { report } = await previewAndApply(app, next, revision);
    expect(report.refused.map(({ key, code }) => `${key} ${code}`)).toEqual([
      'WEB-40 input.invalid',
      'WEB-28 permission.denied',
    ]);
    expect(keys(report.in)).toEqual(['WEB-38']);
    expect(report).toMatchObject({ ranked: [], left: 0 });
    expect(issueOf(app, web(40)).sprintId).toBeNull();
    expect(inJira(app, 24)).toEqual([web(38), web(24), web(28)]);
  });

  it('reports the issues that a ranking answers 207 for, and only these', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    const { jira } = app.sandbox;
    const serve = jira.serve;
    jira.serve = (request, actor) =>
      request.path.endsWith('/issue/rank')
        ? {
            ...serve(request, actor),
            status: 207,
            body: {
              entries: [
                { issueId: 10_040, issueKey: 'WEB-40', status: 200 },
                { issueId: 10_038, issueKey: 'WEB-38', status: 503, errors: ['Please try again later.'] },
              ],
            },
          }
        : serve(request, actor);
    const { report } = await previewAndApply(app, next, revision);
    expect(report.refused).toEqual([
      expect.objectContaining({ key: 'WEB-38', code: 'jira.failed', why: 'Please try again later.' }),
      // The answer says nothing of WEB-28: nobody may take it for done.
      expect.objectContaining({ key: 'WEB-28', code: 'jira.failed', why: 'Jira did not rank this issue. Try again.' }),
    ]);
    expect(report).toMatchObject({ ranked: [], left: 0 });
    expect(keys(report.in)).toEqual(['WEB-40', 'WEB-38']);
  });

  it('that is down from the first move on changes nothing, and says so', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    const before = structuredClone(app.sandbox.site.issues);
    const preview = await app.value('previewApply', { ...next, revision, below: 'backlog' });
    app.sandbox.conditions.faults.push({ operation: 'moveIssuesToSprintAndRank', status: 501, times: null });
    const asked = { ...next, revision, below: 'backlog' as const, seen: seenIn(preview) };
    expect(await app.problem('applyPlan', asked)).toMatchObject({ code: 'jira.failed' });
    expect(app.sandbox.site.issues).toEqual(before);
    app.sandbox.conditions.faults.length = 0;
    expect(await app.value('applyPlan', asked)).toMatchObject({ refused: [], left: 0 });
    expect(inJira(app, 24)).toEqual(wishes.order);
  });

  it('that goes down in the middle reports what is done and what is not; pressing again does the rest', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    const before = inJira(app, 24);
    const preview = await app.value('previewApply', { ...next, revision, below: 'backlog' });
    app.sandbox.conditions.faults.push({ operation: 'moveIssuesToBacklog', status: 501, times: null });
    const asked = { ...next, revision, below: 'backlog' as const, seen: seenIn(preview) };
    const first = await app.value('applyPlan', asked);
    expect(keys(first.in)).toEqual(['WEB-40', 'WEB-38']);
    expect(first).toMatchObject({ out: [], ranked: [] });
    expect(keys(first.refused)).toEqual(keys(preview.out));
    expect(first.refused[0]).toMatchObject({ code: 'jira.failed', why: expect.stringContaining('Jira') });
    // WEB-40, WEB-38 and WEB-28 are still to be ranked.
    expect(first.left).toBe(3);
    app.sandbox.conditions.faults.length = 0;
    const second = await app.value('applyPlan', asked);
    expect(second).toMatchObject({ in: [], refused: [], left: 0 });
    expect(keys(second.out)).toEqual(keys(preview.out));
    expect(inJira(app, 24)).toEqual(wishes.order);
    // The first press is not forgotten: all of it is taken back.
    await app.value('undoApply', next);
    expect(inJira(app, 24)).toEqual(before);
  });
});

describe('taking an apply back', () => {
  it('leaves the sprint and the backlog as they were, in their order', async () => {
    const app = await openApp();
    const before = { sprint: inJira(app, 24), backlog: inJira(app, null) };
    const revision = await planWishes(app);
    await previewAndApply(app, next, revision);
    const report = await app.value('undoApply', next);
    expect(keys(report.in)).toEqual([27, 29, 30, 31, 32, 33, 34, 35, 36, 37].map((number) => `WEB-${String(number)}`));
    expect(report.out.map(({ key, to }) => `${key} ${to}`)).toEqual(['WEB-38 backlog', 'WEB-40 backlog']);
    expect(report).toMatchObject({ refused: [], left: 0 });
    expect(inJira(app, 24)).toEqual(before.sprint);
    expect(inJira(app, null)).toEqual(before.backlog);
    expect((await app.value('openPlanner', next)).applied).toBeNull();
    expect(await app.problem('undoApply', next)).toMatchObject({ code: 'apply.nothing-to-undo' });
  });

  it('puts the last issues of the backlog back to its end', async () => {
    const app = await openApp();
    const before = inJira(app, null);
    const pulled = [web(56), web(57), web(55)];
    const revision = await plan(app, next, { order: [...pulled, ...inJira(app, 24)], pulled, count: 15 });
    const { preview } = await previewAndApply(app, next, revision);
    expect(keys(preview.in)).toEqual(['WEB-56', 'WEB-57', 'WEB-55']);
    await app.value('undoApply', next);
    expect(inJira(app, null)).toEqual(before);
  });

  it('leaves alone what somebody has moved back already, what was not applied, and what is done by now', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    await previewAndApply(app, next, revision);
    issueOf(app, web(27)).sprintId = 24;
    issueOf(app, web(38)).sprintId = null;
    issueOf(app, web(45)).sprintId = 24;
    const { transitions } = await app.value('readTransitions', { issueId: web(40) });
    const statusId = transitions.find(({ name }) => name === 'Done')?.to.id ?? '';
    await app.value('changeStatus', { issueId: web(40), statusId });
    const report = await app.value('undoApply', next);
    expect(keys(report.in)).not.toContain('WEB-27');
    expect(report.out).toEqual([]);
    expect(report.refused).toMatchObject([{ key: 'WEB-40', code: 'done' }]);
    expect(issueOf(app, web(45)).sprintId).toBe(24);
    expect(issueOf(app, web(38)).sprintId).toBeNull();
    expect(inJira(app, 24).filter((id) => id !== web(40) && id !== web(45))).toEqual(
      [24, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37].map(web),
    );
    expect((await app.value('openPlanner', next)).applied).toBeNull();
  });

  it('says which issue is not there, and keeps only that one', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    await previewAndApply(app, next, revision);
    const { issues } = app.sandbox.site;
    issues.splice(issues.indexOf(issueOf(app, web(31))), 1);
    const report = await app.value('undoApply', next);
    expect(report.refused).toMatchObject([{ issueId: web(31), code: 'gone' }]);
    expect(report.in).toHaveLength(9);
    expect((await app.value('openPlanner', next)).applied).toMatchObject({ in: 0, out: 1 });
  });

  it('keeps what it could not take back, and goes on with it the next time', async () => {
    const app = await openApp();
    const before = { sprint: inJira(app, 24), backlog: inJira(app, null) };
    const revision = await planWishes(app);
    await previewAndApply(app, next, revision);
    app.sandbox.conditions.faults.push({
      operation: 'moveIssuesToSprintAndRank',
      issue: web(31),
      status: 403,
      times: null,
    });
    const report = await app.value('undoApply', next);
    expect(keys(report.refused)).toEqual(['WEB-31']);
    expect((await app.value('openPlanner', next)).applied).not.toBeNull();
    app.sandbox.conditions.faults.length = 0;
    expect(await app.value('undoApply', next)).toMatchObject({ in: [{ key: 'WEB-31' }], refused: [], left: 0 });
    expect(inJira(app, 24)).toEqual(before.sprint);
    expect(inJira(app, null)).toEqual(before.backlog);
  });

  it('is about the last apply only, when another plan was applied after it', async () => {
    const app = await openApp();
    await previewAndApply(app, next, await planWishes(app));
    const between = inJira(app, 24);
    const revision = await plan(app, next, { order: wishes.order, count: 1 });
    const { preview } = await previewAndApply(app, next, revision);
    expect(preview.out).toHaveLength(3);
    await app.value('undoApply', next);
    expect(inJira(app, 24)).toEqual(between);
  });
});

describe('a sprint of more than a hundred issues', () => {
  const pulled = many;

  it('is filled with calls of at most 50, and emptied again', async () => {
    const app = await openFull();
    const backlog = await backlogOf(app);
    const revision = await plan(app, next, { order: pulled, pulled, count: 120 });
    const { preview, report } = await previewAndApply(app, next, revision);
    expect(preview.in.map(({ issueId }) => issueId)).toEqual(pulled);
    expect(report).toMatchObject({ refused: [], left: 0 });
    expect(report.in).toHaveLength(120);
    expect(inJira(app, 24)).toEqual(pulled);
    // 50 + 50 + 20 moved; the first stays and 119 are ranked behind it: 19, 50 and 50.
    expect(changesIn(app, '/sprint/24/issue')).toHaveLength(3);
    expect(changesIn(app, '/issue/rank')).toHaveLength(3);
    await app.value('undoApply', next);
    expect(inJira(app, 24)).toEqual([]);
    expect(await backlogOf(app)).toEqual(backlog);
  });

  it('that takes too long is left where it is when the time is up, and finished by pressing again', async () => {
    const app = await openFull();
    const backlog = await backlogOf(app);
    const revision = await plan(app, next, { order: pulled, pulled, count: 120 });
    const preview = await app.value('previewApply', { ...next, revision, below: 'backlog' });
    const asked = { ...next, revision, below: 'backlog' as const, seen: seenIn(preview) };
    const { jira } = app.sandbox;
    const serve = jira.serve;
    let minutesLate = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => 1_000_000 + minutesLate * 60_000);
    jira.serve = (request, actor) => {
      // Each move takes so long that no other is begun.
      if (request.method === 'POST' && request.path.includes('/sprint/')) minutesLate += 1;
      return serve(request, actor);
    };
    const first = await app.value('applyPlan', asked);
    expect(first.in).toHaveLength(50);
    // 70 to be moved, and all 120 but the first to be ranked.
    expect(first).toMatchObject({ ranked: [], refused: [], left: 119 });
    const changedIssues = first.in.map(({ issueId }) => issueId);
    const second = await app.value('applyPlan', { ...asked, changedIssues });
    expect(second.in).toHaveLength(50);
    jest.restoreAllMocks();
    jira.serve = serve;
    const third = await app.value('applyPlan', asked);
    expect(third).toMatchObject({ refused: [], left: 0 });
    expect(third.in).toHaveLength(20);
    expect(inJira(app, 24)).toEqual(pulled);
    expect((await app.value('openPlanner', next)).applied).toMatchObject({ in: 120, out: 0 });
    await app.value('undoApply', next);
    expect(await backlogOf(app)).toEqual(backlog);
  });

  it('can be emptied again in several goes, and the backlog is in its old order all the same', async () => {
    const app = await openFull();
    const backlog = await backlogOf(app);
    await previewAndApply(app, next, await plan(app, next, { order: pulled, pulled, count: 120 }));
    const { jira } = app.sandbox;
    const serve = jira.serve;
    let minutesLate = 0;
    jest.spyOn(Date, 'now').mockImplementation(() => 1_000_000 + minutesLate * 60_000);
    jira.serve = (request, actor) => {
      // One change a go, and no more.
      if (request.method !== 'GET' && request.path.includes('/agile/')) minutesLate += 1;
      return serve(request, actor);
    };
    const first = await app.value('undoApply', next);
    expect(first).toMatchObject({ in: [], out: [], refused: [], left: 120 });
    jira.serve = (request, actor) => {
      if (request.method === 'POST' && request.path.includes('/agile/')) minutesLate += 1;
      return serve(request, actor);
    };
    const lefts = [];
    for (let go = 0; go < 3; go += 1) lefts.push((await app.value('undoApply', next)).left);
    expect(lefts).toEqual([70, 20, 0]);
    jest.restoreAllMocks();
    expect(inJira(app, 24)).toEqual([]);
    expect(await backlogOf(app)).toEqual(backlog);
  });

  it('finds the one issue of 120 that Jira refuses without asking for each', async () => {
    const app = await openFull();
    const revision = await plan(app, next, { order: pulled, pulled, count: 120 });
    app.sandbox.conditions.faults.push({
      operation: 'moveIssuesToSprintAndRank',
      issue: '20070',
      status: 400,
      times: null,
    });
    const { report } = await previewAndApply(app, next, revision);
    expect(keys(report.refused)).toEqual(['WEB-20070']);
    expect(report.in).toHaveLength(119);
    // Three calls, and the halves of one of them: at most 2 × log2(50), rounded up, more.
    expect(changesIn(app, '/sprint/24/issue').length).toBeLessThanOrEqual(3 + 12);
  });
});
