import { anchorLine } from '../../../../src/estimation/manual-line';
import { type Move, moveIssue } from '../../../../src/estimation/plan-order';
import { changeOnScreen, issuesOnScreen, sameEdit, settingsOnScreen } from './on-screen';
import { draftOf, type OfSteps, type PlanChange, together } from './plan-draft';
import type { Flight, IssueEdit, PlannerState, SettingsChange } from './planner-state';

/** Something that a person did to the plan or to issues, as it was sent or would be sent again. */
export type Act =
  { readonly plan: PlanChange } | { readonly edits: readonly IssueEdit[] } | { readonly settings: SettingsChange };

/** One step back and forth. Each way is a change like any other, so it is saved, and laid over what others did meanwhile. */
export interface Step {
  /** Carried by all that is to be saved for it, there and back. */
  readonly id: number;
  readonly does: Act;
  readonly undoes: Act;
}

export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** How many steps there ever were: the id of the next. */
  readonly made: number;
}

export const noHistory: History = { past: [], future: [], made: 0 };

/** More than anybody goes back through; each step holds no more than its own change. */
const stepsKept = 200;

/**
 * @param state as it was before the act
 * @returns the act as it belongs to its step, and the history with that step on top
 */
export function remembered(state: PlannerState, does: Act): { act: Act; history: History } {
  const { past, made } = state.history;
  const last = past.at(-1);
  // One drag of the slider is many changes and one decision.
  if (last !== undefined && isDrag(last.does) && isDrag(does) && isOf(state.change, last)) {
    const whole: Act = { plan: together(last.does.plan, does.plan) };
    const history = { past: [...past.slice(0, -1), { ...last, does: whole }], future: [], made };
    return { act: ofStep(does, last.id), history };
  }
  const step: Step = { id: made, does: ofStep(does, made), undoes: ofStep(undoing(state, does), made) };
  return { act: step.does, history: { past: [...past, step].slice(-stepsKept), future: [], made: made + 1 } };
}

function ofStep(act: Act, id: number): Act {
  const stepIds = [id];
  if ('plan' in act) return { plan: { ...act.plan, stepIds } };
  if ('edits' in act) return { edits: act.edits.map((edit) => ({ ...edit, stepIds })) };
  return { settings: { ...act.settings, stepIds } };
}

/** Does this belong to the step, by itself or among others? */
export function isOf({ stepIds = [] }: OfSteps, { id }: Step): boolean {
  return stepIds.includes(id);
}

/** The history without the steps of which `isGone`: they never came to be, so there is nothing to take back or do again. */
export function withoutSteps(history: History, isGone: (step: Step) => boolean): History {
  const left = (steps: readonly Step[]): Step[] => steps.filter((step) => !isGone(step));
  return { ...history, past: left(history.past), future: left(history.future) };
}

/**
 * The history without what was dropped because it could not be saved. Of many issues edited in one step only the one goes.
 * What was to be taken back stands as it was: its step can still be done again and be taken back then.
 *
 * @param theirs somebody else's value is there now: no earlier step may go back past it either, without having seen it
 */
export function withoutDropped(history: History, dropped: Flight, theirs: boolean): History {
  switch (dropped.kind) {
    case 'plan':
      return { ...history, past: history.past.filter((step) => !isOf(dropped.change, step)) };
    case 'settings':
      return { ...history, past: history.past.filter((step) => !isOf(dropped.settings, step)) };
    case 'edit': {
      const { edit } = dropped;
      const left = (act: Act): Act =>
        'edits' in act ? { edits: act.edits.filter((other) => !sameEdit(other, edit)) } : act;
      const trimmed = (step: Step): Step =>
        theirs || isOf(edit, step) ? { ...step, does: left(step.does), undoes: left(step.undoes) } : step;
      const { past, future } = history;
      return withoutSteps(
        { ...history, past: past.map(trimmed), future: theirs ? future.map(trimmed) : future },
        ({ does }) => 'edits' in does && does.edits.length === 0,
      );
    }
  }
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
