import type { FinishedWork, Names } from './finished-work';
import type { Traits } from './expected-ratio';
import { priors } from './priors';

/** The ratios of a team's finished tasks, and how much each says about another task. */
export interface PastRatios {
  weigh(task: Traits): WeighedRatios;
}

export interface WeighedRatios {
  /** ln(actual / estimate), ascending; what differs by less than 2 % is one. */
  readonly ratios: Float64Array;
  /** actual / estimate of the same. */
  readonly factors: Float64Array;
  /** Position k holds the weight of the first k; the last is 1, or 0 when none is at all like the task. */
  readonly sums: Float64Array;
  /** How many equally good examples they are worth: (Σw)² / Σw² (Kish 1965). */
  readonly similar: number;
}

/** Weights that sum to less are of nothing that is similar; their squares would be lost. */
const leastWeight = 1e-100;

/**
 * Kernel weights (Nadaraya 1964, Watson 1964): a Gaussian in ln(estimate), more for the same assignee, type and project,
 * less with age. As ratios stay what they were, the forecast keeps what no smooth curve has: the many tasks that took
 * exactly what was estimated.
 */
export function pastRatios(work: FinishedWork): PastRatios {
  const { count, sizes, recency } = work;
  const { values: ratios, places } = distinctLogs(work.ratios);
  const factors = ratios.map(Math.exp);
  // Estimates repeat (1, 2, 4, 8 h), so the costly part is done once a size.
  const { values: known, places: sizePlaces } = distinctLogs(sizes);
  const kinds = kindsOf(work);
  return {
    weigh: (task) => {
      const { bandwidth } = priors.similar;
      const size = Math.log(task.estimate);
      const nearness = known.map((other) => Math.exp(-0.5 * ((size - other) / bandwidth) ** 2));
      const favour = kinds.favourOf(task);
      // All in one pass: this is most of what a forecast costs.
      const sums = new Float64Array(ratios.length + 1);
      let squares = 0;
      for (let i = 0; i < count; i += 1) {
        const weight =
          (recency.similar[i] ?? 0) * (nearness[sizePlaces[i] ?? 0] ?? 0) * (favour[kinds.codes[i] ?? 0] ?? 0);
        const after = (places[i] ?? 0) + 1;
        sums[after] = (sums[after] ?? 0) + weight;
        squares += weight * weight;
      }
      return { ratios, factors, ...shares(sums, squares) };
    },
  };
}

/** Who did what for which project: the same for many tasks. */
interface Kinds {
  /** Per finished task. */
  readonly codes: Int32Array;
  /** How much more each kind counts for this task. */
  favourOf(task: Traits): Float64Array;
}

function kindsOf({ count, assignees, types, projects }: FinishedWork): Kinds {
  const known = new Map<number, number>();
  const kinds: { assignee: number; type: number; project: number }[] = [];
  const codes = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    const kind = { assignee: assignees.codes[i] ?? -1, type: types.codes[i] ?? -1, project: projects.codes[i] ?? -1 };
    const key = ((kind.assignee + 1) * (types.count + 1) + kind.type + 1) * (projects.count + 1) + kind.project + 1;
    let code = known.get(key);
    if (code === undefined) {
      code = kinds.push(kind) - 1;
      known.set(key, code);
    }
    codes[i] = code;
  }
  return {
    codes,
    favourOf: (task) => {
      const { assignee, type, project } = priors.similar;
      const ofAssignee = wanted(assignees, task.assignee);
      const ofType = wanted(types, task.type);
      const ofProject = wanted(projects, task.project);
      const favour = new Float64Array(kinds.length);
      kinds.forEach((kind, code) => {
        favour[code] =
          (kind.assignee === ofAssignee ? assignee : 1) *
          (kind.type === ofType ? type : 1) *
          (kind.project === ofProject ? project : 1);
      });
      return favour;
    },
  };
}

/** No kind has this code; -1 is nobody's, and nobody is like nobody. */
const none = -2;

function wanted({ codeOf }: Names, name: string | null): number {
  const code = codeOf(name);
  return code < 0 ? none : code;
}

/** Weights of their own become the sums of those before and with them, as parts of 1. */
function shares(sums: Float64Array, squares: number): Pick<WeighedRatios, 'sums' | 'similar'> {
  let total = 0;
  for (let k = 0; k < sums.length; k += 1) {
    total += sums[k] ?? 0;
    sums[k] = total;
  }
  if (total < leastWeight) return { sums: sums.fill(0), similar: 0 };
  for (let k = 0; k < sums.length; k += 1) sums[k] = (sums[k] ?? 0) / total;
  return { sums, similar: (total * total) / squares };
}

/** Logarithms that are nearer to each other than this are one. */
const grain = 0.02;

/**
 * Few values in place of the many of 2,000 tasks: of those that fall together the most frequent one stands for all, so that
 * what took exactly its estimate stays that.
 *
 * @returns the values, ascending, and for each of `logs` the place of its own
 */
function distinctLogs(logs: Float64Array): { values: Float64Array; places: Int32Array } {
  const sorted = logs.slice().sort();
  const cellOf = (log: number): number => Math.round(log / grain);
  const values: number[] = [];
  const placeOfCell = new Map<number, number>();
  let longest = 0;
  let run = 0;
  for (let i = 0; i < sorted.length; i += 1) {
    const log = sorted[i] ?? 0;
    run = log === sorted[i - 1] ? run + 1 : 1;
    const place = placeOfCell.get(cellOf(log));
    if (place === undefined) {
      placeOfCell.set(cellOf(log), values.push(log) - 1);
      longest = 1;
    } else if (run > longest) {
      values[place] = log;
      longest = run;
    }
  }
  return {
    values: Float64Array.from(values),
    places: Int32Array.from(logs, (log) => placeOfCell.get(cellOf(log)) ?? 0),
  };
}
