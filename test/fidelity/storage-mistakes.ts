import { readApp } from '../../sandbox/forge/app-manifest';
import { createKvs } from '../../sandbox/forge/kvs';
import type { kvsRefusalTable } from '../../sandbox/forge/refusals';
import { manifest } from './manifests';

const set = (key: string, value: unknown, options?: object): [path: string, body: unknown] => [
  '/api/v1/set',
  { key, value, ...(options === undefined ? {} : { options }) },
];
const plan = { key: '1:2', entityName: 'plan' };
const newer = { and: [{ property: 'revision', condition: 'EQUAL_TO', values: [7] }] };
const nested = (levels: number): unknown => (levels === 0 ? 0 : { in: nested(levels - 1) });

/** One mistake for each code that Forge's storage refuses with. */
const mistakes: Record<keyof typeof kvsRefusalTable, [path: string, body: unknown]> = {
  EMPTY_KEY: set('', 1),
  INVALID_KEY: set('a/b', 1),
  KEY_TOO_LONG: set('k'.repeat(501), 1),
  KEY_NOT_FOUND: ['/api/v1/get', { key: 'nothing' }],
  MAX_SIZE: set('a', 'x'.repeat(240 * 1024)),
  MAX_DEPTH: set('a', nested(32)),
  KEY_CONFLICT: set('taken', 2, { keyPolicy: 'FAIL_IF_EXISTS' }),
  CONDITIONAL_CHECK_FAILED: ['/api/v1/transaction', { set: [{ ...plan, value: {}, conditions: newer }] }],
  INVALID_TRANSACTION_REQUEST: ['/api/v1/transaction', { set: [{ key: 'a', value: 1, conditions: newer }] }],
  INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION: set('a', 1, { returnValue: 'LATEST' }),
  COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE: ['/api/v1/query', { limit: 101 }],
  INVALID_BATCH_REQUEST: ['/api/v1/batch/get', []],
  INVALID_ENTITY: ['/api/v1/entity/set', { ...plan, value: { colour: 'red' } }],
  INVALID_REQUEST: set('a', null),
  NOT_MODELLED: ['/api/v1/secret/get', { key: 'a' }],
};

/** Each code with its status as storage answers them, in the order of the mistakes; what it answered instead, if it did. */
export function storageCodes(): [code: string, status: number][] {
  const kvs = createKvs(
    { values: { taken: { value: 1, createdAt: 0, updatedAt: 0 } }, entities: {} },
    readApp(manifest),
    () => 0,
    () => undefined,
  );
  return Object.values(mistakes).map(([path, body]) => {
    const answer = kvs.serve(path, body);
    const code =
      typeof answer.body === 'object' && answer.body !== null && 'code' in answer.body ? answer.body.code : 'none';
    return [String(code), answer.status];
  });
}
