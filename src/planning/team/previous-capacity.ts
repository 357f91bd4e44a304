import type { PlannerSprint } from '../../contract';
import { Problem } from '../../problem';
import { readPlan } from '../../storage/plans';

/** Hours that an earlier sprint of the board was given, and its name. */
export interface PreviousCapacity {
  hours: number;
  from: string;
}

/** Further back it says how the team was. */
const mostPlans = 3;

/**
 * The capacity of the nearest earlier open sprint of the board that was given one of its own; null when none was. Reads
 * three plans at the most.
 *
 * @param sprints of the board, in Jira's order
 * @throws Problem `storage.failed`
 */
export async function readPreviousCapacity(
  boardId: number,
  sprints: readonly PlannerSprint[],
  sprint: PlannerSprint,
): Promise<PreviousCapacity | null> {
  if (sprint.state === 'closed') return null;
  const place = sprints.findIndex(({ id }) => id === sprint.id);
  const earlier = sprints.slice(Math.max(0, place - mostPlans), Math.max(0, place)).reverse();
  for (const { id, name } of earlier) {
    const hours = await ownCapacity(boardId, id);
    if (hours !== null) return { hours, from: name };
  }
  return null;
}

/** A plan that cannot be read has no capacity to copy; that is no reason not to plan another sprint. */
async function ownCapacity(boardId: number, sprintId: number): Promise<number | null> {
  try {
    return (await readPlan(boardId, sprintId)).capacityHours ?? null;
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage.unreadable') return null;
    throw error;
  }
}
