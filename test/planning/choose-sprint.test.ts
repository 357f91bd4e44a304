import { chooseSprint } from '../../src/planning/choose-sprint';

const active = { id: 1, name: 'Sprint 1', state: 'active' as const };
const next = { id: 2, name: 'Sprint 2', state: 'future' as const };
const later = { id: 3, name: 'Sprint 3', state: 'future' as const };

describe('the sprint that the planner opens', () => {
  it('is the next one, because planning is for what comes', () => {
    expect(chooseSprint([active, next, later])).toBe(next);
  });

  it('is the active one when no other is prepared', () => {
    expect(chooseSprint([active])).toBe(active);
  });

  it('is none when there is neither', () => {
    expect(chooseSprint([])).toBeNull();
  });
});
