import { type MadeUpProject, makeProject, removeProjects } from './made-up-project';

const buildApp = `
  import { build } from './scripts/build.mjs';
  import { runScript } from './scripts/say.mjs';
  await runScript(async () => console.log((await build({ only: ['app'] })).join(' ')));
`;

afterAll(removeProjects);

describe('building what is out of date', () => {
  it("bundles the app's functions into one file that needs nothing beside it", () => {
    const project = projectWithApp();
    expect(project.run(buildApp)).toMatchObject({ code: 0, stdout: 'app\n' });
    project.remove('src');
    expect(project.run("import app from './dist/app/index.cjs'; console.log(app.handler());").stdout).toBe('8 hours\n');
  });

  it('builds anew when a file has changed, come or gone, and not when only its time has changed', () => {
    const { stdout } = projectWithApp().run(`
      import { rmSync, utimesSync, writeFileSync } from 'node:fs';
      import { build } from './scripts/build.mjs';
      const changes = {
        'nothing is built yet': () => {},
        'nothing has changed': () => {},
        'only a time has changed': () => utimesSync('src/index.ts', 0, 0),
        'a source has changed': () => writeFileSync('src/hours.ts', 'export const hours = 9;'),
        'a source has gone': () => rmSync('src/unused.ts'),
        'a source has come': () => writeFileSync('src/another.ts', ''),
        'the packages have changed': () => writeFileSync('package-lock.json', '{"packages":{}}'),
        'what was built has gone': () => rmSync('dist/app/index.cjs'),
      };
      const built = {};
      for (const [what, change] of Object.entries(changes)) {
        change();
        built[what] = await build({ only: ['app'] });
      }
      console.log(JSON.stringify(built));
    `);
    expect(JSON.parse(stdout)).toEqual({
      'nothing is built yet': ['app'],
      'nothing has changed': [],
      'only a time has changed': [],
      'a source has changed': ['app'],
      'a source has gone': ['app'],
      'a source has come': ['app'],
      'the packages have changed': ['app'],
      'what was built has gone': ['app'],
    });
  });

  it('names the line that cannot be built, and builds once it is mended', () => {
    const project = projectWithApp();
    project.write('src/hours.ts', 'export const hours = ;');
    const { code, stderr } = project.run(buildApp);
    expect(code).toBe(1);
    expect(stderr).toContain("Cannot build the app's functions.");
    expect(stderr).toContain('src/hours.ts:1:21');
    project.write('src/hours.ts', 'export const hours = 7;');
    expect(project.run(buildApp)).toMatchObject({ code: 0, stdout: 'app\n' });
  });
});

function projectWithApp(): MadeUpProject {
  const project = makeProject();
  project.linkPackages();
  project.write('package-lock.json', '{}');
  project.write('tsconfig.json', '{}');
  project.write('src/hours.ts', 'export const hours = 8;');
  project.write('src/unused.ts', '');
  project.write('src/index.ts', "import { hours } from './hours'; export const handler = () => `${hours} hours`;");
  return project;
}
