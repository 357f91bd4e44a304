/**
 * The error codes of Forge's storage that the sandbox answers: those of the error pages
 * (storage-reference/handling-errors-kvs, handling-errors-customentities) and of the REST description.
 */
export type KvsErrorCode =
  | 'EMPTY_KEY'
  | 'INVALID_KEY'
  | 'KEY_TOO_LONG'
  | 'KEY_NOT_FOUND'
  | 'MAX_SIZE'
  | 'MAX_DEPTH'
  | 'KEY_CONFLICT'
  | 'CONDITIONAL_CHECK_FAILED'
  | 'INVALID_TRANSACTION_REQUEST'
  | 'INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION'
  | 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'
  // The four below are refused by Forge too, but no source names their code: these names are the sandbox's own.
  | 'INVALID_REQUEST'
  | 'INVALID_ENTITY'
  | 'INVALID_BATCH_REQUEST'
  | 'NOT_MODELLED';

/** A request that Forge's storage turns down, with the status and the code that the SDK reads. */
export class KvsRefusal extends Error {
  readonly status: number;
  readonly code: KvsErrorCode;

  constructor(code: KvsErrorCode, message: string, status = 400) {
    super(message);
    this.name = 'KvsRefusal';
    this.code = code;
    this.status = status;
  }
}

/** What the SDK turns into `undefined`. */
export function keyNotFound(key: string): KvsRefusal {
  return new KvsRefusal('KEY_NOT_FOUND', `There is no value under the key '${key}'.`, 404);
}
