import * as z from 'zod';
import { conditionsSchema, meets } from './kvs-conditions';
import { expiryOf, timeToLiveSchema } from './kvs-expiry';
import { KvsRefusal } from './kvs-refusal';
import { jsonBytes } from './kvs-rules';
import type { Shelves } from './kvs-shelf';
import { kvsLimits } from './limits';

const operationSchema = z.object({
  key: z.string(),
  entityName: z.string().optional(),
  conditions: conditionsSchema.optional(),
});

const optionsSchema = z.object({ ttl: timeToLiveSchema.optional() });

const transactionSchema = z.object({
  set: z.array(operationSchema.extend({ value: z.unknown(), options: optionsSchema.optional() })).default([]),
  delete: z.array(operationSchema).default([]),
  check: z.array(operationSchema).default([]),
});

/**
 * Does all of the operations, or none.
 * @throws KvsRefusal `CONDITIONAL_CHECK_FAILED` when a condition is not met, or with the rule that the request breaks
 */
export function runTransaction(shelves: Shelves, now: number, body: unknown): void {
  const parsed = transactionSchema.safeParse(body);
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const { set, delete: remove, check } = parsed.data;
  const operations = [...set, ...remove, ...check];
  if (operations.length === 0) throw invalid('The transaction has no operations.');
  if (operations.length > kvsLimits.transactionOperations) {
    throw invalid(
      `The transaction has ${operations.length} operations, ${kvsLimits.transactionOperations} are allowed.`,
    );
  }
  if (new Set(operations.map(({ key, entityName = '' }) => `${entityName}/${key}`)).size < operations.length) {
    throw invalid('The transaction names a key twice.');
  }
  if (jsonBytes(body) > kvsLimits.transactionBytes) {
    throw invalid(`The transaction has more than ${kvsLimits.transactionBytes} bytes.`);
  }
  if (check.some(({ conditions }) => conditions === undefined)) throw invalid('A check needs conditions.');
  const expiries = set.map(({ options }) => expiryOf(options?.ttl, now));
  for (const operation of set) shelves.check(operation, operation.value);
  for (const { conditions, ...place } of operations) {
    const stored = shelves.find(place);
    if (conditions === undefined) continue;
    // storage-reference/entities-transactions: conditions are for custom entities only.
    if (place.entityName === undefined) throw invalid('Only custom entities can have conditions.');
    if (!meets(stored?.value, conditions)) {
      throw new KvsRefusal(
        'CONDITIONAL_CHECK_FAILED',
        `The stored value of '${place.key}' does not meet the condition.`,
      );
    }
  }
  for (const [place, operation] of set.entries()) shelves.put(operation, operation.value, expiries[place]);
  for (const operation of remove) shelves.remove(operation);
}

function invalid(message: string): KvsRefusal {
  return new KvsRefusal('INVALID_TRANSACTION_REQUEST', message);
}
