import { regionsOf, withFreeDay, withHolidays, withoutFreeDay } from '../../../../static/planner/src/team/free-days';

const day = (date: string, name: string, region: string | null = null) => ({ date, half: null, name, region });
const party = day('2026-12-18', 'Party');
const christmas = day('2026-12-25', 'Christmas Day', 'GB-ENG');

describe('Free days', () => {
  it('stand by date, whenever they were added', () => {
    expect(withFreeDay([christmas], null, party)).toEqual([party, christmas]);
  });

  it('are kept by the people of regions, each of which can be chosen once', () => {
    const boxingDay = day('2026-12-28', 'Boxing Day', 'GB-ENG');
    expect(regionsOf([party, christmas, boxingDay], '')).toEqual(['GB-ENG']);
    // Days of somebody's region may have been taken away.
    expect(regionsOf([party, christmas], 'ES')).toEqual(['ES', 'GB-ENG']);
  });

  it('are moved, not doubled', () => {
    const moved = day('2026-12-17', 'Party');
    expect(withFreeDay([party, christmas], party, moved)).toEqual([moved, christmas]);
  });

  it('are taken away one at a time: another of that date stays', () => {
    const own = day('2026-12-25', 'Closed');
    expect(withoutFreeDay([christmas, own], christmas)).toEqual([own]);
  });

  it('of a region are the same when they are added twice', () => {
    const once = withHolidays([party], 'GB-ENG', [2026], [christmas]);
    expect(once).toEqual([party, christmas]);
    expect(withHolidays(once, 'GB-ENG', [2026], [christmas])).toEqual(once);
  });

  it('of a region take the place of those that no longer hold, in these years alone', () => {
    const gone = day('2026-06-03', 'Jubilee', 'GB-ENG');
    const earlier = day('2025-12-25', 'Christmas Day', 'GB-ENG');
    const scottish = day('2026-11-30', 'St Andrew’s Day', 'GB-SCT');
    expect(withHolidays([earlier, gone, scottish, party], 'GB-ENG', [2026, 2027], [christmas])).toEqual([
      earlier,
      scottish,
      party,
      christmas,
    ]);
  });
});
