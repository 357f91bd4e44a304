import * as z from 'zod';
import type { Conditions, Fault, Kvs } from '../sandbox-types';
import { faultHeaders, takeFault } from './faults';

const placeSchema = z.looseObject({ key: z.string(), entityName: z.string().optional() });
const itemsSchema = z.array(placeSchema);
const transactionSchema = z.looseObject({
  set: itemsSchema.optional(),
  delete: itemsSchema.optional(),
  check: itemsSchema.optional(),
});
const batchAnswerSchema = z.looseObject({ failedKeys: z.array(z.unknown()) });

/** Serves one call of Forge storage, unless it is to fail: then nothing is stored. Of a batch a single key may fail. */
export function serveWithFaults(
  kvs: Kvs,
  conditions: Conditions,
  path: string,
  body: unknown,
): { status: number; body: unknown; headers?: Record<string, string> } {
  const fault = takeFault(conditions, { path, keys: keysOf(body) });
  if (fault === undefined) return kvs.serve(path, body);
  const batch = itemsSchema.safeParse(body);
  if (fault.key !== undefined && batch.success) return serveOtherKeys(kvs, path, batch.data, fault);
  return { status: fault.status, headers: faultHeaders(fault), body: errorOf(fault) };
}

function serveOtherKeys(
  kvs: Kvs,
  path: string,
  items: z.output<typeof itemsSchema>,
  fault: Fault,
): ReturnType<Kvs['serve']> {
  const failing = items.filter(({ key }) => key === fault.key);
  const failed = failing.map(({ key, entityName }) => ({
    key,
    ...(entityName === undefined ? {} : { entityName }),
    error: errorOf(fault),
  }));
  const others = items.filter(({ key }) => key !== fault.key);
  if (others.length === 0) return { status: 200, body: { successfulKeys: [], failedKeys: failed } };
  const answer = kvs.serve(path, others);
  const parsed = batchAnswerSchema.safeParse(answer.body);
  if (!parsed.success) return answer;
  return { ...answer, body: { ...parsed.data, failedKeys: [...parsed.data.failedKeys, ...failed] } };
}

/** Status and place are Forge's; no source has the code or the words. */
function errorOf({ status }: Fault): { code: string; message: string } {
  return {
    code: status === 429 ? 'RATE_LIMIT_EXCEEDED' : 'INTERNAL_SERVER_ERROR',
    message: `The sandbox was told to answer ${status} here.`,
  };
}

/** The keys that a call of Forge storage is about. */
export function keysOf(body: unknown): string[] {
  const one = placeSchema.safeParse(body);
  if (one.success) return [one.data.key];
  const many = itemsSchema.safeParse(body);
  if (many.success) return many.data.map(({ key }) => key);
  const transaction = transactionSchema.safeParse(body);
  if (!transaction.success) return [];
  const { set = [], delete: remove = [], check = [] } = transaction.data;
  return [...set, ...remove, ...check].map(({ key }) => key);
}
