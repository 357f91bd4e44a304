import type { PastSprint } from './opened-history';

/** What came of what was said about a sprint, or why nothing can be said. */
export type PastOutcome =
  | { readonly kind: 'notThere' | 'nothingPlanned' }
  | { readonly kind: 'cameTrue'; readonly promised: number }
  | { readonly kind: 'noCapacity'; readonly done: number; readonly promised: number }
  | { readonly kind: 'missedIssues'; readonly done: number; readonly promised: number; readonly takenOut: number }
  | { readonly kind: 'missedHours'; readonly actual: number; readonly capacity: number };

export function outcomeOf({ said }: Pick<PastSprint, 'said'>): PastOutcome {
  if (said === null) return { kind: 'notThere' };
  const { promised, takenOut, done, actual, capacityHours, came } = said;
  if (promised === 0) return { kind: 'nothingPlanned' };
  if (capacityHours === null) return { kind: 'noCapacity', done, promised };
  if (came === true) return { kind: 'cameTrue', promised };
  if (done < promised) return { kind: 'missedIssues', done, promised, takenOut };
  return { kind: 'missedHours', actual, capacity: capacityHours };
}
