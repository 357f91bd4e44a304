import fc from 'fast-check';

import { moveIssue } from '../../../src/estimation/plan-order';
import {
  backlogId,
  changesNothing,
  changeToSequence,
  draftOf,
  lineId,
  noChange,
  putBeside,
  savePayload,
  sequenceOf,
  step,
  together,
} from '../../../static/planner/src/plan/plan-draft';
import { itemOf, plannerOf } from './planner-of';

const order = ['1', '2', '3', '4'];

describe('dragging in the plan', () => {
  it('puts an issue before or after another one', () => {
    const sequence = sequenceOf(order, 2, []);
    expect(sequence).toEqual(['1', '2', lineId, '3', '4', backlogId]);
    expect(putBeside(sequence, ['4'], '1', 'before')).toEqual(['4', '1', '2', lineId, '3', backlogId]);
    expect(putBeside(sequence, ['1'], lineId, 'after')).toEqual(['2', lineId, '1', '3', '4', backlogId]);
  });

  it('makes the line manual where it is dropped', () => {
    const next = putBeside(sequenceOf(order, 2, []), [lineId], '3', 'after');
    expect(changeToSequence(next, [lineId], 'auto', order)).toEqual({
      moves: [],
      line: { mode: 'manual', below: ['3', '2', '1'] },
    });
  });

  it('leaves an automatic line to itself when an issue is dragged', () => {
    const next = putBeside(sequenceOf(order, 2, []), ['4'], '1', 'before');
    expect(changeToSequence(next, ['4'], 'auto', order)).toEqual({ moves: [{ issueId: '4', after: [] }] });
  });

  it('keeps a manual line in its place when the issue above it is dragged away', () => {
    const planner = plannerOf(order, { mode: 'manual', count: 2 });
    const next = putBeside(sequenceOf(order, 2, []), ['2'], '4', 'after');
    const draft = draftOf(planner, changeToSequence(next, ['2'], 'manual', order));
    expect(draft.order).toEqual(['1', '3', '4', '2']);
    expect(draft.manualCount).toBe(1);
  });

  it('counts an issue in that is dragged above a manual line', () => {
    const planner = plannerOf(order, { mode: 'manual', count: 2 });
    const draft = draftOf(
      planner,
      changeToSequence(putBeside(sequenceOf(order, 2, []), ['4'], '2', 'after'), ['4'], 'manual', order),
    );
    expect(draft.order).toEqual(['1', '2', '4', '3']);
    expect(draft.manualCount).toBe(3);
  });

  it('steps over an automatic line with the keyboard, and across a manual one', () => {
    const sequence = sequenceOf(order, 2, []);
    expect(step(sequence, ['2'], 1, 'auto').filter((id) => id !== lineId)).toEqual(['1', '3', '2', '4', backlogId]);
    expect(step(sequence, ['2'], 1, 'manual')).toEqual(['1', lineId, '2', '3', '4', backlogId]);
    expect(step(sequence, [lineId], -1, 'auto')).toEqual(['1', lineId, '2', '3', '4', backlogId]);
    expect(step(sequence, ['1'], -1, 'manual')).toEqual(sequence);
  });

  it('describes any drag by a move that gives the same list again', () => {
    const place = fc.nat({ max: 7 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        place,
        place,
        place,
        fc.constantFrom('before' as const, 'after' as const),
        (length, line, from, to, side) => {
          const ids = Array.from({ length }, (_, index) => String(index + 1));
          const sequence = sequenceOf(ids, line % (length + 1), []);
          const plan = sequence.slice(0, -1);
          const moved = plan[from % plan.length] ?? lineId;
          const next = putBeside(sequence, [moved], plan[to % plan.length] ?? lineId, side);
          const draft = draftOf(
            plannerOf(ids, { mode: 'manual', count: line % (length + 1) }),
            changeToSequence(next, [moved], 'manual', ids),
          );
          expect(sequenceOf(draft.order, draft.manualCount, [])).toEqual(next);
        },
      ),
    );
  });
});

describe('planning from the backlog', () => {
  const sequence = sequenceOf(order, 2, ['8', '9']);
  const planner = plannerOf(order, { mode: 'auto', count: 2 });

  it('pulls an issue up into the plan', () => {
    const change = changeToSequence(putBeside(sequence, ['9'], '1', 'after'), ['9'], 'auto', order);
    expect(change).toEqual({ moves: [{ issueId: '9', after: ['1'], pull: true }] });
    expect(draftOf(planner, change).order).toEqual(['1', '9', '2', '3', '4']);
    expect(savePayload(planner, change, [])).toMatchObject({
      order: ['1', '9', '2', '3', '4'],
      pulled: ['9'],
      dropped: [],
    });
  });

  it('drops an issue back, and out of the sprint', () => {
    const change = changeToSequence(putBeside(sequence, ['3'], '8', 'after'), ['3'], 'auto', order);
    expect(change).toEqual({ moves: [{ issueId: '3', drop: true }] });
    expect(savePayload(planner, change, [])).toMatchObject({ order: ['1', '2', '4'], pulled: [], dropped: ['3'] });
  });

  it('drops what was only pulled in without a trace', () => {
    const pulled = { ...planner, items: [...planner.items, { ...itemOf('9'), inSprint: false }] };
    const withNine = { ...pulled, plan: { ...pulled.plan, order: [...order, '9'] } };
    const change = { moves: [{ issueId: '9', drop: true as const }] };
    expect(savePayload(withNine, change, [])).toMatchObject({ order, pulled: [], dropped: [] });
  });

  it('says again that a dropped issue is dropped when something else changes', () => {
    const dropped = { ...plannerOf(['1', '2'], { mode: 'auto', count: 2 }), dropped: [itemOf('3')] };
    const change = { moves: [{ issueId: '2', after: [] }] };
    expect(savePayload(dropped, change, [])).toMatchObject({ order: ['2', '1'], dropped: ['3'] });
  });

  it('changes nothing when an issue is moved within the backlog', () => {
    const change = changeToSequence(putBeside(sequence, ['9'], '8', 'before'), ['9'], 'manual', order);
    expect(change).toEqual({ moves: [] });
  });

  it('moves several issues together, in the order in which they stand, from both sides of the line and the backlog', () => {
    const moved = ['9', '4', '1'];
    const change = changeToSequence(putBeside(sequence, moved, '2', 'after'), moved, 'auto', order);
    expect(draftOf(planner, change).order).toEqual(['2', '1', '4', '9', '3']);
  });

  it('steps several issues as one block, and out of the plan below its end', () => {
    const stepped = (moved: string[], by: -1 | 1): string[] =>
      step(sequence, moved, by, 'auto').filter((id) => id !== lineId);
    expect(stepped(['2', '3'], -1)).toEqual(['2', '3', '1', '4', backlogId, '8', '9']);
    expect(stepped(['1', '4'], 1)).toEqual(['2', '1', '4', '3', backlogId, '8', '9']);
    const out = changeToSequence(step(sequence, ['4'], 1, 'auto'), ['4'], 'auto', order);
    expect(out).toEqual({ moves: [{ issueId: '4', drop: true }] });
  });

  it('steps past issues that a filter hides', () => {
    const shown = new Set(['1', '4', '8']);
    const stepped = (moved: string[], by: -1 | 1, mode: 'auto' | 'manual' = 'auto'): string[] =>
      step(sequence, moved, by, mode, shown);
    expect(stepped(['1'], 1).filter((id) => id !== lineId)).toEqual(['2', '3', '4', '1', backlogId, '8', '9']);
    expect(stepped(['4'], -1).filter((id) => id !== lineId)).toEqual(['4', '1', '2', '3', backlogId, '8', '9']);
    // A manual line is in sight whatever the filter says.
    expect(stepped(['4'], -1, 'manual')).toEqual(['1', '2', '4', lineId, '3', backlogId, '8', '9']);
  });

  it('never lets the line leave the plan', () => {
    const low = sequenceOf(order, 4, ['8']);
    expect(step(low, [lineId], 1, 'manual')).toEqual(low);
  });
});

describe('a change that was made on an older plan', () => {
  it('is applied to the newer plan as what the person did, not as the list they saw', () => {
    const mine = { moves: [{ issueId: '4', after: ['1'] }] };
    const others = plannerOf(['2', '1', '3', '4'], { mode: 'auto', count: 4 });
    expect(draftOf(others, mine).order).toEqual(['2', '1', '4', '3']);
  });

  it('keeps its place by the next issue above when its neighbour has left the sprint', () => {
    const mine = { moves: [{ issueId: '4', after: ['9', '2', '1'] }] };
    expect(draftOf(plannerOf(order, { mode: 'auto', count: 4 }), mine).order).toEqual(['1', '2', '4', '3']);
  });

  it('keeps the line by the next issue above when the one that it was below is gone', () => {
    const theirs = plannerOf(['1', '2'], { mode: 'manual', count: 2 });
    expect(draftOf(theirs, { moves: [], line: { mode: 'manual', below: ['9', '1'] } }).manualCount).toBe(1);
  });

  it('is known to be stored already when it would change nothing', () => {
    const planner = plannerOf(['4', '1', '2', '3'], { mode: 'auto', count: 4 });
    expect(changesNothing(planner, { moves: [{ issueId: '4', after: [] }], desired: 80 })).toBe(true);
    expect(changesNothing(planner, { moves: [], desired: 81 })).toBe(false);
  });

  it('adds up: two changes together do what one after the other does', () => {
    const first = { ...noChange, moves: [{ issueId: '1', after: ['3'] }], desired: 60 };
    const second = { moves: [{ issueId: '4', after: [] }], desired: 70 };
    const draft = draftOf(plannerOf(order, { mode: 'auto', count: 4 }), together(first, second));
    expect(draft.order).toEqual(
      moveIssue(moveIssue(order, { issueId: '1', after: ['3'] }), { issueId: '4', after: [] }),
    );
    expect(draft.desired).toBe(70);
  });
});
