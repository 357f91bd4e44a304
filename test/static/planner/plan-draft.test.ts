import fc from 'fast-check';

import { moveIssue } from '../../../src/estimation/plan-order';
import {
  changeToSequence,
  draftOf,
  lineId,
  noChange,
  putBeside,
  sequenceOf,
  step,
  together,
} from '../../../static/planner/src/plan-draft';
import { plannerOf } from './planner-of';

const order = ['1', '2', '3', '4'];

describe('dragging in the plan', () => {
  it('puts an issue before or after another one', () => {
    const sequence = sequenceOf(order, 2);
    expect(sequence).toEqual(['1', '2', lineId, '3', '4']);
    expect(putBeside(sequence, '4', '1', 'before')).toEqual(['4', '1', '2', lineId, '3']);
    expect(putBeside(sequence, '1', lineId, 'after')).toEqual(['2', lineId, '1', '3', '4']);
  });

  it('makes the line manual where it is dropped', () => {
    const next = putBeside(sequenceOf(order, 2), lineId, '3', 'after');
    expect(changeToSequence(next, lineId, 'auto')).toEqual({ moves: [], line: { mode: 'manual', afterId: '3' } });
  });

  it('leaves an automatic line to itself when an issue is dragged', () => {
    const next = putBeside(sequenceOf(order, 2), '4', '1', 'before');
    expect(changeToSequence(next, '4', 'auto')).toEqual({ moves: [{ issueId: '4', afterId: null }] });
  });

  it('keeps a manual line in its place when the issue above it is dragged away', () => {
    const planner = plannerOf(order, { mode: 'manual', count: 2 });
    const next = putBeside(sequenceOf(order, 2), '2', '4', 'after');
    const draft = draftOf(planner, changeToSequence(next, '2', 'manual'));
    expect(draft.order).toEqual(['1', '3', '4', '2']);
    expect(draft.manualCount).toBe(1);
  });

  it('counts an issue in that is dragged above a manual line', () => {
    const planner = plannerOf(order, { mode: 'manual', count: 2 });
    const draft = draftOf(planner, changeToSequence(putBeside(sequenceOf(order, 2), '4', '2', 'after'), '4', 'manual'));
    expect(draft.order).toEqual(['1', '2', '4', '3']);
    expect(draft.manualCount).toBe(3);
  });

  it('steps over an automatic line with the keyboard, and across a manual one', () => {
    const sequence = sequenceOf(order, 2);
    expect(step(sequence, '2', 1, 'auto').filter((id) => id !== lineId)).toEqual(['1', '3', '2', '4']);
    expect(step(sequence, '2', 1, 'manual')).toEqual(['1', lineId, '2', '3', '4']);
    expect(step(sequence, lineId, -1, 'auto')).toEqual(['1', lineId, '2', '3', '4']);
    expect(step(sequence, '1', -1, 'manual')).toEqual(sequence);
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
          const sequence = sequenceOf(ids, line % (length + 1));
          const moved = sequence[from % sequence.length] ?? lineId;
          const next = putBeside(sequence, moved, sequence[to % sequence.length] ?? lineId, side);
          const draft = draftOf(
            plannerOf(ids, { mode: 'manual', count: line % (length + 1) }),
            changeToSequence(next, moved, 'manual'),
          );
          expect(sequenceOf(draft.order, draft.manualCount)).toEqual(next);
        },
      ),
    );
  });
});

describe('a change that was made on an older plan', () => {
  it('is applied to the newer plan as what the person did, not as the list they saw', () => {
    const mine = { moves: [{ issueId: '4', afterId: '1' }] };
    const theirs = plannerOf(['3', '2', '1', '4'], { mode: 'auto', count: 4 });
    expect(draftOf(theirs, mine).order).toEqual(['3', '2', '1', '4']);
    const others = plannerOf(['2', '1', '3', '4'], { mode: 'auto', count: 4 });
    expect(draftOf(others, mine).order).toEqual(['2', '1', '4', '3']);
  });

  it('leaves the line where the newer plan has it when the issue above it is gone', () => {
    const theirs = plannerOf(['1', '2'], { mode: 'manual', count: 1 });
    expect(draftOf(theirs, { moves: [], line: { mode: 'manual', afterId: '9' } }).manualCount).toBe(1);
  });

  it('adds up: two changes together do what one after the other does', () => {
    const first = { ...noChange, moves: [{ issueId: '1', afterId: '3' }], desired: 60 };
    const second = { moves: [{ issueId: '4', afterId: null }], desired: 70 };
    const draft = draftOf(plannerOf(order, { mode: 'auto', count: 4 }), together(first, second));
    expect(draft.order).toEqual(
      moveIssue(moveIssue(order, { issueId: '1', afterId: '3' }), { issueId: '4', afterId: null }),
    );
    expect(draft.desired).toBe(70);
  });
});
