import { load } from 'cheerio/slim';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { kilobytes } from './deploy-check-answer.mjs';
import { inRoot } from './root.mjs';

/** @typedef {import('./deploy-check-bench.mjs').Finding} Finding */
/** @typedef {import('./deploy-check-bench.mjs').Manifest} Manifest */

/** Forge's limits: the resource limits page of 2026-07-05 and the manifest page. */
const forgeLimits = { filesOfResource: 5000, bytesOfResource: 100 * 1024 * 1024, bytesOfManifest: 200 * 1024 };

/**
 * Our own: JavaScript and CSS of the first page as they are sent, in bytes. 245 kB were needed once the planner had its
 * menus, its filter and rows that are drawn only in sight, 262 kB with the chance to finish, which follows a drag (November
 * 2026). Dialogs, charts, French, exports, and the tabs with their sentences come when asked for.
 */
const firstPageBudget = 264_000;

/**
 * The folders of the app's Custom UI; a resource that is a file is UI Kit.
 *
 * @param {Manifest} manifest
 */
export function pageFolders({ resources = [] }) {
  return resources.map(({ path }) => inRoot(path)).filter((path) => existsSync(path) && statSync(path).isDirectory());
}

/**
 * @param {Manifest} manifest
 * @returns {Finding}
 */
export function sizesFound(manifest) {
  const faults = [];
  const remarks = [];
  const manifestBytes = statSync(inRoot('manifest.yml')).size;
  if (manifestBytes > forgeLimits.bytesOfManifest) {
    faults.push(`manifest.yml has ${kilobytes(manifestBytes)}, and Forge takes 200 KB at the most.`);
  }
  for (const folder of pageFolders(manifest)) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    if (files.length > forgeLimits.filesOfResource) {
      faults.push(`${folder} has ${String(files.length)} files, and Forge takes 5,000 of a resource at the most.`);
    }
    if (bytes > forgeLimits.bytesOfResource) {
      faults.push(`${folder} has ${kilobytes(bytes)}, and Forge takes 100 MB of a resource at the most.`);
    }
    const sent = firstPageBytes(folder);
    const weight = `${kilobytes(sent)} of ${kilobytes(firstPageBudget)}`;
    if (sent > firstPageBudget) faults.push(`The first page of ${folder} sends ${weight} that we allow it (gzip).`);
    remarks.push(`${String(files.length)} files, ${kilobytes(bytes)}; first page ${weight}`);
  }
  return { faults, remark: remarks.join('; ') };
}

/**
 * The scripts and styles that index.html names, each as gzip sends it.
 *
 * @param {string} folder
 */
function firstPageBytes(folder) {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return 0;
  const page = load(readFileSync(index, 'utf8'));
  const named = page('script[src], link[rel="modulepreload"], link[rel="stylesheet"]')
    .toArray()
    .map((element) => page(element).attr('src') ?? page(element).attr('href') ?? '')
    .map((path) => join(folder, path.replace(/[?#].*$/, '')));
  return [...new Set(named)]
    .filter((file) => existsSync(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
}
