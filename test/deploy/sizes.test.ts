import { randomBytes } from 'node:crypto';
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import * as z from 'zod';

import { type MadeUpProject, makeProject, removeProjects } from '../scripts/made-up-project';
import { pageFolder, writeSmallPage } from './app-copy';

/** Nearly all of it is starting Node, which is slow beside other tests. */
jest.setTimeout(30_000);

afterAll(removeProjects);

describe('the sizes that Forge takes', () => {
  let app: MadeUpProject;
  beforeEach(() => {
    app = makeProject();
    app.linkPackages();
    app.write('manifest.yml', 'app: {}\n');
    writeSmallPage(app);
  });

  it('are kept by a small page', () => {
    const { faults, remark } = sizesOf(app);
    expect(faults).toEqual([]);
    expect(remark).toMatch(/^3 files, 0\.2 kB; first page 0\.\d kB of 264 kB$/);
  });

  it('are broken by 5,001 files', () => {
    for (let at = 3; at < 5001; at += 1) writeFileSync(path.join(app.folder, pageFolder, `${at}.svg`), '');
    expect(sizesOf(app).faults).toEqual([expect.stringContaining('5001 files')]);
    app.remove(`${pageFolder}/3.svg`);
    expect(sizesOf(app).faults).toEqual([]);
  });

  it('are broken by more than 100 MB', () => {
    app.write(`${pageFolder}/film.webm`, '');
    truncateSync(path.join(app.folder, pageFolder, 'film.webm'), 101 * 1024 * 1024);
    expect(sizesOf(app).faults).toEqual([expect.stringContaining('100 MB')]);
  });

  it('are broken by a manifest of more than 200 KB', () => {
    app.write('manifest.yml', `${app.read('manifest.yml')}# ${'long '.repeat(41_000)}\n`);
    expect(sizesOf(app).faults).toEqual([expect.stringContaining('200 KB')]);
  });

  it('leave the first page 264 kB as it is sent, and files that it loads later count for nothing', () => {
    const heavy = randomBytes(170_000).toString('hex');
    app.write(`${pageFolder}/later.js`, `// ${heavy}${heavy}`);
    expect(sizesOf(app).faults).toEqual([]);
    app.write(`${pageFolder}/page.css`, `/* ${heavy}${heavy} */`);
    expect(sizesOf(app).faults).toEqual([expect.stringMatching(/first page .* \d{3} kB of 264 kB/)]);
  });

  it('leave the functions 2,000 kB, because a cold start reads them', () => {
    const { stdout } = app.run(`
      import { mkdirSync, writeFileSync } from 'node:fs';
      import { bundleSize } from './scripts/deploy-check-answer.mjs';
      mkdirSync('bundle');
      const faults = [];
      for (const size of [2_000_000, 2_000_001]) {
        writeFileSync('bundle/index.cjs', ' '.repeat(size));
        writeFileSync('bundle/__forge__.cjs', ' '.repeat(9));
        faults.push(bundleSize('bundle').faults.length);
      }
      console.log(faults.join(' '));
    `);
    expect(stdout).toBe('0 1\n');
  });
});

const findingSchema = z.object({ faults: z.array(z.string()), remark: z.string() });

function sizesOf(app: MadeUpProject): z.output<typeof findingSchema> {
  const { stdout, stderr } = app.run(`
    import { sizesFound } from './scripts/deploy-check-sizes.mjs';
    console.log(JSON.stringify(sizesFound({ resources: [{ key: 'planner', path: '${pageFolder}' }] })));
  `);
  if (stdout === '') throw new Error(stderr);
  return findingSchema.parse(JSON.parse(stdout));
}
