import type { FinishedTask } from './finished-task';
import { type FinishedRow, type Names, namesOf } from './finished-work';
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
  readonly names: Names;
  readonly nameOf: (task: Traits) => string | null;
  effects: Float64Array;
}

/** Of the log ratio over ln(estimate) less its mean. */
interface Line {
  readonly mean: number;
  readonly slope: number;
}

const pairOf = ({ assignee, type }: Traits) => (assignee === null || type === null ? null : `${assignee}\n${type}`);

/**
 * A line of the log ratio over size, with effects of type, assignee, project and assignee × type that are shrunk towards
 * nothing (partial pooling: an effect seen n times counts n / (n + worth)). Least squares with prior means, which is the
 * mode of a normal–inverse-gamma posterior; the tasks are reweighted for Student-t errors, so that no single mishap
 * moves the team (Lange, Little & Taylor 1989), and older ones count less.
 */
export function fitExpectedRatio(rows: readonly FinishedRow[]): ExpectedRatio {
  const groups = [
    ({ type }: Traits) => type,
    ({ assignee }: Traits) => assignee,
    ({ project }: Traits) => project,
    pairOf,
  ].map((nameOf): Group => {
    const names = namesOf(rows, nameOf);
    return { names, nameOf, effects: new Float64Array(names.count) };
  });
  const total = rows.reduce((sum, { weight }) => sum + weight.team, 0);
  const center = total > 0 ? rows.reduce((sum, { weight, size }) => sum + weight.team * size, 0) / total : null;
  const offsets = Float64Array.from(rows, ({ size }) => size - (center ?? 0));
  const trust = new Float64Array(rows.length).fill(1);
  const added = new Float64Array(rows.length);
  const residuals = new Float64Array(rows.length);
  let line: Line = { mean: priors.ratio.mean, slope: priors.size.slope };
  let variance = priors.spread.scale ** 2;
  for (let round = 0; round < rounds; round += 1) {
    line = fitLine(rows, offsets, trust, added);
    rows.forEach(
      ({ ratio }, i) => (residuals[i] = ratio - line.mean - line.slope * (offsets[i] ?? 0) - (added[i] ?? 0)),
    );
    for (const group of groups) shrinkEffects(group, rows, trust, added, residuals);
    variance = scaleSquared(rows, trust, residuals, total);
    residuals.forEach((r, i) => (trust[i] = (degreesOfFreedom + 1) / (degreesOfFreedom + (r * r) / variance)));
  }
  const scatters = groups
    .slice(0, 2)
    .map((group) => ({ group, factors: scatterOf(group, rows, trust, residuals, variance) }));
  return {
    residuals,
    scale: Math.sqrt(variance),
    at: (task) => {
      // Before there is a team, no size is its usual one.
      let mean = line.mean + (center === null ? 0 : line.slope * (Math.log(task.estimate) - center));
      for (const { names, nameOf, effects } of groups) mean += effects[names.codeOf(nameOf(task))] ?? 0;
      let squared = variance;
      for (const { group, factors } of scatters) squared *= factors[group.names.codeOf(group.nameOf(task))] ?? 1;
      return { mean, scale: Math.sqrt(squared) };
    },
  };
}

/** Weighted least squares for mean and slope, with the priors as tasks seen before. */
function fitLine(rows: readonly FinishedRow[], offsets: Float64Array, trust: Float64Array, added: Float64Array): Line {
  const { ratio, size } = priors;
  let s = ratio.worth;
  let sx = 0;
  let sxx = size.worth;
  let sy = ratio.worth * ratio.mean;
  let sxy = size.worth * size.slope;
  rows.forEach((row, i) => {
    const w = row.weight.team * (trust[i] ?? 0);
    const x = offsets[i] ?? 0;
    const y = row.ratio - (added[i] ?? 0);
    s += w;
    sx += w * x;
    sxx += w * x * x;
    sy += w * y;
    sxy += w * x * y;
  });
  const determinant = s * sxx - sx * sx;
  return { mean: (sy * sxx - sx * sxy) / determinant, slope: (s * sxy - sx * sy) / determinant };
}

/** Fits one group's effects on what the others leave, and moves them from the residuals to what is `added`. */
function shrinkEffects(
  group: Group,
  rows: readonly FinishedRow[],
  trust: Float64Array,
  added: Float64Array,
  residuals: Float64Array,
): void {
  const { codes, count } = group.names;
  const weights = new Float64Array(count).fill(priors.effect.worth);
  const sums = new Float64Array(count);
  rows.forEach(({ weight }, i) => {
    const code = codes[i] ?? -1;
    if (code < 0) return;
    const w = weight.team * (trust[i] ?? 0);
    weights[code] = (weights[code] ?? 0) + w;
    sums[code] = (sums[code] ?? 0) + w * ((residuals[i] ?? 0) + (group.effects[code] ?? 0));
  });
  const effects = sums.map((sum, code) => sum / (weights[code] ?? 1));
  codes.forEach((code, i) => {
    if (code < 0) return;
    const change = (effects[code] ?? 0) - (group.effects[code] ?? 0);
    added[i] = (added[i] ?? 0) + change;
    residuals[i] = (residuals[i] ?? 0) - change;
  });
  group.effects = effects;
}

function scaleSquared(
  rows: readonly FinishedRow[],
  trust: Float64Array,
  residuals: Float64Array,
  total: number,
): number {
  const { scale, worth } = priors.spread;
  const sum = rows.reduce(
    (before, { weight }, i) => before + weight.team * (trust[i] ?? 0) * (residuals[i] ?? 0) ** 2,
    0,
  );
  return (worth * scale ** 2 + sum) / (worth + total);
}

/** By how much the squared scale of each of a group differs from the team's, shrunk towards not at all. */
function scatterOf(
  { names }: Group,
  rows: readonly FinishedRow[],
  trust: Float64Array,
  residuals: Float64Array,
  variance: number,
): Float64Array {
  const weights = new Float64Array(names.count).fill(priors.scatter.worth);
  const sums = new Float64Array(names.count).fill(priors.scatter.worth);
  rows.forEach(({ weight }, i) => {
    const code = names.codes[i] ?? -1;
    if (code < 0) return;
    weights[code] = (weights[code] ?? 0) + weight.team;
    sums[code] = (sums[code] ?? 0) + (weight.team * (trust[i] ?? 0) * (residuals[i] ?? 0) ** 2) / variance;
  });
  return sums.map((sum, code) => sum / (weights[code] ?? 1));
}
