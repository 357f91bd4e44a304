import { capacityAsPlanned, capacityShown, type PromisedSprint } from './chance/capacity-habit';
import type { FinishedTask } from './chance/finished-task';
import { forecastSprint } from './chance/forecast-sprint';
import { forecastTask } from './chance/forecast-task';
import { learn } from './chance/learn';
import { confidenceRatio } from './confidence-ratio';
import { type Answered, brierScore, errorOfDifference, reliability, type ReliabilityClass } from './honesty';
import { rangeOf } from './range';

/** A sprint of the past: the issues that were finished in it. */
export interface PastSprint extends PromisedSprint {
  readonly id: number;
  /** yyyy-mm-dd. */
  readonly start: string;
  readonly end: string;
  readonly tasks: readonly FinishedTask[];
}

/** How a number did over all that was asked of it. */
export interface Scores {
  readonly asked: number;
  readonly brier: number | null;
  readonly classes: ReliabilityClass[];
}

/** What would have been said of one sprint before it began. */
export interface SaidThen {
  readonly id: number;
  /** So many finished issues it had learnt from. */
  readonly known: number;
  /** P10 and P90 of all that its issues would take, hours. */
  readonly low: number;
  readonly high: number;
  /** What they did take, hours. */
  readonly actual: number;
  /** The sum of their estimates, which the chance is for: a promise was made of other issues, too; hours. */
  readonly capacity: number;
  readonly chance: number;
}

/** Past sprints forward in time: each was asked with what had been finished before it began, and nothing else. */
export interface Replay {
  readonly sprints: number;
  readonly chance: Scores;
  readonly ratio: Scores;
  /** The Brier score of always answering how often it came true at that capacity; null without a sprint. */
  readonly baseRate: number | null;
  /** Standard errors of the chance's score less the ratio's, and less the base rate's; null from fewer than two sprints. */
  readonly errors: { readonly ratio: number | null; readonly baseRate: number | null };
  /** Issues of these sprints, and how many of them took what a range of 80 %, or O × C to O ÷ C, had said. */
  readonly ranges: { readonly issues: number; readonly held: number; readonly optimisticPessimistic: number };
  /** How often the total stayed within what was to hold in 80 % of the cases. */
  readonly p80: { readonly sprints: number; readonly held: number };
  /** Sprint by sprint, oldest first, those too that are too small to score. */
  readonly saidThen: readonly SaidThen[];
}

/** Past capacities are seldom known, so each sprint is asked for these parts of the sum of its estimates. */
const capacities = [0.7, 0.85, 1, 1.15, 1.35, 1.6] as const;
/** A total of fewer issues says little of totals. */
const leastTasks = 5;

/**
 * 'Had you asked then, it would have said …': the chance and the confidence ratio side by side on a team's own past.
 * Walk-forward: nothing is fitted on what it then predicts.
 *
 * The chance is the one that people are shown: it knows the capacity habit that there was by then. What it answers is
 * whether the work fits into what the team makes of a capacity, so that is what its answers are held against: the same part
 * of it as was worked of the promise. Where that is not known, a capacity is taken as hours that were worked, by both.
 *
 * @param sprints in any order
 * @param finished all finished issues of the team
 * @param defaultConfidence fraction, for issues without a confidence of their own
 */
export function replay(
  sprints: readonly PastSprint[],
  finished: readonly FinishedTask[],
  defaultConfidence: number,
): Replay {
  const all = sprints
    .filter(({ tasks }) => tasks.length > 0)
    .sort((one, other) => (one.start < other.start ? -1 : 1))
    .map((sprint) => askThen(sprint, sprints, finished, defaultConfidence));
  const asked = all.filter(({ issues }) => issues >= leastTasks);
  const chance = asked.flatMap(({ answers }) => answers.map(({ said, came }) => ({ said, came })));
  const ratio = asked.flatMap(({ answers }) => answers.map(ratioAnswer));
  const always = baseRates(asked);
  const sum = (count: (each: AskedSprint) => number): number => asked.reduce((total, each) => total + count(each), 0);
  return {
    sprints: asked.length,
    chance: scoresOf(chance),
    ratio: scoresOf(ratio),
    baseRate: brierScore(always.flat()),
    errors: {
      ratio: errorOfDifference(asked.map(({ answers }) => [answers, answers.map(ratioAnswer)])),
      baseRate: errorOfDifference(asked.map(({ answers }, index) => [answers, always[index] ?? []])),
    },
    ranges: {
      issues: sum(({ issues }) => issues),
      held: sum(({ held }) => held),
      optimisticPessimistic: sum(({ heldRatio }) => heldRatio),
    },
    p80: { sprints: asked.length, held: sum(({ withinP80 }) => Number(withinP80)) },
    saidThen: all.map(({ said }) => said),
  };
}

interface AskedSprint {
  /** One for each of the capacities. */
  answers: (Answered & { ratio: number })[];
  issues: number;
  held: number;
  heldRatio: number;
  withinP80: boolean;
  said: SaidThen;
}

function askThen(
  sprint: PastSprint,
  sprints: readonly PastSprint[],
  finished: readonly FinishedTask[],
  otherwise: number,
): AskedSprint {
  const { id, start, tasks } = sprint;
  const learnt = learn(
    finished.filter(({ end }) => end < start),
    start,
    sprints.filter(({ end }) => end < start).flatMap((past) => capacityShown(past) ?? []),
  );
  const planned = tasks.map((task) => ({ ...task, confidence: task.confidence ?? otherwise }));
  const each = planned.map((task) => forecastTask(learnt, task));
  const forecast = forecastSprint(learnt, each);
  const own = capacityShown(sprint);
  const isAsShown = own !== null || learnt.capacity === capacityAsPlanned;
  const scored = isAsShown ? forecast : forecastSprint({ ...learnt, capacity: capacityAsPlanned }, each);
  const workedOf = own === null ? 1 : own.worked / own.planned;
  const ranges = planned.map(({ estimate, confidence }) => rangeOf(estimate, confidence));
  const total = (part: (range: (typeof ranges)[number]) => number): number =>
    ranges.reduce((sum, range) => sum + part(range), 0);
  const [optimistic, original, pessimistic] = [
    total((range) => range.optimistic),
    total((range) => range.original),
    total((range) => range.pessimistic),
  ];
  const actual = tasks.reduce((sum, task) => sum + task.actual, 0);
  const withinRange = tasks.filter(({ actual: took }, index) => {
    const issue = each[index];
    return issue !== undefined && issue.quantile(0.1) <= took && took <= issue.quantile(0.9);
  });
  return {
    answers: capacities.map((part) => ({
      said: scored.chance(part * original),
      ratio: confidenceRatio(part * original, optimistic, pessimistic),
      came: actual <= part * original * workedOf,
    })),
    issues: tasks.length,
    held: withinRange.length,
    heldRatio: tasks.filter((task, index) => {
      const range = ranges[index];
      return range !== undefined && range.optimistic <= task.actual && task.actual <= range.pessimistic;
    }).length,
    withinP80: actual <= forecast.quantile(0.8),
    said: {
      id,
      known: learnt.finished,
      low: forecast.quantile(0.1),
      high: forecast.quantile(0.9),
      actual,
      capacity: original,
      chance: forecast.chance(original),
    },
  };
}

function scoresOf(answers: readonly Answered[]): Scores {
  return { asked: answers.length, brier: brierScore(answers), classes: reliability(answers) };
}

function ratioAnswer({ ratio, came }: AskedSprint['answers'][number]): Answered {
  return { said: ratio, came };
}

/** Sprint by sprint, always how often it came true at that capacity. */
function baseRates(asked: readonly AskedSprint[]): Answered[][] {
  const rates = capacities.map((_, place) => {
    const at = asked.flatMap(({ answers }) => answers[place] ?? []);
    return at.filter(({ came }) => came).length / at.length;
  });
  return asked.map(({ answers }) => answers.map(({ came }, place) => ({ said: rates[place] ?? 0, came })));
}
