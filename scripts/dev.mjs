import { once } from 'node:events';
import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { inRoot } from './root.mjs';
import { exitCodeOf, onSignal, sandboxWords, spawnSandbox } from './run-sandbox.mjs';
import { Refusal, runScript, say, seconds } from './say.mjs';
import { inputFiles, targets } from './targets.mjs';

/** Looking is cheaper than it sounds (5 ms for all files), and misses nothing on any system, as watching does. */
const lookEvery = 200;

/** npm run dev -- [--site PATH] [--port N] [--reset]: as npm start, and what is changed is built and shown at once. */
await runScript(async () => {
  const words = sandboxWords(process.argv.slice(2));
  ensureInstalled();
  let seen = look();
  await build();
  say('Starting the sandbox …');
  // The bundler takes a second to load: better now than at the first change.
  const [sandbox] = await Promise.all([startSandbox(words), import('vite')]);
  const stopping = new AbortController();
  onSignal(() => {
    stopping.abort();
  });
  say('Watching: what you change is built, and open pages load again. Ctrl-C ends it.');

  while (!stopping.signal.aborted) {
    await wait(lookEvery);
    const now = look();
    const changed = Object.keys(now).filter((name) => now[name] !== seen[name]);
    seen = now;
    if (changed.length > 0) await follow(sandbox, changed);
  }
  await sandbox.stop();
});

/**
 * What all inputs look like, by target; and the manifest, which the sandbox reads when it starts.
 *
 * @returns {Record<string, string>}
 */
function look() {
  /** @type {Record<string, string>} */
  const looks = { manifest: lookOf('manifest.yml') };
  for (const target of targets()) looks[target.name] = inputFiles(target).map(lookOf).join('\n');
  return looks;
}

/** @param {string} file from the root */
function lookOf(file) {
  const info = statSync(inRoot(file), { throwIfNoEntry: false });
  return `${file} ${String(info?.mtimeMs)} ${String(info?.size)}`;
}

/**
 * Builds what a change concerns and shows it.
 *
 * @param {Sandbox} sandbox
 * @param {string[]} changed
 */
async function follow(sandbox, changed) {
  const started = performance.now();
  try {
    const fresh = await build({ only: targets().flatMap(({ name }) => (changed.includes(name) ? [name] : [])) });
    if (fresh.includes('sandbox') || changed.includes('manifest') || !sandbox.isRunning()) {
      // Pages notice by themselves that another server answers, and load again.
      await sandbox.restart();
    } else if (fresh.length > 0) {
      // The sandbox itself loads an app that was built anew.
      await fetch(new URL('/sandbox/reload', sandbox.url()), { method: 'POST' });
    } else {
      return;
    }
    say(`Shown after ${seconds(performance.now() - started)}.`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
  }
}

/**
 * @typedef {object} Sandbox
 * @property {() => string} url
 * @property {() => boolean} isRunning
 * @property {() => Promise<void>} restart on the same port, with what was kept
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string[]} words
 * @returns {Promise<Sandbox>}
 */
async function startSandbox(words) {
  let server = await serve(words);
  process.stdout.write(`${server.url}\n`);
  const stop = async () => {
    server.child.kill('SIGTERM');
    await server.ended;
  };
  const isRunning = () => server.child.exitCode === null && server.child.signalCode === null;
  return {
    url: () => server.url,
    isRunning,
    stop,
    restart: async () => {
      if (isRunning()) await stop();
      server = await serve([...withoutPortAndReset(words), '--port', new URL(server.url).port]);
    },
  };
}

/**
 * @param {string[]} words
 * @returns when it says its address
 */
async function serve(words) {
  const child = spawnSandbox(['start', ...words], 'pipe');
  const ended = exitCodeOf(child);
  if (child.stdout === null) throw new Error('The sandbox was started without a pipe for its output.');
  const said = await Promise.race([once(child.stdout.setEncoding('utf8'), 'data'), ended]);
  const url = Array.isArray(said) ? String(said[0]).trim() : undefined;
  if (url === undefined) throw new Refusal('The sandbox did not start; why is said above.');
  return { child, ended, url };
}

/** @param {string[]} words */
function withoutPortAndReset(words) {
  return words.filter((word, at) => !/^--(port|reset)\b/.test(word) && words[at - 1] !== '--port');
}
