import type { Payload } from '../../src/contract';
import { type App, openApp } from '../open-app';

const place = { boardId: 1, sprintId: 24 };
const start = Date.UTC(2026, 10, 21, 9);

/** The small site, on a clock that stands until the test moves it. */
async function open(): Promise<App & { later(milliseconds: number): void }> {
  const app = await openApp();
  let now = start;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  return {
    ...app,
    later: (milliseconds) => {
      now += milliseconds;
    },
  };
}
afterEach(() => {
  jest.restoreAllMocks();
});

const pageOf = (accountId: string) => `page${accountId}0`;
const pulse = (app: App, accountId: string, more: Partial<Payload<'pulse'>> = {}) =>
  app.value('pulse', { ...place, page: pageOf(accountId), ...more }, accountId);

describe('who is here', () => {
  it('are the other people on the same sprint, by name and each once', async () => {
    const app = await open();
    expect(await pulse(app, 'noor')).toEqual({ stamp: '', here: [] });
    await pulse(app, 'noor', { page: 'secondwindow' });
    await pulse(app, 'tomas');
    // By name: Noor Bakker before Tomás Vidal.
    expect((await pulse(app, 'ada')).here).toEqual([
      { accountId: 'noor', name: 'Noor Bakker' },
      { accountId: 'tomas', name: 'Tomás Vidal' },
    ]);
    expect((await pulse(app, 'noor')).here.map(({ accountId }) => accountId)).toEqual(['ada', 'tomas']);
  });

  it('are nobody of another sprint', async () => {
    const app = await open();
    await pulse(app, 'noor', { sprintId: 23 });
    expect((await pulse(app, 'ada')).here).toEqual([]);
  });

  it('are not those who said goodbye, nor those who have been silent for 45 s', async () => {
    const app = await open();
    await pulse(app, 'noor');
    await pulse(app, 'tomas');
    app.later(44_999);
    expect((await pulse(app, 'ada')).here).toHaveLength(2);
    await pulse(app, 'tomas', { leaving: true });
    expect((await pulse(app, 'ada')).here).toEqual([{ accountId: 'noor', name: 'Noor Bakker' }]);
    app.later(1);
    expect((await pulse(app, 'ada')).here).toEqual([]);
  });

  it('are told although Jira serves short pages', async () => {
    const app = await open();
    await pulse(app, 'noor');
    await pulse(app, 'tomas');
    app.sandbox.conditions.shortPages = true;
    expect((await pulse(app, 'ada')).here).toHaveLength(2);
  });

  it('may be somebody who can only look', async () => {
    const app = await open();
    await pulse(app, 'vera');
    expect((await pulse(app, 'ada')).here).toEqual([{ accountId: 'vera', name: 'Vera Kowalska' }]);
  });
});

describe('the stamp', () => {
  it('changes when somebody else has saved, and not by one’s own saving', async () => {
    const app = await open();
    await pulse(app, 'noor');
    const before = (await pulse(app, 'ada', { changed: true })).stamp;
    expect((await pulse(app, 'ada', { changed: true })).stamp).toBe(before);
    await pulse(app, 'noor', { changed: true });
    const after = (await pulse(app, 'ada')).stamp;
    expect(after).not.toBe(before);
    expect((await pulse(app, 'ada')).stamp).toBe(after);
    await pulse(app, 'noor', { changed: true });
    expect((await pulse(app, 'ada')).stamp).not.toBe(after);
  });

  it('changes for a second window of the same person', async () => {
    const app = await open();
    await pulse(app, 'ada');
    await pulse(app, 'ada', { page: 'secondwindow', changed: true });
    const answer = await pulse(app, 'ada');
    expect(answer.stamp).not.toBe('');
    expect(answer.here).toEqual([]);
  });

  it('stays when somebody who saved goes away, so that nobody misses it and nobody looks twice', async () => {
    const app = await open();
    await pulse(app, 'noor', { changed: true });
    const { stamp } = await pulse(app, 'ada');
    await pulse(app, 'noor', { leaving: true });
    expect(await pulse(app, 'ada')).toEqual({ stamp, here: [] });
  });

  it('tells two quick saves apart although queries of storage lag behind', async () => {
    const app = await open();
    app.sandbox.conditions.queryLagMilliseconds = 5_000;
    await pulse(app, 'noor', { changed: true });
    await pulse(app, 'noor', { changed: true });
    app.sandbox.conditions.queryLagMilliseconds = 0;
    expect((await pulse(app, 'ada')).stamp).toContain('=2');
  });
});

describe('what is kept of it', () => {
  it('is forgotten after an hour, by whoever comes by', async () => {
    const app = await open();
    await pulse(app, 'noor', { changed: true });
    app.later(60 * 60_000 + 1);
    expect(await pulse(app, 'ada')).toEqual({ stamp: '', here: [] });
    expect(Object.keys(app.sandbox.stored.values)).toEqual([`here:1:24:ada:${pageOf('ada')}`]);
  });

  it('is nothing of a page that saved nothing and has left', async () => {
    const app = await open();
    await pulse(app, 'noor');
    await pulse(app, 'noor', { leaving: true });
    expect(app.sandbox.stored.values).toEqual({});
  });

  it('is left alone when a newer version wrote it', async () => {
    const app = await open();
    const newer = { key: 'here:1:24:noor:somepage', value: { version: 2, seen: 'x' } };
    app.sandbox.kvs.serve('/api/v1/set', newer);
    expect(await pulse(app, 'ada')).toEqual({ stamp: '', here: [] });
    expect(app.sandbox.stored.values[newer.key]?.value).toEqual(newer.value);
  });
});

describe('a pulse', () => {
  it('tells nothing and leaves nothing to somebody who may not see the board', async () => {
    const app = await open();
    await pulse(app, 'noor');
    const kept = Object.keys(app.sandbox.stored.values);
    for (const leaving of [false, true]) {
      const problem = await app.problem('pulse', { ...place, page: 'outsider1', leaving }, 'outsider');
      expect(problem).toMatchObject({ code: 'board.unknown' });
    }
    expect(Object.keys(app.sandbox.stored.values)).toEqual(kept);
  });

  it('costs one point alone, and two more and two for each other person in company', async () => {
    const app = await open();
    const points = async () => (await app.invoke('pulse', { ...place, page: pageOf('ada') }, 'ada')).record.jiraPoints;
    expect(await points()).toBe(1);
    await pulse(app, 'noor');
    await pulse(app, 'tomas');
    // The board: 1. The users: 1, and 2 for each of two.
    expect(await points()).toBe(6);
  });

  it('must name its page', async () => {
    const app = await open();
    for (const page of ['', 'UPPERCASE', 'a:b:c:d:e', 'short']) {
      expect(await app.problem('pulse', { ...place, page })).toMatchObject({ code: 'input.invalid' });
    }
  });
});
