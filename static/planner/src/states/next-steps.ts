/** What the person can do from the screen that says why the planner did not open. */
export type NextStep = 'retry' | 'backToJira' | 'currentSprint';

/** Reasons that often pass by themselves. The others need something to be done in Jira first. */
const passing = /^(jira\.(busy|failed|unreadable)|storage\.failed|app\.failed|bridge\.)/;

/**
 * The likeliest step first.
 *
 * @param code of the problem
 * @param board whether the board is known, so that its current sprint can be opened instead
 * @param others whether other boards are named that can be opened instead
 */
export function nextSteps(code: string, board: boolean, others = false): readonly NextStep[] {
  if (passing.test(code)) return ['retry', 'backToJira'];
  if (code === 'sprint.unknown' && board) return ['currentSprint', 'backToJira'];
  // A kanban board stays one; a board whose sprints are switched off need not.
  if (code === 'board.no-sprints' && others) return ['backToJira'];
  return ['backToJira', 'retry'];
}
