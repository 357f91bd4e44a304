import { Problem } from '../../problem';
import { type AppliedRecord, writeRecord } from '../../storage/applied';

/**
 * Keeps a record after Jira was changed. What was done is done, and has to be reported; what was kept before the change
 * still says how it was, so a storage that fails now costs nothing.
 */
export async function keepApplied(boardId: number, sprintId: number, record: AppliedRecord): Promise<void> {
  try {
    await writeRecord(boardId, sprintId, record);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}
