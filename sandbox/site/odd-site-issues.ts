import type { MadeUpIssue } from './made-up-issue';
import type { SiteUser } from './site';

/** Sprints of the odd site, by what is odd about them. */
export const oddSprintIds = {
  closed: 60,
  /** Its name has the 30 characters that Jira allows. */
  longName: 61,
  nameless: 62,
  rightToLeft: 63,
  /** Of the team-managed board. */
  team: 71,
  /** Belongs to the odd board, and the team's board shows it because it holds one of the team's issues. */
  shared: 64,
} as const;

/** The account of somebody who has left; Jira still names them in old issues. */
export const formerAccountId = '712020:5f0c2e7a-former';

/** Issues of the project ODD, by rank. */
export function oddIssues(people: { ada: SiteUser; zoe: SiteUser; dana: SiteUser; former: SiteUser }): MadeUpIssue[] {
  const { closed, longName, nameless, rightToLeft, shared } = oddSprintIds;
  const { ada, zoe, dana, former } = people;
  return [
    { number: 1, summary: 'Done long ago', status: 'Done', hours: 4, spentHours: 6, closedSprintIds: [closed] },
    {
      number: 2,
      summary: 'Carried over: in a closed sprint and in an open one',
      status: 'In Progress',
      assignee: ada,
      hours: 12,
      spentHours: 5,
      sprintId: longName,
      closedSprintIds: [closed],
    },
    { number: 3, summary: 'Estimated at 0 h', assignee: zoe, hours: 0, sprintId: longName },
    { number: 4, summary: 'Estimated at 10,000 h', assignee: dana, hours: 10_000, sprintId: longName },
    { number: 5, summary: 'Only admins see this one', hours: 7, sprintId: longName, restricted: true },
    { number: 6, summary: 'Of somebody who has left', assignee: former, hours: 3, sprintId: longName },
    {
      number: 7,
      summary: 'Of somebody whom Jira no longer knows by name',
      hours: 2,
      sprintId: longName,
      fields: { assignee: { accountId: 'unknown', active: false, accountType: 'unknown' } },
    },
    { number: 8, summary: '🦄 👩‍👩‍👧‍👦 Zażółć gęślą jaźń ✅', assignee: zoe, hours: 1.25, sprintId: longName },
    { number: 9, summary: 'إصلاح صفحة الدفع (PayPal) قبل الإطلاق', assignee: dana, hours: 6, sprintId: longName },
    { number: 10, summary: 'Without an estimate', sprintId: longName },
    { number: 11, summary: `Long ${'and longer '.repeat(22)}`.trim(), hours: 1 / 60, sprintId: longName },
    { number: 12, summary: '<script>alert("not in here")</script>', hours: 5, sprintId: nameless },
    { number: 13, summary: '', hours: 8, sprintId: nameless },
    { number: 14, summary: 'תכנון הספרינט הבא', assignee: dana, hours: 4, sprintId: rightToLeft },
    {
      number: 15,
      summary: 'Only for admins, and alone in what others see',
      hours: 9,
      sprintId: shared,
      restricted: true,
    },
    { number: 16, summary: 'An epic is on no scrum board', type: 'Epic' },
    { number: 17, summary: 'In the backlog', assignee: zoe, hours: 2 },
    { number: 18, summary: 'In the backlog, for admins only', hours: 2, restricted: true },
  ];
}

/** Issues of the team-managed project. */
export const teamIssues: MadeUpIssue[] = [
  { number: 1, summary: 'Estimated in points only', sprintId: oddSprintIds.team, fields: { customfield_10016: 5 } },
  { number: 2, summary: 'Estimated in both', hours: 6, sprintId: oddSprintIds.team, fields: { customfield_10016: 3 } },
  { number: 3, summary: 'In the sprint of another board', hours: 3, sprintId: oddSprintIds.shared },
  { number: 4, summary: 'In the backlog' },
];

/** Issues of the kanban board. */
export const supportIssues: MadeUpIssue[] = [
  { number: 1, summary: 'Flows without a sprint', status: 'In Progress', hours: 1 },
  { number: 2, summary: 'Waits', status: 'Waiting for customer' },
];
