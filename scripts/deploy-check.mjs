import { join } from 'node:path';
import { build } from './build.mjs';
import { askBundle, bundleSize } from './deploy-check-answer.mjs';
import { setUpBench } from './deploy-check-bench.mjs';
import { pageFaults } from './deploy-check-page.mjs';
import { pageFolders, sizesFound } from './deploy-check-sizes.mjs';
import { ensureInstalled } from './install.mjs';
import { isStarted } from './root.mjs';
import { Refusal, runScript, say, seconds } from './say.mjs';

/** @typedef {import('./deploy-check-bench.mjs').Bench} Bench */
/** @typedef {import('./deploy-check-bench.mjs').Finding} Finding */

/**
 * One thing that can be known before a deploy, without a login.
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {string} what it looks at
 * @property {string} remedy what to do about what it found
 * @property {(bench: Bench) => Promise<Finding> | Finding} look
 */

/** @typedef {Finding & { name: string }} Result */

/** `forge register` writes the id of a real app in its place. */
const placeholderId = 'ari:cloud:ecosystem::app/00000000-0000-4000-8000-000000000000';

/** @type {Record<string, Check>} */
const checks = Object.fromEntries(
  /** @type {Check[]} */ ([
    {
      name: 'manifest',
      what: "Atlassian's own validation of manifest.yml",
      remedy: 'Mend manifest.yml at the lines named: Forge refuses to deploy it as it is.',
      look: (bench) => bench.askForge('manifest'),
    },
    {
      name: 'lint',
      what: "Forge's lint rules on manifest.yml and src",
      remedy:
        'Mend the source where it is named, or declare what it needs in manifest.yml (a scope that is added later is a new major version).',
      look: (bench) => bench.askForge('lint'),
    },
    {
      name: 'bundle',
      what: "Forge's bundler on src, with its type check",
      remedy: 'Mend what is named: `forge deploy` bundles src in the same way and would stop there.',
      look: async (bench) => {
        const answer = await bench.askForge('bundle');
        return answer.outputFolder === undefined ? answer : bundleSize(answer.outputFolder);
      },
    },
    {
      name: 'uikit',
      what: "Forge's bundler on the UI Kit modules, with its type check",
      remedy: 'Mend what is named: `forge deploy` bundles these files in the same way and would stop there.',
      look: (bench) => bench.askForge('uikit'),
    },
    {
      name: 'answer',
      what: "one openPlanner of Forge's bundle, in the sandbox",
      remedy: 'Mend what the call named; the same call of our own bundle: npm run sandbox -- invoke openPlanner.',
      look: async (bench) => {
        const { outputFolder } = await bench.askForge('bundle');
        if (outputFolder === undefined) return { faults: ['There is no bundle that could be called.'] };
        return askBundle(outputFolder, join(bench.folder, 'app'));
      },
    },
    {
      name: 'page',
      what: "the built page under Forge's Content-Security-Policy",
      remedy:
        'Take it out of the page, or declare it under permissions.content in manifest.yml, which is a new major version.',
      look: async (bench) => {
        const { contentSecurityPolicy } = await bench.sandboxCode();
        const manifest = bench.manifest();
        const folders = pageFolders(manifest);
        return {
          faults: folders.flatMap((folder) => pageFaults(folder, manifest.permissions ?? {}, contentSecurityPolicy)),
        };
      },
    },
    {
      name: 'sizes',
      what: 'sizes of the manifest, the resources and the first page',
      remedy: 'Make it smaller; what is in a bundle says its source map.',
      look: (bench) => sizesFound(bench.manifest()),
    },
    {
      name: 'id',
      what: 'the id of the app',
      remedy: 'Run `forge register`.',
      look: (bench) => {
        const id = bench.manifest().app?.id;
        const warning = 'manifest.yml has no id of a real app yet. Run `forge register` before the first deploy.';
        return { faults: [], warnings: id === undefined || id === placeholderId ? [warning] : [] };
      },
    },
  ]).map((check) => [check.name, check]),
);

/** Two at a time: each of Forge's tools keeps one core busy. */
const lanes = [
  ['manifest', 'lint', 'uikit', 'id'],
  ['bundle', 'answer', 'page', 'sizes'],
];

/**
 * Runs the named checks on what is built, or all, and says how each went.
 *
 * @param {string[]} [names]
 * @returns {Promise<Result[]>}
 */
export async function runChecks(names = Object.keys(checks)) {
  const { bench, clear } = setUpBench();
  try {
    const results = await Promise.all(
      lanes.map(async (lane) => {
        /** @type {Result[]} */
        const results = [];
        for (const name of lane) {
          const check = checks[name];
          if (check === undefined || !names.includes(name)) continue;
          const started = performance.now();
          const finding = await check.look(bench);
          tell(check, finding, performance.now() - started);
          results.push({ name, ...finding });
        }
        return results;
      }),
    );
    return results.flat();
  } finally {
    clear();
  }
}

/**
 * @param {Check} check
 * @param {Finding} finding
 * @param {number} milliseconds
 */
function tell({ name, what, remedy }, { faults, warnings = [], remark = '' }, milliseconds) {
  const measured = remark === '' ? '' : `: ${remark}`;
  const lines = [
    `${faults.length > 0 ? '✗' : '✓'} ${name}: ${what}${measured} (${seconds(milliseconds)})`,
    ...faults.map((fault) => `    ${fault.replaceAll('\n', '\n      ')}`),
    ...(faults.length > 0 ? [`  → ${remedy}`] : []),
    ...warnings.map((warning) => `  ! ${warning}`),
  ];
  say(lines.join('\n'));
}

/**
 * Runs the named checks, or all, and sums up.
 *
 * @param {string[]} names
 * @throws Refusal when any of them found a fault
 */
export async function deployCheck(names) {
  const unknown = names.find((name) => !(name in checks));
  if (unknown !== undefined) {
    const known = Object.keys(checks).join(', ');
    throw new Refusal(`There is no check called '${unknown}'. There is ${known}; without a name, all of them.`);
  }
  const started = performance.now();
  const results = await runChecks(names.length === 0 ? undefined : names);
  const failed = results.flatMap(({ name, faults }) => (faults.length > 0 ? [name] : []));
  if (failed.length > 0) throw new Refusal(`Not ready to deploy: ${failed.join(', ')}. What to do is said above.`);
  say(`Ready to deploy, as far as it can be known without a login (${seconds(performance.now() - started)}).`);
}

/** npm run deploy:check -- [manifest] [lint] [bundle] [uikit] [answer] [page] [sizes] [id] */
if (isStarted(import.meta.url)) {
  await runScript(async () => {
    ensureInstalled();
    await build();
    await deployCheck(process.argv.slice(2));
  });
}
