import type { PlannerItem } from '../../../src/contract';

/** An issue as Jira has many: 8 h at 80 %, so 6.4–10 h, and nothing else said about it. */
export function anItem(said: Partial<PlannerItem> = {}): PlannerItem {
  return {
    issueId: '10001',
    key: 'WEB-1',
    summary: 'An issue',
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
    confidenceSource: 'set',
    optimistic: 6.4,
    pessimistic: 10,
    aboveLine: true,
    ...said,
  };
}
