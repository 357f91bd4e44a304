import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { parse } from 'yaml';
import { offlineDescriptions } from './openapi-scopes.mjs';
import { inRoot, root } from './root.mjs';

/**
 * What one check found.
 *
 * @typedef {object} Finding
 * @property {string[]} faults each a sentence; any of them makes the check fail
 * @property {string[]} [warnings] sentences to read before a deploy
 * @property {string} [remark] what was measured
 */

/**
 * The parts of manifest.yml that the checks read. Whether it is a manifest at all is what Atlassian's validation says.
 *
 * @typedef {object} Manifest
 * @property {{ id?: string }} [app]
 * @property {Record<string, unknown>} [permissions]
 * @property {{ key: string, path: string }[]} [resources]
 */

/**
 * The sandbox's own code that the checks share with it.
 *
 * @typedef {object} SandboxCode
 * @property {readonly import('./openapi-scopes.mjs').Operation[]} operations
 * @property {(html: string, permissions: Record<string, unknown>, siteOrigin: string) => string} contentSecurityPolicy
 */

/**
 * Where the checks work: a folder of its own under the temporary one, which goes when they are done.
 *
 * @typedef {object} Bench
 * @property {string} folder
 * @property {() => Manifest} manifest
 * @property {() => Promise<SandboxCode>} sandboxCode
 * @property {(act: 'manifest' | 'lint' | 'bundle' | 'uikit') => Promise<ForgeAnswer>} askForge asked once for each act
 */

/** @typedef {Finding & { outputFolder?: string }} ForgeAnswer `outputFolder` is where Forge's bundler put its files */

/** @returns {{ bench: Bench, clear: () => void }} */
export function setUpBench() {
  const folder = mkdtempSync(join(tmpdir(), 'planprism-deploy-check-'));
  for (const name of ['home', 'tmp', 'runtime/dist']) mkdirSync(join(folder, name), { recursive: true });
  // What Forge runs around our functions comes from its servers when it deploys; the bundler only copies it.
  for (const name of ['wrapper', 'loader']) writeFileSync(join(folder, 'runtime/dist', `${name}.js`), '// stands in\n');
  // The bundler wants to have been started from a CommonJS file.
  writeFileSync(join(folder, 'main.cjs'), 'import(process.argv[2]);\n');

  const sandboxCode = once(() => bundleSandboxCode(join(folder, 'sandbox.cjs')));
  /** @type {Map<string, Promise<ForgeAnswer>>} */
  const asked = new Map();
  return {
    bench: {
      folder,
      manifest: once(readManifest),
      sandboxCode,
      askForge: (act) => {
        const answer = asked.get(act) ?? sandboxCode().then(({ operations }) => runForge(folder, act, operations));
        asked.set(act, answer);
        return answer;
      },
    },
    clear: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readManifest() {
  /** @type {Manifest} */
  const manifest = parse(readFileSync(inRoot('manifest.yml'), 'utf8'));
  return manifest;
}

/**
 * @template Result
 * @param {() => Result} make
 */
function once(make) {
  /** @type {{ result: Result } | undefined} */
  let made;
  return () => (made ??= { result: make() }).result;
}

/**
 * Scripts are plain JavaScript, the sandbox is not.
 *
 * @param {string} file
 * @returns {Promise<SandboxCode>}
 */
async function bundleSandboxCode(file) {
  const contents = `
    export { operations } from './sandbox/jira/operations';
    export { contentSecurityPolicy } from './sandbox/server/content-security-policy';
  `;
  await esbuild({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'silent',
  });
  /** @type {SandboxCode} */
  const code = createRequire(file)(file);
  return code;
}

/**
 * Runs one act of deploy-check-forge.mjs in a process of its own, whose home and temporary folder are the bench's:
 * Forge's tools keep caches in both.
 *
 * @param {string} folder
 * @param {string} act
 * @param {readonly import('./openapi-scopes.mjs').Operation[]} operations
 * @returns {Promise<ForgeAnswer>}
 */
function runForge(folder, act, operations) {
  const home = join(folder, 'home');
  const tmp = join(folder, 'tmp');
  const child = fork(join(folder, 'main.cjs'), [new URL('deploy-check-forge.mjs', import.meta.url).href, act], {
    cwd: root,
    silent: true,
    env: {
      ...process.env,
      ...offlineDescriptions(folder, operations),
      FORGE_RUNTIME_PATH: join(folder, 'runtime'),
      HOME: home,
      USERPROFILE: home,
      APPDATA: home,
      LOCALAPPDATA: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      TMPDIR: tmp,
      TMP: tmp,
      TEMP: tmp,
    },
  });
  return new Promise((answered, failed) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (said += text));
    }
    /** @type {ForgeAnswer | undefined} */
    let answer;
    child.on('message', (/** @type {ForgeAnswer} */ message) => (answer = message));
    child.on('error', failed);
    child.on('close', () => {
      answered(answer ?? { faults: [`Forge's own tool ended without an answer. It said: ${said.trim()}`] });
    });
  });
}
