import * as z from 'zod';

import { operations } from '../jira/operations';
import type { Conditions, Fault } from '../sandbox-types';

/** Calls of Forge storage that may fail; a shorter beginning of a path is all calls that begin so. */
const storagePaths = [
  '/api/',
  '/api/v1/get',
  '/api/v1/set',
  '/api/v1/delete',
  '/api/v1/query',
  '/api/v1/entity/get',
  '/api/v1/entity/set',
  '/api/v1/entity/delete',
  '/api/v1/batch/get',
  '/api/v1/batch/set',
  '/api/v1/batch/delete',
  '/api/v1/transaction',
];

/** What a fault can be put on, to choose from. */
export const faultTargets: readonly string[] = [
  '/rest/',
  ...operations.map(({ operationId }) => operationId),
  ...storagePaths,
];

function isFaultTarget(operation: string): boolean {
  return faultTargets.includes(operation) || operation.startsWith('/rest/') || operation.startsWith('/api/');
}

const milliseconds = (what: string, most: number) =>
  z
    .int({ error: `${what} must be whole milliseconds.` })
    .min(0, { error: `${what} cannot be less than 0.` })
    .max(most, { error: `${what} can be at most ${most} ms.` });

const statusSchema = z
  .int({ error: 'The status must be a number from 400 to 599.' })
  .min(400, { error: 'The status must be a number from 400 to 599.' })
  .max(599, { error: 'The status must be a number from 400 to 599.' });

/** A misspelt operation would never fail, and nobody would see why. */
const operationSchema = z.string({ error: 'operation must be a string.' }).refine(isFaultTarget, {
  error: 'The operation must be an operationId that the sandbox models, or a path that begins with /rest/ or /api/.',
});

const faultSchema = z
  .strictObject({
    operation: operationSchema,
    key: z.exactOptional(z.string().min(1, { error: 'The key cannot be empty.' })),
    issue: z.exactOptional(z.string().min(1, { error: 'The issue cannot be empty.' })),
    status: statusSchema,
    retryAfter: z.exactOptional(
      z
        .int({ error: 'Retry-After must be whole seconds from 0 to 3600.' })
        .min(0, { error: 'Retry-After must be whole seconds from 0 to 3600.' })
        .max(3600, { error: 'Retry-After must be whole seconds from 0 to 3600.' }),
    ),
    times: z
      .int({ error: 'times must be a whole number above 0, or null for ever.' })
      .min(1, { error: 'times must be a whole number above 0, or null for ever.' })
      .nullable(),
  })
  .refine(({ issue, operation }) => issue === undefined || !operation.startsWith('/api/'), {
    error: 'An issue goes with calls of Jira only.',
  })
  .refine(({ retryAfter, status }) => retryAfter === undefined || status === 429 || status === 503, {
    error: 'Retry-After goes with 429 and 503 only.',
  });

export const conditionsChangeSchema = z.strictObject({
  shortPages: z.exactOptional(z.boolean({ error: 'shortPages must be true or false.' })),
  delayMilliseconds: z.exactOptional(milliseconds('The delay', 30_000)),
  queryLagMilliseconds: z.exactOptional(milliseconds('The lag of queries', 600_000)),
  listLagMilliseconds: z.exactOptional(milliseconds('The lag of issue lists', 600_000)),
  promptExpiry: z.exactOptional(z.boolean({ error: 'promptExpiry must be true or false.' })),
  realtimeOff: z.exactOptional(z.boolean({ error: 'realtimeOff must be true or false.' })),
  /** Instead of all that there are. */
  faults: z.exactOptional(z.array(faultSchema)),
  /** Only this one: how often the others still happen is counted down meanwhile. */
  removeFault: z.exactOptional(
    z.strictObject({
      operation: z.string(),
      key: z.exactOptional(z.string()),
      issue: z.exactOptional(z.string()),
      status: z.number(),
    }),
  ),
  addFault: z.exactOptional(faultSchema),
});

/** Changes what is named and leaves the rest; the object itself stays, as everything that serves calls holds it. */
export function changeConditions(conditions: Conditions, change: z.output<typeof conditionsChangeSchema>): void {
  const { faults, removeFault, addFault, ...switches } = change;
  Object.assign(conditions, switches);
  if (faults !== undefined) conditions.faults.splice(0, conditions.faults.length, ...faults);
  if (removeFault !== undefined) {
    const at = conditions.faults.findIndex((fault) => isSame(fault, removeFault));
    if (at >= 0) conditions.faults.splice(at, 1);
  }
  if (addFault !== undefined) conditions.faults.push(addFault);
}

function isSame(
  fault: Fault,
  { operation, key, issue, status }: Pick<Fault, 'operation' | 'key' | 'issue' | 'status'>,
): boolean {
  return fault.operation === operation && fault.key === key && fault.issue === issue && fault.status === status;
}
