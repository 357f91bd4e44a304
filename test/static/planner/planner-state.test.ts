import {
  type IssueEdit,
  isUnsaved,
  itemsOnScreen,
  nextFlight,
  type PlannerEvent,
  plannerReducer,
  type PlannerState,
  startState,
} from '../../../static/planner/src/planner-state';
import { changeOnScreen, viewOf } from '../../../static/planner/src/plan-view';
import { plannerOf } from './planner-of';

const start = startState(plannerOf(['1', '2', '3'], { mode: 'auto', count: 3 }));
const after = (state: PlannerState, ...events: PlannerEvent[]): PlannerState => events.reduce(plannerReducer, state);
const moveThree: PlannerEvent = { type: 'planChanged', change: { moves: [{ issueId: '3', afterId: null }] } };
const sent = (state: PlannerState): PlannerState => {
  const flight = nextFlight(state);
  if (flight === null) throw new Error('nothing to send');
  return after(state, { type: 'sent', flight });
};

describe('saving by itself', () => {
  it('has nothing to send while nothing changed', () => {
    expect(isUnsaved(start)).toBe(false);
    expect(nextFlight(start)).toBeNull();
  });

  it('sends one thing at a time, and keeps what changes meanwhile for the next', () => {
    const flying = sent(after(start, moveThree));
    const changed = after(flying, { type: 'planChanged', change: { moves: [], desired: 60 } });
    expect(nextFlight(changed)).toBeNull();
    expect(changeOnScreen(changed)).toEqual({ moves: [{ issueId: '3', afterId: null }], desired: 60 });
    const saved = after(changed, {
      type: 'planSaved',
      planner: plannerOf(['3', '1', '2'], { mode: 'auto', count: 3 }, 2),
    });
    expect(nextFlight(saved)).toEqual({ kind: 'plan', change: { moves: [], desired: 60 } });
    expect(viewOf(saved).rows.map(({ item }) => item.issueId)).toEqual(['3', '1', '2']);
  });

  it('keeps a change on screen that could not be saved, and sends it again on retry', () => {
    const failed = after(sent(after(start, moveThree)), {
      type: 'failed',
      problem: { code: 'jira.busy', message: 'Jira is busy.' },
    });
    expect(viewOf(failed).rows.map(({ item }) => item.issueId)).toEqual(['3', '1', '2']);
    expect(isUnsaved(failed)).toBe(true);
    expect(nextFlight(failed)).toBeNull();
    expect(nextFlight(after(failed, { type: 'retried' }))).toEqual({
      kind: 'plan',
      change: { moves: [{ issueId: '3', afterId: null }] },
    });
  });

  it('shows the newer plan after a conflict and keeps the own change to apply to it', () => {
    const newer = plannerOf(['2', '1', '3'], { mode: 'auto', count: 3 }, 5);
    const conflicted = after(sent(after(start, moveThree)), {
      type: 'conflicted',
      current: newer,
      message: 'Somebody was first.',
    });
    expect(viewOf(conflicted).rows.map(({ item }) => item.issueId)).toEqual(['2', '1', '3']);
    expect(nextFlight(conflicted)).toBeNull();
    const applied = after(conflicted, { type: 'mineApplied' });
    expect(viewOf(applied).rows.map(({ item }) => item.issueId)).toEqual(['3', '2', '1']);
    expect(applied.stored.plan.revision).toBe(5);
    expect(nextFlight(applied)?.kind).toBe('plan');
    expect(isUnsaved(after(conflicted, { type: 'mineDropped' }))).toBe(false);
  });
});

describe('editing an issue', () => {
  const confidence: IssueEdit = { issueId: '2', field: 'confidence', value: 50 };

  it('is on screen at once and in the sums', () => {
    const edited = after(start, { type: 'issueEdited', edit: confidence });
    const row = viewOf(edited).rows[1];
    expect(row?.item).toMatchObject({ confidence: 50, confidenceSource: 'set' });
    expect(row?.range).toEqual({ optimistic: 4, original: 8, pessimistic: 16 });
  });

  it('goes before the plan, and only the last edit of a field is sent', () => {
    const edited = after(
      start,
      moveThree,
      { type: 'issueEdited', edit: { ...confidence, value: 70 } },
      { type: 'issueEdited', edit: confidence },
    );
    expect(nextFlight(edited)).toEqual({ kind: 'edit', edit: confidence });
    expect(edited.edits).toHaveLength(1);
  });

  it('is back on the default when it is taken away', () => {
    const set = after(start, { type: 'issueEdited', edit: confidence });
    const saved = after(sent(set), { type: 'editSaved', issueId: '2', saved: { confidence: 50 } });
    expect(saved.stored.items[1]).toMatchObject({ confidence: 50, confidenceSource: 'set' });
    const cleared = after(sent(after(saved, { type: 'issueEdited', edit: { ...confidence, value: null } })), {
      type: 'editSaved',
      issueId: '2',
      saved: { confidence: null },
    });
    expect(cleared.stored.items[1]).toMatchObject({ confidence: 80, confidenceSource: 'default' });
  });

  it('shows what Jira has stored, and remembers that Jira’s lists may lag behind', () => {
    const edited = after(start, { type: 'issueEdited', edit: { issueId: '1', field: 'hours', value: 0.33 } });
    const saved = after(sent(edited), {
      type: 'editSaved',
      issueId: '1',
      saved: { hours: 20 / 60, remainingHours: 20 / 60 },
    });
    expect(saved.stored.items[0]?.hours).toBeCloseTo(1 / 3, 10);
    expect(saved.changedIssues).toEqual(['1']);
  });

  it('that failed gives way to a newer edit of the same field', () => {
    const flying = sent(after(start, { type: 'issueEdited', edit: confidence }));
    const newer = after(flying, { type: 'issueEdited', edit: { ...confidence, value: 90 } });
    const failed = after(newer, { type: 'failed', problem: { code: 'jira.failed', message: 'Jira is down.' } });
    expect(failed.edits).toEqual([{ ...confidence, value: 90 }]);
    expect(itemsOnScreen(failed)[1]?.confidence).toBe(90);
  });
});
