import { hourAxis, placeOn } from '../../../static/planner/src/list/hour-axis';

describe('the hour axis that all range bars share', () => {
  it('ends at a number that reads well, beyond the longest range', () => {
    expect(hourAxis([5, 20, 31]).end).toBe(40);
    expect(hourAxis([3.3, 7.1]).end).toBe(8);
    expect(hourAxis([88]).end).toBe(100);
    // 4 h and 8 h at 80 %: 5 and 10 h at the worst.
    expect(hourAxis([5, 10]).end).toBe(10);
    expect(hourAxis([2, 2, 2, 2, 2, 2, 2, 2, 2, 60]).end).toBe(80);
  });

  it('is not flattened by one huge issue', () => {
    const axis = hourAxis([...Array.from({ length: 30 }, () => 8), 12_500]);
    expect(axis.end).toBe(20);
    expect(placeOn(axis, 12_500)).toBe(100);
  });

  it('has an end while nothing is estimated', () => {
    expect(hourAxis([]).end).toBeGreaterThan(0);
  });
});
