import * as z from 'zod';
import type { Conditions, ForgeApp, Kvs, KvsState, StoredValue } from '../sandbox-types';
import { noConditions } from './conditions';
import { expiryOf, timeToLiveSchema } from './kvs-expiry';
import { serveQuery } from './kvs-query';
import { keyNotFound, KvsRefusal } from './kvs-refusal';
import { jsonBytes } from './kvs-rules';
import { openShelves, type Place, type Shelves } from './kvs-shelf';
import { runTransaction } from './kvs-transaction';
import { kvsLimits } from './limits';

type Answer = ReturnType<Kvs['serve']>;

const metadataSchema = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']));
type Metadata = z.output<typeof metadataSchema>;

const placeSchema = z.object({ key: z.string(), entityName: z.string().optional() });
const getSchema = placeSchema.extend({ options: z.object({ metadataFields: metadataSchema.optional() }).optional() });
const setOptionsSchema = z.object({
  ttl: timeToLiveSchema.optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
  returnMetadataFields: metadataSchema.optional(),
});
const setSchema = placeSchema.extend({ value: z.unknown(), options: setOptionsSchema.optional() });
const querySchema = z.object({
  limit: z.number().optional(),
  after: z.string().optional(),
  where: z
    .array(
      z.object({
        property: z.literal('key'),
        condition: z.literal('BEGINS_WITH'),
        values: z.array(z.string()).length(1),
      }),
    )
    .max(1)
    .optional(),
  options: z.object({ metadataFields: metadataSchema.optional() }).optional(),
});

/**
 * Forge's Key-Value Store and Custom Entity Store, as @forge/kvs 1.6.5 calls them (POST, JSON). Conditions, limits and
 * codes are Forge's; secrets and entity queries are not modelled and answer 501.
 * @param changed called after each change of `state`
 * @param conditions short pages, the lag of queries, and when expired values are gone; faults happen on the way here
 */
export function createKvs(
  state: KvsState,
  app: ForgeApp,
  now: () => number,
  changed: () => void,
  conditions: Conditions = noConditions(),
): Kvs {
  const shelves = openShelves(state, app, now, changed, conditions);
  const operations: Record<string, (body: unknown) => Answer> = {
    '/api/v1/get': (body) => get(shelves, request(getSchema, body)),
    '/api/v1/set': (body) => set(shelves, now(), request(setSchema, body)),
    '/api/v1/delete': (body) => remove(shelves, request(placeSchema, body)),
    '/api/v1/entity/get': (body) => get(shelves, request(getSchema.required({ entityName: true }), body)),
    '/api/v1/entity/set': (body) => set(shelves, now(), request(setSchema.required({ entityName: true }), body)),
    '/api/v1/entity/delete': (body) => remove(shelves, request(placeSchema.required({ entityName: true }), body)),
    '/api/v1/query': (body) =>
      ok(
        serveQuery(shelves, request(querySchema, body), withMetadata, conditions.shortPages ? 1 : kvsLimits.queryMost),
      ),
    '/api/v1/batch/get': (body) => batch(body, getSchema, (item) => found(shelves, item)),
    '/api/v1/batch/set': (body) =>
      batch(body, setSchema, (item) => {
        shelves.put(item, item.value, expiryOf(item.options?.ttl, now()));
        return named(item);
      }),
    '/api/v1/batch/delete': (body) =>
      batch(body, placeSchema, (item) => {
        shelves.remove(item);
        return named(item);
      }),
    '/api/v1/transaction': (body) => {
      runTransaction(shelves, now(), body);
      return empty;
    },
  };
  return {
    serve(path, body) {
      try {
        const operation = Object.hasOwn(operations, path) ? operations[path] : undefined;
        if (operation === undefined) throw notModelled(`POST ${path}`);
        return operation(body);
      } catch (error) {
        if (error instanceof KvsRefusal)
          return { status: error.status, body: { code: error.code, message: error.message } };
        throw error;
      }
    },
  };
}

const empty: Answer = { status: 204, body: undefined };

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function request<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new KvsRefusal(
    'INVALID_REQUEST',
    `Forge's storage does not know this request: ${z.prettifyError(parsed.error)}`,
  );
}

function notModelled(what: string): KvsRefusal {
  return new KvsRefusal('NOT_MODELLED', `The sandbox does not model ${what} of Forge's storage.`);
}

function named({ key, entityName }: Place): Place {
  return { key, ...(entityName === undefined ? {} : { entityName }) };
}

function withMetadata(
  place: Place,
  { value, createdAt, updatedAt, expiresAt }: StoredValue,
  fields: Metadata = [],
): object {
  return {
    ...named(place),
    value,
    ...(fields.includes('CREATED_AT') ? { createdAt } : {}),
    ...(fields.includes('UPDATED_AT') ? { updatedAt } : {}),
    ...(fields.includes('EXPIRE_TIME') && expiresAt !== undefined
      ? { expireTime: new Date(expiresAt).toISOString() }
      : {}),
  };
}

function found(shelves: Shelves, place: z.output<typeof getSchema>): object {
  const stored = shelves.find(place);
  if (stored === undefined) throw keyNotFound(place.key);
  return withMetadata(place, stored, place.options?.metadataFields);
}

function get(shelves: Shelves, place: z.output<typeof getSchema>): Answer {
  return ok(found(shelves, place));
}

function set(shelves: Shelves, now: number, { value, options = {}, ...place }: z.output<typeof setSchema>): Answer {
  const { keyPolicy, returnValue, returnMetadataFields } = options;
  const expiresAt = expiryOf(options.ttl, now);
  if (returnValue !== undefined && keyPolicy !== 'OVERRIDE') {
    throw new KvsRefusal('INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION', 'returnValue needs the keyPolicy OVERRIDE.');
  }
  shelves.check(place, value);
  const previous = shelves.find(place);
  if (keyPolicy === 'FAIL_IF_EXISTS' && previous !== undefined) {
    throw new KvsRefusal('KEY_CONFLICT', `There is a value under the key '${place.key}' already.`);
  }
  const latest = shelves.put(place, value, expiresAt);
  const returned = returnValue === 'PREVIOUS' ? previous : returnValue === 'LATEST' ? latest : undefined;
  return returned === undefined ? empty : ok(withMetadata(place, returned, returnMetadataFields));
}

/** Succeeds whether or not there is a value (kvs-wire.json). */
function remove(shelves: Shelves, place: Place): Answer {
  shelves.remove(place);
  return empty;
}

/**
 * Does each item by itself: what fails is told beside what succeeded (storage-reference/kvs-batch, "best effort").
 * The whole batch fails when it is empty or names a key twice (storage-reference/batchops), or is too large.
 */
function batch<Schema extends z.ZodType<Place>>(
  body: unknown,
  itemSchema: Schema,
  act: (item: z.output<Schema>) => object,
): Answer {
  const items = request(z.array(itemSchema), body);
  const refuse = (message: string): never => {
    throw new KvsRefusal('INVALID_BATCH_REQUEST', message);
  };
  if (items.length === 0) refuse('The batch is empty.');
  if (items.length > kvsLimits.batchKeys)
    refuse(`The batch has ${items.length} keys, ${kvsLimits.batchKeys} are allowed.`);
  if (new Set(items.map(({ key, entityName = '' }) => `${entityName}/${key}`)).size < items.length)
    refuse('The batch names a key twice.');
  if (jsonBytes(body) > kvsLimits.batchBytes) refuse(`The batch has more than ${kvsLimits.batchBytes} bytes.`);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    try {
      successfulKeys.push(act(item));
    } catch (error) {
      if (!(error instanceof KvsRefusal) || error.code === 'NOT_MODELLED') throw error;
      failedKeys.push({ ...named(item), error: { code: error.code, message: error.message } });
    }
  }
  return ok({ successfulKeys, failedKeys });
}
