import type { BoardSettings, ParsedPayload } from '../contract';
import { readBoard } from '../jira/boards';
import type { JiraSession } from '../jira/session';
import { Problem } from '../problem';
import { readSettings, writeBoardSettings } from '../storage/settings';
import { mayEditBoard } from './may-edit-board';

/**
 * Changes what a board has chosen for all of its sprints.
 *
 * @throws Problem `board.unknown`, `permission.denied`, or `settings.conflict` when somebody else saved first
 */
export async function saveBoardSettings(
  jira: JiraSession,
  { boardId, revision, subtasks, steps }: ParsedPayload<'saveBoardSettings'>,
): Promise<BoardSettings> {
  const board = await readBoard(jira, boardId);
  if (!(await mayEditBoard(jira, board))) {
    throw new Problem(
      'permission.denied',
      'You may not change the settings of this board: that takes the permission to edit issues in its project.',
    );
  }
  if (!(await writeBoardSettings(board.id, { subtasks, steps }, revision))) {
    throw new Problem(
      'settings.conflict',
      'Somebody else has changed the settings of this board. Look at theirs, then try again.',
    );
  }
  const settings = await readSettings(board.id);
  return { revision: settings.revision, subtasks: settings.subtasks, steps: settings.steps };
}
