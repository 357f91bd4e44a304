import type { Issue } from '../../src/jira/issues';
import { confidenceInField, isUnreadable } from '../../src/planning/confidence-field';
import { countsRemaining, makeItem } from '../../src/planning/make-item';
import { type Settings, settingsOf } from '../../src/storage/settings';
import { issueOf } from './issue-of';

const usual = settingsOf({ site: null, board: null });
const none = { byIssue: new Map<string, number>(), unreadable: new Set<string>() };
const fieldId = 'customfield_10044';
const withField = (value: number): Issue => issueOf('1', { numbers: new Map([[fieldId, value]]) });

describe('a confidence in a number field of Jira', () => {
  const settings = { ...usual, confidenceField: fieldId };

  it('is the issue’s confidence when it is a whole percent from 1 to 100', () => {
    const item = makeItem(withField(50), none, settings, true);
    // 8 h at 50 %: 4–16 h.
    expect(item).toMatchObject({ confidence: 50, confidenceSource: 'field', optimistic: 4, pessimistic: 16 });
    expect(confidenceInField(withField(1), fieldId)).toBe(1);
    expect(confidenceInField(withField(100), fieldId)).toBe(100);
  });

  it('is the default when the field is empty, whatever PlanPrism has kept', () => {
    const kept = { ...none, byIssue: new Map([['1', 30]]) };
    expect(makeItem(issueOf('1'), kept, settings, true)).toMatchObject({ confidence: 80, confidenceSource: 'default' });
    expect(isUnreadable(issueOf('1'), fieldId)).toBe(false);
  });

  it.each([0.8, 0, 250, -5, 79.5, Number.NaN])('is not guessed from %p', (value) => {
    expect(makeItem(withField(value), none, settings, true)).toMatchObject({
      confidence: 80,
      confidenceSource: 'default',
    });
    expect(isUnreadable(withField(value), fieldId)).toBe(true);
  });
});

describe('what remains of an issue', () => {
  const item = (issue: Issue, settings: Partial<Settings> = {}) =>
    makeItem(issue, none, { ...usual, ...settings }, true, { remaining: true });

  it('is what it counts with, and 0 when nothing is left', () => {
    expect(item(issueOf('1', { remainingHours: 3 }))).toMatchObject({
      hours: 3,
      hoursSource: 'remaining',
      optimistic: expect.closeTo(2.4, 10),
      pessimistic: 3.75,
    });
    expect(item(issueOf('1', { remainingHours: 0 }))).toMatchObject({ hours: 0, hoursSource: 'remaining' });
  });

  it('is its original estimate where Jira does not say, and the default where it has none of either', () => {
    expect(item(issueOf('1'))).toMatchObject({ hours: 8, hoursSource: 'set' });
    const unestimated = issueOf('1', { originalHours: null });
    expect(item(unestimated)).toMatchObject({ hours: null, hoursSource: 'none' });
    expect(item(unestimated, { defaultEstimateHours: 5 })).toMatchObject({ hours: 5, hoursSource: 'default' });
  });

  it('is not 0 because somebody has logged time on an issue that was never estimated', () => {
    const logged = issueOf('1', { originalHours: null, remainingHours: 0, spentHours: 2 });
    expect(item(logged)).toMatchObject({ hours: null, hoursSource: 'none' });
  });

  it('is the sub-tasks’ together, or the parent’s own, by the board’s rule', () => {
    const parent = issueOf('1', {
      originalHours: 16,
      remainingHours: 12,
      subtasks: { count: 2, hours: 9, remainingHours: 4, spentHours: null },
    });
    expect(item(parent)).toMatchObject({ hours: 4, hoursSource: 'remaining' });
    expect(item(parent, { subtasks: 'parentOnly' })).toMatchObject({ hours: 12, hoursSource: 'remaining' });
    const finished = issueOf('1', {
      remainingHours: 12,
      subtasks: { count: 2, hours: 9, remainingHours: 0, spentHours: null },
    });
    expect(item(finished)).toMatchObject({ hours: 0, hoursSource: 'remaining' });
    const silent = issueOf('1', {
      remainingHours: 12,
      subtasks: { count: 2, hours: 9, remainingHours: null, spentHours: null },
    });
    expect(item(silent)).toMatchObject({ hours: 9, hoursSource: 'subtasks' });
  });

  it('has beside it what was spent on the same work: the parent and its sub-tasks, or the parent alone', () => {
    const subtasks = { count: 2, hours: 9, remainingHours: 4, spentHours: 5 };
    expect(item(issueOf('1', { spentHours: 1, subtasks })).spentHours).toBe(6);
    expect(item(issueOf('1', { subtasks })).spentHours).toBe(5);
    expect(item(issueOf('1', { spentHours: 1, subtasks }), { subtasks: 'parentOnly' }).spentHours).toBe(1);
  });
});

describe('what was spent on an issue, where the board counts the time in progress', () => {
  const issue = issueOf('1', { spentHours: 5, remainingHours: 3 });
  const settings = { ...usual, actualSource: 'inProgress' } as const;

  it('is that time, or unknown, and never what was logged; what remains is what Jira says', () => {
    const begun = makeItem(issue, none, settings, true, { remaining: true, inProgress: 16 });
    expect(begun).toMatchObject({ spentHours: 16, hours: 3, remainingHours: 3 });
    expect(makeItem(issue, none, settings, true).spentHours).toBeNull();
    expect(makeItem(issue, none, usual, true, { inProgress: 16 }).spentHours).toBe(5);
  });
});

describe('a board counts what remains', () => {
  const remaining = { fieldId: 'timeestimate', name: 'Remaining Estimate' };
  const original = { fieldId: 'timeoriginalestimate', name: 'Original Estimate' };
  const points = { fieldId: 'customfield_10028', name: 'Story Points' };

  it('in a sprint that runs, when it has chosen so', () => {
    const settings = { estimateSource: 'remaining' } as const;
    expect(countsRemaining(settings, original, 'active')).toBe(true);
    expect(countsRemaining(settings, original, 'future')).toBe(false);
    expect(countsRemaining(settings, original, 'closed')).toBe(false);
    expect(countsRemaining(settings, original, null)).toBe(false);
  });

  it('in any sprint, when it estimates in the remaining estimate and counts by its own field', () => {
    const settings = { estimateSource: 'boardField' } as const;
    expect(countsRemaining(settings, remaining, 'future')).toBe(true);
    expect(countsRemaining(settings, original, 'active')).toBe(false);
    expect(countsRemaining(settings, points, 'active')).toBe(false);
    expect(countsRemaining(settings, null, 'active')).toBe(false);
  });

  it('never, when it counts original estimates', () => {
    expect(countsRemaining({ estimateSource: 'original' }, remaining, 'active')).toBe(false);
  });
});
