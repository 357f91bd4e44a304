import type { Change } from '../../../src/jira/changelog';
import type { Issue } from '../../../src/jira/issues';
import { type ReadSprint, sprintOutcome } from '../../../src/planning/learning/sprint-outcome';
import { issueOf } from '../issue-of';

const sprint = {
  id: 7,
  name: 'Sprint 7',
  startedAt: '2026-11-02T09:00:00.000Z',
  completedAt: '2026-11-16T10:00:00.000Z',
};
const done = { status: { id: '3', name: 'Done', category: 'done' as const } };

const move = (at: string, to: '2' | '3'): Change => ({
  field: 'status',
  fieldId: 'status',
  at: `${at}:00.000Z`,
  from: { id: to === '2' ? '1' : '2', name: '' },
  to: { id: to, name: '' },
});

const outcome = (issues: readonly Issue[], more: Partial<ReadSprint> = {}): ReturnType<typeof sprintOutcome> =>
  sprintOutcome({
    sprint,
    issues,
    changes: new Map(),
    categoryOf: (id) => (id === '3' ? 'done' : id === '2' ? 'indeterminate' : 'new'),
    confidences: new Map(),
    commitment: null,
    settings: { subtasks: 'rollUp', actualSource: 'logged' },
    timeZone: 'Europe/Berlin',
    hoursPerDay: 8,
    ...more,
  });

describe('what a closed sprint teaches', () => {
  it('is estimate and time of each issue that was estimated, done, and had time logged', () => {
    const learnt = outcome([
      issueOf('1', { ...done, originalHours: 8, spentHours: 10, assignee: { accountId: 'ada', name: 'Ada' } }),
      issueOf('2', { ...done, originalHours: 8 }),
      issueOf('3', { ...done, originalHours: null, spentHours: 3 }),
      issueOf('4', { originalHours: 5, spentHours: 2 }),
    ]);
    expect(learnt.issues).toMatchObject([
      {
        issueId: '1',
        estimate: 8,
        actual: 10,
        confidence: null,
        assignee: 'ada',
        began: '2026-11-02',
        finished: '2026-11-16',
      },
    ]);
    expect(learnt).toMatchObject({
      withoutTime: 1,
      withoutEstimate: 1,
      said: null,
      start: '2026-11-02',
      end: '2026-11-16',
    });
  });

  it.each(['Story', 'ユーザーストーリー'])(
    'is as many of 1,000 finished issues of the type %s as a value holds',
    (name) => {
      const assignee = { accountId: '712020:5d1b0f7e-0d5b-4a27-9f0d-6a1a5c3a9a11', name: 'Ada' };
      const issues = Array.from({ length: 1000 }, (_, index) =>
        issueOf(String(1_000_001 + index), {
          ...done,
          type: { name, kind: 'story' },
          originalHours: 8,
          spentHours: 9 + index / 3600,
          assignee,
        }),
      );
      const learnt = outcome(issues);
      const ids = issues.map(({ id }) => id);
      expect(learnt.issues.map(({ issueId }) => issueId)).toEqual(ids.slice(0, learnt.issues.length));
      expect(learnt.issues.length).toBeGreaterThan(750);
      expect(learnt.withoutRoom).toBeGreaterThan(0);
      expect(learnt.issues.length + learnt.withoutRoom).toBe(1000);
      // 240 KiB are 245,760 bytes.
      expect(Buffer.byteLength(JSON.stringify(learnt))).toBeLessThan(240 * 1024);
      expect(outcome(issues.slice(0, 100))).toMatchObject({ issues: { length: 100 }, withoutRoom: 0 });
    },
  );

  it('leaves an issue that went on into the next sprint to that one', () => {
    const late = issueOf('1', { ...done, originalHours: 8, spentHours: 10 });
    const changes = new Map([['1', [move('2026-11-03T09:00', '2'), move('2026-11-20T09:00', '3')]]]);
    expect(outcome([late], { changes }).issues).toEqual([]);
  });

  it('counts the time of sub-tasks that the board does not show as it counts their estimates', () => {
    // 20 h of estimates and 24 h of time are below it in Jira, and none of its sub-tasks is in the board's list.
    const parent = issueOf('1', {
      ...done,
      originalHours: null,
      spentHours: 1,
      subtasks: { count: 3, hours: 20, remainingHours: 0, spentHours: 24 },
    });
    expect(outcome([parent])).toMatchObject({ issues: [{ estimate: 20, actual: 25 }], worked: 25 });
  });

  it('adds the time of sub-tasks to their parent where their estimates are added, and not where they are not', () => {
    const parent = issueOf('1', {
      ...done,
      originalHours: 4,
      spentHours: 1,
      subtasks: { count: 2, hours: 6, remainingHours: 0, spentHours: null },
    });
    const subtask = (id: string, spentHours: number): Issue =>
      issueOf(id, {
        ...done,
        originalHours: 3,
        spentHours,
        type: { name: 'Sub-task', kind: 'subtask' },
        parent: { key: parent.key, summary: '' },
      });
    const issues = [parent, subtask('2', 3), subtask('3', 2.5)];
    expect(outcome(issues).issues).toMatchObject([{ estimate: 6, actual: 6.5 }]);
    expect(outcome(issues, { settings: { subtasks: 'parentOnly', actualSource: 'logged' } }).issues).toMatchObject([
      { estimate: 4, actual: 1 },
    ]);
  });

  it('adds the estimates of sub-tasks as they were when work began on each, not as they were corrected later', () => {
    // Today 9 h, of which the board shows 3 + 4 h; of the 4 h there was 1 h when somebody began with it.
    const parent = issueOf('1', {
      ...done,
      originalHours: 20,
      spentHours: 5,
      subtasks: { count: 3, hours: 9, remainingHours: 0, spentHours: null },
    });
    const subtask = (id: string, originalHours: number): Issue =>
      issueOf(id, {
        ...done,
        originalHours,
        type: { name: 'Sub-task', kind: 'subtask' },
        parent: { key: parent.key, summary: '' },
      });
    const changes = new Map<string, Change[]>([
      [
        '2',
        [
          { field: 'estimate', fieldId: 'timeoriginalestimate', at: '2026-11-03T09:00:00.000Z', from: 5, to: 3 },
          move('2026-11-04T09:00', '2'),
        ],
      ],
      [
        '3',
        [
          move('2026-11-04T09:00', '2'),
          { field: 'estimate', fieldId: 'timeoriginalestimate', at: '2026-11-09T09:00:00.000Z', from: 1, to: 4 },
        ],
      ],
    ]);
    const issues = [parent, subtask('2', 3), subtask('3', 4)];
    expect(outcome(issues, { changes }).issues).toMatchObject([{ estimate: 6 }]);
  });

  it('takes the time in progress for a team that logs nothing: working half-days, weekends apart', () => {
    const issue = issueOf('1', { ...done, originalHours: 8, spentHours: 99 });
    // Friday 10:00 to Monday 16:00 in Berlin: Friday 10:30 and 15:00, Monday 10:30 and 15:00 are four halves of 4 h.
    const changes = new Map([['1', [move('2026-11-06T09:00', '2'), move('2026-11-09T15:00', '3')]]]);
    const settings = { subtasks: 'rollUp', actualSource: 'inProgress' } as const;
    expect(outcome([issue], { changes, settings }).issues).toMatchObject([
      { actual: 16, began: '2026-11-06', finished: '2026-11-09' },
    ]);
    // Taken up and done within an hour: half of a half.
    const quick = new Map([['1', [move('2026-11-06T12:00', '2'), move('2026-11-06T13:00', '3')]]]);
    expect(outcome([issue], { changes: quick, settings }).issues).toMatchObject([{ actual: 2 }]);
    // Nobody moved it: nothing is known.
    expect(outcome([issue], { settings })).toMatchObject({ issues: [], withoutTime: 1 });
  });

  it('takes the confidence of the commitment, else the one that was set when work began; a default is nobody’s', () => {
    const issues = ['1', '2', '3', '4'].map((id) => issueOf(id, { ...done, originalHours: 8, spentHours: 8 }));
    const set = (confidence: number, at: string): { confidence: number; by: string; at: string } => ({
      confidence,
      by: 'ada',
      at,
    });
    const commitment = {
      at: sprint.startedAt,
      sprintName: 'Sprint 7',
      capacityHours: 40,
      desired: 80,
      ratio: 0.5,
      chance: 0.4,
      finished: 20,
      model: 1,
      spent: {},
      issues: [
        { issueId: '1', hours: 8, confidence: 60, isSet: true, assignee: null },
        { issueId: '2', hours: 8, confidence: 80, isSet: false, assignee: null },
        { issueId: '9', hours: 8, confidence: 80, isSet: false, assignee: null },
        { issueId: '4', hours: null, confidence: 80, isSet: false, assignee: null },
      ],
    };
    const confidences = new Map([
      ['1', [set(90, '2026-11-01T00:00:00.000Z')]],
      ['3', [set(90, '2026-11-10T00:00:00.000Z'), set(50, '2026-10-30T00:00:00.000Z')]],
    ]);
    const learnt = outcome(issues, { commitment, confidences });
    expect(learnt.issues.map(({ confidence }) => confidence)).toEqual([60, null, 50, null]);
    // Issue 9 was taken out again, and is not done; issue 4 had no estimate, so nothing was said of it.
    expect(learnt.said).toEqual({
      capacityHours: 40,
      ratio: 0.5,
      chance: 0.4,
      finished: 20,
      promised: 3,
      takenOut: 1,
      done: 2,
      actual: 16,
    });
  });

  it('counts what was promised and is not done, and in what was worked all that was worked in it', () => {
    const commitment = {
      at: sprint.startedAt,
      sprintName: 'Sprint 7',
      capacityHours: 40,
      desired: 80,
      ratio: 0.5,
      chance: null,
      finished: 0,
      model: 1,
      spent: {},
      issues: ['1', '2'].map((issueId) => ({ issueId, hours: 8, confidence: 80, isSet: false, assignee: null })),
    };
    const issues = [
      issueOf('1', { ...done, originalHours: 8, spentHours: 9, ...loggedAt('2026-10-30', 4) }),
      issueOf('2', { originalHours: 8, spentHours: 5 }),
      issueOf('3', { ...done, originalHours: null, spentHours: 2 }),
      issueOf('4', { originalHours: 8, spentHours: 3, ...loggedAt('2026-11-17', 3) }),
    ];
    const learnt = outcome(issues, { commitment });
    // Issue 1 took 9 h for its estimate of 8, 4 of them before the sprint; 5 + 5 h were worked on what was promised.
    expect(learnt.issues).toMatchObject([{ issueId: '1', actual: 9 }]);
    expect(learnt.said).toMatchObject({ promised: 2, done: 1, actual: 10 });
    // 2 h more on issue 3, which nobody had promised, and none on issue 4: its 3 h came after the close.
    expect(learnt).toMatchObject({ worked: 12, actualSource: 'logged' });
  });

  it('counts the hours of sub-tasks by their own dates', () => {
    const parent = issueOf('1', { ...done, subtasks: { count: 1, hours: 6, remainingHours: 0, spentHours: null } });
    const subtask = issueOf('2', {
      ...done,
      originalHours: 6,
      spentHours: 9,
      worklogs: {
        worklogs: [...loggedAt('2026-10-30', 2).worklogs.worklogs, ...loggedAt('2026-11-20', 3).worklogs.worklogs],
        total: 2,
      },
      type: { name: 'Sub-task', kind: 'subtask' },
      parent: { key: parent.key, summary: '' },
    });
    // Of 9 h 3 came after the close, and 2 before the start.
    expect(outcome([parent, subtask])).toMatchObject({ issues: [{ estimate: 6, actual: 6 }], worked: 4 });
  });
});

function loggedAt(date: string, hours: number): { worklogs: NonNullable<Issue['worklogs']> } {
  return { worklogs: { worklogs: [{ id: date, startedAt: `${date}T08:00:00.000Z`, hours }], total: 1 } };
}
