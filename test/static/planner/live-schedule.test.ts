import {
  type LiveTiming,
  looksOfAMessage,
  waitForPulse,
  waitForRefresh,
} from '../../../static/planner/src/live/live-schedule';

const quiet: LiveTiming = {
  channel: 'open',
  hidden: false,
  busy: false,
  unsaid: false,
  looks: 0,
  lastPulse: 10_000,
  lastActivity: 10_000,
  failures: 0,
};

// The last pulse was at 10 s; it is 10.4 s now.
const waitAfter = (changes: Partial<LiveTiming>) => waitForPulse({ ...quiet, ...changes }, 10_400);

describe('the next pulse', () => {
  it.each<[string, Partial<LiveTiming>, number | null]>([
    ['comes at once when there was none yet', { lastPulse: null }, 0],
    ['comes 30 s after the last one while realtime works', {}, 29_600],
    ['comes 8 s after the last one without realtime', { channel: 'none' }, 7_600],
    ['is as quick until two minutes went by', { channel: 'none', lastActivity: 10_401 - 120_000 }, 7_600],
    [
      'comes after 15 s when nothing went on for two minutes',
      { channel: 'none', lastActivity: 10_400 - 120_000 },
      14_600,
    ],
    ['waits for realtime as if it worked', { channel: 'joining' }, 29_600],
    ['comes within a second of a save', { unsaid: true }, 600],
    ['comes within a second of a message', { looks: looksOfAMessage }, 600],
    ['comes again after 2 s when the first look found nothing', { looks: looksOfAMessage - 1 }, 1_600],
    ['does not come while one is under way', { busy: true, unsaid: true }, null],
    ['does not come while nobody looks', { hidden: true, looks: looksOfAMessage }, null],
    ['does not come at first either while nobody looks', { hidden: true, lastPulse: null }, null],
    ['tells of a save also when nobody looks any more', { hidden: true, unsaid: true }, 600],
    ['is tried again after 5 s when it failed', { failures: 1 }, 4_600],
    ['is tried ever more slowly when it fails again and again', { failures: 3, unsaid: true }, 19_600],
    ['is tried once a minute at least', { failures: 30 }, 59_600],
    ['is not tried again while nobody looks', { failures: 1, hidden: true }, null],
  ])('%s', (_what, changes, wait) => {
    expect(waitAfter(changes)).toBe(wait);
  });

  it('is never due in the past', () => {
    expect(waitForPulse(quiet, 99_000)).toBe(0);
  });
});

describe('reading the plan anew', () => {
  it('happens at once, and then not for three seconds', () => {
    expect(waitForRefresh(null, 5_000)).toBe(0);
    expect(waitForRefresh(5_000, 6_000)).toBe(2_000);
    expect(waitForRefresh(5_000, 8_000)).toBe(0);
  });
});
