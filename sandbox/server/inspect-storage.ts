import * as z from 'zod';

import { jsonBytes } from '../forge/kvs-rules';
import type { KvsState, StoredValue } from '../sandbox-types';
import { holds, type ListPage, listPage } from './inspect-page';

/** One value of Forge's storage without the value itself, which may have 240 KiB. */
export interface InspectedValue {
  key: string;
  /** What the value says of itself, when it is an object with a `version`. */
  version: number | null;
  /** As JSON. */
  bytes: number;
  createdAt: number;
  updatedAt: number;
}

const versionedSchema = z.object({ version: z.number() });

/**
 * What is kept under keys, or of one custom entity: what changed last comes first.
 *
 * @param query `entity`, `search` in the key, `from`
 */
export function inspectValues(stored: KvsState, query: URLSearchParams): ListPage<InspectedValue> {
  const search = query.get('search') ?? '';
  const values = Object.entries(shelfOf(stored, query))
    .filter(([key]) => holds([key], search))
    .sort(([key, value], [otherKey, other]) => other.updatedAt - value.updatedAt || (key < otherKey ? -1 : 1));
  return listPage(values, query, ([key, { value, createdAt, updatedAt }]) => ({
    key,
    version: versionedSchema.safeParse(value).data?.version ?? null,
    bytes: jsonBytes(value),
    createdAt,
    updatedAt,
  }));
}

/**
 * One value, to be read.
 *
 * @param query `key`, and `entity` for one of a custom entity
 */
export function inspectValue(stored: KvsState, query: URLSearchParams): { value: unknown } | undefined {
  const shelf = shelfOf(stored, query);
  const key = query.get('key') ?? '';
  return Object.hasOwn(shelf, key) ? { value: shelf[key]?.value } : undefined;
}

function shelfOf(stored: KvsState, query: URLSearchParams): Record<string, StoredValue> {
  const entity = query.get('entity');
  if (entity === null) return stored.values;
  return Object.hasOwn(stored.entities, entity) ? (stored.entities[entity] ?? {}) : {};
}
