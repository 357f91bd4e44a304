/** By code, what is said instead of the sentence that comes with a problem. That sentence is English, and says more. */
const problems: Readonly<Record<string, string>> = {};

/** Every sentence of the glance. Where the planner has the same one, it is word for word the same. */
export const english = {
  opening: 'Reading the estimate…',
  noIssue: 'Jira does not say which issue this is. Reload the page and open the panel again.',
  retry: 'Try again',

  noEstimate: 'No estimate yet',
  like: (low: string, high: string, issues: string) =>
    `Issues like this took ${low}–${high} × their estimate (${issues} of them).`,
  noEstimateHint: 'With an estimate and a confidence there is a range.',
  estimate: {
    set: (hours: string) => `Original estimate ${hours}`,
    subtasks: (hours: string) => `${hours}, the sum of its sub-tasks’ estimates`,
    remaining: (hours: string) => `${hours} remaining. Edit it in Jira.`,
    default: (hours: string) => `${hours}, the default: it has no estimate of its own`,
    none: (hours: string) => hours,
  },
  /** Where the field below says the rest. */
  estimateAt: (hours: string, percent: string) => `${hours} at ${percent}`,
  estimateLabel: 'Original estimate (h)',
  estimateHint: '4h 30m, 1d or 6',
  badHours: 'Give the estimate in hours above 0, such as 6, 1.5, 90m or 2d.',
  save: 'Save',

  confidenceLabel: 'Confidence',
  confidence: (percent: string, words: string, isDefault: boolean) =>
    `${percent}${words === '' ? '' : ` (${words})`}${isDefault ? ', the default' : ''}`,
  step: (percent: string, words: string) => `${percent} ${words}`,
  stepsLabel: 'In words',
  backToDefault: (percent: string) => `Back to the default (${percent})`,
  saving: 'Saving…',
  saved: 'Saved',
  readOnly: 'You can look but not change anything here. That takes the permission to edit this issue.',

  /** The steps of confidence that PlanPrism brings; a board can have its own. */
  steps: [
    { percent: 90, name: 'pretty sure, few unknowns' },
    { percent: 70, name: 'some open questions' },
    { percent: 50, name: 'lots of uncertainty' },
    { percent: 20, name: 'total guess' },
  ],

  somebody: 'somebody',
  setConfidence: (percent: string, name: string, when: string) => `${percent} by ${name}, ${when}`,
  tookAway: (name: string, when: string) => `Back to the default by ${name}, ${when}`,
  nobodySetIt: 'Nobody has set a confidence for this issue.',
  fromField: 'From the Jira field that the board has chosen.',

  sprintTitle: 'Sprint',
  noSprint: 'In no open sprint',
  notPlanned: (sprint: string) => `In ${sprint}. No saved plan has a place for it yet.`,
  side: {
    above: (sprint: string, when: string) => `In ${sprint}, above the cutline, as planned on ${when}`,
    below: (sprint: string, when: string) => `In ${sprint}, below the cutline, as planned on ${when}`,
    dropped: (sprint: string, when: string) => `In ${sprint}, to leave it for the backlog, as planned on ${when}`,
  },
  openSprint: (sprint: string) => `Open ${sprint} in the planner`,
  openPlanner: 'Open the planner',
  noPlanner: 'The planner is in the project: choose PlanPrism there.',

  confidenceConflict: (percent: string | null) =>
    percent === null
      ? 'Somebody else has taken the confidence away since you saw it. Yours was not saved.'
      : `Somebody else has set the confidence to ${percent} since you saw it. Yours was not saved.`,
  estimateConflict: (hours: string | null) =>
    hours === null
      ? 'Somebody else has taken the estimate away since you saw it. Yours was not saved.'
      : `Somebody else has set the estimate to ${hours} since you saw it. Yours was not saved.`,
  problems,
};
