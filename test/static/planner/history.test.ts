import fc from 'fast-check';

import type { Planner } from '../../../src/contract';
import { changeOnScreen, settingsOnScreen } from '../../../static/planner/src/plan/on-screen';
import { draftOf, type PlanChange } from '../../../static/planner/src/plan/plan-draft';
import { viewOf } from '../../../static/planner/src/plan/plan-view';
import {
  nextFlight,
  type PlannerEvent,
  plannerReducer,
  type PlannerState,
  type SettingsChange,
  startState,
} from '../../../static/planner/src/plan/planner-state';
import { itemOf, plannerOf } from './planner-of';

const planner = plannerOf(['1', '2', '3', '4'], { mode: 'auto', count: 4 });
const start = after(startState({ planner, changedIssues: [] }), {
  type: 'backlogRead',
  backlog: { items: [{ ...itemOf('9'), inSprint: false }], more: false },
});
const undo: PlannerEvent = { type: 'undone' };
const redo: PlannerEvent = { type: 'redone' };

function after(state: PlannerState, ...events: PlannerEvent[]): PlannerState {
  return events.reduce(plannerReducer, state);
}
const changed = (change: PlanChange): PlannerEvent => ({ type: 'planChanged', change });
const draft = (state: PlannerState) => draftOf(state.stored, changeOnScreen(state));
const sent = (state: PlannerState): PlannerState => {
  const flight = nextFlight(state);
  if (flight === null) throw new Error('nothing to send');
  return after(state, { type: 'sent', flight });
};
const saved = (state: PlannerState, newer: Planner): PlannerState =>
  after(sent(state), { type: 'planSaved', planner: newer });
/** Somebody else had saved this before. */
const conflicted = (state: PlannerState, current: Planner): PlannerState =>
  after(sent(state), { type: 'conflicted', current });
const theirs = plannerOf(['2', '1', '3', '4'], { mode: 'auto', count: 4 }, 5);

describe('undo and redo', () => {
  it('takes back a move, a pull, a drop, the line, the slider, the rule and the capacity, each by its own step', () => {
    const acts: PlanChange[] = [
      { moves: [{ issueId: '4', after: [] }] },
      { moves: [{ issueId: '9', after: ['4'], pull: true }] },
      { moves: [{ issueId: '2', drop: true }] },
      { moves: [], line: { mode: 'manual', below: ['9', '4'] } },
      { moves: [], desired: 60 },
      { moves: [], policy: 'atLeast' },
      { moves: [], capacityHours: 40 },
    ];
    const states = acts.reduce<PlannerState[]>(
      (before, change) => [...before, after(before.at(-1) ?? start, changed(change))],
      [start],
    );
    let state = states.at(-1) ?? start;
    for (const before of [...states].reverse().slice(1)) {
      state = after(state, undo);
      expect(draft(state)).toEqual(draft(before));
    }
    for (const next of states.slice(1)) {
      state = after(state, redo);
      expect(draft(state)).toEqual(draft(next));
    }
  });

  it('takes a confidence that Jira’s field keeps back to what the field said, and it stays the field’s', () => {
    const items = planner.items.map((item) =>
      item.issueId === '2' ? { ...item, confidence: 70, confidenceSource: 'field' as const } : item,
    );
    const opened = startState({ planner: { ...planner, items }, changedIssues: [] });
    const edited = after(opened, {
      type: 'issuesEdited',
      edits: [{ issueId: '2', field: 'confidence', value: 40 }],
    });
    const shown = (state: PlannerState) => viewOf(state).items.find(({ issueId }) => issueId === '2');
    expect(shown(edited)).toMatchObject({ confidence: 40, confidenceSource: 'field' });
    expect(shown(after(edited, undo))).toMatchObject({ confidence: 70, confidenceSource: 'field' });
  });

  it('takes back how sub-tasks are counted and what the steps are called, saved or not', () => {
    const own = [{ percent: 50, name: 'heads or tails' }];
    const before = settingsOnScreen(start);
    const set = after(start, { type: 'settingsChanged', settings: { subtasks: 'parentOnly' } });
    expect(nextFlight(set)).toMatchObject({ kind: 'settings', settings: { subtasks: 'parentOnly' } });
    const stored = { ...before, revision: 1, subtasks: 'parentOnly' as const };
    const named = after(
      set,
      { type: 'sent', flight: { kind: 'settings', settings: { subtasks: 'parentOnly' } } },
      { type: 'settingsSaved', settings: stored },
      { type: 'settingsChanged', settings: { steps: own } },
    );
    expect(settingsOnScreen(named)).toEqual({ ...stored, steps: own });
    const once = after(named, undo);
    expect(settingsOnScreen(once)).toEqual({ ...stored, steps: before.steps });
    const twice = after(once, undo);
    expect(settingsOnScreen(twice)).toMatchObject({ subtasks: before.subtasks, steps: before.steps });
    expect(settingsOnScreen(after(twice, redo, redo))).toEqual({ ...stored, steps: own });
  });

  it('drops a plan that is kept back only when the plan was what came last', () => {
    const mine: PlanChange = { moves: [], desired: 60 };
    const kept = after(conflicted(after(start, changed(mine)), theirs), {
      type: 'settingsChanged',
      settings: { subtasks: 'parentOnly' },
    });
    expect(after(kept, undo).kept).toMatchObject(mine);
    expect(after(kept, undo, undo).kept).toBeNull();
  });

  it('does nothing when there is nothing to take back or to do again', () => {
    expect(after(start, undo)).toBe(start);
    expect(after(start, redo)).toBe(start);
  });

  it('forgets what was undone once something else is done', () => {
    const other = after(start, changed({ moves: [], desired: 60 }), undo, changed({ moves: [], desired: 30 }));
    expect(after(other, redo)).toBe(other);
  });

  it('takes one drag of the slider for one step, and two drags for two', () => {
    const dragged = after(start, changed({ moves: [], desired: 79 }), changed({ moves: [], desired: 70 }));
    expect(draft(after(dragged, undo)).desired).toBe(80);
    const stored = { ...planner, plan: { ...planner.plan, revision: 2, desired: 70 } };
    const again = after(saved(dragged, stored), changed({ moves: [], desired: 50 }));
    expect(draft(after(again, undo)).desired).toBe(70);
  });

  it('does a whole drag again: also that it took a manual line back to automatic', () => {
    const manual = after(start, changed({ moves: [], line: { mode: 'manual', below: ['1'] } }));
    const dragged = after(
      manual,
      changed({ moves: [], desired: 79, line: { mode: 'auto' } }),
      changed({ moves: [], desired: 70 }),
    );
    expect(draft(after(dragged, undo))).toMatchObject({ mode: 'manual', desired: 80 });
    expect(draft(after(dragged, undo, redo))).toMatchObject({ mode: 'auto', desired: 70 });
  });

  it('drops a change that is kept back because somebody else was first', () => {
    const moved = after(start, changed({ moves: [{ issueId: '4', after: [] }] }));
    const kept = conflicted(moved, theirs);
    expect(kept.kept).not.toBeNull();
    const taken = after(kept, undo);
    expect(taken.kept).toBeNull();
    expect(draft(taken).order).toEqual(['2', '1', '3', '4']);
    expect(nextFlight(taken)).toBeNull();
  });

  it('takes back what is saved already, by saving the way back', () => {
    const moved = after(start, changed({ moves: [{ issueId: '4', after: [] }] }));
    const stored = saved(moved, plannerOf(['4', '1', '2', '3'], { mode: 'auto', count: 4 }, 2));
    const back = after(stored, undo);
    expect(draft(back).order).toEqual(['1', '2', '3', '4']);
    expect(nextFlight(back)).toMatchObject({ kind: 'plan' });
  });

  it('leaves alone what somebody else did meanwhile', () => {
    const moved = after(start, changed({ moves: [{ issueId: '4', after: [] }] }));
    const both = plannerOf(['4', '1', '3', '2'], { mode: 'auto', count: 4 }, 3);
    expect(draft(after(saved(moved, both), undo)).order).toEqual(['1', '3', '4', '2']);
  });

  it('takes back a confidence, an estimate that was none, and a status', () => {
    const items = planner.items.map((item) =>
      item.issueId === '1' ? { ...item, hours: null, hoursSource: 'none' as const } : item,
    );
    const edited = after(
      startState({ planner: { ...planner, items }, changedIssues: [] }),
      { type: 'issuesEdited', edits: [{ issueId: '1', field: 'hours', value: 5 }] },
      {
        type: 'issuesEdited',
        edits: ['1', '2'].map((issueId) => ({ issueId, field: 'confidence' as const, value: 50 })),
      },
      {
        type: 'issuesEdited',
        edits: [
          { issueId: '3', field: 'status', value: { id: '5', name: 'Done', category: 'done' }, transitionId: '31' },
        ],
      },
    );
    const noStatus = after(edited, undo);
    expect(noStatus.edits.at(-1)).toMatchObject({
      issueId: '3',
      field: 'status',
      value: { id: '1', name: 'To Do', category: 'new' },
    });
    const noConfidence = after(noStatus, undo);
    expect(
      viewOf(noConfidence)
        .items.slice(0, 2)
        .map(({ confidenceSource }) => confidenceSource),
    ).toEqual(['default', 'default']);
    const none = after(noConfidence, undo);
    expect(viewOf(none).items[0]).toMatchObject({ hours: null, hoursSource: 'none' });
  });

  it('comes back to the start from any series of moves', () => {
    const move = fc.record({
      which: fc.nat({ max: 4 }),
      to: fc.nat({ max: 4 }),
      kind: fc.constantFrom('move', 'pull', 'drop'),
    });
    const ids = ['1', '2', '3', '4', '9'];
    fc.assert(
      fc.property(fc.array(move, { maxLength: 8 }), (moves) => {
        const events = moves.map(({ which, to, kind }) => {
          const issueId = ids[which] ?? '1';
          const target = ids[to] ?? '1';
          const anchor = target === issueId ? [] : [target];
          return changed({
            moves: [
              kind === 'drop'
                ? { issueId, drop: true }
                : { issueId, after: anchor, ...(kind === 'pull' ? { pull: true as const } : {}) },
            ],
          });
        });
        const end = after(start, ...events);
        const back = after(end, ...end.history.past.map(() => undo));
        expect(draft(back).order).toEqual(draft(start).order);
        expect(draft(after(back, ...back.history.future.map(() => redo))).order).toEqual(draft(end).order);
      }),
    );
  });
});

describe('undo after a change of mine was dropped in favour of theirs', () => {
  const moveFour = changed({ moves: [{ issueId: '4', after: [] }] });
  const moveThree = changed({ moves: [{ issueId: '3', after: [] }] });
  const slide = (desired: number): PlannerEvent => changed({ moves: [], desired });
  /** Theirs, on top of my saved move of the fourth. */
  const withMine = plannerOf(['4', '2', '1', '3'], { mode: 'auto', count: 4 }, 5);
  const dropKept: PlannerEvent = { type: 'keptDropped' };
  const estimate = (...hours: (number | null)[]): PlannerEvent => ({
    type: 'issuesEdited',
    edits: hours.map((value, index) => ({ issueId: String(index + 1), field: 'hours', value })),
  });
  const stored = (issueId: string, hours: number): PlannerEvent => ({
    type: 'editSaved',
    issueId,
    saved: { hours, remainingHours: hours },
  });
  const refused = (currentValue?: number): PlannerEvent => ({
    type: 'failed',
    problem: {
      code: currentValue === undefined ? 'permission.denied' : 'issue.conflict',
      message: 'Not saved.',
      ...(currentValue === undefined ? {} : { currentValue }),
    },
  });
  const dropFailed: PlannerEvent = { type: 'failureDropped' };

  it('leaves their order alone when two moves went in one save', () => {
    const dropped = after(conflicted(after(start, moveFour, moveThree), theirs), dropKept);
    const back = after(dropped, undo);
    expect(draft(back).order).toEqual(theirs.plan.order);
    expect(nextFlight(back)).toBeNull();
  });

  it('takes back what was edited after it, and not what was dropped', () => {
    const kept = conflicted(after(start, moveFour), theirs);
    const dropped = after(sent(after(kept, estimate(5))), stored('1', 5), dropKept);
    const back = after(dropped, undo);
    expect(nextFlight(back)).toMatchObject({ kind: 'edit', edit: { issueId: '1', field: 'hours', value: 8 } });
    expect(draft(after(back, undo)).order).toEqual(theirs.plan.order);
    expect(nextFlight(after(back, redo))).toMatchObject({ edit: { issueId: '1', value: 5 } });
  });

  it('takes back first what waits behind a change that is kept, and only then drops that', () => {
    const waiting = after(conflicted(after(start, moveFour), theirs), slide(60));
    const once = after(waiting, undo);
    expect(once.kept).toMatchObject({ moves: [{ issueId: '4', after: [] }] });
    expect(draft(once).desired).toBe(80);
    const twice = after(once, undo);
    expect(twice.kept).toBeNull();
    expect(twice.history.past).toEqual([]);
    expect(draft(after(twice, undo))).toEqual(draft(startState({ planner: theirs, changedIssues: [] })));
    expect(draft(after(twice, redo)).desired).toBe(60);
  });

  it('never writes over the estimate that they had set', () => {
    const dropped = after(sent(after(start, estimate(20))), refused(5), dropFailed);
    expect(dropped.stored.items[0]?.hours).toBe(5);
    expect(nextFlight(after(dropped, undo))).toBeNull();
    expect(nextFlight(after(dropped, redo))).toBeNull();
  });

  it('goes back past their estimate by no earlier step either', () => {
    const first = after(sent(after(start, estimate(13))), stored('1', 13));
    const dropped = after(sent(after(first, estimate(20))), refused(5), dropFailed);
    expect(nextFlight(after(dropped, undo, undo))).toBeNull();
  });

  it('takes back the other issues that were edited in the same step', () => {
    const both = sent(after(start, estimate(20, 20)));
    const dropped = after(sent(after(both, refused(5))), stored('2', 20), dropFailed);
    const back = after(dropped, undo);
    expect(back.edits).toMatchObject([{ issueId: '2', value: 8 }]);
    expect(after(dropped, undo, redo).edits).toMatchObject([{ issueId: '2', value: 20 }]);
  });

  it('takes back the step before one that was refused and dropped', () => {
    const first = after(sent(after(start, estimate(13))), stored('1', 13));
    const dropped = after(sent(after(first, estimate(20))), refused(), dropFailed);
    expect(nextFlight(after(dropped, undo))).toMatchObject({ edit: { issueId: '1', value: 8 } });
    expect(after(dropped, undo, undo).edits).toHaveLength(1);
  });

  it('leaves alone how they count sub-tasks, and takes back what I had chosen before', () => {
    const set = (settings: SettingsChange): PlannerEvent => ({ type: 'settingsChanged', settings });
    const before = settingsOnScreen(start);
    const named = { ...before, revision: 1, steps: [{ percent: 50, name: 'heads or tails' }] };
    const first = after(sent(after(start, set({ steps: named.steps }))), { type: 'settingsSaved', settings: named });
    const dropped = after(sent(after(first, set({ subtasks: 'parentOnly' }))), refused(), dropFailed);
    const back = after(dropped, undo);
    expect(nextFlight(back)).toMatchObject({ kind: 'settings', settings: { steps: before.steps } });
    expect(settingsOnScreen(after(back, undo)).subtasks).toBe(before.subtasks);
    expect(back.history.past).toEqual([]);
  });

  it('stands when its undo could not be saved and is dropped: it can be done again, and taken back then', () => {
    const mine = saved(after(start, changed({ moves: [], policy: 'atLeast' })), {
      ...planner,
      plan: { ...planner.plan, policy: 'atLeast', revision: 5 },
    });
    const dropped = after(sent(after(mine, undo)), refused(), dropFailed);
    expect(draft(dropped).policy).toBe('atLeast');
    const again = after(dropped, redo);
    expect(draft(again).policy).toBe('atLeast');
    expect(draft(after(again, undo)).policy).toBe(planner.plan.policy);
  });

  it('that came while the estimate was on its way asks before it writes over theirs', () => {
    const back = after(sent(after(start, estimate(20))), undo, refused(5));
    expect(nextFlight(back)).toBeNull();
    expect(back.failures).toMatchObject([{ flight: { edit: { issueId: '1', value: 8 } } }]);
    expect(nextFlight(after(back, dropFailed, redo))).toBeNull();
  });

  it('takes back the step before one whose undo was dropped, and does that one not again', () => {
    const first = saved(after(start, slide(70)), { ...planner, plan: { ...planner.plan, revision: 2, desired: 70 } });
    const done = saved(after(first, moveFour), withMine);
    const newer = { ...withMine, plan: { ...withMine.plan, revision: 6, desired: 70 } };
    const dropped = after(conflicted(after(done, undo), newer), dropKept);
    expect(nextFlight(after(dropped, redo))).toBeNull();
    expect(draft(after(dropped, undo))).toMatchObject({ order: withMine.plan.order, desired: 80 });
  });

  it('takes back a step that was done again behind its own undo that is kept', () => {
    const done = saved(after(start, moveFour), plannerOf(['4', '1', '2', '3'], { mode: 'auto', count: 4 }, 2));
    const kept = conflicted(after(done, undo), withMine);
    expect(kept.kept).not.toBeNull();
    const again = after(kept, redo, dropKept);
    expect(draft(again).order).toEqual(['4', '2', '1', '3']);
    expect(draft(after(again, undo)).order).toEqual(['2', '1', '3', '4']);
  });

  it('takes two drags for two steps though the one between them was undone', () => {
    const first = saved(after(start, slide(70)), { ...planner, plan: { ...planner.plan, revision: 2, desired: 70 } });
    const other = after(first, slide(60), undo, slide(50));
    expect(draft(after(other, undo)).desired).toBe(70);
  });
});
