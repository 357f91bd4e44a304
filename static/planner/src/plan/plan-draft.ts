import type { Payload, Planner } from '../../../../src/contract';
import { anchorLine, countAboveAnchor, type LineAnchor } from '../../../../src/estimation/manual-line';
import { type Move, moveIssue } from '../../../../src/estimation/plan-order';

/** The line as the page keeps it: below the nearest of these issues that is there, so that it stays when others come and go. */
export type DraftLine = { mode: 'auto' } | { mode: 'manual'; below: LineAnchor };

/** Which steps of the history something belongs to: should it be dropped, they are dropped with it. Absent: to none yet. */
export interface OfSteps {
  readonly stepIds?: readonly number[];
}

/** The steps of all of these. */
export function stepsOfAll(...parts: readonly OfSteps[]): OfSteps {
  const stepIds = [...new Set(parts.flatMap((part) => part.stepIds ?? []))];
  return stepIds.length === 0 ? {} : { stepIds };
}

/** What this person has changed about the plan since it was last saved. Absent is unchanged. */
export interface PlanChange extends OfSteps {
  readonly moves: readonly Move[];
  readonly line?: DraftLine;
  readonly desired?: number;
  readonly policy?: 'closest' | 'atLeast';
  /** null takes the sprint's own capacity away. */
  readonly capacityHours?: number | null;
}

export const noChange: PlanChange = { moves: [] };

export function isEmpty(change: PlanChange): boolean {
  return change.moves.length === 0 && Object.keys(change).length === 1;
}

/** All changes, the later ones on top. */
export function together(...changes: readonly PlanChange[]): PlanChange {
  return changes.reduce(
    (first, second) => ({
      ...first,
      ...second,
      moves: [...first.moves, ...second.moves],
      ...stepsOfAll(first, second),
    }),
    noChange,
  );
}

/** The plan as this person has it on screen: what is stored, with their change applied. */
export interface PlanDraft {
  readonly order: readonly string[];
  readonly mode: 'auto' | 'manual';
  /** Issues above a manual line; meaningless while the line is automatic. */
  readonly manualCount: number;
  readonly desired: number;
  readonly policy: 'closest' | 'atLeast';
  readonly capacityHours: number | null;
}

export function draftOf({ plan, capacity }: Planner, change: PlanChange): PlanDraft {
  const order = change.moves.reduce<readonly string[]>(moveIssue, plan.order);
  const { line } = change;
  return {
    order,
    mode: line?.mode ?? plan.cutline.mode,
    manualCount: line?.mode === 'manual' ? countAboveAnchor(order, line.below) : plan.cutline.count,
    desired: change.desired ?? plan.desired,
    policy: change.policy ?? plan.policy,
    capacityHours: change.capacityHours === undefined ? capacity.hours : change.capacityHours,
  };
}

/** Would this change leave the plan as it is? Then it has been stored already: by a save whose answer got lost, say. */
export function changesNothing(planner: Planner, change: PlanChange): boolean {
  return JSON.stringify(draftOf(planner, change)) === JSON.stringify(draftOf(planner, noChange));
}

/** The line's own name in the list of what can be dragged; issue ids are digits, so it cannot be one. */
export const lineId = 'line';

/** The name of the heading between the plan and the backlog. What is below it is not planned. */
export const backlogId = 'backlog';

/** The list as it is on screen: issue ids from the top, with the line among them, and the backlog below its heading. */
export function sequenceOf(order: readonly string[], count: number, backlog: readonly string[]): string[] {
  return [...order.slice(0, count), lineId, ...order.slice(count), backlogId, ...backlog];
}

/** The planned part of a list as it is on screen: issue ids in plan order, and where the line is among them. */
function planned(sequence: readonly string[]): { order: string[]; line: number } {
  const plan = sequence.slice(0, sequence.indexOf(backlogId));
  return { order: plan.filter((id) => id !== lineId), line: plan.indexOf(lineId) };
}

/**
 * The change that makes the list look like `next`, a sequence in which some things (`moved`) have been put elsewhere.
 * Moving the line makes it manual. Moving an issue while the line is manual says again where the line is, because the
 * issue that it was below may be the one that moved.
 *
 * @param before the issues that were planned until now
 */
export function changeToSequence(
  next: readonly string[],
  moved: readonly string[],
  mode: 'auto' | 'manual',
  before: readonly string[],
): PlanChange {
  const { order, line: place } = planned(next);
  const line: DraftLine = { mode: 'manual', below: anchorLine(order, place) };
  if (moved.includes(lineId)) return { moves: [], line };
  const wasPlanned = new Set(before);
  const places = new Map(order.map((id, index) => [id, index]));
  const byPlace = [...moved].sort((one, other) => next.indexOf(one) - next.indexOf(other));
  const moves = byPlace.flatMap((issueId): Move[] => {
    const index = places.get(issueId);
    if (index === undefined) return wasPlanned.has(issueId) ? [{ issueId, drop: true }] : [];
    const after = anchorLine(order, index);
    return [wasPlanned.has(issueId) ? { issueId, after } : { issueId, after, pull: true }];
  });
  return mode === 'manual' && moves.length > 0 ? { moves, line } : { moves };
}

/** `sequence` with `moved`, in the order in which they stand in it, put right before or after `target`. */
export function putBeside(
  sequence: readonly string[],
  moved: readonly string[],
  target: string,
  side: 'before' | 'after',
): string[] {
  const taken = new Set(moved);
  if (taken.has(target)) return [...sequence];
  const rest = sequence.filter((id) => !taken.has(id));
  const place = rest.indexOf(target);
  if (place < 0) return [...sequence];
  const at = side === 'before' ? place : place + 1;
  return [...rest.slice(0, at), ...sequence.filter((id) => taken.has(id)), ...rest.slice(at)];
}

/**
 * `sequence` with `moved`, as one block, one step up (-1) or down (1). An automatic line goes where it belongs by itself,
 * so issues step over it; the line itself stays in the plan.
 *
 * @param shown issues that are on the page; without it all are. A step goes past those that are not
 */
export function step(
  sequence: readonly string[],
  moved: readonly string[],
  by: -1 | 1,
  mode: 'auto' | 'manual',
  shown: ReadonlySet<string> = new Set(sequence),
): string[] {
  const movesLine = moved.includes(lineId);
  const isStop = (id: string): boolean =>
    id === lineId ? mode === 'manual' || movesLine : id === backlogId || moved.includes(id) || shown.has(id);
  const steps = sequence.filter(isStop);
  const first = steps.findIndex((id) => moved.includes(id));
  const rest = steps.filter((id) => !moved.includes(id));
  const neighbour = rest[by === -1 ? first - 1 : first];
  if (neighbour === undefined || (movesLine && by === 1 && neighbour === backlogId)) return [...sequence];
  return putBeside(sequence, moved, neighbour, by === -1 ? 'before' : 'after');
}

export function isSameSequence(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

/** What to send to save this change on top of the plan that the page has. */
export function savePayload(
  planner: Planner,
  change: PlanChange,
  changedIssues: readonly string[],
): Payload<'savePlan'> {
  const { line, desired, policy, capacityHours } = change;
  return {
    boardId: planner.board.id,
    sprintId: planner.sprint.id,
    revision: planner.plan.revision,
    changedIssues: changedIssues.slice(-50),
    ...(change.moves.length === 0 ? {} : membersOf(planner, draftOf(planner, change).order)),
    ...(line === undefined
      ? {}
      : { cutline: line.mode === 'auto' ? { mode: 'auto' } : { mode: 'manual', below: [...line.below] } }),
    ...(desired === undefined ? {} : { desired }),
    ...(policy === undefined ? {} : { policy }),
    ...(capacityHours === undefined ? {} : { capacityHours }),
  };
}

/** The order, with what it takes into the sprint and out of it. */
function membersOf(
  { items, dropped }: Planner,
  order: readonly string[],
): { order: string[]; pulled: string[]; dropped: string[] } {
  const planned = new Set(order);
  const inSprint = [...items.filter((item) => item.inSprint), ...dropped].map(({ issueId }) => issueId);
  const isInSprint = new Set(inSprint);
  return {
    order: [...order],
    pulled: order.filter((id) => !isInSprint.has(id)),
    dropped: inSprint.filter((id) => !planned.has(id)),
  };
}
