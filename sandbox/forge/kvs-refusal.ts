import { kvsRefusalTable } from './refusals';

/** The error codes of Forge's storage that the sandbox answers. */
export type KvsErrorCode = keyof typeof kvsRefusalTable;

/** A request that Forge's storage turns down, with the status and the code that the SDK reads. */
export class KvsRefusal extends Error {
  readonly status: number;
  readonly code: KvsErrorCode;

  constructor(code: KvsErrorCode, message: string) {
    super(message);
    this.name = 'KvsRefusal';
    this.code = code;
    this.status = kvsRefusalTable[code].status;
  }
}

/** What the SDK turns into `undefined`. */
export function keyNotFound(key: string): KvsRefusal {
  return new KvsRefusal('KEY_NOT_FOUND', `There is no value under the key '${key}'.`);
}
