import type { PlannerSprint } from '../contract';

/**
 * The sprint to open when nobody named one. Planning is for what comes next: the first future sprint, else the active one.
 * null when there is neither.
 */
export function chooseSprint<Sprint extends Pick<PlannerSprint, 'state'>>(open: readonly Sprint[]): Sprint | null {
  return open.find(({ state }) => state === 'future') ?? open.find(({ state }) => state === 'active') ?? null;
}
