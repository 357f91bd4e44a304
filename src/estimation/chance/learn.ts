import { type CapacityHabit, learnCapacityHabit } from './capacity-habit';
import { learnCommonSpread } from './sprint-factor';
import { type ExpectedRatio, fitExpectedRatio } from './expected-ratio';
import type { FinishedTask, PastCapacity } from './finished-task';
import { type FinishedWork, finishedWork } from './finished-work';
import { type PastRatios, pastRatios } from './past-ratios';
import { learnUsualTotal, type UsualTotal } from './usual-total';
import { learnWorthOfConfidence, type WorthOfConfidence } from './worth-of-confidence';

/** What a team's finished work says about work to come. Learn once, ask often: it changes only when more is finished. */
export interface Learnt {
  /** How many finished tasks it has learnt from. */
  readonly finished: number;
  readonly expected: ExpectedRatio;
  readonly past: PastRatios;
  readonly confidence: WorthOfConfidence;
  readonly total: UsualTotal;
  /** Standard deviation of the sprint's common factor, in ln(total). */
  readonly commonSpread: number;
  readonly capacity: CapacityHabit;
}

/**
 * Closed form and deterministic; some milliseconds for 2,000 tasks.
 *
 * @param history finished before `now`, in any order; tasks without a logged hour are passed over
 * @param now date, yyyy-mm-dd
 * @param capacities of the team's past sprints; without any, capacity is taken as planned
 */
export function learn(history: readonly FinishedTask[], now: string, capacities: readonly PastCapacity[] = []): Learnt {
  const told = finishedWork(history, now);
  const first = fitExpectedRatio(told);
  const confidence = learnWorthOfConfidence(told, first.residuals);
  const work = atUsualConfidence(told, confidence);
  const expected = work === told ? first : fitExpectedRatio(work);
  return {
    finished: work.count,
    expected,
    past: pastRatios(work),
    confidence,
    total: learnUsualTotal(told),
    commonSpread: learnCommonSpread(work, expected),
    capacity: learnCapacityHabit(capacities),
  };
}

/**
 * What a ratio would have been at the team's usual confidence: an issue of 20 % that went far off says less about one of
 * 90 % than it seems. Measured from the estimate itself, so that "exactly as estimated" stays that.
 */
function atUsualConfidence(work: FinishedWork, { widthOf }: WorthOfConfidence): FinishedWork {
  const { confidences } = work;
  if (confidences.every((confidence) => confidence === 0)) return work;
  return {
    ...work,
    ratios: work.ratios.map((ratio, i) => {
      const confidence = confidences[i] ?? 0;
      return confidence === 0 ? ratio : ratio / widthOf(confidence);
    }),
  };
}
