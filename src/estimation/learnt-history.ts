import type { FinishedTask } from './chance/finished-task';

/**
 * Finished issues as numbers, with what they name in lists beside them: as they are stored, and as they go to the page.
 * A row: estimate and actual (hours), confidence (whole percent, 0: not set), places in the lists of person (-1: nobody),
 * type, project and sprint, and the day on which it was finished, as days since 1970.
 */
export interface LearntHistory {
  /** Account ids; '' is somebody who is not named here. */
  readonly people: readonly string[];
  readonly types: readonly string[];
  readonly projects: readonly string[];
  readonly sprints: readonly number[];
  readonly rows: readonly (readonly [number, number, number, number, number, number, number, number])[];
}

const dayMilliseconds = 86_400_000;

/** The rows as the chance learns from them. People who are not named are told apart all the same. */
export function finishedTasks({ people, types, projects, sprints, rows }: LearntHistory): FinishedTask[] {
  const nameOf = (place: number): string | null => (place < 0 ? null : (people[place] ?? '') || `#${String(place)}`);
  return rows.map(([estimate, actual, confidence, person, type, project, sprint, day]) => ({
    estimate,
    actual,
    confidence: confidence === 0 ? null : confidence / 100,
    assignee: nameOf(person),
    type: types[type] ?? null,
    project: projects[project] ?? null,
    sprint: String(sprints[sprint] ?? ''),
    start: null,
    end: new Date(day * dayMilliseconds).toISOString().slice(0, 10),
  }));
}
