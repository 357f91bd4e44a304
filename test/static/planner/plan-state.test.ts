import type { PlannerItem, PlannerSprint } from '../../../src/contract';
import { planState, sprintAfter } from '../../../static/planner/src/states/plan-state';

const issue = (category: PlannerItem['status']['category'], hours: number | null) => ({
  hours,
  status: { id: '1', name: category, category },
});
const active = { state: 'active' } as const;

describe('a plan as a whole', () => {
  it('is empty without issues, in a closed sprint too', () => {
    expect(planState({ sprint: active, items: [] })).toBe('empty');
    expect(planState({ sprint: { state: 'closed' }, items: [] })).toBe('empty');
  });

  it('is unestimated when no issue has an estimate, and not when a single one has', () => {
    expect(planState({ sprint: active, items: [issue('new', null), issue('done', null)] })).toBe('unestimated');
    expect(planState({ sprint: active, items: [issue('new', null), issue('new', 3)] })).toBeNull();
  });

  it('is done when every issue is, estimated or not', () => {
    expect(planState({ sprint: active, items: [issue('done', 3), issue('done', null)] })).toBe('done');
    expect(planState({ sprint: active, items: [issue('done', null)] })).toBe('done');
    expect(planState({ sprint: active, items: [issue('done', 3), issue('indeterminate', 3)] })).toBeNull();
  });

  it('of a closed sprint asks for nothing', () => {
    expect(planState({ sprint: { state: 'closed' }, items: [issue('done', 3)] })).toBeNull();
    expect(planState({ sprint: { state: 'closed' }, items: [issue('new', null)] })).toBeNull();
  });
});

describe('the sprint to plan next', () => {
  const sprint = (id: number, state: PlannerSprint['state']): PlannerSprint => ({
    id,
    name: `Sprint ${String(id)}`,
    state,
  });
  // Two can run at the same time.
  const sprints = [sprint(1, 'active'), sprint(2, 'active'), sprint(3, 'future'), sprint(4, 'future')];

  it('is the first after this one that has not begun', () => {
    expect(sprintAfter({ id: 1 }, sprints)?.id).toBe(3);
    expect(sprintAfter({ id: 3 }, sprints)?.id).toBe(4);
  });

  it('is none after the last', () => {
    expect(sprintAfter({ id: 4 }, sprints)).toBeNull();
  });
});
