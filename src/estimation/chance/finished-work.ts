import type { FinishedTask } from './finished-task';
import { priors } from './priors';

/** One finished task, as the maths sees it. */
export interface FinishedRow {
  /** ln(estimate). */
  readonly size: number;
  /** ln(actual / estimate), brought to the team's usual confidence (worth-of-confidence.ts). */
  readonly ratio: number;
  /** 1 for one finished today, less the older: among the tasks like another, and for the team as a whole. */
  readonly weight: { readonly similar: number; readonly team: number };
  readonly task: FinishedTask;
}

const dayMilliseconds = 86_400_000;

const isUsable = (hours: number) => hours > 0 && Number.isFinite(hours);

/**
 * The finished tasks that one can learn from: those with an estimate and with time logged.
 *
 * @param now date, yyyy-mm-dd
 */
export function finishedRows(history: readonly FinishedTask[], now: string): FinishedRow[] {
  const today = Date.parse(now);
  const { similar, team } = priors.halfLife;
  const weights = new Map<string, FinishedRow['weight']>();
  // Many tasks end on one day, and powers are slow.
  const weightOf = (end: string): FinishedRow['weight'] => {
    const known = weights.get(end);
    if (known !== undefined) return known;
    const days = (today - Date.parse(end)) / dayMilliseconds;
    const age = Number.isFinite(days) ? Math.max(0, days) : 0;
    const weight = { similar: 2 ** (-age / similar), team: 2 ** (-age / team) };
    weights.set(end, weight);
    return weight;
  };
  return history
    .filter(({ estimate, actual }) => isUsable(estimate) && isUsable(actual))
    .map((task) => ({
      size: Math.log(task.estimate),
      ratio: Math.log(task.actual / task.estimate),
      weight: weightOf(task.end),
      task,
    }));
}

/** Numbers for names: -1 is nobody, or nobody known. */
export interface Names {
  readonly count: number;
  /** Per finished task. */
  readonly codes: Int32Array;
  codeOf(name: string | null): number;
}

export function namesOf(rows: readonly FinishedRow[], nameOf: (task: FinishedTask) => string | null): Names {
  const known = new Map<string, number>();
  const codes = new Int32Array(rows.length);
  rows.forEach(({ task }, i) => {
    const name = nameOf(task);
    let code = name === null ? -1 : known.get(name);
    if (name !== null && code === undefined) {
      code = known.size;
      known.set(name, code);
    }
    codes[i] = code ?? -1;
  });
  return { count: known.size, codes, codeOf: (name) => (name === null ? -1 : (known.get(name) ?? -1)) };
}
