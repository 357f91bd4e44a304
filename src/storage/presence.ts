import { kvs, type Result } from '@forge/kvs';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { chunksOf } from '../chunks';
import { storedPages } from './stored-pages';
import { inStorage } from './stored-value';

/** One open page on the plan of a sprint. */
const entrySchema = z.object({
  version: z.literal(1),
  at: z.iso.datetime(),
  /** When it was last told that something was saved from this page; null: nothing was. */
  saved: z.iso.datetime().nullable(),
  /** The page has said goodbye; what it saved still counts. */
  left: z.boolean(),
});
type StoredEntry = z.output<typeof entrySchema>;

/** A page is one window of one person. */
export interface Page {
  accountId: string;
  page: string;
}

export interface Presence extends Page {
  /** Milliseconds since 1970 of the last sign of life. */
  at: number;
  /** The same of the last save from this page that was told of; null: there was none. */
  saved: number | null;
  left: boolean;
}

/** For storage that nobody asks about any more; Forge may take two days longer, so readers look at `at`. */
const ttl = { value: 2, unit: 'HOURS' } as const;

/** Forge's own most. */
const batchSize = 25;

/** One key for each page, so that nobody writes over somebody else's. */
const everywhere = 'here:';
const prefixOf = (boardId: number, sprintId: number): string => `${everywhere}${String(boardId)}:${String(sprintId)}:`;

/** One board's pages on one sprint. */
export interface Place {
  boardId: number;
  sprintId: number;
}

const keyOf = ({ boardId, sprintId }: Place, { accountId, page }: Page): string =>
  `${prefixOf(boardId, sprintId)}${accountId}:${page}`;

/**
 * When this page last told of a save, as storage has it at this moment: unlike a query, a get does not lag behind.
 *
 * @returns milliseconds since 1970, null when it told of none
 * @throws Problem `storage.failed`
 */
export async function readSaved(place: Place, page: Page): Promise<number | null> {
  const raw = await inStorage('presence get', () => kvs.get<unknown>(keyOf(place, page)));
  return timeOf(entrySchema.safeParse(raw).data?.saved ?? null);
}

/** @throws Problem `storage.failed` */
export async function writePresence(place: Place, { at, saved, left, ...page }: Presence): Promise<void> {
  const time = (milliseconds: number): string => new Date(milliseconds).toISOString();
  const entry: StoredEntry = { version: 1, at: time(at), saved: saved === null ? null : time(saved), left };
  await inStorage('presence set', () => kvs.set(keyOf(place, page), entry, { ttl }));
}

/**
 * All pages that storage knows of on this sprint; a query may lag behind by seconds. Entries that cannot be read are left
 * out and left alone.
 *
 * @throws Problem `storage.failed`
 */
export async function readPresences(place: Place): Promise<Presence[]> {
  const prefix = prefixOf(place.boardId, place.sprintId);
  return (await readAll(prefix)).flatMap((result) => presenceOf(prefix, result));
}

async function readAll(prefix: string): Promise<Result<unknown>[]> {
  const found: Result<unknown>[] = [];
  for await (const page of storedPages(prefix)) found.push(...page);
  return found;
}

/** An account id may hold colons itself, the name of a page never does. */
const ofPage = /^(.+):([a-z0-9]+)$/;

function presenceOf(prefix: string, { key, value }: Result<unknown>): Presence[] {
  const entry = entrySchema.safeParse(value).data;
  const [, accountId, page] = ofPage.exec(key.slice(prefix.length)) ?? [];
  if (entry === undefined || accountId === undefined || page === undefined) return [];
  return [{ accountId, page, at: Date.parse(entry.at), saved: timeOf(entry.saved), left: entry.left }];
}

function timeOf(stored: string | null): number | null {
  return stored === null ? null : Date.parse(stored);
}

/** Forgets every page of a person, on every board. @throws Problem `storage.failed` */
export async function forgetPresences(accountId: string): Promise<void> {
  const keys = (await readAll(everywhere)).map(({ key }) => key);
  const theirs = keys.filter((key) => ofPage.exec(key.replace(/^here:\d+:\d+:/, ''))?.[1] === accountId);
  await allSettled(
    chunksOf(theirs, batchSize).map((some) =>
      inStorage('presence delete', () => kvs.batchDelete(some.map((key) => ({ key })))),
    ),
  );
}

/** Forgets pages; 25 at the most in one call, the others another time. @throws Problem `storage.failed` */
export async function forgetPages(place: Place, pages: readonly Page[]): Promise<void> {
  if (pages.length === 0) return;
  const keys = pages.slice(0, batchSize).map((page) => ({ key: keyOf(place, page) }));
  await inStorage('presence delete', () => kvs.batchDelete(keys));
}
