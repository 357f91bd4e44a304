const issues = (count: number, said: string): string => `${said} finished ${count === 1 ? 'issue' : 'issues'}`;

/** The chance to finish, beside the confidence ratio. */
export const chance = {
  from: (count: number, said: string) => `from ${issues(count, said)}`,
  finished: issues,
  learning: 'learning from your closed sprints…',
  learningFailed: 'The closed sprints could not be read. Learn again on the project’s page: PlanPrism, then History.',
  fromNothing: 'from other teams’ work, none of yours yet',
  why: 'Why they differ',
  drives: { ratio: 'The confidence ratio draws the line', chance: 'The chance to finish draws the line' },
  markLong: {
    committed: 'Down to here the chance to finish is 90 % or more',
    likely: 'Down to here the chance to finish is 80 % or more',
    stretch: 'Down to here the chance to finish is 50 % or more',
  },
  toHereBoth: {
    ratio:
      'If the line were right below an issue: the confidence ratio, by which the marks go, and the chance to finish',
    chance:
      'If the line were right below an issue: the chance to finish, by which the marks go, and the confidence ratio',
  },

  title: 'Why the two numbers differ',
  ratioSays: (percent: string) => `Confidence ratio ${percent}`,
  chanceSays: (percent: string) => `Chance to finish ${percent}`,
  ratioMeans: (optimistic: string, pessimistic: string) =>
    `The ratio takes every range at its word and adds them up: ${optimistic} if everything goes well at once, ${pessimistic} if everything goes badly at once.`,
  /** Where the capacity is to these two sums. */
  ratioPlace: {
    below: (capacity: string) =>
      `The capacity of ${capacity} is less than even the first, so the ratio is at its least. It is not a probability.`,
    between: (capacity: string) =>
      `It says where the capacity of ${capacity} lies between the two. It is not a probability.`,
    above: (capacity: string) =>
      `The capacity of ${capacity} is at least the second, so the ratio is at its most. It is not a probability.`,
  },
  chanceMeans: {
    learnt: (finished: string) =>
      `The chance asks what issues like these really took, learnt from ${finished}, and that a sprint as a whole goes well or badly. Issues that take longer and issues that take less partly even out.`,
    notLearnt:
      'The chance asks what issues like these really take. Nothing has been learnt from your own work yet, so it leans on what many teams’ finished work shows, and says little for sure. The history of the project’s page can learn from your closed sprints.',
  },
  begun: 'What was begun counts by what is likely to be left of it, and what is done by nothing.',
  capacityLeft: {
    sinceStart: (capacity: string, left: string) =>
      `The sprint is running: of the capacity of ${capacity}, ${left} are left after what was logged since it started.`,
    ofAllTime: (capacity: string, left: string) =>
      `The sprint is running: of the capacity of ${capacity}, ${left} are left after what was logged on its issues; some of that may be from before it started.`,
    inProgress: (capacity: string, left: string) =>
      `The sprint is running: of the capacity of ${capacity}, ${left} are left after the working time that each issue was in progress since the start.`,
    unknown: (capacity: string) =>
      `The sprint is running, but how long its issues were in progress could not be read. So the chance is that of all its work within the whole capacity of ${capacity}, what is begun or done included.`,
  },
  /** What the curve counts: the work, or, once past capacities are known, the capacity that it needs. */
  needed: {
    work: {
      title: 'How much work this is likely to be',
      axis: 'Total effort',
      label: (capacity: string, chance: string, low: string, middle: string, high: string) =>
        `The total effort is likely to be about ${middle}, in eight of ten cases between ${low} and ${high}. The capacity of ${capacity} is enough with a chance of ${chance}.`,
    },
    left: {
      title: 'How much work is likely to be left',
      axis: 'Effort left',
      label: (capacity: string, chance: string, low: string, middle: string, high: string) =>
        `About ${middle} of work are likely to be left, in eight of ten cases between ${low} and ${high}. The ${capacity} for it are enough with a chance of ${chance}.`,
    },
    capacity: {
      title: 'How much capacity this is likely to need',
      axis: 'Capacity needed',
      label: (capacity: string, chance: string, low: string, middle: string, high: string) =>
        `About ${middle} of capacity are likely to be needed, in eight of ten cases between ${low} and ${high}. The capacity of ${capacity} is enough with a chance of ${chance}.`,
    },
  },
  filled: (chance: string, capacity: string) => `The filled part is the chance: ${chance} within ${capacity}.`,
  worked: (middle: string, low: string, high: string) =>
    `These are hours of capacity as you plan it: in past sprints about ${middle} of it was worked, in eight of ten between ${low} and ${high}, and the curve, the table and the chance all count that in.`,
  capacityMark: {
    whole: (capacity: string) => `Capacity ${capacity}`,
    left: (capacity: string) => `${capacity} left of the capacity`,
  },
  enoughFor: 'Enough with a chance of',
  hours: 'Hours',
  ownCapacity: {
    whole: (hours: string) => `${hours}, the capacity of this plan`,
    left: (hours: string) => `${hours}, what is left of the capacity`,
  },
  estimates: {
    whole: (sum: string) => `The estimates add up to ${sum}.`,
    left: (sum: string) => `The estimates, of what is done and begun as well, add up to ${sum}.`,
  },
};
