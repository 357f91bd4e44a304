import {
  discardedDesk,
  isChanged,
  isHeld,
  openedDesk,
  overtakenDesk,
  savedDesk,
  type SettingsDesk,
  withMine,
} from '../../../static/planner/src/settings/desk';
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

describe('Settings that somebody else saved first', () => {
  const read = (from: Form, form: Form) => ({
    change: Object.fromEntries(changedFields(from, form).map((name) => [name, form[name]])),
  });
  const typed: SettingsDesk<number, Form> = {
    ...openedDesk(1, base),
    form: { ...base, capacity: '100' },
  };
  const theirs = { opened: 2, form: { ...base, confidence: '60' } };
  const overtaken = overtakenDesk(typed, theirs, read);

  it('are shown, and cannot be changed until it is decided whose values these are', () => {
    expect(overtaken.form).toEqual(theirs.form);
    expect(isHeld(overtaken)).toBe(true);
    expect(isHeld(typed)).toBe(false);
  });

  it('take what this person typed over what stands in the fields by then', () => {
    const later = { ...overtaken, form: { ...overtaken.form, steps: null } };
    expect(withMine(later)).toMatchObject({
      form: { capacity: '100', confidence: '60', steps: null },
      base: theirs.form,
      kept: null,
    });
  });

  it('do not lose what this person typed when the fields are set back', () => {
    expect(withMine(discardedDesk(overtaken)).form.capacity).toBe('100');
  });

  it('leave nothing to decide when both wanted the same', () => {
    const same = overtakenDesk(typed, { opened: 2, form: { ...base, capacity: '100' } }, read);
    expect(same).toMatchObject({ kept: null, last: 'saved' });
  });
});

describe('Settings that were saved', () => {
  it('stay in the fields when they cannot be read again, with the newer revision', () => {
    const typed = { ...openedDesk({ revision: 1 }, base), form: { ...base, capacity: '100' } };
    const saved = savedDesk(typed, { opened: { revision: 2 }, form: typed.form });
    expect(saved).toMatchObject({ opened: { revision: 2 }, base: typed.form, form: typed.form, last: 'saved' });
    expect(discardedDesk({ ...saved, form: base }).form.capacity).toBe('100');
  });
});

describe('A save button', () => {
  it('is there for what would be sent and for what is wrong, but not for what is hidden', () => {
    const edited = { ...base, capacity: '100' };
    expect(isChanged(base, edited, { change: { capacity: 100 } })).toBe(true);
    expect(isChanged(base, edited, { problems: new Set(['capacity']) })).toBe(true);
    expect(isChanged(base, edited, { change: {} })).toBe(false);
  });

  it('is not there for what was wrong before anybody changed it', () => {
    expect(isChanged(base, { ...base }, { problems: new Set(['capacity']) })).toBe(false);
  });
});
