import type { Payload, Value } from '../../src/contract';
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
const noor = { accountId: 'noor', name: 'Noor Bakker' };
const tomas = { accountId: 'tomas', name: 'Tomás Vidal' };
const sorted = (here: Value<'pulse'>['here']) =>
  [...here].sort((one, other) => one.accountId.localeCompare(other.accountId));
const pulse = (app: App, accountId: string, more: Partial<Payload<'pulse'>> = {}) =>
  app.value('pulse', { ...place, page: pageOf(accountId), ...more }, accountId);

describe('who is here', () => {
  it('are the other people on the same sprint, by name and each once', async () => {
    const app = await open();
    expect((await pulse(app, 'noor')).here).toEqual([]);
    await pulse(app, 'noor', { page: 'secondwindow' });
    await pulse(app, 'tomas');
    expect(sorted((await pulse(app, 'ada')).here)).toEqual([noor, tomas]);
    expect(sorted((await pulse(app, 'noor')).here).map(({ accountId }) => accountId)).toEqual(['ada', 'tomas']);
  });

  it('are told without the names that the page knows, and are not those whom it only names', async () => {
    const app = await open();
    await pulse(app, 'noor');
    await pulse(app, 'tomas');
    const { here } = await pulse(app, 'ada', { known: ['noor', 'vera', 'nobody'] });
    expect(sorted(here)).toEqual([{ accountId: 'noor' }, tomas]);
  });

  it('are asked for by at most 50 known ids', async () => {
    const app = await open();
    const known = Array.from({ length: 51 }, (_, number) => `account${String(number)}`);
    await pulse(app, 'ada', { known: known.slice(1) });
    expect(await app.problem('pulse', { ...place, page: pageOf('ada'), known })).toMatchObject({
      code: 'input.invalid',
    });
  });

  it('are nobody of another sprint', async () => {
    const app = await open();
    await pulse(app, 'noor', { sprintId: 23 });
    expect((await pulse(app, 'ada')).here).toEqual([]);
  });

  it('are not those who said goodbye, nor those who have been silent for 75 s', async () => {
    const app = await open();
    await pulse(app, 'noor');
    await pulse(app, 'tomas');
    app.later(74_999);
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

/** A page that gives each stamp back with its next pulse, as the planner does. */
function reader(app: App, accountId: string) {
  let stamp: number | undefined;
  return {
    async news(more: Partial<Payload<'pulse'>> = {}): Promise<boolean> {
      const answer = await pulse(app, accountId, { ...(stamp === undefined ? {} : { stamp }), ...more });
      stamp = answer.stamp;
      return answer.news;
    },
  };
}

describe('news', () => {
  it('is what somebody else has saved, told once, and never what was saved from the page itself', async () => {
    const app = await open();
    const ada = reader(app, 'ada');
    await pulse(app, 'noor');
    expect(await ada.news({ changed: true })).toBe(false);
    for (const _save of ['first', 'second']) {
      app.later(1_000);
      expect(await ada.news({ changed: true })).toBe(false);
      await pulse(app, 'noor', { changed: true });
      app.later(1_000);
      expect(await ada.news()).toBe(true);
      expect(await ada.news()).toBe(false);
    }
  });

  it('comes from a second window of the same person too, who is not told to be here', async () => {
    const app = await open();
    const ada = reader(app, 'ada');
    await ada.news();
    app.later(1_000);
    await pulse(app, 'ada', { page: 'secondwindow', changed: true });
    app.later(1_000);
    expect(await ada.news()).toBe(true);
    expect((await pulse(app, 'ada')).here).toEqual([]);
  });

  it('is not made by somebody who may only look', async () => {
    const app = await open();
    const ada = reader(app, 'ada');
    await ada.news();
    app.later(1_000);
    await pulse(app, 'vera', { changed: true });
    app.later(1_000);
    expect(await ada.news()).toBe(false);
    await pulse(app, 'vera', { changed: true, leaving: true });
    expect(Object.keys(app.sandbox.stored.values)).toEqual([`here:1:24:ada:${pageOf('ada')}`]);
  });

  it('is what was saved while the planner was being opened', async () => {
    const app = await open();
    await pulse(app, 'noor', { changed: true });
    app.later(29_999);
    expect(await reader(app, 'ada').news()).toBe(true);
    // Who opens it now has begun to read 25 s ago at most, and has read what was saved before.
    app.later(1);
    expect(await reader(app, 'tomas').news()).toBe(false);
  });

  it('is told although who saved has looked again since, and said goodbye', async () => {
    const app = await open();
    const ada = reader(app, 'ada');
    await ada.news();
    app.later(1_000);
    await pulse(app, 'noor', { changed: true });
    app.later(30_000);
    await pulse(app, 'noor');
    await pulse(app, 'noor', { leaving: true });
    app.later(30_000);
    expect(await ada.news()).toBe(true);
    app.later(1_000);
    await pulse(app, 'noor', { changed: true, leaving: true });
    app.later(1_000);
    expect(await ada.news()).toBe(true);
  });

  it('is told later where queries of storage lag behind', async () => {
    const app = await open();
    const ada = reader(app, 'ada');
    await ada.news();
    app.sandbox.conditions.queryLagMilliseconds = 25_000;
    await pulse(app, 'noor', { changed: true });
    for (const _look of [1, 2, 3]) {
      app.later(8_000);
      expect(await ada.news()).toBe(false);
    }
    app.sandbox.conditions.queryLagMilliseconds = 0;
    app.later(1_000);
    expect(await ada.news()).toBe(true);
  });

  it('is not that an old page is forgotten', async () => {
    const app = await open();
    const ada = reader(app, 'ada');
    await pulse(app, 'noor', { changed: true });
    app.later(1_000);
    expect(await ada.news()).toBe(true);
    for (let minutes = 0; minutes < 61; minutes += 1) {
      app.later(60_000);
      expect(await ada.news()).toBe(false);
    }
    expect(Object.keys(app.sandbox.stored.values)).toEqual([`here:1:24:ada:${pageOf('ada')}`]);
  });

  it('may be anything after more than an hour out of view', async () => {
    const app = await open();
    const [ada, tomas] = [reader(app, 'ada'), reader(app, 'tomas')];
    await ada.news();
    await tomas.news();
    // The stamps are of 30 s before.
    app.later(60 * 60_000 - 30_000);
    expect(await ada.news()).toBe(false);
    app.later(1);
    expect(await tomas.news()).toBe(true);
  });
});

describe('what is kept of it', () => {
  it('is forgotten after an hour, by whoever comes by', async () => {
    const app = await open();
    await pulse(app, 'noor', { changed: true });
    app.later(60 * 60_000 + 1);
    await pulse(app, 'ada');
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
    expect((await pulse(app, 'ada')).here).toEqual([]);
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

  it('costs one point, one more to count a save, and one and two for each name that it tells', async () => {
    const app = await open();
    const points = async (more: Partial<Payload<'pulse'>> = {}) =>
      (await app.invoke('pulse', { ...place, page: pageOf('ada'), ...more }, 'ada')).record.jiraPoints;
    expect(await points()).toBe(1);
    expect(await points({ changed: true })).toBe(2);
    await pulse(app, 'noor');
    await pulse(app, 'tomas');
    // The board: 1. The users: 1, and 2 for each of two.
    expect(await points()).toBe(6);
    expect(await points({ known: ['noor'] })).toBe(4);
    expect(await points({ known: ['noor', 'tomas'] })).toBe(1);
  });

  it('must name its page', async () => {
    const app = await open();
    for (const page of ['', 'UPPERCASE', 'a:b:c:d:e', 'short']) {
      expect(await app.problem('pulse', { ...place, page })).toMatchObject({ code: 'input.invalid' });
    }
  });
});
