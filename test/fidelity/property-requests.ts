import type { DirectRequest } from './direct-requests';

const send = (method: string, path: string, body: unknown, status: number, as?: string): DirectRequest => ({
  method,
  path,
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  status,
  ...(as === undefined ? {} : { as }),
});
const ask = (path: string, status: number): DirectRequest => send('GET', path, undefined, status);
const search = (jql: string, status: number): DirectRequest =>
  ask(`/rest/api/3/search/jql?jql=${encodeURIComponent(jql)}`, status);

const own = '/rest/api/3/issue/WEB-22/properties/planprism';
const multi = '/rest/api/3/issue/properties/multi';
const all = '/rest/api/3/issue/properties/planprism';
const value = { confidence: 40, optimistic: 3.2, pessimistic: 20 };
const issues = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ issueID: 10_001 + place, properties: { planprism: value } }));

/** What is kept at issues, set, asked for and taken away; and an issue that is deleted. */
export const properties: readonly DirectRequest[] = [
  send('PUT', own, value, 201),
  send('PUT', own, { confidence: 50 }, 200),
  ask(own, 200),
  search('planprism.confidence < 60 AND project = WEB', 200),
  search('issue.property[planprism].confidence is not EMPTY', 200),
  send('DELETE', own, undefined, 204),
  send('POST', multi, { issues: issues(2) }, 303),
  send('DELETE', all, { entityIds: [10_001] }, 303),
  send('DELETE', all, undefined, 303),
  send('PUT', '/rest/api/3/issue/WEB-30', { fields: { customfield_10044: 65 } }, 204),
  send('PUT', '/rest/api/3/issue/WEB-30', { fields: { customfield_10044: null } }, 204),
  send('DELETE', '/rest/api/3/issue/WEB-56', undefined, 204),
  send('DELETE', '/rest/api/3/issue/WEB-24?deleteSubtasks=true', undefined, 204),
];

/** Likewise turned down; to be asked before `properties`, which deletes issues. */
export const refusedProperties: readonly DirectRequest[] = [
  ask(own, 404),
  ask('/rest/api/3/issue/NO-1/properties/planprism', 404),
  send('PUT', '/rest/api/3/issue/NO-1/properties/planprism', value, 404),
  send('PUT', own, value, 403, 'vera'),
  send('PUT', own, undefined, 400),
  send('PUT', own, 'a'.repeat(32_767), 400),
  send('PUT', `/rest/api/3/issue/WEB-22/properties/${'a'.repeat(256)}`, value, 400),
  send('DELETE', own, undefined, 404),
  send('DELETE', own, undefined, 404, 'vera'),
  send('POST', multi, { issues: [] }, 400),
  send('POST', multi, { issues: issues(101) }, 400),
  send('POST', multi, { issues: [{ issueID: 10_001, properties: {} }] }, 400),
  send('POST', multi, { issues: 'all' }, 400),
  send('DELETE', all, { entityIds: 'all' }, 400),
  search('planprism.confidence < high', 400),
  search('issue.property[planprism].secret = 1', 400),
  send('PUT', '/rest/api/3/issue/WEB-30', { fields: { customfield_10044: '65' } }, 400),
  send('DELETE', '/rest/api/3/issue/WEB-24', undefined, 400),
  send('DELETE', '/rest/api/3/issue/WEB-22', undefined, 403, 'noor'),
  send('DELETE', '/rest/api/3/issue/NO-1', undefined, 404),
  ask('/rest/agile/1.0/issue/NO-1', 404),
];
