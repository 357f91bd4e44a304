import type { FinishedTask } from './finished-task';
import type { FinishedWork, Names } from './finished-work';
import { priors } from './priors';
import { degreesOfFreedom } from './student-t';

/** Where the log ratio of actual to estimate is expected, and how widely it scatters there (scale of a Student t). */
export interface Expected {
  readonly mean: number;
  readonly scale: number;
}

/** What of a task the expectation depends on. */
export type Traits = Pick<FinishedTask, 'estimate' | 'assignee' | 'type' | 'project'>;

export interface ExpectedRatio {
  at(task: Traits): Expected;
  /** Per finished task: its log ratio less the expected one. */
  readonly residuals: Float64Array;
  /** The team's own scale, whoever does whatever. */
  readonly scale: number;
}

/** Rounds of fitting everything in turn; more change nothing that one could see. */
const rounds = 3;

/** A person, a type, a project, or a person's work of one type. */
interface Group {
  readonly count: number;
  /** Per finished task; -1 is in no group. */
  readonly codes: Int32Array;
  codeOf(task: Traits): number;
  effects: Float64Array;
}

/** Of the log ratio over ln(estimate) less its mean. */
interface Line {
  readonly mean: number;
  readonly slope: number;
}

/** What the fit goes over again and again, per finished task. */
interface Fit {
  readonly work: FinishedWork;
  /** ln(estimate) less its mean. */
  readonly offsets: Float64Array;
  /** Recency, and less for what lies far off. */
  readonly weights: Float64Array;
  /** What the groups add to the line. */
  readonly added: Float64Array;
  readonly residuals: Float64Array;
}

/**
 * A line of the log ratio over size, with effects of type, assignee, project and assignee × type that are shrunk towards
 * nothing (partial pooling: an effect seen n times counts n / (n + worth)). Least squares with prior means, which is the
 * mode of a normal–inverse-gamma posterior; the tasks are reweighted for Student-t errors, so that no single mishap
 * moves the team (Lange, Little & Taylor 1989), and older ones count less.
 */
export function fitExpectedRatio(work: FinishedWork): ExpectedRatio {
  const { count, sizes, ratios, recency } = work;
  const groups = groupsOf(work);
  const [total, center] = weightAndMean(recency.team, sizes);
  const fit: Fit = {
    work,
    offsets: sizes.map((size) => size - (center ?? 0)),
    weights: recency.team.slice(),
    added: new Float64Array(count),
    residuals: new Float64Array(count),
  };
  const { offsets, weights, added, residuals } = fit;
  let line: Line = { mean: priors.ratio.mean, slope: priors.size.slope };
  let variance = priors.spread.scale ** 2;
  for (let round = 0; round < rounds; round += 1) {
    line = fitLine(fit);
    for (let i = 0; i < count; i += 1)
      residuals[i] = (ratios[i] ?? 0) - line.mean - line.slope * (offsets[i] ?? 0) - (added[i] ?? 0);
    let taken = 0;
    for (const group of groups) taken += shrinkEffects(group, fit);
    variance = scaleSquared(fit, Math.max(total / 2, total - taken));
    for (let i = 0; i < count; i += 1) {
      const trust = (degreesOfFreedom + 1) / (degreesOfFreedom + (residuals[i] ?? 0) ** 2 / variance);
      weights[i] = (recency.team[i] ?? 0) * trust;
    }
  }
  const scatters = groups.slice(0, 2).map((group) => ({ group, factors: scatterOf(group, fit, variance) }));
  return {
    residuals,
    scale: Math.sqrt(variance),
    at: (task) => {
      // Before there is a team, no size is its usual one.
      let mean = line.mean + (center === null ? 0 : line.slope * (Math.log(task.estimate) - center));
      for (const group of groups) mean += group.effects[group.codeOf(task)] ?? 0;
      let squared = variance;
      for (const { group, factors } of scatters) squared *= factors[group.codeOf(task)] ?? 1;
      return { mean, scale: Math.sqrt(squared) };
    },
  };
}

function groupsOf({ types, assignees, projects }: FinishedWork): Group[] {
  const group = ({ count, codes }: Pick<Names, 'count' | 'codes'>, codeOf: Group['codeOf']): Group => ({
    count,
    codes,
    codeOf,
    effects: new Float64Array(count),
  });
  // Every type of every person, whether they have met or not: an effect of what was never seen stays nothing.
  const pair = (assignee: number, type: number): number =>
    assignee < 0 || type < 0 ? -1 : assignee * types.count + type;
  const pairs = {
    count: assignees.count * types.count,
    codes: assignees.codes.map((assignee, i) => pair(assignee, types.codes[i] ?? -1)),
  };
  return [
    group(types, ({ type }) => types.codeOf(type)),
    group(assignees, ({ assignee }) => assignees.codeOf(assignee)),
    group(projects, ({ project }) => projects.codeOf(project)),
    group(pairs, ({ assignee, type }) => pair(assignees.codeOf(assignee), types.codeOf(type))),
  ];
}

function weightAndMean(weights: Float64Array, numbers: Float64Array): [total: number, mean: number | null] {
  let total = 0;
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) {
    total += weights[i] ?? 0;
    sum += (weights[i] ?? 0) * (numbers[i] ?? 0);
  }
  return [total, total > 0 ? sum / total : null];
}

/** Weighted least squares for mean and slope, with the priors as tasks seen before. */
function fitLine({ work: { ratios }, offsets, weights, added }: Fit): Line {
  const { ratio, size } = priors;
  let s = ratio.worth;
  let sx = 0;
  let sxx = size.worth;
  let sy = ratio.worth * ratio.mean;
  let sxy = size.worth * size.slope;
  for (let i = 0; i < weights.length; i += 1) {
    const w = weights[i] ?? 0;
    const x = offsets[i] ?? 0;
    const y = (ratios[i] ?? 0) - (added[i] ?? 0);
    s += w;
    sx += w * x;
    sxx += w * x * x;
    sy += w * y;
    sxy += w * x * y;
  }
  const determinant = s * sxx - sx * sx;
  return { mean: (sy * sxx - sx * sxy) / determinant, slope: (s * sxy - sx * sy) / determinant };
}

/**
 * Fits one group's effects on what the others leave, and moves them from the residuals to what is `added`.
 *
 * @returns how many tasks' worth of scatter the effects have taken out of the residuals (effective degrees of freedom: the
 *   trace of what maps the log ratios to the effects)
 */
function shrinkEffects(group: Group, { weights, added, residuals }: Fit): number {
  const { codes, count, effects: before } = group;
  const seen = new Float64Array(count).fill(priors.effect.worth);
  const sums = new Float64Array(count);
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] ?? -1;
    if (code < 0) continue;
    const w = weights[i] ?? 0;
    seen[code] = (seen[code] ?? 0) + w;
    sums[code] = (sums[code] ?? 0) + w * ((residuals[i] ?? 0) + (before[code] ?? 0));
  }
  const effects = sums.map((sum, code) => sum / (seen[code] ?? 1));
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] ?? -1;
    if (code < 0) continue;
    const change = (effects[code] ?? 0) - (before[code] ?? 0);
    added[i] = (added[i] ?? 0) + change;
    residuals[i] = (residuals[i] ?? 0) - change;
  }
  group.effects = effects;
  return seen.reduce((sum, weight) => sum + 1 - priors.effect.worth / weight, 0);
}

/** @param free the tasks' weight, less what was fitted */
function scaleSquared({ weights, residuals }: Fit, free: number): number {
  const { scale, worth } = priors.spread;
  let sum = worth * scale ** 2;
  for (let i = 0; i < weights.length; i += 1) sum += (weights[i] ?? 0) * (residuals[i] ?? 0) ** 2;
  return sum / (worth + free);
}

/** By how much the squared scale of each of a group differs from the team's, shrunk towards not at all. */
function scatterOf({ codes, count }: Group, { work, weights, residuals }: Fit, variance: number): Float64Array {
  const { team } = work.recency;
  const seen = new Float64Array(count).fill(priors.scatter.worth);
  const sums = new Float64Array(count).fill(priors.scatter.worth);
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] ?? -1;
    if (code < 0) continue;
    seen[code] = (seen[code] ?? 0) + (team[i] ?? 0);
    sums[code] = (sums[code] ?? 0) + ((weights[i] ?? 0) * (residuals[i] ?? 0) ** 2) / variance;
  }
  return sums.map((sum, code) => sum / (seen[code] ?? 1));
}
