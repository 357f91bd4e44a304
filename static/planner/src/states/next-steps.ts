/** What the person can do from the screen that says why the planner did not open. */
export type NextStep = 'retry' | 'backToJira' | 'currentSprint';

/** Reasons that often pass by themselves. The others need something to be done in Jira first. */
const passing = /^(jira\.(busy|failed|unreadable)|storage\.failed|app\.failed|bridge\.)/;

/**
 * The likeliest step first.
 *
 * @param code of the problem
 * @param board whether the board is known, so that its current sprint can be opened instead
 * @param isKanban whether the board is one that has no sprints; another's may only be switched off
 */
export function nextSteps(code: string, board: boolean, isKanban = false): readonly NextStep[] {
  if (passing.test(code)) return ['retry', 'backToJira'];
  if (code === 'sprint.unknown' && board) return ['currentSprint', 'backToJira'];
  // A kanban board stays one.
  if (code === 'board.no-sprints' && isKanban) return ['backToJira'];
  return ['backToJira', 'retry'];
}
