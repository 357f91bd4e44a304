import { areThere, changeOnScreen, settingsOnScreen } from '../../../static/planner/src/plan/on-screen';
import {
  isUnsaved,
  type IssueEdit,
  nextFlight,
  type PlannerEvent,
  plannerReducer,
  type PlannerState,
  startState,
} from '../../../static/planner/src/plan/planner-state';
import { viewOf } from '../../../static/planner/src/plan/plan-view';
import { itemOf, plannerOf } from './planner-of';

const start = startState({ planner: plannerOf(['1', '2', '3'], { mode: 'auto', count: 3 }), changedIssues: [] });
const after = (state: PlannerState, ...events: PlannerEvent[]): PlannerState => events.reduce(plannerReducer, state);
const moveThree = { moves: [{ issueId: '3', after: [] }] };
const moved: PlannerEvent = { type: 'planChanged', change: moveThree };
const desire = (desired: number): PlannerEvent => ({ type: 'planChanged', change: { moves: [], desired } });
const down: PlannerEvent = { type: 'failed', problem: { code: 'jira.failed', message: 'Jira does not answer.' } };
const sent = (state: PlannerState): PlannerState => {
  const flight = nextFlight(state);
  if (flight === null) throw new Error('nothing to send');
  return after(state, { type: 'sent', flight });
};
const itemsOf = (state: PlannerState) => viewOf(state).items;
const orderOf = (state: PlannerState): string[] => viewOf(state).items.map(({ issueId }) => issueId);

describe('saving by itself', () => {
  it('has nothing to send while nothing changed', () => {
    expect(isUnsaved(start)).toBe(false);
    expect(nextFlight(start)).toBeNull();
  });

  it('sends one thing at a time, and keeps what changes meanwhile for the next', () => {
    const changed = after(sent(after(start, moved)), desire(60));
    expect(nextFlight(changed)).toBeNull();
    expect(changeOnScreen(changed)).toMatchObject({ ...moveThree, desired: 60 });
    const saved = after(changed, {
      type: 'planSaved',
      planner: plannerOf(['3', '1', '2'], { mode: 'auto', count: 3 }, 2),
    });
    expect(nextFlight(saved)).toMatchObject({ kind: 'plan', change: { moves: [], desired: 60 } });
    expect(orderOf(saved)).toEqual(['3', '1', '2']);
  });

  it('keeps a change on screen that could not be saved, and sends it again on retry', () => {
    const failed = after(sent(after(start, moved)), down);
    expect(orderOf(failed)).toEqual(['3', '1', '2']);
    expect(isUnsaved(failed)).toBe(true);
    expect(nextFlight(failed)).toBeNull();
    expect(nextFlight(after(failed, { type: 'retried' }))).toMatchObject({ kind: 'plan', change: moveThree });
  });

  it('tries a failed change again together with the next one, and drops only what failed', () => {
    const failed = after(sent(after(start, moved)), down);
    expect(nextFlight(after(failed, desire(60)))).toMatchObject({
      kind: 'plan',
      change: { ...moveThree, desired: 60 },
    });
    const typed = after(failed, { type: 'issuesEdited', edits: [{ issueId: '1', field: 'hours', value: 5 }] });
    const dropped = after(typed, { type: 'failureDropped' });
    expect(orderOf(dropped)).toEqual(['1', '2', '3']);
    expect(nextFlight(dropped)).toMatchObject({ kind: 'edit', edit: { issueId: '1', field: 'hours', value: 5 } });
  });
});

describe('a plan that somebody else saved first', () => {
  const newer = plannerOf(['2', '1', '3'], { mode: 'auto', count: 3 }, 5);
  const conflicted = after(sent(after(start, moved)), { type: 'conflicted', current: newer });

  it('is shown, and the own change is kept to apply to it', () => {
    expect(orderOf(conflicted)).toEqual(['2', '1', '3']);
    expect(isUnsaved(conflicted)).toBe(true);
    const applied = after(conflicted, { type: 'keptApplied' });
    expect(orderOf(applied)).toEqual(['3', '2', '1']);
    expect(applied.stored.plan.revision).toBe(5);
    expect(nextFlight(applied)).toMatchObject({ kind: 'plan', change: moveThree });
  });

  it('lets no later change overtake the kept one', () => {
    const later = after(conflicted, desire(60));
    expect(nextFlight(later)).toBeNull();
    expect(nextFlight(after(later, { type: 'keptApplied' }))).toMatchObject({
      kind: 'plan',
      change: { ...moveThree, desired: 60 },
    });
    expect(nextFlight(after(later, { type: 'keptDropped' }))).toMatchObject({
      kind: 'plan',
      change: { moves: [], desired: 60 },
    });
  });

  it('is no conflict when it already holds the change: the answer to the own save got lost', () => {
    const own = plannerOf(['3', '1', '2'], { mode: 'auto', count: 3 }, 2);
    const settled = after(sent(after(start, moved)), { type: 'conflicted', current: own });
    expect(isUnsaved(settled)).toBe(false);
    expect(settled.stored.plan.revision).toBe(2);
  });
});

describe('reading the plan anew because somebody else changed it', () => {
  const theirs = plannerOf(['2', '1', '3'], { mode: 'auto', count: 3 }, 4);

  it('shows theirs, with what was changed here and not sent yet laid over it', () => {
    const read = after(after(start, moved), { type: 'refreshed', planner: theirs, saves: 0 });
    expect(orderOf(read)).toEqual(['3', '2', '1']);
    expect(nextFlight(read)).toMatchObject({ kind: 'plan', change: moveThree });
  });

  it('takes nothing away that was saved after it was asked for', () => {
    const saved = after(sent(after(start, moved)), {
      type: 'planSaved',
      planner: plannerOf(['3', '1', '2'], { mode: 'auto', count: 3 }, 2),
    });
    const stale = after(saved, { type: 'refreshed', planner: theirs, saves: 0 });
    expect(orderOf(stale)).toEqual(['3', '1', '2']);
    const flying = sent(after(start, moved));
    expect(after(flying, { type: 'refreshed', planner: theirs, saves: 0 })).toBe(flying);
  });

  it('takes no newer plan away: the answer to an earlier question may come last', () => {
    const newest = after(start, { type: 'refreshed', planner: theirs, saves: 0 });
    const earlier = plannerOf(['1', '2', '3'], { mode: 'auto', count: 3 }, 3);
    expect(after(newest, { type: 'refreshed', planner: earlier, saves: 0 })).toBe(newest);
  });

  it('tells the others of an apply and of the board’s settings as of a save', () => {
    const applied = after(start, { type: 'jiraChanged', issueIds: ['1', '3'] });
    expect(applied).toMatchObject({ saves: 1, changedIssues: ['1', '3'] });
    const settings = { revision: 1, subtasks: 'parentOnly' as const, steps: null, drives: 'ratio' as const };
    const set = after(applied, { type: 'settingsSaved', settings });
    expect(set).toMatchObject({ saves: 2, stored: { settings } });
  });
});

describe('settings of the board that could not be saved', () => {
  const rule = { subtasks: 'parentOnly' as const };
  const problem = { code: 'settings.conflict', message: 'Somebody else has changed them.' };
  const failed = after(
    start,
    { type: 'settingsChanged', settings: rule },
    { type: 'sent', flight: { kind: 'settings', settings: rule } },
    { type: 'failed', problem },
  );

  it('stay on screen, hold nothing else up, and are sent again on retry', () => {
    expect(settingsOnScreen(failed)).toMatchObject(rule);
    expect(isUnsaved(failed)).toBe(true);
    expect(nextFlight(after(failed, moved))).toMatchObject({ kind: 'plan', change: moveThree });
    expect(nextFlight(after(failed, { type: 'retried' }))).toMatchObject({ kind: 'settings', settings: rule });
  });

  it('give way to a newer choice, or go when they are dropped', () => {
    const newer = after(failed, { type: 'settingsChanged', settings: { subtasks: 'rollUp' } });
    expect(newer.failures).toEqual([]);
    expect(nextFlight(newer)).toMatchObject({ kind: 'settings', settings: { subtasks: 'rollUp' } });
    const dropped = after(failed, { type: 'failureDropped' });
    expect(settingsOnScreen(dropped)).toEqual(start.stored.settings);
    expect(isUnsaved(dropped)).toBe(false);
  });
});

describe('editing an issue', () => {
  const confidence: IssueEdit = { issueId: '2', field: 'confidence', value: 50 };

  it('is on screen at once and in the sums', () => {
    const edited = after(start, { type: 'issuesEdited', edits: [confidence] });
    const { items, outcome } = viewOf(edited);
    expect(items[1]).toMatchObject({ confidence: 50, confidenceSource: 'set' });
    expect(outcome.ranges[1]).toEqual({ optimistic: 4, original: 8, pessimistic: 16 });
  });

  it('goes before the plan, and only the last edit of a value is sent', () => {
    const edited = after(
      start,
      moved,
      { type: 'issuesEdited', edits: [{ ...confidence, value: 70 }] },
      { type: 'issuesEdited', edits: [confidence] },
    );
    expect(nextFlight(edited)).toMatchObject({ kind: 'edit', edit: confidence });
    expect(edited.edits).toHaveLength(1);
  });

  it('is back on the default when it is taken away', () => {
    const set = after(start, { type: 'issuesEdited', edits: [confidence] });
    const saved = after(sent(set), { type: 'editSaved', issueId: '2', saved: { confidence: 50 } });
    expect(saved.stored.items[1]).toMatchObject({ confidence: 50, confidenceSource: 'set' });
    const cleared = after(sent(after(saved, { type: 'issuesEdited', edits: [{ ...confidence, value: null }] })), {
      type: 'editSaved',
      issueId: '2',
      saved: { confidence: null },
    });
    expect(cleared.stored.items[1]).toMatchObject({ confidence: 80, confidenceSource: 'default' });
  });

  it('shows what Jira has stored, and remembers that Jira’s lists may lag behind', () => {
    const edited = after(start, { type: 'issuesEdited', edits: [{ issueId: '1', field: 'hours', value: 0.33 }] });
    const saved = after(sent(edited), {
      type: 'editSaved',
      issueId: '1',
      saved: { hours: 20 / 60, remainingHours: 20 / 60 },
    });
    expect(saved.stored.items[0]?.hours).toBeCloseTo(1 / 3, 10);
    expect(saved.changedIssues).toEqual(['1']);
  });

  it('that is refused does not keep the plan from being saved, and waits to be retried or dropped', () => {
    const edited = after(start, moved, { type: 'issuesEdited', edits: [confidence] });
    const refused = after(sent(edited), {
      type: 'failed',
      problem: { code: 'permission.denied', message: 'You may not.' },
    });
    expect(nextFlight(refused)).toMatchObject({ kind: 'plan', change: moveThree });
    const confidenceOf = (state: PlannerState) => itemsOf(state).find(({ issueId }) => issueId === '2')?.confidence;
    expect(confidenceOf(refused)).toBe(50);
    expect(confidenceOf(after(refused, { type: 'failureDropped' }))).toBe(80);
    expect(nextFlight(after(refused, { type: 'retried' }))).toMatchObject({ kind: 'edit', edit: confidence });
  });

  it('that failed because Jira is down keeps everything waiting', () => {
    const failed = after(sent(after(start, moved, { type: 'issuesEdited', edits: [confidence] })), down);
    expect(nextFlight(failed)).toBeNull();
    expect(isUnsaved(failed)).toBe(true);
  });

  it('that failed gives way to a newer edit of the same value', () => {
    const newest: IssueEdit = { ...confidence, value: 90 };
    const flying = sent(after(start, { type: 'issuesEdited', edits: [confidence] }));
    const failed = after(flying, { type: 'issuesEdited', edits: [newest] }, down);
    expect(failed.failures).toEqual([]);
    expect(nextFlight(failed)).toMatchObject({ kind: 'edit', edit: newest });
    const corrected = after(flying, down, { type: 'issuesEdited', edits: [newest] });
    expect(corrected.failures).toEqual([]);
    expect(itemsOf(corrected)[1]?.confidence).toBe(90);
  });

  it('shows the other person’s value when it is dropped because they were first', () => {
    const flying = sent(after(start, { type: 'issuesEdited', edits: [confidence] }));
    const conflict = after(flying, {
      type: 'failed',
      problem: { code: 'issue.conflict', message: 'Somebody else was first.', currentValue: 35 },
    });
    expect(itemsOf(conflict)[1]?.confidence).toBe(50);
    expect(itemsOf(after(conflict, { type: 'failureDropped' }))[1]).toMatchObject({
      confidence: 35,
      confidenceSource: 'set',
    });
  });
});

describe('what has been lifted', () => {
  const order = Array.from({ length: 500 }, (_, index) => String(index + 1));
  const planner = plannerOf(order, { mode: 'auto', count: 500 });

  it('is there as long as the page has every issue of it, planned or in the backlog, and the line always', () => {
    const stored = { ...planner, dropped: [itemOf('901')] };
    const backlog = { items: [itemOf('902')], more: false };
    expect(areThere({ stored, backlog }, ['1', '901', '902', 'line'])).toBe(true);
    expect(areThere({ stored, backlog }, ['1', '903'])).toBe(false);
    expect(areThere({ stored, backlog: null }, ['902'])).toBe(false);
  });

  it('is looked for in one go through the issues, however much it is', () => {
    let looks = 0;
    const stored = {
      ...planner,
      get items() {
        looks += 1;
        return planner.items;
      },
    };
    expect(areThere({ stored, backlog: null }, order)).toBe(true);
    expect(looks).toBe(1);
  });
});
