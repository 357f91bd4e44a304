/**
 * What is believed before a team has finished anything, and how much of the team's own work outweighs it. Fitted on
 * public data of three companies and one person (44,000 tasks, 850 sprints); none is tuned to one of them.
 * "Worth 30" is the weight of 30 finished tasks.
 */
export const priors = {
  /** `ln(actual / estimate)` of a typical task: half of all tasks take less than estimated. */
  ratio: { mean: -0.08, worth: 30 },
  /** Small tasks overrun, big ones underrun: change of the log ratio per unit of ln(hours), away from the team's mean size. */
  size: { slope: -0.2, worth: 40 },
  /** Standard scale of the log ratio; with 5 degrees of freedom (student-t.ts). */
  spread: { scale: 0.87, worth: 10 },
  /** How many tasks of a person, a type, a project outweigh what is known of the team. */
  effect: { worth: 10 },
  /** The same for how widely their tasks scatter. */
  scatter: { worth: 15 },
  /** Days after which a finished task counts half: as one of those like this one, and in what holds of the whole team. */
  halfLife: { similar: 180, team: 365 },
  /** Bandwidth in ln(hours) of "of similar size", and how much more a task counts for the same person, type, project. */
  similar: { bandwidth: 0.4, assignee: 9, type: 9, project: 2 },
  /** Share of the similar past ratios in a forecast when there are very many, and how many of them give half of that. */
  pool: { share: 0.65, worth: 8 },
  /**
   * Totals run over by 3 % in the mean. The team's own figure replaces it once it is off by more than two standard errors.
   * `cap`: tasks are counted up to this many spreads, as the few beyond move a mean but hardly ever a sprint.
   */
  total: { ratio: 1.03, between: 0.05, standardErrors: 2, worth: 60, cap: 2.5 },
  /**
   * Sprints go well or badly as a whole. `spread` of ln(total) in common; `unknown / (n + worth)` is the variance that
   * not knowing the team adds; `sprints` outweigh the first.
   */
  common: { spread: 0.12, unknown: 0.6, worth: 30, sprints: 30 },
  /** How the width of an issue's range grows with the width its confidence claims (worth-of-confidence.ts). */
  confidence: { usual: 0.8, usualWorth: 3, exponent: 0.3, worth: 10, most: 1.5, floor: 0.1 },
  /** `ln(worked / planned)` of a sprint's capacity; worth in sprints. */
  capacity: { spread: 0.15, worth: 3 },
} as const;
