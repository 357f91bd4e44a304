import fc from 'fast-check';

import { learnCapacityHabit } from '../../../src/estimation/chance/capacity-habit';
import { calibrationOf } from '../../../src/planning/learning/calibrate';
import type { FinishedIssue, SprintOutcome } from '../../../src/storage/outcomes';

const at = '2026-11-21T12:00:00.000Z';
const issue = (issueId: string, more: Partial<FinishedIssue> = {}): FinishedIssue => ({
  issueId,
  key: `WEB-${issueId}`,
  estimate: 8,
  actual: 10,
  confidence: null,
  assignee: 'ada',
  type: 'Story',
  project: 'WEB',
  began: '2026-11-02',
  finished: '2026-11-10',
  ...more,
});
const outcome = (sprintId: number, issues: FinishedIssue[], more: Partial<SprintOutcome> = {}): SprintOutcome => ({
  sprintId,
  name: `Sprint ${String(sprintId)}`,
  start: '2026-11-02',
  end: '2026-11-13',
  issues,
  withoutTime: 0,
  withoutEstimate: 0,
  withoutRoom: 0,
  worked: 0,
  actualSource: 'logged',
  said: null,
  ...more,
});

describe('what a board has learnt', () => {
  it('is its finished issues, oldest first, with who, what and where as places in lists', () => {
    const calibration = calibrationOf(
      [
        outcome(2, [issue('3', { finished: '1970-01-03', assignee: null, type: 'Bug', confidence: 60 })]),
        outcome(1, [issue('1', { finished: '1970-01-02' }), issue('2', { finished: '1970-01-02', assignee: 'noor' })]),
      ],
      at,
    );
    expect(calibration).toMatchObject({
      people: ['ada', 'noor'],
      types: ['Story', 'Bug'],
      projects: ['WEB'],
      sprints: [1, 2],
      rows: [
        [8, 10, 0, 0, 0, 0, 0, 1],
        [8, 10, 0, 1, 0, 0, 0, 1],
        [8, 10, 60, -1, 1, 0, 1, 2],
      ],
    });
  });

  it('counts an issue that two sprints say they finished once, in the later of them', () => {
    const outcomes = [
      outcome(2, [issue('1', { actual: 20 })], { end: '2026-11-27' }),
      outcome(1, [issue('1', { actual: 10 })]),
    ];
    expect(calibrationOf(outcomes, at).rows.map(([, actual]) => actual)).toEqual([20]);
  });

  it('forgets the oldest of more than 2,000', () => {
    const many = Array.from({ length: 2100 }, (_, index) =>
      issue(String(index + 1), { finished: index < 100 ? '2020-01-01' : '2026-01-01', actual: index < 100 ? 1 : 2 }),
    );
    const { rows } = calibrationOf([outcome(1, many)], at);
    expect(rows).toHaveLength(2000);
    expect(rows.every(([, actual]) => actual === 2)).toBe(true);
  });

  it('keeps what was planned against all that was worked, of the sprints of which both are known', () => {
    const said = {
      capacityHours: 60,
      ratio: null,
      chance: null,
      finished: 0,
      promised: 4,
      takenOut: 0,
      done: 4,
      actual: 66,
    };
    const outcomes = [
      outcome(1, [], { said, worked: 75 }),
      outcome(2, [], { said: { ...said, capacityHours: null }, worked: 75 }),
      outcome(3, [], { said, worked: 0 }),
      outcome(4, [], { said, worked: null }),
      outcome(5, [], { worked: 75 }),
    ];
    expect(calibrationOf(outcomes, at).capacities).toEqual([{ planned: 60, worked: 75 }]);
  });

  it('does not take a team that promised little, and finished it, for one that works little', () => {
    const said = {
      capacityHours: 100,
      ratio: null,
      chance: null,
      finished: 0,
      promised: 5,
      takenOut: 0,
      done: 5,
      actual: 60,
    };
    const outcomes = [
      outcome(1, [], { said, worked: 60 }),
      outcome(2, [], { said: { ...said, done: 4 }, worked: 80 }),
      outcome(3, [], { said: { ...said, promised: 0, done: 0 }, worked: 70 }),
    ];
    expect(calibrationOf(outcomes, at).capacities).toEqual([
      { planned: 100, worked: 80 },
      { planned: 100, worked: 70 },
    ]);
    // Ten such sprints leave the chance where it was.
    const careful = calibrationOf(
      Array.from({ length: 10 }, (_, index) => outcome(index + 1, [], { said, worked: 60 })),
      at,
    );
    expect(learnCapacityHabit(careful.capacities).bias).toBe(0);
  });

  it('is the same whatever the order in which its sprints came, and however often', () => {
    const outcomes = [1, 2, 3, 4].map((id) =>
      outcome(id, [issue(String(id)), issue(String(id + 1), { actual: id, finished: `2026-11-0${String(id)}` })], {
        end: `2026-11-1${String(id)}`,
      }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(outcomes, { minLength: 4 }), (shuffled) => {
        expect(calibrationOf(shuffled, at)).toEqual(calibrationOf(outcomes, at));
      }),
    );
  });
});
