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
  for (const option of ['site', 'reset', 'short-pages', 'delay', 'query-lag']) {
    // `npm start --site x` is npm's own to read: the option would get lost without a word.
    if (process.env[`npm_config_${option.replaceAll('-', '_')}`] !== undefined) {
      throw new Refusal(`Write -- before the sandbox's own options: npm start -- --${option} …`);
    }
  }
  return words.map((word, at) => {
    if (word.startsWith('--site=')) return `--site=${fromRoot(word.slice('--site='.length))}`;
    return words[at - 1] === '--site' ? fromRoot(word) : word;
  });
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
 * @param {'inherit' | 'pipe'} [output] where its standard output goes
 */
export function spawnSandbox(words, output = 'inherit') {
  return spawn(process.execPath, ['--enable-source-maps', inRoot('dist/sandbox/main.cjs'), ...words], {
    cwd: root,
    stdio: ['inherit', output, 'inherit'],
    detached: process.platform !== 'win32',
  });
}

/**
 * Runs the built sandbox to its end.
 *
 * @param {string[]} words
 * @returns {Promise<number>} its exit code
 */
export function runSandbox(words) {
  const child = spawnSandbox(words);
  onSignal((signal) => child.kill(signal));
  return exitCodeOf(child);
}

/**
 * Answers the signals that mean "stop", but one that comes within a second of another only once: see spawnSandbox.
 *
 * @param {(signal: NodeJS.Signals) => void} act
 */
export function onSignal(act) {
  let last = -Infinity;
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    if (performance.now() - last < 1000) return;
    last = performance.now();
    act(signal);
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  // npm hands SIGTERM to the shell between it and us, and that shell dies of it without a word: we are left orphans.
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    stop('SIGTERM');
  }, 500);
  looking.unref();
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
