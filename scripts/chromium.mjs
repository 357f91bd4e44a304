import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { inRoot, isStarted } from './root.mjs';
import { Refusal, runScript, say } from './say.mjs';

const minute = 60_000;

/**
 * A Chromium that runs here: the one named by CHROMIUM_PATH, else one that is on the machine, else Playwright's own,
 * else Debian's package when we may install it.
 *
 * @returns {Promise<string>} the path of the program
 */
export async function ensureChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (runs(named)) return named;
    throw new Refusal(
      `CHROMIUM_PATH is ${named}, and that does not start. Correct it, or unset it to have one looked for.`,
    );
  }
  const found = [...commands(), ...usualPlaces()].find(runs);
  if (found !== undefined) return found;

  const { chromium } = await import('playwright-core');
  const own = chromium.executablePath();
  if (runs(own)) return own;
  say("No Chromium on this machine: downloading Playwright's own (about 170 MB, given up after 5 minutes) …");
  const playwright = inRoot('node_modules', 'playwright-core', 'cli.js');
  run(process.execPath, [playwright, 'install', '--no-shell', 'chromium'], 5 * minute);
  if (runs(own)) return own;
  say(`Playwright's Chromium ${existsSync(own) ? 'is here, but does not start' : 'could not be downloaded'}.`);

  if (mayInstallDebianPackages()) {
    say("Installing Debian's chromium package (about a minute) …");
    run('apt-get', ['update'], 3 * minute);
    const problem = run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 10 * minute);
    // Not in every release, and the tests do without it.
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium-headless-shell'], 10 * minute);
    const debian = commands().find(runs);
    if (debian !== undefined) return debian;
    say(`apt-get could not install it: ${problem}`);
  }
  throw new Refusal(
    'The browser tests need Chromium or Google Chrome. Install either (on Debian: apt-get install chromium; ' +
      'on other systems: https://www.google.com/chrome), or set CHROMIUM_PATH to one, then run the same command again.',
  );
}

/**
 * The headless shell of the machine: the same engine without a browser around it. It cannot print, and each of its
 * windows costs a third less work, because Chromium draws its own menus and bars even where nobody sees them.
 *
 * @returns {string | undefined} undefined also where CHROMIUM_PATH says with which browser to test
 */
export function findShell() {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return undefined;
  return commands(['chromium-headless-shell', 'chrome-headless-shell']).find(runs);
}

/** The programs of these names on the PATH. */
function commands(names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    return ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((variable) => {
      const folder = process.env[variable];
      const programs = [
        'Google/Chrome/Application/chrome.exe',
        'Chromium/Application/chrome.exe',
        'Microsoft/Edge/Application/msedge.exe',
      ];
      return folder === undefined ? [] : programs.map((program) => join(folder, program));
    });
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

/**
 * Whether a program is there and starts: a distribution may put a script in its place that only says to install it.
 *
 * @param {string} path
 */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return false;
  }
  // On Windows `--version` opens a window instead.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: minute / 4 }).status === 0;
}

function mayInstallDebianPackages() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  // Not Debian's descendants: Ubuntu's package of this name only points to a snap.
  return /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * Runs a program out of sight and answers the last line that it said.
 *
 * @param {string} program
 * @param {string[]} parameters
 * @param {number} timeout milliseconds
 */
function run(program, parameters, timeout) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { stdout, stderr, error } = spawnSync(program, parameters, { timeout, env, encoding: 'utf8' });
  return error?.message ?? `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? '';
}

/** Says where Chromium is, and on a second line where its headless shell is, if there is one. */
if (isStarted(import.meta.url)) {
  await runScript(async () => {
    ensureInstalled();
    const paths = [await ensureChromium(), findShell() ?? []].flat();
    process.stdout.write(paths.map((found) => `${found}\n`).join(''));
  });
}
