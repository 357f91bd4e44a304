import type { TaskForecast } from './forecast-task';
import type { Learnt } from './learn';
import {
  addTask,
  chanceOf,
  chanceWeights,
  fitsPerCell,
  type Grid,
  gridOf,
  probabilitiesOf,
  spectrumOfNothing,
} from './total-grid';

/** The total of a sprint's issues: of all effort for those not started, of what is left for those that are. */
export interface SprintForecast {
  /**
   * P(total ≤ capacity).
   *
   * @param capacity hours. When work has begun, either what is left of it, or all of it less what was spent: the two
   *   differ when the team spends more or fewer hours than planned.
   */
  chance(capacity: number): number;
  /** Hours that the total does not exceed with this probability; of the work alone, whatever the capacity. @param p in (0, 1) */
  quantile(p: number): number;
}

/** How far out on the normal scale a total still matters: 3e-7 is beyond. */
const sure = 5;

/** Grids cover this multiple of the tasks' medians, or 8, 64, … times more or less for capacities that far away. */
const firstReach = 6;
const reachStep = 8;

/** Chances below this are none: nobody is shown less than '< 5 %'. */
const none = 1e-5;

/**
 * Independent tasks, but for the common factor that makes sprints go well or badly as a whole: P(total · exp(τZ) ≤ K), summed
 * over the distribution of the total, which is worked out once. Exact to 0.001, which Fenton–Wilkinson is not.
 *
 * @param tasks in any order
 */
export function forecastSprint(learnt: Learnt, tasks: readonly TaskForecast[]): SprintForecast {
  const { bias, spread } = learnt.capacity;
  const usual = tasks.reduce((sum, task) => sum + task.left, 0);
  const totals = new Map<number, Total>();
  const totalOf = (length: number): Total => {
    const known = totals.get(length);
    if (known !== undefined) return known;
    const total = totalOn(gridOf(tasks.length, length), tasks);
    totals.set(length, total);
    return total;
  };
  const fits = (capacity: number, deviation: number): number => {
    if (usual === 0 || capacity === Infinity) return capacity >= 0 ? 1 : 0;
    if (!(capacity > 0)) return 0;
    const needed = capacity * Math.exp(sure * deviation);
    const steps = Math.ceil(Math.log(needed / (firstReach * usual)) / Math.log(reachStep));
    const length = firstReach * usual * reachStep ** steps;
    const { grid, probabilities } = totalOf(length);
    const perCell = fitsPerCell(capacity, deviation, grid);
    let chance = 0;
    for (let cell = 0; cell < perCell.length; cell += 1) chance += (probabilities[cell] ?? 0) * (perCell[cell] ?? 0);
    return Math.min(1, Math.max(0, chance));
  };
  return {
    chance: (capacity) => fits(capacity * Math.exp(bias), Math.hypot(learnt.commonSpread, spread)),
    quantile: (p) => quantileOf((hours) => fits(hours, learnt.commonSpread), usual, p),
  };
}

/**
 * For each row the chance that everything down to it fits, never rising. A row costs two transforms of its own and one
 * sum, so a list can follow a drag; the forecasts of its tasks can be kept.
 *
 * @param tasks in plan order
 * @param capacity as in {@link SprintForecast.chance}
 */
export function chancesToHere(learnt: Learnt, tasks: readonly TaskForecast[], capacity: number): number[] {
  const { bias, spread } = learnt.capacity;
  const deviation = Math.hypot(learnt.commonSpread, spread);
  const expected = capacity * Math.exp(bias);
  if (!(expected > 0) || expected === Infinity) return chancesWithout(tasks, capacity);
  const length = expected * Math.exp(sure * deviation);
  const grid = gridOf(countWithin(tasks, length), length);
  const weights = chanceWeights(expected, deviation, grid);
  const total = spectrumOfNothing(grid);
  let chance = 1;
  return tasks.map((task) => {
    // So far down nothing fits any more, and further down even less does.
    if (chance < none) return 0;
    if (task.left > 0) addTask(total, task, grid);
    chance = Math.min(chance, chanceOf(total, weights, grid));
    return chance;
  });
}

/** How many tasks from the top are likely to be within so many hours: what is further down hardly ever fits. */
function countWithin(tasks: readonly TaskForecast[], hours: number): number {
  let sum = 0;
  const beyond = tasks.findIndex(({ left }) => {
    sum += left;
    return sum > hours;
  });
  return beyond < 0 ? tasks.length : beyond;
}

/** With no hours at all only what needs none fits, with endless hours everything does. */
function chancesWithout(tasks: readonly TaskForecast[], capacity: number): number[] {
  let chance = capacity >= 0 ? 1 : 0;
  return tasks.map(({ left }) => {
    if (left > 0 && capacity !== Infinity) chance = 0;
    return chance;
  });
}

interface Total {
  readonly grid: Grid;
  readonly probabilities: Float64Array;
}

function totalOn(grid: Grid, tasks: readonly TaskForecast[]): Total {
  const total = spectrumOfNothing(grid);
  for (const task of tasks) if (task.left > 0) addTask(total, task, grid);
  return { grid, probabilities: probabilitiesOf(total, grid) };
}

/** Hours that differ by less than this part of them are the same, and less than this part of what is usual are none. */
const sameHours = 1e-4;
const leastHours = 1e-9;

/**
 * Where a rising chance reaches p: between two ends, each step goes where a straight line between them would; an end that
 * stays pulls half as strongly each time, so that the other one comes near, too (Illinois method: Dowell & Jarratt 1971).
 */
function quantileOf(chance: (hours: number) => number, start: number, p: number): number {
  if (start === 0) return 0;
  let high = start;
  let above = chance(high) - p;
  while (above < 0 && high < Number.MAX_VALUE / 4) {
    high *= 2;
    above = chance(high) - p;
  }
  let low = high / 2;
  let below = chance(low) - p;
  while (below >= 0 && low > start * leastHours) {
    [high, above] = [low, below];
    low /= 2;
    below = chance(low) - p;
  }
  let moved: 'low' | 'high' | null = null;
  while (high - low > sameHours * high) {
    const straight = low + ((high - low) * below) / (below - above);
    // A step to the very end would go on for ever.
    const next = Math.min(high - (sameHours * high) / 3, Math.max(low + (sameHours * high) / 3, straight));
    const off = chance(next) - p;
    if (off >= 0) {
      [high, above] = [next, off];
      if (moved === 'high') below /= 2;
      moved = 'high';
    } else {
      [low, below] = [next, off];
      if (moved === 'low') above /= 2;
      moved = 'low';
    }
  }
  return high;
}
