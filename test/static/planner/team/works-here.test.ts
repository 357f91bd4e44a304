import { worksHereOn } from '../../../../static/planner/src/team/works-here';
import { aPerson } from '../team-import/a-team';

describe('Somebody works on a board', () => {
  it.each([
    ['from their first day on', { from: '2026-11-23' }, true],
    ['but not before it', { from: '2026-11-24' }, false],
    ['until their last day', { until: '2026-11-23' }, true],
    ['but not after it', { until: '2026-11-22' }, false],
    ['on probation', { status: 'probation' as const }, true],
    ['but not when they have left', { status: 'left' as const }, false],
    ['nor while they are suspended', { status: 'suspended' as const }, false],
    ['nor in another team', { status: 'moved' as const }, false],
  ])('%s', (_, said, works) => {
    expect(worksHereOn(aPerson(said), '2026-11-23')).toBe(works);
  });
});
