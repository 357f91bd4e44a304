import timers from 'node:timers';
import { setImmediate as turn } from 'node:timers/promises';
import { deliverEvents } from '../../../sandbox/forge/deliver-events';
import type { AppEvents, PendingEvent } from '../../../sandbox/sandbox-types';

const waiting: PendingEvent = {
  id: '1',
  kind: 'queue',
  name: 'work',
  moduleKey: 'late-work',
  functionKey: 'consume',
  at: 0,
  dueAt: 0,
  retries: 0,
  event: {},
};

/** Events that are delivered when the test says so, and a bell that rings when it says so. */
function served(failure?: Error) {
  const pending = [waiting];
  let deliveries = 0;
  let saves = 0;
  let finish = (): void => undefined;
  const events: AppEvents = {
    pending,
    emit: () => undefined,
    runSchedule: (key) => Promise.reject(new Error(key)),
    async deliver() {
      deliveries += 1;
      await new Promise<void>((done) => {
        finish = done;
      });
      if (failure !== undefined) throw failure;
      const [event] = pending.splice(0);
      if (event === undefined) return [];
      const record = {
        jiraCalls: [],
        jiraPoints: 0,
        kvsReads: 0,
        kvsWrites: 0,
        kvsCalls: [],
        milliseconds: 0,
        logs: [],
        lateCalls: [],
      };
      return [{ event, result: { record } }];
    },
  };
  let ring = (): void => undefined;
  const { setInterval: often } = timers;
  jest.spyOn(timers, 'setInterval').mockImplementation((bell) => {
    ring = bell;
    return often(() => undefined, 1_000_000);
  });
  const save = () => {
    saves += 1;
    return Promise.resolve();
  };
  const told: string[] = [];
  const delivering = deliverEvents({ events, save }, (line) => told.push(line));
  return {
    delivering,
    told,
    ring: () => {
      ring();
    },
    finish: async () => {
      finish();
      await turn();
    },
    counts: () => ({ deliveries, saves }),
  };
}

afterEach(() => {
  jest.restoreAllMocks();
});

describe('events of an app that is being served', () => {
  it('are delivered one look at a time, and what they did is kept', async () => {
    const { ring, finish, counts, delivering } = served();
    ring();
    ring();
    expect(counts()).toEqual({ deliveries: 1, saves: 0 });
    await finish();
    expect(counts()).toEqual({ deliveries: 1, saves: 1 });
    // Nothing is on its way any more.
    ring();
    expect(counts()).toEqual({ deliveries: 1, saves: 1 });
    await delivering.stop();
  });

  it('are delivered to the end before the site is closed', async () => {
    const { ring, finish, counts, delivering } = served();
    ring();
    let stopped = false;
    const stopping = delivering.stop().then(() => {
      stopped = true;
    });
    await turn();
    expect(stopped).toBe(false);
    await finish();
    await stopping;
    expect(counts()).toEqual({ deliveries: 1, saves: 1 });
  });

  it('do not end the sandbox when they cannot be delivered: they are tried again', async () => {
    const { ring, finish, counts, told, delivering } = served(new Error('no luck'));
    ring();
    await finish();
    expect(told).toEqual(["The app's events could not be delivered: no luck"]);
    ring();
    expect(counts()).toEqual({ deliveries: 2, saves: 0 });
    await finish();
    await delivering.stop();
  });
});
