import type { OpenedHistory } from './opened-history';

/** Fewer say nothing that the next sprint could not turn round. */
export const leastSprints = 5;
export const leastIssues = 30;
/** From fewer sprints a verdict would be luck as often as not. */
export const leastToJudge = 10;
/** A class of the reliability diagram with fewer is drawn hollow. */
export const leastAnswers = 10;
/** A step of confidence with fewer has no figure. */
export const leastOfStep = 10;
/** Fewer points are no picture. */
export const leastPoints = 10;

type Replay = OpenedHistory['replay'];
export type Verdict = 'better' | 'same' | 'worse';

/** Brier scores of the same questions, 0 is perfect. */
export interface Honesty {
  readonly chance: number;
  readonly ratio: number;
  readonly baseRate: number;
  /** null: too few sprints to say which one is better. */
  readonly againstRatio: Verdict | null;
  readonly againstBaseRate: Verdict | null;
}

/** @returns null when there is too little to tell */
export function honestyOf({ sprints, ranges, chance, ratio, baseRate, errors }: Replay): Honesty | null {
  if (sprints < leastSprints || ranges.issues < leastIssues) return null;
  if (chance.brier === null || ratio.brier === null || baseRate === null) return null;
  const judged = sprints >= leastToJudge;
  return {
    chance: chance.brier,
    ratio: ratio.brier,
    baseRate,
    againstRatio: judged ? verdict(chance.brier, ratio.brier, errors.ratio) : null,
    againstBaseRate: judged ? verdict(chance.brier, baseRate, errors.baseRate) : null,
  };
}

/** Scores that differ by less say nothing, however many sprints there are. */
const noise = 0.003;
/** Nearer than this luck alone puts two equally good ones in one case of twenty. */
const standardErrors = 2;

/**
 * Which of two Brier scores is the better one, unless chance alone may have made it so.
 *
 * @param error standard error of their difference; null is not known
 */
export function verdict(score: number, other: number, error: number | null): Verdict {
  if (Math.abs(score - other) <= Math.max(noise, standardErrors * (error ?? 0))) return 'same';
  return score < other ? 'better' : 'worse';
}

export interface ReliabilityPoint {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly said: number;
  readonly came: number;
  /** So few that it says little. */
  readonly few: boolean;
}

/** The classes in which something was said at all. */
export function reliabilityPoints(classes: Replay['chance']['classes']): ReliabilityPoint[] {
  return classes.filter(({ count }) => count > 0).map((each) => ({ ...each, few: each.count < leastAnswers }));
}

/** What a step of confidence held, as a fraction; null when it was too seldom set to tell. */
export function heldByStep({ issues, held }: OpenedHistory['steps'][number]): number | null {
  return issues < leastOfStep ? null : held / issues;
}
