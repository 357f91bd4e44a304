import { createJira } from '../../../sandbox/jira/jira';
import type { SearchableProperty } from '../../../sandbox/jira/searchable-property';
import type { JiraAnswer } from '../../../sandbox/sandbox-types';
import { post } from './post';
import { noon, smallJira, smallSite } from './small-site';

const path = (issue: string) => `/rest/api/3/issue/${issue}/properties/planprism`;
const multi = '/rest/api/3/issue/properties/multi';
const bulk = '/rest/api/3/issue/properties/planprism';

function opened() {
  const site = smallSite();
  const own = smallJira(site);
  const remove = (address: string, accountId = 'member', body?: unknown): JiraAnswer =>
    own.jira.serve(
      { method: 'DELETE', path: address, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
      { accountId, scopes: 'all' },
    );
  const held = () =>
    site.issues.flatMap(({ key, properties }) => (properties === undefined ? [] : [[key, properties]]));
  return { ...own, remove, held };
}

describe('a property of an issue', () => {
  it('is created, changed, read and deleted', () => {
    const { put, get, remove, changes, held } = opened();
    expect(get(path('WEB-1')).status).toBe(404);
    expect(put(path('WEB-1'), { confidence: 40 })).toMatchObject({ status: 201, body: undefined });
    expect(put(path('10001'), { confidence: 50 }).status).toBe(200);
    expect(get(path('WEB-1'), 'viewer').body).toEqual({ key: 'planprism', value: { confidence: 50 } });
    expect(remove(path('WEB-1')).status).toBe(204);
    expect(remove(path('WEB-1')).status).toBe(404);
    expect(held()).toEqual([]);
    expect(changes()).toBe(3);
  });

  it('is set and deleted only by who may edit the issue', () => {
    const { put, remove, held } = opened();
    expect(put(path('WEB-1'), 1, 'viewer').status).toBe(403);
    expect(put(path('WEB-1'), 1, 'outsider').status).toBe(404);
    put(path('WEB-1'), 1);
    expect(remove(path('WEB-1'), 'viewer').status).toBe(404);
    expect(held()).toEqual([['WEB-1', { planprism: 1 }]]);
  });

  it('holds any JSON of up to 32,768 characters, and something', () => {
    const { put, as } = opened();
    // The quotation marks count.
    expect(put(path('WEB-1'), 'a'.repeat(32_766)).status).toBe(201);
    expect(put(path('WEB-1'), 'a'.repeat(32_767)).status).toBe(400);
    expect(put(`/rest/api/3/issue/WEB-1/properties/${'k'.repeat(256)}`, 1).status).toBe(400);
    expect(as({ accountId: 'member', scopes: 'all' }, 'PUT', path('WEB-2')).status).toBe(400);
  });
});

describe('properties of many issues at once', () => {
  it('are set, as a task that Jira tells the address of', () => {
    const { jira, held } = opened();
    const answer = post(jira, multi, {
      issues: [
        { issueID: 10_001, properties: { planprism: { confidence: 40 } } },
        { issueID: 10_004, properties: { planprism: { confidence: 60 }, other: 1 } },
      ],
    });
    expect(answer).toMatchObject({ status: 303, body: undefined });
    expect(answer.headers['location']).toMatch(/\/rest\/api\/3\/task\/\d+$/);
    expect(held()).toEqual([
      ['WEB-1', { planprism: { confidence: 40 } }],
      ['WEB-4', { planprism: { confidence: 60 }, other: 1 }],
    ]);
  });

  it('are not set on issues that are not there, or that this person may not edit', () => {
    const { jira, held } = opened();
    const issues = [10_001, 99_999].map((issueID) => ({ issueID, properties: { planprism: 1 } }));
    expect(post(jira, multi, { issues }, 'viewer').status).toBe(303);
    expect(held()).toEqual([]);
    expect(post(jira, multi, { issues }).status).toBe(303);
    expect(held()).toEqual([['WEB-1', { planprism: 1 }]]);
  });

  it('are at most ten of a hundred issues', () => {
    const { jira } = opened();
    const issues = (count: number, properties: object) =>
      Array.from({ length: count }, () => ({ issueID: 10_001, properties }));
    const ten = Object.fromEntries(Array.from({ length: 10 }, (_, place) => [`p${place}`, place]));
    expect(post(jira, multi, { issues: issues(100, ten) }).status).toBe(303);
    expect(post(jira, multi, { issues: issues(101, ten) }).status).toBe(400);
    expect(post(jira, multi, { issues: issues(1, { ...ten, more: 1 }) }).status).toBe(400);
    expect(post(jira, multi, { issues: issues(1, {}) }).status).toBe(400);
  });

  it('are deleted from all issues, or from those that are meant', () => {
    const { put, remove, held } = opened();
    for (const key of ['WEB-1', 'WEB-2', 'WEB-3']) put(path(key), key);
    put('/rest/api/3/issue/WEB-1/properties/other', 1);
    expect(remove(bulk, 'viewer').status).toBe(303);
    expect(held()).toHaveLength(3);
    remove(bulk, 'member', { entityIds: [10_002] });
    remove(bulk, 'member', { currentValue: 'WEB-3' });
    expect(held().map(([key]) => key)).toEqual(['WEB-1']);
    expect(remove(bulk)).toMatchObject({ status: 303, body: undefined });
    expect(held()).toEqual([['WEB-1', { other: 1 }]]);
  });
});

describe('JQL about properties', () => {
  const searchable: SearchableProperty[] = [
    { propertyKey: 'planprism', path: 'confidence', type: 'number', searchAlias: 'planprism.confidence' },
    { propertyKey: 'planprism', path: 'by.name', type: 'string' },
  ];
  const site = smallSite();
  const held = [40, 50, undefined, 'fifty'];
  for (const [place, confidence] of held.entries()) {
    const issue = site.issues[place];
    if (issue !== undefined && confidence !== undefined) issue.properties = { planprism: { confidence } };
  }
  const jira = createJira(
    site,
    () => noon,
    () => undefined,
    undefined,
    searchable,
  );
  const search = (jql: string, list = '/rest/api/3/search/jql') =>
    jira.serve(
      { method: 'GET', path: `${list}?fields=key&jql=${encodeURIComponent(jql)}` },
      {
        accountId: 'member',
        scopes: 'all',
      },
    );
  const keysOf = ({ body }: JiraAnswer) =>
    [...JSON.stringify(body).matchAll(/WEB-(\d+)/g)].map(([, key]) => key).join(' ');

  it.each([
    ['planprism.confidence < 50', '1'],
    ['planprism.confidence <= 50', '1 2'],
    ['PlanPrism.Confidence = 50', '2'],
    ['planprism.confidence != 50', '1'],
    ['issue.property[planprism].confidence > 40', '2'],
    ['issue.property[planprism].confidence >= 40 AND key = WEB-1', '1'],
    // The fourth issue holds no number there, which Jira does not index.
    ['planprism.confidence is EMPTY', '3 4 5'],
    ['planprism.confidence IS NOT null', '1 2'],
  ])('%s', (jql, expected) => {
    expect(keysOf(search(`${jql} ORDER BY rank`))).toBe(expected);
  });

  it('works in lists of a board, too', () => {
    expect(keysOf(search('planprism.confidence < 60', '/rest/software/1.0/sprint/5/issue'))).toBe('1 2');
  });

  it('is refused for what no app has made searchable, and for what is no number', () => {
    expect(search('issue.property[planprism].optimistic > 1')).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining("Field 'issue.property[planprism].optimistic' does not exist")] },
    });
    expect(search('planprism.confidence < high').status).toBe(400);
  });

  it('is not modelled beyond comparing numbers', () => {
    expect(search('issue.property[planprism].by.name = Ada').status).toBe(501);
    expect(search('planprism.confidence in (1, 2)').status).toBe(501);
    expect(search('planprism.optimistic < 2').status).toBe(501);
  });
});
