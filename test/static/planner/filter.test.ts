import fc from 'fast-check';

import { type Filter, isFiltering, matches, noFilter, none } from '../../../static/planner/src/filter/filter';
import { filterChoices } from '../../../static/planner/src/filter/filter-choices';
import { anItem } from './an-item';

const jana = { accountId: 'a-jana', name: 'Jana Kovář' };
const tom = { accountId: 'a-tom', name: 'Tom Berg' };
const shop = { key: 'WEB-100', summary: 'Shop' };
const search = { key: 'WEB-200', summary: 'Search' };

/** Which of the issues are shown, by their keys. */
const shown = (items: readonly ReturnType<typeof anItem>[], filter: Partial<Filter>): string[] =>
  items.filter((item) => matches(item, { ...noFilter, ...filter })).map(({ key }) => key);

describe('searching the plan by text', () => {
  const items = [
    anItem({ key: 'WEB-214', summary: 'Checkout: pay with saved card' }),
    anItem({ key: 'WEB-21', summary: 'Café menu in the Straße theme' }),
    anItem({ key: 'API-3', summary: 'Ödeme sayfası ＰＡＹ 決済ガイド ΟΔΟΣ' }),
  ];

  it.each([
    ['a part of a key', 'web-21', ['WEB-214', 'WEB-21']],
    ['a part of a summary', 'check', ['WEB-214']],
    ['words in any order, all of which must be there', 'card pay', ['WEB-214']],
    ['words of which one is missing', 'card cash', []],
    ['a word of the key and one of the summary', 'web-21 menu', ['WEB-21']],
    ['letters without their accents', 'cafe', ['WEB-21']],
    ['letters with accents that the issue does not have', 'méñü', ['WEB-21']],
    ['double s for ß, as capitals have it', 'STRASSE', ['WEB-21']],
    ['ß for itself', 'straße', ['WEB-21']],
    ['Turkish letters by their plain ones', 'odeme sayfasi', ['API-3']],
    ['full-width letters by narrow ones', 'pay', ['WEB-214', 'API-3']],
    ['Japanese', 'ガイド', ['API-3']],
    ['Greek, whichever sigma ends the word', 'οδοσ', ['API-3']],
    ['signs that mean something to a regular expression', '.*', []],
    ['only spaces', '   ', ['WEB-214', 'WEB-21', 'API-3']],
  ])('finds %s', (_what, text, keys) => {
    expect(shown(items, { text })).toEqual(keys);
  });

  it('finds an issue by any piece of its own summary', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (summary, one, other) => {
        const letters = Array.from(new Intl.Segmenter().segment(summary), ({ segment }) => segment);
        const [from, to] = [one % (letters.length + 1), other % (letters.length + 1)].sort((a, b) => a - b);
        const text = letters.slice(from, to).join('');
        expect(shown([anItem({ key: 'WEB-1', summary })], { text })).toEqual(['WEB-1']);
      }),
    );
  });
});

describe('filtering the plan', () => {
  const items = [
    anItem({ key: 'WEB-1', assignee: jana, parent: shop, confidence: 50 }),
    anItem({ key: 'WEB-2', assignee: tom, parent: shop, confidence: 51 }),
    anItem({ key: 'WEB-3', assignee: jana, parent: search, hours: null, hoursSource: 'none', confidence: 20 }),
    anItem({ key: 'WEB-4' }),
    anItem({
      key: 'WEB-5',
      assignee: tom,
      type: { name: 'Sub-task', kind: 'subtask' },
      parent: { key: 'WEB-1', summary: '' },
    }),
  ];

  it.each<[string, Partial<Filter>, string[]]>([
    ['of nobody in particular shows everything', {}, ['WEB-1', 'WEB-2', 'WEB-3', 'WEB-4', 'WEB-5']],
    ['by a person', { assignees: ['a-jana'] }, ['WEB-1', 'WEB-3']],
    ['by one person or nobody', { assignees: ['a-jana', none] }, ['WEB-1', 'WEB-3', 'WEB-4']],
    ['by one epic or the other', { epics: ['WEB-100', 'WEB-200'] }, ['WEB-1', 'WEB-2', 'WEB-3']],
    ['by no epic: a sub-task is in an issue, not in an epic', { epics: [none] }, ['WEB-4', 'WEB-5']],
    ['by an issue that is no epic but has a sub-task', { epics: ['WEB-1'] }, []],
    ['by a missing estimate', { unestimated: true }, ['WEB-3']],
    ['by a confidence of 50 % or less', { lowConfidence: true }, ['WEB-1', 'WEB-3']],
    ['by several kinds at once', { assignees: ['a-jana'], epics: ['WEB-100'], lowConfidence: true }, ['WEB-1']],
    ['by two that exclude each other', { assignees: ['a-tom'], unestimated: true }, []],
  ])('%s', (_how, filter, keys) => {
    expect(shown(items, filter)).toEqual(keys);
  });

  it('offers the people and epics that there are, by name, with how many issues each has', () => {
    expect(filterChoices(items)).toEqual({
      assignees: [
        { id: 'a-jana', name: 'Jana Kovář', count: 2 },
        { id: 'a-tom', name: 'Tom Berg', count: 2 },
        { id: none, name: '', count: 1 },
      ],
      epics: [
        { id: 'WEB-200', name: 'Search', count: 1 },
        { id: 'WEB-100', name: 'Shop', count: 2 },
        { id: none, name: '', count: 2 },
      ],
      unestimated: 1,
      lowConfidence: 2,
    });
  });

  it('keeps two people of the same name apart', () => {
    const namesakes = [jana, { ...jana, accountId: 'a-jana-2' }].map((assignee) => anItem({ assignee }));
    expect(filterChoices(namesakes).assignees.map(({ id }) => id)).toEqual(['a-jana', 'a-jana-2']);
  });

  it('calls an epic by its key when its summary is not to be seen', () => {
    const [epic] = filterChoices([anItem({ parent: { key: 'WEB-9', summary: '' } })]).epics;
    expect(epic).toEqual({ id: 'WEB-9', name: 'WEB-9', count: 1 });
  });

  it('shows with each choice as many issues as it said', () => {
    const person = fc.constantFrom(jana, tom, null);
    const epic = fc.constantFrom(shop, search, null);
    const kind = fc.constantFrom('task' as const, 'subtask' as const);
    const issue = fc
      .record({ assignee: person, parent: epic, kind, hours: fc.constantFrom(null, 8), confidence: fc.nat(100) })
      .map(({ kind: of, ...rest }) => anItem({ ...rest, type: { name: 'Issue', kind: of } }));
    fc.assert(
      fc.property(fc.array(issue), (plan) => {
        const choices = filterChoices(plan);
        for (const { id, count } of choices.assignees) expect(shown(plan, { assignees: [id] })).toHaveLength(count);
        for (const { id, count } of choices.epics) expect(shown(plan, { epics: [id] })).toHaveLength(count);
        expect(shown(plan, { unestimated: true })).toHaveLength(choices.unestimated);
        expect(shown(plan, { lowConfidence: true })).toHaveLength(choices.lowConfidence);
      }),
    );
  });
});

describe('a filter', () => {
  it.each<[Partial<Filter>, boolean]>([
    [{}, false],
    [{ text: '  ' }, false],
    [{ text: 'a' }, true],
    [{ assignees: [none] }, true],
    [{ epics: ['WEB-100'] }, true],
    [{ unestimated: true }, true],
    [{ lowConfidence: true }, true],
  ])('%j hides something: %p', (filter, hides) => {
    expect(isFiltering({ ...noFilter, ...filter })).toBe(hides);
  });
});
