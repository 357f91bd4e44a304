import { type Answered, brierScore, errorOfDifference } from '../../../../src/estimation/honesty';
import { leastToJudge, type Verdict, verdict } from './honesty';
import type { PastSprint } from './opened-history';

/** What was promised when sprints started, by both numbers, and how often it came true. */
export interface Promises {
  readonly sprints: number;
  readonly came: number;
  /** What was said on average, fractions, and the Brier scores of it; null: too few sprints to tell. */
  readonly judged: {
    readonly chance: number;
    readonly ratio: number;
    readonly chanceScore: number;
    readonly ratioScore: number;
    readonly againstRatio: Verdict;
  } | null;
}

/** @returns null where nothing was promised against a capacity */
export function promisesOf(sprints: readonly Pick<PastSprint, 'said'>[]): Promises | null {
  const answers = sprints.flatMap(({ said }) => {
    if (said?.came == null || said.chance === null || said.ratio === null) return [];
    return [{ chance: said.chance, ratio: said.ratio, came: said.came }];
  });
  if (answers.length === 0) return null;
  return {
    sprints: answers.length,
    came: answers.filter(({ came }) => came).length,
    judged: answers.length < leastToJudge ? null : judge(answers),
  };
}

function judge(answers: readonly { chance: number; ratio: number; came: boolean }[]): Promises['judged'] {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const byChance = answers.map(({ chance: said, came }): Answered => ({ said, came }));
  const byRatio = answers.map(({ ratio: said, came }): Answered => ({ said, came }));
  const [chanceScore, ratioScore] = [brierScore(byChance), brierScore(byRatio)];
  if (chanceScore === null || ratioScore === null) return null;
  return {
    chance: mean(answers.map(({ chance }) => chance)),
    ratio: mean(answers.map(({ ratio }) => ratio)),
    chanceScore,
    ratioScore,
    againstRatio: verdict(
      chanceScore,
      ratioScore,
      errorOfDifference(byChance.map((answer, index) => [[answer], byRatio.slice(index, index + 1)])),
    ),
  };
}
