import { sprintDays } from '../../../src/planning/settings/sprint-days';

const sprint = (startDate: string, endDate: string) => ({
  id: 1,
  name: 'Sprint 1',
  state: 'closed' as const,
  startDate,
  endDate,
});

describe('the working days of a sprint', () => {
  it.each([
    ['from Monday to the Friday of the next week', '2026-11-02T09:00:00.000Z', '2026-11-13T16:00:00.000Z', 10],
    ['of exactly two weeks, from Monday to Monday', '2026-11-02T09:00:00.000Z', '2026-11-16T09:00:00.000Z', 10],
    ['of three weeks from a Wednesday', '2026-11-04T14:00:00.000Z', '2026-11-25T14:00:00.000Z', 15],
    ['of one day', '2026-11-04T09:00:00.000Z', '2026-11-04T17:00:00.000Z', 1],
    ['of a weekend', '2026-11-07T09:00:00.000Z', '2026-11-08T17:00:00.000Z', 0],
    ['in a zone of its own', '2026-11-02T09:00:00.000+01:00', '2026-11-13T16:00:00.000+01:00', 10],
  ])('%s', (_which, start, end, days) => {
    expect(sprintDays([sprint(start, end)])).toBe(days);
  });

  it('are those of the newest sprint that has dates, wherever it is in the list', () => {
    const undated = { id: 3, name: 'Sprint 3', state: 'future' as const };
    const older = sprint('2026-10-05T09:00:00.000Z', '2026-10-26T09:00:00.000Z');
    const newest = sprint('2026-11-02T09:00:00.000Z', '2026-11-09T09:00:00.000Z');
    expect(sprintDays([older, newest, undated])).toBe(5);
    expect(sprintDays([newest, older, undated])).toBe(5);
  });

  it('are unknown without dates, or with dates that are no dates or the wrong way round', () => {
    expect(sprintDays([])).toBeNull();
    expect(sprintDays([{ id: 3, name: 'Sprint 3', state: 'future' }])).toBeNull();
    expect(sprintDays([sprint('soon', 'later')])).toBeNull();
    expect(sprintDays([sprint('2026-11-13T16:00:00.000Z', '2026-11-02T09:00:00.000Z')])).toBeNull();
  });
});
