/** What decides when the page next asks who is here and what is new. Times are milliseconds. */
export interface LiveTiming {
  /** joining: not known yet whether realtime works here. */
  channel: 'joining' | 'open' | 'none';
  /** Nobody looks at the page. */
  hidden: boolean;
  /** A pulse is under way. */
  busy: boolean;
  /** Something was saved here that the others have not been told of. */
  unsaid: boolean;
  /** How often to look soon, because somebody said that there is something to see. */
  looks: number;
  lastPulse: number | null;
  /** When the page was opened or came back into view, or something was last saved, here or by others. */
  lastActivity: number;
  /** Pulses that failed, one after the other. */
  failures: number;
}

/** A wake-up is answered at once, but several of them by one look. */
const throttle = 1000;
/** Storage may show a change some seconds after it was made: one look that finds nothing is not the last. */
const lookAgain = 2000;
/** What a wake-up is worth. */
export const looksOfAMessage = 3;
/** The server takes a page for gone that is silent for two of these and a bit (src/planning/pulse.ts). */
const heartbeat = 30_000;
/** Without realtime the pulse is all that tells of others: more often while something goes on. */
const polling = 8000;
const quietPolling = 15_000;
const quietAfter = 2 * 60_000;
const firstRetry = 5000;
const longest = 60_000;

/** Milliseconds until the next pulse; null while there is none to come. */
export function waitForPulse(timing: LiveTiming, now: number): number | null {
  const { channel, hidden, busy, unsaid, looks, lastPulse, lastActivity, failures } = timing;
  if (busy) return null;
  if (lastPulse === null) return hidden ? null : 0;
  const since = now - lastPulse;
  const after = (pause: number): number => Math.max(0, pause - since);
  // Failing is slowed down whatever there is to say: it may be that Jira has too much to do.
  if (failures > 0) return hidden && !unsaid ? null : after(Math.min(longest, firstRetry * 2 ** (failures - 1)));
  // The others wait for what was saved here, also when the person has turned to another window.
  if (unsaid) return after(throttle);
  if (hidden) return null;
  if (looks > 0) return after(looks === looksOfAMessage ? throttle : lookAgain);
  if (channel !== 'none') return after(heartbeat);
  return after(now - lastActivity < quietAfter ? polling : quietPolling);
}

/** Reading the plan anew is the costly part. */
const refreshPause = 3000;

/** Milliseconds until the plan may be read anew, when it was last at this time. */
export function waitForRefresh(lastRefresh: number | null, now: number): number {
  return lastRefresh === null ? 0 : Math.max(0, refreshPause - (now - lastRefresh));
}
