import type { FinishedTask } from './finished-task';
import { priors } from './priors';

/**
 * Finished tasks as columns of numbers, in the order of the history: what the maths goes over again and again. 2,000 objects
 * would take several times as long.
 */
export interface FinishedWork {
  readonly count: number;
  /** Hours. */
  readonly estimates: Float64Array;
  readonly actuals: Float64Array;
  /** ln(estimate). */
  readonly sizes: Float64Array;
  /** ln(actual / estimate), brought to the team's usual confidence once that is known (worth-of-confidence.ts). */
  readonly ratios: Float64Array;
  /** Fraction in (0, 1]; 0 when none was recorded. */
  readonly confidences: Float64Array;
  /** 1 for a task that was finished today, less the older: among the tasks like another, and for the team as a whole. */
  readonly recency: { readonly similar: Float64Array; readonly team: Float64Array };
  readonly assignees: Names;
  readonly types: Names;
  readonly projects: Names;
  readonly sprints: Names;
}

const dayMilliseconds = 86_400_000;

const isUsable = (hours: number) => hours > 0 && Number.isFinite(hours);

/**
 * The finished tasks that one can learn from: those with an estimate and with time logged.
 *
 * @param now date, yyyy-mm-dd
 */
export function finishedWork(history: readonly FinishedTask[], now: string): FinishedWork {
  const tasks = history.filter(({ estimate, actual }) => isUsable(estimate) && isUsable(actual));
  const count = tasks.length;
  const column = (): Float64Array => new Float64Array(count);
  const [estimates, actuals, sizes, ratios, confidences] = [column(), column(), column(), column(), column()];
  const recency = { similar: column(), team: column() };
  const [assignees, types, projects, sprints] = [namesFor(count), namesFor(count), namesFor(count), namesFor(count)];
  const recencyOf = recencyOn(now);
  tasks.forEach((task, i) => {
    estimates[i] = task.estimate;
    actuals[i] = task.actual;
    sizes[i] = Math.log(task.estimate);
    ratios[i] = Math.log(task.actual / task.estimate);
    const { confidence } = task;
    confidences[i] = confidence !== null && confidence > 0 && confidence <= 1 ? confidence : 0;
    const { similar, team } = recencyOf(task.end);
    recency.similar[i] = similar;
    recency.team[i] = team;
    assignees.name(i, task.assignee);
    types.name(i, task.type);
    projects.name(i, task.project);
    sprints.name(i, task.sprint);
  });
  return { count, estimates, actuals, sizes, ratios, confidences, recency, assignees, types, projects, sprints };
}

/** Half for each half-life that has passed; what ended on a day that nobody can read ended today. */
function recencyOn(now: string): (end: string) => { similar: number; team: number } {
  const today = Date.parse(now);
  const { similar, team } = priors.halfLife;
  // Many tasks end on one day, and dates and powers are slow.
  const known = new Map<string, { similar: number; team: number }>();
  return (end) => {
    let recency = known.get(end);
    if (recency === undefined) {
      const days = (today - Date.parse(end)) / dayMilliseconds;
      const age = Number.isFinite(days) ? Math.max(0, days) : 0;
      recency = { similar: 2 ** (-age / similar), team: 2 ** (-age / team) };
      known.set(end, recency);
    }
    return recency;
  };
}

/** Numbers for names: -1 is nobody, or nobody known. */
export interface Names {
  readonly count: number;
  /** Per finished task. */
  readonly codes: Int32Array;
  codeOf(name: string | null): number;
}

/** Names that are still being given. */
interface Naming extends Names {
  name(task: number, name: string | null): void;
}

function namesFor(tasks: number): Naming {
  const known = new Map<string, number>();
  const codes = new Int32Array(tasks).fill(-1);
  return {
    get count() {
      return known.size;
    },
    codes,
    codeOf: (name) => (name === null ? -1 : (known.get(name) ?? -1)),
    name: (task, name) => {
      if (name === null) return;
      let code = known.get(name);
      if (code === undefined) {
        code = known.size;
        known.set(name, code);
      }
      codes[task] = code;
    },
  };
}
