import { type App, openApp } from '../open-app';
import { current, issueOf, next, web } from './applying';

const confidenceField = 'customfield_10044';
const board = { boardId: 1 };

/** ada administers the site; noor and tomas edit; vera may only look. */
let app: App;
beforeEach(async () => {
  app = await openApp();
});

const planner = (place = next) => app.value('openPlanner', place);
const itemOf = async (key: string, place = next) =>
  (await planner(place)).items.find((candidate) => candidate.key === key);
const storedSettings = () => JSON.stringify(app.sandbox.stored.entities);

describe('the settings page of a board', () => {
  it('shows what holds, what there is to choose from, and whose decision it is', async () => {
    await app.value('saveSiteSettings', { revision: 0, defaultConfidence: 60 }, 'ada');
    await app.value('saveBoardSettings', { ...board, revision: 0, desired: 70 }, 'tomas');
    expect(await app.value('openBoardSettings', board, 'tomas')).toEqual({
      board: { id: 1, name: 'Web shop', projectKey: 'WEB' },
      revision: 1,
      setUp: false,
      settings: {
        capacityMode: 'sprint',
        capacityHours: null,
        defaultConfidence: 60,
        desired: 70,
        subtasks: 'rollUp',
        steps: null,
        confidenceSource: { kind: 'planprism' },
        estimateSource: 'original',
        drives: 'ratio',
        actualSource: 'logged',
        whoSeesOthers: 'nobody',
      },
      site: { defaultConfidence: 60, desired: 80, steps: null },
      own: { defaultConfidence: false, desired: true, steps: false },
      fields: [
        { id: confidenceField, name: 'Confidence (%)' },
        { id: 'customfield_10028', name: 'Story Points' },
      ],
      estimationField: { id: 'timeoriginalestimate', name: 'Original Estimate' },
      timeTracking: { hoursPerDay: 8, daysPerWeek: 5, format: 'hours' },
      may: { change: true },
    });
  });

  it('opens for the board of the place, or the first of its project that plans in sprints', async () => {
    const open = async (extension: Record<string, unknown>) =>
      (await app.invoke('openBoardSettings', {}, 'ada', extension)).body;
    expect(await open({ board: { id: 3 }, project: { key: 'WEB' } })).toMatchObject({ value: { board: { id: 3 } } });
    expect(await open({ project: { id: '10002', key: 'APP' } })).toMatchObject({ value: { board: { id: 3 } } });
    // OPS has a kanban board only.
    expect(await open({ project: { key: 'OPS' } })).toMatchObject({ problem: { code: 'board.none' } });
    expect(await app.problem('openBoardSettings', { boardId: 2 })).toMatchObject({ code: 'board.no-sprints' });
    expect(await app.problem('openBoardSettings', board, 'outsider')).toMatchObject({ code: 'board.unknown' });
  });

  it('may be looked at, and not changed, by who may not edit issues', async () => {
    expect((await app.value('openBoardSettings', board, 'vera')).may).toEqual({ change: false });
    expect(await app.problem('saveBoardSettings', { ...board, revision: 0, desired: 50 }, 'vera')).toEqual({
      code: 'permission.denied',
      message:
        'You may look at the settings of this board but not change them: that takes the permission to edit issues in the project. Ask a project admin for it.',
    });
    expect((await planner()).plan.desired).toBe(80);
  });

  it('does not save over somebody else’s', async () => {
    await app.value('saveBoardSettings', { ...board, revision: 0, desired: 70 }, 'tomas');
    expect(await app.problem('saveBoardSettings', { ...board, revision: 0, desired: 90 }, 'noor')).toMatchObject({
      code: 'settings.conflict',
    });
    expect((await planner()).plan.desired).toBe(70);
  });
});

describe('the planner in a project', () => {
  it('opens its first board that plans in sprints', async () => {
    const { body } = await app.invoke('openPlanner', {}, 'ada', { project: { key: 'WEB' } });
    expect(body).toMatchObject({ value: { board: { id: 1 }, sprint: { id: 24 } } });
    // The board of APP has no sprint yet.
    const other = await app.invoke('openPlanner', {}, 'ada', { project: { key: 'APP' } });
    expect(other.body).toMatchObject({ problem: { code: 'sprint.none', message: /^Shop app has no sprint/ } });
  });

  it('says that there is none, and does not open another project’s', async () => {
    const { body } = await app.invoke('openPlanner', {}, 'ada', { project: { key: 'OPS' } });
    expect(body).toMatchObject({ problem: { code: 'board.none', message: /^OPS has no board that plans in sprints/ } });
  });
});

describe('the capacity of a board', () => {
  it('is every sprint’s that has none of its own, only when the board says so', async () => {
    await app.value('saveBoardSettings', { ...board, revision: 0, capacityMode: 'board', capacityHours: 60 });
    expect((await planner()).capacity).toEqual({ hours: 60, source: 'board', reason: null, from: null });
    await app.value('savePlan', { ...next, revision: 0, capacityHours: 50 });
    expect((await planner()).capacity).toEqual({ hours: 50, source: 'sprint', reason: null, from: null });
    await app.value('saveBoardSettings', { ...board, revision: 1, capacityMode: 'sprint' });
    expect((await planner()).capacity).toEqual({ hours: 50, source: 'sprint', reason: null, from: null });
    expect((await planner(current)).capacity).toEqual({ hours: null, source: 'none', reason: null, from: null });
  });
});

describe('the desired confidence and the default of a board', () => {
  it('hold in every sprint that has not decided otherwise, until the board follows the site again', async () => {
    await app.value('saveBoardSettings', { ...board, revision: 0, desired: 60, defaultConfidence: 50 });
    const changed = await planner();
    expect(changed).toMatchObject({ plan: { desired: 60 }, defaults: { confidence: 50 } });
    await app.value('saveBoardSettings', { ...board, revision: 1, desired: null, defaultConfidence: null });
    expect(await planner()).toMatchObject({ plan: { desired: 80 }, defaults: { confidence: 80 } });
  });
});

describe('confidences in a number field of Jira', () => {
  const source = { confidenceSource: { kind: 'field', fieldId: confidenceField } } as const;

  it('are what the planner counts with, in the sprint, in the backlog and for what is pulled', async () => {
    await app.value('setConfidence', { issueId: 'WEB-28', confidence: 30 });
    await app.value('saveBoardSettings', { ...board, revision: 0, ...source });
    // WEB-27: 10 h at the field's 70 %.
    const item = await itemOf('WEB-27');
    expect(item).toMatchObject({ confidence: 70, confidenceSource: 'field', optimistic: 7 });
    // WEB-28 has nothing in the field: what PlanPrism keeps does not count here.
    expect(await itemOf('WEB-28')).toMatchObject({ confidence: 80, confidenceSource: 'default' });
    const { items } = await app.value('openBacklog', board);
    expect(items.find(({ key }) => key === 'WEB-41')).toMatchObject({ confidence: 25, confidenceSource: 'field' });
    const pulled = await app.value('savePlan', { ...next, revision: 0, pulled: [web(41)] });
    expect(pulled.items.find(({ key }) => key === 'WEB-41')).toMatchObject({ confidence: 25, inSprint: false });
    await app.value('saveBoardSettings', { ...board, revision: 1, confidenceSource: { kind: 'planprism' } });
    expect(await itemOf('WEB-28')).toMatchObject({ confidence: 30, confidenceSource: 'set' });
    expect(await itemOf('WEB-27')).toMatchObject({ confidence: 80, confidenceSource: 'default' });
  });

  it('cost no reading of PlanPrism’s own', async () => {
    await app.value('saveBoardSettings', { ...board, revision: 0, ...source });
    const { record } = await app.invoke('openPlanner', next);
    // The plan and the one of the sprint before, the last capacity, the settings of site and board, the last apply, the team, what was learnt.
    expect(record.kvsReads).toBe(8);
  });

  it.each([0.8, 250, 0])('are not guessed from %p: it counts as the default and is named', async (value) => {
    issueOf(app, web(27)).fields[confidenceField] = value;
    await app.value('saveBoardSettings', { ...board, revision: 0, ...source });
    const { unreadable, items } = await planner();
    expect(unreadable).toEqual(['WEB-27']);
    expect(items[1]).toMatchObject({ key: 'WEB-27', confidence: 80, confidenceSource: 'default' });
  });

  it('are set in the field, by who plans this board', async () => {
    await app.value('saveBoardSettings', { ...board, revision: 0, ...source });
    await app.value('setConfidence', { ...board, issueId: web(27), confidence: 45, seen: 70 }, 'noor');
    expect(issueOf(app, web(27)).fields[confidenceField]).toBe(45);
    expect(await itemOf('WEB-27')).toMatchObject({ confidence: 45, confidenceSource: 'field' });
    await app.value('setConfidence', { ...board, issueId: web(27), confidence: null, seen: 45 });
    expect(issueOf(app, web(27)).fields[confidenceField]).toBeNull();
    expect(await itemOf('WEB-27')).toMatchObject({ confidence: 80, confidenceSource: 'default' });
    const seen = { ...board, issueId: web(33), confidence: 60, seen: 80 };
    expect(await app.problem('setConfidence', seen)).toMatchObject({ code: 'issue.conflict' });
  });

  it.each([
    ['customfield_10020', 'not a number field'],
    ['customfield_99999', 'not a number field'],
    ['timespent', 'one of the fields on offer'],
  ])('cannot be kept in %s', async (fieldId, sentence) => {
    const problem = await app.problem('saveBoardSettings', {
      ...board,
      revision: 0,
      confidenceSource: { kind: 'field', fieldId },
    });
    expect(problem.code).toBe('input.invalid');
    expect(problem.message).toContain(sentence);
    expect((await app.value('openBoardSettings', board)).revision).toBe(0);
  });
});

describe('the estimate that a board counts', () => {
  it('is what remains in a sprint that runs, when it has chosen so', async () => {
    const before = await planner(current);
    // 12 + 4 + 10 + 3 + 16 + 5 + 8 + 6.
    expect(before.totals.all.original).toBe(64);
    await app.value('saveBoardSettings', { ...board, revision: 0, estimateSource: 'remaining' });
    const after = await planner(current);
    // WEB-20 has 7 h left, WEB-22 8, WEB-23 6, the done ones and the overdrawn WEB-21 nothing.
    expect(after.totals.all.original).toBe(21);
    expect(after.items.map(({ key, hours, hoursSource }) => [key, hours, hoursSource])).toEqual([
      ['WEB-16', 0, 'remaining'],
      ['WEB-17', 0, 'remaining'],
      ['WEB-18', 0, 'remaining'],
      ['WEB-19', 0, 'remaining'],
      ['WEB-20', 7, 'remaining'],
      ['WEB-21', 0, 'remaining'],
      ['WEB-22', 8, 'remaining'],
      ['WEB-23', 6, 'remaining'],
    ]);
    expect(after.unestimated).toEqual([]);
  });

  it('is the original one in a sprint that has not begun', async () => {
    await app.value('saveBoardSettings', { ...board, revision: 0, estimateSource: 'remaining' });
    const after = await planner();
    expect(after.totals.all.original).toBeCloseTo(95.5, 10);
    expect(new Set(after.items.map(({ hoursSource }) => hoursSource))).toEqual(new Set(['set', 'subtasks', 'none']));
  });

  it('can be the board’s own field only where that is a time', async () => {
    const own = { ...board, revision: 0, estimateSource: 'boardField' } as const;
    const web1 = app.sandbox.site.boards[0];
    if (web1 === undefined) throw new Error('the site has no board');
    web1.estimation = { fieldId: 'customfield_10028', displayName: 'Story Points' };
    expect(await app.problem('saveBoardSettings', own)).toEqual({
      code: 'input.invalid',
      message:
        'Web shop does not estimate in hours, so its own estimates cannot be planned. Choose the original or the remaining estimate.',
    });
    expect((await app.value('openBoardSettings', board)).estimationField).toBeNull();
    web1.estimation = { fieldId: 'timeestimate', displayName: 'Remaining Estimate' };
    await app.value('saveBoardSettings', own);
    Object.assign(issueOf(app, web(27)).fields, { timeestimate: 7200, aggregatetimeestimate: 7200 });
    expect(await itemOf('WEB-27')).toMatchObject({ hours: 2, hoursSource: 'remaining', boardEstimate: null });
    const { items } = await app.value('openBacklog', board);
    expect(items[0]).toMatchObject({ key: 'WEB-38', hours: 18, hoursSource: 'remaining' });
  });
});

describe('looking at what a change of settings would do', () => {
  const preview = (change: Record<string, unknown>, accountId?: string) =>
    app.value('previewBoardSettings', { ...next, ...change }, accountId);

  it('names each issue that would count otherwise, and what becomes of the line, and writes nothing', async () => {
    await app.value('setConfidence', { issueId: 'WEB-28', confidence: 30 });
    await app.value('savePlan', { ...next, revision: 0, capacityHours: 60 });
    const before = storedSettings();
    const { body, record } = await app.invoke('previewBoardSettings', {
      ...next,
      confidenceSource: { kind: 'field', fieldId: confidenceField },
    });
    expect(body).toMatchObject({
      value: {
        sprint: { id: 24, name: 'Sprint 24' },
        issues: 12,
        changes: [
          {
            key: 'WEB-27',
            before: { hours: 10, confidence: 80, known: false },
            after: { hours: 10, confidence: 70, known: true },
          },
          {
            key: 'WEB-28',
            before: { hours: 5, confidence: 30, known: true },
            after: { hours: 5, confidence: 80, known: false },
          },
          { key: 'WEB-30', after: { confidence: 90 } },
          { key: 'WEB-33', after: { confidence: 40 } },
        ],
      },
    });
    expect(record.kvsWrites).toBe(0);
    expect(storedSettings()).toBe(before);
    // And afterwards it is as it was said.
    const said = await preview({ confidenceSource: { kind: 'field', fieldId: confidenceField } });
    await app.value('saveBoardSettings', {
      ...board,
      revision: 0,
      confidenceSource: { kind: 'field', fieldId: confidenceField },
    });
    const { plan, ratio } = await planner();
    expect(said.after).toEqual({ above: plan.cutline.count, ratio: Math.round((ratio ?? -1) * 100) });
    const back = await preview({ confidenceSource: { kind: 'planprism' } });
    expect(back.changes.map(({ key }) => key)).toEqual(['WEB-27', 'WEB-28', 'WEB-30', 'WEB-33']);
    expect(back.after).toEqual(said.before);
  });

  it('says that nothing changes where nothing does', async () => {
    expect(await preview({ estimateSource: 'remaining' })).toMatchObject({
      issues: 12,
      changes: [],
      before: { above: 12, ratio: null },
      after: { above: 12, ratio: null },
    });
  });

  it('costs no more of Jira than opening the planner, and may be done by who may only look', async () => {
    const { record: opening } = await app.invoke('openPlanner', next);
    const { body, record } = await app.invoke('previewBoardSettings', { ...next, subtasks: 'parentOnly' }, 'vera');
    // WEB-24 has 16 h of its own, and 9 h of sub-tasks.
    expect(body).toMatchObject({
      value: { changes: [{ key: 'WEB-24', before: { hours: 9 }, after: { hours: 16 } }] },
    });
    expect(record.jiraPoints).toBe(opening.jiraPoints);
  });

  it('is refused for a field that is none', async () => {
    const change = { confidenceSource: { kind: 'field', fieldId: 'customfield_1' } };
    expect(await app.problem('previewBoardSettings', { ...next, ...change })).toMatchObject({ code: 'input.invalid' });
  });
});
