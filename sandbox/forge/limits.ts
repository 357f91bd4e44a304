import { forgePage, type Limit, valuesOf } from '../receipts';

const invocationPage = forgePage('limits-invocation', '2026-09-01');
const storagePage = forgePage('limits-kvs-ce', '2026-09-28');
const storageErrorsPage = forgePage('storage-reference/handling-errors-kvs', '2026-08-22');
const batchPage = forgePage('storage-reference/kvs-batch', '2026-08-21');
const transactionsPage = forgePage('storage-reference/kvs-transactions', '2026-08-21');
const kvsPage = forgePage('storage-reference/kvs-api', '2026-08-21');
const queryPage = forgePage('storage-reference/kvs-api-query', '2026-08-21');

/** What Forge limits of an invocation, each with its source. The code takes the values from `forgeLimits`. */
export const forgeLimitTable = {
  resolverMilliseconds: { value: 25_000, unit: 'ms', source: invocationPage },
  invokeRequestBytes: { value: 500 * 1024, unit: 'bytes', source: invocationPage },
  invokeResponseBytes: { value: 5 * 1024 * 1024, unit: 'bytes', source: invocationPage },
  /** Of one user; the page says that its window is a fixed minute. */
  userInvocations: { value: 1200, unit: 'invocations a minute', source: invocationPage },
  /** Of an installation: subscribing and publishing together. */
  realtimeOperations: { value: 50, unit: 'operations a second', source: forgePage('limits-realtime', '2026-05-21') },
} as const satisfies Record<string, Limit>;

/** What Forge's storage limits, each with its source. The code takes the values from `kvsLimits`. */
export const kvsLimitTable = {
  keyCharacters: { value: 500, unit: 'characters', source: storageErrorsPage },
  keyPattern: { value: /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/, unit: 'expression', source: storageErrorsPage },
  valueBytes: { value: 240 * 1024, unit: 'bytes', source: storagePage },
  /** The error page still says 32: the smaller one is kept. */
  valueDepth: { value: 31, unit: 'levels', source: storagePage },
  batchKeys: { value: 25, unit: 'keys', source: batchPage },
  batchBytes: { value: 4 * 1024 * 1024, unit: 'bytes', source: batchPage },
  transactionOperations: { value: 25, unit: 'operations', source: transactionsPage },
  transactionBytes: { value: 4 * 1024 * 1024, unit: 'bytes', source: transactionsPage },
  /** Unless the query says how many. */
  queryDefault: { value: 10, unit: 'results', source: queryPage },
  queryMost: { value: 100, unit: 'results', source: queryPage },
  /** A year. */
  timeToLiveMost: { value: 365 * 24 * 60 * 60 * 1000, unit: 'ms', source: kvsPage },
  /** How long after its time a value may still be there, and here it is: whoever relies on the time is found out. */
  expiredButThere: { value: 48 * 60 * 60 * 1000, unit: 'ms', source: kvsPage },
  entityIntegerMost: {
    value: 2 ** 31 - 1,
    unit: '(32 bits)',
    source: forgePage('storage-reference/entities-manifest', '2026-06-04'),
  },
} as const satisfies Record<string, Limit>;

const asyncEventsPage = forgePage('limits-async-events', '2026-02-28');
const queuePage = forgePage('runtime-reference/async-events-api', '2026-06-15');

/** What Forge limits of events, each with its source. The code takes the values from `eventLimits`. */
export const eventLimitTable = {
  pushedEvents: { value: 50, unit: 'events a request', source: asyncEventsPage },
  pushedBytes: { value: 200 * 1024, unit: 'bytes', source: asyncEventsPage },
  pushedEventsAMinute: { value: 500, unit: 'events a minute', source: asyncEventsPage },
  delaySeconds: { value: 900, unit: 's', source: queuePage },
  /** More is lowered to it. */
  retryAfterSeconds: { value: 900, unit: 's', source: queuePage },
  retryDataBytes: { value: 4 * 1024, unit: 'bytes', source: queuePage },
  retentionMilliseconds: { value: 24 * 60 * 60 * 1000, unit: 'ms', source: queuePage },
  triggerRetries: { value: 4, unit: 'retries', source: forgePage('events-reference/product_events', '2026-08-21') },
  /** Of a consumer or a scheduled trigger, unless manifest.yml says more. */
  backgroundSeconds: { value: 55, unit: 's', source: invocationPage },
  triggerMilliseconds: { value: 25_000, unit: 'ms', source: invocationPage },
  uninstallMilliseconds: {
    value: 55_000,
    unit: 'ms',
    source: forgePage('manifest-reference/modules/pre-uninstall-trigger', '2026-04-07'),
  },
  schedules: {
    value: 5,
    unit: 'scheduled triggers',
    source: forgePage('manifest-reference/modules/scheduled-trigger', '2026-06-16'),
  },
} as const satisfies Record<string, Limit>;

export const eventLimits = valuesOf(eventLimitTable);
export const forgeLimits = valuesOf(forgeLimitTable);
export const kvsLimits = valuesOf(kvsLimitTable);
