import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from './root.mjs';

/**
 * What is built, from what, into what: in the order in which it is built.
 *
 * @typedef {object} Target
 * @property {'app' | 'sandbox' | 'planner' | 'glance' | 'sandbox-web'} name
 * @property {string} what what people call it
 * @property {string[]} inputs files and folders, from the root
 * @property {string[]} without folders inside the inputs that are not looked at
 * @property {string} output the file whose presence says that the target has been built
 */

/** What decides every build: the versions of the packages, the compiler's settings and the build itself. */
const everywhere = ['package-lock.json', 'tsconfig.json', 'scripts/targets.mjs', 'scripts/build.mjs'];

/** @type {Target[]} */
const allTargets = [
  {
    name: 'app',
    what: "the app's functions",
    inputs: [...everywhere, 'src'],
    without: ['src/glance'],
    output: 'dist/app/index.cjs',
  },
  {
    name: 'sandbox',
    what: 'the sandbox',
    inputs: [...everywhere, 'sandbox'],
    without: ['sandbox/web'],
    output: 'dist/sandbox/main.cjs',
  },
  {
    name: 'planner',
    what: 'the planner',
    inputs: [...everywhere, 'static/planner', 'src/estimation', 'src/contract.ts'],
    without: ['static/planner/dist'],
    output: 'static/planner/dist/index.html',
  },
  {
    name: 'glance',
    what: 'the issue glance',
    inputs: [...everywhere, 'src/glance', 'src/estimation'],
    without: [],
    output: 'dist/glance/index.js',
  },
  {
    name: 'sandbox-web',
    what: "the sandbox's pages",
    inputs: [...everywhere, 'sandbox/web'],
    without: [],
    output: 'dist/sandbox-web/index.html',
  },
];

/** The targets whose sources are there. */
export const targets = () =>
  allTargets.filter(({ name }) => name !== 'sandbox-web' || existsSync(inRoot('sandbox/web/vite.config.ts')));

/**
 * Every file that decides what a target looks like, from the root, in a fixed order.
 *
 * @param {Target} target
 * @returns {string[]}
 */
export function inputFiles(target) {
  return target.inputs.flatMap((input) => filesUnder(input, target.without)).sort();
}

/**
 * @param {string} path from the root
 * @param {string[]} without
 * @returns {string[]}
 */
function filesUnder(path, without) {
  const info = statSync(join(root, path), { throwIfNoEntry: false });
  if (info === undefined || without.includes(path)) return [];
  // tsc writes down beside tsconfig.json what it has checked.
  if (!info.isDirectory()) return path.endsWith('.tsbuildinfo') ? [] : [path];
  return readdirSync(join(root, path)).flatMap((name) => filesUnder(`${path}/${name}`, without));
}
