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
const saved = (state: PlannerState, newer: Planner): PlannerState => {
  const flight = nextFlight(state);
  if (flight === null) throw new Error('nothing to send');
  return after(state, { type: 'sent', flight }, { type: 'planSaved', planner: newer });
};

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
    expect(nextFlight(set)).toEqual({ kind: 'settings', settings: { subtasks: 'parentOnly' } });
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
    const kept = after(
      start,
      changed(mine),
      { type: 'sent', flight: { kind: 'plan', change: mine } },
      { type: 'conflicted', current: plannerOf(['2', '1', '3', '4'], { mode: 'auto', count: 4 }, 7) },
      { type: 'settingsChanged', settings: { subtasks: 'parentOnly' } },
    );
    expect(after(kept, undo).kept).toEqual(mine);
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
    const flight = nextFlight(moved);
    if (flight === null) throw new Error('nothing to send');
    const newer = plannerOf(['2', '1', '3', '4'], { mode: 'auto', count: 4 }, 5);
    const conflicted = after(moved, { type: 'sent', flight }, { type: 'conflicted', current: newer });
    expect(conflicted.kept).not.toBeNull();
    const taken = after(conflicted, undo);
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
    const theirs = plannerOf(['4', '1', '3', '2'], { mode: 'auto', count: 4 }, 3);
    expect(draft(after(saved(moved, theirs), undo)).order).toEqual(['1', '3', '4', '2']);
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
    expect(noStatus.edits.at(-1)).toEqual({
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
