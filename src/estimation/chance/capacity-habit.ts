import type { PastCapacity } from './finished-task';
import { priors } from './priors';

/** How the hours a team works in a sprint compare with the planned capacity: ln(worked / planned) is normal. */
export interface CapacityHabit {
  readonly bias: number;
  readonly spread: number;
}

/** Capacity is what was planned: while nothing is known of the team's past. */
export const capacityAsPlanned: CapacityHabit = { bias: 0, spread: 0 };

/** A sprint that is over, as far as it is known. */
export interface PromisedSprint {
  /** Hours of capacity; null: nobody had said. */
  readonly capacity: number | null;
  /** Hours on all its issues; null: nobody knows. */
  readonly worked: number | null;
  /** Everything that was promised was done. */
  readonly finishedAll: boolean;
}

/**
 * What a sprint says of how many of its planned hours the team works; null where it says nothing. A team that finished all
 * it had promised may have worked less than it could have, because nothing was left to do: that is no lack of capacity.
 */
export function capacityShown({ capacity, worked, finishedAll }: PromisedSprint): PastCapacity | null {
  if (capacity === null || capacity === 0 || worked === null || worked === 0) return null;
  return finishedAll && worked < capacity ? null : { planned: capacity, worked };
}

/**
 * Normal–inverse-gamma posterior of ln(worked / planned), its predictive variance taken as a normal's.
 *
 * @param past sprints; those without a plan or without work say nothing
 */
export function learnCapacityHabit(past: readonly PastCapacity[]): CapacityHabit {
  const { spread, worth } = priors.capacity;
  const logs = past.flatMap(({ planned, worked }) => (planned > 0 && worked > 0 ? [Math.log(worked / planned)] : []));
  if (logs.length === 0) return capacityAsPlanned;
  const total = worth + logs.length;
  const bias = logs.reduce((sum, log) => sum + log, 0) / total;
  const squares = logs.reduce((sum, log) => sum + (log - bias) ** 2, worth * (spread ** 2 + bias ** 2));
  return { bias, spread: Math.sqrt((squares / total) * (1 + 1 / total)) };
}
