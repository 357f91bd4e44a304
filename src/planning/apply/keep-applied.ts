import { Problem } from '../../problem';
import { type Applied, writeApplied } from '../../storage/applied';

/**
 * Keeps, or with null forgets, an apply after Jira was changed. What was done is done, and has to be reported; what was kept
 * before the change still says how it was, so a storage that fails now costs nothing.
 */
export async function keepApplied(boardId: number, sprintId: number, applied: Applied | null): Promise<void> {
  try {
    await writeApplied(boardId, sprintId, applied);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}
