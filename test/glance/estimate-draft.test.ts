import { draftOf, followStored, isAsStored } from '../../src/glance/estimate-draft';
import { readEstimate } from '../../src/glance/glance-view';
import { aGlance } from './a-glance';

const read = (typed: string) => readEstimate(typed, aGlance());
const typedInto = (stored: string, typed: string) => ({ ...draftOf(stored), typed });

describe('what is typed for the estimate', () => {
  it('is nothing to save when it is the stored estimate in other words', () => {
    expect(isAsStored(typedInto('10', '1d 2h'), read)).toBe(true);
    expect(isAsStored(typedInto('10', '1d'), read)).toBe(false);
    expect(isAsStored(typedInto('', ''), read)).toBe(true);
  });

  it('can be sent, and refused, when it is none', () => {
    expect(isAsStored(typedInto('', 'soon'), read)).toBe(false);
    expect(isAsStored(typedInto('10', ''), read)).toBe(false);
  });

  it('stays when the issue is read again and nothing is new', () => {
    const draft = typedInto('10', '12');
    expect(followStored(draft, '10', read)).toBe(draft);
  });

  it('gives way to the stored estimate once that is the same', () => {
    expect(followStored(typedInto('10', '1d 4h'), '12', read)).toEqual({ stored: '12', typed: '12', version: 1 });
  });

  it('stays when it was typed while something else was saved', () => {
    expect(followStored(typedInto('10', '13'), '12', read)).toEqual({ stored: '12', typed: '13', version: 0 });
  });

  it('is what is stored while nobody has typed', () => {
    expect(followStored(draftOf('10'), '12', read)).toEqual({ stored: '12', typed: '12', version: 1 });
    expect(followStored(draftOf('10'), '', read)).toEqual({ stored: '', typed: '', version: 1 });
  });
});
