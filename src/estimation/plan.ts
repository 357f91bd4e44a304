import { autoCutline, cutlineBy, type CutlinePolicy, ratioAt } from './cutline';
import { issueCount, prefixSums, sumOfFirst } from './prefix-sums';
import { type HoursRange, rangeOf } from './range';
import { ratiosToHere } from './ruler';

/** What the maths needs to know of one issue; hours null is unestimated. */
export interface EstimatedIssue {
  readonly hours: number | null;
  /** Fraction in (0, 1]. */
  readonly confidence: number;
}

/** Where the line comes from: worked out, or the number of issues above the place where a person dropped it. */
export type Cutline = { readonly mode: 'auto' } | { readonly mode: 'manual'; readonly count: number };

export interface PlanInput<Issue extends EstimatedIssue = EstimatedIssue> {
  /** In plan order. */
  readonly issues: readonly Issue[];
  /** Hours; null when nobody has said. */
  readonly capacity: number | null;
  /** Desired confidence, fraction from 0 to 1. */
  readonly desired: number;
  readonly policy: CutlinePolicy;
  readonly cutline: Cutline;
  /** The chance to finish everything down to each issue, in plan order; null or absent: it is not known. */
  readonly chances?: readonly number[] | null;
  /** Which number an automatic line follows. Where the chance is not known it is the ratio. */
  readonly drives?: 'ratio' | 'chance';
}

export interface PlanOutcome {
  /** Per issue, in the same order; null is unestimated. */
  readonly ranges: readonly (HoursRange | null)[];
  /** How many issues are above the line. */
  readonly count: number;
  readonly above: HoursRange;
  readonly all: HoursRange;
  /** Confidence ratio of what is above the line, fraction; null without a capacity. */
  readonly ratio: number | null;
  /** Per issue, in the same order: the ratio if the line were right below it; null without a capacity. */
  readonly toHere: readonly number[] | null;
  /** The chance to finish what is above the line, fraction, and the same for each issue; null when it is not known. */
  readonly chance: number | null;
  readonly chanceToHere: readonly number[] | null;
  /** Which number the line follows. */
  readonly drives: 'ratio' | 'chance';
}

/**
 * Everything the planner shows about a plan, from its numbers alone. The resolvers and the UI both call this, so that the
 * page can follow a drag without asking, and then agrees with what is stored.
 *
 * Without a capacity there is nothing to cut at: an automatic line stands below the last issue.
 */
export function workOutPlan(input: PlanInput): PlanOutcome {
  const ranges = input.issues.map(({ hours, confidence }) => (hours === null ? null : rangeOf(hours, confidence)));
  const sums = prefixSums(ranges);
  const issues = issueCount(sums);
  const chances = input.chances ?? null;
  const chanceOf = (count: number): number => (count === 0 ? 1 : (chances?.[count - 1] ?? 0));
  const drives = chances === null ? 'ratio' : (input.drives ?? 'ratio');
  const count =
    input.cutline.mode === 'manual'
      ? Math.min(input.cutline.count, issues)
      : input.capacity === null
        ? issues
        : drives === 'chance'
          ? cutlineBy(chanceOf, issues, input.desired, input.policy)
          : autoCutline(sums, input.capacity, input.desired, input.policy);
  return {
    ranges,
    count,
    above: sumOfFirst(sums, count),
    all: sumOfFirst(sums, issues),
    ratio: input.capacity === null ? null : ratioAt(sums, input.capacity, count),
    toHere: input.capacity === null ? null : ratiosToHere(sums, input.capacity),
    chance: chances === null ? null : chanceOf(count),
    chanceToHere: chances,
    drives,
  };
}
