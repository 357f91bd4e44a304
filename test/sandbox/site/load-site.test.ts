import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadSite } from '../../../sandbox/site/load-site';

const csv = 'Issue key,Issue id,Summary,Status\nA-1,1,One,To Do\n';
const answer = {
  id: '1',
  key: 'A-1',
  fields: {
    summary: 'One',
    issuetype: { name: 'Task' },
    status: { name: 'To Do' },
    project: { id: '1', key: 'A', name: 'Ab' },
  },
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'load-site-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function file(name: string, text: string): Promise<string> {
  const full = path.join(folder, name);
  await mkdir(path.dirname(full), { recursive: true });
  await writeFile(full, text);
  return full;
}

it('opens the small team when no data is named', async () => {
  const loaded = await loadSite(undefined);
  expect(loaded).toMatchObject({ id: 'small', problems: [], site: { name: 'Small team' } });
  expect(loaded.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  expect((await loadSite(undefined)).fingerprint).toBe(loaded.fingerprint);
});

it('opens a CSV file by its name, with a fingerprint that follows its content', async () => {
  const given = await file('My team (2026).CSV', csv);
  const loaded = await loadSite(given);
  expect(loaded.site.name).toBe('My team (2026)');
  expect(loaded.site.issues.map(({ key }) => key)).toEqual(['A-1']);
  expect(loaded.id).toMatch(/^My-team-2026-.CSV-[0-9a-f]{8}$/);
  await writeFile(given, `${csv}A-2,2,Two,To Do\n`);
  const changed = await loadSite(given);
  expect(changed.id).toBe(loaded.id);
  expect(changed.fingerprint).not.toBe(loaded.fingerprint);
});

it('gives two files of one name two ids', async () => {
  const [one, two] = [await file('a/team.csv', csv), await file('b/team.csv', csv)];
  const [first, second] = [await loadSite(one), await loadSite(two)];
  expect(first.fingerprint).toBe(second.fingerprint);
  expect(first.id).not.toBe(second.id);
  expect(await loadSite(path.relative(process.cwd(), one))).toMatchObject({ id: first.id });
});

it('opens a folder of recorded answers, and reports a file that is not JSON', async () => {
  await file('recorded/issue.json', `\uFEFF${JSON.stringify(answer)}`);
  await file('recorded/broken.json', '{');
  await file('recorded/notes.txt', 'not read');
  await file('recorded/deeper.json/issue.json', 'not read');
  const loaded = await loadSite(path.join(folder, 'recorded'));
  expect(loaded.site).toMatchObject({ name: 'recorded', issues: [{ key: 'A-1' }] });
  expect(loaded.problems).toEqual([
    { where: 'broken.json', reason: expect.stringMatching(/^It is not JSON: /) as string },
  ]);
  expect(loaded.id).toMatch(/^recorded-[0-9a-f]{8}$/);
});

it('says what to give instead of a path that is nothing, not a CSV file, or a folder without answers', async () => {
  const whatToGive =
    'Give a CSV export of Jira issues (.csv), a folder of recorded Jira REST answers (.json files), or the name of a made-up site: small, large, odd, states or history.';
  const missing = path.join(folder, 'missing.csv');
  await expect(loadSite(missing)).rejects.toThrow(`There is nothing at ${missing}. ${whatToGive}`);
  const text = await file('team.txt', csv);
  await expect(loadSite(text)).rejects.toThrow(`${text} is neither a CSV file nor a folder. ${whatToGive}`);
  await file('empty/notes.txt', '');
  await expect(loadSite(path.join(folder, 'empty'))).rejects.toThrow(
    `There is no .json file in ${path.join(folder, 'empty')}. ${whatToGive}`,
  );
});
