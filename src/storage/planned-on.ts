import { kvs } from '@forge/kvs';

import { storedPages } from './stored-pages';
import { inStorage } from './stored-value';

/**
 * On which boards a sprint is planned. Jira's events name only the board that a sprint was made on, and plans cannot be
 * listed by sprint; so a mark is stored together with each board's plan.
 */
const startOf = (sprintId: number): string => `planned-on:${String(sprintId)}:`;

/** The mark to store together with a plan. */
export function plannedOnMark(boardId: number, sprintId: number): { key: string; value: { version: 1 } } {
  return { key: `${startOf(sprintId)}${String(boardId)}`, value: { version: 1 } };
}

/** @throws Problem `storage.failed` */
export async function boardsPlanning(sprintId: number): Promise<number[]> {
  const start = startOf(sprintId);
  const boards: number[] = [];
  for await (const page of storedPages(start)) boards.push(...page.map(({ key }) => Number(key.slice(start.length))));
  return boards;
}

/** Of a sprint that is gone. @throws Problem `storage.failed` */
export async function deletePlannedOn(sprintId: number): Promise<void> {
  for (const boardId of await boardsPlanning(sprintId)) {
    const { key } = plannedOnMark(boardId, sprintId);
    await inStorage(key, () => kvs.delete(key));
  }
}
