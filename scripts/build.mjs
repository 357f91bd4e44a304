import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { inRoot, isStarted, root } from './root.mjs';
import { Refusal, runScript, say, seconds } from './say.mjs';
import { inputFiles, targets } from './targets.mjs';

/** @typedef {import('./targets.mjs').Target} Target */

/**
 * Builds what is out of date. A target is up to date when its output is there and was built from files with exactly
 * today's names and contents; times of change would miss a deleted file and be fooled by a checkout.
 *
 * @param {{ only?: Target['name'][], force?: boolean }} [wish]
 * @returns {Promise<Target['name'][]>} what was built
 */
export async function build({ only, force = false } = {}) {
  /** @type {Target['name'][]} */
  const fresh = [];
  for (const target of targets()) {
    if (only !== undefined && !only.includes(target.name)) continue;
    const digest = digestOfInputs(target);
    if (!force && isBuilt(target, digest)) continue;
    say(`Building ${target.what} …`);
    const started = Date.now();
    forgetBuilt(target);
    await buildTarget(target).catch((/** @type {unknown} */ cause) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Refusal(
        `Cannot build ${target.what}. Mend what is named here, then run the same command again:\n${reason}`,
      );
    });
    rememberBuilt(target, digest);
    say(`Built ${target.what} in ${seconds(Date.now() - started)}.`);
    fresh.push(target.name);
  }
  return fresh;
}

/** @param {Target} target */
async function buildTarget(target) {
  switch (target.name) {
    case 'app':
      // As Forge would: one CommonJS file that holds everything. `forge deploy` bundles it by itself, from src/.
      return bundle('./src/index.ts', target.output, { format: 'cjs' });
    case 'sandbox':
      // With its packages, which takes a third off each start: the browser tests start a sandbox for each journey.
      // CommonJS too: several @atlaskit and @forge packages cannot be loaded by Node as ES modules.
      return bundle('./sandbox/main.ts', target.output, { format: 'cjs' });
    case 'glance':
      // As Forge would, which bundles the file that manifest.yml names: one script for a page that has nothing else.
      return bundle('./src/glance/index.tsx', target.output, {
        format: 'iife',
        platform: 'browser',
        target: 'es2022',
        jsx: 'automatic',
        minify: true,
        define: { 'process.env.NODE_ENV': '"production"' },
      });
    case 'planner':
      return buildPages('static/planner');
    case 'sandbox-web':
      return buildPages('sandbox/web');
  }
}

/**
 * @param {string} entry
 * @param {string} output
 * @param {import('esbuild').BuildOptions} options
 */
async function bundle(entry, output, options) {
  const { build: esbuild } = await import('esbuild');
  const { outputFiles } = await esbuild({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'silent',
    write: false,
    ...options,
  });
  mkdirSync(dirname(inRoot(output)), { recursive: true });
  // Put in place at one stroke: another command may be about to read the file.
  for (const { path, contents } of outputFiles ?? []) {
    const beside = `${path}.${String(process.pid)}`;
    writeFileSync(beside, contents);
    renameSync(beside, path);
  }
}

/** @param {string} folder */
async function buildPages(folder) {
  const { build: vite } = await import('vite');
  const configFile = inRoot(folder, 'vite.config.ts');
  await vite({ configFile, configLoader: 'runner', root: inRoot(folder), logLevel: 'warn' });
}

/** @param {Target} target */
function digestOfInputs(target) {
  const hash = createHash('sha256');
  for (const file of inputFiles(target))
    hash
      .update(`${file}\n`)
      .update(readFileSync(inRoot(file)))
      .update('\n');
  return hash.digest('hex');
}

/** @param {Target} target */
const stampOf = (target) => inRoot('dist', '.built-from', target.name);

/**
 * @param {Target} target
 * @param {string} digest
 */
function isBuilt(target, digest) {
  const stamp = stampOf(target);
  return existsSync(inRoot(target.output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

/**
 * @param {Target} target
 * @param {string} digest
 */
function rememberBuilt(target, digest) {
  mkdirSync(dirname(stampOf(target)), { recursive: true });
  writeFileSync(stampOf(target), digest);
}

/** @param {Target} target */
function forgetBuilt(target) {
  rmSync(stampOf(target), { force: true });
}

/** npm run build -- [--force] [app] [sandbox] [planner] [glance] [sandbox-web] */
if (isStarted(import.meta.url)) {
  await runScript(async () => {
    const words = process.argv.slice(2);
    const named = words.filter((word) => word !== '--force');
    const known = targets().map(({ name }) => name);
    const unknown = named.find((name) => !known.some((target) => target === name));
    if (unknown !== undefined) {
      throw new Refusal(
        `There is nothing called '${unknown}' to build. There is ${known.join(', ')}; without a name, all of them.`,
      );
    }
    ensureInstalled();
    const only = known.filter((name) => named.length === 0 || named.includes(name));
    await build({ only, force: words.includes('--force') });
  });
}
