import type { Payload, Value } from '../../../../src/contract';
import type { Channel } from '../bridge';
import { type LiveTiming, looksOfAMessage, waitForPulse, waitForRefresh } from './live-schedule';

/** What there is to see of others, by name. `alone`: it is not known who else is here. */
export interface LiveView {
  here: { accountId: string; name: string }[];
  mode: 'live' | 'polling' | 'alone';
}

/** What a session needs of the world; tests bring their own. */
export interface LiveWorld {
  /** Milliseconds on any clock that only goes forward. */
  now(): number;
  /** null: it did not work. */
  pulse(news: Pick<Payload<'pulse'>, 'changed' | 'leaving' | 'stamp' | 'known'>): Promise<Value<'pulse'> | null>;
  /** null: realtime does not work here. */
  join(onMessage: () => void): Promise<Channel | null>;
  onView(view: LiveView): void;
  /** Somebody else has saved. */
  onChanged(): void;
}

export interface LiveSession {
  /** Something was saved from this page. */
  saved(): void;
  /** Whether anybody can see the page. */
  show(isVisible: boolean): void;
  /** Says goodbye, once; resolves when that has been said or has failed. */
  close(): Promise<void>;
}

/** As many as the contract takes; the names of the others come again. */
const mostKnown = 50;

/**
 * Keeps in touch with the other pages on the same plan, until it is closed. A message on the channel carries nothing: it
 * only says that it is worth looking. What is new, and who is here, comes from the pulse, which Jira's permissions guard.
 */
export function openLiveSession(world: LiveWorld, isVisible: boolean): LiveSession {
  const timing: LiveTiming = {
    channel: 'joining',
    hidden: !isVisible,
    busy: false,
    unsaid: false,
    looks: 0,
    lastPulse: null,
    lastActivity: world.now(),
    failures: 0,
  };
  let channel: Channel | null = null;
  let stamp: number | undefined;
  const names = new Map<string, string>();
  let lastRefresh: number | null = null;
  let pulseTimer: ReturnType<typeof setTimeout> | undefined;
  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  /** The others have been woken since this page is here. */
  let announced = false;

  const schedule = (): void => {
    clearTimeout(pulseTimer);
    const wait = closed ? null : waitForPulse(timing, world.now());
    if (wait !== null) pulseTimer = setTimeout(() => void beat(), wait);
  };

  const beat = async (): Promise<void> => {
    const news = timing.unsaid;
    Object.assign(timing, { busy: true, unsaid: false, lastPulse: world.now(), looks: Math.max(0, timing.looks - 1) });
    const answer = await world.pulse({
      ...(news ? { changed: true } : {}),
      ...(stamp === undefined ? {} : { stamp }),
      ...(names.size === 0 ? {} : { known: [...names.keys()].slice(-mostKnown) }),
    });
    timing.busy = false;
    if (closed) return;
    if (answer === null) {
      timing.failures += 1;
      timing.unsaid ||= news;
      world.onView({ here: [], mode: 'alone' });
    } else {
      timing.failures = 0;
      if (answer.news) {
        Object.assign(timing, { looks: 0, lastActivity: world.now() });
        refreshSoon();
      }
      stamp = answer.stamp;
      // To the others somebody who has come is as new as a save.
      if (news || !announced) void wakeOthers();
      world.onView({ here: named(answer.here), mode: timing.channel === 'none' ? 'polling' : 'live' });
    }
    schedule();
  };

  const named = (here: Value<'pulse'>['here']): LiveView['here'] => {
    for (const { accountId, name } of here) if (name !== undefined) names.set(accountId, name);
    return here
      .flatMap(({ accountId }) => {
        const name = names.get(accountId);
        return name === undefined ? [] : [{ accountId, name }];
      })
      .sort((one, other) => one.name.localeCompare(other.name) || one.accountId.localeCompare(other.accountId));
  };

  const wakeOthers = async (): Promise<void> => {
    if (channel === null) return;
    announced = true;
    try {
      await channel.send();
      timing.channel = 'open';
    } catch {
      // Perhaps only for now: the next save tries again, and until then this page looks for itself.
      timing.channel = 'none';
    }
    schedule();
  };

  const refreshSoon = (): void => {
    if (refreshTimer !== undefined) return;
    refreshTimer = setTimeout(
      () => {
        refreshTimer = undefined;
        lastRefresh = world.now();
        world.onChanged();
      },
      waitForRefresh(lastRefresh, world.now()),
    );
  };

  const look = (): void => {
    timing.looks = looksOfAMessage;
    schedule();
  };

  void world.join(look).then((joined) => {
    if (closed) {
      joined?.leave();
      return;
    }
    channel = joined;
    timing.channel = joined === null ? 'none' : 'open';
    if (stamp !== undefined && !announced) void wakeOthers();
    schedule();
  });
  schedule();

  return {
    saved() {
      Object.assign(timing, { unsaid: true, lastActivity: world.now() });
      schedule();
    },
    show(visible) {
      if (visible && timing.hidden) Object.assign(timing, { looks: looksOfAMessage, lastActivity: world.now() });
      timing.hidden = !visible;
      schedule();
    },
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(pulseTimer);
      clearTimeout(refreshTimer);
      await world.pulse(timing.unsaid ? { changed: true, leaving: true } : { leaving: true });
      // Now there is something to see for the others.
      await channel?.send().catch(() => undefined);
      channel?.leave();
    },
  };
}
