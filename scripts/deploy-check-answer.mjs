import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './root.mjs';
import { exitCodeOf } from './run-sandbox.mjs';

/** @typedef {import('./deploy-check-bench.mjs').Finding} Finding */

/**
 * No limit of Forge's is known to us; a cold start reads all of it, and a package that came in by mistake shows here.
 */
const bundleBudget = 2_000_000;

/**
 * @param {string} bundle the folder that Forge's bundler filled
 * @returns {Finding}
 */
export function bundleSize(bundle) {
  const bytes = readdirSync(bundle)
    .filter((name) => name.endsWith('.cjs') && !name.startsWith('__forge'))
    .reduce((sum, name) => sum + statSync(join(bundle, name)).size, 0);
  const remark = `${kilobytes(bytes)} of ${kilobytes(bundleBudget)}`;
  return { faults: bytes > bundleBudget ? [`The functions have ${remark} that we allow them.`] : [], remark };
}

/** @param {number} bytes */
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;

/**
 * Calls what Forge's bundler made, in the built sandbox: one openPlanner for the made-up team.
 *
 * @param {string} bundle the folder that Forge's bundler filled
 * @param {string} folder an empty one, to run in
 * @returns {Promise<Finding>}
 */
export async function askBundle(bundle, folder) {
  // The sandbox takes the folder that it is started in for the app's: its manifest, its functions, its state.
  mkdirSync(join(folder, 'dist'), { recursive: true });
  cpSync(bundle, join(folder, 'dist/app'), { recursive: true });
  cpSync(inRoot('manifest.yml'), join(folder, 'manifest.yml'));
  const child = spawn(process.execPath, [inRoot('dist/sandbox/main.cjs'), 'invoke', 'openPlanner', '{}'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let answer = '';
  let notes = '';
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => (answer += text));
  child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (notes += text));
  const ended = new Promise((resolved) => child.on('close', resolved));
  const code = await exitCodeOf(child);
  await ended;
  return findingOf(code, answer, notes);
}

/** What the sandbox says beside an answer when Forge or Jira would have refused a part of it. */
const complaint = /^(Not modelled|Not loaded|Lost on Forge|error:|warn:)/;

/**
 * @param {number} code
 * @param {string} answer what the sandbox printed
 * @param {string} notes what it said beside
 * @returns {Finding}
 */
function findingOf(code, answer, notes) {
  const faults = notes.split('\n').filter((line) => complaint.test(line));
  if (code !== 0) return { faults: [...faults, `openPlanner was not answered: ${(answer || notes).trim()}`] };
  /** @type {{ items?: unknown[] }} */
  const { items = [] } = JSON.parse(answer);
  if (items.length === 0) faults.push('openPlanner answered a sprint without issues, and the made-up team has some.');
  return { faults, remark: `${String(items.length)} issues` };
}
