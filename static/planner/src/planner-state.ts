import type { Planner, PlannerItem, ProblemAnswer } from '../../../src/contract';
import { changesNothing, isEmpty, noChange, type PlanChange, together } from './plan-draft';

/** An edit of one issue: on screen at once, then sent. `field` and `issueId` together name it. */
export type IssueEdit = { issueId: string } & (
  { field: 'confidence'; value: number | null } | { field: 'hours'; value: number }
);

/** What is under way. One thing at a time: answers then come in the order in which they were asked for. */
export type Flight = { kind: 'plan'; change: PlanChange } | { kind: 'edit'; edit: IssueEdit };

/** What could not be saved, and why. It stays on screen until the person retries, drops or overwrites it. */
export interface Failure {
  readonly flight: Flight;
  readonly problem: ProblemAnswer;
}

export interface PlannerState {
  /** What is stored, as far as this page knows. */
  readonly stored: Planner;
  /** Changed here, not sent yet. */
  readonly change: PlanChange;
  readonly edits: readonly IssueEdit[];
  readonly flight: Flight | null;
  readonly failures: readonly Failure[];
  /** Somebody else saved first: this person's change, kept to be applied to the newer plan. */
  readonly kept: PlanChange | null;
  /** Issues that this page changed in Jira, newest last. */
  readonly changedIssues: readonly string[];
  /** Something was saved since the page opened. */
  readonly savedOnce: boolean;
}

export type PlannerEvent =
  | { type: 'planChanged'; change: PlanChange }
  | { type: 'issueEdited'; edit: IssueEdit }
  | { type: 'sent'; flight: Flight }
  | { type: 'planSaved'; planner: Planner }
  | { type: 'editSaved'; issueId: string; saved: SavedValue }
  | { type: 'failed'; problem: ProblemAnswer }
  | { type: 'conflicted'; current: Planner }
  | { type: 'keptApplied' }
  | { type: 'keptDropped' }
  | { type: 'retried' }
  | { type: 'failureDropped' };

type SavedValue = { confidence: number | null } | { hours: number | null; remainingHours: number | null };

/** @param changedIssues what this page changed in Jira before it opened this sprint */
export function startState({
  planner,
  changedIssues,
}: {
  planner: Planner;
  changedIssues: readonly string[];
}): PlannerState {
  return {
    stored: planner,
    change: noChange,
    edits: [],
    flight: null,
    failures: [],
    kept: null,
    changedIssues,
    savedOnce: false,
  };
}

/** Anything here that is not stored yet? */
export function isUnsaved(state: PlannerState): boolean {
  return (
    state.flight !== null ||
    state.failures.length > 0 ||
    state.edits.length > 0 ||
    state.kept !== null ||
    !isEmpty(state.change)
  );
}

/** A refusal of one edit says nothing about the next; anything else would fail the next one too. */
const onlyThisEdit = /^(input|permission|issue)\.|^storage\.unreadable$/;

function blocks({ flight, problem }: Failure): boolean {
  return flight.kind === 'plan' || !onlyThisEdit.test(problem.code);
}

/**
 * What to send next: edits of issues first, because the plan's totals depend on them. A plan waits while a change of this
 * person is kept back: first they say what becomes of that one.
 */
export function nextFlight(state: PlannerState): Flight | null {
  if (state.flight !== null || state.failures.some(blocks)) return null;
  const edit = state.edits[0];
  if (edit !== undefined) return { kind: 'edit', edit };
  return isEmpty(state.change) || state.kept !== null ? null : { kind: 'plan', change: state.change };
}

const sameEdit = (one: IssueEdit, other: IssueEdit): boolean =>
  one.issueId === other.issueId && one.field === other.field;

/** Every change of the page's state, as data. */
export function plannerReducer(state: PlannerState, event: PlannerEvent): PlannerState {
  switch (event.type) {
    case 'planChanged': {
      // Together with what failed before, the change is tried anew.
      const tried = withoutPlanFailures(state);
      return { ...tried, change: together(tried.change, event.change) };
    }
    case 'issueEdited':
      return {
        ...state,
        edits: [...state.edits.filter((edit) => !sameEdit(edit, event.edit)), event.edit],
        failures: state.failures.filter(({ flight }) => flight.kind === 'plan' || !sameEdit(flight.edit, event.edit)),
      };
    case 'sent':
      return event.flight.kind === 'plan'
        ? { ...state, flight: event.flight, change: noChange }
        : { ...state, flight: event.flight, edits: without(state.edits, event.flight.edit) };
    case 'planSaved':
      return { ...state, stored: event.planner, flight: null, savedOnce: true };
    case 'editSaved':
      return {
        ...state,
        stored: withStored(state.stored, event.issueId, event.saved),
        flight: null,
        savedOnce: true,
        changedIssues: [...state.changedIssues.filter((id) => id !== event.issueId), event.issueId],
      };
    case 'failed':
      return failed(state, event.problem);
    case 'conflicted':
      return conflicted(state, event.current);
    case 'keptApplied':
      return state.kept === null ? state : { ...state, change: together(state.kept, state.change), kept: null };
    case 'keptDropped':
      return { ...state, kept: null };
    case 'retried': {
      const tried = withoutPlanFailures(state);
      const edits = tried.failures.flatMap(({ flight }) => (flight.kind === 'edit' ? [flight.edit] : []));
      return { ...tried, failures: [], edits: [...edits, ...tried.edits] };
    }
    case 'failureDropped':
      return { ...state, failures: state.failures.slice(1) };
  }
}

function without(edits: readonly IssueEdit[], sent: IssueEdit): IssueEdit[] {
  return edits.filter((edit) => edit !== sent);
}

/** The plan changes that failed come back to what is not sent yet, below what was changed since. */
function withoutPlanFailures(state: PlannerState): PlannerState {
  const changes = state.failures.flatMap(({ flight }) => (flight.kind === 'plan' ? [flight.change] : []));
  if (changes.length === 0) return state;
  return {
    ...state,
    change: together(...changes, state.change),
    failures: state.failures.filter(({ flight }) => flight.kind === 'edit'),
  };
}

function failed(state: PlannerState, problem: ProblemAnswer): PlannerState {
  const { flight, edits } = state;
  if (flight === null) return state;
  // A newer edit of the same value takes the failed one's place.
  const overtaken = flight.kind === 'edit' && edits.some((edit) => sameEdit(edit, flight.edit));
  const failures = overtaken ? state.failures : [...state.failures, { flight, problem }];
  return { ...state, flight: null, failures, stored: withCurrentValue(state.stored, flight, problem) };
}

/** The other person's value goes under this person's edit: dropped, theirs is shown; retried, it is what was seen. */
function withCurrentValue(stored: Planner, flight: Flight, { currentValue }: ProblemAnswer): Planner {
  if (currentValue === undefined || flight.kind === 'plan') return stored;
  const { issueId, field } = flight.edit;
  const remainingHours = stored.items.find((item) => item.issueId === issueId)?.remainingHours ?? null;
  return withStored(
    stored,
    issueId,
    field === 'confidence' ? { confidence: currentValue } : { hours: currentValue, remainingHours },
  );
}

function conflicted(state: PlannerState, current: Planner): PlannerState {
  const { flight } = state;
  const mine = together(state.kept ?? noChange, flight?.kind === 'plan' ? flight.change : noChange);
  const landed = { ...state, stored: current, flight: null };
  return changesNothing(current, mine) ? { ...landed, kept: null, savedOnce: true } : { ...landed, kept: mine };
}

/** Everything about the plan that this person changed and that is not stored yet, except what is kept back. */
export function changeOnScreen({ failures, flight, change }: PlannerState): PlanChange {
  const flights = [...failures.map((failure) => failure.flight), ...(flight === null ? [] : [flight])];
  return together(...flights.flatMap((each) => (each.kind === 'plan' ? [each.change] : [])), change);
}

/** The issues with everything that was edited here laid over them, saved or not. */
export function itemsOnScreen({ stored, failures, flight, edits }: PlannerState): PlannerItem[] {
  const flights = [...failures.map((failure) => failure.flight), ...(flight === null ? [] : [flight])];
  const all = [...flights.flatMap((each) => (each.kind === 'edit' ? [each.edit] : [])), ...edits];
  if (all.length === 0) return stored.items;
  return stored.items.map((item) =>
    all
      .filter(({ issueId }) => issueId === item.issueId)
      .reduce(
        (edited, edit) =>
          withValue(
            edited,
            edit.field === 'confidence'
              ? { confidence: edit.value }
              : { hours: edit.value, remainingHours: edited.remainingHours },
            stored,
          ),
        item,
      ),
  );
}

function withStored(planner: Planner, issueId: string, saved: SavedValue): Planner {
  return {
    ...planner,
    items: planner.items.map((item) => (item.issueId === issueId ? withValue(item, saved, planner) : item)),
  };
}

function withValue(item: PlannerItem, saved: SavedValue, { defaults }: Planner): PlannerItem {
  if ('confidence' in saved) {
    return saved.confidence === null
      ? { ...item, confidence: defaults.confidence, confidenceSource: 'default' }
      : { ...item, confidence: saved.confidence, confidenceSource: 'set' };
  }
  return { ...item, ...saved, hoursSource: saved.hours === null ? 'none' : 'set' };
}
