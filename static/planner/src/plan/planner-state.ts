import type { BoardSettings, Planner, PlannerStatus, ProblemAnswer, Value } from '../../../../src/contract';
import {
  type Act,
  type History,
  isOf,
  noHistory,
  remembered,
  type Step,
  withoutDropped,
  withoutSteps,
} from './history';
import {
  allSettings,
  editsOnScreen,
  issueById,
  sameEdit,
  type SavedValue,
  settingsChange,
  withSaved,
} from './on-screen';
import { changesNothing, isEmpty, noChange, type OfSteps, type PlanChange, stepsOfAll, together } from './plan-draft';

/** An edit of one issue: on screen at once, then sent. `field` and `issueId` together name it. */
export type IssueEdit = { issueId: string } & OfSteps &
  (
    | { field: 'confidence'; value: number | null }
    /** null takes the estimate away. */
    | { field: 'hours'; value: number | null }
    /** Without a transition Jira is asked for any that leads there. */
    | { field: 'status'; value: PlannerStatus; transitionId?: string }
  );

/** What somebody chose for all sprints of the board. Absent is unchanged. */
export type SettingsChange = Partial<Pick<BoardSettings, 'subtasks' | 'steps'>> & OfSteps;

/** What is under way. One thing at a time: answers then come in the order in which they were asked for. */
export type Flight =
  | { kind: 'plan'; change: PlanChange }
  | { kind: 'edit'; edit: IssueEdit }
  | { kind: 'settings'; settings: SettingsChange };

/** What could not be saved, and why. It stays on screen until the person retries, drops or overwrites it. */
export interface Failure {
  readonly flight: Flight;
  readonly problem: ProblemAnswer;
}

export interface PlannerState {
  /** What is stored, as far as this page knows. */
  readonly stored: Planner;
  /** The rest of the board's backlog; null until it is read. */
  readonly backlog: Value<'openBacklog'> | null;
  /** Changed here, not sent yet. */
  readonly change: PlanChange;
  readonly edits: readonly IssueEdit[];
  readonly settings: SettingsChange;
  readonly flight: Flight | null;
  readonly failures: readonly Failure[];
  /** Somebody else saved first: this person's change, kept to be applied to the newer plan. */
  readonly kept: PlanChange | null;
  /** Issues that this page changed in Jira, newest last. */
  readonly changedIssues: readonly string[];
  readonly history: History;
  /** How often something was saved since the page opened. */
  readonly saves: number;
}

export type PlannerEvent =
  | { type: 'planChanged'; change: PlanChange }
  | { type: 'issuesEdited'; edits: readonly IssueEdit[] }
  | { type: 'settingsChanged'; settings: SettingsChange }
  | { type: 'undone' }
  | { type: 'redone' }
  | { type: 'sent'; flight: Flight }
  | { type: 'planSaved'; planner: Planner }
  | { type: 'editSaved'; issueId: string; saved: SavedValue }
  | { type: 'failed'; problem: ProblemAnswer }
  | { type: 'conflicted'; current: Planner }
  | { type: 'keptApplied' }
  | { type: 'keptDropped' }
  | { type: 'retried' }
  | { type: 'failureDropped' }
  /** The plan was read anew, because something changed elsewhere; `saves` as they were when it was asked for. */
  | { type: 'refreshed'; planner: Planner; saves: number }
  /** Issues were changed in Jira by something other than an edit: by applying the plan. */
  | { type: 'jiraChanged'; issueIds: readonly string[] }
  | { type: 'settingsSaved'; settings: BoardSettings }
  | { type: 'backlogRead'; backlog: Value<'openBacklog'> };

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
    backlog: null,
    change: noChange,
    edits: [],
    settings: {},
    flight: null,
    failures: [],
    kept: null,
    changedIssues,
    history: noHistory,
    saves: 0,
  };
}

/** Anything here that is not stored yet? */
export function isUnsaved(state: PlannerState): boolean {
  return (
    state.flight !== null ||
    state.failures.length > 0 ||
    state.edits.length > 0 ||
    state.kept !== null ||
    wantsSettings(state) ||
    !isEmpty(state.change)
  );
}

/** A refusal of one edit says nothing about the next; anything else would fail the next one too. */
const onlyThisEdit = /^(input|permission|issue|settings)\.|^storage\.unreadable$/;

function blocks({ flight, problem }: Failure): boolean {
  return flight.kind === 'plan' || !onlyThisEdit.test(problem.code);
}

const wantsSettings = ({ settings }: PlannerState): boolean => Object.keys(settings).length > 0;

/**
 * What to send next: edits of issues and settings first, because the plan's totals depend on them. A plan waits while a change of this
 * person is kept back: first they say what becomes of that one.
 */
export function nextFlight(state: PlannerState): Flight | null {
  if (state.flight !== null || state.failures.some(blocks)) return null;
  const edit = state.edits[0];
  if (edit !== undefined) return { kind: 'edit', edit };
  if (wantsSettings(state)) return { kind: 'settings', settings: state.settings };
  return isEmpty(state.change) || state.kept !== null ? null : { kind: 'plan', change: state.change };
}

/** Every change of the page's state, as data. */
export function plannerReducer(state: PlannerState, event: PlannerEvent): PlannerState {
  switch (event.type) {
    case 'planChanged':
      return isEmpty(event.change) ? state : done(state, { plan: event.change });
    case 'issuesEdited':
      return event.edits.length === 0 ? state : done(state, { edits: event.edits });
    case 'settingsChanged':
      return done(state, { settings: event.settings });
    case 'undone': {
      const { past, future } = state.history;
      const step = past.at(-1);
      if (step === undefined) return state;
      // What is kept back was never done to the plan that is on screen: taking it back is to drop it.
      if (isKeptBack(state, step)) return withoutKept(state);
      const history = { ...state.history, past: past.slice(0, -1), future: [...future, step] };
      return { ...acted(state, step.undoes), history };
    }
    case 'redone': {
      const { past, future } = state.history;
      const step = future.at(-1);
      if (step === undefined) return state;
      const history = { ...state.history, past: [...past, step], future: future.slice(0, -1) };
      return { ...acted(state, step.does), history };
    }
    case 'sent':
      return { ...unsent(state, event.flight), flight: event.flight };
    case 'planSaved':
      return { ...state, stored: event.planner, flight: null, saves: state.saves + 1 };
    case 'editSaved':
      return {
        ...withSaved(state, event.issueId, event.saved),
        flight: null,
        saves: state.saves + 1,
        changedIssues: withNewest(state.changedIssues, [event.issueId]),
      };
    case 'failed':
      return failed(state, event.problem);
    case 'conflicted':
      return conflicted(state, event.current);
    case 'keptApplied':
      return state.kept === null ? state : { ...state, change: together(state.kept, state.change), kept: null };
    case 'keptDropped':
      return withoutKept(state);
    case 'retried': {
      const tried = withoutPlanFailures(state);
      const flights = tried.failures.map(({ flight }) => flight);
      const edits = flights.flatMap((flight) => (flight.kind === 'edit' ? [flight.edit] : []));
      return {
        ...tried,
        failures: [],
        edits: [...edits, ...tried.edits],
        settings: allSettings([...flights, { kind: 'settings', settings: tried.settings }]),
      };
    }
    case 'failureDropped': {
      const [dropped, ...failures] = state.failures;
      if (dropped === undefined) return state;
      const { flight, problem } = dropped;
      return { ...state, failures, history: withoutDropped(state.history, flight, problem.currentValue !== undefined) };
    }
    case 'refreshed':
      return isOutdated(state, event.planner, event.saves) ? state : { ...state, stored: event.planner };
    case 'jiraChanged':
      return { ...state, changedIssues: withNewest(state.changedIssues, event.issueIds), saves: state.saves + 1 };
    case 'settingsSaved':
      return {
        ...state,
        stored: { ...state.stored, settings: event.settings },
        flight: null,
        saves: state.saves + 1,
      };
    case 'backlogRead':
      return { ...state, backlog: event.backlog };
  }
}

/**
 * Whether something that was asked for when so much had been saved is older than what the page knows by now: then it would
 * take the newer values away again.
 */
export function isStale({ flight, saves }: PlannerState, savesThen: number): boolean {
  return flight !== null || saves !== savesThen;
}

/** The same of a plan, which somebody else may have saved meanwhile: an answer that took long is then the older one. */
export function isOutdated(state: PlannerState, { plan }: Planner, savesThen: number): boolean {
  return isStale(state, savesThen) || plan.revision < state.stored.plan.revision;
}

function withNewest(ids: readonly string[], newest: readonly string[]): string[] {
  return [...ids.filter((id) => !newest.includes(id)), ...newest];
}

function done(state: PlannerState, does: Act): PlannerState {
  const { act, history } = remembered(state, does);
  return { ...acted(state, act), history };
}

/** Is this step kept back? Not when it was done again since: then it is on its way by itself. */
function isKeptBack({ kept, change }: PlannerState, step: Step): boolean {
  return kept !== null && isOf(kept, step) && !isOf(change, step);
}

function withoutKept(state: PlannerState): PlannerState {
  return { ...state, kept: null, history: withoutSteps(state.history, (step) => isKeptBack(state, step)) };
}

function acted(state: PlannerState, act: Act): PlannerState {
  if ('edits' in act) return act.edits.reduce(edited, state);
  if ('settings' in act) {
    // What failed before is tried anew with it, or gives way to it.
    const failures = state.failures.filter(({ flight }) => flight.kind !== 'settings');
    const waiting = settingsChange({ ...state, flight: null });
    const settings = { ...waiting, ...act.settings, ...stepsOfAll(waiting, act.settings) };
    return { ...state, failures, settings };
  }
  // Together with what failed before, the change is tried anew.
  const tried = withoutPlanFailures(state);
  return { ...tried, change: together(tried.change, act.plan) };
}

/** The newest edit of a value takes the place of those that are not saved, and belongs to their steps as well. */
function edited(state: PlannerState, edit: IssueEdit): PlannerState {
  const { failures, edits } = state;
  const overtaken = editsOnScreen({ failures, flight: null, edits }).filter((other) => sameEdit(other, edit));
  return {
    ...state,
    edits: [...edits.filter((other) => !sameEdit(other, edit)), { ...edit, ...stepsOfAll(...overtaken, edit) }],
    failures: failures.filter(({ flight }) => flight.kind !== 'edit' || !sameEdit(flight.edit, edit)),
  };
}

/** The state without what is sent now among what is to be sent. */
function unsent(state: PlannerState, sent: Flight): PlannerState {
  switch (sent.kind) {
    case 'plan':
      return { ...state, change: noChange };
    case 'settings':
      return { ...state, settings: {} };
    case 'edit':
      return { ...state, edits: state.edits.filter((edit) => edit !== sent.edit) };
  }
}

/** The plan changes that failed come back to what is not sent yet, below what was changed since. */
function withoutPlanFailures(state: PlannerState): PlannerState {
  const changes = state.failures.flatMap(({ flight }) => (flight.kind === 'plan' ? [flight.change] : []));
  if (changes.length === 0) return state;
  return {
    ...state,
    change: together(...changes, state.change),
    failures: state.failures.filter(({ flight }) => flight.kind !== 'plan'),
  };
}

function failed(state: PlannerState, problem: ProblemAnswer): PlannerState {
  const { flight, edits, failures } = state;
  if (flight === null) return state;
  const landed = { ...state, flight: null };
  if (flight.kind !== 'edit') return { ...landed, failures: [...failures, { flight, problem }] };
  // A newer edit of the same value takes the failed one's place.
  const newer = edits.find((edit) => sameEdit(edit, flight.edit)) ?? flight.edit;
  const edit = { ...newer, ...stepsOfAll(flight.edit, newer) };
  // It is sent, unless there is somebody else's value now, which this person has not seen.
  if (newer !== flight.edit && problem.currentValue === undefined) return edited(landed, edit);
  const waiting = edits.filter((other) => other !== newer);
  const failure: Failure = { flight: { kind: 'edit', edit }, problem };
  return withCurrentValue({ ...landed, edits: waiting, failures: [...failures, failure] }, edit, problem);
}

/** The other person's value goes under this person's edit: dropped, theirs is shown; retried, it is what was seen. */
function withCurrentValue(state: PlannerState, edit: IssueEdit, { currentValue }: ProblemAnswer): PlannerState {
  if (currentValue === undefined) return state;
  const { issueId, field } = edit;
  if (field === 'confidence') return withSaved(state, issueId, { confidence: currentValue });
  if (field === 'status') return state;
  const remainingHours = issueById(state).get(issueId)?.remainingHours ?? null;
  return withSaved(state, issueId, { hours: currentValue, remainingHours });
}

function conflicted(state: PlannerState, current: Planner): PlannerState {
  const { flight } = state;
  const mine = together(state.kept ?? noChange, flight?.kind === 'plan' ? flight.change : noChange);
  const landed = { ...state, stored: current, flight: null };
  return changesNothing(current, mine) ? { ...landed, kept: null, saves: state.saves + 1 } : { ...landed, kept: mine };
}
