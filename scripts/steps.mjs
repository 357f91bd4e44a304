import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { exitCodeOf } from './run-sandbox.mjs';
import { inRoot, root } from './root.mjs';
import { say, seconds } from './say.mjs';

/**
 * The steps of `npm test` and `npm run check`.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string[][]} commands each the parameters of node; all of them are run, also when one fails
 */

const pretty = process.stderr.isTTY ? ['--pretty'] : [];
const colours = process.stderr.isTTY ? { FORCE_COLOR: '1' } : {};

/**
 * What is out of date, as `npm run build` does it; the tests that start the sandbox start what was built.
 *
 * @param {string[]} [only] names of targets
 * @returns {Step}
 */
export const built = (only = []) => ({ name: 'build', commands: [['scripts/build.mjs', ...only]] });

/** Each room with its own tsconfig.json, because a room's types say what it may use. */
const rooms = ['.', 'src/estimation', 'src/glance', 'static/planner', 'sandbox', 'sandbox/web', 'test', 'scripts'];

/** All in one process, which reads what they share only once. */
const tsc = ['node_modules/typescript/lib/tsc.js', '--build', ...rooms, '--noEmit', '--incremental', ...pretty];

/**
 * All of it anew: what tsc remembers from the last time knows nothing of packages that have changed since.
 *
 * @type {Step}
 */
export const types = { name: 'types', commands: [[...tsc, '--force']] };

/** @type {Step} */
export const typesOfChanges = { name: 'types of what changed', commands: [tsc] };

const eslint = ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'];

/** @type {Step} */
export const lint = { name: 'lint', commands: [eslint] };

/**
 * Passes over the files that have not changed since they were found good. That can miss a fault that a change of a type
 * in another file has made; `lint`, in the gate, cannot.
 *
 * @type {Step}
 */
export const lintOfChanges = {
  name: 'lint of what changed',
  commands: [[...eslint, '--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/eslint/']],
};

/** @type {Step} */
export const format = {
  name: 'format',
  commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
};

/**
 * Finds a Chromium, or gets one: on a fresh machine half a minute in which other steps can run.
 *
 * @type {Step}
 */
export const browser = { name: 'Chromium', commands: [['scripts/chromium.mjs']] };

/**
 * What is counted apart: the projects of jest.config.mjs, and of the browser's the tests that measure time. These get the
 * machine for themselves.
 *
 * @typedef {'node' | 'browser' | 'smoothness'} Part
 */
const parts = /** @type {const} */ (['node', 'browser', 'smoothness']);

/**
 * @param {Part} part
 * @param {string[]} [more]
 * @returns {Step}
 */
export function tests(part, more = []) {
  const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', part === 'node' ? 'node' : 'browser'];
  return { name: `${part} tests`, commands: [[...jest, '--json', '--outputFile', resultsOf(part), ...more]] };
}

/** @param {Part} part */
const resultsOf = (part) => `test-artefacts/jest-${part}.json`;

/** Forgets what earlier runs of jest counted. */
export function forgetResults() {
  mkdirSync(inRoot('test-artefacts'), { recursive: true });
  for (const part of parts) rmSync(inRoot(resultsOf(part)), { force: true });
}

/** What jest has counted since `forgetResults`; a file that does not even load counts as one failed test. */
function countTests() {
  const count = { passed: 0, failed: 0 };
  for (const part of parts) {
    if (!existsSync(inRoot(resultsOf(part)))) continue;
    /** @type {Record<'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites', number>} */
    const results = JSON.parse(readFileSync(inRoot(resultsOf(part)), 'utf8'));
    count.passed += results.numPassedTests;
    count.failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
  }
  return count;
}

/**
 * Runs steps in phases. A phase has lanes that run at the same time, and each lane runs its steps one after the other.
 * A phase is finished even when a step of it fails; the phases after it are not begun.
 *
 * @param {Step[][][]} phases
 * @returns {Promise<{ failed: string[], notRun: string[] }>} names of steps
 */
export async function runPhases(phases) {
  const failed = [];
  for (const [at, lanes] of phases.entries()) {
    const alone = lanes.length === 1;
    const results = await Promise.all(
      lanes.map(async (steps) => {
        const results = [];
        for (const step of steps) results.push({ name: step.name, passed: await runStep(step, alone) });
        return results;
      }),
    );
    failed.push(...results.flat().flatMap(({ name, passed }) => (passed ? [] : [name])));
    if (failed.length > 0)
      return {
        failed,
        notRun: phases
          .slice(at + 1)
          .flat(2)
          .map(({ name }) => name),
      };
  }
  return { failed, notRun: [] };
}

/**
 * Runs all commands of a step, also after one that failed.
 *
 * @param {Step} step
 * @param {boolean} alone whether its output may be shown at once; what runs beside it is shown when it has ended
 */
async function runStep(step, alone) {
  say(`${step.name} …`);
  const started = performance.now();
  let passed = true;
  let output = '';
  for (const command of step.commands) {
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...colours },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    }
    if ((await exitCodeOf(child)) !== 0) passed = false;
  }
  process.stderr.write(output);
  say(`${passed ? '✓' : '✗'} ${step.name} ${passed ? 'passed' : 'failed'} (${seconds(performance.now() - started)})`);
  return passed;
}

/**
 * Ends a run: says what failed, and last, on a line of its own on standard output, how many tests passed and failed.
 *
 * @param {{ failed: string[], notRun: string[] }} run
 */
export function sumUp({ failed, notRun }) {
  const count = countTests();
  if (failed.length > 0) say(`Failed: ${failed.join(', ')}. What is wrong is said above.`);
  if (notRun.length > 0) say(`Not run because of that: ${notRun.join(', ')}.`);
  if (failed.length === 0 && count.passed === 0)
    say('No test was run, and that proves nothing: this counts as a failure.');
  process.exitCode = failed.length === 0 && count.passed > 0 && count.failed === 0 ? 0 : 1;
  process.stdout.write(`${String(count.passed)} passed, ${String(count.failed)} failed\n`);
}
