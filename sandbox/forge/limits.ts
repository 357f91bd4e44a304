/**
 * What Forge refuses, in one place: each limit with its unit and where it comes from.
 * "limits page" is developer.atlassian.com/platform/forge/limits-invocation (2026-09-01) and limits-kvs-ce (2026-09-28).
 */
export const forgeLimits = {
  /** Limits page: "Resolver / UI function runtime 25 s". */
  resolverMilliseconds: 25_000,
  /** Limits page: front-end invoke request 500 KB. */
  invokeRequestBytes: 500 * 1024,
  /** Limits page: front-end invoke response 5 MB. */
  invokeResponseBytes: 5 * 1024 * 1024,
} as const;

export const kvsLimits = {
  /** Error page of the Key-Value Store: "KEY_TOO_LONG: the provided key has exceeded the maximum 500 characters". */
  keyCharacters: 500,
  /** Error page of the Key-Value Store: INVALID_KEY names this expression. */
  keyPattern: /^(?!\s+$)[a-zA-Z0-9:._\s-#]+$/,
  /** Limits page: a value has at most 240 KiB, raw. */
  valueBytes: 240 * 1024,
  /** Limits page: object depth 31 (the error page still says 32: the smaller one is kept). */
  valueDepth: 31,
  /** storage-reference/kvs-batch (2026-08-21): at most 25 keys in a batch. */
  batchKeys: 25,
  /** storage-reference/kvs-batch: 4 MB for the whole batch. */
  batchBytes: 4 * 1024 * 1024,
  /** storage-reference/kvs-transactions (2026-08-21): at most 25 operations. */
  transactionOperations: 25,
  /** storage-reference/kvs-transactions: at most 4 MB. */
  transactionBytes: 4 * 1024 * 1024,
  /** storage-reference/kvs-api-query (2026-08-21): 10 results unless told. */
  queryDefault: 10,
  /** storage-reference/kvs-api-query: at most 100 results in a page. */
  queryMost: 100,
  /** storage-reference/entities-manifest (2026-06-04): integers of custom entities have 32 bits. */
  entityIntegerMost: 2 ** 31 - 1,
} as const;
