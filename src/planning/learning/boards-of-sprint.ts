import { allSettled } from '../../all-settled';
import { boardsPlanning, deletePlannedOn } from '../../storage/planned-on';

/**
 * Acts for each board that promises a sprint and learns from it: the one that it was made on, and every other that planned
 * it.
 *
 * @throws Problem `storage.failed`, and what an act throws, once all are through
 */
export async function eachBoardOfSprint(
  { id, originBoardId }: { id: number; originBoardId: number },
  act: (boardId: number) => Promise<void>,
): Promise<void> {
  const boards = new Set([originBoardId, ...(await boardsPlanning(id))]);
  await allSettled([...boards].map(act));
}

/** Of a deleted sprint; its plans stay, as nothing lists them. @throws Problem `storage.failed` */
export async function forgetBoardsOfSprint(sprintId: number): Promise<void> {
  await deletePlannedOn(sprintId);
}
