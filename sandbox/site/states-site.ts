import { JiraVocabulary } from './jira-vocabulary';
import { madeUpIssue, type MadeUpIssue } from './made-up-issue';
import type { Site, SiteBoard, SiteProject, SiteSprint } from './site';
import { originalEstimate, siteOutsider, siteUser, usualTimeTracking } from './site-defaults';

const ada = siteUser('ada', 'Ada Lindholm', 'admin');
const noor = siteUser('noor', 'Noor Bakker', 'member');
const vera = siteUser('vera', 'Vera Kowalska', 'viewer');

const states: SiteProject = { id: '10000', key: 'STATE', name: 'States', style: 'classic' };
const fresh: SiteProject = { id: '10001', key: 'FRESH', name: 'Just created', style: 'classic' };
const flow: SiteProject = { id: '10002', key: 'FLOW', name: 'Without sprints', style: 'classic' };

const boards: SiteBoard[] = [
  { id: 1, name: 'States', type: 'scrum', projectKey: 'STATE', estimation: originalEstimate },
  { id: 2, name: 'No sprint yet', type: 'scrum', projectKey: 'FRESH', estimation: originalEstimate },
  { id: 3, name: 'Kanban', type: 'kanban', projectKey: 'FLOW' },
];

/** Sprints of the site of states, by the state that they are in. */
export const stateSprintIds = { closed: 10, families: 11, next: 12, allDone: 13, unestimated: 14, empty: 15 } as const;

const { closed, families, next, allDone, unestimated, empty } = stateSprintIds;
const sprints: SiteSprint[] = [
  {
    id: closed,
    name: 'Closed',
    state: 'closed',
    originBoardId: 1,
    startDate: '2026-11-02T09:00:00.000Z',
    endDate: '2026-11-13T16:00:00.000Z',
    completeDate: '2026-11-13T16:00:00.000Z',
  },
  {
    id: families,
    name: 'Families',
    state: 'active',
    originBoardId: 1,
    startDate: '2026-11-16T09:00:00.000Z',
    endDate: '2026-11-27T16:00:00.000Z',
    goal: 'Epics, parents and sub-tasks',
  },
  { id: next, name: 'Next', state: 'future', originBoardId: 1 },
  { id: allDone, name: 'Everything done', state: 'future', originBoardId: 1 },
  { id: unestimated, name: 'Nothing estimated', state: 'future', originBoardId: 1 },
  { id: empty, name: 'Empty', state: 'future', originBoardId: 1 },
];

const epic: MadeUpIssue = { number: 1, summary: 'An epic', type: 'Epic', status: 'In Progress' };
const estimatedBelow: MadeUpIssue = {
  number: 2,
  summary: 'All of its sub-tasks are estimated, it is not',
  type: 'Story',
  assignee: noor,
  parent: epic,
  sprintId: families,
};
const estimatedTwice: MadeUpIssue = {
  number: 5,
  summary: 'Estimated at 10 h, its sub-tasks at 4 h and not at all',
  type: 'Story',
  status: 'In Progress',
  assignee: ada,
  hours: 10,
  parent: epic,
  sprintId: families,
};
const estimatedNowhere: MadeUpIssue = {
  number: 8,
  summary: 'Estimated nowhere, with one sub-task',
  type: 'Story',
  sprintId: families,
};

const subtask = (number: number, parent: MadeUpIssue, more: Partial<MadeUpIssue>): MadeUpIssue => ({
  number,
  summary: `Part of STATE-${String(parent.number)}`,
  type: 'Sub-task',
  parent,
  ...(parent.sprintId === undefined ? {} : { sprintId: parent.sprintId }),
  ...more,
});

/** Issues of the project STATE, by rank. */
const stateIssues: MadeUpIssue[] = [
  epic,
  estimatedBelow,
  subtask(3, estimatedBelow, { hours: 3, assignee: noor }),
  subtask(4, estimatedBelow, { hours: 5, status: 'Done' }),
  estimatedTwice,
  subtask(6, estimatedTwice, { hours: 4, status: 'In Progress', assignee: ada }),
  subtask(7, estimatedTwice, {}),
  estimatedNowhere,
  subtask(9, estimatedNowhere, {}),
  { number: 10, summary: 'Without sub-tasks', hours: 6, assignee: noor, sprintId: families },
  {
    number: 11,
    summary: 'Done in the closed sprint',
    status: 'Done',
    hours: 4,
    spentHours: 5,
    closedSprintIds: [closed],
  },
  { number: 12, summary: 'For the sprint after this one', hours: 8, assignee: ada, parent: epic, sprintId: next },
  { number: 13, summary: 'Also for the sprint after this one', hours: 2, sprintId: next },
  { number: 14, summary: 'Done early', status: 'Done', hours: 3, spentHours: 2, assignee: ada, sprintId: allDone },
  { number: 15, summary: 'Done late', status: 'Done', hours: 5, spentHours: 9, assignee: noor, sprintId: allDone },
  { number: 16, summary: 'Nobody has looked at it', sprintId: unestimated },
  { number: 17, summary: 'Nor at this', type: 'Bug', assignee: noor, sprintId: unestimated },
  { number: 18, summary: 'In the backlog', hours: 7, parent: epic },
  { number: 19, summary: 'In the backlog, not estimated', type: 'Bug' },
];

const flowIssues: MadeUpIssue[] = [
  { number: 1, summary: 'Flows without a sprint', status: 'In Progress', hours: 1 },
  { number: 2, summary: 'Waits its turn', hours: 2 },
];

/**
 * One sprint for each state that a planner must have a word for: everything done, nothing estimated, empty, with epics and
 * sub-tasks, closed, and one to follow; and boards that have no sprint yet or never will. It is the same every time.
 */
export function statesSite(): Site {
  const vocabulary = new JiraVocabulary();
  return structuredClone<Site>({
    name: 'States',
    timeTracking: { ...usualTimeTracking, timeFormat: 'hours' },
    users: [ada, noor, vera, siteOutsider],
    projects: [states, fresh, flow],
    boards,
    sprints,
    issues: [
      ...stateIssues.map((issue) => madeUpIssue(states, 10_001, vocabulary, issue)),
      ...flowIssues.map((issue) => madeUpIssue(flow, 10_101, vocabulary, issue)),
    ],
  });
}
