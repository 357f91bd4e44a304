import type { PlacedIssue } from '../../jira/placed-issues';
import type { Gathered } from '../make-planner';

/** As many as `reconcileIssues` takes. */
export const mostReconciled = 50;

/** The issues that Jira's list is asked to look at anew: those that the page has changed, and then as many others as fit. */
export function toReconcile(changed: readonly string[] | undefined, others: readonly string[]): string[] {
  return [...new Set([...(changed ?? []), ...others])].slice(0, mostReconciled);
}

/**
 * What was gathered, with these issues where they are now. A list of a sprint may be seconds behind, and only 50 of its
 * issues can be reconciled.
 */
export function withPlaces(gathered: Gathered, places: ReadonlyMap<string, PlacedIssue>): Gathered {
  const isElsewhere = (id: string): boolean => {
    const place = places.get(id);
    return place?.onBoard === true && place.sprintId !== gathered.sprint.id;
  };
  const listed = gathered.issues.filter(({ id }) => !isElsewhere(id));
  const inList = new Set(listed.map(({ id }) => id));
  const missing = [...places.values()].filter(({ id, onBoard }) => onBoard && !isElsewhere(id) && !inList.has(id));
  const issues = [...listed, ...missing];
  const inSprint = new Set(issues.map(({ id }) => id));
  return { ...gathered, issues, pulled: gathered.pulled.filter(({ id }) => !inSprint.has(id)) };
}
