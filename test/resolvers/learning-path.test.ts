import * as z from 'zod';

import { chancesOf } from '../../src/planning/learning/chance-of-plan';
import { pace } from '../../src/pace';
import { type App, openApp } from '../open-app';
import { at, closeSprint, log, move, place, promise, startSprint } from './team-at-work';

jest.setTimeout(60_000);

const board = { boardId: 1 };
const calibrationSchema = z.looseObject({
  rows: z.array(z.array(z.number())),
  capacities: z.array(z.object({ planned: z.number(), worked: z.number() })),
});
const commitmentSchema = z.looseObject({
  chance: z.number().nullable(),
  spent: z.record(z.string(), z.number()),
});

const stored = (app: App, key: string): unknown => app.sandbox.stored.values[key]?.value;

/** What the board has learnt, without when. */
function calibration(app: App): z.output<typeof calibrationSchema> {
  const { at: _at, ...learnt } = calibrationSchema.parse(stored(app, 'calibration:1'));
  return learnt;
}

/** Three issues are promised, worked on for 5, 6 and 7 h, and done; Jira has closed the sprint, and nothing is told yet. */
async function closed(startIsTold = true): Promise<{ app: App; clock: { now: number } }> {
  const clock = { now: at('11-23T09:00') };
  const app = await openApp(undefined, clock);
  const issues = await promise(app, 3);
  startSprint(app);
  if (startIsTold) await app.sandbox.events.deliver();
  for (const [index, issueId] of issues.entries()) {
    clock.now = at(`11-2${String(4 + index)}T09:00`);
    move(app, issueId, 'In Progress');
    log(app, issueId, `11-2${String(4 + index)}`, `${String(5 + index)}h`);
    clock.now += 8 * 3_600_000;
    move(app, issueId, 'Done');
  }
  clock.now = at('12-04T16:00');
  closeSprint(app);
  return { app, clock };
}

/** The event, and then the work that it gives. */
async function deliver(app: App, how: { twice?: boolean; reversed?: boolean } = {}): Promise<void> {
  await app.sandbox.events.deliver(how);
  await app.sandbox.events.deliver(how);
}

/** As it is where nothing goes wrong. */
async function usual(): Promise<z.output<typeof calibrationSchema>> {
  const { app } = await closed();
  await deliver(app);
  return calibration(app);
}

describe('a sprint from its start to what it taught', () => {
  it('teaches three finished issues, and the planner rests on them', async () => {
    const { app } = await closed();
    const before = await app.value('openPlanner', board);
    expect(before.learnt.rows).toEqual([]);
    await deliver(app);
    const { rows, capacities } = calibration(app);
    expect(rows.map(([, actual]) => actual)).toEqual([5, 6, 7]);
    // 18 of 20 h were worked, and nothing was left to do: that says nothing of the capacity.
    expect(capacities).toEqual([]);
    const after = await app.value('openPlanner', board);
    expect(after.learnt).toMatchObject({ rows, capacities });
    expect(chancesOf(after, after.items, 90)).not.toEqual(
      chancesOf({ ...after, learnt: before.learnt }, after.items, 90),
    );
  });

  it('is the same when the close is told twice', async () => {
    const { app } = await closed();
    await deliver(app, { twice: true });
    expect(calibration(app)).toEqual(await usual());
  });

  it('is the same when the close is told three hours later', async () => {
    const { app, clock } = await closed();
    clock.now += 3 * 3_600_000;
    await deliver(app);
    expect(calibration(app)).toEqual(await usual());
  });

  it('is the same when the start is told once more after the close', async () => {
    const { app } = await closed();
    const promised = stored(app, 'commitment:1:24');
    const event = { id: '24', name: 'Sprint 24', originBoardId: '1' };
    app.sandbox.events.emit({ eventType: 'avi:jira-software:started:sprint', sprint: event });
    await deliver(app, { reversed: true });
    expect(stored(app, 'commitment:1:24')).toEqual(promised);
    expect(calibration(app)).toEqual(await usual());
  });

  it('is the same work when the close is told before the start, but nothing was promised: it is too late for that', async () => {
    const { app } = await closed(false);
    await deliver(app, { reversed: true });
    expect(stored(app, 'commitment:1:24')).toBeUndefined();
    expect(calibration(app)).toEqual({ ...(await usual()), capacities: [] });
  });

  it('is the same when the job runs out of time after each sprint, and goes on with the next push', async () => {
    const { app } = await closed();
    await deliver(app);
    // A run reads the two sprints before this one, too.
    await app.value('startLearning', board);
    await app.sandbox.events.deliver();
    const once = calibration(app);
    const outcomes = (): number =>
      Object.keys(app.sandbox.stored.values).filter((key) => key.startsWith('outcome:')).length;
    for (const key of Object.keys(app.sandbox.stored.values)) {
      if (/^(outcome|calibration):/.test(key)) Reflect.deleteProperty(app.sandbox.stored.values, key);
    }
    await app.value('startLearning', board);
    const real = pace.now.bind(pace);
    // Of the 13 minutes that a job has, the first sprint takes all.
    const slow = jest.spyOn(pace, 'now').mockImplementation(() => real() + (outcomes() > 0 ? 800_000 : 0));
    await app.sandbox.events.deliver();
    slow.mockRestore();
    expect(await app.value('readLearning', board)).toMatchObject({ state: 'running', done: 1 });
    expect(stored(app, 'calibration:1')).toBeUndefined();
    await app.sandbox.events.deliver();
    expect(await app.value('readLearning', board)).toMatchObject({ state: 'done' });
    expect(calibration(app)).toEqual(once);
  });

  it('is the same when Jira lists the sprint as closed only later, and is given up when it never does', async () => {
    const { app, clock } = await closed();
    const sprint = app.sandbox.site.sprints.find(({ id }) => id === place.sprintId);
    if (sprint === undefined) throw new Error('There is no Sprint 24.');
    sprint.state = 'active';
    await deliver(app);
    expect(app.sandbox.events.pending).toHaveLength(1);
    sprint.state = 'closed';
    clock.now += 60_000;
    await app.sandbox.events.deliver();
    expect(calibration(app)).toEqual(await usual());

    const never = await closed();
    never.app.sandbox.site.sprints.splice(0, Infinity);
    await deliver(never.app);
    for (let hour = 0; hour < 6; hour += 1) {
      never.clock.now += 900_000;
      await never.app.sandbox.events.deliver();
    }
    expect(never.app.sandbox.events.pending).toEqual([]);
    const logs = never.app.sandbox.traffic.flatMap(({ record }) => record.logs.map(({ text }) => text));
    expect(logs).toEqual([expect.stringContaining('sprint 24')]);
  });

  it('is learnt on a board that planned it, also when it was made on another one, until it is deleted', async () => {
    const { app } = await closed();
    const told = { id: '24', name: 'Sprint 24', originBoardId: '77' };
    const marks = (): string[] => Object.keys(app.sandbox.stored.values).filter((key) => key.startsWith('planned-on:'));
    expect(marks()).toEqual(['planned-on:24:1']);
    for (const event of app.sandbox.events.pending) Object.assign(event.event, { sprint: told });
    await deliver(app);
    expect(calibration(app)).toEqual(await usual());
    app.sandbox.events.emit({ eventType: 'avi:jira-software:deleted:sprint', sprint: told });
    await app.sandbox.events.deliver();
    expect(marks()).toEqual([]);
  });
});

describe('what was promised when a sprint started', () => {
  it('has what had been spent by then, which takes nothing from the capacity', async () => {
    const app = await openApp(undefined, { now: at('11-23T09:00') });
    const [one = '', , , below = ''] = await promise(app, 4);
    log(app, one, '11-20', '2h');
    log(app, below, '11-20', '3h');
    startSprint(app, '2100-01-04T09:00:00.000Z');
    await app.sandbox.events.deliver();
    const commitment = commitmentSchema.parse(stored(app, 'commitment:1:24'));
    expect(commitment).toMatchObject({ spent: { [one]: 2, [below]: 3 } });

    log(app, one, '11-24', '1h');
    const planner = await app.value('openPlanner', place);
    const { items, plan } = planner;
    expect(items.find(({ issueId }) => issueId === one)).toMatchObject({ spentHours: 3, spentBeforeHours: 2 });
    expect(items.find(({ issueId }) => issueId === below)).toMatchObject({ spentHours: 3, spentBeforeHours: 3 });
    // The number that the page had shown when it started, before another hour was spent.
    const then = items.map((item) => (item.issueId === one ? { ...item, spentHours: 2 } : item));
    expect(commitment.chance).toBeCloseTo(chancesOf(planner, then, 20)[plan.cutline.count - 1] ?? 1, 12);
  });
});
