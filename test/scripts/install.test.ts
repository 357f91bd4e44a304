import { type MadeUpProject, makeProject, removeProjects } from './made-up-project';

const install = `
  import { ensureInstalled } from './scripts/install.mjs';
  import { runScript } from './scripts/say.mjs';
  await runScript(async () => ensureInstalled());
`;

/** Stands where npm stands: writes down that it was called, and its record of what it installed, last, as npm does. */
const npm = `
  const fs = require('node:fs');
  console.log('added 1 package');
  fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
  fs.rmSync('node_modules', { recursive: true, force: true });
  fs.mkdirSync('node_modules');
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

const lock = (version: string) =>
  JSON.stringify({
    packages: {
      '': { name: 'made-up' },
      'node_modules/zod': { version, integrity: `sha512-${version}` },
      'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-mac', optional: true },
    },
  });
/** What npm writes of itself on a machine that is no Mac. */
const record = (version: string) =>
  JSON.stringify({ packages: { 'node_modules/zod': { version, integrity: `sha512-${version}` } } });

afterAll(removeProjects);

describe('installing before a command', () => {
  it('runs npm ci once, says so, and leaves standard output to the command', () => {
    const project = projectWith({});
    const { code, stdout, stderr } = run(project);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('Installing the packages');
    expect(stderr).toContain('added 1 package');
    expect(run(project)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(npmCalls(project)).toEqual([expect.stringMatching(/^ci /)]);

    project.write('package-lock.json', lock('4.0.1'));
    run(project);
    expect(npmCalls(project)).toHaveLength(2);
  });

  it('takes what somebody installed by hand with npm', () => {
    const project = projectWith({ 'node_modules/.package-lock.json': record('4.0.0') });
    expect(run(project)).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(npmCalls(project)).toEqual([]);
  });

  it('installs anew after an install that was interrupted, of which npm has no record', () => {
    const project = projectWith({ 'node_modules/zod/package.json': '{}' });
    run(project);
    expect(npmCalls(project)).toHaveLength(1);
  });

  it('says what to do when npm cannot install, and tries again next time', () => {
    const project = projectWith({ 'npm-cli.js': "console.error('npm error network'); process.exit(1);" });
    const { code, stderr } = run(project);
    expect(code).toBe(1);
    expect(stderr).toContain('npm error network');
    expect(stderr).toMatch(/✗ npm could not install .*run the same command again\./);
    project.write('npm-cli.js', npm);
    expect(run(project).code).toBe(0);
  });
});

describe("comparing npm's record with package-lock.json", () => {
  it('misses nothing but the optional packages of other platforms', () => {
    const { stdout } = makeProject().run(`
      import { matches } from './scripts/install.mjs';
      const present = ${JSON.stringify([record('4.0.0'), record('3.9.9'), record('4.0.0').replace('zod', 'zed'), '{"packages":{}}'])};
      console.log(present.map((record) => matches(${JSON.stringify(lock('4.0.0'))}, record)).join(' '));
    `);
    // As locked; another version; another package; none.
    expect(stdout).toBe('true false false false\n');
  });
});

describe('the version of Node.js', () => {
  it('may be 20.19 or any later one', () => {
    const { stdout } = makeProject().run(`
      import { refuseOldNode } from './scripts/install.mjs';
      for (const version of ['20.19.0', '20.20.1', '22.4.1', '20.18.3', '18.20.0']) {
        try {
          refuseOldNode(version, '>=20.19');
          console.log('goes on with', version);
        } catch (error) {
          console.log(error.message);
        }
      }
    `);
    const refusal = (version: string) =>
      `This is Node.js ${version}, and PlanPrism needs 20.19 or later. Install a current version from ` +
      'https://nodejs.org (22 is what Forge runs), then run the same command again.';
    expect(stdout.trim().split('\n')).toEqual([
      'goes on with 20.19.0',
      'goes on with 20.20.1',
      'goes on with 22.4.1',
      refusal('20.18.3'),
      refusal('18.20.0'),
    ]);
  });
});

function projectWith(files: Record<string, string>): MadeUpProject {
  const project = makeProject();
  for (const [file, text] of Object.entries({ 'package-lock.json': lock('4.0.0'), 'npm-cli.js': npm, ...files })) {
    project.write(file, text);
  }
  return project;
}

function run(project: MadeUpProject) {
  return project.run(install, { npm_execpath: `${project.folder}/npm-cli.js` });
}

function npmCalls(project: MadeUpProject): string[] {
  return project.has('npm-calls') ? project.read('npm-calls').trim().split('\n') : [];
}
