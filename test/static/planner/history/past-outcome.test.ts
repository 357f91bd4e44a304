import { outcomeOf } from '../../../../static/planner/src/history/past-outcome';
import type { PastSprint } from '../../../../static/planner/src/history/opened-history';

/** Twelve issues were promised and done, in 76 of 80 h. */
const kept: NonNullable<PastSprint['said']> = {
  capacityHours: 80,
  ratio: 0.62,
  chance: 0.71,
  promised: 12,
  takenOut: 0,
  done: 12,
  actual: 76,
  came: true,
};

describe('What came of a past sprint', () => {
  it('came true when all was done within the capacity', () => {
    expect(outcomeOf({ said: kept })).toEqual({ kind: 'cameTrue', promised: 12 });
  });

  it('was missed by the issues that were not done, whatever the hours', () => {
    const said = { ...kept, done: 9, actual: 96, came: false };
    expect(outcomeOf({ said })).toEqual({ kind: 'missedIssues', done: 9, promised: 12, takenOut: 0 });
  });

  it('was missed by hours when all was done in more than there were', () => {
    const said = { ...kept, actual: 96, came: false };
    expect(outcomeOf({ said })).toEqual({ kind: 'missedHours', actual: 96, capacity: 80 });
  });

  it('is not judged without a capacity', () => {
    const said = { ...kept, capacityHours: null, ratio: null, chance: null, came: null, done: 9 };
    expect(outcomeOf({ said })).toEqual({ kind: 'noCapacity', done: 9, promised: 12 });
  });

  it('is nothing where nothing was promised, and where nobody was there to promise', () => {
    expect(outcomeOf({ said: { ...kept, promised: 0, done: 0, came: null } })).toEqual({ kind: 'nothingPlanned' });
    expect(outcomeOf({ said: null })).toEqual({ kind: 'notThere' });
  });
});
