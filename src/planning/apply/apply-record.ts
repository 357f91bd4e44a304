import type { PlacedIssue } from '../../jira/placed-issues';
import type { Applied, AppliedRecord } from '../../storage/applied';
import type { CarriedOut } from './carry-out';
import type { ReadyApply } from './ready-apply';

/** By issue id; only those that this user may see. */
export type Places = ReadonlyMap<string, Pick<PlacedIssue, 'sprintId' | 'onBoard'>>;

/** The ids of everything that an apply moved, or may have moved. */
export function movedIds({ last, attempt }: AppliedRecord): string[] {
  return [last, attempt].flatMap((applied) => (applied === null ? [] : idsOf(applied)));
}

/**
 * What there is of an apply, as Jira is now: without the issues that are where they were before it, and surer about those
 * that are not.
 */
function asItIsNow(applied: Applied, places: Places, sprintId: number): Applied {
  /** null where this user cannot know. */
  const isHere = (id: string): boolean | null => {
    const place = places.get(id);
    return place?.onBoard === true ? place.sprintId === sprintId : null;
  };
  const entered = applied.in.filter(({ issueId }) => isHere(issueId) !== false);
  const left = applied.out.filter(({ issueId }) => isHere(issueId) !== true);
  const ids = new Set([...entered, ...left].map(({ issueId }) => issueId));
  const unsure = applied.unsure.filter((id) => ids.has(id) && isHere(id) === null);
  return { ...applied, in: entered, out: left, unsure, begun: applied.begun || ids.size > unsure.length };
}

/** The apply that can be taken back: the attempt, when it has done anything; otherwise the one before. */
export function standing(
  { last, attempt }: AppliedRecord,
  places: Places,
  sprintId: number,
): { applied: Applied; isAttempt: boolean } | null {
  const attempted = attempt === null ? null : asItIsNow(attempt, places, sprintId);
  if (attempted?.begun === true) return { applied: attempted, isAttempt: true };
  return last === null ? null : { applied: asItIsNow(last, places, sprintId), isAttempt: false };
}

/**
 * What to keep of an apply before it begins. An apply goes on when the same revision is applied again, or when the last one
 * had not come to its end: then everything that is known of the time before it stays. Otherwise a new one begins.
 *
 * @param backlog ids by rank, as far down as what is pulled in
 * @param by account id
 * @param at milliseconds since 1970
 */
export function attemptOf(
  ready: Pick<ReadyApply, 'preview' | 'sprintId' | 'sprintOrder' | 'dropped' | 'record' | 'places'>,
  backlog: readonly string[],
  by: string,
  at: number,
): Applied {
  const { preview, sprintId, record, places } = ready;
  const before = standing(record, places, sprintId);
  const goesOn = before !== null && (before.isAttempt || before.applied.revision === preview.revision);
  const base = goesOn ? before.applied : { in: [], out: [], order: ready.sprintOrder, unsure: [], begun: false };
  const known = new Set(idsOf(base));
  const isNew = ({ issueId }: { issueId: string }): boolean => !known.has(issueId);
  const entering = new Set(preview.in.map(({ issueId }) => issueId));
  // What an earlier call wanted to move had its place in the order of the backlog then.
  const earlier = (goesOn && before.isAttempt ? record.attempt : base)?.in ?? [];
  const again = earlier.filter(({ issueId }) => known.has(issueId) || entering.has(issueId));
  const isAgain = new Set(again.map(({ issueId }) => issueId));
  const entered = [
    ...again,
    ...backlogPlaces(backlog, entering, known).filter((entry) => isNew(entry) && !isAgain.has(entry.issueId)),
  ];
  const left = preview.out.filter(isNew).map(({ issueId, to }) => ({
    issueId,
    to: to === 'backlog' ? null : (preview.nextSprint?.id ?? null),
    dropped: ready.dropped.has(issueId),
  }));
  return {
    at: new Date(at).toISOString(),
    by,
    revision: preview.revision,
    in: entered,
    out: [...base.out, ...left],
    order: base.order,
    unsure: [...base.unsure, ...[...entered, ...left].filter(isNew).map(({ issueId }) => issueId)],
    begun: base.begun,
  };
}

/** What to keep after a call: without what Jira would not move. What is left may be moved by the next call. */
export function recordAfter(
  { last }: AppliedRecord,
  attempt: Applied,
  preview: ReadyApply['preview'],
  { done, unsure, left }: Pick<CarriedOut, 'done' | 'unsure' | 'left'>,
): AppliedRecord {
  const tried = new Set([...preview.in, ...preview.out].map(({ issueId }) => issueId));
  const isMoved = (id: string): boolean => done.in.has(id) || done.out.has(id);
  const stillUnsure = new Set(
    attempt.unsure.filter((id) => !isMoved(id) && (!tried.has(id) || unsure.has(id) || left > 0)),
  );
  const wasUnsure = new Set(attempt.unsure);
  const isKept = ({ issueId }: { issueId: string }): boolean =>
    !wasUnsure.has(issueId) || isMoved(issueId) || stillUnsure.has(issueId);
  const begun = attempt.begun || Object.values(done).some(({ size }) => size > 0);
  if (!begun && stillUnsure.size === 0) return { last, attempt: null };
  const kept = {
    ...attempt,
    in: attempt.in.filter(isKept),
    out: attempt.out.filter(isKept),
    unsure: [...stillUnsure],
    begun,
  };
  return begun && left === 0 && unsure.size === 0 ? { last: kept, attempt: null } : { last, attempt: kept };
}

function idsOf(applied: Pick<Applied, 'in' | 'out'>): string[] {
  return [...applied.in, ...applied.out].map(({ issueId }) => issueId);
}

/** Where in the backlog each of these issues is: beside what stays there. What is not in it comes last, beside nothing. */
function backlogPlaces(
  backlog: readonly string[],
  entering: ReadonlySet<string>,
  movedBefore: ReadonlySet<string>,
): Applied['in'] {
  const isLeaving = (id: string): boolean => entering.has(id) || movedBefore.has(id);
  const after = backlog.findLast((id) => !isLeaving(id));
  const places: Applied['in'] = [];
  let before: string | undefined;
  for (const issueId of [...backlog].reverse()) {
    if (!isLeaving(issueId)) before = issueId;
    else if (entering.has(issueId)) {
      places.unshift({ issueId, ...(before !== undefined ? { before } : after !== undefined ? { after } : {}) });
    }
  }
  const inBacklog = new Set(backlog);
  return [...places, ...[...entering].filter((id) => !inBacklog.has(id)).map((issueId) => ({ issueId }))];
}
