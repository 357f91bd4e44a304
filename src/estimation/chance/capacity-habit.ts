import type { PastCapacity } from './finished-task';
import { priors } from './priors';

/** How the hours a team works in a sprint compare with the planned capacity: ln(worked / planned) is normal. */
export interface CapacityHabit {
  readonly bias: number;
  readonly spread: number;
}

/** Capacity is what was planned: while nothing is known of the team's past. */
export const capacityAsPlanned: CapacityHabit = { bias: 0, spread: 0 };

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
