import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Source } from '../../sandbox/receipts';
import { shared } from '../open-app';
import { descriptionFile } from './description';
import { appFolder } from './recorded-app';

/** Why a source is none, in words; undefined when it is what it says, as far as that can be looked up here. */
export function sourceFault(source: Source, today: string): string | undefined {
  switch (source.from) {
    case 'description':
      return quoteFault(descriptionFile, source.quote);
    case 'measured-facts':
      return quoteFault(join(shared, 'jira/measured-facts.md'), source.quote);
    case 'recording':
      return quoteFault(join(shared, 'jira/fixtures', source.file), source.quote);
    case 'package':
      return packageFault(source);
    case 'page':
      return addressFault(source, /^https:\/\/developer\.atlassian\.com\/[\w-]+(\/[\w-]+)+\/$/, today);
    case 'report':
      return addressFault(source, /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(issues|pull)\/\d+$/, today);
    case 'ours':
      return source.why.trim().length >= 10 ? undefined : `'${source.why}' is no reason`;
  }
}

/** A number that a quote is the source of must be in it. */
export function quotedText(source: Source): string | undefined {
  return 'quote' in source ? source.quote : undefined;
}

function quoteFault(file: string, quote: string): string | undefined {
  if (quote.trim().length < 8) return `'${quote}' is too short to be found in one place`;
  if (!existsSync(file)) return `${file} is not there`;
  return textOf(file).includes(oneLine(quote)) ? undefined : `'${quote}' does not stand in ${file}`;
}

const packageSchema = z.object({ version: z.string() });

function packageFault({ name, version, file, quote }: Extract<Source, { from: 'package' }>): string | undefined {
  const folder = join(appFolder, 'node_modules', name);
  if (!existsSync(join(folder, 'package.json'))) return `${name} is not installed`;
  const installed = packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version;
  return installed === version ? quoteFault(join(folder, file), quote) : `${name} is installed as ${installed}`;
}

function addressFault(
  { url, date }: { url: string; date: string },
  pattern: RegExp,
  today: string,
): string | undefined {
  if (!pattern.test(url)) return `${url} is no address of that kind`;
  const isDay = /^20\d\d-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date));
  if (!isDay) return `'${date}' is no day`;
  return date <= today ? undefined : `${date} is yet to come`;
}

const texts = new Map<string, string>();

/** A file in one line. In JSON, quotes and line breaks inside of a text are written with a backslash; they are not here. */
function textOf(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const raw = readFileSync(file, 'utf8');
  const text = oneLine(file.endsWith('.json') ? `${raw} ${raw.replace(/\\n/g, ' ').replace(/\\(["\\])/g, '$1')}` : raw);
  texts.set(file, text);
  return text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
