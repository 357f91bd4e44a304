import type { DirectRequest } from './direct-requests';

/** Moving, ranking, searching, transitions and worklogs on the made-up team's site: what it does, and what it turns down. */

const send = (method: 'POST' | 'PUT', path: string, body: unknown, status: number, as?: string): DirectRequest => ({
  method,
  path,
  body: JSON.stringify(body),
  status,
  ...(as === undefined ? {} : { as }),
});

const get = (path: string, status: number, as?: string): DirectRequest => ({
  method: 'GET',
  path,
  status,
  ...(as === undefined ? {} : { as }),
});

const sprint = '/rest/agile/1.0/sprint/24/issue';
const backlog = '/rest/agile/1.0/backlog/issue';
const boardBacklog = '/rest/agile/1.0/backlog/1/issue';
const rank = '/rest/agile/1.0/issue/rank';
const transitions = '/rest/api/3/issue/WEB-22/transitions';
const worklog = '/rest/api/3/issue/WEB-22/worklog';
const search = '/rest/api/3/search/jql';
const jql = (query: string) => `${search}?jql=${encodeURIComponent(query)}`;

const tooMany = Array.from({ length: 51 }, (_, index) => `WEB-${String(index + 1)}`);
const started = '2026-11-20T12:34:00.000+0000';
const comment = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Half of it' }] }],
};
const logged = { timeSpent: '1h 30m', started };

export const work: readonly DirectRequest[] = [
  send('POST', sprint, { issues: ['WEB-22', 'WEB-23'] }, 204),
  send('POST', sprint, { issues: ['WEB-22'], rankBeforeIssue: 'WEB-24', rankCustomFieldId: 10019 }, 204),
  send('POST', backlog, { issues: ['WEB-23'] }, 204),
  send('POST', boardBacklog, { issues: ['WEB-23'], rankAfterIssue: 'WEB-27' }, 204),
  send('PUT', rank, { issues: ['WEB-27'], rankBeforeIssue: 'WEB-24' }, 204),
  send('PUT', rank, { issues: ['WEB-27', 'WEB-9999', '99999'], rankAfterIssue: 'WEB-24' }, 207),
  get(jql('project = WEB ORDER BY rank'), 200),
  get(`${jql('sprint = 24')}&fields=summary,status&maxResults=2&reconcileIssues=10024&failFast=true`, 200),
  send('POST', search, { jql: 'project = WEB', fields: ['key'], maxResults: 3, reconcileIssues: [10022] }, 200),
  send('POST', search, { jql: 'project = WEB', fields: ['summary'] }, 200),
  get(transitions, 200),
  get(`${transitions}?expand=transitions.fields&transitionId=41&includeUnavailableTransitions=false`, 200),
  send('POST', transitions, { transition: { id: '21' } }, 204),
  send('POST', transitions, { transition: { id: '41' }, fields: { resolution: { name: "Won't Do" } } }, 204),
  send('POST', transitions, { transition: { id: '11' } }, 204),
  send('POST', worklog, { ...logged, comment }, 201),
  send('POST', `${worklog}?adjustEstimate=new&newEstimate=3h`, { timeSpentSeconds: 3600, started }, 201),
  send('POST', `${worklog}?adjustEstimate=manual&reduceBy=1h&notifyUsers=false`, logged, 201),
  send('POST', `${worklog}?adjustEstimate=leave`, logged, 201),
  get(worklog, 200),
  get(`${worklog}?startAt=1&maxResults=1&startedAfter=0&startedBefore=9999999999999`, 200),
];

export const refusedWork: readonly DirectRequest[] = [
  send('POST', sprint, { issues: tooMany }, 400),
  send('POST', sprint, { issues: [] }, 400),
  send('POST', sprint, { issues: 'WEB-22' }, 400),
  send('POST', sprint, { issues: ['WEB-25'] }, 400),
  send('POST', sprint, { issues: ['WEB-22'] }, 403, 'vera'),
  send('POST', sprint, { issues: ['WEB-9999'] }, 404),
  send('POST', sprint, { issues: ['WEB-22'], rankBeforeIssue: 'WEB-24', rankAfterIssue: 'WEB-27' }, 400),
  send('POST', sprint, { issues: ['WEB-22'], rankBeforeIssue: 'WEB-22' }, 400),
  send('POST', sprint, { issues: ['WEB-22'], rankBeforeIssue: 'WEB-24', rankCustomFieldId: 1 }, 400),
  send('POST', '/rest/agile/1.0/sprint/21/issue', { issues: ['WEB-22'] }, 400),
  send('POST', '/rest/agile/1.0/sprint/999/issue', { issues: ['WEB-22'] }, 404),
  send('POST', backlog, { issues: tooMany }, 400),
  send('POST', backlog, { issues: ['WEB-22'] }, 403, 'vera'),
  send('POST', '/rest/agile/1.0/backlog/99/issue', { issues: ['WEB-22'] }, 404),
  send('PUT', rank, { issues: ['WEB-22'], rankAfterIssue: 'NO-1' }, 400),
  send('PUT', rank, { issues: tooMany, rankBeforeIssue: 'WEB-24' }, 400),
  send('PUT', rank, { issues: ['WEB-22'] }, 400),
  send('PUT', rank, { issues: ['WEB-22'], rankBeforeIssue: 'WEB-24' }, 403, 'vera'),
  get(jql(''), 400),
  get(jql('ORDER BY rank'), 400),
  get(jql(`project = WEB ORDER BY ${Array.from({ length: 8 }, () => 'key').join(', ')}`), 400),
  get(jql('project = NO'), 400),
  get(jql('key = NO-1'), 400),
  send('POST', search, { jql: 'project = WEB', reconcileIssues: Array.from({ length: 51 }, (_, id) => id) }, 400),
  get('/rest/api/3/issue/NO-1/transitions', 404),
  send('POST', transitions, {}, 400),
  send('POST', transitions, { transition: { id: 'done' } }, 400),
  send('POST', transitions, { transition: { id: '999' } }, 400),
  send('POST', transitions, { transition: { id: '21' } }, 400, 'vera'),
  send('POST', transitions, { transition: { id: '41' } }, 400),
  send('POST', transitions, { transition: { id: '41' }, fields: { resolution: { name: 'Nonsense' } } }, 400),
  send('POST', transitions, { transition: { id: '21' }, fields: { resolution: { name: 'Done' } } }, 400),
  send('POST', '/rest/api/3/issue/NO-1/transitions', { transition: { id: '21' } }, 404),
  send('POST', worklog, logged, 400, 'vera'),
  send('POST', worklog, { started }, 400),
  send('POST', worklog, { ...logged, timeSpentSeconds: 60 }, 400),
  send('POST', worklog, { timeSpent: '1h', started: 'yesterday' }, 400),
  send('POST', worklog, { ...logged, comment: 'text' }, 400),
  send('POST', `${worklog}?adjustEstimate=new`, logged, 400),
  send('POST', `${worklog}?adjustEstimate=manual&reduceBy=soon`, logged, 400),
  send('POST', `${worklog}?adjustEstimate=later`, logged, 400),
  send('POST', '/rest/api/3/issue/NO-1/worklog', logged, 404),
  get('/rest/api/3/issue/NO-1/worklog', 404),
  get(`${worklog}?maxResults=many`, 404),
];
