import { Filter, FilterConditions, ForgeKvsAPIError, kvs } from '@forge/kvs';

import { inStorage } from './stored-value';

/**
 * Stores an entity if the stored one still has the revision that this one was made from; 0 is that none is stored.
 * Conditions work only on custom entities and only in a transaction (storage-reference/entities-transactions).
 *
 * @param marks values of the key-value store to keep together with it: both are stored or neither is
 * @returns false when somebody else saved in between; nothing is stored then
 * @throws Problem `storage.failed`
 */
export function setIfRevision(
  entityName: string,
  key: string,
  value: { revision: number },
  madeFrom: number,
  marks: readonly { key: string; value: unknown }[] = [],
): Promise<boolean> {
  const unchanged = new Filter<{ revision: number }>().and(
    'revision',
    madeFrom === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(madeFrom),
  );
  return inStorage(`${entityName} ${key}`, async () => {
    try {
      const transaction = kvs.transact().set(key, value, { entityName, conditions: unchanged });
      for (const mark of marks) transaction.set(mark.key, mark.value);
      await transaction.execute();
      return true;
    } catch (error) {
      if (error instanceof ForgeKvsAPIError && error.code === 'CONDITIONAL_CHECK_FAILED') return false;
      throw error;
    }
  });
}
