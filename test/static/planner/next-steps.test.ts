import { nextSteps } from '../../../static/planner/src/states/next-steps';

describe('a planner that does not open', () => {
  it.each(['jira.busy', 'jira.failed', 'jira.unreadable', 'storage.failed', 'app.failed', 'bridge.failed'])(
    'offers to try again first when the reason may pass: %s',
    (code) => {
      expect(nextSteps(code, true)).toEqual(['retry', 'backToJira']);
    },
  );

  it.each(['board.none', 'sprint.none', 'sprint.too-large', 'permission.denied', 'jira.scope'])(
    'leads back to Jira first when something must be done there: %s',
    (code) => {
      expect(nextSteps(code, true)).toEqual(['backToJira', 'retry']);
    },
  );

  it('does not offer to try a kanban board again, but one whose sprints may only be switched off', () => {
    expect(nextSteps('board.no-sprints', true, true)).toEqual(['backToJira']);
    expect(nextSteps('board.no-sprints', true)).toEqual(['backToJira', 'retry']);
  });

  it('offers the board’s current sprint instead of one that is gone, when the board is known', () => {
    expect(nextSteps('sprint.unknown', true)[0]).toBe('currentSprint');
    expect(nextSteps('sprint.unknown', false)).not.toContain('currentSprint');
  });
});
