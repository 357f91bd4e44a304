import type { DirectRequest } from './direct-requests';

const send = (method: 'POST' | 'PUT', path: string, body: unknown, status: number, as?: string): DirectRequest => ({
  method,
  path,
  body: JSON.stringify(body),
  status,
  ...(as === undefined ? {} : { as }),
});

const changelogs = '/rest/api/3/changelog/bulkfetch';
const active = '/rest/agile/1.0/sprint/23';
const future = '/rest/agile/1.0/sprint/24';
const closed = '/rest/agile/1.0/sprint/21';
const dates = { startDate: '2026-11-30T10:00:00.000+01:00', endDate: '2026-12-11T17:00:00.000+01:00' };

/** Of an issue that has none. */
const estimate = (originalEstimate: string): DirectRequest =>
  send('PUT', '/rest/api/3/issue/WEB-32', { fields: { timetracking: { originalEstimate } } }, 204);

/** A sprint that is completed and the next one that is started; then what became of the issues is asked for. */
export const history: readonly DirectRequest[] = [
  send('POST', future, { goal: 'Ready for the gift season', id: 24, originBoardId: 1 }, 200),
  send('PUT', future, { name: 'Sprint 24' }, 200),
  send('POST', future, { state: 'future' }, 200),
  send('PUT', future, { name: 'Sprint 24', goal: 'Gifts', ...dates }, 200),
  send('POST', active, { state: 'closed', completeDate: '2015-04-20T11:11:28.008+10:00' }, 200),
  send('POST', `${future}/issue`, { issues: ['WEB-20'] }, 204),
  send('POST', future, { state: 'active' }, 200),
  send('PUT', closed, { name: 'Sprint 21', goal: 'Long ago', startDate: 'ignored', state: 'closed' }, 200),
  estimate('3h'),
  estimate(''),
  send('POST', changelogs, { issueIdsOrKeys: ['WEB-32'] }, 200),
  send('POST', changelogs, { issueIdsOrKeys: ['10020', 'WEB-22', 'NO-1'] }, 200),
  send(
    'POST',
    changelogs,
    { issueIdsOrKeys: ['WEB-22'], fieldIds: ['status', 'timeoriginalestimate'], maxResults: 1 },
    200,
  ),
  send('POST', changelogs, { issueIdsOrKeys: ['WEB-22'] }, 200, 'outsider'),
];

const many = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

/** Likewise turned down; to be asked before `history`, which completes the active sprint. */
export const refusedHistory: readonly DirectRequest[] = [
  send('POST', changelogs, { issueIdsOrKeys: [] }, 400),
  send('POST', changelogs, { issueIdsOrKeys: many(1001) }, 400),
  send('POST', changelogs, { issueIdsOrKeys: ['WEB-1'], fieldIds: many(11) }, 400),
  send('POST', changelogs, { issueIdsOrKeys: ['WEB-1'], maxResults: 10_001 }, 400),
  send('POST', changelogs, { issueIdsOrKeys: ['WEB-1'], nextPageToken: 'nonsense' }, 400),
  ...(['POST', 'PUT'] as const).flatMap((method) => [
    send(method, '/rest/agile/1.0/sprint/999', { name: 'Nowhere' }, 404),
    send(method, future, { name: 'Sprint 24' }, 404, 'outsider'),
    send(method, future, { name: 'Sprint 24' }, 403, 'vera'),
    send(method, future, { name: 'Sprint 24' }, 403, 'noor'),
    send(method, future, { colour: 'red' }, 400),
    send(method, future, { name: ' ' }, 400),
    send(method, future, { name: 'a'.repeat(31) }, 400),
    send(method, future, { name: 'Sprint 24', state: 'closed' }, 400),
    send(method, future, { name: 'Sprint 24', state: 'paused' }, 400),
    send(method, future, { name: 'Sprint 24', startDate: 'tomorrow' }, 400),
    send(method, future, { name: 'Sprint 24', startDate: dates.endDate, endDate: dates.startDate }, 400),
    send(method, closed, { name: 'Sprint 21', state: 'active' }, 400),
    send(method, active, { name: 'Sprint 23', ...dates, state: 'future' }, 400),
  ]),
  send('PUT', future, { name: 'Sprint 24', state: 'active' }, 400),
];
