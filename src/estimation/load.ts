import { confidenceRatio } from './confidence-ratio';
import type { HoursRange } from './range';
import { rangeOf } from './range';

/** One issue as somebody's load counts it. */
export interface LoadIssue {
  /** null: unassigned. */
  readonly accountId: string | null;
  /** null: unestimated. */
  readonly hours: number | null;
  /** Fraction in (0, 1]. */
  readonly confidence: number;
}

/**
 * How somebody's work stands against their own capacity: it fits even if all goes badly, it fits if it goes well, or not
 * even then. `idle`: nothing is planned for them; `unknown`: they have no capacity here to compare with.
 */
export type LoadState = 'fits' | 'tight' | 'over' | 'idle' | 'unknown';

export interface Load extends HoursRange {
  /** null: unassigned work. */
  readonly accountId: string | null;
  readonly issues: number;
  /** Of the issues, without an estimate and in no sum. */
  readonly unestimated: number;
  /** null: not one of the team's people. */
  readonly capacity: number | null;
  /** The confidence ratio of their own work; null without a capacity or without estimated work. */
  readonly ratio: number | null;
  readonly state: LoadState;
}

/** Two sums of hours that differ by less are the same: confidence-ratio.ts. */
const sameHours = 1e-9;

/**
 * The load of each person: the ranges of the issues above the line that are theirs, against their own capacity. A team's
 * ratio can hide one person's; each has their own.
 *
 * @param issues above the line
 * @param capacities hours by account id, of all people of the team
 * @returns the team's people in the order given, then others who have work, then what is unassigned
 */
export function loads(issues: readonly LoadIssue[], capacities: ReadonlyMap<string, number>): Load[] {
  const byPerson = new Map<string | null, LoadIssue[]>([...capacities.keys()].map((accountId) => [accountId, []]));
  for (const issue of issues) {
    const theirs = byPerson.get(issue.accountId);
    if (theirs === undefined) byPerson.set(issue.accountId, [issue]);
    else theirs.push(issue);
  }
  const unassigned = byPerson.get(null);
  byPerson.delete(null);
  const people = [...byPerson].map(([accountId, theirs]) =>
    loadOf(accountId, theirs, capacities.get(accountId ?? '') ?? null),
  );
  return unassigned === undefined ? people : [...people, loadOf(null, unassigned, null)];
}

function loadOf(accountId: string | null, issues: readonly LoadIssue[], capacity: number | null): Load {
  let [optimistic, original, pessimistic, unestimated] = [0, 0, 0, 0];
  for (const { hours, confidence } of issues) {
    if (hours === null) {
      unestimated += 1;
      continue;
    }
    const range = rangeOf(hours, confidence);
    optimistic += range.optimistic;
    original += range.original;
    pessimistic += range.pessimistic;
  }
  const sum = { optimistic, original, pessimistic };
  const hasWork = issues.length > unestimated;
  return {
    accountId,
    ...sum,
    issues: issues.length,
    unestimated,
    capacity,
    ratio: capacity === null || !hasWork ? null : confidenceRatio(capacity, optimistic, pessimistic),
    state: stateOf(sum, hasWork, capacity),
  };
}

function stateOf({ optimistic, pessimistic }: HoursRange, hasWork: boolean, capacity: number | null): LoadState {
  if (capacity === null) return 'unknown';
  if (!hasWork) return 'idle';
  const slack = sameHours * Math.max(1, pessimistic);
  if (pessimistic <= capacity + slack) return 'fits';
  return optimistic <= capacity + slack ? 'tight' : 'over';
}
