import { kvs, type Result, WhereConditions } from '@forge/kvs';
import * as z from 'zod';

import { inStorage } from './stored-value';

/** One open page on the plan of a sprint. */
const entrySchema = z.object({
  version: z.literal(1),
  at: z.iso.datetime(),
  /** How often something was saved from this page. */
  changes: z.int().min(0),
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
  changes: number;
  left: boolean;
}

/** For storage that nobody asks about any more; Forge may take two days longer, so readers look at `at`. */
const ttl = { value: 2, unit: 'HOURS' } as const;

/** Forge's own most. */
const queryPage = 100;
const batchSize = 25;

/** One key for each page, so that nobody writes over somebody else's. */
const prefixOf = (boardId: number, sprintId: number): string => `here:${String(boardId)}:${String(sprintId)}:`;

/** One board's pages on one sprint. */
export interface Place {
  boardId: number;
  sprintId: number;
}

const keyOf = ({ boardId, sprintId }: Place, { accountId, page }: Page): string =>
  `${prefixOf(boardId, sprintId)}${accountId}:${page}`;

/**
 * How often this page has saved, as storage has it at this moment: unlike a query, a get does not lag behind.
 *
 * @throws Problem `storage.failed`
 */
export async function readChanges(place: Place, page: Page): Promise<number> {
  const raw = await inStorage('presence get', () => kvs.get<unknown>(keyOf(place, page)));
  return entrySchema.safeParse(raw).data?.changes ?? 0;
}

/** @throws Problem `storage.failed` */
export async function writePresence(place: Place, { at, changes, left, ...page }: Presence): Promise<void> {
  const entry: StoredEntry = { version: 1, at: new Date(at).toISOString(), changes, left };
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
  const found: Presence[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(queryPage);
    const from = cursor;
    const { results, nextCursor } = await inStorage('presence query', () =>
      (from === undefined ? query : query.cursor(from)).getMany<unknown>(),
    );
    found.push(...results.flatMap((result) => presenceOf(prefix, result)));
    cursor = nextCursor;
  } while (cursor !== undefined);
  return found;
}

/** An account id may hold colons itself, the name of a page never does. */
function presenceOf(prefix: string, { key, value }: Result<unknown>): Presence[] {
  const entry = entrySchema.safeParse(value).data;
  const [, accountId, page] = /^(.+):([a-z0-9]+)$/.exec(key.slice(prefix.length)) ?? [];
  if (entry === undefined || accountId === undefined || page === undefined) return [];
  return [{ accountId, page, at: Date.parse(entry.at), changes: entry.changes, left: entry.left }];
}

/** Forgets pages; 25 at the most in one call, the others another time. @throws Problem `storage.failed` */
export async function forgetPages(place: Place, pages: readonly Page[]): Promise<void> {
  if (pages.length === 0) return;
  const keys = pages.slice(0, batchSize).map((page) => ({ key: keyOf(place, page) }));
  await inStorage('presence delete', () => kvs.batchDelete(keys));
}
