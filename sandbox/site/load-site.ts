import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { historyConfidences } from './history-confidences';
import { historySite } from './history-site';
import { largeSite } from './large-site';
import { loadJiraCsv } from './load-jira-csv';
import { loadRecorded } from './load-recorded';
import { oddSite } from './odd-site';
import type { LoadedSite, LoadProblem, Site } from './site';
import { smallTeam } from './small-team';
import { statesSite } from './states-site';

export interface SiteFromPath extends LoadedSite {
  /** sha256 of what was read, to see whether a kept state is of the same data. */
  fingerprint: string;
  /** Safe in a file name, and another one for every path. */
  id: string;
}

const whatToGive =
  'Give a CSV export of Jira issues (.csv), a folder of recorded Jira REST answers (.json files), or the name of a made-up site: small, large, odd, states or history.';

/** The made-up sites, by the name that `--site` gives them. */
const madeUpSites: Readonly<Record<string, () => Site>> = {
  small: smallTeam,
  large: largeSite,
  odd: oddSite,
  states: statesSite,
  history: historySite,
};

/** What the app had stored on a made-up site before anybody opened it, by the site's name. */
const storedBefore: Readonly<Record<string, (site: Site) => Record<string, unknown>>> = {
  history: historyConfidences,
};

/**
 * Loads the site that `--site` names: a CSV export, a folder of recorded answers, or a made-up site; the small team
 * without one. A file or a folder goes before a made-up site of its name.
 *
 * @throws Error with a sentence that says what to give instead, or what the file lacks
 */
export async function loadSite(givenPath: string | undefined): Promise<SiteFromPath> {
  if (givenPath === undefined) return madeUp('small', smallTeam);
  const absolute = path.resolve(givenPath);
  const found = await stat(absolute).catch(() => null);
  const make = found === null && Object.hasOwn(madeUpSites, givenPath) ? madeUpSites[givenPath] : undefined;
  if (make !== undefined) return madeUp(givenPath, make);
  if (found === null) throw new Error(`There is nothing at ${givenPath}. ${whatToGive}`);
  const id = `${path.basename(absolute).replace(/[^\w.-]+/g, '-')}-${sha256(absolute).slice(0, 8)}`;
  if (found.isDirectory()) return { ...(await loadFolder(absolute)), id };
  if (found.isFile() && path.extname(absolute).toLowerCase() === '.csv') {
    const text = await readFile(absolute, 'utf8');
    return { ...loadJiraCsv(text, path.parse(absolute).name), fingerprint: sha256(text), id };
  }
  throw new Error(`${givenPath} is neither a CSV file nor a folder. ${whatToGive}`);
}

function madeUp(id: string, make: () => Site): SiteFromPath {
  const site = make();
  const stored = Object.hasOwn(storedBefore, id) ? storedBefore[id]?.(site) : undefined;
  const fingerprint = sha256(JSON.stringify({ ...site, stored }));
  return { site, problems: [], fingerprint, id, ...(stored === undefined ? {} : { stored }) };
}

async function loadFolder(folder: string): Promise<Omit<SiteFromPath, 'id'>> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => !entry.isDirectory() && entry.name.toLowerCase().endsWith('.json'))
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) throw new Error(`There is no .json file in ${folder}. ${whatToGive}`);
  const texts = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') })),
  );
  const answers: Record<string, unknown> = {};
  const unreadable: LoadProblem[] = [];
  for (const { name, text } of texts) {
    try {
      answers[name] = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      unreadable.push({
        where: name,
        reason: `It is not JSON: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }
  const { site, problems } = loadRecorded(answers, path.basename(folder));
  return { site, problems: [...unreadable, ...problems], fingerprint: sha256(JSON.stringify(texts)) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
