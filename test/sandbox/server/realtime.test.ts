import { get, type IncomingMessage } from 'node:http';
import { serveForTest, type ServedSandbox } from './served-sandbox';

let sandbox: ServedSandbox;
const streams: IncomingMessage[] = [];

beforeEach(async () => {
  sandbox = await serveForTest();
});
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.destroy();
  await sandbox.close();
});

/** A page's stream; `next` is the next event of realtime that comes. */
async function openPage(page: string): Promise<{ next(): Promise<unknown>; close(): void }> {
  const stream = await new Promise<IncomingMessage>((resolve) => {
    get(`${sandbox.site}/sandbox/events?page=${page}`, { headers: { host: `localhost:${sandbox.port}` } }, resolve);
  });
  streams.push(stream);
  const waiting: ((event: unknown) => void)[] = [];
  stream.setEncoding('utf8').on('data', (text: string) => {
    for (const [, data = ''] of text.matchAll(/event: realtime\ndata: (.*)\n/g)) waiting.shift()?.(JSON.parse(data));
  });
  stream.on('error', () => undefined);
  return {
    next: () => new Promise((resolve) => waiting.push(resolve)),
    close: () => stream.destroy(),
  };
}

const call = {
  channelName: 'plan',
  accountId: 'ben',
  moduleKey: 'from-backlog',
  extension: { board: { id: '7' } },
  options: { contextOverrides: ['board'] },
};
const post = async (what: string, body: object) => {
  const { status, text } = await sandbox.ask(`/sandbox/realtime/${what}`, { method: 'POST', body });
  return { status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
};

it('carries what one page publishes to another that has subscribed', async () => {
  const page = await openPage('one');
  expect(await post('subscribe', { ...call, page: 'one', subscription: 'a' })).toEqual({
    status: 204,
    body: undefined,
  });
  const heard = page.next();
  expect(await post('publish', { ...call, payload: { look: 1 } })).toMatchObject({
    status: 200,
    body: { eventId: expect.any(String) },
  });
  expect(await heard).toEqual({ subscription: 'a', payload: { look: 1 } });
});

it('forgets what a page heard once it has unsubscribed', async () => {
  await post('subscribe', { ...call, page: 'one', subscription: 'a' });
  expect((await post('unsubscribe', { page: 'one', subscription: 'a' })).status).toBe(204);
  expect(await post('publish', { ...call, payload: 1 })).toMatchObject({ body: { eventId: null } });
});

it.each([
  [{ isGlobal: true }, 'The sandbox does not model global channels.'],
  [{ options: { token: 'x' } }, 'Of the options of a channel the sandbox models contextOverrides only.'],
  [{ options: { replaySeconds: 5 } }, 'Of the options of a channel the sandbox models contextOverrides only.'],
  [{ options: { contextOverrides: 'board' } }, 'contextOverrides must be a list'],
])('says what it cannot do with %j', async (changes, words) => {
  const subscribed = await post('subscribe', { ...call, ...changes, page: 'one', subscription: 'a' });
  expect(subscribed).toEqual({ status: 400, body: { message: expect.stringContaining(words) } });
});

it('says in Forge’s words why a subscription is refused, without an error of HTTP', async () => {
  const refused = await post('subscribe', { ...call, accountId: 'stranger', page: 'one', subscription: 'a' });
  expect(refused).toEqual({ status: 200, body: { refused: 'Unauthorized request' } });
});

it('is for the site’s own pages only', async () => {
  const answer = await sandbox.ask('/sandbox/realtime/publish', {
    method: 'POST',
    headers: { origin: 'http://evil.example' },
    body: { ...call, payload: 1 },
  });
  expect(answer.status).toBe(403);
});
