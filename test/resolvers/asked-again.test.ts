import { type App, openApp } from '../open-app';
import { at, closeSprint, promise, startSprint } from './team-at-work';

jest.setTimeout(60_000);

const kept = (app: App, start: string): string[] =>
  Object.keys(app.sandbox.stored.values).filter((key) => key.startsWith(start));

/** The sprint is planned, and Jira or storage does not answer for now. Whatever is told goes to the log. */
async function planned(): Promise<{ app: App; clock: { now: number }; logged: jest.SpyInstance; issues: string[] }> {
  const clock = { now: at('11-23T09:00') };
  const app = await openApp(undefined, clock);
  const issues = await promise(app, 3);
  return { app, clock, logged: jest.spyOn(console, 'error').mockReturnValue(), issues };
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('an event of Jira that comes while something does not answer', () => {
  it('keeps what a sprint promised a minute later, when Jira was down as it started', async () => {
    const { app, clock, logged } = await planned();
    startSprint(app);
    app.sandbox.conditions.faults.push({ operation: 'getBoard', status: 501, times: null });
    await app.sandbox.events.deliver();
    expect(kept(app, 'commitment:')).toEqual([]);
    expect(logged).toHaveBeenCalledWith('sprint started: jira.failed');
    app.sandbox.conditions.faults.length = 0;
    clock.now += 59_000;
    await app.sandbox.events.deliver();
    expect(kept(app, 'commitment:')).toEqual([]);
    clock.now += 1000;
    await app.sandbox.events.deliver();
    expect(kept(app, 'commitment:')).toEqual(['commitment:1:24']);
    expect(app.sandbox.events.pending).toEqual([]);
  });

  it('is given up after four more tries, with longer and longer waits', async () => {
    const { app, clock } = await planned();
    startSprint(app);
    app.sandbox.conditions.faults.push({ operation: 'getBoard', status: 501, times: null });
    const waits: number[] = [];
    for (let tries = 0; tries < 9 && app.sandbox.events.pending.length > 0; tries += 1) {
      await app.sandbox.events.deliver();
      const [next] = app.sandbox.events.pending;
      if (next === undefined) break;
      waits.push((next.dueAt - clock.now) / 60_000);
      clock.now = next.dueAt;
    }
    expect(waits).toEqual([1, 5, 15, 15]);
    expect(app.sandbox.events.pending).toEqual([]);
  });

  it('learns from a sprint that closed while storage did not answer', async () => {
    const { app, clock } = await planned();
    startSprint(app);
    await app.sandbox.events.deliver();
    closeSprint(app);
    app.sandbox.conditions.faults.push({ operation: '/api/', status: 400, times: null });
    await app.sandbox.events.deliver();
    app.sandbox.conditions.faults.length = 0;
    await app.sandbox.events.deliver();
    expect(kept(app, 'outcome:')).toEqual([]);
    clock.now += 60_000;
    await app.sandbox.events.deliver();
    await app.sandbox.events.deliver();
    expect(kept(app, 'outcome:')).toEqual(['outcome:1:24']);
  });

  it('throws what another time would not mend', async () => {
    const { app } = await planned();
    app.sandbox.events.emit({ eventType: 'avi:jira-software:started:sprint', sprint: { id: 'none' } });
    await app.sandbox.events.deliver();
    expect(app.sandbox.events.pending).toEqual([]);
  });
});
