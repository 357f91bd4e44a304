import type { Planner } from '../../../../src/contract';
import { capacityFrom } from '../../../../static/planner/src/prism/capacity-from';

const team = { people: [], departments: [], hours: 40, changedSinceStart: 2 };
const from = (capacity: Partial<Planner['capacity']>, of: Planner['team'] = team): string =>
  capacityFrom({ capacity: { hours: 40, source: 'none', reason: null, from: null, ...capacity }, team: of });

describe('where a capacity comes from', () => {
  it.each([
    [{ source: 'team' as const }, 'from the team’s people · 2 changes since the sprint started'],
    [{ source: 'previous' as const, from: 'Sprint 23' }, 'as in Sprint 23'],
    [{ source: 'previous' as const }, 'as in the sprint before'],
    [{ source: 'sprint' as const }, 'for this sprint · 2 changes since the sprint started'],
    [
      { source: 'sprint' as const, reason: 'trade fair' },
      'for this sprint: trade fair · 2 changes since the sprint started',
    ],
    [{ source: 'board' as const }, 'the board’s own'],
    [{ source: 'none' as const }, ''],
  ])('is said of %j as %p', (capacity, said) => {
    expect(from(capacity)).toBe(said);
  });

  it('says nothing of changes when there were none since the start, or nobody works here', () => {
    const asPlanned = { ...team, changedSinceStart: 0 };
    expect(from({ source: 'sprint', reason: 'trade fair' }, asPlanned)).toBe('for this sprint: trade fair');
    expect(from({ source: 'team' }, asPlanned)).toBe('from the team’s people');
    expect(from({ source: 'sprint' }, null)).toBe('for this sprint');
  });
});
