import type { BoardSettings, Planner, PlannerItem, PlannerStatus } from '../../../../src/contract';
import { lineId, type PlanChange, stepsOfAll, together } from './plan-draft';
import type { Flight, IssueEdit, PlannerState, SettingsChange } from './planner-state';

/** What Jira or storage says of an issue after an edit of it. */
export type SavedValue =
  { confidence: number | null } | { hours: number | null; remainingHours: number | null } | { status: PlannerStatus };

/** Everything about the plan that this person changed and that is not stored yet, except what is kept back. */
export function changeOnScreen({ failures, flight, change }: PlannerState): PlanChange {
  const flights = [...failures.map((failure) => failure.flight), ...(flight === null ? [] : [flight])];
  return together(...flights.flatMap((each) => (each.kind === 'plan' ? [each.change] : [])), change);
}

/** Everything that this person chose for the board and that is under way, or failed. */
export function settingsChange({ failures, flight, settings }: PlannerState): SettingsChange {
  const flights = [...failures.map((failure) => failure.flight), ...(flight === null ? [] : [flight])];
  return allSettings([...flights, { kind: 'settings', settings }]);
}

/** The settings among these, the later ones on top. */
export function allSettings(flights: readonly Flight[]): SettingsChange {
  return flights.reduce<SettingsChange>(
    (first, flight) =>
      flight.kind === 'settings' ? { ...first, ...flight.settings, ...stepsOfAll(first, flight.settings) } : first,
    {},
  );
}

/** What is chosen for the board, with what this person changed laid over it. */
export function settingsOnScreen(state: PlannerState): BoardSettings {
  const { stored } = state;
  const { subtasks, steps } = { ...stored.settings, ...settingsChange(state) };
  return { ...stored.settings, subtasks, steps };
}

/** Every issue that the page knows, edited or not: planned, dropped, and in the backlog. */
export function issueById({ stored, backlog }: Pick<PlannerState, 'stored' | 'backlog'>): Map<string, PlannerItem> {
  return new Map(
    [...(backlog?.items ?? []), ...stored.dropped, ...stored.items].map((item) => [item.issueId, item] as const),
  );
}

/** The same, with everything that was edited here laid over it, saved or not. */
export function issuesOnScreen(state: PlannerState): Map<string, PlannerItem> {
  const issues = issueById(state);
  for (const edit of editsOnScreen(state)) {
    const item = issues.get(edit.issueId);
    if (item !== undefined) issues.set(edit.issueId, withValue(item, valueOf(edit, item), state.stored));
  }
  return issues;
}

/** Is all of this on the page? The line always is. */
export function areThere(state: Pick<PlannerState, 'stored' | 'backlog'>, ids: readonly string[]): boolean {
  // Once for all of them: with 500 of 2,000 issues lifted, once for each took a tenth of a second a draw.
  const issues = issueById(state);
  return ids.every((id) => id === lineId || issues.has(id));
}

/** Are these of the same value of the same issue? */
export function sameEdit(one: IssueEdit, other: IssueEdit): boolean {
  return one.issueId === other.issueId && one.field === other.field;
}

export function editsOnScreen({
  failures,
  flight,
  edits,
}: Pick<PlannerState, 'failures' | 'flight' | 'edits'>): IssueEdit[] {
  const flights: Flight[] = [...failures.map((failure) => failure.flight), ...(flight === null ? [] : [flight])];
  return [...flights.flatMap((each) => (each.kind === 'edit' ? [each.edit] : [])), ...edits];
}

function valueOf(edit: IssueEdit, { remainingHours }: PlannerItem): SavedValue {
  switch (edit.field) {
    case 'confidence':
      return { confidence: edit.value };
    case 'hours':
      return { hours: edit.value, remainingHours };
    case 'status':
      return { status: edit.value };
  }
}

/** What is stored, with a new value for one issue, wherever the page has it. */
export function withSaved<State extends Pick<PlannerState, 'stored' | 'backlog'>>(
  state: State,
  issueId: string,
  saved: SavedValue,
): State {
  const { stored, backlog } = state;
  const put = (items: readonly PlannerItem[]): PlannerItem[] =>
    items.map((item) => (item.issueId === issueId ? withValue(item, saved, stored) : item));
  return {
    ...state,
    stored: { ...stored, items: put(stored.items), dropped: put(stored.dropped) },
    backlog: backlog === null ? null : { ...backlog, items: put(backlog.items) },
  };
}

function withValue(item: PlannerItem, saved: SavedValue, { defaults, settings }: Planner): PlannerItem {
  if ('status' in saved) return { ...item, status: saved.status };
  if ('confidence' in saved) {
    return saved.confidence === null
      ? { ...item, confidence: defaults.confidence, confidenceSource: 'default' }
      : {
          ...item,
          confidence: saved.confidence,
          confidenceSource: item.confidenceSource === 'field' ? 'field' : 'set',
        };
  }
  return { ...item, ...countedAfter(item, saved, defaults.hours, settings), ...ownAfter(item, saved) };
}

interface Estimates {
  readonly hours: number | null;
  readonly remainingHours: number | null;
}

/** What an issue counts with when its own estimate is another: the rule is the server's (src/planning/make-item.ts). */
function countedAfter(
  item: PlannerItem,
  { hours, remainingHours }: Estimates,
  defaultHours: number | null,
  settings: BoardSettings,
): Pick<PlannerItem, 'hours' | 'hoursSource'> {
  if (isOfSubtasks(item, settings)) return { hours: item.hours, hoursSource: item.hoursSource };
  const remains = item.hoursSource === 'remaining' && remainingHours !== null;
  // As soon as time is logged 0 remain of an issue without an estimate, too.
  if (remains && (remainingHours > 0 || hours !== null)) return { hours: remainingHours, hoursSource: 'remaining' };
  if (hours !== null) return { hours, hoursSource: 'set' };
  return { hours: defaultHours, hoursSource: defaultHours === null ? 'none' : 'default' };
}

/** Does it count with its sub-tasks' hours, or what remains of those? Its own estimate then changes nothing. */
function isOfSubtasks(
  { hours, hoursSource, subtasks, remainingHours }: PlannerItem,
  settings: Pick<BoardSettings, 'subtasks'>,
): boolean {
  if (hoursSource !== 'remaining') return hoursSource === 'subtasks';
  if (subtasks === null || settings.subtasks !== 'rollUp') return false;
  // Sub-tasks may have hours left and no estimate: then it is not what remains of the issue itself.
  return subtasks.hours !== null || hours !== remainingHours;
}

function ownAfter(
  { subtasks }: PlannerItem,
  { hours, remainingHours }: Estimates,
): Pick<PlannerItem, 'subtasks' | 'remainingHours'> {
  return { subtasks: subtasks === null ? null : { ...subtasks, ownHours: hours }, remainingHours };
}
