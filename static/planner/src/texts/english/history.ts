const issues = (count: number, said: string): string => `${said} ${count === 1 ? 'issue' : 'issues'}`;
const sprints = (count: number, said: string): string => `${said} ${count === 1 ? 'sprint' : 'sprints'}`;

/** What a board has learnt from its own past, and how honest its numbers have been. */
export const history = {
  opening: 'Opening the history…',
  cannotOpen: 'The history cannot be opened',
  title: 'History',
  intro: 'What was said about past sprints and what happened, so that you can judge which number to trust.',

  learning: 'What PlanPrism has learnt',
  learnt: (finished: number, finishedSaid: string, count: number, countSaid: string) =>
    `Learnt from ${finishedSaid} finished ${finished === 1 ? 'issue' : 'issues'} of ${sprints(count, countSaid)}.`,
  learntNothing: 'Nothing is learnt yet.',
  learningFirst: 'Learning from closed sprints',
  withoutRoom: (count: number, countSaid: string) =>
    `${issues(count, countSaid)} of very large sprints could not be kept.`,
  leftOut: {
    both: (time: string, estimate: string) =>
      `Left out among the finished ones: ${time} without time, ${estimate} without an estimate.`,
    time: (time: string) => `Left out among the finished ones: ${time} without time.`,
    estimate: (estimate: string) => `Left out among the finished ones: ${estimate} without an estimate.`,
  },
  took: {
    logged: 'What an issue took is the time logged on it for work until its sprint was completed.',
    inProgress: 'What an issue took is the working time it was in progress.',
  },
  readOtherwise: (count: number, countSaid: string, all: number) =>
    count === all
      ? 'This holds for sprints read from now on; learning again reads the past ones anew.'
      : `${sprints(count, countSaid)} ${count === 1 ? 'was' : 'were'} read when this was set otherwise; learning again reads all of them alike.`,
  lacks: {
    timeLogged: 'Nobody logs time here: choose “The time they were in progress” under “What issues took”.',
    timeInProgress: 'No finished issue was ever in progress, so nobody knows what they took.',
    estimates: 'Nobody estimates in hours here, so there is nothing to hold the hours against.',
  },
  neverRun:
    'PlanPrism can read the closed sprints of this board once: what each issue was estimated at, and what it took. Nothing in Jira changes, and the planner can be used meanwhile.',
  neverRunLook: 'Nobody has let PlanPrism learn from the closed sprints of this board yet.',
  counting: 'Counting the closed sprints…',
  progress: (done: string, total: number, totalSaid: string, found: number, foundSaid: string) =>
    `${done} of ${sprints(total, totalSaid)}, ${issues(found, foundSaid)}`,
  stopped: (done: string, when: string) => `Stopped on ${when}, after ${done}. What was read until then is kept.`,
  stoppedEarly: (when: string) => `Stopped on ${when}, before the first sprint was read.`,
  noneClosed: (when: string) => `There was no closed sprint to read on ${when}.`,
  done: (count: number, countSaid: string, when: string) =>
    `${sprints(count, countSaid)} read at once on ${when}; those that close later are learnt as they do.`,
  failed: (done: string, when: string) =>
    `Something went wrong on ${when}, after ${done}. What was read until then is kept. Learn again in a few minutes.`,
  failedEarly: (when: string) =>
    `Something went wrong on ${when}, before the first sprint was read. Learn again in a few minutes.`,
  ofSprints: (done: string, total: number, totalSaid: string) => `${done} of ${sprints(total, totalSaid)}`,
  learn: 'Learn from closed sprints',
  learnAgain: 'Learn again',
  goOn: 'Go on',
  stop: 'Stop',
  stopping: 'Stopping after the sprint that is being read…',
  actFailed: 'That did not work',

  honesty: 'How right the chance has been',
  asked: (count: number, countSaid: string, answers: string) =>
    `Had you asked before ${count === 1 ? 'this sprint' : `each of these ${countSaid} sprints`}, with no more than what was finished by then, at several capacities: ${answers} answers.`,
  againstRatio: {
    better: (chance: string, ratio: string) =>
      `The chance was better than the ratio (${chance} against ${ratio}; lower is better).`,
    same: (chance: string, ratio: string) =>
      `The chance and the ratio are too close to tell which was better (${chance} and ${ratio}; lower is better).`,
    worse: (chance: string, ratio: string) =>
      `The chance was worse than the ratio (${chance} against ${ratio}; lower is better).`,
  },
  tooEarly: (count: string, chance: string, ratio: string) =>
    `${count} sprints are too few to tell which is better: the chance scored ${chance}, the ratio ${ratio} (lower is better).`,
  againstBaseRate: {
    better: (base: string) =>
      `It was better even than always saying how often it came true, which only hindsight knows (${base}).`,
    same: (base: string) =>
      `Always saying how often it came true, which only hindsight knows, would have been about as good (${base}).`,
    worse: (base: string) =>
      `Always saying how often it came true, which only hindsight knows, would have been better (${base}).`,
  },
  brier: (half: string) =>
    `These are Brier scores: how far what was said lay from what happened, squared, on average. 0 is perfect, and ${half} is what saying fifty-fifty each time gets.`,
  ranges: (range: string, held: string, count: number, countSaid: string, ratioHeld: string) =>
    `An ${range} range held ${held} of ${issues(count, countSaid)}; O × C to O ÷ C held ${ratioHeld}.`,
  totals: (held: string, count: number, countSaid: string, share: string, said: string) =>
    `The total stayed within what was to hold in ${said} of the cases in ${held} of ${sprints(count, countSaid)} (${share}).`,
  tooLittle: (count: number, countSaid: string, found: number, foundSaid: string) =>
    `Too little to tell yet: ${sprints(count, countSaid)} with at least 5 finished issues, ${issues(found, foundSaid)} in all. From 5 such sprints and 30 issues on you see here how right the chance has been.`,
  reliability: 'What was said against what came true',
  reliabilityLabel: (points: string) =>
    `How often it came true when about so much was said. Chance to finish: ${points}. On the diagonal both are the same.`,
  reliabilityPoint: (said: string, came: string) => `said ${said}, came true ${came}`,
  counts: 'Answers in each class',
  said: 'Said on average',
  came: 'Came true',
  answers: 'Answers',
  saidClass: 'When it said',
  fewAnswers: (least: string) => `Hollow: fewer than ${least} answers, which say little.`,
  exact: 'Said and came true are the same',
  chance: 'Chance to finish',
  ratio: 'Confidence ratio',
  noAnswers: 'None',
  between: (from: string, to: string) => `${from} to ${to}`,

  then: 'Had you asked then',
  thenIntro:
    'What would have been said of each sprint before it began, from what was finished by then, about the issues that were finished in it. The chance is that they take no more than their estimates.',
  thenHeld: (held: string, count: number, countSaid: string, low: string, high: string) =>
    `In ${held} of ${sprints(count, countSaid)} the total lay between the ${low} and the ${high} mark; eight in ten is right.`,
  thenKnown: 'Known then',
  thenFew: (count: number, countSaid: string) =>
    count === 0 ? 'None: from other teams’ work' : `Only ${countSaid}: mostly from other teams’ work`,
  thenTotal: (low: string, high: string) => `Total, ${low} to ${high}`,
  thenTook: 'Took',
  thenPlace: { below: 'below', within: 'within', above: 'above' },
  thenEstimates: (hours: string) => `for ${hours}, the estimates`,

  steps: 'How much your confidences were worth',
  stepsIntro:
    'How often an issue took between O × C and O ÷ C, by the confidence that somebody had set. Where nobody had, today’s default counts.',
  step: 'Confidence',
  behaved: 'What happened',
  behavedLike: (confidence: string, held: string) => `Your ${confidence} behaved like ${held}`,
  byDefault: (confidence: string) => `${confidence} (the default)`,
  tooFew: 'Too few to tell',
  stepIssues: 'Issues',

  estimates: 'Estimate against actual',
  tooFewIssues: (count: number, countSaid: string, least: string) =>
    `Too little to draw yet: ${issues(count, countSaid)}. From ${least} on you see them here.`,
  whose: 'Whose issues',
  everybody: 'Everybody',
  personIssues: (name: string, count: string) => `${name} (${count})`,
  someone: 'Somebody that Jira does not name',
  estimate: 'Estimate',
  actual: 'Actual',
  hoursAxis: (what: string) => `${what}, hours`,
  scatterLabel: (count: number, countSaid: string, over: string) =>
    `${issues(count, countSaid)} by estimate and actual; ${over} took longer than estimated.`,
  chosenOf: (name: string) => `Issues of ${name}`,
  allIssues: 'Finished issues',
  otherIssues: 'All other issues',
  sameAsEstimate: 'Actual = estimate',
  likely: (share: string) => `Likely now, in ${share} of the cases`,
  byRatio: (confidence: string) => `O × C to O ÷ C at ${confidence}`,
  newest: (count: string) => `Drawn are the newest ${count}.`,
  pointOf: (estimate: string, actual: string) => `Estimate ${estimate}, actual ${actual}`,
  issue: 'Issue',
  who: 'Who',
  factor: 'Actual ÷ estimate',
  confidence: 'Confidence',
  notSet: 'Not set',
  likelyTable: 'What an issue is likely to take now',
  low: 'From',
  middle: 'Middle',
  high: 'To',

  past: 'Past sprints',
  promised: (count: number, countSaid: string, came: string) =>
    `Of your ${countSaid} promised ${count === 1 ? 'sprint' : 'sprints'}, ${came} came true.`,
  promisedFew: (least: string) => `From ${least} on you see here how right the chance and the ratio were about them.`,
  promisedSaid: (count: string, came: string, chance: string, ratio: string) =>
    `Of your ${count} promised sprints, ${came} came true; the chance had said ${chance} on average, the ratio ${ratio}.`,
  noPast: 'No closed sprint has been read yet.',
  sprint: 'Sprint',
  dates: 'Dates',
  finished: 'Learnt from',
  saidRatio: 'Ratio said',
  saidChance: 'Chance said',
  outcome: 'What came of it',
  cameTrue: (promised: string) => `Came true: all ${promised} done within the capacity`,
  missedIssues: (done: string, promised: string, takenOut: string | null) =>
    `Missed: ${done} of ${promised} done${takenOut === null ? '' : `, ${takenOut} taken out`}`,
  missedHours: (actual: string, capacity: string) => `Missed: all done, in ${actual} of ${capacity}`,
  noCapacity: (done: string, promised: string) => `${done} of ${promised} done; no capacity was given`,
  nothingPlanned: 'Nothing estimated was in it when it started.',
  notThere: 'Nothing was promised when it started',
  pagination: (table: string) => `Pages of ${table}`,
  previous: 'Previous page',
  next: 'Next page',
  page: 'Page',
};
