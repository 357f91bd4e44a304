import { kvs } from '@forge/kvs';

import { storedPages } from './stored-pages';
import { inStorage } from './stored-value';

/**
 * Where a person is noted: who gave a sprint its own capacity, or applied its plan. Plans cannot be listed (an index blocks
 * installing while it is built), so each such note is stored together with a mark, by which it is found when its person wants
 * to be forgotten. A mark may outlive its note; a note never has none.
 */
export interface NotedPlace {
  boardId: number;
  sprintId: number;
}

const keyOf = (accountId: string, { boardId, sprintId }: NotedPlace): string =>
  `${startOf(accountId)}${String(boardId)}:${String(sprintId)}`;
const startOf = (accountId: string): string => `noted-by:${accountId}:`;

/** The marks to store together with a value that notes these people; null is nobody. */
export function marksOf(
  accountIds: readonly (string | null)[],
  place: NotedPlace,
): { key: string; value: { version: 1 } }[] {
  const people = new Set(accountIds.filter((accountId) => accountId !== null));
  return [...people].map((accountId) => ({ key: keyOf(accountId, place), value: { version: 1 } }));
}

/** An account id may hold colons itself: of a longer one that begins like this one something else is left. */
const placeOnly = /^(\d+):(\d+)$/;

/** @throws Problem `storage.failed` */
export async function placesNotedBy(accountId: string): Promise<NotedPlace[]> {
  const start = startOf(accountId);
  const places: NotedPlace[] = [];
  for await (const page of storedPages(start)) {
    for (const { key } of page) {
      const [, boardId, sprintId] = placeOnly.exec(key.slice(start.length)) ?? [];
      if (boardId !== undefined && sprintId !== undefined)
        places.push({ boardId: Number(boardId), sprintId: Number(sprintId) });
    }
  }
  return places;
}

/** @throws Problem `storage.failed` */
export async function deleteMark(accountId: string, place: NotedPlace): Promise<void> {
  await inStorage('noted-by', () => kvs.delete(keyOf(accountId, place)));
}
