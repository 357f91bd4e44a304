import type { Issue } from '../../src/jira/issues';

/** A story of 8 h in the backlog, of which nobody has said more. */
export function issueOf(id: string, given: Partial<Issue> = {}): Issue {
  return {
    id,
    key: `WEB-${id}`,
    summary: `Issue ${id}`,
    type: { name: 'Story', kind: 'story' },
    status: { id: '1', name: 'To Do', category: 'new' },
    priority: null,
    assignee: null,
    sprintId: null,
    parent: null,
    originalHours: 8,
    subtasks: { count: 0, hours: null, remainingHours: null, spentHours: null },
    remainingHours: null,
    spentHours: null,
    worklogs: null,
    boardEstimate: null,
    numbers: new Map(),
    ...given,
  };
}
