import type { Payload, Planner } from '../../../src/contract';
import { anchorLine, countAboveAnchor, type LineAnchor } from '../../../src/estimation/manual-line';
import { type Move, moveIssue } from '../../../src/estimation/plan-order';

/** The line as the page keeps it: below the nearest of these issues that is there, so that it stays when others come and go. */
export type DraftLine = { mode: 'auto' } | { mode: 'manual'; below: LineAnchor };

/** What this person has changed about the plan since it was last saved. Absent is unchanged. */
export interface PlanChange {
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
    (first, second) => ({ ...first, ...second, moves: [...first.moves, ...second.moves] }),
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

/** The list as it is on screen: issue ids from the top, with the line among them. */
export function sequenceOf(order: readonly string[], count: number): string[] {
  return [...order.slice(0, count), lineId, ...order.slice(count)];
}

/**
 * The change that makes the list look like `next`, a sequence in which one thing (`moved`) has been put elsewhere.
 * Moving the line makes it manual. Moving an issue while the line is manual says again where the line is, because the
 * issue that it was below may be the one that moved.
 */
export function changeToSequence(next: readonly string[], moved: string, mode: 'auto' | 'manual'): PlanChange {
  const order = next.filter((id) => id !== lineId);
  const line: DraftLine = { mode: 'manual', below: anchorLine(order, next.indexOf(lineId)) };
  if (moved === lineId) return { moves: [], line };
  const move: Move = { issueId: moved, after: anchorLine(order, order.indexOf(moved)) };
  return mode === 'manual' ? { moves: [move], line } : { moves: [move] };
}

/** `sequence` with `moved` put right before or after `target`. */
export function putBeside(
  sequence: readonly string[],
  moved: string,
  target: string,
  side: 'before' | 'after',
): string[] {
  if (moved === target) return [...sequence];
  const rest = sequence.filter((id) => id !== moved);
  const place = rest.indexOf(target);
  if (place < 0) return [...sequence];
  const at = side === 'before' ? place : place + 1;
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}

/**
 * `sequence` with `moved` one step up (-1) or down (1). An automatic line goes where it belongs by itself, so an issue
 * steps over it.
 */
export function step(sequence: readonly string[], moved: string, by: -1 | 1, mode: 'auto' | 'manual'): string[] {
  const steps = mode === 'auto' && moved !== lineId ? sequence.filter((id) => id !== lineId) : sequence;
  const neighbour = steps[steps.indexOf(moved) + by];
  return neighbour === undefined
    ? [...sequence]
    : putBeside(sequence, moved, neighbour, by === -1 ? 'before' : 'after');
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
    ...(change.moves.length === 0 ? {} : { order: [...draftOf(planner, change).order] }),
    ...(line === undefined
      ? {}
      : { cutline: line.mode === 'auto' ? { mode: 'auto' } : { mode: 'manual', below: [...line.below] } }),
    ...(desired === undefined ? {} : { desired }),
    ...(policy === undefined ? {} : { policy }),
    ...(capacityHours === undefined ? {} : { capacityHours }),
  };
}
