import type { Value } from '../../../../src/contract';
import type { Channel } from '../bridge';
import { type LiveTiming, looksOfAMessage, waitForPulse, waitForRefresh } from './live-schedule';

/** What there is to see of others. `alone`: it is not known who else is here. */
export interface LiveView {
  here: Value<'pulse'>['here'];
  mode: 'live' | 'polling' | 'alone';
}

/** What a session needs of the world; tests bring their own. */
export interface LiveWorld {
  /** Milliseconds on any clock that only goes forward. */
  now(): number;
  /** null: it did not work. */
  pulse(news: { changed?: true; leaving?: true }): Promise<Value<'pulse'> | null>;
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
    failures: 0,
  };
  let channel: Channel | null = null;
  let stamp: string | undefined;
  let lastRefresh: number | null = null;
  let pulseTimer: ReturnType<typeof setTimeout> | undefined;
  let refreshTimer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  const schedule = (): void => {
    clearTimeout(pulseTimer);
    const wait = closed ? null : waitForPulse(timing, world.now());
    if (wait !== null) pulseTimer = setTimeout(() => void beat(), wait);
  };

  const beat = async (): Promise<void> => {
    const news = timing.unsaid;
    Object.assign(timing, { busy: true, unsaid: false, lastPulse: world.now(), looks: Math.max(0, timing.looks - 1) });
    const answer = await world.pulse(news ? { changed: true } : {});
    timing.busy = false;
    if (closed) return;
    if (answer === null) {
      timing.failures += 1;
      timing.unsaid ||= news;
      world.onView({ here: [], mode: 'alone' });
    } else {
      timing.failures = 0;
      if (news) void wakeOthers();
      if (stamp !== undefined && stamp !== answer.stamp) {
        timing.looks = 0;
        refreshSoon();
      }
      stamp = answer.stamp;
      world.onView({ here: answer.here, mode: timing.channel === 'none' ? 'polling' : 'live' });
    }
    schedule();
  };

  const wakeOthers = async (): Promise<void> => {
    if (channel === null) return;
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
    schedule();
  });
  schedule();

  return {
    saved() {
      timing.unsaid = true;
      schedule();
    },
    show(visible) {
      if (visible && timing.hidden) timing.looks = looksOfAMessage;
      timing.hidden = !visible;
      schedule();
    },
    async close() {
      if (closed) return;
      closed = true;
      clearTimeout(pulseTimer);
      clearTimeout(refreshTimer);
      channel?.leave();
      await world.pulse(timing.unsaid ? { changed: true, leaving: true } : { leaving: true });
    },
  };
}
