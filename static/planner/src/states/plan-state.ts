import type { PlannerItem, PlannerSprint } from '../../../../src/contract';

/** What there is to say about a plan as a whole, before its numbers. */
export type PlanState = 'empty' | 'unestimated' | 'done' | null;

interface Planned {
  readonly sprint: Pick<PlannerSprint, 'state'>;
  /** The plan's own issues, without the backlog. */
  readonly items: readonly Pick<PlannerItem, 'hours' | 'status'>[];
}

/** A closed sprint is only ever 'empty': that it is done or was never estimated is nothing to act on. */
export function planState({ sprint, items }: Planned): PlanState {
  if (items.length === 0) return 'empty';
  if (sprint.state === 'closed') return null;
  if (items.every(({ status }) => status.category === 'done')) return 'done';
  if (items.every(({ hours }) => hours === null)) return 'unestimated';
  return null;
}

/** The sprint to plan when this one is done: the next one that has not begun. null when there is none. */
export function sprintAfter(
  sprint: Pick<PlannerSprint, 'id'>,
  sprints: readonly PlannerSprint[],
): PlannerSprint | null {
  const here = sprints.findIndex(({ id }) => id === sprint.id);
  return sprints.slice(here + 1).find(({ state }) => state === 'future') ?? null;
}
