import type { PlannerItem } from '../../../src/contract';
import { type PlanOutcome, workOutPlan } from '../../../src/estimation/plan';
import type { HoursRange } from '../../../src/estimation/range';
import { draftOf, type PlanChange, type PlanDraft, together } from './plan-draft';
import { itemsOnScreen, type PlannerState } from './planner-state';

export interface PlanRow {
  readonly item: PlannerItem;
  /** null: unestimated. */
  readonly range: HoursRange | null;
  readonly above: boolean;
}

/** The plan as it stands on the page, worked out anew with every change. */
export interface PlanView {
  readonly draft: PlanDraft;
  readonly outcome: PlanOutcome;
  readonly rows: readonly PlanRow[];
}

/** Everything this person changed that is not stored yet, whether it is under way or waiting. */
export function changeOnScreen(state: PlannerState): PlanChange {
  return state.flight?.kind === 'plan' ? together(state.flight.change, state.change) : state.change;
}

/** @param tentative what is being dragged and not dropped yet */
export function viewOf(state: PlannerState, tentative?: PlanChange): PlanView {
  const change = changeOnScreen(state);
  return viewOfDraft(
    itemsOnScreen(state),
    draftOf(state.stored, tentative === undefined ? change : together(change, tentative)),
  );
}

function viewOfDraft(items: readonly PlannerItem[], draft: PlanDraft): PlanView {
  const itemById = new Map(items.map((item) => [item.issueId, item]));
  const ordered = draft.order.flatMap((id) => itemById.get(id) ?? []);
  const outcome = workOutPlan({
    issues: ordered.map(({ hours, confidence }) => ({ hours, confidence: confidence / 100 })),
    capacity: draft.capacityHours,
    desired: draft.desired / 100,
    policy: draft.policy,
    cutline: draft.mode === 'auto' ? { mode: 'auto' } : { mode: 'manual', count: draft.manualCount },
  });
  return {
    draft,
    outcome,
    rows: ordered.map((item, index) => ({ item, range: outcome.ranges[index] ?? null, above: index < outcome.count })),
  };
}
