import fc from 'fast-check';

import { confidenceRatio } from '../../src/estimation/confidence-ratio';
import { type LoadIssue, loads } from '../../src/estimation/load';

const issue = (accountId: string | null, hours: number | null, confidence = 0.8): LoadIssue => ({
  accountId,
  hours,
  confidence,
});

describe('the load of a person', () => {
  it('is their own range against their own capacity, whatever the team’s is', () => {
    // Ada: 8–12.5 of 20 h. Noor: 32–50 of 37 h: (37 − 32) ÷ (50 − 32) = 28 %. Together 40–62.5 of 57 h: 76 %.
    const [ada, noor] = loads(
      [issue('ada', 10), issue('noor', 40)],
      new Map([
        ['ada', 20],
        ['noor', 37],
      ]),
    );
    expect(ada).toMatchObject({ optimistic: 8, pessimistic: 12.5, ratio: 1, state: 'fits' });
    expect(noor?.ratio).toBeCloseTo(5 / 18, 10);
    expect(noor?.state).toBe('tight');
    expect(confidenceRatio(57, 40, 62.5)).toBeGreaterThan(0.75);
  });

  it('is too much when it does not fit even if all goes well', () => {
    expect(loads([issue('ada', 10)], new Map([['ada', 7.9]]))[0]).toMatchObject({ state: 'over', ratio: 0 });
    expect(loads([issue('ada', 10)], new Map([['ada', 8]]))[0]).toMatchObject({ state: 'tight', ratio: 0 });
    expect(loads([issue('ada', 10)], new Map([['ada', 12.5]]))[0]).toMatchObject({ state: 'fits', ratio: 1 });
  });

  it('names who has nothing, who is not of the team, and what is nobody’s', () => {
    const all = loads([issue('guest', 4), issue(null, 2), issue('ada', null)], new Map([['ada', 20]]));
    expect(all.map(({ accountId, state, issues, unestimated }) => [accountId, state, issues, unestimated])).toEqual([
      ['ada', 'idle', 1, 1],
      ['guest', 'unknown', 1, 0],
      [null, 'unknown', 1, 0],
    ]);
  });

  it('adds up to the load of the team', () => {
    const arbitrary = fc.array(
      fc.record({
        accountId: fc.constantFrom('ada', 'noor', 'guest', null),
        hours: fc.option(fc.integer({ min: 1, max: 100 })),
        confidence: fc.constantFrom(1, 0.5, 0.25),
      }),
    );
    fc.assert(
      fc.property(arbitrary, (issues) => {
        const people = loads(issues, new Map([['ada', 10]]));
        const sum = people.reduce((before, { original }) => before + original, 0);
        expect(sum).toBe(issues.reduce((before, { hours }) => before + (hours ?? 0), 0));
        expect(people.reduce((before, person) => before + person.issues, 0)).toBe(issues.length);
      }),
    );
  });
});
