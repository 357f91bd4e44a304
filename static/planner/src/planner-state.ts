import type { Planner, PlannerItem, ProblemAnswer } from '../../../src/contract';
import { isEmpty, noChange, type PlanChange, together } from './plan-draft';

/** An edit of one issue: on screen at once, then sent. `field` and `issueId` together name it. */
export type IssueEdit = { issueId: string } & (
  { field: 'confidence'; value: number | null } | { field: 'hours'; value: number }
);

/** What is under way. One thing at a time: answers then come in the order in which they were asked for. */
export type Flight = { kind: 'plan'; change: PlanChange } | { kind: 'edit'; edit: IssueEdit };

export interface PlannerState {
  /** What is stored, as far as this page knows. */
  readonly stored: Planner;
  /** Changed here, not sent yet. */
  readonly change: PlanChange;
  readonly edits: readonly IssueEdit[];
  readonly flight: Flight | null;
  /** Why the last save failed; nothing more is sent until the person retries or changes something. */
  readonly failure: ProblemAnswer | null;
  /** Somebody else saved first: this person's change, kept to be applied to the newer plan. */
  readonly conflict: { readonly mine: PlanChange; readonly message: string } | null;
  /** Issues that this page changed in Jira, newest last. */
  readonly changedIssues: readonly string[];
  /** Something was saved since the page opened. */
  readonly savedOnce: boolean;
}

export type PlannerEvent =
  | { type: 'planChanged'; change: PlanChange }
  | { type: 'changeReplaced'; change: PlanChange }
  | { type: 'issueEdited'; edit: IssueEdit }
  | { type: 'editDropped'; edit: IssueEdit }
  | { type: 'sent'; flight: Flight }
  | { type: 'planSaved'; planner: Planner }
  | {
      type: 'editSaved';
      issueId: string;
      saved: { confidence: number | null } | { hours: number | null; remainingHours: number | null };
    }
  | { type: 'failed'; problem: ProblemAnswer }
  | { type: 'conflicted'; current: Planner; message: string }
  | { type: 'mineApplied' }
  | { type: 'mineDropped' }
  | { type: 'retried' };

export function startState(planner: Planner): PlannerState {
  return {
    stored: planner,
    change: noChange,
    edits: [],
    flight: null,
    failure: null,
    conflict: null,
    changedIssues: [],
    savedOnce: false,
  };
}

/** Anything here that is not stored yet? */
export function isUnsaved(state: PlannerState): boolean {
  return state.flight !== null || state.edits.length > 0 || !isEmpty(state.change) || state.conflict !== null;
}

/** What to send next: edits of issues first, because the plan's totals depend on them. */
export function nextFlight(state: PlannerState): Flight | null {
  if (state.flight !== null || state.failure !== null) return null;
  const edit = state.edits[0];
  if (edit !== undefined) return { kind: 'edit', edit };
  return isEmpty(state.change) ? null : { kind: 'plan', change: state.change };
}

const sameEdit = (one: IssueEdit, other: IssueEdit): boolean =>
  one.issueId === other.issueId && one.field === other.field;

/** Every change of the page's state, as data. */
export function plannerReducer(state: PlannerState, event: PlannerEvent): PlannerState {
  switch (event.type) {
    case 'planChanged':
      return { ...state, change: together(state.change, event.change), failure: null };
    case 'changeReplaced':
      return { ...state, change: event.change, failure: null };
    case 'issueEdited':
      return {
        ...state,
        edits: [...state.edits.filter((edit) => !sameEdit(edit, event.edit)), event.edit],
        failure: null,
      };
    case 'editDropped':
      return { ...state, edits: state.edits.filter((edit) => !sameEdit(edit, event.edit)), failure: null };
    case 'sent':
      return event.flight.kind === 'plan'
        ? { ...state, flight: event.flight, change: noChange }
        : {
            ...state,
            flight: event.flight,
            edits: state.edits.filter((edit) => edit !== (event.flight.kind === 'edit' ? event.flight.edit : null)),
          };
    case 'planSaved':
      return { ...state, stored: event.planner, flight: null, savedOnce: true };
    case 'editSaved':
      return {
        ...state,
        stored: {
          ...state.stored,
          items: state.stored.items.map((item) =>
            item.issueId === event.issueId ? withEdit(item, event.saved, state.stored) : item,
          ),
        },
        flight: null,
        savedOnce: true,
        changedIssues: [...state.changedIssues.filter((id) => id !== event.issueId), event.issueId],
      };
    case 'failed':
      return { ...unsent(state), failure: event.problem };
    case 'conflicted': {
      const { change: mine, ...rest } = unsent(state);
      return { ...rest, change: noChange, stored: event.current, conflict: { mine, message: event.message } };
    }
    case 'mineApplied':
      return state.conflict === null
        ? state
        : { ...state, change: together(state.conflict.mine, state.change), conflict: null };
    case 'mineDropped':
      return { ...state, conflict: null };
    case 'retried':
      return { ...state, failure: null };
  }
}

/** What was under way comes back to what is not sent yet, below what was changed since. */
function unsent(state: PlannerState): PlannerState {
  const { flight } = state;
  if (flight === null) return state;
  if (flight.kind === 'plan') return { ...state, flight: null, change: together(flight.change, state.change) };
  const newer = state.edits.some((edit) => sameEdit(edit, flight.edit));
  return { ...state, flight: null, edits: newer ? state.edits : [flight.edit, ...state.edits] };
}

/** The issues with everything that was edited here laid over them, saved or not. */
export function itemsOnScreen(state: PlannerState): PlannerItem[] {
  const edits = [...(state.flight?.kind === 'edit' ? [state.flight.edit] : []), ...state.edits];
  if (edits.length === 0) return state.stored.items;
  return state.stored.items.map((item) =>
    edits
      .filter(({ issueId }) => issueId === item.issueId)
      .reduce(
        (edited, edit) =>
          withEdit(
            edited,
            edit.field === 'confidence'
              ? { confidence: edit.value }
              : { hours: edit.value, remainingHours: edited.remainingHours },
            state.stored,
          ),
        item,
      ),
  );
}

function withEdit(
  item: PlannerItem,
  saved: { confidence: number | null } | { hours: number | null; remainingHours: number | null },
  planner: Planner,
): PlannerItem {
  if ('confidence' in saved) {
    return saved.confidence === null
      ? { ...item, confidence: planner.defaults.confidence, confidenceSource: 'default' }
      : { ...item, confidence: saved.confidence, confidenceSource: 'set' };
  }
  return { ...item, ...saved, hoursSource: saved.hours === null ? 'none' : 'set' };
}
