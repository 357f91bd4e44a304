import { learn } from '../../src/estimation/chance/learn';
import { capacityLeft, chancesDown, forecastIssue, type PlannedIssue } from '../../src/estimation/plan-chances';

const learnt = learn([], '2026-11-21');
const issue = (more: Partial<PlannedIssue> = {}): PlannedIssue => ({
  key: 'WEB-1',
  hours: 8,
  hoursSource: 'set',
  confidence: 80,
  assignee: null,
  type: { name: 'Story' },
  status: { category: 'new' },
  spentHours: null,
  ...more,
});
const done = { status: { category: 'done' as const }, spentHours: 10 };

describe('the chance down a plan', () => {
  it('is not changed by an issue without an estimate, and certain where nothing has one', () => {
    const chances = (issues: PlannedIssue[]): number[] =>
      chancesDown(
        learnt,
        issues.map((each) => forecastIssue(learnt, each, false)),
        16,
      );
    const [first, second] = chances([issue(), issue()]);
    expect(chances([issue({ hours: null }), issue(), issue({ hours: null }), issue()])).toEqual([
      1,
      first,
      first,
      second,
    ]);
  });

  it('counts nothing as left of what is done, once the sprint runs, and all of it before', () => {
    expect(forecastIssue(learnt, issue(done), true)?.left).toBe(0);
    expect(forecastIssue(learnt, issue(done), false)?.left).toBeGreaterThan(0);
  });

  it('expects more of an issue that has taken longer than its estimate already', () => {
    const late = forecastIssue(learnt, issue({ spentHours: 12 }), true);
    expect(late?.quantile(0.1)).toBeGreaterThan(12);
  });

  it('has less capacity left by what was spent on the plan, but not where the plan counts what remains', () => {
    const begun = [issue(done), issue({ spentHours: 3 }), issue({ hours: null, spentHours: 50 })];
    expect(capacityLeft(begun, 40, false)).toBe(40);
    expect(capacityLeft(begun, 40, true)).toBe(27);
    expect(capacityLeft([issue({ hoursSource: 'remaining', spentHours: 3 })], 40, true)).toBe(40);
    expect(capacityLeft(begun, 5, true)).toBe(0);
  });
});
