import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { removeProjects } from '../scripts/made-up-project';
import { type AppCopy, type CheckResult, copyApp, pageFolder } from './app-copy';

/** Atlassian's tools need seconds, and more beside other tests. */
jest.setTimeout(180_000);

afterAll(removeProjects);

describe('deploy:check on the app as it is', () => {
  const all = ['manifest', 'lint', 'bundle', 'uikit', 'answer', 'page', 'sizes', 'id'] as const;
  let app: AppCopy;
  let before: string[];
  let results: Record<(typeof all)[number], CheckResult>;

  beforeAll(() => {
    app = copyApp();
    for (const folder of ['home', 'tmp']) mkdirSync(path.join(app.folder, folder));
    before = entriesOf(app);
    results = app.check(all, {
      HOME: path.join(app.folder, 'home'),
      XDG_CONFIG_HOME: path.join(app.folder, 'home'),
      TMPDIR: path.join(app.folder, 'tmp'),
    });
  });

  it.each(all)('has no fault to tell of in %s', (name) => {
    expect(results[name].faults).toEqual([]);
  });

  it("plans the made-up team's sprint with the bundle that Forge's bundler made", () => {
    expect(Number(/^(\d+) issues$/.exec(results.answer.remark)?.[1])).toBeGreaterThan(5);
  });

  it('says what the functions weigh', () => {
    expect(Number(/^(\d+) kB of 2000 kB$/.exec(results.bundle.remark)?.[1])).toBeGreaterThan(100);
  });

  it('has bundled the issue glance as Forge would', () => {
    expect(results.uikit.remark).toBe('glance');
  });

  it('only warns of an app that is not registered yet', () => {
    expect(results.id).toMatchObject({ faults: [], warnings: [expect.stringContaining('forge register')] });
  });

  it('leaves nothing behind: not in the app, not in the home of who runs it, not in the temporary folder', () => {
    expect(entriesOf(app).filter((file) => !before.includes(file))).toEqual(['act.mjs']);
  });
});

describe('deploy:check on a broken app', () => {
  it("fails by Atlassian's validation when the file of a handler is misspelt", () => {
    const app = copyApp();
    app.change('manifest.yml', 'handler: index.handler', 'handler: indexes.handler');
    expect(app.check(['manifest']).manifest.faults.join('\n')).toMatch(/^manifest\.yml:\d+:\d+ error: .*indexes/m);
  });

  it("fails by Forge's lint rules when a scope was forgotten, a handler's export is misspelt, or another host is asked", () => {
    const app = copyApp();
    app.change('manifest.yml', 'handler: index.handler', 'handler: index.handle');
    app.change('manifest.yml', '- read:sprint:jira-software', '# - read:sprint:jira-software');
    app.change(
      'src/jira/sprints.ts',
      'const pageSize = 50;',
      "const pageSize = 50;\nexport const elsewhere = () => fetch('https://forecasts.example.com/today');",
    );
    const { faults } = app.check(['lint']).lint;
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^src\/jira\/sprints\.ts:\d+:\d+ error: .*board\/\{boardId\}\/sprint.*read:sprint/),
        expect.stringMatching(/^src\/jira\/sprints\.ts:\d+:\d+ error: .*forecasts\.example\.com/),
        expect.stringMatching(/^src\/index\.ts warning: .*handle\b/),
      ]),
    );
  });

  it("fails by Forge's bundler when a type is wrong, and then has nothing to call", () => {
    const app = copyApp();
    app.change('src/jira/sprints.ts', 'const pageSize = 50;', "const pageSize: number = 'fifty';");
    const { bundle, answer } = app.check(['bundle', 'answer']);
    expect(bundle.faults.join('\n')).toMatch(/src\/jira\/sprints\.ts\(\d+,\d+\)[\s\S]*TS2322/);
    expect(bundle.faults.join('\n')).not.toContain(app.folder);
    expect(answer.faults).toEqual(['There is no bundle that could be called.']);
  });

  it('fails when what was bundled does not answer on a Jira that looks at the scopes', () => {
    const app = copyApp();
    app.change('manifest.yml', '- read:jira-user', '# - read:jira-user');
    expect(askOwnBundle(app)).toContainEqual(
      expect.stringMatching(/^openPlanner was not answered: \{[\s\S]*jira\.scope/),
    );
  });

  it('fails when what was bundled throws while it is loaded', () => {
    const app = copyApp();
    expect(askOwnBundle(app, "throw new Error('no such package');")).toEqual([
      expect.stringContaining('no such package'),
    ]);
  });
});

describe('npm run deploy:check', () => {
  const deployCheck = (app: AppCopy, ...names: string[]) =>
    app.run(`
      import { deployCheck } from './scripts/deploy-check.mjs';
      import { runScript } from './scripts/say.mjs';
      await runScript(() => deployCheck(${JSON.stringify(names)}));
    `);

  it('names what failed, says what to do about it, and ends with 1', () => {
    const app = copyApp();
    app.write(`${pageFolder}/index.html`, '<html><script src="https://example.com/chart.js"></script></html>');
    const { code, stderr } = deployCheck(app, 'page', 'sizes', 'id');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /✗ page: .+ \(\d+\.\d s\)\n {4}index\.html: https:\/\/example\.com\/chart\.js .+\n {2}→ .+\n/,
    );
    expect(stderr).toMatch(/✓ sizes: .+ \(\d+\.\d s\)\n/);
    expect(stderr).toContain('Not ready to deploy: page.');
  });

  it('ends with 0 when there are only warnings', () => {
    const { code, stderr } = deployCheck(copyApp(), 'sizes', 'id');
    expect(code).toBe(0);
    expect(stderr).toContain('! manifest.yml has no id of a real app yet.');
    expect(stderr).toContain('Ready to deploy');
  });

  it('knows its checks by name', () => {
    expect(deployCheck(copyApp(), 'linter')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("There is no check called 'linter'. There is manifest, lint, bundle"),
    });
  });
});

/** What the answer check finds when this is the bundle; without a text, a bundle of the app's own sources. */
function askOwnBundle(app: AppCopy, code?: string): unknown {
  if (code !== undefined) app.write('bundle/index.cjs', code);
  const { stdout, stderr } = app.run(`
    import { build } from 'esbuild';
    import { askBundle } from './scripts/deploy-check-answer.mjs';
    if (${String(code === undefined)}) {
      const options = { bundle: true, platform: 'node', format: 'cjs', target: 'node20' };
      await build({ entryPoints: ['src/index.ts'], outfile: 'bundle/index.cjs', ...options });
    }
    console.log(JSON.stringify((await askBundle('bundle', 'bench')).faults));
  `);
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

/** All files and folders of the copy but the packages, which are only a link: a cache may be an empty folder. */
function entriesOf(app: AppCopy): string[] {
  return readdirSync(app.folder, { recursive: true, encoding: 'utf8', withFileTypes: true }).map((entry) =>
    path.relative(app.folder, path.join(entry.parentPath, entry.name)),
  );
}
