import fc from 'fast-check';

import type { Planner } from '../../../src/contract';
import type { Issue } from '../../../src/jira/issues';
import { type Gathered, makePlanner } from '../../../src/planning/make-planner';
import { unsavedPlan } from '../../../src/storage/plans';
import { settingsOf } from '../../../src/storage/settings';
import { noTeam } from '../../../src/storage/teams';
import {
  nextFlight,
  type PlannerEvent,
  plannerReducer,
  type PlannerState,
  startState,
} from '../../../static/planner/src/plan/planner-state';
import { viewOf } from '../../../static/planner/src/plan/plan-view';
import { issueOf } from '../../planning/issue-of';

type Decided = Partial<Gathered['settings']>;

/** What the server answers for a running sprint with this one issue. */
function planner(issue: Issue, decided: Decided = {}): Planner {
  const sprint = { id: 7, name: 'Sprint 7', state: 'active' as const };
  return makePlanner(
    {
      board: { id: 1, name: 'WEB board', type: 'scrum', projectKey: 'WEB' },
      estimation: null,
      sprints: [sprint],
      sprint,
      issues: [issue],
      pulled: [],
      confidences: { byIssue: new Map(), unreadable: new Set() },
      settings: { ...settingsOf({ site: null, board: null }), ...decided },
      timeTracking: { hoursPerDay: 8, daysPerWeek: 5, format: 'hours' },
      team: noTeam,
      names: new Map(),
      previous: null,
      calibration: null,
      promised: null,
      inProgress: new Map(),
      today: '2026-11-21',
      mayEdit: true,
      mayPlan: true,
      applied: null,
    },
    unsavedPlan,
  );
}

const counted = ({ items }: Pick<Planner, 'items'>) =>
  items.map(({ hours, hoursSource, remainingHours, subtasks }) => ({ hours, hoursSource, remainingHours, subtasks }));

type Own = Pick<Issue, 'originalHours' | 'remainingHours'>;

const after = (state: PlannerState, ...events: PlannerEvent[]): PlannerState => events.reduce(plannerReducer, state);
const opened = (planned: Planner): PlannerState => startState({ planner: planned, changedIssues: [] });

/** The page after its edit of the estimate was saved, and Jira had this. */
function edited(before: Planner, { originalHours: hours, remainingHours }: Own): PlannerState {
  const typed = after(opened(before), {
    type: 'issuesEdited',
    edits: [{ issueId: '1', field: 'hours', value: hours }],
  });
  const flight = nextFlight(typed);
  if (flight === null) throw new Error('nothing to send');
  const saved: PlannerEvent = { type: 'editSaved', issueId: '1', saved: { hours, remainingHours } };
  return after(typed, { type: 'sent', flight }, saved);
}

/** What the page shows after the edit, and what the server says when it is asked anew. */
function bothSay(issue: Issue, own: Own, decided: Decided = {}) {
  return {
    page: counted(edited(planner(issue, decided), own).stored),
    server: counted(planner({ ...issue, ...own }, decided)),
  };
}

const cleared: Own = { originalHours: null, remainingHours: 0 };

describe('an estimate that is taken away', () => {
  it('is the default one where the board or the site has one, and otherwise none, on the page as on the server', () => {
    const { page, server } = bothSay(issueOf('1'), cleared, { defaultEstimateHours: 5 });
    expect(page).toMatchObject([{ hours: 5, hoursSource: 'default' }]);
    expect(page).toEqual(server);
    const undecided = bothSay(issueOf('1'), cleared);
    expect(undecided.page).toMatchObject([{ hours: null, hoursSource: 'none' }]);
    expect(undecided.page).toEqual(undecided.server);
  });

  it('counts with the default at once, before it is saved', () => {
    const typed = after(opened(planner(issueOf('1'), { defaultEstimateHours: 5 })), {
      type: 'issuesEdited',
      edits: [{ issueId: '1', field: 'hours', value: null }],
    });
    expect(viewOf(typed).outcome.all.original).toBe(5);
    expect(viewOf(after(typed, { type: 'undone' })).outcome.all.original).toBe(8);
  });

  it('is still what the sub-tasks come to, of which only the parent’s own estimate is gone', () => {
    const parent = issueOf('1', { subtasks: { count: 2, hours: 9, remainingHours: null, spentHours: null } });
    const { page, server } = bothSay(parent, cleared, { defaultEstimateHours: 5 });
    expect(page).toMatchObject([{ hours: 9, hoursSource: 'subtasks', subtasks: { ownHours: null } }]);
    expect(page).toEqual(server);
  });

  it('is still what remains, where the board counts that and something does', () => {
    const begun = issueOf('1', { remainingHours: 3, spentHours: 5 });
    const decided: Decided = { estimateSource: 'remaining', defaultEstimateHours: 5 };
    const { page, server } = bothSay(begun, { originalHours: null, remainingHours: 3 }, decided);
    expect(page).toMatchObject([{ hours: 3, hoursSource: 'remaining' }]);
    expect(page).toEqual(server);
    expect(bothSay(begun, cleared, decided).page).toMatchObject([{ hours: 5, hoursSource: 'default' }]);
  });
});

describe('an edited estimate', () => {
  const hours = fc.constantFrom(null, 1, 3, 8);
  const left = fc.constantFrom(null, 0, 2, 8);
  const subtasks = fc.oneof(
    fc.constant({ count: 0, hours: null, remainingHours: null, spentHours: null }),
    fc.record({ count: fc.constant(2), hours, remainingHours: left, spentHours: fc.constant(null) }),
  );
  const decided = fc.record({
    defaultEstimateHours: fc.constantFrom(null, 5),
    subtasks: fc.constantFrom('rollUp' as const, 'parentOnly' as const),
  });

  it('counts on the page as on the server, whatever the issue and the board are like', () => {
    fc.assert(
      fc.property(hours, left, subtasks, hours, left, decided, (original, remains, family, typed, remain, rules) => {
        const issue = issueOf('1', { originalHours: original, remainingHours: remains, subtasks: family });
        const { page, server } = bothSay(issue, { originalHours: typed, remainingHours: remain }, rules);
        expect(page).toEqual(server);
      }),
    );
  });

  it('counts on the page as on the server of an issue that counts with what remains of it', () => {
    fc.assert(
      fc.property(hours, left, subtasks, hours, left, decided, (original, remains, family, typed, remain, rules) => {
        const issue = issueOf('1', { originalHours: original, remainingHours: remains, subtasks: family });
        const all: Decided = { ...rules, estimateSource: 'remaining' };
        const [before] = planner(issue, all).items;
        fc.pre(before?.hoursSource === 'remaining');
        // Whose hours these are the page cannot tell: of sub-tasks without an estimate, as many as of the issue itself.
        fc.pre(family.hours !== null || family.remainingHours !== remains);
        const { page, server } = bothSay(issue, { originalHours: typed, remainingHours: remain }, all);
        expect(page).toEqual(server);
      }),
    );
  });
});
