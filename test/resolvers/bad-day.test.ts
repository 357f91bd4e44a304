import { setImmediate as turn } from 'node:timers/promises';

import type { Fault } from '../../sandbox/sandbox-types';
import type { CallName } from '../../src/contract';
import { type App, csvSite, openApp } from '../open-app';

const place = { boardId: 1, sprintId: 978 };
const issueId = '17950';

/** Everything that a person does in the planner, and what they see of it. */
async function planASprint(app: App): Promise<unknown> {
  const opened = await app.value('openPlanner', place);
  const order = [...opened.plan.order].reverse();
  const saved = await app.value('savePlan', { ...place, revision: 0, order, capacityHours: 100 });
  const confidence = await app.value('setConfidence', { issueId, confidence: 50 });
  const estimate = await app.value('setEstimate', { issueId, hours: 2 });
  return { opened, saved, confidence, estimate, again: await app.value('openPlanner', place) };
}

/** One call of each kind, as the page makes them. */
const calls: [CallName, object][] = [
  ['openPlanner', place],
  ['savePlan', { ...place, revision: 0, capacityHours: 100 }],
  ['setConfidence', { issueId, confidence: 50 }],
  ['setEstimate', { issueId, hours: 2 }],
];

async function openOn(...faults: Fault[]): Promise<App> {
  const app = await openApp(csvSite);
  app.sandbox.conditions.faults.push(...faults);
  return app;
}

const nothingStored = { values: {}, entities: {} };
const estimateOf = (app: App) =>
  app.sandbox.site.issues.find(({ id }) => id === issueId)?.fields['timeoriginalestimate'];

afterEach(() => {
  jest.useRealTimers();
});

/** Lets the app wait as long as it wants, without anybody waiting for it. */
async function patiently<Result>(start: () => Promise<Result>): Promise<Result> {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  let settled = false;
  const result = start().finally(() => {
    settled = true;
  });
  const isSettled = (): boolean => settled;
  while (!isSettled()) {
    await turn();
    jest.advanceTimersToNextTimer();
  }
  return result;
}

describe('pages with one object each', () => {
  it('still find the first board that plans in sprints, behind those that do not', async () => {
    const app = await openApp('odd');
    app.sandbox.conditions.shortPages = true;
    const first = app.sandbox.site.boards.findIndex(({ type }) => type !== 'kanban');
    expect(first).toBeGreaterThan(0);
    const planner = await app.value('openPlanner', {});
    expect(planner.board.id).toBe(app.sandbox.site.boards[first]?.id);
  });

  it('lead to the same plan, whatever is done', async () => {
    const short = await openApp(csvSite);
    short.sandbox.conditions.shortPages = true;
    const planned = await planASprint(short);
    expect(planned).toEqual(await planASprint(await openApp(csvSite)));
    expect(planned).toMatchObject({
      opened: { items: { length: 54 }, sprints: [{ id: 977 }, { id: 978 }] },
      confidence: { confidence: 50 },
      estimate: { hours: 2 },
    });
    const [opening] = short.sandbox.traffic;
    const pages = opening?.record.jiraCalls.filter(({ path }) => path.includes('/sprint/978/issue'));
    expect(pages).toHaveLength(54);
  });

  it('lead to a closed sprint behind the open ones', async () => {
    const whole = await openApp();
    const short = await openApp();
    short.sandbox.conditions.shortPages = true;
    const closed = { boardId: 1, sprintId: 21 };
    expect(await short.value('openPlanner', closed)).toEqual(await whole.value('openPlanner', closed));
    expect((await short.value('openPlanner', closed)).items.map(({ key }) => key)).toContain('WEB-3');
  });
});

describe('a Jira that asks to slow down', () => {
  it.each(['getBoard', 'getAllSprints', 'getBoardIssuesForSprintJSIS', 'getMyPermissions'])(
    'once, at %s, is asked again and answers',
    async (operation) => {
      const app = await openOn({ operation, status: 429, retryAfter: 0, times: 1 });
      const { body, record } = await patiently(() => app.invoke('openPlanner', place));
      expect(body).toMatchObject({ value: { items: { length: 54 } } });
      expect(record.jiraCalls.filter(({ status }) => status === 429)).toHaveLength(1);
      expect(app.sandbox.conditions.faults).toEqual([]);
    },
  );

  it('is not asked before the time that it gave', async () => {
    const app = await openOn({ operation: 'getBoard', status: 429, retryAfter: 6, times: 1 });
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    const opening = app.value('openPlanner', place);
    await turn();
    await turn();
    jest.advanceTimersByTime(5_999);
    await turn();
    await turn();
    expect(app.sandbox.conditions.faults).toEqual([]);
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(1);
    expect((await opening).items).toHaveLength(54);
  });

  it('writes an estimate once, also when it had to be asked twice', async () => {
    const app = await openOn({ operation: 'editIssue', status: 429, retryAfter: 0, times: 1 });
    expect(await patiently(() => app.value('setEstimate', { issueId, hours: 2 }))).toMatchObject({ hours: 2 });
    expect(estimateOf(app)).toBe(7200);
  });
});

describe('a Jira that is down', () => {
  it.each(calls)('makes %s answer a sentence, and nothing is stored', async (name, payload) => {
    const app = await openOn({ operation: '/rest/', status: 503, times: null });
    const before = estimateOf(app);
    const problem = await patiently(() => app.problem(name, payload));
    expect(problem).toEqual({ code: 'jira.failed', message: expect.stringMatching(/^Jira does not answer .*\.$/) });
    expect(app.sandbox.stored).toEqual(nothingStored);
    expect(estimateOf(app)).toBe(before);
    expect(app.sandbox.traffic).toMatchObject([{ name, outcome: 'problem' }]);
    // Asked at most five times for each thing: the first time, and four more.
    const asked = app.sandbox.traffic[0]?.record.jiraCalls.length ?? 0;
    expect(asked).toBeGreaterThan(0);
    expect(asked % 5).toBe(0);
  });
});

describe('a storage that fails', () => {
  it('once while a plan is saved is reported, leaves no half of it, and takes it the next time', async () => {
    const app = await openOn({ operation: '/api/v1/transaction', status: 500, times: 1 });
    const change = { ...place, revision: 0, capacityHours: 100 };
    const problem = await app.problem('savePlan', change);
    expect(problem).toMatchObject({ code: 'storage.failed', message: expect.stringMatching(/\.$/) });
    expect(app.sandbox.stored).toEqual(nothingStored);
    expect(await app.value('savePlan', change)).toMatchObject({ plan: { revision: 1 }, capacity: { hours: 100 } });
  });

  it.each<[CallName, object, string]>([
    ['openPlanner', place, '/api/v1/batch/get'],
    ['openPlanner', place, '/api/v1/entity/get'],
    ['setConfidence', { issueId, confidence: 50 }, '/api/v1/get'],
    ['setConfidence', { issueId, confidence: 50 }, '/api/v1/set'],
    ['savePlan', { ...place, revision: 0, capacityHours: 100 }, '/api/v1/entity/get'],
  ])('at %s %j (%s) is reported, and stores nothing', async (name, payload, operation) => {
    const app = await openOn({ operation, status: 500, times: null });
    expect(await app.problem(name, payload)).toMatchObject({ code: 'storage.failed' });
    expect(app.sandbox.stored).toEqual(nothingStored);
  });

  it('for one confidence of 54 is reported: it is not taken for one that nobody set', async () => {
    const app = await openApp(csvSite);
    await app.value('setConfidence', { issueId, confidence: 50 });
    app.sandbox.conditions.faults.push({
      operation: '/api/v1/batch/get',
      key: `confidence:${issueId}`,
      status: 500,
      times: 1,
    });
    expect(await app.problem('openPlanner', place)).toMatchObject({ code: 'storage.failed' });
    const { items } = await app.value('openPlanner', place);
    expect(items.find((item) => item.issueId === issueId)).toMatchObject({ confidence: 50, confidenceSource: 'set' });
  });

  it('is told apart from a confidence that nobody has set: that is the default, and no failure', async () => {
    const app = await openApp(csvSite);
    await app.value('setConfidence', { issueId, confidence: 50 });
    await app.value('setConfidence', { issueId, confidence: null });
    const { items, unreadable } = await app.value('openPlanner', place);
    expect(items.find((item) => item.issueId === issueId)).toMatchObject({
      confidence: 80,
      confidenceSource: 'default',
    });
    expect(unreadable).toEqual([]);
  });
});
