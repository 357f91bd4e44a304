import { anchorLine } from '../../../../src/estimation/manual-line';
import { type Move, moveIssue } from '../../../../src/estimation/plan-order';
import { changeOnScreen, issuesOnScreen, settingsOnScreen } from './on-screen';
import { draftOf, type PlanChange, together } from './plan-draft';
import type { IssueEdit, PlannerState, SettingsChange } from './planner-state';

/** Something that a person did to the plan or to issues, as it was sent or would be sent again. */
export type Act =
  { readonly plan: PlanChange } | { readonly edits: readonly IssueEdit[] } | { readonly settings: SettingsChange };

/** One step back and forth. Each way is a change like any other, so it is saved, and laid over what others did meanwhile. */
export interface Step {
  readonly does: Act;
  readonly undoes: Act;
}

export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const noHistory: History = { past: [], future: [] };

/** More than anybody goes back through; each step holds no more than its own change. */
const stepsKept = 200;

/** @param state as it was before the act */
export function remembered(state: PlannerState, does: Act): History {
  const step: Step = {
    does,
    undoes: undoing(state, does),
  };
  const last = state.history.past.at(-1);
  // One drag of the slider is many changes and one decision.
  if (last !== undefined && state.change.desired !== undefined && isDrag(last.does) && isDrag(does)) {
    const whole: Act = { plan: together(last.does.plan, does.plan) };
    return { past: [...state.history.past.slice(0, -1), { does: whole, undoes: last.undoes }], future: [] };
  }
  return { past: [...state.history.past, step].slice(-stepsKept), future: [] };
}

function undoing(state: PlannerState, does: Act): Act {
  if ('plan' in does) return { plan: undone(state, does.plan) };
  if ('edits' in does) return undoneEdits(state, does.edits);
  const { subtasks, steps } = settingsOnScreen(state);
  return {
    settings: {
      ...(does.settings.subtasks === undefined ? {} : { subtasks }),
      ...(does.settings.steps === undefined ? {} : { steps }),
    },
  };
}

function isDrag(act: Act): act is { readonly plan: PlanChange } {
  return 'plan' in act && act.plan.desired !== undefined && act.plan.moves.length === 0;
}

/** The change that takes `change` back, from what is on screen before it. */
function undone(state: PlannerState, change: PlanChange): PlanChange {
  const onScreen = changeOnScreen(state);
  const before = draftOf(state.stored, onScreen);
  const { capacity } = state.stored;
  const ownCapacity =
    onScreen.capacityHours !== undefined
      ? onScreen.capacityHours
      : capacity.source === 'sprint'
        ? capacity.hours
        : null;
  return {
    moves: undoneMoves(before.order, change.moves),
    ...(change.line === undefined
      ? {}
      : {
          line:
            before.mode === 'auto'
              ? { mode: 'auto' }
              : { mode: 'manual', below: anchorLine(before.order, before.manualCount) },
        }),
    ...(change.desired === undefined ? {} : { desired: before.desired }),
    ...(change.policy === undefined ? {} : { policy: before.policy }),
    ...(change.capacityHours === undefined ? {} : { capacityHours: ownCapacity }),
  };
}

function undoneMoves(order: readonly string[], moves: readonly Move[]): Move[] {
  let now = order;
  const back: Move[] = [];
  for (const move of moves) {
    const { issueId } = move;
    const place = now.indexOf(issueId);
    // Pulled back in, should somebody have dropped it meanwhile.
    back.unshift(place < 0 ? { issueId, drop: true } : { issueId, after: anchorLine(now, place), pull: true });
    now = moveIssue(now, move);
  }
  return back;
}

function undoneEdits(state: PlannerState, edits: readonly IssueEdit[]): Act {
  const issues = issuesOnScreen(state);
  return {
    edits: edits.flatMap(({ issueId, field }): IssueEdit[] => {
      const item = issues.get(issueId);
      if (item === undefined) return [];
      switch (field) {
        case 'confidence':
          return [{ issueId, field, value: item.confidenceSource === 'default' ? null : item.confidence }];
        case 'hours':
          return [{ issueId, field, value: item.hoursSource === 'set' ? item.hours : null }];
        case 'status':
          return [{ issueId, field, value: item.status }];
      }
    }),
  };
}
