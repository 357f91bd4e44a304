import { makeProject, removeProjects } from './made-up-project';

const results = (passed: number, failed: number, unloadable = 0) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: unloadable });

afterAll(removeProjects);

describe('the end of npm test', () => {
  it('counts the tests of both projects on the last line', () => {
    expect(sumUp({ node: results(120, 0), browser: results(4, 0) })).toMatchObject({
      code: 0,
      stdout: '124 passed, 0 failed\n',
    });
  });

  it('fails when a test failed, and counts a file that does not load as one', () => {
    expect(sumUp({ node: results(120, 2, 1) }, ['node tests'])).toMatchObject({
      code: 1,
      stdout: '120 passed, 3 failed\n',
    });
  });

  it('fails when no test was run at all', () => {
    const { code, stdout, stderr } = sumUp({ node: results(0, 0) });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '0 passed, 0 failed\n' });
    expect(stderr).toContain('No test was run');
  });

  it('fails when a step before the tests failed, and says which steps were not run', () => {
    const { code, stderr } = sumUp({ node: results(120, 0) }, ['lint'], ['browser tests']);
    expect(code).toBe(1);
    expect(stderr).toContain('Failed: lint.');
    expect(stderr).toContain('Not run because of that: browser tests.');
  });
});

describe('the steps of a run', () => {
  const step = (name: string, exit: number) => `{ name: '${name}', commands: [['-e', 'process.exit(${exit})']] }`;

  it('finishes a phase though a step of it fails, and does not begin the next', () => {
    const { stdout } = makeProject().run(`
      import { runPhases } from './scripts/steps.mjs';
      const run = await runPhases([[[${step('types', 1)}], [${step('lint', 0)}]], [[${step('tests', 0)}]]]);
      console.log(JSON.stringify(run));
    `);
    expect(JSON.parse(stdout)).toEqual({ failed: ['types'], notRun: ['tests'] });
  });

  it('shows what a step said that ran beside others', () => {
    const talking = "{ name: 'lint', commands: [['-e', 'console.log(`line 3 is wrong`); process.exit(1)']] }";
    const { stderr } = makeProject().run(`
      import { runPhases } from './scripts/steps.mjs';
      await runPhases([[[${talking}], [${step('types', 0)}]]]);
    `);
    expect(stderr).toContain('line 3 is wrong');
    expect(stderr).toMatch(/✗ lint failed \(\d+\.\d s\)/);
    expect(stderr).toMatch(/✓ types passed \(\d+\.\d s\)/);
  });
});

function sumUp(counted: Record<string, string>, failed: string[] = [], notRun: string[] = []) {
  const project = makeProject();
  for (const [name, text] of Object.entries(counted)) project.write(`test-artefacts/jest-${name}.json`, text);
  return project.run(`
    import { sumUp } from './scripts/steps.mjs';
    sumUp(${JSON.stringify({ failed, notRun })});
  `);
}
