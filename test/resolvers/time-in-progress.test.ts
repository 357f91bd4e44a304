import * as z from 'zod';

import type { Planner, PlannerItem } from '../../src/contract';
import { capacityLeft } from '../../src/estimation/plan-chances';
import { pace } from '../../src/pace';
import { chancesOf } from '../../src/planning/learning/chance-of-plan';
import { type App, openApp } from '../open-app';
import { at, log, move, place, promise, startSprint } from './team-at-work';

jest.setTimeout(60_000);

const changelogs = '/rest/api/3/changelog/bulkfetch';
const commitmentSchema = z.looseObject({ spent: z.record(z.string(), z.number()), actualSource: z.string() });

interface Team {
  app: App;
  clock: { now: number };
  one: string;
  two: string;
}

/** On Friday the made-up team has promised two issues for Sprint 24, with 20 h, on a board that counts what `actualSource` says. */
async function planned(actualSource: 'logged' | 'inProgress' = 'inProgress'): Promise<Team> {
  const clock = { now: at('11-20T09:00') };
  jest.spyOn(pace, 'now').mockImplementation(() => clock.now);
  jest.spyOn(pace, 'sleep').mockResolvedValue();
  const app = await openApp(undefined, clock);
  await app.value('saveBoardSettings', { boardId: place.boardId, revision: 0, actualSource });
  const [one = '', two = ''] = await promise(app, 2);
  return { app, clock, one, two };
}

/** The sprint starts on Monday at nine. */
async function start({ app, clock }: Team): Promise<void> {
  clock.now = at('11-23T09:00');
  startSprint(app);
  await app.sandbox.events.deliver();
}

async function running(actualSource?: 'logged' | 'inProgress'): Promise<Team> {
  const team = await planned(actualSource);
  await start(team);
  return team;
}

const opened = ({ app }: Team): Promise<Planner> => app.value('openPlanner', place);

function item(planner: Planner, issueId: string): PlannerItem | undefined {
  return planner.items.find((each) => each.issueId === issueId);
}

const left = ({ items }: Planner): number => capacityLeft(items, 20, true);

const chances = (planner: Planner): number[] => chancesOf(planner, planner.items, 20);

/** The same plan if nobody had done anything. */
const untouched = (planner: Planner): Planner => ({
  ...planner,
  spentSource: 'inProgress',
  items: planner.items.map((each) => ({
    ...each,
    status: { ...each.status, category: 'new' },
    spentHours: null,
    spentBeforeHours: null,
  })),
});

const commitment = ({ app }: Team): unknown => app.sandbox.stored.values['commitment:1:24']?.value;

async function paths({ app }: Team): Promise<string[]> {
  const { record } = await app.invoke('openPlanner', place);
  return record.jiraCalls.map(({ path }) => path);
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('a running sprint of a board that counts the time in progress', () => {
  it('takes an issue that was in progress for a day as begun, and the day from its capacity', async () => {
    const team = await running();
    const { app, clock, one } = team;
    expect(left(await opened(team))).toBe(20);
    clock.now = at('11-24T09:00');
    move(app, one, 'In Progress');
    clock.now = at('11-25T09:00');
    const planner = await opened(team);
    expect(planner.spentSource).toBe('inProgress');
    expect(item(planner, one)).toMatchObject({ spentHours: 8, spentBeforeHours: 0 });
    expect(left(planner)).toBe(12);
    expect(chances(planner)).not.toEqual(chances(untouched(planner)));
  });

  it('counts an issue that is done with what it took, and no more as time goes by', async () => {
    const team = await running();
    const { app, clock, one } = team;
    move(app, one, 'In Progress');
    clock.now = at('11-24T16:00');
    move(app, one, 'Done');
    clock.now = at('11-26T16:00');
    const planner = await opened(team);
    expect(item(planner, one)).toMatchObject({ spentHours: 16 });
    expect(left(planner)).toBe(4);
  });

  it('does not count what is logged, and shows estimates and what remains of them as they are', async () => {
    const team = await running();
    const { app, clock, one, two } = team;
    move(app, one, 'In Progress');
    clock.now = at('11-24T09:00');
    const before = await opened(team);
    log(app, one, '11-23', '3h');
    log(app, two, '11-23', '2h');
    const planner = await opened(team);
    expect(item(planner, one)).toMatchObject({ spentHours: 8, hours: item(before, one)?.hours });
    expect(item(planner, two)?.spentHours).toBeNull();
    expect(left(planner)).toBe(12);
    expect(chances(planner)).toEqual(chances(before));
    expect(item(planner, one)?.remainingHours).toBe((item(before, one)?.remainingHours ?? 0) - 3);
  });

  it('keeps how long issues had been in progress when it started, which takes nothing from its capacity', async () => {
    const team = await planned();
    const { app, clock, one, two } = team;
    move(app, one, 'In Progress');
    log(app, two, '11-20', '2h');
    await start(team);
    expect(commitmentSchema.parse(commitment(team))).toMatchObject({
      actualSource: 'inProgress',
      spent: { [one]: 8, [two]: 0 },
    });
    clock.now = at('11-24T09:00');
    const planner = await opened(team);
    expect(item(planner, one)).toMatchObject({ spentHours: 16, spentBeforeHours: 8 });
    expect(left(planner)).toBe(12);
    // Changelogs know it too, where nobody kept it.
    Reflect.deleteProperty(app.sandbox.stored.values, 'commitment:1:24');
    const again = await opened(team);
    expect(item(again, one)).toEqual(item(planner, one));
    expect(chances(again)).toEqual(chances(planner));
  });

  it('takes nothing from its capacity for what an issue had taken before it was put back to do', async () => {
    const team = await planned();
    const { app, clock, one } = team;
    move(app, one, 'In Progress');
    clock.now = at('11-20T17:00');
    move(app, one, 'To Do');
    await start(team);
    move(app, one, 'In Progress');
    clock.now = at('11-23T13:00');
    const planner = await opened(team);
    const { spentHours, spentBeforeHours } = item(planner, one) ?? {};
    expect(spentBeforeHours).toBeGreaterThan(0);
    expect(left(planner)).toBeCloseTo(20 - ((spentHours ?? 0) - (spentBeforeHours ?? 0)));
    expect((spentHours ?? 0) - (spentBeforeHours ?? 0)).toBeCloseTo(4);
  });

  it('does not take what was kept in hours in progress for hours logged once the board counts these, nor the other way round', async () => {
    const team = await planned();
    const { app, clock, one } = team;
    move(app, one, 'In Progress');
    await start(team);
    log(app, one, '11-23', '1h');
    await app.value('saveBoardSettings', { boardId: 1, revision: 1, actualSource: 'logged' });
    expect(item(await opened(team), one)).toMatchObject({ spentHours: 1, spentBeforeHours: null });

    const other = await planned('logged');
    log(other.app, other.one, '11-20', '2h');
    move(other.app, other.one, 'In Progress');
    await start(other);
    await other.app.value('saveBoardSettings', { boardId: 1, revision: 1, actualSource: 'inProgress' });
    other.clock.now = clock.now = at('11-24T09:00');
    expect(item(await opened(other), other.one)).toMatchObject({ spentHours: 16, spentBeforeHours: 8 });
  });

  it('costs two calls more however many issues are begun, and none while nothing is', async () => {
    const team = await running();
    const { app, one, two } = team;
    const before = await paths(team);
    move(app, one, 'In Progress');
    const more = await paths(team);
    expect(more).toHaveLength(before.length + 2);
    expect(more.filter((path) => path.startsWith(changelogs))).toHaveLength(1);
    move(app, two, 'In Progress');
    expect(await paths(team)).toHaveLength(more.length);
  });

  it('asks for no changelogs where the board counts what is logged, or before the sprint runs', async () => {
    const logged = await running('logged');
    move(logged.app, logged.one, 'In Progress');
    const calls = await paths(logged);
    expect(calls.filter((path) => path.startsWith(changelogs) || path.startsWith('/rest/api/3/status'))).toEqual([]);
    expect((await opened(logged)).spentSource).toBe('logged');

    const toCome = await planned();
    move(toCome.app, toCome.one, 'In Progress');
    log(toCome.app, toCome.one, '11-20', '2h');
    expect((await paths(toCome)).filter((path) => path.startsWith(changelogs))).toEqual([]);
    // Hours logged would be another unit.
    expect(item(await opened(toCome), toCome.one)?.spentHours).toBeNull();
  });

  it('is previewed with its time in progress before the board counts that', async () => {
    const team = await running('logged');
    move(team.app, team.one, 'In Progress');
    const asked = { ...place, actualSource: 'inProgress' };
    const { record, body } = await team.app.invoke('previewBoardSettings', asked);
    expect(body).toMatchObject({ value: { sprint: { id: 24 } } });
    expect(record.jiraCalls.filter(({ path }) => path.startsWith(changelogs))).toHaveLength(1);
  });
});

describe('changelogs that cannot be read', () => {
  it.each([500, 429, 403])(
    '(%i) leave a planner that asks of all work and all capacity, and says so',
    async (status) => {
      const team = await running();
      const { app, clock, one, two } = team;
      move(app, one, 'In Progress');
      move(app, two, 'In Progress');
      clock.now = at('11-24T09:00');
      move(app, two, 'Done');
      log(app, one, '11-23', '3h');
      const known = await opened(team);
      app.sandbox.conditions.faults.push({ operation: 'getBulkChangelogs', status, times: null });
      const planner = await opened(team);
      expect(planner.spentSource).toBe('unknown');
      expect(planner.items.map(({ spentHours }) => spentHours)).toEqual(planner.items.map(() => null));
      expect(left(planner)).toBe(20);
      expect(chances(planner)).toEqual(chances(untouched(planner)));
      expect(chances(planner)).not.toEqual(chances(known));
    },
  );

  it('put off what a starting sprint promises until they can', async () => {
    const team = await planned();
    const { app, clock, one } = team;
    move(app, one, 'In Progress');
    app.sandbox.conditions.faults.push({ operation: 'getBulkChangelogs', status: 500, times: 5 });
    await start(team);
    expect(commitment(team)).toBeUndefined();
    clock.now += 60_000;
    await app.sandbox.events.deliver();
    expect(commitment(team)).toMatchObject({ spent: { [one]: 8 } });
  });
});
