import { described, type Limit, measured, ours, type Refusal, reported, valuesOf } from '../receipts';

/** What Jira limits where issues are moved, ranked, searched and logged on; each with its source. */
export const workLimitTable = {
  movedIssues: {
    value: 50,
    unit: 'issues',
    source: described('The maximum number of issues that can be moved in one operation is 50.'),
  },
  rankedIssues: { value: 50, unit: 'issues', source: described('At most 50 issues may be ranked at once.') },
  searchPage: { value: 50, unit: 'issues', source: measured('`/search/jql` page default | 50') },
  /** When anything but id and key is asked for. */
  searchPageMost: {
    value: 100,
    unit: 'issues',
    source: measured('`/search/jql` page max with other fields | 100 (5000 asked, 100 served + token)'),
  },
  searchPageMostOfKeys: {
    value: 5000,
    unit: 'issues',
    source: measured('`/search/jql` page max with only `id`/`key` | 5000'),
  },
  orderedFields: { value: 7, unit: 'fields', source: described('contain a maximum of 7 fields') },
  worklogPage: {
    value: 5000,
    unit: 'worklogs',
    source: described('"description": "The maximum number of items to return per page.", "schema": { "default": 5000'),
  },
  /** In the field `worklog` of an issue; that `total` tells of more: atlassian/atlassian-mcp-server/issues/180, 2026-06-18. */
  worklogsInAnIssue: {
    value: 20,
    unit: 'worklogs',
    source: {
      from: 'recording',
      file: 'devlake/agile-board-8-issues.json',
      quote: '"worklog": { "total": 0, "startAt": 0, "worklogs": [], "maxResults": 20',
    },
  },
} as const satisfies Record<string, Limit>;

export const workLimits = valuesOf(workLimitTable);

/** What is turned down where issues are moved, ranked, searched, moved on and logged on. */
export const workRefusalTable = {
  tooManyMoved: {
    status: 400,
    words: 'At most {} issues may be moved at once.',
    sources: [described('At most 50 issues may be moved at once.'), ours('no source has the words')],
  },
  tooManyRanked: {
    status: 400,
    words: 'At most {} issues may be ranked at once.',
    sources: [described('At most 50 issues may be ranked at once.'), ours('no source has the words')],
  },
  noIssues: {
    status: 400,
    words: "The body needs 'issues', with at least one id or key.",
    sources: [ours('moving nothing is a mistake of whoever asks, and no source says that it is not')],
  },
  closedSprint: {
    status: 400,
    words: "Issues can only be moved to open or active sprints; '{}' is closed.",
    sources: [described('Issues can only be moved to open or active sprints.'), ours('no source has the words')],
  },
  subtaskMoved: {
    status: 400,
    words: '{} is a sub-task: it is in the sprint of its parent.',
    sources: [ours('Jira keeps sub-tasks in the sprint of their parent; no source has the answer')],
  },
  mayNotMove: {
    status: 403,
    words: 'You do not have permission to assign issues to sprints.',
    sources: [described('does not have permission to assign issues.'), ours('no source has the words')],
  },
  mayNotRank: {
    status: 403,
    words: 'You do not have permission to schedule issues.',
    sources: [
      described('To rank issues user has to have schedule issue permission for issues that they want to rank.'),
      ours('no source has the words'),
    ],
  },
  noAnchor: {
    status: 400,
    words: "The body needs one of 'rankBeforeIssue' and 'rankAfterIssue'.",
    sources: [described('Moves (ranks) issues before or after a given issue.'), ours('no source has the words')],
  },
  twoAnchors: {
    status: 400,
    words: "The body may have only one of 'rankBeforeIssue' and 'rankAfterIssue'.",
    sources: [described('Moves (ranks) issues before or after a given issue.'), ours('no source has the words')],
  },
  noSuchAnchor: {
    status: 400,
    words: 'The issue {} to rank beside does not exist, or you do not have permission to see it.',
    sources: [
      ours('the description has no 404 for ranking, only 400 for a request that is invalid; no source has the words'),
    ],
  },
  anchorAmongRanked: {
    status: 400,
    words: '{} cannot be ranked beside itself.',
    sources: [ours('it has no place to go, and no source says what Jira does')],
  },
  otherRankField: {
    status: 400,
    words: 'There is no rank field {}.',
    sources: [ours('the site has one rank field, the one that the configuration of its boards names')],
  },
  noTransition: {
    status: 400,
    words: "Missing 'transition' identifier",
    sources: [described('no transition is specified.'), ours('words that public clients of Jira expect')],
  },
  transitionIsNoNumber: {
    status: 400,
    words: "'transition' identifier must be an integer",
    sources: [reported('mozilla/jira-bugzilla-integration/issues/303', '2022-10-27')],
  },
  unknownTransition: {
    status: 400,
    words: "Transition id '{}' is not valid for this issue.",
    sources: [
      described('the request is invalid for any other reason.'),
      ours('words that public clients of Jira expect'),
    ],
  },
  mayNotTransition: {
    status: 400,
    words: 'You do not have permission to transition this issue.',
    sources: [described('the user does not have permission to transition the issue.'), ours('no source has the words')],
  },
  requiredField: {
    status: 400,
    words: '{} is required.',
    sources: [described('Whether the field is required.'), ours('no source has the words')],
  },
  notOnTheScreen: {
    status: 400,
    words: "Field '{}' cannot be set. It is not on the appropriate screen, or unknown.",
    sources: [
      described("a field that isn't included on the transition screen is defined in `fields` or `update`."),
      ours('words that public issue reports of Jira clients show'),
    ],
  },
  valueNotAllowed: {
    status: 400,
    words: "'{}' is not a value that the field allows.",
    sources: [described('The list of values allowed in the field.'), ours('no source has the words')],
  },
  commentNotAdf: {
    status: 400,
    words: 'Comment body is not valid!',
    sources: [
      measured('comment body not ADF | 400 `{"errorMessages":[],"errors":{"comment":"Comment body is not valid!"}}`'),
    ],
  },
  mayNotLogWork: {
    status: 400,
    words: 'You do not have the permission to associate a worklog to this issue.',
    sources: [
      described('the user does not have permission to add the worklog.'),
      ours('words that public clients of Jira expect'),
    ],
  },
  noDuration: {
    status: 400,
    words: 'Invalid time duration entered.',
    sources: [ours('words that public clients of Jira expect, under the key timeLogged')],
  },
  twoDurations: {
    status: 400,
    words: "Only one of 'timeSpent' and 'timeSpentSeconds' may be given.",
    sources: [described('Cannot be provided if `timeSpent` is provided.'), ours('no source has the words')],
  },
  startedNotValid: {
    status: 400,
    words: `Invalid date format. Please enter the date in the format "yyyy-MM-dd'T'HH:mm:ss.SSSZ".`,
    sources: [
      described('The datetime on which the worklog effort was started. Required when creating a worklog.'),
      reported('atlassian/atlascode/issues/898', '2025-09-03'),
    ],
  },
  newEstimateNotValid: {
    status: 400,
    words: 'Invalid new estimate entered.',
    sources: [
      described('`adjustEstimate` is set to `new` but `newEstimate` is not provided or is invalid.'),
      ours("words of Jira's own tests, as public code has them"),
    ],
  },
  reduceByNotValid: {
    status: 400,
    words: 'Invalid adjustment amount entered.',
    sources: [
      described('`adjustEstimate` is set to `manual` but `reduceBy` is not provided or is invalid.'),
      ours('no source has the words'),
    ],
  },
  adjustmentUnknown: {
    status: 400,
    words: "The parameter 'adjustEstimate' is one of new, leave, manual and auto.",
    sources: [described('"enum": [ "new", "leave", "manual", "auto" ]'), ours('no source has the words')],
  },
  worklogPageNotANumber: {
    status: 404,
    words: "The parameter '{}' must be a whole number.",
    sources: [described('`startAt` or `maxResults` has non-numeric values.'), ours('no source has the words')],
  },
  unboundedJql: {
    status: 400,
    words: 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    sources: [measured('Unbounded JQL queries are not allowed here. Please add a search restriction to your query.')],
  },
  tooManyOrderedFields: {
    status: 400,
    words: 'JQL can be ordered by at most {} fields.',
    sources: [measured('JQL can be ordered by at most 7 fields.')],
  },
  unknownJqlValue: {
    status: 400,
    words: "The value '{}' does not exist for the field '{}'.",
    sources: [ours("words of Jira's own JQL checks, as public clients expect them")],
  },
  unknownJqlKey: {
    status: 400,
    words: "An issue with key '{}' does not exist for field 'key'.",
    sources: [ours("words of Jira's own JQL checks, as public clients expect them")],
  },
} as const satisfies Record<string, Refusal>;
