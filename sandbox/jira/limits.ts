import { described, type Limit, measured, reported, type Source, valuesOf } from '../receipts';

const pointsPage: Source = {
  from: 'page',
  url: 'https://developer.atlassian.com/cloud/jira/platform/rate-limiting/',
  date: '2026-10-09',
};

/** What Jira limits, each with its source. The code takes the values from `jiraLimits`. */
export const jiraLimitTable = {
  /** Boards and sprints, unless the request says how many. */
  agilePage: {
    value: 50,
    unit: 'boards or sprints',
    source: described(
      `"The maximum number of boards to return per page. See the 'Pagination' section at the top of this page for more details.", "schema": { "default": 50`,
    ),
  },
  agilePageMost: {
    value: 50,
    unit: 'boards or sprints',
    source: measured('`/board`, `/board/{id}/sprint` page max | 50 (1000 asked, 50 echoed)'),
  },
  /** The issue lists of /rest/software/1.0, unless the request says how many. */
  issuePage: { value: 50, unit: 'issues', source: measured('`/rest/software/1.0` issue lists | default 50, max 5000') },
  issuePageMost: { value: 5000, unit: 'issues', source: described('It returns max 5000 issues.') },
  reconciledIssues: { value: 50, unit: 'ids', source: described('Accepts max 50 IDs.') },
  fetchedIssues: { value: 100, unit: 'issues', source: described('You can request up to 100 issues.') },
  /** Of people, unless the request says how many: a client that asks for more than these and reads one page misses some. */
  usersPage: {
    value: 10,
    unit: 'users',
    source: described('"description": "The maximum number of items to return per page.", "schema": { "default": 10'),
  },
  /** Of people who can be assigned, unless the request says how many. */
  assignablePage: {
    value: 50,
    unit: 'users',
    source: described('returns only the users that can be assigned to the issue.", "schema": { "default": 50'),
  },
  summaryCharacters: {
    value: 255,
    unit: 'characters',
    source: reported('tenable/integration-jira-cloud/issues/322', '2025-10-23'),
  },
  /** Of a call; a write costs no more than this. */
  pointsOfACall: { value: 1, unit: 'point', source: pointsPage },
  /** Of each issue that a GET answers. */
  pointsOfAnIssueRead: { value: 1, unit: 'point', source: pointsPage },
  /** Of each user that a list of users answers. */
  pointsOfAUserRead: { value: 2, unit: 'points', source: pointsPage },
} as const satisfies Record<string, Limit>;

export const jiraLimits = valuesOf(jiraLimitTable);
