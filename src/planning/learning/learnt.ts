import type { Planner, PlannerItem } from '../../contract';
import { Problem } from '../../problem';
import { type Calibration, readCalibration } from '../../storage/calibrations';

/** Without the day. */
export const learntNothing: Omit<Planner['learnt'], 'today'> = {
  people: [],
  types: [],
  projects: [],
  sprints: [],
  rows: [],
  capacities: [],
};

/**
 * What the planner's page learns from. People are named only where the page shows them anyway.
 *
 * @param today yyyy-mm-dd
 */
export function learntFor(
  calibration: Calibration | null,
  items: readonly Pick<PlannerItem, 'assignee'>[],
  today: string,
): Planner['learnt'] {
  if (calibration === null) return { ...learntNothing, today };
  const { people, types, projects, sprints, rows, capacities } = calibration;
  const shown = new Set(items.map(({ assignee }) => assignee?.accountId));
  return {
    today,
    people: people.map((accountId) => (shown.has(accountId) ? accountId : '')),
    types,
    projects,
    sprints,
    rows,
    capacities,
  };
}

/** Without what was learnt the chance is a wider one; that is no reason not to plan. */
export async function readCalibrationIfReadable(boardId: number): Promise<Calibration | null> {
  try {
    return await readCalibration(boardId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage.unreadable') return null;
    throw error;
  }
}
