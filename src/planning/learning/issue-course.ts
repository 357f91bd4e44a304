import type { Span } from '../../estimation/time-in-progress';
import type { Change } from '../../jira/changelog';
import type { Issue, StatusCategory } from '../../jira/issues';
import type { ClosedSprint } from '../../jira/sprints';

/** How an issue came to be done, as far as its changelog tells. */
export interface IssueCourse {
  /** ISO, UTC; when somebody began to work on it. null: its changelog does not tell. */
  beganAt: string | null;
  /** Was it done when its sprint was completed? What became of it later says nothing of that. */
  isDone: boolean;
  /** When it was done for the last time until then; null: it was not, or its changelog does not tell. */
  doneAt: string | null;
  /** The original estimate (hours) when work began; null: it had none then. */
  estimate: number | null;
  /** When it was in progress; what still is, until its sprint was completed. */
  inProgress: Span[];
}

/**
 * Reads an issue's course from its changes.
 *
 * @param changes oldest first
 * @param categoryOf what a status means today; a status that is gone means nothing
 * @param sprint work began with it at the latest, where nobody moved the issue
 */
export function issueCourse(
  { originalHours, status }: Pick<Issue, 'originalHours' | 'status'>,
  changes: readonly Change[],
  categoryOf: (statusId: string) => StatusCategory,
  { startedAt, completedAt }: Pick<ClosedSprint, 'startedAt' | 'completedAt'>,
): IssueCourse {
  const moves = changes.flatMap((change) =>
    change.field === 'status' && change.to !== null
      ? [{ at: change.at, from: categoryOf(change.from?.id ?? ''), to: categoryOf(change.to.id) }]
      : [],
  );
  const until = moves.filter(({ at }) => at <= completedAt);
  const isDone = (until.at(-1)?.to ?? moves[0]?.from ?? status.category) === 'done';
  const doneAt = isDone ? lastArrival(until, 'done') : null;
  const beganAt = moves.find(({ to }) => to === 'indeterminate')?.at ?? null;
  const estimates = changes.flatMap((change) => (change.field === 'estimate' ? [change] : []));
  const asOf = beganAt ?? startedAt;
  const later = estimates.find(({ at }) => at > asOf);
  return {
    beganAt,
    isDone,
    doneAt,
    estimate: later === undefined ? originalHours : later.from,
    // Hours without a date are shared by all of them, also the later ones.
    inProgress: spansOf(moves, status.category === 'done' ? lastArrival(moves, 'done') : null, completedAt),
  };
}

interface StatusMove {
  at: string;
  from: StatusCategory;
  to: StatusCategory;
}

function lastArrival(moves: readonly StatusMove[], category: StatusCategory): string | null {
  return moves.findLast((_, index) => isArrival(moves, index, category))?.at ?? null;
}

/** Did it come to this category with this move, from another one? */
function isArrival(moves: readonly StatusMove[], index: number, category: StatusCategory): boolean {
  return moves[index]?.to === category && moves[index - 1]?.to !== category;
}

/** @param completedAt ends what is in progress still */
function spansOf(moves: readonly StatusMove[], doneAt: string | null, completedAt: string): Span[] {
  return moves.flatMap(({ at, to }, index) => {
    const end = moves[index + 1]?.at ?? completedAt;
    return to === 'indeterminate' && at < end && (doneAt === null || at < doneAt) ? [{ from: at, to: end }] : [];
  });
}
