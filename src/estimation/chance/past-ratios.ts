import { type FinishedRow, type Names, namesOf } from './finished-work';
import type { Traits } from './expected-ratio';
import { priors } from './priors';

/** The ratios of a team's finished tasks, and how much each says about another task. */
export interface PastRatios {
  weigh(task: Traits): WeighedRatios;
}

export interface WeighedRatios {
  /** ln(actual / estimate) of the tasks that are at all like it, ascending, each once. */
  readonly ratios: Float64Array;
  /** actual / estimate of the same. */
  readonly factors: Float64Array;
  /** Position k holds the weight of the first k; the last is 1, or 0 when there are none. */
  readonly sums: Float64Array;
  /** How many equally good examples they are worth: (Σw)² / Σw² (Kish 1965). */
  readonly similar: number;
}

/** What weighs less than this part of the heaviest is left out. */
const negligible = 1e-6;

/**
 * Kernel weights (Nadaraya 1964, Watson 1964): a Gaussian in ln(estimate), more for the same assignee, type and project,
 * less with age. As every ratio stays what it was, the forecast keeps what no smooth curve has: the many tasks that took
 * exactly what was estimated.
 */
export function pastRatios(unsorted: readonly FinishedRow[]): PastRatios {
  const rows = unsorted.toSorted((one, other) => one.ratio - other.ratio);
  const assignees = namesOf(rows, ({ assignee }) => assignee);
  const types = namesOf(rows, ({ type }) => type);
  const projects = namesOf(rows, ({ project }) => project);
  const placeOf = new Map<number, number>();
  for (const { size } of rows) if (!placeOf.has(size)) placeOf.set(size, placeOf.size);
  const sizes = [...placeOf.keys()];
  const columns: Columns = {
    ratios: Float64Array.from(rows.map(({ ratio }) => ratio)),
    factors: Float64Array.from(rows.map(({ ratio }) => Math.exp(ratio))),
    sizes: Int32Array.from(rows.map(({ size }) => placeOf.get(size) ?? 0)),
    recency: Float64Array.from(rows.map(({ weight }) => weight.similar)),
    scratch: {
      kept: { ratios: new Float64Array(rows.length), factors: new Float64Array(rows.length) },
      sums: new Float64Array(rows.length + 1),
    },
  };
  return {
    weigh: (task) => {
      const { bandwidth, assignee, type, project } = priors.similar;
      const size = Math.log(task.estimate);
      // Estimates repeat (1, 2, 4, 8 h), so the costly part is done once a size.
      const nearness = sizes.map((other) => Math.exp(-0.5 * ((size - other) / bandwidth) ** 2));
      const weights = weighed(
        columns,
        nearness,
        favourOf(assignees, task.assignee, assignee),
        favourOf(types, task.type, type),
        favourOf(projects, task.project, project),
      );
      return normalised(columns, weights);
    },
  };
}

/** Per finished task, by ascending ratio. */
interface Columns {
  readonly ratios: Float64Array;
  readonly factors: Float64Array;
  /** Place among the sizes that occur. */
  readonly sizes: Int32Array;
  readonly recency: Float64Array;
  /** Room to work in, so that asking for each of many issues does not take it anew. */
  readonly scratch: {
    readonly kept: { readonly ratios: Float64Array; readonly factors: Float64Array };
    readonly sums: Float64Array;
  };
}

/** What counts more: the tasks with this code. */
interface Favour {
  readonly codes: Int32Array;
  readonly wanted: number;
  readonly factor: number;
}

/** No task has this code; -1 is nobody's, and nobody is like nobody. */
const none = -2;

function favourOf({ codes, codeOf }: Names, name: string | null, factor: number): Favour {
  const code = codeOf(name);
  return { codes, wanted: code < 0 ? none : code, factor };
}

/** All in one pass: this is most of what a forecast costs. */
function weighed(
  { sizes, recency }: Columns,
  nearness: readonly number[],
  assignee: Favour,
  type: Favour,
  project: Favour,
): Float64Array {
  const weights = new Float64Array(recency.length);
  for (let i = 0; i < weights.length; i += 1) {
    let weight = (recency[i] ?? 0) * (nearness[sizes[i] ?? 0] ?? 0);
    if (assignee.codes[i] === assignee.wanted) weight *= assignee.factor;
    if (type.codes[i] === type.wanted) weight *= type.factor;
    if (project.codes[i] === project.wanted) weight *= project.factor;
    weights[i] = weight;
  }
  return weights;
}

function normalised({ ratios, factors, scratch: { kept, sums } }: Columns, weights: Float64Array): WeighedRatios {
  let sum = 0;
  let squares = 0;
  let most = 0;
  for (const weight of weights) if (weight > most) most = weight;
  const least = most * negligible;
  let count = 0;
  sums[0] = 0;
  // Squares of weights that small are lost, and nothing that far off is similar.
  if (most > 1e-100) {
    for (let i = 0; i < weights.length; i += 1) {
      const weight = weights[i] ?? 0;
      if (weight < least) continue;
      sum += weight;
      squares += weight * weight;
      const ratio = ratios[i] ?? 0;
      if (count === 0 || kept.ratios[count - 1] !== ratio) {
        kept.ratios[count] = ratio;
        kept.factors[count] = factors[i] ?? 0;
        count += 1;
      }
      sums[count] = sum;
    }
  }
  for (let k = 1; k <= count; k += 1) sums[k] = (sums[k] ?? 0) / sum;
  return {
    ratios: kept.ratios.slice(0, count),
    factors: kept.factors.slice(0, count),
    sums: sums.slice(0, count + 1),
    similar: squares > 0 ? (sum * sum) / squares : 0,
  };
}
