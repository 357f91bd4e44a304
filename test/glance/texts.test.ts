import { english } from '../../src/glance/texts/english';
import { french } from '../../src/glance/texts/french';
import { textsFor } from '../../src/glance/texts';
import { issue as englishIssue } from '../../static/planner/src/texts/english/issue';
import { issue as frenchIssue } from '../../static/planner/src/texts/french/issue';
import { problems as frenchProblems } from '../../static/planner/src/texts/french/problems';

describe('the words of the glance', () => {
  it.each([
    ['fr', french],
    ['fr-CA', french],
    ['fr_FR', french],
    ['fry', english],
    ['de-DE', english],
    ['', english],
  ])('are French for French and English for all others: "%s"', (locale, texts) => {
    expect(textsFor(locale)).toBe(texts);
  });

  it('for the steps of confidence are those of the planner', () => {
    expect(english.steps).toEqual(englishIssue.steps);
    expect(french.steps).toEqual(frenchIssue.steps);
  });

  it('for what went wrong are those of the planner', () => {
    expect(frenchProblems).toMatchObject(french.problems);
  });
});
