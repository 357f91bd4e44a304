import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invokeCommand, type InvokeOptions } from '../../../sandbox/invoke-command';
import { announceServer, runningServer } from '../../../sandbox/site-lock';
import { noon } from '../jira/small-site';
import { smallManifest, usualScopes } from './small-app';

/** An app without SDKs, built by hand: it counts in Forge's storage, greets, refuses and fails. */
const app = `
const call = async (path, body) => {
  const answer = await globalThis.__forge_fetch__({ type: 'kvs' }, path, { method: 'POST', body: JSON.stringify(body) });
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
};
exports.handler = async ({ call: { functionKey, payload } }, { principal }) => {
  switch (functionKey) {
    case 'greet':
      console.log('greeting', principal.accountId);
      return { value: { to: principal.accountId, payload } };
    case 'list':
      return { value: [1, 2] };
    case 'count': {
      const { value = 0 } = await call('/api/v1/get', { key: 'count' });
      await call('/api/v1/set', { key: 'count', value: value + 1 });
      return { value: { count: value + 1 } };
    }
    case 'refuse':
      return { problem: { code: 'plan.conflict', message: 'Somebody else was faster.', current: { revision: 2 } } };
    case 'fail':
      throw new Error('broken');
    default:
      throw new Error("Resolver has no definition for '" + functionKey + "'.");
  }
};`;

let root: string;
let told: string[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'project-'));
  told = [];
  await mkdir(join(root, 'dist', 'app'), { recursive: true });
  await writeFile(join(root, 'manifest.yml'), smallManifest(usualScopes));
  await writeFile(join(root, 'package.json'), '{}');
  await writeFile(join(root, 'dist', 'app', 'index.cjs'), app);
});

afterEach(() => rm(root, { recursive: true }));

const invoke = (name: string | undefined, payload?: string, changes: Partial<InvokeOptions> = {}) =>
  invokeCommand({
    name,
    payload,
    site: undefined,
    account: undefined,
    stats: false,
    root,
    stateFolder: join(root, '.sandbox'),
    now: () => noon,
    tell: (line) => told.push(line),
    ...changes,
  });

describe('sandbox -- invoke', () => {
  it('prints the value of the answer, and logs go elsewhere', async () => {
    const { printed, exitCode } = await invoke('greet', '{"sprintId":5}');
    expect(printed).toEqual({ to: expect.any(String), payload: { sprintId: 5 } });
    expect(exitCode).toBe(0);
    expect(told).toEqual([expect.stringMatching(/^info: greeting \S/)]);
  });

  it('prints a problem whole, with the exit code 1', async () => {
    expect(await invoke('refuse')).toEqual({
      printed: { problem: { code: 'plan.conflict', message: 'Somebody else was faster.', current: { revision: 2 } } },
      exitCode: 1,
    });
  });

  it('adds what it cost', async () => {
    const cost = { jiraCalls: 0, jiraPoints: 0, kvsReads: 1, kvsWrites: 1, milliseconds: 0 };
    expect((await invoke('count', '{}', { stats: true })).printed).toEqual({ count: 1, stats: cost });
    expect((await invoke('list', '{}', { stats: true })).printed).toMatchObject({
      value: [1, 2],
      stats: { kvsReads: 0 },
    });
    expect((await invoke('refuse', '{}', { stats: true })).printed).toMatchObject({
      problem: { code: 'plan.conflict' },
      stats: {},
    });
  });

  it.each<[string, string | undefined, string | undefined, Partial<InvokeOptions>, string, RegExp]>([
    ['without a name', undefined, undefined, {}, 'sandbox.call', /invoke NAME 'JSON'/],
    ['with an unknown name', 'dance', '{}', {}, 'sandbox.call', /no call 'dance'.*src\/contract.ts/],
    ['with a payload that is not JSON', 'greet', '{a}', {}, 'sandbox.payload', /not JSON .*Write it like/],
    [
      'as somebody unknown',
      'greet',
      '{}',
      { account: 'nobody' },
      'sandbox.account',
      /no account 'nobody'. It has: .+\(.+, admin\)/,
    ],
    [
      'on data that is not there',
      'greet',
      '{}',
      { site: '/no/such/site.csv' },
      'sandbox.failed',
      /nothing at \/no\/such/,
    ],
    ['of a call that throws', 'fail', '{}', {}, 'sandbox.threw', /^broken$/],
  ])('%s prints a problem that says what is allowed', async (_how, name, payload, changes, code, message) => {
    expect(await invoke(name, payload, changes)).toEqual({
      printed: { problem: { code, message: expect.stringMatching(message) } },
      exitCode: 1,
    });
  });

  it('says that the app must be built first', async () => {
    await rm(join(root, 'dist'), { recursive: true });
    expect((await invoke('greet')).printed).toMatchObject({
      problem: { message: expect.stringMatching(/not built.*npm start/) },
    });
  });

  it('acts as the account that is named', async () => {
    const { printed } = await invoke('greet', '{}', { account: 'nobody' });
    const [, other = ''] = /, (\S+) \(/.exec(JSON.stringify(printed)) ?? [];
    expect((await invoke('greet', '{}', { account: other })).printed).toMatchObject({ to: other });
  });

  it('keeps what was stored, also when many are called at once', async () => {
    const counts = await Promise.all(Array.from({ length: 6 }, () => invoke('count')));
    const numbers = counts.map(({ printed }) => JSON.stringify(printed)).sort();
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6].map((count) => JSON.stringify({ count })));
    expect((await readdir(join(root, '.sandbox'))).sort()).toEqual(['small.json']);
  });

  it('takes over the lock of a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await mkdir(join(root, '.sandbox'));
    await writeFile(join(root, '.sandbox', 'small.lock'), JSON.stringify({ pid }));
    expect((await invoke('count')).printed).toEqual({ count: 1 });
    await expect(readFile(join(root, '.sandbox', 'small.lock'))).rejects.toThrow('ENOENT');
  });
});

describe('while a server has the site open', () => {
  const record = {
    jiraCalls: [],
    jiraPoints: 3,
    kvsReads: 0,
    kvsWrites: 0,
    milliseconds: 9,
    logs: [],
    lateCalls: ['kvs POST /x'],
  };

  it('the call goes to it, and this process writes nothing', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      void (async () => {
        let body = '';
        for await (const chunk of request) body += String(chunk);
        asked.push(`${String(request.method)} ${String(request.url)} ${body}`);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ body: { value: { from: 'server' } }, record }));
      })();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    await mkdir(join(root, '.sandbox'));
    await announceServer(join(root, '.sandbox'), 'small', { pid: process.pid, url });
    try {
      const { printed } = await invoke('count', '{"a":1}', { stats: true });
      expect(printed).toMatchObject({ from: 'server', stats: { jiraPoints: 3, milliseconds: 9 } });
      expect(asked).toEqual([
        expect.stringMatching(/^POST \/sandbox\/invoke \{"name":"count","payload":\{"a":1\},"accountId":"[^"]+"\}$/),
      ]);
      expect(told).toEqual([expect.stringContaining('kvs POST /x')]);
      expect(await readdir(join(root, '.sandbox'))).toEqual(['small.server.json']);
    } finally {
      await new Promise((done) => server.close(done));
    }
  });

  it('a server that is gone is not asked', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await mkdir(join(root, '.sandbox'));
    await announceServer(join(root, '.sandbox'), 'small', { pid, url: 'http://127.0.0.1:9' });
    expect(await runningServer(join(root, '.sandbox'), 'small')).toBeUndefined();
    expect((await invoke('count')).printed).toEqual({ count: 1 });
  });
});
