import type { Channel } from '../../../static/planner/src/bridge';
import {
  type LiveSession,
  type LiveView,
  type LiveWorld,
  openLiveSession,
} from '../../../static/planner/src/live/live-session';

jest.mock('../../../static/planner/src/bridge', () => ({}));

type Pulse = Awaited<ReturnType<LiveWorld['pulse']>>;

/** A session in a world whose clock and whose answers the test holds. */
function live(options: { channel?: boolean; visible?: boolean } = {}) {
  const pulses: { at: number; changed?: true; leaving?: true }[] = [];
  const views: LiveView[] = [];
  const sent: number[] = [];
  const changes: number[] = [];
  const world = { answer: { stamp: 'a', here: [] } as Pulse, sending: true, left: 0, message: (): void => undefined };
  const channel: Channel = {
    send: () => {
      sent.push(Date.now());
      return world.sending ? Promise.resolve() : Promise.reject(new Error('off'));
    },
    leave: () => {
      world.left += 1;
    },
  };
  const session: LiveSession = openLiveSession(
    {
      now: () => Date.now(),
      pulse: (news) => {
        pulses.push({ at: Date.now(), ...news });
        return Promise.resolve(world.answer);
      },
      join: (onMessage) => {
        world.message = onMessage;
        return Promise.resolve(options.channel === false ? null : channel);
      },
      onView: (view) => views.push(view),
      onChanged: () => changes.push(Date.now()),
    },
    options.visible ?? true,
  );
  return { session, pulses, views, sent, changes, world, at: () => pulses.map((pulse) => pulse.at) };
}

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
});
afterEach(() => {
  jest.useRealTimers();
});
const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

describe('a page that is live with others', () => {
  it('gives a sign of life at once and every 25 s', async () => {
    const { at, views } = live();
    await pass(50_000);
    expect(at()).toEqual([0, 25_000, 50_000]);
    expect(views.at(-1)).toEqual({ here: [], mode: 'live' });
  });

  it('looks every 5 s where realtime does not work', async () => {
    const { at, views } = live({ channel: false });
    await pass(10_000);
    expect(at()).toEqual([0, 5_000, 10_000]);
    expect(views.at(-1)?.mode).toBe('polling');
  });

  it('tells of its own save first, and wakes the others only then', async () => {
    const { session, pulses, sent } = live();
    await pass(3_000);
    session.saved();
    await pass(0);
    expect(pulses.at(-1)).toEqual({ at: 3_000, changed: true });
    expect(sent).toEqual([3_000]);
  });

  it('looks at once when it is woken, and reads the plan anew when there is news', async () => {
    const { world, at, changes } = live();
    await pass(3_000);
    world.answer = { stamp: 'b', here: [{ accountId: 'jana', name: 'Jana' }] };
    world.message();
    await pass(1);
    expect(at()).toEqual([0, 3_000]);
    expect(changes).toHaveLength(1);
    await pass(10_000);
    expect(at()).toEqual([0, 3_000]);
  });

  it('looks three times when what it was woken for is not there yet', async () => {
    const { world, at, changes } = live();
    await pass(3_000);
    world.message();
    await pass(20_000);
    expect(at()).toEqual([0, 3_000, 5_000, 7_000]);
    expect(changes).toEqual([]);
  });

  it('answers a burst of messages with one look a second, and one reading in three', async () => {
    const { world, at, changes } = live();
    await pass(3_000);
    for (let number = 0; number < 20; number += 1) {
      world.answer = { stamp: `b${String(number)}`, here: [] };
      world.message();
      await pass(200);
    }
    expect(at()).toEqual([0, 3_000, 4_000, 5_000, 6_000, 7_000]);
    // The reading after the first look waits for nothing, the next one for three seconds; the third is yet to come.
    expect(changes).toHaveLength(2);
    expect((changes[1] ?? 0) - (changes[0] ?? 0)).toBe(3_000);
  });

  it('does not take the first stamp that it sees for news', async () => {
    const { changes } = live();
    await pass(1_000);
    expect(changes).toEqual([]);
  });

  it('is silent while nobody looks, and looks when somebody does again', async () => {
    const { session, at } = live();
    await pass(1_000);
    session.show(false);
    await pass(120_000);
    expect(at()).toEqual([0]);
    session.show(true);
    await pass(0);
    expect(at()).toEqual([0, 121_000]);
  });

  it('does not know who is here while the pulse fails, tries again, and tells of the save then', async () => {
    const { session, world, pulses, views, sent } = live();
    await pass(2_000);
    world.answer = null;
    session.saved();
    await pass(0);
    expect(views.at(-1)).toEqual({ here: [], mode: 'alone' });
    expect(sent).toEqual([]);
    world.answer = { stamp: 'a', here: [] };
    await pass(5_000);
    expect(pulses.at(-1)).toEqual({ at: 7_000, changed: true });
    expect(sent).toEqual([7_000]);
    expect(views.at(-1)?.mode).toBe('live');
  });

  it('polls while it cannot send, until it can', async () => {
    const { session, world, at } = live();
    await pass(2_000);
    world.sending = false;
    session.saved();
    await pass(5_000);
    expect(at()).toEqual([0, 2_000, 7_000]);
    world.sending = true;
    session.saved();
    await pass(1_000);
    await pass(24_000);
    expect(at()).toEqual([0, 2_000, 7_000, 8_000]);
  });

  it('says goodbye once, with what it had not told yet, and is silent ever after', async () => {
    const { session, world, pulses } = live();
    await pass(500);
    session.saved();
    await session.close();
    await session.close();
    await pass(60_000);
    expect(pulses).toEqual([{ at: 0 }, { at: 500, changed: true, leaving: true }]);
    expect(world.left).toBe(1);
  });

  it('leaves a channel that was joined too late', async () => {
    const { session, world } = live();
    await session.close();
    await pass(0);
    expect(world.left).toBe(1);
  });
});
