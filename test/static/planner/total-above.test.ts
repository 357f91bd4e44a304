import type { Planner, PlannerItem } from '../../../src/contract';
import { totalAbove } from '../../../static/planner/src/chance/total-above';
import { startState } from '../../../static/planner/src/plan/planner-state';
import { viewOf } from '../../../static/planner/src/plan/plan-view';
import { english } from '../../../static/planner/src/texts/english';
import { itemOf, plannerOf } from './planner-of';

/** A sprint that runs, with 20 h for two issues; of the first this is known. */
function above(spentSource: Planner['spentSource'], known: Partial<PlannerItem>) {
  const sprint = { id: 7, name: 'Sprint 7', state: 'active' as const };
  const planner: Planner = {
    ...plannerOf(['1', '2'], { mode: 'manual', count: 2 }),
    sprint,
    sprints: [sprint],
    capacity: { hours: 20, source: 'sprint', reason: null, from: null },
    items: [{ ...itemOf('1'), ...known }, itemOf('2')],
    spentSource,
  };
  return totalAbove(viewOf(startState({ planner, changedIssues: [] })), planner);
}

const begun = { spentHours: 6, spentBeforeHours: 2 };

describe('why the chance and the ratio differ in a sprint that runs', () => {
  it('is what was logged since the start, or at all where nobody knows when', () => {
    expect(above('logged', begun)).toMatchObject({ left: 16, begun: true, leftAfter: 'sinceStart' });
    expect(above('logged', { spentHours: 6 })).toMatchObject({ left: 14, leftAfter: 'ofAllTime' });
  });

  it('is how long issues were in progress, where the board counts that, and nothing that was logged', () => {
    const { left, leftAfter } = above('inProgress', begun);
    expect([left, leftAfter]).toEqual([16, 'inProgress']);
    const said = english.chance.capacityLeft[leftAfter]('20 h', '16 h');
    expect(said).toContain('was in progress');
    expect(said).not.toContain('logged');
  });

  it('is that nobody knows, where that could not be read: then nothing counts as begun or done', () => {
    const done = { status: { id: '3', name: 'Done', category: 'done' as const } };
    const { left, begun: counts, leftAfter, total } = above('unknown', done);
    expect({ left, counts, leftAfter }).toEqual({ left: 20, counts: false, leftAfter: 'unknown' });
    expect(total.chance(20)).toBe(above('unknown', {}).total.chance(20));
    expect(english.chance.capacityLeft[leftAfter]('20 h', '20 h')).toContain('could not be read');
  });
});
