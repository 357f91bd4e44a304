import fc from 'fast-check';

import { workOutPlan } from '../../src/estimation/plan';
import { capacity, confidence, desired, issues } from './arbitrary-plans';

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

  it('is the same with an issue of which nothing is left, which stays above the line whenever it touches it', () => {
    const policy = fc.constantFrom('closest' as const, 'atLeast' as const);
    fc.assert(
      fc.property(issues, capacity, desired, policy, fc.nat(), confidence, (list, hours, wanted, rule, at, sure) => {
        const place = at % (list.length + 1);
        const withDone = [...list.slice(0, place), { hours: 0, confidence: sure }, ...list.slice(place)];
        const given = { capacity: hours, desired: wanted, policy: rule, cutline: { mode: 'auto' as const } };
        const before = workOutPlan({ ...given, issues: list });
        const after = workOutPlan({ ...given, issues: withDone });
        expect(after.ratio).toBe(before.ratio);
        expect(after.above).toEqual(before.above);
        expect(after.count).toBe(before.count + (place <= before.count ? 1 : 0));
        expect(after.ranges[place]).toEqual({ optimistic: 0, original: 0, pessimistic: 0 });
      }),
    );
  });

  it('is certain of a sprint in which nothing is left, even without any capacity', () => {
    const plan = workOutPlan({
      issues: [{ hours: 0, confidence: 0.5 }],
      capacity: 0,
      desired: 1,
      policy: 'atLeast',
      cutline: { mode: 'auto' },
    });
    expect(plan).toMatchObject({ count: 1, ratio: 1 });
  });

  it('can follow the chance to finish instead of the ratio, and says both', () => {
    const given = {
      issues: three,
      capacity: 32,
      desired: 0.7,
      policy: 'closest' as const,
      cutline: { mode: 'auto' as const },
    };
    const chances = [0.97, 0.72, 0.4];
    const plan = workOutPlan({ ...given, chances, drives: 'chance' });
    expect(plan).toMatchObject({ count: 2, chance: 0.72, chanceToHere: chances, drives: 'chance' });
    expect(plan.ratio).toBe(1);
    // The ratio drives: the chance stands beside it.
    expect(workOutPlan({ ...given, chances, drives: 'ratio' })).toMatchObject({
      count: 3,
      chance: 0.4,
      drives: 'ratio',
    });
    // Nothing learnt yet: what was wanted of the chance the ratio does.
    expect(workOutPlan({ ...given, drives: 'chance' })).toMatchObject({ count: 3, chance: null, drives: 'ratio' });
  });

  it('has a line by the chance that is at least as sure as was wanted, and no longer list is', () => {
    const chances = fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 })
      .map((all) => all.sort((a, b) => b - a));
    fc.assert(
      fc.property(chances, desired, (list, wanted) => {
        const { count } = workOutPlan({
          issues: list.map(() => ({ hours: 1, confidence: 0.8 })),
          capacity: 10,
          desired: wanted,
          policy: 'atLeast',
          cutline: { mode: 'auto' },
          chances: list,
          drives: 'chance',
        });
        expect(count === 0 ? 1 : (list[count - 1] ?? 0)).toBeGreaterThanOrEqual(wanted - 1e-9);
        expect(list[count] ?? -1).toBeLessThan(wanted);
      }),
    );
  });
});
