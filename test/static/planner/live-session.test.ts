import type { Channel } from '../../../static/planner/src/bridge';
import {
  type LiveSession,
  type LiveView,
  type LiveWorld,
  openLiveSession,
} from '../../../static/planner/src/live/live-session';

jest.mock('../../../static/planner/src/bridge', () => ({}));

type Pulse = Awaited<ReturnType<LiveWorld['pulse']>>;

const quiet = { news: false, stamp: 1, here: [] };

/** A session in a world whose clock and whose answers the test holds. */
function live(options: { channel?: boolean; visible?: boolean } = {}) {
  const pulses: ({ at: number } & Parameters<LiveWorld['pulse']>[0])[] = [];
  const views: LiveView[] = [];
  const sent: number[] = [];
  const changes: number[] = [];
  const world = { answer: quiet as Pulse, sending: true, left: 0, message: (): void => undefined };
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
  it('gives a sign of life at once and every 30 s', async () => {
    const { at, views } = live();
    await pass(60_000);
    expect(at()).toEqual([0, 30_000, 60_000]);
    expect(views.at(-1)).toEqual({ here: [], mode: 'live' });
  });

  it('looks every 8 s where realtime does not work, and every 15 s when nothing goes on', async () => {
    const { session, world, at, views } = live({ channel: false });
    const times = (count: number, from: number, step: number) =>
      Array.from({ length: count }, (_, number) => from + number * step);
    await pass(160_000);
    // The one at 120 s is the first with nothing to go on for two minutes.
    expect(at()).toEqual([...times(16, 0, 8_000), 135_000, 150_000]);
    expect(views.at(-1)?.mode).toBe('polling');
    world.answer = { ...quiet, news: true };
    await pass(5_000);
    world.answer = quiet;
    await pass(8_000);
    expect(at().slice(-2)).toEqual([165_000, 173_000]);
    await pass(150_000);
    session.saved();
    await pass(9_000);
    expect(at().slice(-2)).toEqual([323_000, 331_000]);
  });

  it('is as quick as at first when somebody comes back to it', async () => {
    const { session, at } = live({ channel: false });
    session.show(false);
    await pass(200_000);
    session.show(true);
    // Three looks for what came meanwhile, then every 8 s.
    await pass(12_000);
    expect(at()).toEqual([200_000, 202_000, 204_000, 212_000]);
  });

  it('gives each stamp back, and the people whose names it was told', async () => {
    const { world, pulses, views } = live();
    const jana = { accountId: 'jana', name: 'Jana' };
    world.answer = { ...quiet, stamp: 7, here: [{ accountId: 'noor', name: 'Noor' }, jana] };
    await pass(29_999);
    world.answer = { ...quiet, here: [{ accountId: 'noor' }, { accountId: 'jana' }, { accountId: 'stranger' }] };
    await pass(1);
    expect(pulses).toEqual([{ at: 0 }, { at: 30_000, stamp: 7, known: ['noor', 'jana'] }]);
    // By name, and nobody without one.
    expect(views.map(({ here }) => here)).toEqual([
      [jana, { accountId: 'noor', name: 'Noor' }],
      [jana, { accountId: 'noor', name: 'Noor' }],
    ]);
  });

  it('names 50 people at the most, those of whom it was told last', async () => {
    const { world, pulses } = live();
    const people = Array.from({ length: 51 }, (_, number) => ({ accountId: `p${String(number)}`, name: 'Jana' }));
    world.answer = { ...quiet, here: people };
    await pass(30_000);
    expect(pulses[1]?.known).toEqual(people.slice(1).map(({ accountId }) => accountId));
  });

  it('tells of its own save first, and wakes the others only then', async () => {
    const { session, pulses, sent } = live();
    await pass(3_000);
    session.saved();
    await pass(0);
    expect(pulses.at(-1)).toEqual({ at: 3_000, changed: true, stamp: 1 });
    expect(sent).toEqual([0, 3_000]);
  });

  it('wakes the others when it has come, and when it has said that it goes', async () => {
    const { session, pulses, sent, world } = live();
    await pass(3_000);
    expect(sent).toEqual([0]);
    world.sending = false;
    await session.close();
    expect(pulses.at(-1)).toEqual({ at: 3_000, leaving: true });
    expect(sent).toEqual([0, 3_000]);
    expect(world.left).toBe(1);
  });

  it('looks at once when it is woken, and reads the plan anew when there is news', async () => {
    const { world, at, changes } = live();
    await pass(3_000);
    world.answer = { ...quiet, news: true };
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
      world.answer = { ...quiet, news: true };
      world.message();
      await pass(200);
    }
    expect(at()).toEqual([0, 3_000, 4_000, 5_000, 6_000, 7_000]);
    // The reading after the first look waits for nothing, the next one for three seconds; the third is yet to come.
    expect(changes).toHaveLength(2);
    expect((changes[1] ?? 0) - (changes[0] ?? 0)).toBe(3_000);
  });

  it('reads the plan anew when the first pulse tells of a save that came while it was being opened', async () => {
    const { world, changes } = live();
    world.answer = { ...quiet, news: true };
    await pass(1);
    expect(changes).toHaveLength(1);
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
    expect(sent).toEqual([0]);
    world.answer = quiet;
    await pass(5_000);
    expect(pulses.at(-1)).toEqual({ at: 7_000, changed: true, stamp: 1 });
    expect(sent).toEqual([0, 7_000]);
    expect(views.at(-1)?.mode).toBe('live');
  });

  it('polls while it cannot send, until it can', async () => {
    const { session, world, at } = live();
    await pass(2_000);
    world.sending = false;
    session.saved();
    await pass(8_000);
    expect(at()).toEqual([0, 2_000, 10_000]);
    world.sending = true;
    session.saved();
    await pass(1_000);
    await pass(29_000);
    expect(at()).toEqual([0, 2_000, 10_000, 11_000]);
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
