import { teachesNothing } from '../../../src/planning/learning/teaches-nothing';

describe('a run over finished issues', () => {
  it('goes on while it has learnt from one, or has not seen 300', () => {
    expect(teachesNothing({ issues: 1, withoutTime: 900, withoutEstimate: 0 })).toBeNull();
    expect(teachesNothing({ issues: 0, withoutTime: 200, withoutEstimate: 99 })).toBeNull();
  });

  it('ends for want of what most of them lack', () => {
    expect(teachesNothing({ issues: 0, withoutTime: 200, withoutEstimate: 100 })).toBe('time');
    expect(teachesNothing({ issues: 0, withoutTime: 100, withoutEstimate: 200 })).toBe('estimates');
  });
});
