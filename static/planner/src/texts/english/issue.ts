/** What is changed about one issue: its status, its confidence in words. */
export const issue = {
  changeStatus: (key: string, status: string) => `Status of ${key}: ${status}. Change`,
  statusMenu: (key: string) => `Change the status of ${key}`,
  readingTransitions: 'Reading what is possible…',
  noTransitions: 'You cannot change the status of this issue.',
  againTransitions: 'Try again',
  needsFields: (fields: readonly string[]) =>
    fields.length === 0
      ? 'Needs a form: opens the issue in Jira'
      : `Needs ${fields.join(', ')}: opens the issue in Jira`,

  /** The steps of confidence that PlanPrism brings; a board can have its own. */
  steps: [
    { percent: 90, name: 'pretty sure, few unknowns' },
    { percent: 70, name: 'some open questions' },
    { percent: 50, name: 'lots of uncertainty' },
    { percent: 20, name: 'total guess' },
  ],
  inWords: (percent: string, words: string) => `${percent} (${words})`,
  defaultInWords: (words: string) => `default: ${words}`,
  confidenceOf: (key: string) => `Confidence of ${key}`,
  stepsOfConfidence: 'Steps of confidence',
  backToDefault: (percent: string) => `Back to the default (${percent})`,
  renameSteps: 'Rename the steps…',

  stepsTitle: 'Steps of confidence',
  stepsIntro: 'The words that your team chooses from. The percentage is what is stored and counted with.',
  stepPercent: 'Percent',
  stepName: 'Words',
  stepPercentOf: (number: number) => `Percent of step ${String(number)}`,
  stepNameOf: (number: number) => `Words of step ${String(number)}`,
  removeStep: (number: number) => `Remove step ${String(number)}`,
  addStep: 'Add a step',
  resetSteps: 'Back to PlanPrism’s own steps',
  stepProblems: {
    percent: 'Give a whole number from 1 to 100.',
    samePercent: 'Another step has this percentage.',
    noName: 'Say in a few words what this step means.',
    longName: 'Use 80 characters at the most.',
  },
  save: 'Save',
  cancel: 'Cancel',

  subtasks: {
    rollUp: 'Sub-tasks: added up into their parent',
    parentOnly: 'Sub-tasks: only the parent’s own estimate',
  },
  subtaskChoices: { rollUp: 'Added up into their parent', parentOnly: 'Only the parent’s own estimate' },
  subtaskHints: {
    rollUp: 'An issue counts with the sum of its sub-tasks’ estimates, or with its own when they have none.',
    parentOnly: 'An issue counts with its own estimate, whatever its sub-tasks say.',
  },
  subtaskMenu: 'How sub-tasks are counted',
};
