import { allSettled } from '../../all-settled';
import type { BoardSettings, ParsedPayload } from '../../contract';
import { readBoard, readEstimationField } from '../../jira/boards';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { readSettings, writeBoardSettings } from '../../storage/settings';
import { checkMayPlan, mayPlan, rightsOnBoard } from '../may-edit-board';
import { checkBoardChange, storedChange } from './board-change';

/**
 * Changes what a board has chosen for all of its sprints.
 *
 * @throws Problem `board.unknown`, `permission.denied`, `input.invalid` for a source that Jira cannot give, or
 *   `settings.conflict` when somebody else saved first
 */
export async function saveBoardSettings(
  jira: JiraSession,
  { boardId, revision, ...change }: ParsedPayload<'saveBoardSettings'>,
): Promise<BoardSettings> {
  const board = await readBoard(jira, boardId);
  const [rights, before] = await allSettled([rightsOnBoard(jira, board), readSettings(board.id)]);
  checkMayPlan('look at the settings of this board but not change them', {
    mayEdit: rights.edit,
    mayPlan: mayPlan(rights, before),
  });
  await checkBoardChange(jira, board, change, () => readEstimationField(jira, board.id));
  if (!(await writeBoardSettings(board.id, storedChange(change), revision))) {
    throw new Problem(
      'settings.conflict',
      'Somebody else has changed the settings of this board. Look at theirs, then try again.',
    );
  }
  const settings = await readSettings(board.id);
  const { subtasks, steps, drives } = settings;
  return { revision: settings.revision, subtasks, steps, drives };
}
