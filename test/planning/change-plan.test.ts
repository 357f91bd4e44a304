import { changePlan } from '../../src/planning/change-plan';
import { Problem } from '../../src/problem';
import { unsavedPlan } from '../../src/storage/plans';

const change = { boardId: 1, sprintId: 7, revision: 0 };
const shown = ['1', '2', '3'];

describe('changing a plan', () => {
  it('counts the revision up and leaves alone what was not named', () => {
    const plan = {
      ...unsavedPlan,
      revision: 4,
      order: ['3', '1', '2'],
      cutline: { mode: 'auto' as const },
      desired: 70,
      capacityHours: 90,
    };
    expect(changePlan(plan, { ...change, policy: 'atLeast' }, ['3', '1', '2'])).toEqual({
      ...plan,
      revision: 5,
      policy: 'atLeast',
    });
  });

  it('remembers a manual line by the issues above it, in the order that is saved with it', () => {
    const next = changePlan(
      unsavedPlan,
      { ...change, order: ['3', '1', '2'], cutline: { mode: 'manual', count: 2 } },
      shown,
    );
    expect(next.order).toEqual(['3', '1', '2']);
    expect(next.cutline).toEqual({ mode: 'manual', anchor: ['1', '3'] });
  });

  it('completes an order that names only some of the issues', () => {
    expect(changePlan(unsavedPlan, { ...change, order: ['3'] }, shown).order).toEqual(['1', '2', '3']);
  });

  it('takes the sprint’s own capacity away with null', () => {
    const plan = { ...unsavedPlan, capacityHours: 90 };
    expect(changePlan(plan, { ...change, capacityHours: null }, shown)).not.toHaveProperty('capacityHours');
    expect(changePlan(plan, { ...change, capacityHours: 0 }, shown).capacityHours).toBe(0);
  });

  it('refuses a line below more issues than there are', () => {
    expect(() => changePlan(unsavedPlan, { ...change, cutline: { mode: 'manual', count: 4 } }, shown)).toThrow(Problem);
  });

  it('refuses an order of which no issue is in the sprint', () => {
    expect(() => changePlan(unsavedPlan, { ...change, order: ['8', '9'] }, shown)).toThrow('None of the issues');
  });

  it('does not keep for ever the places of issues that nobody sees any more', () => {
    const gone = Array.from({ length: 5000 }, (_, index) => String(10_000 + index));
    const { order } = changePlan({ ...unsavedPlan, order: gone }, { ...change, order: ['3', '1', '2'] }, [
      '1',
      '2',
      '3',
    ]);
    expect(order.filter((id) => ['1', '2', '3'].includes(id))).toEqual(['3', '1', '2']);
    expect(order).toHaveLength(1003);
  });
});
