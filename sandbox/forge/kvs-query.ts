import type { StoredValue } from '../sandbox-types';
import { KvsRefusal } from './kvs-refusal';
import type { Place, Shelves } from './kvs-shelf';
import { kvsLimits } from './limits';

interface Query<Metadata> {
  limit?: number | undefined;
  after?: string | undefined;
  where?: { values: string[] }[] | undefined;
  options?: { metadataFields?: Metadata | undefined } | undefined;
}

type ToResult<Metadata> = (place: Place, stored: StoredValue, metadata: Metadata | undefined) => object;

/**
 * One page of the values whose key begins with the asked text, sorted by key.
 * @param mostResults in a page, when it is less than Forge's own
 * @throws KvsRefusal for a page size outside 1–100, or a cursor that no page gave
 */
export function serveQuery<Metadata>(
  shelves: Shelves,
  { limit = kvsLimits.queryDefault, after, where, options }: Query<Metadata>,
  toResult: ToResult<Metadata>,
  mostResults: number = kvsLimits.queryMost,
): { data: object[]; cursor?: string } {
  if (!Number.isInteger(limit) || limit < 1 || limit > kvsLimits.queryMost) {
    throw new KvsRefusal('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', `A page has 1 to ${kvsLimits.queryMost} results.`);
  }
  const beginning = where?.[0]?.values[0] ?? '';
  const afterKey = after === undefined ? undefined : keyOfCursor(after);
  const queried = shelves.asQueried();
  const keys = queried.keys.filter((key) => key.startsWith(beginning) && (afterKey === undefined || key > afterKey));
  const page = keys.slice(0, Math.min(limit, mostResults));
  const data = page.flatMap((key) => {
    const stored = queried.find(key);
    return stored === undefined ? [] : [toResult({ key }, stored, options?.metadataFields)];
  });
  const last = page.at(-1);
  return keys.length > page.length && last !== undefined ? { data, cursor: cursorAfter(last) } : { data };
}

/** Opaque on purpose: an app must not read or build one. */
function cursorAfter(key: string): string {
  return Buffer.from(`after:${key}`).toString('base64url');
}

function keyOfCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!text.startsWith('after:'))
    throw new KvsRefusal('INVALID_REQUEST', 'The cursor was not given by a page of this query.');
  return text.slice('after:'.length);
}
