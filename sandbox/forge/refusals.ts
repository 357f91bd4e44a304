import { forgePage, ours, type Refusal, type Source } from '../receipts';

const errorsPage = forgePage('storage-reference/handling-errors-kvs', '2026-08-22');
const restPage: Source = {
  from: 'page',
  url: 'https://developer.atlassian.com/platform/forge/rest/',
  date: '2026-10-09',
};
const batchPage = forgePage('storage-reference/kvs-batch', '2026-08-21');
const realtimeErrorsPage = forgePage('realtime/error-handling-for-realtime-methods', '2026-08-21');
const noStatus = ours('the bridge shows words and no status');
const noCode = ours('Forge refuses it too, but no source names the code');

/** What Forge's storage turns down, by the code that the SDK reads; each with its sources. */
export const kvsRefusalTable = {
  EMPTY_KEY: { status: 400, words: 'EMPTY_KEY', sources: [errorsPage] },
  INVALID_KEY: { status: 400, words: 'INVALID_KEY', sources: [errorsPage] },
  KEY_TOO_LONG: { status: 400, words: 'KEY_TOO_LONG', sources: [errorsPage] },
  /** What the SDK turns into `undefined`. */
  KEY_NOT_FOUND: {
    status: 404,
    words: 'KEY_NOT_FOUND',
    sources: [
      {
        from: 'package',
        name: '@forge/kvs',
        version: '1.6.5',
        file: 'out/storage-api.js',
        quote: "e.code === 'KEY_NOT_FOUND'",
      },
    ],
  },
  MAX_SIZE: { status: 400, words: 'MAX_SIZE', sources: [errorsPage] },
  MAX_DEPTH: { status: 400, words: 'MAX_DEPTH', sources: [errorsPage] },
  KEY_CONFLICT: { status: 409, words: 'KEY_CONFLICT', sources: [restPage] },
  CONDITIONAL_CHECK_FAILED: {
    status: 400,
    words: 'CONDITIONAL_CHECK_FAILED',
    sources: [restPage, forgePage('storage-reference/entities-transactions', '2026-08-21')],
  },
  INVALID_TRANSACTION_REQUEST: {
    status: 400,
    words: 'INVALID_TRANSACTION_REQUEST',
    sources: [errorsPage, forgePage('storage-reference/kvs-transactions', '2026-08-21')],
  },
  INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION: {
    status: 400,
    words: 'INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION',
    sources: [restPage],
  },
  COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE: {
    status: 400,
    words: 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE',
    sources: [errorsPage, forgePage('storage-reference/kvs-api-query', '2026-08-21')],
  },
  INVALID_BATCH_REQUEST: { status: 400, words: 'INVALID_BATCH_REQUEST', sources: [batchPage, noCode] },
  INVALID_ENTITY: {
    status: 400,
    words: 'INVALID_ENTITY',
    sources: [forgePage('storage-reference/entities-manifest', '2026-06-04'), noCode],
  },
  /** A request that the SDK would not have made. */
  INVALID_REQUEST: { status: 400, words: 'INVALID_REQUEST', sources: [noCode] },
  NOT_MODELLED: {
    status: 501,
    words: 'NOT_MODELLED',
    sources: [ours('secrets and entity queries are not modelled')],
  },
} as const satisfies Record<string, Refusal>;

/** What else Forge turns down; each with its sources. */
export const forgeRefusalTable = {
  storageScopeMissing: {
    status: 401,
    words: 'Unauthorized; scope does not match: storage:app is needed.',
    sources: [
      forgePage('runtime-reference/storage-api', '2026-08-21'),
      ours('the page names the scope; how storage answers without it no source says'),
    ],
  },
  egressNotDeclared: {
    status: 403,
    words:
      'URL not included in the external fetch backend permissions: {}. Visit go.atlassian.com/forge-egress for more information.',
    sources: [
      {
        from: 'package',
        name: '@forge/api',
        version: '8.3.0',
        file: 'out/api/errors.js',
        quote: 'URL not included in the external fetch backend permissions: ${failedURL}.',
      },
    ],
  },
  needsAuthentication: {
    status: 401,
    words: 'NEEDS_AUTHENTICATION_ERR',
    sources: [
      {
        from: 'package',
        name: '@forge/api',
        version: '8.3.0',
        file: 'out/api/fetch.js',
        quote: "errorReason === 'NEEDS_AUTHENTICATION_ERR'",
      },
    ],
  },
  /** Of a publication it is in the result, of a subscription it is what the promise is rejected with; so are the next two. */
  realtimeRateExceeded: { status: 429, words: 'RATE_LIMIT_EXCEEDED', sources: [realtimeErrorsPage, noStatus] },
  realtimeUnauthorized: { status: 403, words: 'Unauthorized request', sources: [realtimeErrorsPage, noStatus] },
  realtimeOff: {
    status: 503,
    words: 'Realtime is not available.',
    sources: [ours('a switch of the sandbox, for a site or a network where realtime does not work')],
  },
} as const satisfies Record<string, Refusal>;
