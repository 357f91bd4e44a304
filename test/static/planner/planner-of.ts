import type { Planner, PlannerItem } from '../../../src/contract';
import { learntNothing } from '../../../src/planning/learning/learnt';

/** A planner answer as small as it can be: these issues, each 8 h at 80 %. */
export function plannerOf(order: readonly string[], cutline: Planner['plan']['cutline'], revision = 1): Planner {
  return {
    board: { id: 1, name: 'WEB board', type: 'scrum' },
    sprints: [{ id: 7, name: 'Sprint 7', state: 'future' }],
    sprint: { id: 7, name: 'Sprint 7', state: 'future' },
    plan: { revision, order: [...order], cutline, desired: 80, policy: 'closest' },
    capacity: { hours: null, source: 'none', reason: null, from: null },
    team: null,
    items: order.map(itemOf),
    dropped: [],
    totals: {
      above: { optimistic: 0, original: 0, pessimistic: 0 },
      all: { optimistic: 0, original: 0, pessimistic: 0 },
    },
    ratio: null,
    learnt: { ...learntNothing, today: '2026-11-21' },
    spentSource: 'logged',
    unestimated: [],
    unreadable: [],
    defaults: { confidence: 80, hours: null },
    timeTracking: { hoursPerDay: 8, daysPerWeek: 5, format: 'hours' },
    settings: { revision: 0, subtasks: 'rollUp', steps: null, drives: 'ratio' },
    setUp: true,
    applied: null,
    may: { plan: true, edit: true },
  };
}

/** A task of 8 h on the default confidence of 80 %, in the sprint. */
export function itemOf(issueId: string): PlannerItem {
  return {
    issueId,
    key: `WEB-${issueId}`,
    summary: `Issue ${issueId}`,
    type: { name: 'Task', kind: 'task' },
    status: { id: '1', name: 'To Do', category: 'new' },
    priority: null,
    assignee: null,
    parent: null,
    hours: 8,
    hoursSource: 'set',
    subtasks: null,
    inSprint: true,
    boardEstimate: null,
    remainingHours: null,
    spentHours: null,
    spentBeforeHours: null,
    confidence: 80,
    confidenceSource: 'default',
    optimistic: 6.4,
    pessimistic: 10,
    aboveLine: true,
  };
}
