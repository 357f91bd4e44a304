import type { PlannerItem } from '../../../src/contract';
import { type PlanOutcome, workOutPlan } from '../../../src/estimation/plan';
import { draftOf, noChange, type PlanChange, type PlanDraft, sequenceOf, together } from './plan-draft';
import { changeOnScreen, itemsOnScreen, type PlannerState } from './planner-state';

/** The plan as it stands on the page, worked out anew with every change. */
export interface PlanView {
  readonly draft: PlanDraft;
  readonly outcome: PlanOutcome;
  /** In plan order. The same objects while nothing about an issue changed, so that its row need not be drawn again. */
  readonly items: readonly PlannerItem[];
  /** The list as it is on screen, with the line among the issues. */
  readonly sequence: readonly string[];
}

/** @param tentative what is being dragged or has been lifted, and is not dropped yet */
export function viewOf(state: PlannerState, tentative: PlanChange = noChange): PlanView {
  const draft = draftOf(state.stored, together(changeOnScreen(state), tentative));
  const itemById = new Map(itemsOnScreen(state).map((item) => [item.issueId, item]));
  const items = draft.order.flatMap((id) => itemById.get(id) ?? []);
  const outcome = workOutPlan({
    issues: items.map(({ hours, confidence }) => ({ hours, confidence: confidence / 100 })),
    capacity: draft.capacityHours,
    desired: draft.desired / 100,
    policy: draft.policy,
    cutline: draft.mode === 'auto' ? { mode: 'auto' } : { mode: 'manual', count: draft.manualCount },
  });
  return { draft, outcome, items, sequence: sequenceOf(draft.order, outcome.count) };
}
