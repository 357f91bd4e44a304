import { withCapacityNote } from '../../../src/planning/team/capacity-note';
import { changesSinceStart } from '../../../src/planning/team/changes-since-start';
import { plannerCapacity } from '../../../src/planning/team/planner-capacity';
import { unsavedPlan } from '../../../src/storage/plans';

const people = { hours: 90 };
const previous = { hours: 60, from: 'Sprint 23' };
const mode = (capacityMode: 'sprint' | 'board' | 'team', capacityHours: number | null = 70) => ({
  capacityMode,
  capacityHours,
});
const note = { reason: 'Two of us are at a fair', by: 'ada', at: '2026-12-01T09:00:00.000Z' };

describe('the capacity that a sprint is planned with', () => {
  it('is its own before any other, with the reason', () => {
    for (const each of ['sprint', 'board', 'team'] as const) {
      expect(plannerCapacity({ capacityHours: 0, capacityNote: note }, mode(each), people, previous)).toEqual({
        hours: 0,
        source: 'sprint',
        reason: 'Two of us are at a fair',
        from: null,
      });
    }
    expect(plannerCapacity({ capacityHours: 50 }, mode('team'), people, previous).reason).toBeNull();
  });

  it.each([
    ['team', { hours: 90, source: 'team', reason: null, from: null }],
    ['board', { hours: 70, source: 'board', reason: null, from: null }],
    ['sprint', { hours: 60, source: 'previous', reason: null, from: 'Sprint 23' }],
  ] as const)('is otherwise what the board has chosen: %s', (each, capacity) => {
    expect(plannerCapacity({}, mode(each), people, previous)).toEqual(capacity);
  });

  it('is not another one where the chosen one is not known', () => {
    const none = { hours: null, source: 'none', reason: null, from: null };
    expect(plannerCapacity({}, mode('team'), { hours: null }, previous)).toEqual(none);
    expect(plannerCapacity({}, mode('board', null), people, previous)).toEqual(none);
    expect(plannerCapacity({}, mode('sprint'), people, null)).toEqual(none);
  });
});

describe('who gave a sprint its own capacity, and why', () => {
  const before = { ...unsavedPlan, revision: 3, capacityHours: 50, capacityNote: note };
  const act = { by: 'noor', at: '2026-12-02T09:00:00.000Z' };

  it('is kept with the hours, and outlives a change of something else', () => {
    const changed = withCapacityNote({ ...before, capacityHours: 40 }, before, { ...act, reason: undefined });
    expect(changed.capacityNote).toEqual({ ...act, reason: '' });
    expect(withCapacityNote({ ...before, desired: 60 }, before, { ...act, reason: undefined }).capacityNote).toBe(note);
  });

  it('is followed by who took it away', () => {
    const { capacityHours: _, ...without } = before;
    const taken = withCapacityNote(without, before, { ...act, reason: 'Not needed any more' });
    expect(taken.capacityNote).toEqual({ ...act, reason: '' });
    // It is no capacity of the sprint's own.
    expect(plannerCapacity(taken, mode('team'), people, previous).source).toBe('team');
    // Taken away twice is taken away once.
    const later = { by: 'tomas', at: '2026-12-03T09:00:00.000Z' };
    expect(withCapacityNote(taken, taken, { ...later, reason: '' }).capacityNote).toEqual(taken.capacityNote);
  });

  it('is no other when the same number is given again: only another reason is its giver’s own', () => {
    expect(withCapacityNote(before, before, { ...act, reason: note.reason }).capacityNote).toBe(note);
    expect(withCapacityNote(before, before, { ...act, reason: 'A fair' }).capacityNote).toEqual({
      reason: 'A fair',
      by: 'noor',
      at: note.at,
    });
  });
});

describe('what was changed after a sprint had started', () => {
  const started = {
    state: 'active',
    startDate: '2026-11-30T09:00:00.000+0000',
    endDate: '2026-12-11T16:00:00.000+0000',
  } as const;
  const always = { from: null, to: null };
  const change = (
    at: string,
    by: string | null = 'ada',
    span: { from: string | null; to: string | null } = always,
  ) => ({
    ...span,
    at,
    by,
    what: 'timeOff' as const,
    accountId: 'noor',
  });
  const own = { capacityHours: 50, capacityNote: note };

  it('is told newest first, with the sprint’s own capacity among it', () => {
    const changes = [change('2026-12-02T09:00:00.000Z'), change('2026-11-30T09:00:01.000Z', null)];
    const early = change('2026-11-30T09:00:00.000Z');
    const told = changesSinceStart({ changes: [...changes, early] }, own, started, 'UTC');
    expect(told).toEqual([
      { at: '2026-12-02T09:00:00.000Z', by: 'ada', what: 'timeOff', about: 'noor' },
      { at: '2026-12-01T09:00:00.000Z', by: 'ada', what: 'override', about: null },
      { at: '2026-11-30T09:00:01.000Z', by: null, what: 'timeOff', about: 'noor' },
    ]);
    expect(changesSinceStart({ changes: [] }, { capacityNote: note }, started, 'UTC')).toEqual([
      { at: '2026-12-01T09:00:00.000Z', by: 'ada', what: 'overrideTakenBack', about: null },
    ]);
  });

  it.each([
    ['2026-11-20', '2026-11-29', false],
    ['2026-11-20', '2026-11-30', true],
    ['2026-12-11', '2026-12-24', true],
    ['2026-12-12', null, false],
    ['2026-12-12', '2026-12-24', false],
    [null, '2026-11-29', false],
    [null, '2026-11-30', true],
    ['2026-11-01', null, true],
  ])('is only what touches its days: from %s to %s', (from, to, isTold) => {
    const changes = [change('2026-12-02T09:00:00.000Z', 'ada', { from, to })];
    expect(changesSinceStart({ changes }, {}, started, 'UTC')).toHaveLength(isTold ? 1 : 0);
  });

  it('goes by the calendar of the team', () => {
    // In Auckland (UTC+13) it ends on the 12th, at five in the morning.
    const changes = [change('2026-12-02T09:00:00.000Z', 'ada', { from: '2026-12-12', to: null })];
    expect(changesSinceStart({ changes }, {}, started, 'Pacific/Auckland')).toHaveLength(1);
    const { endDate: _, ...endless } = started;
    expect(changesSinceStart({ changes }, {}, endless, 'UTC')).toHaveLength(1);
  });

  it('is nothing in a sprint that has not started', () => {
    const changes = [change('2026-12-02T09:00:00.000Z')];
    expect(changesSinceStart({ changes }, own, { ...started, state: 'future' }, 'UTC')).toEqual([]);
  });
});
