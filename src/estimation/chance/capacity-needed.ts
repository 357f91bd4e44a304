import type { CapacityHabit } from './capacity-habit';
import { forecastSprint } from './forecast-sprint';
import type { TaskForecast } from './forecast-task';
import type { Learnt } from './learn';

/**
 * Hours of capacity, as the team plans them, that are enough with a probability p in (0, 1): where the chance reaches p.
 * The work is taken to vary by as much more as the hours do that the team really works: only the two together matter.
 */
export function capacityNeeded(learnt: Learnt, tasks: readonly TaskForecast[]): (p: number) => number {
  const { bias, spread } = learnt.capacity;
  const both = { ...learnt, commonSpread: Math.hypot(learnt.commonSpread, spread) };
  const { quantile } = forecastSprint(both, tasks);
  return (p) => quantile(p) / Math.exp(bias);
}

/** The 90th percentile of the standard normal distribution. */
const eightOfTen = 1.2816;

/** What a team works of the capacity that it plans, as fractions: in the middle, and in eight of ten sprints. */
export function capacityWorked({ bias, spread }: CapacityHabit): { low: number; middle: number; high: number } {
  return {
    low: Math.exp(bias - eightOfTen * spread),
    middle: Math.exp(bias),
    high: Math.exp(bias + eightOfTen * spread),
  };
}
