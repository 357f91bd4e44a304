import type { Planner } from '../../../../src/contract';
import { capacityFrom } from '../../../../static/planner/src/prism/capacity-from';

const team = { people: [], departments: [], hours: 40, changedSinceStart: 2 };
const from = (capacity: Partial<Planner['capacity']>): string =>
  capacityFrom({ capacity: { hours: 40, source: 'none', reason: null, from: null, ...capacity }, team });

describe('where a capacity comes from', () => {
  it.each([
    [{ source: 'team' as const }, 'from the team’s people · 2 changes since the sprint started'],
    [{ source: 'previous' as const, from: 'Sprint 23' }, 'as in Sprint 23'],
    [{ source: 'previous' as const }, 'as in the sprint before'],
    [{ source: 'sprint' as const }, 'for this sprint'],
    [{ source: 'sprint' as const, reason: 'trade fair' }, 'for this sprint: trade fair'],
    [{ source: 'board' as const }, 'the board’s own'],
    [{ source: 'none' as const }, ''],
  ])('is said of %j as %p', (capacity, said) => {
    expect(from(capacity)).toBe(said);
  });
});
