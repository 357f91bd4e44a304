import * as z from 'zod';

import { pace } from '../../src/pace';
import type { ProductEvent } from '../../sandbox/sandbox-types';
import { type App, openApp } from '../open-app';
import { post } from '../sandbox/jira/post';

jest.setTimeout(30_000);

const board = { boardId: 1 };
const sprint = '/rest/agile/1.0/sprint/';
const calibrationSchema = z.looseObject({
  sprints: z.array(z.int()),
  rows: z.array(z.unknown()),
  capacities: z.array(z.unknown()),
});
const outcomeSchema = z.looseObject({ issues: z.array(z.unknown()), withoutRoom: z.int() });
const commitmentSchema = z.looseObject({ capacityHours: z.number().nullable(), issues: z.array(z.unknown()) });

/** A team with 26 closed sprints, one that runs and one to come. */
const withAPast = (): Promise<App> => openApp('history');

async function learnt(app: App): Promise<void> {
  await app.value('startLearning', board);
  await app.sandbox.events.deliver();
}

const promised = (app: App): unknown => app.sandbox.stored.values['commitment:1:28']?.value;

function calibration(app: App): z.output<typeof calibrationSchema> {
  return calibrationSchema.parse(app.sandbox.stored.values['calibration:1']?.value);
}

const storedKeys = (app: App, start: string): string[] =>
  Object.keys(app.sandbox.stored.values).filter((key) => key.startsWith(start));

describe('learning the closed sprints of a board', () => {
  it('is a job that says how far it is, reads each sprint once, and can be repeated', async () => {
    const app = await withAPast();
    expect(await app.value('readLearning', board)).toBeNull();
    expect(await app.value('startLearning', board)).toMatchObject({ state: 'running', done: 0, total: null });
    // Pressed twice it is one job.
    await app.value('startLearning', board);
    expect(app.sandbox.events.pending).toHaveLength(1);
    await app.sandbox.events.deliver();
    const done = await app.value('readLearning', board);
    expect(done).toMatchObject({ state: 'done', done: 26, total: 26 });
    const { learnt: history } = await app.value('openPlanner', board);
    expect(history.rows).toHaveLength(done?.issues ?? 0);
    await learnt(app);
    expect((await app.value('openPlanner', board)).learnt.rows).toEqual(history.rows);
  });

  it('names people only whose issues the planner shows anyway', async () => {
    const app = await withAPast();
    await learnt(app);
    const { learnt: history, items, dropped } = await app.value('openPlanner', board);
    const shown = new Set([...items, ...dropped].map(({ assignee }) => assignee?.accountId));
    expect(history.people.length).toBeGreaterThan(3);
    expect(history.people.filter((accountId) => accountId !== '' && !shown.has(accountId))).toEqual([]);
  });

  it('comes to the same when the event is delivered twice', async () => {
    const app = await withAPast();
    await learnt(app);
    const once = (await app.value('openPlanner', board)).learnt.rows;
    const again = await withAPast();
    await again.value('startLearning', board);
    await again.sandbox.events.deliver({ twice: true });
    expect(await again.value('readLearning', board)).toMatchObject({ state: 'done', done: 26, total: 26 });
    expect((await again.value('openPlanner', board)).learnt.rows).toEqual(once);
  });

  it('goes on where it was when Jira was down for a while', async () => {
    const clock = { now: Date.UTC(2026, 10, 21, 9) };
    const app = await openApp('history', clock);
    await app.value('startLearning', board);
    app.sandbox.conditions.faults.push({ operation: 'getBulkChangelogs', status: 501, times: 1 });
    await app.sandbox.events.deliver();
    expect(await app.value('readLearning', board)).toMatchObject({ state: 'running', total: 26 });
    clock.now += 60_000;
    await app.sandbox.events.deliver();
    const run = await app.value('readLearning', board);
    expect(run).toMatchObject({ state: 'done', done: 26 });
    expect((await app.value('openPlanner', board)).learnt.rows).toHaveLength(run?.issues ?? 0);
    expect(app.sandbox.events.pending).toEqual([]);
  });

  it('stops when somebody says so, keeps what it has learnt, and goes on from there', async () => {
    const app = await withAPast();
    await app.value('startLearning', board);
    expect(await app.value('stopLearning', board)).toMatchObject({ state: 'running' });
    await app.sandbox.events.deliver();
    expect(await app.value('readLearning', board)).toMatchObject({ state: 'stopped', done: 0 });
    expect(await app.value('startLearning', board)).toMatchObject({ state: 'running', total: 26 });
    await app.sandbox.events.deliver();
    expect(await app.value('readLearning', board)).toMatchObject({ state: 'done', done: 26 });
  });

  it('ends early where 300 finished issues teach nothing, and says what they lack', async () => {
    const app = await withAPast();
    for (const { fields } of app.sandbox.site.issues) {
      fields['timespent'] = null;
      fields['aggregatetimespent'] = null;
    }
    app.sandbox.site.worklogs = [];
    await learnt(app);
    const run = await app.value('readLearning', board);
    expect(run).toMatchObject({ state: 'done', issues: 0, lacks: 'time' });
    expect(run?.done).toBeLessThan(26);
    expect(run?.total).toBe(run?.done);
  });

  it('is for who may plan; others may look', async () => {
    const app = await withAPast();
    expect(await app.problem('startLearning', board, 'vera')).toMatchObject({ code: 'permission.denied' });
    expect(await app.problem('stopLearning', board, 'vera')).toMatchObject({ code: 'permission.denied' });
    expect(await app.value('readLearning', board, 'vera')).toBeNull();
    expect((await app.value('openHistory', board, 'vera')).may).toEqual({ change: false });
    expect(await app.problem('openHistory', board, 'outsider')).toMatchObject({ code: 'board.unknown' });
    expect(await app.problem('readLearning', board, 'outsider')).toMatchObject({ code: 'board.unknown' });
  });

  it('costs a call for each sprint’s issues and one for their changes, and no call for an issue', async () => {
    const app = await withAPast();
    await learnt(app);
    const record = app.sandbox.traffic.find(({ name }) => name === 'learn')?.record;
    // 26 sprints, and configuration, fields, statuses and the list of sprints.
    expect(record?.jiraCalls).toHaveLength(2 * 26 + 4);
    expect(record?.jiraPoints).toBeLessThan(1000);
  });
});

describe('what was learnt a moment ago, where queries of storage lag behind', () => {
  /** The team with a past, whose sprints have been closed by now; nothing is learnt of them. */
  async function lagging(milliseconds: number): Promise<{ app: App; clock: { now: number } }> {
    const clock = { now: Date.UTC(2026, 10, 21, 9) };
    const app = await openApp('history', clock);
    app.sandbox.conditions.queryLagMilliseconds = milliseconds;
    return { app, clock };
  }

  /** As it is where no query lags. */
  async function usual(): Promise<Pick<z.output<typeof calibrationSchema>, 'sprints' | 'rows' | 'capacities'>> {
    const app = await withAPast();
    await learnt(app);
    const { sprints, rows, capacities } = calibration(app);
    return { sprints, rows, capacities };
  }

  it('counts beside the sprint that was closed right after it', async () => {
    const { app } = await lagging(5000);
    await redeliver(app, closed, 25);
    await redeliver(app, closed, 26);
    await app.sandbox.events.deliver();
    expect(calibration(app).sprints).toEqual([25, 26]);
  });

  it('counts also when the sprint has finished nothing, and has shown the team’s capacity alone', async () => {
    const { app } = await lagging(5000);
    const said = {
      capacityHours: 60,
      ratio: null,
      chance: null,
      finished: 0,
      promised: 4,
      takenOut: 0,
      done: 0,
      actual: 40,
    };
    const outcome = { version: 2, sprintId: 24, name: 'Sprint 24', start: '2026-09-28', end: '2026-10-09', issues: [] };
    const counts = { withoutTime: 0, withoutEstimate: 0, worked: 50, actualSource: 'logged' };
    app.sandbox.kvs.serve('/api/v1/set', { key: 'outcome:1:24', value: { ...outcome, ...counts, said } });
    await redeliver(app, closed, 26);
    await app.sandbox.events.deliver();
    expect(calibration(app)).toMatchObject({ sprints: [26], capacities: [{ planned: 60, worked: 50 }] });
  });

  it('does not come back when it has been removed since', async () => {
    const { app, clock } = await lagging(5000);
    await redeliver(app, closed, 25);
    await app.sandbox.events.deliver();
    clock.now += 5000;
    app.sandbox.kvs.serve('/api/v1/delete', { key: 'outcome:1:25' });
    await redeliver(app, closed, 26);
    await app.sandbox.events.deliver();
    expect(calibration(app).sprints).toEqual([26]);
  });

  it('counts when the job has run out of time in between', async () => {
    const { app } = await lagging(5000);
    await app.value('startLearning', board);
    const real = pace.now.bind(pace);
    const slow = jest
      .spyOn(pace, 'now')
      .mockImplementation(() => real() + (storedKeys(app, 'outcome:').length >= 20 ? 800_000 : 0));
    await app.sandbox.events.deliver();
    slow.mockRestore();
    expect(await app.value('readLearning', board)).toMatchObject({ state: 'running', done: 20 });
    await app.sandbox.events.deliver();
    expect(await app.value('readLearning', board)).toMatchObject({ state: 'done', done: 26 });
    expect(calibration(app)).toMatchObject(await usual());
  });

  it('counts when only the end of the job is left to do', async () => {
    // Longer than the minute after which the job comes again.
    const { app, clock } = await lagging(120_000);
    await app.value('startLearning', board);
    const fault = { operation: '/api/v1/set', key: 'calibration:1', status: 500, times: 1 };
    app.sandbox.conditions.faults.push(fault);
    await app.sandbox.events.deliver();
    expect(await app.value('readLearning', board)).toMatchObject({ state: 'running', done: 26 });
    clock.now += 60_000;
    await app.sandbox.events.deliver();
    expect(await app.value('readLearning', board)).toMatchObject({ state: 'done', done: 26 });
    expect(calibration(app)).toMatchObject(await usual());
  });
});

describe('a sprint that cannot be learnt as others are', () => {
  /** Lets every try come that somebody asks for. @returns the minutes before each, at most thirty of them */
  async function allTries(app: App, clock: { now: number }): Promise<number[]> {
    const minutes: number[] = [];
    for (let [next] = app.sandbox.events.pending; next !== undefined; [next] = app.sandbox.events.pending) {
      if (minutes.length === 30) break;
      minutes.push((next.dueAt - clock.now) / 60_000);
      clock.now = next.dueAt;
      await app.sandbox.events.deliver();
    }
    return minutes;
  }

  const fourHours = [0, ...Array<number>(5).fill(1), ...Array<number>(15).fill(15)];

  it('teaches what a value holds of 1,000 finished issues of a type with a Japanese name', async () => {
    const app = await withAPast();
    const { issues, worklogs } = app.sandbox.site;
    const finished = issues.find(({ closedSprintIds, fields }) => closedSprintIds.includes(26) && fields['timespent']);
    const log = worklogs?.find(({ issueId }) => issueId === finished?.id);
    if (finished === undefined || log === undefined) throw new Error('Sprint 26 has finished nothing.');
    for (let number = 5001; number <= 6000; number += 1) {
      const issue = structuredClone({ ...finished, id: String(20_000 + number), key: `TRACK-${String(number)}` });
      Object.assign(Object(issue.fields['issuetype']), { name: 'ユーザーストーリー' });
      Object.assign(Object(issue.fields['assignee']), { accountId: '712020:5d1b0f7e-0d5b-4a27-9f0d-6a1a5c3a9a11' });
      issues.push(issue);
      worklogs?.push({ ...log, id: String(90_000 + number), issueId: issue.id });
    }
    await redeliver(app, closed, 26);
    await app.sandbox.events.deliver();
    expect(app.sandbox.events.pending).toEqual([]);
    const outcome = outcomeSchema.parse(app.sandbox.stored.values['outcome:1:26']?.value);
    expect(outcome.issues.length).toBeGreaterThan(750);
    expect(outcome.withoutRoom).toBeGreaterThan(0);
    expect(calibration(app).rows).toHaveLength(outcome.issues.length);
  });

  it('is not tried again when what came of it is too large to be stored', async () => {
    const app = await withAPast();
    const sprint26 = app.sandbox.site.sprints.find(({ id }) => id === 26);
    await redeliver(app, closed, 26);
    Object.assign(sprint26 ?? {}, { name: 'x'.repeat(240 * 1024) });
    await app.sandbox.events.deliver();
    expect(app.sandbox.events.pending).toEqual([]);
    const logs = app.sandbox.traffic.flatMap(({ record }) => record.logs.map(({ text }) => text));
    expect(logs).toEqual(['learning: app.failed']);
    expect(storedKeys(app, 'outcome:')).toEqual([]);
  });

  it.each([
    ['storage', { operation: '/api/v1/set', key: 'outcome:1:26', status: 500, times: null }],
    ['Jira', { operation: 'getBulkChangelogs', status: 501, times: null }],
  ])('is given up after twenty tries more when %s does not get well', async (_who, fault) => {
    const clock = { now: Date.UTC(2026, 10, 21, 9) };
    const app = await openApp('history', clock);
    app.sandbox.conditions.faults.push(fault);
    await redeliver(app, closed, 26);
    expect(await allTries(app, clock)).toEqual(fourHours);
  });

  it('ends a run as failed, also where storage cannot even take note of that: Forge does not begin anew', async () => {
    const clock = { now: Date.UTC(2026, 10, 21, 9) };
    const app = await openApp('history', clock);
    app.sandbox.conditions.faults.push({ operation: '/api/v1/set', key: 'outcome:1:26', status: 500, times: null });
    await app.value('startLearning', board);
    expect(await allTries(app, clock)).toEqual(fourHours);
    expect(await app.value('readLearning', board)).toMatchObject({ state: 'failed', done: 0 });

    await app.value('startLearning', board);
    app.sandbox.conditions.faults.splice(0, 1, { operation: '/api/v1/', status: 500, times: null });
    expect(await allTries(app, clock)).toEqual(fourHours);
  });
});

describe('what a sprint promised, and what came of it', () => {
  it('is frozen when it starts, whatever is planned afterwards, and told when it is closed', async () => {
    const app = await withAPast();
    await learnt(app);
    const place = { ...board, sprintId: 28 };
    const plan = await app.value('savePlan', { ...place, revision: 0, capacityHours: 90 });
    const above = plan.items.filter(({ aboveLine }) => aboveLine);
    post(app.sandbox.jira, `${sprint}27`, { state: 'closed' }, 'ada');
    const dates = { startDate: '2026-11-20T09:00:00.000Z', endDate: '2026-12-04T16:00:00.000Z' };
    expect(post(app.sandbox.jira, `${sprint}28`, { ...dates, state: 'active' }, 'ada').status).toBe(200);
    await app.sandbox.events.deliver();
    const stored = commitmentSchema.parse(promised(app));
    expect(stored).toMatchObject({ capacityHours: 90, ratio: plan.ratio });
    expect(stored['chance']).toEqual(expect.any(Number));
    expect(stored.issues).toHaveLength(above.length);

    // The plan changes, and the event comes once more: what was promised stays.
    await app.value('savePlan', { ...place, revision: 1, capacityHours: 10 });
    await redeliver(app, 'avi:jira-software:started:sprint', 28);
    expect(promised(app)).toEqual(stored);

    post(app.sandbox.jira, `${sprint}28`, { state: 'closed' }, 'ada');
    // The event that it was closed, and then the work that this gives.
    await app.sandbox.events.deliver();
    await app.sandbox.events.deliver();
    const { sprints } = await app.value('openHistory', board);
    expect(sprints.find(({ id }) => id === 28)?.said).toMatchObject({
      capacityHours: 90,
      ratio: plan.ratio,
      promised: above.length,
      done: 0,
      came: false,
    });
    // Sprint 27 was closed as well; nobody had promised anything.
    expect(sprints.find(({ id }) => id === 27)).toMatchObject({ said: null });
  });

  it('is told of all sprints with the same scores for both numbers, forward in time', async () => {
    const app = await withAPast();
    await learnt(app);
    const { replay, sprints, band, finished, left } = await app.value('openHistory', board);
    expect(sprints).toHaveLength(26);
    expect(replay.sprints).toBe(26);
    expect(replay.chance.asked).toBe(6 * 26);
    expect(replay.ranges.issues).toBe(finished);
    expect(replay.chance.brier).toBeLessThan(0.15);
    expect(replay.ratio.brier).toBeLessThan(0.25);
    expect(band.every(({ low, middle, high }) => low < middle && middle < high)).toBe(true);
    expect(left.withoutTime + left.withoutEstimate).toBeGreaterThan(0);
  });
});

describe('what a confidence was worth', () => {
  it('is told of each that somebody had set, and of the default apart from these', async () => {
    const app = await withAPast();
    await learnt(app);
    const { steps, finished } = await app.value('openHistory', board);
    expect(steps.map(({ confidence, isDefault }) => [confidence, isDefault])).toEqual([
      [90, false],
      [80, true],
      [70, false],
      [50, false],
    ]);
    // Every finished issue is in one of them, and each says something.
    expect(steps.reduce((sum, { issues }) => sum + issues, 0)).toBe(finished);
    expect(steps.every(({ issues, held }) => issues >= 10 && held > 0 && held < issues)).toBe(true);
  });
});

describe('whose estimates held', () => {
  it('is told of the reader alone, and of the others where the board lets who plans see them', async () => {
    const app = await withAPast();
    await learnt(app);
    const seen = async (user: string): Promise<string[]> =>
      (await app.value('openHistory', board, user)).people.map(({ accountId }) => accountId);
    const ofNoor = await app.value('openHistory', board, 'noor');
    expect(await seen('noor')).toEqual(['noor']);
    expect(ofNoor.issues.every(({ accountId, key }) => (accountId === 'noor') === (key !== null))).toBe(true);
    expect(await seen('vera')).toEqual([]);
    await app.value('saveBoardSettings', { ...board, revision: 0, whoSeesOthers: 'planners' });
    expect((await seen('noor')).length).toBeGreaterThan(3);
    expect(await seen('vera')).toEqual([]);
  });

  it('is not told of an issue that Jira does not show to the reader any more', async () => {
    const app = await withAPast();
    await learnt(app);
    const keys = async (): Promise<string[]> =>
      (await app.value('openHistory', board, 'noor')).issues.flatMap(({ key }) => key ?? []);
    const before = await keys();
    const newest = before.at(-1);
    const issue = app.sandbox.site.issues.find(({ key }) => key === newest);
    if (issue === undefined) throw new Error('Noor has finished nothing.');
    issue.restricted = true;
    expect(await keys()).toEqual(before.slice(0, -1));
    const { issues, finished } = await app.value('openHistory', board, 'noor');
    expect(issues).toHaveLength(finished);
  });

  it('is nobody’s any more when a person is removed everywhere', async () => {
    const app = await withAPast();
    await learnt(app);
    const dates = { startDate: '2026-11-20T09:00:00.000Z', endDate: '2026-12-04T16:00:00.000Z' };
    post(app.sandbox.jira, `${sprint}28`, { ...dates, state: 'active' }, 'ada');
    await app.sandbox.events.deliver();
    expect(JSON.stringify(promised(app))).toContain('"noor"');
    expect(JSON.stringify(app.sandbox.stored.values)).toContain('"noor"');
    await app.value('forgetPerson', { ...board, accountId: 'noor' }, 'ada');
    expect(JSON.stringify(app.sandbox.stored.values)).not.toContain('"noor"');
    expect((await app.value('openHistory', board, 'noor')).people).toEqual([]);
    // Their work stays.
    expect(storedKeys(app, 'outcome:1:')).toHaveLength(26);
    expect((await app.value('openPlanner', board)).learnt.rows.length).toBeGreaterThan(200);
  });
});

describe('two people who are removed everywhere, one right after the other', () => {
  it('both stay forgotten where queries of storage lag behind', async () => {
    const app = await withAPast();
    await learnt(app);
    const dates = { startDate: '2026-11-20T09:00:00.000Z', endDate: '2026-12-04T16:00:00.000Z' };
    post(app.sandbox.jira, `${sprint}28`, { ...dates, state: 'active' }, 'ada');
    await app.sandbox.events.deliver();
    const naming = (accountId: string): string[] =>
      Object.entries(app.sandbox.stored.values).flatMap(([key, { value }]) =>
        JSON.stringify(value).includes(`"${accountId}"`) ? [key.slice(0, key.indexOf(':'))] : [],
      );
    const learntFrom = ['commitment', 'outcome', 'calibration'];
    expect(naming('noor')).toEqual(expect.arrayContaining(learntFrom));
    expect(naming('tomas')).toEqual(expect.arrayContaining(learntFrom));
    app.sandbox.conditions.queryLagMilliseconds = 5000;
    await app.value('forgetPerson', { ...board, accountId: 'noor' }, 'ada');
    await app.value('forgetPerson', { ...board, accountId: 'tomas' }, 'ada');
    expect([...naming('noor'), ...naming('tomas')]).toEqual([]);
  });
});

describe('an issue', () => {
  it('says what issues like it took, once there are enough of them', async () => {
    const app = await withAPast();
    const { items } = await app.value('openPlanner', board);
    const issueId = items.find(({ hours }) => hours !== null)?.issueId ?? '';
    expect((await app.value('openGlance', { issueId })).like).toBeNull();
    await learnt(app);
    const { like } = await app.value('openGlance', { issueId });
    expect(like?.issues).toBeGreaterThanOrEqual(10);
    expect(like?.low).toBeLessThan(like?.high ?? 0);
  });
});

describe('the number that draws the line', () => {
  it('is the chance where the board says so, on the page and in what is stored alike', async () => {
    const app = await withAPast();
    await learnt(app);
    const place = { ...board, sprintId: 28 };
    const byRatio = await app.value('savePlan', {
      ...place,
      revision: 0,
      capacityHours: 150,
      desired: 90,
      policy: 'atLeast',
    });
    await app.value('saveBoardSettings', { ...board, revision: 0, drives: 'chance' });
    const byChance = await app.value('openPlanner', place);
    expect(byChance.settings.drives).toBe('chance');
    // The ratio reaches 90 % with one issue more than the chance does.
    expect(byChance.plan.cutline.count).toBe(byRatio.plan.cutline.count - 1);
  });
});

const closed = 'avi:jira-software:closed:sprint';

/** Forge may deliver an event more than once. */
async function redeliver(app: App, eventType: string, sprintId: number): Promise<void> {
  const { id, name, originBoardId } = app.sandbox.site.sprints.find(({ id: own }) => own === sprintId) ?? {};
  const event: ProductEvent = { eventType, sprint: { id: String(id), name, originBoardId: String(originBoardId) } };
  app.sandbox.events.emit(event);
  await app.sandbox.events.deliver();
}
