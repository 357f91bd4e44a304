import { type App, openApp } from '../open-app';
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
  slowChanges,
  web,
  wishes,
} from './applying';

jest.setTimeout(30_000);

afterEach(() => {
  jest.restoreAllMocks();
});

const newest = (ids: readonly string[]): string[] => ids.slice(-50);
const appliedTo = async (app: App, place = next) => (await app.value('openPlanner', place)).applied;

/** As the dialog does: again and again, until nothing is left. */
async function undoAll(app: App, changed: readonly string[] = []) {
  const reports = [];
  for (let goes = 0; goes < 10; goes += 1) {
    const report = await app.value('undoApply', { ...next, changedIssues: newest(changed) });
    reports.push(report);
    if (report.left === 0) break;
  }
  return reports;
}

describe('while the issue lists of Jira are behind', () => {
  it('120 issues that were just applied are all taken back', async () => {
    const app = await openFull();
    const backlog = await backlogOf(app);
    const revision = await plan(app, next, { order: many, pulled: many, count: 120 });
    app.sandbox.conditions.listLagMilliseconds = 5000;
    await previewAndApply(app, next, revision);
    const [report] = await undoAll(app, many);
    expect(report).toMatchObject({ refused: [], left: 0 });
    expect(report?.out).toHaveLength(120);
    app.sandbox.conditions.listLagMilliseconds = 0;
    expect(inJira(app, 24)).toEqual([]);
    expect(await backlogOf(app)).toEqual(backlog);
    expect(await appliedTo(app)).toBeNull();
  });

  it('what was ranked a moment ago gets its old rank back', async () => {
    const app = await openFull();
    const { issues } = app.sandbox.site;
    for (const issue of issues) if (many.includes(issue.id)) issue.sprintId = 24;
    const before = inJira(app, 24);
    const revision = await plan(app, next, { order: many, count: 120 });
    app.sandbox.conditions.listLagMilliseconds = 5000;
    await previewAndApply(app, next, revision);
    expect(inJira(app, 24)).toEqual(many);
    await undoAll(app, many);
    expect(inJira(app, 24)).toEqual(before);
  });

  it('an apply that takes several calls comes to its end, and is taken back as one', async () => {
    const app = await openFull();
    const backlog = await backlogOf(app);
    const revision = await plan(app, next, { order: many, pulled: many, count: 120 });
    const preview = await app.value('previewApply', { ...next, revision, below: 'backlog' });
    const asked = { ...next, revision, below: 'backlog' as const, seen: seenIn(preview) };
    app.sandbox.conditions.listLagMilliseconds = 5000;
    const stopSlow = slowChanges(app, (method, path) => method === 'POST' && path.includes('/sprint/'));
    let changed: string[] = [];
    for (let call = 0; call < 3; call += 1) {
      const report = await app.value('applyPlan', { ...asked, changedIssues: newest(changed) });
      changed = [...changed, ...report.in.map(({ issueId }) => issueId)];
    }
    // No issue is moved twice: 50, 50 and 20.
    expect(changed).toEqual(many);
    stopSlow();
    expect(await app.value('applyPlan', { ...asked, changedIssues: newest(changed) })).toMatchObject({
      in: [],
      refused: [],
      left: 0,
    });
    expect(inJira(app, 24)).toEqual(many);
    expect(await appliedTo(app)).toMatchObject({ in: 120, out: 0 });
    await undoAll(app);
    app.sandbox.conditions.listLagMilliseconds = 0;
    expect(await backlogOf(app)).toEqual(backlog);
  });
});

describe('taking back what others have gone on with', () => {
  it('leaves in a third sprint, or done, what was put there since, and is over then', async () => {
    const app = await openApp();
    await previewAndApply(app, next, await planWishes(app));
    issueOf(app, web(27)).sprintId = 23;
    const { transitions } = await app.value('readTransitions', { issueId: web(29) });
    const statusId = transitions.find(({ name }) => name === 'Done')?.to.id ?? '';
    await app.value('changeStatus', { issueId: web(29), statusId });
    const report = await app.value('undoApply', next);
    expect(report.refused.map(({ key, code }) => `${key} ${code}`)).toEqual(['WEB-27 elsewhere', 'WEB-29 done']);
    expect(keys(report.in)).toEqual([30, 31, 32, 33, 34, 35, 36, 37].map((number) => `WEB-${String(number)}`));
    expect(issueOf(app, web(27)).sprintId).toBe(23);
    expect(await appliedTo(app)).toBeNull();
  });

  it('fetches from the next sprint only what is still there', async () => {
    const app = await openApp();
    const order = [web(20), web(21), web(22), web(23), web(16), web(17), web(18), web(19)];
    await previewAndApply(app, current, await plan(app, current, { order, count: 2 }), 'nextSprint');
    expect([web(22), web(23)].map((id) => issueOf(app, id).sprintId)).toEqual([24, 24]);
    issueOf(app, web(23)).sprintId = null;
    const report = await app.value('undoApply', current);
    expect(keys(report.in)).toEqual(['WEB-22']);
    expect(report.refused).toMatchObject([{ key: 'WEB-23', code: 'elsewhere' }]);
    expect(issueOf(app, web(23)).sprintId).toBeNull();
  });

  it('by somebody who sees less leaves the rest to those who see it', async () => {
    const app = await openApp();
    const before = { sprint: inJira(app, 24), backlog: inJira(app, null) };
    await previewAndApply(app, next, await planWishes(app));
    for (const id of [web(31), web(40)]) issueOf(app, id).restricted = true;
    const report = await app.value('undoApply', next, 'noor');
    expect(report.refused.map(({ issueId, key, code }) => `${issueId} ${key} ${code}`)).toEqual([
      `${web(40)} ${web(40)} gone`,
      `${web(31)} ${web(31)} gone`,
    ]);
    expect(report.in).toHaveLength(9);
    expect(await appliedTo(app)).toMatchObject({ in: 1, out: 1 });
    expect(await app.value('undoApply', next)).toMatchObject({
      in: [{ key: 'WEB-31' }],
      out: [{ key: 'WEB-40' }],
      refused: [],
      left: 0,
    });
    expect(inJira(app, 24)).toEqual(before.sprint);
    expect(inJira(app, null)).toEqual(before.backlog);
    expect(await appliedTo(app)).toBeNull();
  });

  it('does not mind that an old neighbour in the backlog is gone', async () => {
    const app = await openApp();
    await previewAndApply(app, next, await planWishes(app));
    const { issues } = app.sandbox.site;
    // WEB-39 followed WEB-38, and WEB-41 followed WEB-40.
    for (const id of [web(39), web(41)]) issues.splice(issues.indexOf(issueOf(app, id)), 1);
    const report = await app.value('undoApply', next);
    expect(keys(report.out)).toEqual(['WEB-38', 'WEB-40']);
    expect(report).toMatchObject({ refused: [], left: 0 });
  });
});

describe('an apply of which Jira does not say what it did', () => {
  const move = 'moveIssuesToSprintAndRank';

  async function tried(app: App, revision: number): Promise<void> {
    const preview = await app.value('previewApply', { ...next, revision, below: 'backlog' });
    const asked = { ...next, revision, below: 'backlog' as const, seen: seenIn(preview) };
    expect(await app.problem('applyPlan', asked)).toMatchObject({ code: 'jira.failed' });
  }

  it('is not shown as applied when it was the first', async () => {
    const app = await openApp();
    const revision = await planWishes(app);
    app.sandbox.conditions.faults.push({ operation: move, status: 501, times: null });
    await tried(app, revision);
    expect(await appliedTo(app)).toBeNull();
    expect(await app.problem('undoApply', next)).toMatchObject({ code: 'apply.nothing-to-undo' });
  });

  it('leaves the apply before it as it was, to be taken back', async () => {
    const app = await openApp();
    const before = inJira(app, 24);
    await previewAndApply(app, next, await planWishes(app));
    const applied = await appliedTo(app);
    const revision = await plan(app, next, { order: [web(45), ...wishes.order], pulled: [web(45)], count: 5 });
    app.sandbox.conditions.faults.push({ operation: move, status: 501, times: null });
    await tried(app, revision);
    expect(await appliedTo(app)).toEqual(applied);
    app.sandbox.conditions.faults.length = 0;
    expect(await app.value('undoApply', next)).toMatchObject({ refused: [], left: 0 });
    expect(inJira(app, 24)).toEqual(before);
  });

  it('is taken back when Jira did it without saying so', async () => {
    const app = await openApp();
    const before = { sprint: inJira(app, 24), backlog: inJira(app, null) };
    const revision = await planWishes(app);
    const { jira } = app.sandbox;
    const serve = jira.serve;
    jira.serve = (request, actor) => {
      const answer = serve(request, actor);
      return request.path.endsWith('/sprint/24/issue') ? { ...answer, status: 501, body: {} } : answer;
    };
    await tried(app, revision);
    jira.serve = serve;
    expect(issueOf(app, web(40)).sprintId).toBe(24);
    const report = await app.value('undoApply', next);
    expect(keys(report.out)).toEqual(['WEB-38', 'WEB-40']);
    expect(inJira(app, 24)).toEqual(before.sprint);
    expect(inJira(app, null)).toEqual(before.backlog);
  });

  it('keeps the issues of a last step that got no answer', async () => {
    const app = await openApp();
    const before = inJira(app, 24);
    // Only WEB-37 leaves, from the end: nothing is to be ranked, and the move is the last step.
    const order = before.filter((id) => id !== web(40));
    const revision = await plan(app, next, { order: [web(40), ...order], pulled: [web(40)], count: order.length });
    const { jira } = app.sandbox;
    const serve = jira.serve;
    jira.serve = (request, actor) => {
      const answer = serve(request, actor);
      return request.path.endsWith('/backlog/issue') ? { ...answer, status: 501, body: {} } : answer;
    };
    const { report } = await previewAndApply(app, next, revision);
    jira.serve = serve;
    expect(keys(report.refused)).toEqual(['WEB-37']);
    expect(await appliedTo(app)).toMatchObject({ in: 1, out: 0 });
    await app.value('undoApply', next);
    expect(inJira(app, 24)).toEqual(before);
  });
});

describe('what was seen and what is done', () => {
  it('does nothing when the next sprint is another one than in the preview', async () => {
    const app = await openApp();
    const order = [web(20), web(21), web(22), web(23), web(16), web(17), web(18), web(19)];
    const revision = await plan(app, current, { order, count: 2 });
    const preview = await app.value('previewApply', { ...current, revision, below: 'nextSprint' });
    const { sprints } = app.sandbox.site;
    const model = sprints.find(({ id }) => id === 24);
    if (model === undefined) throw new Error('no sprint 24');
    sprints.splice(sprints.indexOf(model), 0, { ...model, id: 99, name: 'In between' });
    const seen = { ...seenIn(preview), nextSprint: preview.nextSprint?.id ?? null };
    const answer = await app.invoke('applyPlan', { ...current, revision, below: 'nextSprint', seen });
    expect(answer.body).toMatchObject({
      problem: { code: 'apply.changed', preview: { nextSprint: { id: 99, name: 'In between' } } },
    });
    expect(changesIn(app, '/agile/')).toEqual([]);
  });

  it('after an apply the plan neither pulls nor drops what it did; taken back, it does again', async () => {
    const app = await openApp();
    const order = [web(40), ...inJira(app, 24).filter((id) => id !== web(27))];
    const revision = await plan(app, next, { order, pulled: [web(40)], dropped: [web(27)], count: order.length });
    await previewAndApply(app, next, revision);
    // In Jira somebody puts the one back and takes the other out.
    issueOf(app, web(27)).sprintId = 24;
    issueOf(app, web(40)).sprintId = null;
    const planner = await app.value('openPlanner', next);
    expect(planner.dropped).toEqual([]);
    expect(keys(planner.items)).toContain('WEB-27');
    expect(keys(planner.items)).not.toContain('WEB-40');
    issueOf(app, web(27)).sprintId = null;
    issueOf(app, web(40)).sprintId = 24;
    await app.value('undoApply', next);
    const again = await app.value('openPlanner', next);
    expect(keys(again.dropped)).toEqual(['WEB-27']);
    expect(again.items[0]).toMatchObject({ key: 'WEB-40', inSprint: false });
  });

  it('ranks the others in place when the first of them could not be moved', async () => {
    const app = await openFull();
    const revision = await plan(app, next, { order: many, pulled: many, count: 120 });
    const [first = ''] = many;
    app.sandbox.conditions.faults.push({
      operation: 'moveIssuesToSprintAndRank',
      issue: first,
      status: 403,
      times: null,
    });
    const { report } = await previewAndApply(app, next, revision);
    expect(report.refused.map(({ issueId }) => issueId)).toEqual([first]);
    expect(inJira(app, 24)).toEqual(many.slice(1));
    expect(changesIn(app, '/issue/rank')).toHaveLength(3);
  });

  it('costs no more points than it must in a long backlog', async () => {
    const app = await openApp();
    const { issues } = app.sandbox.site;
    const model = issueOf(app, web(57));
    issues.push(
      ...Array.from({ length: 2500 }, (_, index) => String(30_001 + index)).map((id) => ({
        ...structuredClone(model),
        id,
        key: `WEB-${id}`,
      })),
    );
    const revision = await planWishes(app);
    const points = async (name: string, payload: object): Promise<number> => {
      const { record } = await app.invoke(name, payload);
      return record.jiraCalls.reduce((sum, call) => sum + call.points, 0);
    };
    const asked = { ...next, revision, below: 'backlog' as const };
    const opening = await points('openPlanner', next);
    const seen = seenIn(await app.value('previewApply', asked));
    // The permission to schedule, where the two pulled issues are (1 + 2), and what they are.
    expect(await points('previewApply', asked)).toBe(opening + 1 + 3 + 1);
    expect(await points('previewApply', { ...asked, revision: 0 })).toBe(opening);
    // And one page of the backlog (1 + 100), two moves and one or two ranks.
    expect(await points('applyPlan', { ...asked, seen })).toBeLessThanOrEqual(opening + 5 + 101 + 4);
  });
});
