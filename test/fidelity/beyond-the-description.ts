import { described, measured, ours, type Source } from '../../sandbox/receipts';
import type { Fault } from './exchange-faults';

/** What the sandbox answers or takes although Atlassian's description does not have it, or the other way round. */
export interface Beyond {
  /** `GET /rest/…` as in the description; '*' is every operation. */
  operation: string;
  kind: Fault['kind'];
  at: readonly string[];
  source: Source;
}

const futureSprint: Source = {
  from: 'recording',
  file: 'jira-ruby/board__1.json',
  quote:
    '{ "id": 3, "self": "https://test.com/jira/rest/agile/1.0/sprint/2", "state": "future", "name": "Test Sprint 2", "originBoardId": 1 }',
};
const agileIssue = 'GET /rest/agile/1.0/issue/{issueIdOrKey}';
const changelogs = 'POST /rest/api/3/changelog/bulkfetch';
const ignoredStartAt = measured('`startAt` ignored');
const onlyIds = described('The default is `id`.');

/** "Missing" is a field that the description's example has: an example says little about what other answers have. */
export const beyondTheDescription: readonly Beyond[] = [
  {
    operation: '*',
    kind: 'field',
    at: ['code', 'message'],
    source: measured('scope missing | 401 "Unauthorized; scope does not match"'),
  },
  ...[
    'board/{boardId}/backlog',
    'board/{boardId}/issue',
    'board/{boardId}/sprint/{sprintId}/issue',
    'sprint/{sprintId}/issue',
  ].map((list): Beyond => ({
    operation: `GET /rest/software/1.0/${list}`,
    kind: 'parameter',
    at: ['query startAt'],
    source: ignoredStartAt,
  })),
  {
    // The schema has projectKeyOrId; the example, and every recording, have these.
    operation: 'GET /rest/agile/1.0/board/{boardId}/configuration',
    kind: 'field',
    at: ['location.id', 'location.key', 'location.name', 'location.self'],
    source: described('"location": { "id": "10010", "key": "PROJ", "name": "name", "self":'),
  },
  {
    operation: 'GET /rest/agile/1.0/board/{boardId}/configuration',
    kind: 'missing field',
    at: ['estimation'],
    source: described('`estimation` (Scrum only)'),
  },
  {
    // The example has the fields of a board in a project and of one at a user; no board has both.
    operation: 'GET /rest/agile/1.0/board/{boardId}',
    kind: 'missing field',
    at: ['location.userAccountId', 'location.userId'],
    source: {
      from: 'recording',
      file: 'go-jira/all_boards.json',
      quote:
        '"location": { "projectId": 10000, "displayName": "aproject (AP)", "projectName": "aproject", "projectKey": "AP", "projectTypeKey": "software", "name": "aproject (AP)" }',
    },
  },
  {
    operation: 'GET /rest/agile/1.0/board/{boardId}',
    kind: 'missing field',
    at: ['location.projectId', 'location.projectKey', 'location.projectName', 'location.projectTypeKey'],
    source: ours('a board that lives at a user is in no project; no board of that kind was recorded'),
  },
  {
    operation: 'GET /rest/agile/1.0/board/{boardId}/configuration',
    kind: 'missing field',
    at: ['estimation.field'],
    source: described(
      'If the estimation type is "field", the ID and display name of the field used for estimation is also returned.',
    ),
  },
  {
    operation: 'GET /rest/agile/1.0/board/{boardId}/sprint',
    kind: 'missing field',
    at: ['values.*.goal'],
    source: futureSprint,
  },
  {
    operation: 'GET /rest/agile/1.0/sprint/{sprintId}',
    kind: 'missing field',
    at: ['goal', 'startDate', 'endDate', 'completeDate'],
    source: futureSprint,
  },
  ...['POST', 'PUT'].map((method): Beyond => ({
    operation: `${method} /rest/agile/1.0/sprint/{sprintId}`,
    kind: 'missing field',
    at: ['goal', 'startDate', 'endDate', 'completeDate'],
    source: futureSprint,
  })),
  {
    // Of refusals it names 400 alone.
    operation: changelogs,
    kind: 'status',
    at: ['401'],
    source: measured('scope missing | 401 "Unauthorized; scope does not match"'),
  },
  {
    // Its schema says a date.
    operation: changelogs,
    kind: 'value',
    at: ['issueChangeLogs.*.changeHistories.*.created'],
    source: described('"created": 1492070429'),
  },
  {
    operation: changelogs,
    kind: 'value',
    at: ['nextPageToken'],
    source: described('If this result represents the last or the only page, this token will be null.'),
  },
  {
    // As the example leaves out the ids of a text, which has none.
    operation: changelogs,
    kind: 'missing field',
    at: ['fromString', 'toString'].map((end) => `issueChangeLogs.*.changeHistories.*.items.*.${end}`),
    source: described(
      '"items": [ { "field": "fields", "fieldId": "fieldId", "fieldtype": "jira", "fromString": "old summary", "toString": "new summary" } ]',
    ),
  },
  {
    operation: changelogs,
    kind: 'missing field',
    at: ['issueChangeLogs.*.changeHistories.*.author.emailAddress'],
    source: ours(
      'no account of the sandbox has an address; Jira answers null or leaves it out, by the privacy settings',
    ),
  },
  {
    operation: 'GET /rest/api/3/field',
    kind: 'missing field',
    at: ['*.schema.system'],
    source: described('If the field is a system field, the name of the field.'),
  },
  {
    // The description has one issue as an example; which fields an issue has is up to the site and to the question.
    operation: agileIssue,
    kind: 'missing field',
    at: [
      'flagged',
      'closedSprints',
      'description',
      'project',
      'comment',
      'epic',
      'worklog',
      'updated',
      'timetracking',
    ].map((name) => `fields.${name}`),
    source: described(
      'The list of fields to return for each issue. By default, all navigable and Agile fields are returned.',
    ),
  },
  {
    operation: agileIssue,
    kind: 'missing field',
    at: ['fields.closedSprints.*.goal'],
    source: futureSprint,
  },
  {
    operation: agileIssue,
    kind: 'field',
    at: [
      'fields.summary',
      'fields.sprint.startDate',
      'fields.sprint.endDate',
      'fields.sprint.originBoardId',
      'fields.closedSprints.*.originBoardId',
    ],
    source: {
      from: 'recording',
      file: 'devlake/agile-board-8-issues.json',
      quote:
        '"startDate": "2020-06-12T00:38:51.882Z", "completeDate": "2020-06-22T05:59:58.980Z", "originBoardId": 8 }',
    },
  },
  {
    operation: agileIssue,
    kind: 'field',
    at: [
      'issuetype',
      'status',
      'priority',
      'assignee',
      'parent',
      'subtasks',
      'timeoriginalestimate',
      'timeestimate',
      'timespent',
      'aggregatetimeoriginalestimate',
      'aggregatetimeestimate',
      'aggregatetimespent',
    ].map((name) => `fields.${name}`),
    source: described(
      'The list of fields to return for each issue. By default, all navigable and Agile fields are returned.',
    ),
  },
  {
    // The sandbox has projects without pictures and categories.
    operation: agileIssue,
    kind: 'missing field',
    at: ['avatarUrls', 'insight', 'projectCategory', 'style'].map((name) => `fields.project.${name}`),
    source: described(
      'The list of fields to return for each issue. By default, all navigable and Agile fields are returned.',
    ),
  },
  {
    operation: agileIssue,
    kind: 'field',
    at: ['fields.project.projectTypeKey'],
    source: {
      from: 'recording',
      file: 'jirametrics/testdata__SP-1.json',
      quote: '"key": "SP", "name": "Sample Project", "projectTypeKey": "software", "simplified": false,',
    },
  },
  {
    operation: agileIssue,
    kind: 'value',
    at: ['fields.sprint'],
    source: { from: 'recording', file: 'devlake/agile-board-8-issues.json', quote: '"sprint": null, "status": {' },
  },
  {
    // Its schema lists the Java methods of a JSON node as fields; its own example has none of them.
    operation: 'POST /rest/api/3/issue/properties/multi',
    kind: 'field',
    at: ['confidence', 'optimistic', 'pessimistic'].map((name) => `issues.*.properties.planprism.${name}`),
    source: described('"properties": { "myProperty": { "owner": "admin", "weight": 100 }'),
  },
  {
    operation: 'PUT /rest/agile/1.0/issue/rank',
    kind: 'missing field',
    at: ['entries.*.issueId', 'entries.*.issueKey'],
    source: ours('of an issue that is not there, no more is known than what it was called'),
  },
  {
    operation: 'GET /rest/api/3/search/jql',
    kind: 'missing field',
    at: ['issues.*.expand', 'issues.*.fields', 'issues.*.key', 'issues.*.self'],
    source: onlyIds,
  },
  {
    operation: 'POST /rest/api/3/search/jql',
    kind: 'missing field',
    at: ['issues.*.expand', 'issues.*.fields'],
    source: onlyIds,
  },
  {
    operation: 'GET /rest/api/3/issue/{issueIdOrKey}/transitions',
    kind: 'missing field',
    at: ['transitions.*.fields'],
    source: described(
      'This parameter accepts `transitions.fields`, which returns information about the fields in the transition screen for each transition.',
    ),
  },
  {
    operation: 'GET /rest/api/3/issue/{issueIdOrKey}/worklog',
    kind: 'missing field',
    at: ['worklogs.*.comment'],
    source: described('A comment about the worklog in [Atlassian Document Format]'),
  },
  {
    operation: 'GET /rest/api/3/issue/{issueIdOrKey}/worklog',
    kind: 'missing field',
    at: ['worklogs.*.visibility'],
    source: described(
      'Details about any restrictions in the visibility of the worklog. Optional when creating or updating a worklog.',
    ),
  },
  {
    operation: 'GET /rest/api/3/myself',
    kind: 'missing field',
    at: ['key', 'name'],
    source: described('This property is no longer available and will be removed from the documentation soon.'),
  },
  {
    operation: 'GET /rest/api/3/myself',
    kind: 'missing field',
    at: ['emailAddress'],
    source: ours(
      'no account of the sandbox has an address; Jira answers null or leaves it out, by the privacy settings',
    ),
  },
  {
    operation: 'GET /rest/api/3/user/bulk',
    kind: 'missing field',
    at: ['values.*.emailAddress'],
    source: ours(
      'no account of the sandbox has an address; Jira answers null or leaves it out, by the privacy settings',
    ),
  },
  {
    operation: 'GET /rest/api/3/serverInfo',
    kind: 'missing field',
    at: ['displayUrl', 'displayUrlConfluence', 'displayUrlServicedeskHelpCenter'],
    source: ours('the site has no domain of its own to show, and only Jira is on it'),
  },
];

const inJiraJs = (file: string, quote: string): Source => ({
  from: 'package',
  name: 'jira.js',
  version: '6.2.0',
  file: `src/cloud/api/${file}`,
  quote,
});

/**
 * Operations of Jira's that Atlassian's description in shared/jira leaves out: it has 81 of some hundreds. What they take
 * and answer is as a client of Jira has it that is generated from the whole description.
 */
export const undescribed: readonly { operation: string; source: Source }[] = [
  {
    operation: 'DELETE /rest/api/3/issue/{issueIdOrKey}',
    source: inJiraJs(
      'issues.ts',
      "url: `/rest/api/3/issue/${parameters.issueIdOrKey}`, method: 'DELETE', searchParams: { deleteSubtasks:",
    ),
  },
  {
    operation: 'DELETE /rest/api/3/issue/properties/{propertyKey}',
    source: inJiraJs(
      'issueProperties.ts',
      "url: `/rest/api/3/issue/properties/${parameters.propertyKey}`, method: 'DELETE', body: { currentValue: parameters.currentValue, entityIds: parameters.entityIds, },",
    ),
  },
];

export function isBeyond({ operation, kind, at }: Beyond, fault: Fault): boolean {
  return (operation === '*' || operation === fault.operation) && kind === fault.kind && at.includes(fault.at);
}

/** Whether a fault is that the description at hand lacks an operation that is known to be there. */
export function isUndescribed({ kind, operation }: Fault): boolean {
  return (
    kind === 'operation' &&
    undescribed.some((one) =>
      new RegExp(`^${one.operation.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(operation),
    )
  );
}
