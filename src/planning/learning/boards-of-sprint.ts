import { boardsPlanning } from '../../storage/planned-on';

/**
 * The boards that promise a sprint and learn from it: the one that it was made on, and every other that planned it.
 *
 * @throws Problem `storage.failed`
 */
export async function boardsOfSprint(originBoardId: number, sprintId: number): Promise<number[]> {
  return [...new Set([originBoardId, ...(await boardsPlanning(sprintId))])];
}
