import { deletePlannedOn } from '../../storage/planned-on';

/**
 * Forgets where a deleted sprint was planned; its plans stay, as nothing lists them.
 *
 * @throws Problem `storage.failed`
 */
export async function forgetSprint(sprintId: number): Promise<void> {
  await deletePlannedOn(sprintId);
}
