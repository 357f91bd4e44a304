import { kvs, type Result, WhereConditions } from '@forge/kvs';

import { inStorage } from './stored-value';

/** A query gives 100 at the most. */
const querySize = 100;

/**
 * All values of the key-value store whose key begins with this, a page at a time. A query may lag behind by seconds: read a
 * value anew before it is changed.
 *
 * @param mostAPage fewer where the values are large
 * @throws Problem `storage.failed`
 */
export async function* storedPages(beginning: string, mostAPage = querySize): AsyncGenerator<Result<unknown>[]> {
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const after = cursor;
    const page = await inStorage(`query ${beginning}`, () => {
      const query = kvs.query().where('key', WhereConditions.beginsWith(beginning)).limit(mostAPage);
      return (after === undefined ? query : query.cursor(after)).getMany<unknown>();
    });
    yield page.results;
    cursor = page.nextCursor;
  }
}
