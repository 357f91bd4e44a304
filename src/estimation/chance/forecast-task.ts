import type { Expected } from './expected-ratio';
import type { PlannedTask } from './finished-task';
import type { Learnt } from './learn';
import type { WeighedRatios } from './past-ratios';
import { priors } from './priors';
import { studentPoints, studentPointsAbove, studentUpperQuantile, studentUpperTail } from './student-t';

/** What one issue may take. It is worked out once and holds for any order of the list. */
export interface TaskForecast {
  /** Actual effort in hours that is not exceeded with this probability, more than what is spent. @param p in (0, 1) */
  quantile(p: number): number;
  /** Hours left that are as likely exceeded as not; 0 when done. */
  readonly left: number;
  /**
   * 'Issues like this took 0.8–2.4 × their estimate (41 of them)': P10 and P90, whatever its confidence and before anything
   * is spent on it.
   */
  readonly ratio: { readonly p10: number; readonly p90: number };
  /** How many finished issues it rests on, in effect: 41 equally similar ones, or more that are less so. */
  readonly similar: number;
  /**
   * What is left to do as points, for sums: calls `put(hours, probability)` until the probabilities sum to 1. As part of
   * a total, the young team's forecast is pulled towards the usual total (usual-total.ts).
   */
  eachPoint(put: (hours: number, probability: number) => void): void;
}

/** Widths that differ by less are the same. */
const sameWidth = 1e-12;

/** Less than this part of an estimate is nothing spent; and of an issue that is not done this much is left. */
const nothing = 1e-9;

/**
 * The effort of one issue: a pool of the similar past ratios and a Student t around the expected ratio, widened or
 * narrowed about its median by what the confidence is worth. What is spent is known: the rest is the
 * distribution given that it takes more.
 */
export function forecastTask(learnt: Learnt, task: PlannedTask): TaskForecast {
  const spent = task.done === true || (task.spent ?? 0) > nothing * task.estimate ? Math.max(0, task.spent ?? 0) : 0;
  const pool = poolOf(learnt, task);
  const before = (p: number): number => task.estimate * Math.exp(pool.quantile(p));
  const ratio = { p10: Math.exp(pool.likely(0.1)), p90: Math.exp(pool.likely(0.9)) };
  const { similar } = pool;
  if (task.done === true)
    return {
      quantile: () => spent,
      left: 0,
      ratio,
      similar,
      eachPoint: (put) => {
        put(0, 1);
      },
    };
  const shift = learnt.total.weight * Math.log(learnt.total.ratio / pool.cappedMean);
  const factor = task.estimate * Math.exp(shift);
  if (spent === 0) {
    return {
      quantile: before,
      left: task.estimate * Math.exp(pool.median),
      ratio,
      similar,
      eachPoint: (put) => {
        pool.eachPoint(-Infinity, { factor, spent }, put);
      },
    };
  }
  const spentRatio = Math.log(spent / task.estimate);
  const given = (p: number): number => Math.max(spent, task.estimate * Math.exp(pool.quantileAbove(spentRatio, p)));
  return {
    quantile: given,
    left: Math.max(nothing * spent, given(0.5) - spent),
    ratio,
    similar,
    eachPoint: (put) => {
      // The pull moves the whole distribution, so what is spent is seen from there.
      pool.eachPoint(spentRatio - shift, { factor, spent }, put);
    },
  };
}

/** The distribution of one issue's log ratio. */
interface Pool {
  readonly similar: number;
  /** Of the log ratio. */
  readonly median: number;
  /** Mean of actual / estimate at the usual confidence, the far tail drawn in. */
  readonly cappedMean: number;
  /** At the usual confidence. */
  likely(p: number): number;
  quantile(p: number): number;
  quantileAbove(floor: number, p: number): number;
  /** What is above a log ratio, its probabilities to sum to 1, in hours: ratio × factor − spent. */
  eachPoint(floor: number, hours: ToHours, put: (hours: number, probability: number) => void): void;
}

/** Rounding may make it a little less than nothing. */
const left = (hours: number): number => (hours > 0 ? hours : 0);

interface ToHours {
  readonly factor: number;
  readonly spent: number;
}

function poolOf(learnt: Learnt, task: PlannedTask): Pool {
  const expected = learnt.expected.at(task);
  const { mean, scale } = expected;
  const past = learnt.past.weigh(task);
  const { ratios, factors, sums, similar } = past;
  const mixture = { expected, past, share: (priors.pool.share * similar) / (similar + priors.pool.worth) };
  const { share } = mixture;
  const width = learnt.confidence.widthOf(task.confidence);
  const median = quantileOf(mixture, 0.5);
  const widened = (x: number): number => median + width * (x - median);
  const narrowed = (x: number): number => (width > 0 ? median + (x - median) / width : x);
  return {
    similar,
    median,
    cappedMean: cappedMean(mixture),
    likely: (p) => quantileOf(mixture, 1 - p),
    quantile: (p) => widened(quantileOf(mixture, 1 - p)),
    quantileAbove: (floor, p) => {
      const tail = tailOf(mixture, narrowed(floor));
      return widened(quantileOf(mixture, tail * (1 - p)));
    },
    eachPoint: (floor, { factor, spent }, put) => {
      const from = narrowed(floor);
      const whole = floor === -Infinity ? 1 : tailOf(mixture, from);
      const exact = Math.abs(width - 1) < sameWidth;
      for (let i = floor === -Infinity ? 0 : countUpTo(ratios, from); i < ratios.length; i += 1) {
        const weight = (sums[i + 1] ?? 0) - (sums[i] ?? 0);
        if (weight === 0) continue;
        const times = exact ? (factors[i] ?? 0) : Math.exp(widened(ratios[i] ?? 0));
        put(left(factor * times - spent), (share * weight) / whole);
      }
      const points = floor === -Infinity ? studentPoints : studentPointsAbove((from - mean) / scale);
      for (const { at, weight } of points) {
        const times = Math.exp(widened(mean + at * scale));
        put(left(factor * times - spent), ((1 - share) * weight) / whole);
      }
    },
  };
}

/** The similar past ratios, each as often as it weighs, and for the rest a Student t. */
interface Mixture {
  readonly expected: Expected;
  readonly past: WeighedRatios;
  /** Of the past ratios. */
  readonly share: number;
}

/** P(log ratio > x). */
function tailOf({ expected: { mean, scale }, past: { ratios, sums }, share }: Mixture, x: number): number {
  return share * (1 - (sums[countUpTo(ratios, x)] ?? 0)) + (1 - share) * studentUpperTail((x - mean) / scale);
}

/** How many of the ascending numbers are at most x. */
function countUpTo(numbers: Float64Array, x: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The smallest log ratio above which at most `tail` lies: between two past ratios only the Student t changes. */
function quantileOf(mixture: Mixture, tail: number): number {
  const { expected, past, share } = mixture;
  const { ratios, sums } = past;
  let place = 0;
  for (let high = ratios.length; place < high;) {
    const middle = (place + high) >> 1;
    if (tailOf(mixture, ratios[middle] ?? 0) <= tail) high = middle;
    else place = middle + 1;
  }
  const above = (tail - share * (1 - (sums[place] ?? 0))) / (1 - share);
  // At the past ratio itself a whole share of the tail ends.
  const smooth = above > 0 && above < 1 ? expected.mean + expected.scale * studentUpperQuantile(above) : Infinity;
  return Math.max(ratios[place - 1] ?? -Infinity, Math.min(smooth, ratios[place] ?? Infinity));
}

function cappedMean({ expected: { mean, scale }, past: { factors, sums }, share }: Mixture): number {
  const { cap } = priors.total;
  let past = 0;
  for (let i = 0; i < factors.length; i += 1) past += ((sums[i + 1] ?? 0) - (sums[i] ?? 0)) * (factors[i] ?? 0);
  let fitted = 0;
  for (const { at, weight } of studentPoints) fitted += weight * Math.exp(mean + scale * Math.min(cap, at));
  return share * past + (1 - share) * fitted;
}
