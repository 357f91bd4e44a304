/** Before and around the plan: opening, what stands in the way of it, and a plan with nothing in it. */
export const states = {
  slow: 'Jira is taking longer than usual…',
  verySlow: 'You can go on waiting, or ask again. If Jira itself is slow too, try again in a few minutes.',

  titles: {
    'board.none': 'There is no board to plan on',
    'board.unknown': 'This board cannot be found',
    'board.no-sprints': 'This board does not plan in sprints',
    'sprint.none': 'This board has no sprint yet',
    'sprint.unknown': 'This sprint cannot be found',
    'sprint.too-large': 'This sprint has too many issues',
    'permission.denied': 'You may not see this plan',
    'jira.scope': 'PlanPrism needs an update on this site',
    'jira.busy': 'Jira is busy',
    'jira.failed': 'Jira does not answer',
    'jira.unreadable': 'Jira gave an answer that PlanPrism cannot read',
    'storage.failed': 'The stored plan cannot be reached',
    'storage.unreadable': 'The stored plan cannot be read',
    'app.failed': 'Something went wrong in PlanPrism',
    'bridge.failed': 'PlanPrism cannot be reached',
  },
  steps: {
    retry: 'Try again',
    backToJira: 'Back to Jira',
    currentSprint: 'Open the board’s current sprint',
  },

  emptyNext: 'Pull issues up from the backlog: drag them above its heading, or use the menu of a row.',
  unestimated: 'Nothing here has an estimate yet',
  unestimatedNext:
    'Give the issues an original estimate in the Est. column. With it come their ranges, the sums, the confidence and the line.',
  done: (sprint: string) => `Everything in ${sprint} is done`,
  doneNext: 'There is nothing left to plan here.',
  doneLast: 'There is nothing left to plan here. Create the next sprint in the backlog to plan it.',
  planOn: (board: string) => `Plan on ${board}`,
  planNext: (sprint: string) => `Plan ${sprint}`,
};
