import { noConditions } from '../../../sandbox/forge/conditions';
import { type ChannelCall, openRealtime } from '../../../sandbox/forge/realtime';
import { smallIssue, smallSite } from '../jira/small-site';

const site = smallSite({ issues: [smallIssue(1), smallIssue(2, { restricted: true })] });

/** Realtime on a clock that stands until a test moves it, and what was heard: page, subscription, payload. */
function realtime() {
  const heard: unknown[][] = [];
  const time = { now: 1_000 };
  const conditions = noConditions();
  const hub = openRealtime(
    site,
    conditions,
    () => time.now,
    (...event) => heard.push(event),
  );
  return { ...hub, heard, time, conditions };
}

const plan = (changes: Partial<ChannelCall> = {}): ChannelCall => ({
  channelName: 'plan',
  accountId: 'member',
  moduleKey: 'from-backlog',
  extension: { type: 'jira:backlogAction', board: { id: '1' }, project: { id: '10000' } },
  contextOverrides: ['board'],
  ...changes,
});
const nothing = { eventId: null, eventTimestamp: null };

describe('a realtime channel', () => {
  it('is heard by everybody who subscribed, the publisher too', () => {
    const { subscribe, publish, heard } = realtime();
    subscribe(plan(), 'page 1', 'a');
    subscribe(plan({ accountId: 'viewer' }), 'page 2', 'b');
    expect(publish(plan(), { look: true })).toEqual({ eventId: expect.any(String), eventTimestamp: '1000' });
    expect(heard).toEqual([
      ['page 1', 'a', { look: true }],
      ['page 2', 'b', { look: true }],
    ]);
  });

  it('is not published on when nobody listens, which is no error', () => {
    const { subscribe, unsubscribe, leave, publish, heard } = realtime();
    expect(publish(plan(), 'look')).toEqual(nothing);
    subscribe(plan(), 'page 1', 'a');
    subscribe(plan(), 'page 1', 'b');
    subscribe(plan(), 'page 2', 'a');
    unsubscribe('page 1', 'a');
    publish(plan(), 'look');
    expect(heard.map(([page, id]) => [page, id])).toEqual([
      ['page 1', 'b'],
      ['page 2', 'a'],
    ]);
    leave('page 1');
    leave('page 2');
    expect(publish(plan(), 'look')).toEqual(nothing);
  });

  it.each([
    ['has another name', { channelName: 'other' }],
    ['is bound to another board', { extension: { board: { id: '2' } } }],
    ['is bound to more', { contextOverrides: ['board', 'project'] as const }],
    ['is bound to the module and its whole place', 'module'],
  ])('is another one when it %s', (_why, changes) => {
    const { subscribe, publish } = realtime();
    const { contextOverrides, ...own } = plan();
    expect(contextOverrides).toEqual(['board']);
    subscribe(changes === 'module' ? own : plan(typeof changes === 'string' ? {} : changes), 'page 1', 'a');
    expect(publish(plan(), 'look')).toEqual(nothing);
  });

  it('reaches from one module to another when it is bound to the board alone', () => {
    const { subscribe, publish, heard } = realtime();
    subscribe(plan({ moduleKey: 'from-sprint', extension: { board: { id: 1 }, sprint: { id: '5' } } }), 'page 1', 'a');
    publish(plan(), 'look');
    expect(heard).toHaveLength(1);
  });

  it.each([
    ['who sees no project', { accountId: 'outsider' }],
    ['whom the site does not know', { accountId: 'stranger' }],
    ['whose place has no such context', { contextOverrides: ['issue'] as const }],
    ['who may not see the issue', { contextOverrides: ['issue'] as const, extension: { issue: { id: '10002' } } }],
    ['who names a board that is not there', { extension: { board: { id: '99' } } }],
  ])('is refused to somebody %s', (_who, changes) => {
    const { subscribe, publish } = realtime();
    expect(() => {
      subscribe(plan(changes), 'page 1', 'a');
    }).toThrow('Unauthorized request');
    expect(publish(plan(changes), 'look')).toEqual({ ...nothing, errors: ['Unauthorized request'] });
  });

  it('takes 50 operations a second of all pages together', () => {
    const { subscribe, publish, time } = realtime();
    subscribe(plan(), 'page 1', 'a');
    for (let count = 0; count < 49; count += 1) expect(publish(plan(), count)).not.toHaveProperty('errors');
    expect(publish(plan(), 'too much')).toEqual({ ...nothing, errors: ['RATE_LIMIT_EXCEEDED'] });
    expect(() => {
      subscribe(plan(), 'page 2', 'b');
    }).toThrow('RATE_LIMIT_EXCEEDED');
    time.now += 1000;
    expect(publish(plan(), 'again')).not.toHaveProperty('errors');
  });

  it('can neither be heard nor published on while realtime is off', () => {
    const { subscribe, publish, conditions } = realtime();
    conditions.realtimeOff = true;
    expect(() => {
      subscribe(plan(), 'page 1', 'a');
    }).toThrow('Realtime is not available.');
    expect(() => publish(plan(), 'look')).toThrow('Realtime is not available.');
  });
});
