import { logAxis } from '../../../../static/planner/src/history/log-axis';
import type { FinishedIssue } from '../../../../static/planner/src/history/opened-history';
import { pointsFor } from '../../../../static/planner/src/history/scatter-points';

describe('An axis of ratios', () => {
  it('has 1, 2 and 5 and their tens on it, as far as the hours go', () => {
    const { domain, ticks } = logAxis([0.5, 3, 24]);
    expect(ticks).toEqual([0.5, 1, 2, 5, 10, 20]);
    expect(domain[0]).toBeLessThan(0.5);
    expect(domain[1]).toBeGreaterThan(24);
  });

  it('has only the tens on it when a minute stands beside weeks', () => {
    expect(logAxis([1 / 60, 200]).ticks).toEqual([0.1, 1, 10, 100]);
  });

  it('has room around issues that are all alike', () => {
    const { domain, ticks } = logAxis([8, 8]);
    expect(domain[0]).toBeLessThan(8);
    expect(domain[1]).toBeGreaterThan(8);
    expect(ticks).toEqual([8]);
    expect(logAxis([3, 4]).ticks).toEqual([3, 4]);
  });
});

describe('The points of the scatter', () => {
  const issues: FinishedIssue[] = [
    { estimate: 8, actual: 10, confidence: 80, key: 'WEB-1', accountId: 'ada' },
    { estimate: 4, actual: 3, confidence: null, key: null, accountId: null },
  ];

  it('are all alike while nobody is chosen', () => {
    expect(pointsFor(issues, null)).toEqual({
      chosen: [],
      others: [
        { estimate: 8, actual: 10, key: 'WEB-1' },
        { estimate: 4, actual: 3, key: null },
      ],
    });
  });

  it('set the chosen person’s apart, and nobody else’s', () => {
    expect(pointsFor(issues, 'ada')).toEqual({
      chosen: [{ estimate: 8, actual: 10, key: 'WEB-1' }],
      others: [{ estimate: 4, actual: 3, key: null }],
    });
  });
});
