import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox } from '../../../sandbox/open-sandbox';
import { noon } from '../jira/small-site';
import { smallManifest, usualScopes } from './small-app';

const boards = (name: string) => ({
  values: [{ id: 8, name, type: 'scrum', location: { projectId: 10000, projectKey: 'WEB', projectName: 'Website' } }],
});

let folder: string;
let data: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  data = await mkdtemp(join(tmpdir(), 'recorded-'));
  await writeFile(join(folder, 'manifest.yml'), smallManifest(usualScopes));
  await record('Recorded board');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(data, { recursive: true });
});

const record = (name: string) => writeFile(join(data, 'boards.json'), JSON.stringify(boards(name)));

const open = (changes: { reset?: boolean } = {}) =>
  openSandbox({
    site: data,
    reset: false,
    appFolder: folder,
    stateFolder: join(folder, '.sandbox'),
    loadHandler: () => Promise.reject(new Error('no app')),
    now: () => noon,
    ...changes,
  });

const stateFiles = async () => (await readdir(join(folder, '.sandbox'))).sort();

async function stateFile(): Promise<string> {
  return join(folder, '.sandbox', (await stateFiles()).find((name) => name.endsWith('.json')) ?? 'missing');
}

describe('a site', () => {
  it('is found again as it was left', async () => {
    const first = await open();
    first.kvs.serve('/api/v1/set', { key: 'a', value: { hours: 1 } });
    await first.save();
    const second = await open();
    expect(second.site.boards).toMatchObject([{ id: 8, name: 'Recorded board' }]);
    expect(second.kvs.serve('/api/v1/get', { key: 'a' }).body).toMatchObject({ value: { hours: 1 } });
    expect(second.note).toBeUndefined();
    expect(await stateFiles()).toHaveLength(1);
  });

  it('starts afresh on reset', async () => {
    const first = await open();
    first.kvs.serve('/api/v1/set', { key: 'a', value: 1 });
    await first.save();
    const reset = await open({ reset: true });
    expect(reset.kvs.serve('/api/v1/get', { key: 'a' }).status).toBe(404);
    await reset.save();
    expect((await open()).kvs.serve('/api/v1/get', { key: 'a' }).status).toBe(404);
  });

  it('is loaded anew when its data changed, and the old plans are kept beside', async () => {
    const first = await open();
    first.kvs.serve('/api/v1/set', { key: 'a', value: 'planned' });
    await first.save();
    await record('Renamed board');
    const second = await open();
    expect(second.site.boards).toMatchObject([{ name: 'Renamed board' }]);
    expect(second.kvs.serve('/api/v1/get', { key: 'a' }).status).toBe(404);
    const [kept = ''] = await stateFiles();
    expect(kept).toMatch(/\.until-2026-11-21T12-00-00-000Z\.json$/);
    expect(second.note).toContain(kept);
    expect(await readFile(join(folder, '.sandbox', kept), 'utf8')).toContain('planned');
  });

  it('is only written when something changed', async () => {
    const sandbox = await open();
    await sandbox.save();
    await expect(readdir(join(folder, '.sandbox'))).rejects.toThrow('ENOENT');
    sandbox.kvs.serve('/api/v1/set', { key: 'a', value: 1 });
    await sandbox.save();
    expect(await stateFiles()).toHaveLength(1);
  });

  it('cannot be opened from the state of a newer sandbox, or from half a file', async () => {
    const sandbox = await open();
    sandbox.kvs.serve('/api/v1/set', { key: 'a', value: 1 });
    await sandbox.save();
    const file = await stateFile();
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"version":1', '"version":2'));
    await expect(open()).rejects.toThrow(/written by a newer sandbox \(version 2, this one reads up to 1\)/);
    await writeFile(file, text.slice(0, -20));
    await expect(open()).rejects.toThrow(/is damaged and cannot be read/);
    // Neither is written over, unless it is asked for.
    expect(await readFile(file, 'utf8')).toBe(text.slice(0, -20));
    expect((await open({ reset: true })).site.boards).toHaveLength(1);
  });
});
