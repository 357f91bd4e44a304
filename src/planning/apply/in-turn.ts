import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { type AppliedRecord, readRecord } from '../../storage/applied';
import { endTurn, takeTurn } from '../../storage/applying';

/**
 * Lets one person at a time change a sprint in Jira. Of two at once each would write down how the sprint was without what
 * the other moves, and nobody could take that back.
 *
 * @param record what was kept of earlier applies when it was decided what to do
 * @throws Problem `apply.busy` when somebody else is at it, or was since `record` was read; nothing is done then
 */
export async function inTurn<Result>(
  jira: JiraSession,
  { boardId, sprintId }: { boardId: number; sprintId: number },
  record: AppliedRecord,
  act: () => Promise<Result>,
): Promise<Result> {
  if (!(await takeTurn(sprintId, jira.pace.now()))) throw busy();
  try {
    if (JSON.stringify(await readRecord(boardId, sprintId)) !== JSON.stringify(record)) throw busy();
    return await act();
  } finally {
    await endTurnQuietly(sprintId);
  }
}

/** What was done has to be reported; a turn that nobody ended is over by itself half a minute later. */
async function endTurnQuietly(sprintId: number): Promise<void> {
  try {
    await endTurn(sprintId);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
}

function busy(): Problem {
  return new Problem(
    'apply.busy',
    'PlanPrism is changing this sprint already, for somebody else or in another window. Try again in half a minute.',
  );
}
