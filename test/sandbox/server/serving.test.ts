import { get, type IncomingMessage } from 'node:http';
import { saveSoon } from '../../../sandbox/server/save-soon';
import { serveForTest } from './served-sandbox';

describe('the server', () => {
  it('says which port is taken and how to choose another one', async () => {
    const first = await serveForTest();
    await expect(serveForTest({}, first.port)).rejects.toThrow(
      `Port ${first.port} is already in use. Stop what is running there, or choose another port with --port.`,
    );
    await first.close();
  });

  it('has saved when it has stopped', async () => {
    const sandbox = await serveForTest();
    await sandbox.ask('/rest/api/3/issue/T-1', { method: 'PUT', body: {} });
    await sandbox.close();
    expect(sandbox.saves()).toBeGreaterThan(0);
  });

  it('tells open pages to reload, and which run of the server they talk to', async () => {
    const sandbox = await serveForTest();
    const page = get(`${sandbox.site}/sandbox/events`, { headers: { host: `localhost:${sandbox.port}` } });
    const events = await new Promise<IncomingMessage>((resolve) => page.once('response', resolve));
    const nextEvent = () =>
      new Promise<string>((resolve) => {
        events.once('data', (chunk: Buffer) => {
          resolve(chunk.toString());
        });
      });
    const hello = await nextEvent();
    const reloaded = nextEvent();
    const { text } = await sandbox.ask('/sandbox/reload', { method: 'POST' });
    const reload = await reloaded;
    await sandbox.close();
    expect(hello).toContain(`event: hello\ndata: ${process.pid}\n`);
    expect(reload).toContain('event: reload\n');
    expect(JSON.parse(text)).toEqual({ pages: 1 });
  });
});

describe('the state file', () => {
  const complaints: string[] = [];
  beforeEach(() => {
    jest.useFakeTimers();
    complaints.length = 0;
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const counting = (save: () => Promise<void> = () => Promise.resolve()) => {
    const saved = jest.fn(save);
    return { saved, saving: saveSoon(saved, 250, (sentence) => complaints.push(sentence)) };
  };

  it('is written once for many changes, a quarter of a second after the first', async () => {
    const { saved, saving } = counting();
    for (let change = 0; change < 10; change += 1) {
      saving.changed();
      await jest.advanceTimersByTimeAsync(20);
    }
    expect(saved).toHaveBeenCalledTimes(0);
    await jest.advanceTimersByTimeAsync(50);
    expect(saved).toHaveBeenCalledTimes(1);
    saving.changed();
    await jest.advanceTimersByTimeAsync(250);
    expect(saved).toHaveBeenCalledTimes(2);
  });

  it('is never written twice at a time', async () => {
    let writing = 0;
    let most = 0;
    const { saved, saving } = counting(async () => {
      writing += 1;
      most = Math.max(most, writing);
      await Promise.resolve();
      writing -= 1;
    });
    saving.changed();
    await jest.advanceTimersByTimeAsync(250);
    await Promise.all([saving.settle(), saving.settle()]);
    expect([saved.mock.calls.length, most]).toEqual([3, 1]);
  });

  it('does not stop the server when it cannot be written', async () => {
    const { saving } = counting(() => Promise.reject(new Error('disk full')));
    saving.changed();
    await jest.advanceTimersByTimeAsync(250);
    await saving.settle();
    expect(complaints).toEqual(Array(2).fill('The sandbox could not save its state: disk full'));
  });
});

describe('uninstalling the app', () => {
  it('is asked by pages of the site, and says what is gone and what is left', async () => {
    const sandbox = await serveForTest();
    const ask = (headers: Record<string, string> = {}) =>
      sandbox.ask('/sandbox/uninstall', { method: 'POST', headers });
    const { status, text } = await ask();
    const answer: unknown = JSON.parse(text);
    const elsewhere = await ask({ origin: 'https://example.com' });
    await sandbox.close();
    expect(status).toBe(200);
    expect(answer).toEqual({ calls: [], values: 3, left: [{ propertyKey: 'planprism', issues: 2 }] });
    expect(elsewhere.status).toBe(403);
  });
});
