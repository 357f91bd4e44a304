import { once } from 'node:events';
import { makeProject, removeProjects } from './made-up-project';

/** A sandbox that says what it was asked and which signals it hears, until its standard input ends. */
const sandbox = `
  const hear = (signal) => console.log(signal);
  process.on('SIGINT', hear).on('SIGTERM', hear);
  console.log(JSON.stringify(process.argv.slice(2)));
  if (process.argv[2] === 'fail') process.exit(3);
  process.stdin.resume().on('end', () => setTimeout(() => process.exit(0), 100));
`;
const script = `
  import { runSandbox, sandboxWords } from './run-sandbox.mjs';
  import { runScript } from './say.mjs';
  await runScript(async () => {
    process.exitCode = await runSandbox(sandboxWords(process.argv.slice(2)));
  });
`;

afterAll(removeProjects);

describe('running the sandbox', () => {
  it('hands down what was asked and hands back what came out, and the exit code', () => {
    const { code, stdout, stderr } = projectWithSandbox().run(`
      process.argv.push('fail', '--port', '4200');
      await import('./scripts/act.mjs');
    `);
    expect({ code, stdout, stderr }).toEqual({ code: 3, stdout: '["fail","--port","4200"]\n', stderr: '' });
  });

  it('finds --site from the folder where the person stands', () => {
    const project = projectWithSandbox();
    project.write('exports/sprints.csv', '');
    const { stdout } = project.run(
      "process.argv.push('fail', '--site', 'sprints.csv'); await import('./scripts/act.mjs');",
      {
        INIT_CWD: `${project.folder}/exports`,
      },
    );
    expect(stdout).toBe('["fail","--site","exports/sprints.csv"]\n');
  });

  it('says how to write --site when npm has swallowed it', () => {
    const { code, stderr } = projectWithSandbox().run("await import('./scripts/act.mjs');", {
      npm_config_site: 'x.csv',
    });
    expect(code).toBe(1);
    expect(stderr).toContain('npm start -- --site');
  });

  it('passes on a Ctrl-C once, though the terminal and npm both bring it', async () => {
    const child = projectWithSandbox().start('scripts/act.mjs', ['start']);
    const { stdin, stdout } = child;
    if (stdin === null || stdout === null) throw new Error('started without pipes');
    const said: unknown[] = [];
    stdout.setEncoding('utf8').on('data', (text) => said.push(text));
    await once(stdout, 'data');
    child.kill('SIGINT');
    await once(stdout, 'data');
    child.kill('SIGINT');
    stdin.end();
    await once(child, 'close');
    expect(said.join('')).toBe('["start"]\nSIGINT\n');
    expect(child.exitCode).toBe(0);
  });
});

function projectWithSandbox() {
  const project = makeProject();
  project.write('dist/sandbox/main.cjs', sandbox);
  project.write('scripts/act.mjs', script);
  return project;
}
