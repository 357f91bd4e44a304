import { emptySetup, readSetup, setupFormOf, type Suggestion } from '../../../static/planner/src/first-run/setup';

const workingTime = { hoursPerDay: 8, daysPerWeek: 5, format: 'pretty' as const };
const suggestion: Suggestion = {
  sprintDays: 10,
  closedSprints: 2,
  timeTracking: workingTime,
  capacity: { hours: 150, from: 'logged', sprints: [{ name: 'Sprint 21', hours: 150 }] },
  confidenceField: { id: 'customfield_10044', name: 'Confidence (%)' },
  defaultConfidence: 80,
  desired: 80,
  revision: 0,
};
const guessed = setupFormOf(suggestion, String);

describe('The first run', () => {
  it('takes what was guessed: the capacity for every sprint, and the field that was found', () => {
    expect(readSetup(guessed, suggestion, workingTime)).toEqual({
      change: {
        setUp: true,
        capacityMode: 'board',
        capacityHours: 150,
        confidenceSource: { kind: 'field', fieldId: 'customfield_10044' },
      },
    });
  });

  it('leaves a board following the site where nothing was changed', () => {
    const form = { ...guessed, capacity: '', kept: 'planprism' as const };
    expect(readSetup(form, suggestion, workingTime)).toEqual({ change: { setUp: true } });
  });

  it('makes what was changed the board’s own', () => {
    const form = { ...guessed, capacity: '15d', confidence: '70 %', desired: '90', kept: 'planprism' as const };
    expect(readSetup(form, suggestion, workingTime)).toEqual({
      change: { setUp: true, capacityMode: 'board', capacityHours: 120, defaultConfidence: 70, desired: 90 },
    });
  });

  it('is usable when Jira could not be asked: empty fields change nothing, typed ones hold', () => {
    expect(readSetup(emptySetup, null, workingTime)).toEqual({ change: { setUp: true } });
    expect(readSetup({ ...emptySetup, confidence: '80' }, null, workingTime)).toEqual({
      change: { setUp: true, defaultConfidence: 80 },
    });
  });

  it('guesses no field where there is none', () => {
    expect(setupFormOf({ ...suggestion, confidenceField: null, capacity: null }, String)).toEqual({
      capacity: '',
      confidence: '80',
      desired: '80',
      kept: 'planprism',
    });
  });

  it('says which fields are wrong', () => {
    const form = { ...guessed, capacity: 'much', confidence: '0', desired: '101' };
    expect(readSetup(form, suggestion, workingTime)).toEqual({
      problems: new Set(['capacity', 'confidence', 'desired']),
    });
  });
});
