import { pastCapacity } from '../../../src/planning/settings/past-capacity';
import { issueOf } from '../issue-of';

const done = { status: { id: '3', name: 'Done', category: 'done' as const } };

describe('what a team got done in its last sprints', () => {
  it('is the mean of what was logged in them, to the half hour', () => {
    const sprints = [
      { name: 'Sprint 2', issues: [issueOf('1', { spentHours: 30.2 }), issueOf('2', { spentHours: 10 })] },
      { name: 'Sprint 1', issues: [issueOf('3', { spentHours: 21 })] },
    ];
    // (40.2 + 21) ÷ 2 = 30.6.
    expect(pastCapacity(sprints, 'rollUp')).toEqual({
      hours: 30.5,
      from: 'logged',
      sprints: [
        { name: 'Sprint 2', hours: 40.2 },
        { name: 'Sprint 1', hours: 21 },
      ],
    });
  });

  it('counts an issue that went through several sprints once, in the last of them', () => {
    const late = issueOf('1', { spentHours: 12 });
    const sprints = [
      { name: 'Sprint 2', issues: [late] },
      { name: 'Sprint 1', issues: [late, issueOf('2', { spentHours: 8 })] },
    ];
    expect(pastCapacity(sprints, 'rollUp')).toMatchObject({ hours: 10, sprints: [{ hours: 12 }, { hours: 8 }] });
  });

  it('leaves out what is still in an open sprint: nobody knows which of its hours were logged when', () => {
    const sprints = [
      { name: 'Sprint 1', issues: [issueOf('1', { spentHours: 40, sprintId: 9 }), issueOf('2', { spentHours: 8 })] },
    ];
    expect(pastCapacity(sprints, 'rollUp')?.hours).toBe(8);
  });

  it('is the estimates of what was finished where nobody logs, and of sub-tasks by the board’s rule', () => {
    const story = issueOf('1', {
      ...done,
      originalHours: 20,
      subtasks: { count: 1, hours: 6, remainingHours: null, spentHours: null },
    });
    const subtask = issueOf('2', {
      ...done,
      originalHours: 6,
      type: { name: 'Sub-task', kind: 'subtask' },
      parent: { key: 'WEB-1', summary: '' },
    });
    const open = issueOf('3', { originalHours: 100 });
    const unestimated = issueOf('4', { ...done, originalHours: null });
    const sprints = [{ name: 'Sprint 1', issues: [story, subtask, open, unestimated] }];
    expect(pastCapacity(sprints, 'rollUp')).toMatchObject({ hours: 6, from: 'completed' });
    expect(pastCapacity(sprints, 'parentOnly')).toMatchObject({ hours: 20, from: 'completed' });
  });

  it('does not take a sprint in which nobody logged for one in which nothing was done', () => {
    const sprints = [
      { name: 'Sprint 2', issues: [issueOf('1')] },
      { name: 'Sprint 1', issues: [issueOf('2', { spentHours: 30 })] },
    ];
    expect(pastCapacity(sprints, 'rollUp')).toMatchObject({ hours: 30, sprints: [{ name: 'Sprint 1' }] });
  });

  it('is the estimates of what was finished where somebody logged an hour or two and the others nothing', () => {
    const finished = (id: string, spentHours: number | null) => issueOf(id, { ...done, originalHours: 80, spentHours });
    const sprints = [
      { name: 'Sprint 3', issues: [finished('1', 2)] },
      { name: 'Sprint 2', issues: [finished('2', null)] },
      { name: 'Sprint 1', issues: [finished('3', null)] },
    ];
    expect(pastCapacity(sprints, 'rollUp')).toMatchObject({ hours: 80, from: 'completed' });
    // Logged in most of the sprints, and yet next to nothing.
    const little = sprints.map(({ name }, index) => ({ name, issues: [finished(String(index), 3)] }));
    expect(pastCapacity(little, 'rollUp')).toMatchObject({ hours: 80, from: 'completed' });
  });

  it('is unknown where nothing was logged or finished', () => {
    expect(pastCapacity([], 'rollUp')).toBeNull();
    expect(pastCapacity([{ name: 'Sprint 1', issues: [issueOf('1')] }], 'rollUp')).toBeNull();
  });
});
