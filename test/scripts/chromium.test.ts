import { chmodSync } from 'node:fs';
import path from 'node:path';
import { type MadeUpProject, makeProject, removeProjects } from './made-up-project';

const find = `
  import { ensureChromium } from './scripts/chromium.mjs';
  import { runScript } from './scripts/say.mjs';
  await runScript(async () => console.log(await ensureChromium()));
`;

const findTheShell = `
  import { findShell } from './scripts/chromium.mjs';
  console.log(findShell() ?? 'none');
`;

afterAll(removeProjects);

describe('finding a Chromium for the browser tests', () => {
  it('takes the one that CHROMIUM_PATH names', () => {
    const project = makeProject();
    const mine = program(project, 'mine/browser', 'exit 0');
    expect(project.run(find, { CHROMIUM_PATH: mine })).toEqual({ code: 0, stdout: `${mine}\n`, stderr: '' });
  });

  it('says so when what CHROMIUM_PATH names does not start, instead of taking another', () => {
    const project = makeProject();
    const { code, stdout, stderr } = project.run(find, { CHROMIUM_PATH: program(project, 'mine/browser', 'exit 1') });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('that does not start. Correct it, or unset it');
  });

  it('takes the first of the usual names on the PATH that starts, and passes over a stub that only says to install it', () => {
    const project = makeProject();
    program(project, 'stub/chromium', 'exit 1');
    const real = program(project, 'real/google-chrome', 'exit 0');
    const folders = [path.join(project.folder, 'stub'), path.join(project.folder, 'real')].join(path.delimiter);
    expect(project.run(find, { PATH: folders })).toEqual({ code: 0, stdout: `${real}\n`, stderr: '' });
  });

  it('finds a headless shell beside it, unless CHROMIUM_PATH says with which browser to test', () => {
    const project = makeProject();
    const shell = program(project, 'shell/chromium-headless-shell', 'exit 0');
    const PATH = path.join(project.folder, 'shell');
    expect(project.run(findTheShell, { PATH })).toMatchObject({ code: 0, stdout: `${shell}\n` });
    expect(project.run(findTheShell, { PATH, CHROMIUM_PATH: '/mine/browser' })).toMatchObject({ stdout: 'none\n' });
  });
});

function program(project: MadeUpProject, file: string, line: string): string {
  project.write(file, `#!/bin/sh\n${line}\n`);
  const absolute = path.join(project.folder, file);
  chmodSync(absolute, 0o755);
  return absolute;
}
