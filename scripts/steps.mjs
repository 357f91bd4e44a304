import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { exitCodeOf } from './run-sandbox.mjs';
import { inRoot, root } from './root.mjs';

/**
 * The steps of `npm test` and `npm run check`.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {string[][]} commands each the parameters of node; all of them are run, also when one fails
 */

const tsc = 'node_modules/typescript/lib/tsc.js';
const tscCache = 'node_modules/.cache/tsc';

/** Each room with its own tsconfig.json, because a room's types say what it may use. */
const rooms = ['.', 'src/estimation', 'static/planner', 'sandbox', 'sandbox/web', 'test', 'scripts'];

/** @type {Step} */
export const types = {
  name: 'types',
  commands: rooms
    .filter((room) => existsSync(inRoot(room, 'tsconfig.json')))
    .map((room) => {
      const buildInfo = `${tscCache}/${room.replaceAll(/[^a-z]/g, '-')}.tsbuildinfo`;
      return [tsc, '--project', room, '--noEmit', '--incremental', '--tsBuildInfoFile', buildInfo, '--pretty'];
    }),
};

/** @type {Step} */
export const lint = { name: 'lint', commands: [['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0']] };

/** @type {Step} */
export const format = {
  name: 'format',
  commands: [['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
};

/**
 * @param {'node' | 'browser'} project of jest.config.mjs
 * @param {string[]} [more]
 * @returns {Step}
 */
export function tests(project, more = []) {
  const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', project, '--colors'];
  return { name: `${project} tests`, commands: [[...jest, '--json', '--outputFile', resultsOf(project), ...more]] };
}

/** @param {'node' | 'browser'} project */
const resultsOf = (project) => `test-artefacts/jest-${project}.json`;

/** Forgets what earlier runs of jest counted. */
export function forgetResults() {
  mkdirSync(inRoot('test-artefacts'), { recursive: true });
  for (const project of /** @type {const} */ (['node', 'browser'])) rmSync(inRoot(resultsOf(project)), { force: true });
}

/** What jest has counted since `forgetResults`; a file that does not even load counts as one failed test. */
export function countTests() {
  const count = { passed: 0, failed: 0 };
  for (const project of /** @type {const} */ (['node', 'browser'])) {
    if (!existsSync(inRoot(resultsOf(project)))) continue;
    const results = JSON.parse(readFileSync(inRoot(resultsOf(project)), 'utf8'));
    count.passed += results.numPassedTests;
    count.failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
  }
  return count;
}

/**
 * Runs a step.
 *
 * @param {Step} step
 * @param {'shown' | 'kept'} output at once, or kept until the end, for steps that run at the same time
 * @returns {Promise<{ passed: boolean, milliseconds: number, output: string }>}
 */
export async function runStep(step, output) {
  const started = performance.now();
  let passed = true;
  let kept = '';
  for (const command of step.commands) {
    // Jest's JSON goes to a file; its report, like everything that a step says, is for people.
    const child = spawn(process.execPath, command, {
      cwd: root,
      stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: process.stderr.isTTY ? '1' : '0' },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (kept += text));
    }
    if ((await exitCodeOf(child)) !== 0) passed = false;
  }
  return { passed, milliseconds: performance.now() - started, output: kept };
}
