import type { Planner, PlannerItem } from '../../src/contract';
import { decideApply } from '../../src/planning/apply/decide-apply';
import { learntNothing } from '../../src/planning/learning/learnt';

const hours = { optimistic: 0, original: 0, pessimistic: 0 };

type Given = Partial<Pick<PlannerItem, 'inSprint' | 'aboveLine'>> & {
  category?: PlannerItem['status']['category'];
  kind?: PlannerItem['type']['kind'];
};

/** An issue of the sprint above the line, unless told. */
function item(issueId: string, { category = 'new', kind = 'story', ...given }: Given = {}): PlannerItem {
  return {
    issueId,
    key: `WEB-${issueId}`,
    summary: `Issue ${issueId}`,
    type: { name: kind, kind },
    status: { id: '1', name: category, category },
    priority: null,
    assignee: null,
    parent: null,
    hours: null,
    hoursSource: 'none',
    subtasks: null,
    inSprint: true,
    boardEstimate: null,
    remainingHours: null,
    spentHours: null,
    spentBeforeHours: null,
    confidence: 80,
    confidenceSource: 'default',
    optimistic: null,
    pessimistic: null,
    aboveLine: true,
    ...given,
  };
}

const active = { id: 1, name: 'Sprint 1', state: 'active' as const };
const planned = { id: 2, name: 'Sprint 2', state: 'future' as const };
const later = { id: 3, name: 'Sprint 3', state: 'future' as const };

function planner(items: PlannerItem[], more: Partial<Planner> = {}): Planner {
  return {
    board: { id: 1, name: 'Web shop', type: 'scrum' },
    sprints: [active, planned, later],
    sprint: planned,
    plan: {
      revision: 3,
      order: items.map(({ issueId }) => issueId),
      cutline: { mode: 'auto', count: items.filter(({ aboveLine }) => aboveLine).length },
      desired: 80,
      policy: 'closest',
    },
    capacity: { hours: 80, source: 'sprint', reason: null, from: null },
    team: null,
    items,
    dropped: [],
    totals: { above: hours, all: hours },
    ratio: null,
    learnt: { ...learntNothing, today: '2026-11-21' },
    unestimated: [],
    spentSource: 'logged',
    unreadable: [],
    defaults: { confidence: 80, hours: null },
    timeTracking: { hoursPerDay: 8, daysPerWeek: 5, format: 'hours' },
    settings: { revision: 0, subtasks: 'rollUp', steps: null, drives: 'ratio' },
    setUp: true,
    applied: null,
    may: { plan: true, edit: true },
    ...more,
  };
}

const ids = (issues: readonly { issueId: string }[]): string[] => issues.map(({ issueId }) => issueId);
/** These are in the backlog. */
const inBacklog = (...issueIds: string[]) =>
  new Map<string, { onBoard: boolean; sprintId: number | null }>(
    issueIds.map((id) => [id, { onBoard: true, sprintId: null }]),
  );
const nothing = inBacklog();

describe('applying a plan', () => {
  it('pulls in what is above the line and takes out what is below it, in plan order', () => {
    const plan = planner([
      item('4', { inSprint: false }),
      item('1'),
      item('3', { inSprint: false }),
      item('5', { aboveLine: false }),
      item('2', { aboveLine: false }),
    ]);
    const decision = decideApply(plan, 'backlog', inBacklog('3', '4', '9'));
    expect(ids(decision.in)).toEqual(['4', '3']);
    expect(decision.out).toEqual([
      { issueId: '5', key: 'WEB-5', summary: 'Issue 5', to: 'backlog' },
      { issueId: '2', key: 'WEB-2', summary: 'Issue 2', to: 'backlog' },
    ]);
    expect(decision.staying).toEqual([]);
    expect(decision.remaining).toEqual(['4', '1', '3']);
  });

  it('leaves alone what was pulled and is below the line', () => {
    const plan = planner([item('1'), item('2', { aboveLine: false, inSprint: false })]);
    expect(decideApply(plan, 'backlog', nothing)).toMatchObject({ in: [], out: [], staying: [], remaining: ['1'] });
  });

  it('leaves what is done in the sprint, below the line too, and says so', () => {
    const plan = planner([item('1'), item('2', { aboveLine: false, category: 'done' })]);
    const decision = decideApply(plan, 'backlog', nothing);
    expect(decision).toMatchObject({ out: [], staying: [{ issueId: '2', code: 'done' }], remaining: ['1', '2'] });
  });

  it('never moves a sub-task without its parent', () => {
    const plan = planner(
      [
        item('1', { kind: 'subtask' }),
        item('2', { kind: 'subtask', inSprint: false }),
        item('3', { kind: 'subtask', aboveLine: false }),
        item('4', { kind: 'subtask', aboveLine: false, inSprint: false }),
      ],
      { dropped: [item('5', { kind: 'subtask' })] },
    );
    const decision = decideApply(plan, 'backlog', inBacklog('2'));
    expect(decision).toMatchObject({ in: [], out: [], remaining: [] });
    expect(decision.staying.map(({ issueId, code }) => `${issueId} ${code}`)).toEqual([
      '2 subtask',
      '3 subtask',
      '5 subtask',
    ]);
  });

  it('does not take from another sprint what somebody has put there since', () => {
    const plan = planner([item('1', { inSprint: false }), item('2', { inSprint: false })]);
    const places = inBacklog('2').set('1', { onBoard: true, sprintId: 3 });
    const decision = decideApply(plan, 'backlog', places);
    expect(ids(decision.in)).toEqual(['2']);
    expect(decision.staying).toMatchObject([
      { issueId: '1', code: 'elsewhere', why: expect.stringContaining('sprint') },
    ]);
    expect(decision.remaining).toEqual(['2']);
  });

  it('says of what it cannot pull in whether it is done, or not on the board any more', () => {
    const plan = planner([
      item('1', { inSprint: false, category: 'done' }),
      item('2', { inSprint: false }),
      item('3', { inSprint: false }),
    ]);
    const decision = decideApply(plan, 'backlog', inBacklog('1').set('2', { onBoard: false, sprintId: null }));
    expect(decision).toMatchObject({ in: [], remaining: [] });
    expect(decision.staying).toMatchObject([
      { issueId: '1', code: 'done' },
      { issueId: '2', code: 'elsewhere', why: expect.stringContaining('board') },
      { issueId: '3', code: 'elsewhere', why: expect.stringContaining('board') },
    ]);
  });

  it('sends dropped issues to the backlog, wherever the others go', () => {
    const plan = planner([item('1', { aboveLine: false })], { dropped: [item('2')] });
    const decision = decideApply(plan, 'nextSprint', nothing);
    expect(decision.out.map(({ issueId, to }) => `${issueId} ${to}`)).toEqual(['1 nextSprint', '2 backlog']);
  });

  it('leaves in the sprint what was dropped and is done by now: in the backlog Jira would not show it any more', () => {
    const plan = planner([item('1')], { dropped: [item('2', { category: 'done' })] });
    const decision = decideApply(plan, 'backlog', nothing);
    expect(decision.out).toEqual([]);
    expect(decision.staying).toMatchObject([{ issueId: '2', code: 'done' }]);
  });

  it('knows the first future sprint behind this one as the next', () => {
    expect(decideApply(planner([]), 'nextSprint', nothing).nextSprint).toEqual({ id: 3, name: 'Sprint 3' });
    expect(decideApply(planner([], { sprint: active }), 'nextSprint', nothing).nextSprint).toEqual({
      id: 2,
      name: 'Sprint 2',
    });
  });

  it('refuses the next sprint when there is none; the backlog is still there', () => {
    const last = planner([], { sprint: later });
    expect(() => decideApply(last, 'nextSprint', nothing)).toThrow('There is no sprint after Sprint 3.');
    expect(decideApply(last, 'backlog', nothing).nextSprint).toBeNull();
  });

  it('refuses a sprint that is closed', () => {
    const closed = planner([item('1')], { sprint: { ...planned, state: 'closed' } });
    expect(() => decideApply(closed, 'backlog', nothing)).toThrow('Sprint 2 is closed');
  });
});
