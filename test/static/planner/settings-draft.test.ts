import { changedFields, rebased } from '../../../static/planner/src/settings/draft';

interface Form {
  readonly capacity: string;
  readonly confidence: string;
  readonly steps: readonly { percent: number }[] | null;
}
const base: Form = { capacity: '120', confidence: '80', steps: [{ percent: 50 }] };

describe('A form of settings', () => {
  it('knows what was changed in it, and that a value typed anew is no change', () => {
    expect(changedFields(base, { ...base, steps: [{ percent: 50 }] })).toEqual([]);
    expect(changedFields(base, { capacity: '100', confidence: '80', steps: null })).toEqual(['capacity', 'steps']);
  });

  it('lays what this person changed over what somebody else saved meanwhile', () => {
    const mine = { ...base, capacity: '100' };
    const theirs = { ...base, confidence: '60', steps: null };
    expect(rebased(base, mine, theirs)).toEqual({ capacity: '100', confidence: '60', steps: null });
  });

  it('prefers this person’s value where both changed the same', () => {
    expect(rebased(base, { ...base, capacity: '100' }, { ...base, capacity: '160' }).capacity).toBe('100');
  });
});
