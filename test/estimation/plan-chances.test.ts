import { learn } from '../../src/estimation/chance/learn';
import {
  asksOfAll,
  capacityLeft,
  chancesDown,
  forecastIssue,
  knowsSpentBefore,
  type PlannedIssue,
} from '../../src/estimation/plan-chances';

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
  spentBeforeHours: null,
  ...more,
});
const done = { status: { category: 'done' as const }, spentHours: 10 };

describe('the chance down a plan', () => {
  it('is not changed by an issue without an estimate, and certain where nothing has one', () => {
    const chances = (issues: PlannedIssue[]): number[] =>
      chancesDown(
        learnt,
        issues.map((each) => forecastIssue(learnt, each)),
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

  it('counts nothing as left of what is done', () => {
    expect(forecastIssue(learnt, issue(done))?.left).toBe(0);
  });

  it('expects more of an issue that has taken longer than its estimate already, also before its sprint starts', () => {
    const late = forecastIssue(learnt, issue({ spentHours: 12 }));
    expect(late?.quantile(0.1)).toBeGreaterThan(12);
  });

  it('has less capacity left by what was spent on the plan, but not where the plan counts what remains', () => {
    const begun = [issue(done), issue({ spentHours: 3 }), issue({ hours: null, spentHours: 50 })];
    expect(capacityLeft(begun, 40, false)).toBe(40);
    expect(capacityLeft(begun, 40, true)).toBe(27);
    expect(capacityLeft([issue({ hoursSource: 'remaining', spentHours: 3 })], 40, true)).toBe(40);
    expect(capacityLeft(begun, 5, true)).toBe(0);
  });

  it('takes no hours of an earlier sprint from the capacity: nine issues of 6 h, and one of 40 h with 38 h spent before', () => {
    const carried = (spentBeforeHours: number | null): PlannedIssue[] => [
      ...Array.from({ length: 9 }, () => issue({ hours: 6 })),
      issue({ hours: 40, spentHours: 38, spentBeforeHours }),
    ];
    expect(capacityLeft(carried(38), 75, true)).toBe(75);
    expect(capacityLeft(carried(30), 75, true)).toBe(67);
    // A worklog of an earlier sprint was deleted meanwhile: that gives this one no hours.
    expect(capacityLeft(carried(40), 75, true)).toBe(75);
    expect(capacityLeft(carried(null), 75, true)).toBe(37);
    expect(knowsSpentBefore(carried(30))).toBe(true);
    expect(knowsSpentBefore(carried(null))).toBe(false);
    const chance = (issues: PlannedIssue[]): number | undefined =>
      chancesDown(
        learnt,
        issues.map((each) => forecastIssue(learnt, each)),
        capacityLeft(issues, 75, true),
      ).at(-1);
    expect(chance(carried(38))).toBeGreaterThan(0.3);
    expect(chance(carried(null))).toBeLessThan(0.1);
  });
});

describe('a plan of which nobody knows what was spent', () => {
  it('is asked for all of its work, as one of a closed sprint is, so that what is done makes it no safer', () => {
    expect(asksOfAll({ state: 'active' }, 'unknown')).toBe(true);
    expect(asksOfAll({ state: 'closed' }, 'inProgress')).toBe(true);
    expect(asksOfAll({ state: 'active' }, 'inProgress')).toBe(false);
    expect(asksOfAll({ state: 'future' }, 'logged')).toBe(false);
    const isDone = issue({ ...done, spentHours: null });
    expect(forecastIssue(learnt, isDone, true)?.left).toBe(forecastIssue(learnt, issue())?.left);
  });
});
