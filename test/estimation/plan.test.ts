import fc from 'fast-check';

import { workOutPlan } from '../../src/estimation/plan';
import { capacity, desired, issues } from './arbitrary-plans';

const three = [
  { hours: 8, confidence: 0.8 },
  { hours: 12, confidence: 0.6 },
  { hours: 6, confidence: 0.9 },
];

describe('a plan worked out', () => {
  it('cuts three issues at 32 hours and 70 % below the third, with 73.58 %', () => {
    const plan = workOutPlan({
      issues: three,
      capacity: 32,
      desired: 0.7,
      policy: 'closest',
      cutline: { mode: 'auto' },
    });
    expect(plan.count).toBe(3);
    expect(plan.ratio).toBeCloseTo(0.73585, 5);
    expect(plan.above.original).toBe(26);
  });

  it('has no confidence without a capacity, and lets everything stay in', () => {
    const plan = workOutPlan({
      issues: three,
      capacity: null,
      desired: 0.8,
      policy: 'closest',
      cutline: { mode: 'auto' },
    });
    expect(plan.ratio).toBeNull();
    expect(plan.count).toBe(3);
  });

  it('leaves unestimated issues out of the sums and in the list', () => {
    const plan = workOutPlan({
      issues: [...three, { hours: null, confidence: 0.8 }],
      capacity: 100,
      desired: 0.8,
      policy: 'closest',
      cutline: { mode: 'auto' },
    });
    expect(plan.ranges).toHaveLength(4);
    expect(plan.ranges[3]).toBeNull();
    expect(plan.count).toBe(4);
    expect(plan.all.original).toBe(26);
  });

  it('leaves a manual line where it is, whatever the capacity says', () => {
    fc.assert(
      fc.property(issues, capacity, desired, fc.nat({ max: 60 }), (list, hours, wanted, count) => {
        const plan = workOutPlan({
          issues: list,
          capacity: hours,
          desired: wanted,
          policy: 'closest',
          cutline: { mode: 'manual', count },
        });
        expect(plan.count).toBe(Math.min(count, list.length));
      }),
    );
  });
});
