/** What was said, and what came of it. */
export interface Answered {
  /** A chance, from 0 to 1. */
  readonly said: number;
  readonly came: boolean;
}

/**
 * Mean squared distance of what was said from what came (Brier 1950): 0 is perfect, 0.25 is what 'fifty-fifty' always gets.
 *
 * @returns null without answers
 */
export function brierScore(answers: readonly Answered[]): number | null {
  if (answers.length === 0) return null;
  return answers.reduce((sum, { said, came }) => sum + (said - Number(came)) ** 2, 0) / answers.length;
}

/**
 * How uncertain it is which of two numbers was the better one: the standard error of the difference of their Brier scores,
 * over groups of questions that share what happened (one sprint at several capacities).
 *
 * @param groups what either answered
 * @returns null from fewer than two groups
 */
export function errorOfDifference(
  groups: readonly (readonly [readonly Answered[], readonly Answered[]])[],
): number | null {
  if (groups.length < 2) return null;
  const differences = groups.map(([one, other]) => (brierScore(one) ?? 0) - (brierScore(other) ?? 0));
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
  const squares = differences.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return Math.sqrt(squares / (differences.length - 1) / differences.length);
}

/** One class of a reliability diagram: chances from `from` up to `to`. */
export interface ReliabilityClass {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Means; 0 in an empty class. */
  readonly said: number;
  readonly came: number;
}

/** How often it came true when about so much was said: ten classes (reliability diagram, Murphy and Winkler 1977). */
export function reliability(answers: readonly Answered[]): ReliabilityClass[] {
  return Array.from({ length: 10 }, (_, index) => {
    const of = answers.filter(({ said }) => Math.min(9, Math.floor(said * 10)) === index);
    const mean = (value: (answer: Answered) => number): number =>
      of.length === 0 ? 0 : of.reduce((sum, answer) => sum + value(answer), 0) / of.length;
    return {
      from: index / 10,
      to: (index + 1) / 10,
      count: of.length,
      said: mean(({ said }) => said),
      came: mean(({ came }) => Number(came)),
    };
  });
}
