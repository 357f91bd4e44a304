import type { Value } from '../../src/contract';
import { type App, openApp } from '../open-app';
import { post } from '../sandbox/jira/post';
import { at, closeSprint, log, move, place, promise, startSprint } from './team-at-work';

jest.setTimeout(30_000);

const board = { boardId: 1 };

/** The made-up team has promised two issues for Sprint 24, has a third in it, and starts it on Monday 23 November. */
async function started(): Promise<{ app: App; clock: { now: number }; issues: [string, string, string] }> {
  const clock = { now: at('11-23T09:00') };
  const app = await openApp(undefined, clock);
  const [one, two] = await promise(app, 2);
  const { items } = await app.value('openPlanner', place);
  const three = items.slice(2).find(({ hours, subtasks }) => hours !== null && subtasks === null)?.issueId;
  if (one === undefined || two === undefined || three === undefined) throw new Error('Sprint 24 has too few issues.');
  startSprint(app);
  await app.sandbox.events.deliver();
  return { app, clock, issues: [one, two, three] };
}

async function close(app: App): Promise<void> {
  closeSprint(app);
  // The event that it was closed, and then the work that this gives.
  await app.sandbox.events.deliver();
  await app.sandbox.events.deliver();
}

async function learnAgain(app: App): Promise<void> {
  await app.value('startLearning', board);
  await app.sandbox.events.deliver();
}

const sprint24 = async (app: App): Promise<Value<'openHistory'>['sprints'][number] | undefined> =>
  (await app.value('openHistory', board)).sprints.find(({ id }) => id === 24);

describe('the work logged on a sprint’s issues', () => {
  it('counts by when it was begun: before, in and after the sprint, also when it is learnt again later', async () => {
    const { app, clock, issues } = await started();
    const [one, two, three] = issues;
    log(app, one, '11-20', '2h');
    clock.now = at('11-25T09:00');
    move(app, one, 'In Progress');
    log(app, one, '11-25', '5h');
    log(app, two, '11-26', '3h');
    log(app, three, '11-26', '6h');
    clock.now = at('11-27T15:00');
    move(app, one, 'Done');
    clock.now = at('12-04T16:00');
    await close(app);

    // The issue took 2 h before the sprint and 5 h in it; in the sprint 5 + 3 h went into what was promised, 6 h beside it.
    const asClosed = { issues: 1, actual: 7, said: { promised: 2, done: 1, actual: 8 } };
    expect(await sprint24(app)).toMatchObject(asClosed);
    const { learnt } = await app.value('openPlanner', board);
    expect(learnt.rows.map(([, actual]) => actual)).toEqual([7]);
    expect(learnt.capacities).toEqual([{ planned: 20, worked: 14 }]);

    clock.now = at('12-10T09:00');
    log(app, one, '12-07', '4h');
    log(app, three, '12-08', '8h');
    await learnAgain(app);
    expect(await sprint24(app)).toMatchObject(asClosed);
    expect((await app.value('openPlanner', board)).learnt.capacities).toEqual([{ planned: 20, worked: 14 }]);
  });

  it('has what was written down after its close once the next sprint closes', async () => {
    const { app, clock, issues } = await started();
    const [one] = issues;
    clock.now = at('11-25T09:00');
    move(app, one, 'In Progress');
    log(app, one, '11-25', '5h');
    clock.now = at('11-27T15:00');
    move(app, one, 'Done');
    clock.now = at('12-04T16:00');
    await close(app);
    expect(await sprint24(app)).toMatchObject({ actual: 5 });
    log(app, one, '11-27', '2h');

    clock.now = at('12-18T16:00');
    expect(post(app.sandbox.jira, '/rest/agile/1.0/sprint/23', { state: 'closed' }, 'ada').status).toBe(200);
    await app.sandbox.events.deliver();
    await app.sandbox.events.deliver();
    expect(await sprint24(app)).toMatchObject({ actual: 7 });
  });

  it('is read to the end of an issue with more than 20 worklogs, with one call more', async () => {
    const { app, clock, issues } = await started();
    const [one] = issues;
    for (let count = 0; count < 12; count += 1) log(app, one, '11-20', '15m');
    for (let count = 0; count < 12; count += 1) log(app, one, '11-25', '30m');
    clock.now = at('11-27T15:00');
    move(app, one, 'Done');
    clock.now = at('12-04T16:00');
    await close(app);
    // 12 × 0.25 h before the sprint, 12 × 0.5 h in it.
    expect(await sprint24(app)).toMatchObject({ actual: 9, said: { actual: 6 } });
    const calls = app.sandbox.traffic.find(({ name }) => name === 'learn')?.record.jiraCalls ?? [];
    expect(calls.filter(({ path }) => path.includes('/worklog'))).toHaveLength(1);
  });

  it('counts where its date is hidden: 2 of 5 h that the app may not see', async () => {
    const { app, clock, issues } = await started();
    const [one] = issues;
    clock.now = at('11-25T09:00');
    move(app, one, 'In Progress');
    log(app, one, '11-25', '5h');
    const hidden = app.sandbox.site.worklogs?.at(-1);
    if (hidden === undefined) throw new Error('Nothing was logged.');
    // What only a role may see is not told to the app, and stays in Jira's sum.
    hidden.timeSpentSeconds = 3 * 3600;
    clock.now = at('11-27T15:00');
    move(app, one, 'Done');
    clock.now = at('12-04T16:00');
    await close(app);
    expect(await sprint24(app)).toMatchObject({ actual: 5, said: { actual: 5 } });
  });
});

describe('a board that changes what its issues took', () => {
  it('is told how many sprints were read otherwise, until it learns again', async () => {
    const { app, clock, issues } = await started();
    const [one] = issues;
    clock.now = at('11-25T09:00');
    move(app, one, 'In Progress');
    log(app, one, '11-25', '5h');
    clock.now = at('11-25T16:00');
    move(app, one, 'Done');
    clock.now = at('12-04T16:00');
    await close(app);
    expect((await app.value('openHistory', board)).readOtherwise).toBe(0);
    await app.value('saveBoardSettings', { ...board, revision: 0, actualSource: 'inProgress' });
    expect((await app.value('openHistory', board)).readOtherwise).toBe(1);
    await learnAgain(app);
    expect((await app.value('openHistory', board)).readOtherwise).toBe(0);
    // Wednesday from nine to four: both halves of a day of 8 h.
    expect(await sprint24(app)).toMatchObject({ actual: 8 });
  });
});
