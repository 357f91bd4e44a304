import { saidThen } from '../../../../static/planner/src/history/said-then';

const then = { known: 40, low: 62, high: 118, actual: 97, capacity: 90, chance: 0.55 };
const sprint = { id: 7, name: 'Sprint 7', then };

describe('What would have been said of a past sprint', () => {
  it('stands beside where it ended: within, below or above', () => {
    const placeOf = (actual: number) => saidThen([{ ...sprint, then: { ...then, actual } }])[0]?.place;
    expect([61, 62, 118, 119].map(placeOf)).toEqual(['below', 'within', 'within', 'above']);
  });

  it('says so where fewer than ten finished issues were known then', () => {
    const fewOf = (known: number) => saidThen([{ ...sprint, then: { ...then, known } }])[0]?.few;
    expect([0, 9, 10].map(fewOf)).toEqual([true, true, false]);
  });

  it('is nothing where nothing was finished', () => {
    expect(saidThen([{ ...sprint, then: null }])).toEqual([]);
  });
});
