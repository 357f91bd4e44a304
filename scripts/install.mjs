import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot, root } from './root.mjs';
import { Refusal, say, seconds } from './say.mjs';

/** Holds the digest of the lock file that node_modules was made from; it disappears with node_modules. */
const stampFile = inRoot('node_modules', '.installed-from');

/**
 * Installs the packages that package-lock.json names, unless they are there. Says nothing when there is nothing to do.
 * npm's own output goes to standard error, because standard output may belong to a command.
 */
export function ensureInstalled() {
  /** @type {{ engines: { node: string } }} */
  const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  refuseOldNode(process.versions.node, engines.node);
  const lock = readFileSync(inRoot('package-lock.json'), 'utf8');
  const digest = createHash('sha256').update(lock).digest('hex');
  if (readIfThere(stampFile) === digest) return;

  const record = readIfThere(inRoot('node_modules', '.package-lock.json'));
  if (record === undefined || !matches(lock, record)) install();
  writeFileSync(stampFile, digest);
}

function install() {
  // npm would empty the folder that the link leads to, which is somebody else's.
  if (lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true)
    throw new Refusal('node_modules is a link to another folder. Remove the link, then run the same command again.');
  say('Installing the packages that package-lock.json names (about a minute) …');
  const started = Date.now();
  // The log level is named because `npm run --silent` would hand its silence down, and a failure must say why.
  const npm = npmCommand(['ci', '--include=dev', '--loglevel=error']);
  const result = spawnSync(npm.command, npm.parameters, { cwd: root, stdio: ['ignore', 2, 2], shell: npm.shell });
  if (result.status !== 0) {
    throw new Refusal(
      'npm could not install the packages; what it said is above. ' +
        'See that this machine reaches an npm registry (npm ping), then run the same command again.',
    );
  }
  say(`Installed in ${seconds(Date.now() - started)}.`);
}

/**
 * Whether npm's record lists exactly what the lock file names. Optional packages may be missing from it: those of other
 * platforms always are.
 *
 * @param {string} lockText package-lock.json
 * @param {string} recordText node_modules/.package-lock.json, which npm writes last, so an interrupted install has none
 */
export function matches(lockText, recordText) {
  /** @typedef {{ packages: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lock */
  /** @type {Lock} */
  const { packages: wanted } = JSON.parse(lockText);
  /** @type {Lock} */
  const { packages: present } = JSON.parse(recordText);
  const missing = Object.entries(wanted).some(([path, { version, integrity, optional }]) => {
    if (path === '') return false;
    const found = present[path];
    if (found === undefined) return optional !== true;
    return found.version !== version || found.integrity !== integrity;
  });
  return !missing && Object.keys(present).every((path) => path in wanted);
}

/**
 * @param {string} running 20.19.1
 * @param {string} wanted `>=20.19`, the form of package.json's engines
 */
export function refuseOldNode(running, wanted) {
  const [major = 0, minor = 0] = running.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.replace('>=', '').split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Refusal(
    `This is Node.js ${running}, and PlanPrism needs ${wanted.replace('>=', '')} or later. ` +
      'Install a current version from https://nodejs.org (22 is what Forge runs), then run the same command again.',
  );
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * npm tells its children where it is; that works on Windows too, where npm is no program but a shell script.
 *
 * @param {string[]} parameters
 */
function npmCommand(parameters) {
  const npm = process.env['npm_execpath'];
  if (npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)) {
    return { command: process.execPath, parameters: [npm, ...parameters], shell: false };
  }
  return { command: 'npm', parameters, shell: process.platform === 'win32' };
}
