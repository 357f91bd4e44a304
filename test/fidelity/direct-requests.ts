import type { JiraRequest } from '../../sandbox/sandbox-types';
import type { Site } from '../../sandbox/site/site';

/** A request that nobody's app makes, and what the sandbox must answer. */
export interface DirectRequest extends JiraRequest {
  /** Of the account; the site's first one unless told. */
  as?: string | null;
  status: number;
}

const ask = (path: string): DirectRequest => ({ method: 'GET', path, status: 200 });

/** Everything that can be read of a site: each of its boards and sprints, and its first issues. */
export function readings({ boards, sprints, issues, projects, users }: Site): DirectRequest[] {
  const withSprints = boards.filter(({ type }) => type !== 'kanban');
  return [
    ask('/rest/agile/1.0/board'),
    ask(
      `/rest/agile/1.0/board?type=scrum,kanban&name=&projectKeyOrId=${projects[0]?.key ?? ''}&startAt=0&maxResults=1`,
    ),
    ...boards.flatMap(({ id }) => [
      ask(`/rest/agile/1.0/board/${String(id)}`),
      ask(`/rest/agile/1.0/board/${String(id)}/configuration`),
      ask(`/rest/software/1.0/board/${String(id)}/backlog`),
      ask(`/rest/software/1.0/board/${String(id)}/issue?maxResults=2&fields=summary,sprint,worklog&validateQuery=true`),
    ]),
    ...withSprints.flatMap(({ id }) => [
      ask(`/rest/agile/1.0/board/${String(id)}/sprint`),
      ask(`/rest/agile/1.0/board/${String(id)}/sprint?state=active,closed&startAt=1&maxResults=2`),
    ]),
    ...sprints.flatMap(({ id, originBoardId }) => [
      ask(`/rest/agile/1.0/sprint/${String(id)}`),
      ask(`/rest/software/1.0/sprint/${String(id)}/issue`),
      ...(withSprints.some((board) => board.id === originBoardId)
        ? [
            ask(
              `/rest/software/1.0/board/${String(originBoardId)}/sprint/${String(id)}/issue?reconcileIssues=1&reconcileIssues=2`,
            ),
          ]
        : []),
    ]),
    ...issues
      .slice(0, 5)
      .flatMap(({ id, key }) => [
        ask(`/rest/api/3/issue/${id}`),
        ask(`/rest/agile/1.0/issue/${key}?fields=sprint,closedSprints,summary&updateHistory=false`),
        ask(`/rest/api/3/issue/${key}?fields=summary,timetracking&updateHistory=false&failFast=true`),
      ]),
    ask(
      '/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,EDIT_ISSUES,SCHEDULE_ISSUES,TRANSITION_ISSUES,WORK_ON_ISSUES,MANAGE_SPRINTS_PERMISSION,ADMINISTER',
    ),
    ask(`/rest/api/3/mypermissions?permissions=EDIT_ISSUES&projectKey=${projects[0]?.key ?? ''}`),
    {
      method: 'POST',
      path: '/rest/api/3/issue/bulkfetch',
      body: JSON.stringify({
        issueIdsOrKeys: [...issues.slice(0, 3).map(({ key }) => key), 'NO-1', '0'],
        fields: ['summary', 'subtasks', 'timetracking', 'aggregatetimeoriginalestimate', 'worklog'],
      }),
      status: 200,
    },
    ask(`/rest/api/3/user/bulk?${users.map(({ accountId }) => `accountId=${accountId}`).join('&')}`),
    ask(`/rest/api/3/user/bulk?accountId=${users[0]?.accountId ?? ''}&accountId=nobody&startAt=0&maxResults=1`),
    ask(`/rest/api/3/user/assignable/search?project=${projects[0]?.key ?? ''}&query=`),
    ask(`/rest/api/3/user/assignable/search?project=${projects[0]?.key ?? ''}&query=a&startAt=0&maxResults=20`),
    ask('/rest/api/3/field'),
    ask('/rest/api/3/status'),
    ask('/rest/api/3/configuration'),
    ask('/rest/api/3/myself'),
    ask('/rest/api/3/serverInfo'),
  ];
}

const edit = (fields: unknown, status: number, as?: string): DirectRequest => ({
  method: 'PUT',
  path: '/rest/api/3/issue/WEB-1',
  body: JSON.stringify({ fields }),
  status,
  ...(as === undefined ? {} : { as }),
});

/** What can be changed on the made-up team's site. */
export const changes: readonly DirectRequest[] = [
  edit({ timetracking: { originalEstimate: '90m', remainingEstimate: '1h' } }, 204),
  edit({ summary: 'Pay with a card' }, 204),
  { ...edit({ summary: 'Pay in one step' }, 204), path: '/rest/api/3/issue/WEB-1?notifyUsers=false' },
];

const refuse = (path: string, status: number, as?: string): DirectRequest => ({
  method: 'GET',
  path,
  status,
  ...(as === undefined ? {} : { as }),
});

const fetchIssues = (issueIdsOrKeys: readonly string[], status: number): DirectRequest => ({
  method: 'POST',
  path: '/rest/api/3/issue/bulkfetch',
  body: JSON.stringify({ issueIdsOrKeys }),
  status,
});

const manyIds = Array.from({ length: 51 }, (_, index) => `reconcileIssues=${String(index + 1)}`).join('&');

/** What the made-up team's site turns down, in every way that an operation has. */
export const refusedRequests: readonly DirectRequest[] = [
  refuse('/rest/agile/1.0/board?type=nonsense', 400),
  refuse('/rest/agile/1.0/board?startAt=-1', 400),
  refuse('/rest/agile/1.0/board?maxResults=0', 400),
  refuse('/rest/agile/1.0/board/99', 404),
  refuse('/rest/agile/1.0/board/1', 404, 'outsider'),
  refuse('/rest/agile/1.0/board/99/configuration', 404),
  refuse('/rest/agile/1.0/board/2/sprint', 400),
  refuse('/rest/agile/1.0/board/1/sprint?state=open', 400),
  refuse('/rest/agile/1.0/board/99/sprint', 404),
  refuse('/rest/agile/1.0/sprint/999', 404),
  refuse('/rest/software/1.0/board/2/sprint/23/issue', 400),
  refuse('/rest/software/1.0/board/1/sprint/999/issue', 404),
  refuse('/rest/software/1.0/sprint/999/issue', 404),
  refuse('/rest/software/1.0/sprint/23/issue?nextPageToken=nonsense', 400),
  refuse(`/rest/software/1.0/board/1/backlog?${manyIds}`, 400),
  refuse('/rest/software/1.0/board/99/backlog', 404),
  refuse('/rest/software/1.0/board/99/issue', 404),
  refuse('/rest/api/3/issue/NO-1', 404),
  refuse('/rest/api/3/issue/WEB-1', 404, 'outsider'),
  { method: 'PUT', path: '/rest/api/3/issue/WEB-1', body: 'not json', status: 400 },
  { method: 'PUT', path: '/rest/api/3/issue/WEB-1', body: '{}', status: 400 },
  { method: 'PUT', path: '/rest/api/3/issue/NO-1', body: '{"fields":{"summary":"a"}}', status: 404 },
  edit({ summary: 'Mine' }, 400, 'vera'),
  edit({ customfield_99999: 1 }, 400),
  edit({ timeoriginalestimate: 3600 }, 400),
  edit({ timetracking: { originalEstimate: 'soon', remainingEstimate: 'later' } }, 400),
  edit({ timetracking: { remainingEstimate: 'later' } }, 400),
  edit({ timetracking: { originalEstimate: 90 } }, 400),
  edit({ timetracking: '1h' }, 400),
  edit({ summary: 1 }, 400),
  edit({ summary: ' ' }, 400),
  edit({ summary: 'a'.repeat(256) }, 400),
  edit({ summary: 'two\nlines' }, 400),
  fetchIssues([], 400),
  fetchIssues(
    Array.from({ length: 101 }, (_, index) => `WEB-${String(index + 1)}`),
    400,
  ),
  refuse('/rest/api/3/user/bulk', 400),
  refuse('/rest/api/3/user/assignable/search?query=a', 400),
  refuse('/rest/api/3/user/assignable/search?project=WEB', 400),
  refuse('/rest/api/3/user/assignable/search?project=NO&query=a', 404),
  refuse('/rest/api/3/mypermissions', 400),
  refuse('/rest/api/3/mypermissions?permissions=FLY', 400),
  refuse('/rest/api/3/mypermissions?permissions=EDIT_ISSUES&projectKey=NO', 404),
  refuse('/rest/api/3/mypermissions?permissions=EDIT_ISSUES&issueKey=NO-1', 404),
];
