import { described, measured, ours, type Refusal, reported } from '../receipts';

const noWords = ours('no source has the words');
const tests = ours("words of Jira's own tests of its time tracking field, as public code has them");

/** What Jira turns down where boards, sprints, issues and the site are read and issues are edited; each with its sources. */
export const jiraRefusalTable = {
  scopeMissing: {
    status: 401,
    words: 'Unauthorized; scope does not match',
    sources: [measured('scope missing | 401 "Unauthorized; scope does not match"')],
  },
  notLoggedIn: {
    status: 401,
    words: 'You are not logged in.',
    sources: [described('Returned if the user is not logged in.'), noWords],
  },
  bodyIsNotJson: { status: 400, words: 'The body is not JSON.', sources: [noWords] },
  bodyHasAnotherShape: {
    status: 400,
    words: '{} in the body: {}',
    sources: [ours('the shape is in the description; no source has the words')],
  },
  noSuchIssue: {
    status: 404,
    words: 'Issue does not exist or you do not have permission to see it.',
    sources: [measured('unknown issue | 404 "Issue does not exist or you do not have permission to see it."')],
  },
  noSuchBoard: {
    status: 404,
    words: 'Board does not exist or you do not have permission to see it.',
    sources: [
      described('Returned if the board does not exist or the user does not have permission to view it.'),
      ours('words that public clients of Jira expect'),
    ],
  },
  noSuchSprint: {
    status: 404,
    words: 'Sprint does not exist or you do not have permission to see it.',
    sources: [
      described('Returned if the sprint does not exist or the user does not have permission to view it.'),
      noWords,
    ],
  },
  noSprintsHere: {
    status: 400,
    words: 'The board does not support sprints',
    sources: [measured('`GET /board/{kanban}/sprint` | 400 "The board does not support sprints"')],
  },
  notAWholeNumber: {
    status: 400,
    words: "The parameter '{}' must be a whole number, {} or more.",
    sources: [described('Returned if the request is invalid.'), noWords],
  },
  unknownPageToken: {
    status: 400,
    words: 'The nextPageToken is not valid.',
    sources: [described('Returned if the request is invalid.'), noWords],
  },
  tooManyReconciled: {
    status: 400,
    words: "The parameter 'reconcileIssues' takes at most {} ids.",
    sources: [described('Accepts max 50 IDs.'), noWords],
  },
  unknownBoardType: {
    status: 400,
    words: 'The type of a board is scrum, kanban or simple.',
    sources: [described('Valid values: scrum, kanban, simple.'), noWords],
  },
  unknownSprintState: {
    status: 400,
    words: "The state '{}' of a sprint is not one of future, active and closed.",
    sources: [described('Valid values: future, active, closed.'), noWords],
  },
  noPermissionAsked: {
    status: 400,
    words: "The parameter 'permissions' must name at least one permission.",
    sources: [described('Returned if `permissions` is empty, contains an invalid key'), noWords],
  },
  unknownPermission: {
    status: 400,
    words: 'There is no permission {}.',
    sources: [described('Returned if `permissions` is empty, contains an invalid key'), noWords],
  },
  noSuchProject: {
    status: 404,
    words: "No project could be found with {} '{}'.",
    sources: [
      described('Returned if the project or issue is not found or the user does not have permission to view'),
      ours('words that public clients of Jira expect'),
    ],
  },
  noIssueToFetch: {
    status: 400,
    words: 'The body must name at least one issue.',
    sources: [described('Returned if no issue IDs/keys were present'), noWords],
  },
  tooManyFetched: {
    status: 400,
    words: 'At most {} issues may be fetched at once.',
    sources: [described('or more than 100 issue IDs/keys were requested.'), noWords],
  },
  noAccountAsked: {
    status: 400,
    words: "The parameter 'accountId' must name at least one account.",
    sources: [described('Returned if `accountID` is missing.'), noWords],
  },
  noPlaceToAssign: {
    status: 400,
    words: 'The query must name a project or an issue.',
    sources: [described('None of `issueKey`, `issueId` or `project` is present.'), noWords],
  },
  nobodyToFind: {
    status: 400,
    words: "The parameter 'query' or 'accountId' is missing.",
    sources: [described('`query` or `accountId` is missing.'), noWords],
  },
  nothingToEdit: {
    status: 400,
    words: "one of 'fields' or 'update' required",
    sources: [
      {
        from: 'recording',
        file: 'jira-ruby/issue__10002.put.missing_field_update.json',
        quote: "one of 'fields' or 'update' required",
      },
    ],
  },
  /** 403 is only for overriding the screen; a user who may not edit is told that each field cannot be set. */
  fieldNotSettable: {
    status: 400,
    words: "Field '{}' cannot be set. It is not on the appropriate screen, or unknown.",
    sources: [
      described('the user does not have the necessary permission to edit one or more fields.'),
      described('field will never be on the screen'),
      reported('tenable/integration-jira-cloud/issues/89', '2020-12-16'),
    ],
  },
  valueIsNoString: {
    status: 400,
    words: 'Operation value must be a string',
    sources: [reported('jitbit/SyslogCore/issues/2', '2022-01-10')],
  },
  valueIsNoNumber: {
    status: 400,
    words: 'Operation value must be a number',
    sources: [reported('getsentry/sentry-jira/issues/108', '2016-08-02')],
  },
  timeTrackingIsNoObject: {
    status: 400,
    words: 'Operation value must be an object of originalEstimate and remainingEstimate',
    sources: [noWords],
  },
  originalEstimateNotValid: {
    status: 400,
    words: 'The original estimate specified is not valid.',
    sources: [tests],
  },
  remainingEstimateNotValid: {
    status: 400,
    words: 'The remaining estimate specified is not valid.',
    sources: [tests],
  },
  summaryMissing: {
    status: 400,
    words: 'You must specify a summary of the issue.',
    sources: [ours('words that public clients and tests of Jira expect')],
  },
  summaryTooLong: {
    status: 400,
    words: "Summary can't exceed {} characters.",
    sources: [reported('tenable/integration-jira-cloud/issues/322', '2025-10-23')],
  },
  summaryHasNewline: {
    status: 400,
    words: 'The summary is invalid because it contains newline characters.',
    sources: [reported('DefectDojo/django-DefectDojo/pull/4954', '2021-08-18')],
  },
} as const satisfies Record<string, Refusal>;
