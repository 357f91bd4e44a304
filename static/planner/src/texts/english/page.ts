/** The page itself: header, prism, list, notices. */
export const page = {
  opening: 'Opening the planner…',
  tryAgain: 'Try again',
  cannotOpen: 'The planner cannot be opened',
  noPlace: 'PlanPrism could not learn from Jira where it was opened. Close it and open it again from the backlog.',
  sprintPicker: 'Change sprint',
  sprintState: { active: 'Active', future: 'Future', closed: 'Closed' },

  detailed: (what: string, details: string) => `${what}: ${details}`,
  undo: 'Undo',
  redo: 'Redo',
  undid: 'Undone.',
  redid: 'Done again.',
  help: 'Keyboard shortcuts and help',
  applyToJira: 'Apply to Jira…',
  unsavedBlocksApply: 'Save or drop your change before you apply the plan',
  selectColumn: 'Select',

  saving: 'Saving…',
  allSaved: 'All changes saved',
  notSaved: 'Not saved',
  nothingChanged: 'Changes save automatically',
  unsavedBlocksSprint: 'Save or drop your change before you open another sprint',
  retry: 'Retry',
  dropChange: 'Drop my change',
  saveFailed: (what: string) => `Not saved: ${what}`,
  saveMine: 'Save mine all the same',
  conflict: 'This plan was changed elsewhere',
  conflictMine: (what: string) => `You see the newer plan now. Your own change is kept: ${what}.`,
  applyMine: 'Apply my change to it',
  mine: {
    order: (count: number) => (count === 1 ? 'one issue moved' : `${String(count)} issues moved`),
    line: 'the line moved',
    auto: 'the line set to auto',
    desired: {
      ratio: (percent: string) => `desired confidence ${percent}`,
      chance: (percent: string) => `desired chance ${percent}`,
    },
    policy: 'the line’s rule',
    capacity: (hours: string) => `capacity ${hours}`,
    noCapacity: 'no capacity',
    confidence: (key: string, percent: string) => `confidence of ${key} ${percent}`,
    defaultConfidence: (key: string) => `${key} back on the default confidence`,
    estimate: (key: string, hours: string) => `estimate of ${key} ${hours}`,
    noEstimate: (key: string) => `no estimate for ${key}`,
    status: (key: string, status: string) => `${key} to ${status}`,
    subtasks: 'how sub-tasks are counted',
    steps: 'the names of the confidence steps',
  },

  readOnly:
    'You can look at this plan but not change it. That takes the permission to edit issues in this project: ask a project administrator for it. Export takes the plan out as it stands.',
  readOnlyPlan:
    'You can edit issues here but not the plan. That takes the permission to manage sprints: ask a project administrator for it.',
  closedSprint: (name: string) =>
    `${name} is closed. You can look back at it and try out capacity, desired confidence and the line; its estimates stay as they were.`,

  capacity: 'Capacity',
  capacityEdit: 'Edit capacity',
  capacityOf: { sprint: 'for this sprint', board: 'the board’s own', none: '' },
  setCapacity: 'Set the team’s capacity',
  setCapacityWhy:
    'How many hours can the team work on this sprint? With it PlanPrism says how sure you can be, and draws the line.',
  capacityField: 'Team capacity in hours',
  badCapacity: 'Give the capacity in hours, such as 120 or 15d.',
  badHours: 'Give the estimate in hours above 0, such as 6, 1.5, 90m or 2d.',
  badConfidence: 'Give a whole number from 1 to 100.',

  prismTitle: 'Planned work against capacity, above the line',
  opt: 'OPT above',
  pes: 'PES above',
  optLong: 'Optimistic sum of the issues above the line',
  pesLong: 'Pessimistic sum of the issues above the line',
  wanted: (percent: string, hours: string) => `${percent} needs ${hours}`,
  prismLabel: (parts: readonly string[]) => parts.join(', '),
  optimisticIs: (hours: string) => `Optimistic ${hours}`,
  capacityIs: (hours: string) => `capacity ${hours}`,
  pessimisticIs: (hours: string) => `pessimistic ${hours}`,
  sureIs: {
    ratio: (percent: string) => `confidence ratio ${percent}`,
    chance: (percent: string) => `chance to finish ${percent}`,
  },
  spare: (hours: string) => `${hours} to spare even in the worst case`,
  short: (hours: string) => `${hours} short even in the best case`,
  nothingAbove: 'Nothing is above the line',
  nothingEstimated: 'Nothing above the line has an estimate',
  allIssues: (original: string, optimistic: string, pessimistic: string) =>
    `All issues: ${original} (OPT ${optimistic} – PES ${pessimistic})`,

  desired: { ratio: 'Desired confidence', chance: 'Desired chance' },
  ofTheLine: { ratio: 'Confidence of the line', chance: 'Chance of the line' },
  lineAuto: 'Line: auto',
  lineManual: 'Line: where you put it',
  backToAuto: (percent: string) => `Back to ${percent}`,
  policy: { closest: 'closest match', atLeast: 'at least' },
  policyLabel: 'How the line is drawn',
  policyHint: {
    closest: 'Where it comes closest to what you want',
    atLeast: 'The most work that still reaches what you want',
  },

  sureName: { ratio: 'confidence ratio', chance: 'chance to finish' },
  aboveTheLine: 'Above the line',
  reached: (wanted: string) => `reaches ${wanted}`,
  under: (points: number, wanted: string) =>
    points === 0
      ? `just under ${wanted}`
      : points === 1
        ? `1 point under ${wanted}`
        : `${String(points)} points under ${wanted}`,
  noRatio: '–',
  sliderIs: (percent: string, above: number, all: number) =>
    `${percent}, ${String(above)} of ${String(all)} issues above the line`,
  seeTheSum: 'See the sum',
  sumTitle: 'The sum behind the confidence',
  sumIntro:
    'Optimistic is estimate × confidence, pessimistic is estimate ÷ confidence. The confidence ratio says where the capacity lies between the two sums.',
  sumFormula: (capacity: string, optimistic: string, pessimistic: string, ratio: string) =>
    `(${capacity} − ${optimistic}) ÷ (${pessimistic} − ${optimistic}) = ${ratio}`,
  sumFits: (capacity: string, pessimistic: string, all: string) =>
    `The capacity of ${capacity} covers the pessimistic sum of ${pessimistic}: ${all}`,
  sumMisses: (capacity: string, optimistic: string, none: string) =>
    `The capacity of ${capacity} is not above the optimistic sum of ${optimistic}: ${none}`,
  sumTotal: 'Sum above the line',
  notAProbability: 'It is the method’s own figure, not a probability.',
  close: 'Close',

  columns: {
    key: 'Key',
    summary: 'Summary',
    status: 'Status',
    assignee: 'Assignee',
    estimate: 'Est.',
    estimateLong: 'Original estimate',
    confidence: 'Conf.',
    confidenceLong: 'Confidence',
    range: (end: string) => `Range (0 – ${end})`,
    optimistic: 'Optimistic',
    pessimistic: 'Pessimistic',
  },
  listLabel: (sprint: string) => `Issues of ${sprint} in plan order, with the cutline, and the backlog`,
  joins: 'Joins',
  joinsLong: (sprint: string) => `Not in ${sprint} yet: the plan takes it in when it is applied to Jira`,
  leaves: 'Leaves',
  leavesLong: (sprint: string) => `Still in ${sprint}: the plan moves it to the backlog when it is applied to Jira`,
  select: (key: string) => `Select ${key}`,
  backlog: 'Backlog',
  backlogCount: (count: number, countSaid: string, more: boolean) =>
    more ? `the first ${countSaid} issues` : count === 1 ? '1 issue' : `${countSaid} issues`,
  backlogMatches: (shownSaid: string, all: string, _shown: number) => `${shownSaid} of ${all} match`,
  backlogHint: 'Drag an issue up to plan it',
  backlogMore: 'Show more',
  backlogReading: 'Reading the backlog…',
  backlogFailed: 'The backlog could not be read',
  backlogEmpty: 'Nothing is left in the backlog',
  backlogToggle: { show: 'Show the backlog', hide: 'Hide the backlog' },
  noMatch: 'No issue matches the filter',
  toHere: 'To here',
  toHereNames: { ratio: 'Ratio', chance: 'Chance' },
  toHereIs: (percent: string, mark: string | null) =>
    mark === null ? `Down to here: ${percent}` : `Down to here: ${percent}, ${mark}`,
  marks: { committed: 'Committed', likely: 'Likely', stretch: 'Stretch' },
  markLong: {
    committed: 'Down to here the confidence ratio is 90 % or more',
    likely: 'Down to here the confidence ratio is 80 % or more',
    stretch: 'Down to here the confidence ratio is 50 % or more',
  },
  unassigned: 'Unassigned',
  noEstimate: 'No estimate',
  addEstimate: 'Add',
  typeAndPriority: (type: string, priority: string | null) =>
    priority === null ? type : `${type}, priority ${priority}`,
  boardEstimate: (value: string, field: string) => `${field}: ${value}`,
  editEstimate: (key: string, value: string) => `Original estimate of ${key}: ${value}. Edit`,
  estimateSource: {
    set: '',
    subtasks: ', from its sub-tasks',
    remaining: ', remaining',
    default: ', default',
    none: '',
  },
  remainingWhy: 'What remains of its estimate. Edit it in Jira.',
  fromSubtasks: (count: number, own: string | null) =>
    `${count === 1 ? 'The estimate of 1 sub-task' : `The estimates of ${String(count)} sub-tasks`} added up${own === null ? '' : `; its own estimate of ${own} does not count beside them`}. Edit them in Jira.`,
  subtasksUnestimated: (count: number) =>
    count === 1
      ? '1 sub-task has no estimate and is not in this sum.'
      : `${String(count)} sub-tasks have no estimate and are not in this sum.`,
  partlyTitle: (count: number) =>
    count === 1
      ? '1 issue counts too little: some of its sub-tasks have no estimate'
      : `${String(count)} issues count too little: some of their sub-tasks have no estimate`,
  subtasksIgnored: (count: number) =>
    `Its own estimate counts; ${count === 1 ? '1 sub-task does not' : `${String(count)} sub-tasks do not`}`,
  editConfidence: (key: string, value: string, source: string) => `Confidence of ${key}: ${value}, ${source}. Edit`,
  confidenceSource: { set: 'set by the team', default: 'default', field: 'from the Jira field' },
  defaultMark: 'default',
  rangeLabel: (optimistic: string, original: string, pessimistic: string) =>
    `${optimistic} to ${pessimistic}, estimate ${original}`,

  cutline: 'Cutline',
  planned: (original: string, range: string) => `${original} planned (${range})`,
  ofCapacity: (hours: string) => `of ${hours}`,
  auto: 'Auto',
  manual: 'Manual',
  below: (count: number, countSaid: string) =>
    count === 0 ? 'Everything is in' : count === 1 ? '1 issue below the line' : `${countSaid} issues below the line`,
  unestimatedTitle: (count: number) =>
    count === 1
      ? '1 issue has no estimate and is not in the sums'
      : `${String(count)} issues have no estimate and are not in the sums`,
  unreadableTitle: 'A stored confidence cannot be read; the default counts instead',
  onDefault: (count: string, percent: string) => `${count} at the default ${percent}`,
  allOnDefault: (percent: string) => `all at the default ${percent}`,
  issueCount: (count: number, countSaid = String(count)) => (count === 1 ? '1 issue' : `${countSaid} issues`),
  showTable: 'Show as a table',
  hideTable: 'Hide the table',
  showMore: (count: number) => `Show ${String(count)} more`,
  andMore: (count: number) => `and ${String(count)} more`,
  emptySprint: (name: string) => `${name} has no issues yet`,

  handle: (what: string) => `Move ${what}. Space lifts it, a click opens a menu`,
  move: 'Move',
  moveMenu: (what: string) => `Move ${what}`,
  destinations: {
    up: 'Up',
    down: 'Down',
    top: 'To the top',
    aboveLine: 'Above the line',
    belowLine: 'Below the line',
    backlog: 'To the backlog',
  },
  theLine: 'the cutline',
  lifted: (what: string, place: string) =>
    `Lifted ${what}, ${place}. Use the up and down arrow keys to move it, space to drop it, escape to cancel.`,
  movedTo: (what: string, place: string) => `${what}: ${place}.`,
  dropped: (what: string, place: string) => `Dropped ${what}, ${place}.`,
  cancelled: (what: string) => `Cancelled. ${what} is back where it was.`,
  placeOfIssue: (place: number, of: number, above: boolean) =>
    `${String(place)} of ${String(of)}, ${above ? 'above' : 'below'} the line`,
  placeInBacklog: 'in the backlog, not planned',
  placeOfLine: (above: number, of: number) => `${String(above)} of ${String(of)} issues above`,
};
