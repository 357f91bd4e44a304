import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { relative, resolve } from 'node:path';
import { inRoot, root } from './root.mjs';
import { Refusal } from './say.mjs';

/** The folder in which the person stands; npm itself goes to the root. */
const standing = process.env['INIT_CWD'] ?? process.cwd();

/**
 * What the person wrote after `--`, with the path of `--site` as seen from the root.
 *
 * @param {string[]} words
 */
export function sandboxWords(words) {
  for (const option of ['site', 'reset']) {
    // `npm start --site x` is npm's own to read: the option would get lost without a word.
    if (process.env[`npm_config_${option}`] !== undefined) {
      throw new Refusal(`Write -- before the sandbox's own options: npm start -- --${option} …`);
    }
  }
  return words.map((word, at) => (words[at - 1] === '--site' ? fromRoot(word) : word));
}

/** @param {string} path as seen from where the person stands */
function fromRoot(path) {
  const absolute = resolve(standing, path);
  return existsSync(absolute) ? relative(root, absolute) || '.' : path;
}

/**
 * Starts the built sandbox.
 *
 * In a process group of its own: at Ctrl-C the terminal speaks to every process of the group, and npm passes on what it
 * hears once more, but to the sandbox the second signal means "stop at once, never mind what is unsaved".
 *
 * @param {string[]} words
 */
export function spawnSandbox(words) {
  return spawn(process.execPath, ['--enable-source-maps', inRoot('dist/sandbox/main.mjs'), ...words], {
    cwd: root,
    stdio: 'inherit',
    detached: process.platform !== 'win32',
  });
}

/**
 * Runs the built sandbox to its end. Signals are passed on, the same one not twice within a second.
 *
 * @param {string[]} words
 * @returns {Promise<number>} its exit code
 */
export function runSandbox(words) {
  const child = spawnSandbox(words);
  passSignalsTo(child);
  return exitCodeOf(child);
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignalsTo(child) {
  let last = -Infinity;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (performance.now() - last < 1000) return;
      last = performance.now();
      child.kill(signal);
    });
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} as a shell would say it: 128 and the signal's number for a process that a signal ended
 */
export function exitCodeOf(child) {
  return new Promise((resolved, rejected) => {
    child.on('error', rejected);
    child.on('exit', (code, signal) => {
      resolved(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
