import type { Planner, PlannerItem } from '../../../../src/contract';
import { type PlanOutcome, workOutPlan } from '../../../../src/estimation/plan';
import { capacityLeft, chancesDown } from '../../../../src/estimation/plan-chances';
import { learntModel } from '../chance/learnt-model';
import { changeOnScreen, issuesOnScreen, settingsOnScreen } from './on-screen';
import { draftOf, noChange, type PlanChange, type PlanDraft, sequenceOf, together } from './plan-draft';
import type { PlannerState } from './planner-state';

/** The plan as it stands on the page, worked out anew with every change. */
export interface PlanView {
  readonly draft: PlanDraft;
  readonly outcome: PlanOutcome;
  /** In plan order. The same objects while nothing about an issue changed, so that its row need not be drawn again. */
  readonly items: readonly PlannerItem[];
  /** What is not planned: first what is still in the sprint and planned to leave it, then the backlog by rank. */
  readonly backlog: readonly PlannerItem[];
  /** The list as it is on screen, with the line among the issues. */
  readonly sequence: readonly string[];
}

/** @param tentative what is being dragged or has been lifted, and is not dropped yet */
export function viewOf(state: PlannerState, tentative: PlanChange = noChange): PlanView {
  const draft = draftOf(state.stored, together(changeOnScreen(state), tentative));
  const issues = issuesOnScreen(state);
  const items = draft.order.flatMap((id) => issues.get(id) ?? []);
  const outcome = workOutPlan({
    issues: items.map(({ hours, confidence }) => ({ hours, confidence: confidence / 100 })),
    capacity: draft.capacityHours,
    desired: draft.desired / 100,
    policy: draft.policy,
    cutline: draft.mode === 'auto' ? { mode: 'auto' } : { mode: 'manual', count: draft.manualCount },
    chances: draft.capacityHours === null ? null : chancesOf(state.stored, items, draft.capacityHours),
    drives: settingsOnScreen(state).drives,
  });
  const planned = new Set(draft.order);
  const unplanned = [...issues.values()].filter(({ issueId }) => !planned.has(issueId));
  const backlog = [...unplanned.filter(({ inSprint }) => inSprint), ...unplanned.filter(({ inSprint }) => !inSprint)];
  return {
    draft,
    outcome,
    items,
    backlog,
    sequence: sequenceOf(
      items.map(({ issueId }) => issueId),
      outcome.count,
      backlog.map(({ issueId }) => issueId),
    ),
  };
}

function chancesOf(stored: Planner, items: readonly PlannerItem[], capacity: number): number[] {
  const { learnt, forecasts } = learntModel(stored);
  return chancesDown(learnt, forecasts(items), capacityLeft(items, capacity, stored.sprint.state === 'active'));
}
