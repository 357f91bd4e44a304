import type { PlannerSprint } from '../../contract';
import { Problem } from '../../problem';
import { type LastCapacity, readLastCapacity, writeLastCapacity } from '../../storage/last-capacity';
import { readPlan } from '../../storage/plans';

/** Hours that an earlier sprint of the board was given, and its name. */
export interface PreviousCapacity {
  hours: number;
  from: string;
}

/** Further back it says how the team was. */
const mostPlans = 3;

/**
 * The capacity of the nearest earlier open sprint of the board that was given one of its own, or else of the sprint that was
 * given one last and is closed by now; null when none was. Reads three plans at the most, and nothing of Jira.
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
  const last = await lastIfReadable(boardId);
  const isOpen = sprints.some(({ id }) => id === last?.sprintId);
  return last === null || isOpen ? null : { hours: last.hours, from: last.name };
}

/**
 * Remembers the capacity that a sprint was given, for the sprint after it. That it could not be remembered is no reason to
 * say that the plan was not saved.
 *
 * @param hours null: it was taken away
 */
export async function rememberCapacity(
  boardId: number,
  { id, name }: PlannerSprint,
  hours: number | null,
): Promise<void> {
  try {
    if (hours !== null) await writeLastCapacity(boardId, { sprintId: id, name, hours });
    else if ((await lastIfReadable(boardId))?.sprintId === id) await writeLastCapacity(boardId, null);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // eslint-disable-next-line no-console -- Forge's log is the console
    console.error(`the capacity of a sprint could not be remembered (${error.code})`);
  }
}

async function lastIfReadable(boardId: number): Promise<LastCapacity | null> {
  try {
    return await readLastCapacity(boardId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage.unreadable') return null;
    throw error;
  }
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
