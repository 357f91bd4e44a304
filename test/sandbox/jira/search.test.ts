import * as z from 'zod';
import { post } from './post';
import { smallIssue, smallJira, smallSite } from './small-site';

const path = '/rest/api/3/search/jql';
const pageSchema = z.strictObject({
  issues: z.array(z.looseObject({ id: z.string() })),
  isLast: z.boolean(),
  nextPageToken: z.string().optional(),
});

/** As in smallSite, and WEB-4 is a bug of the viewer's in the future sprint; WEB-10 is of another project. */
function site() {
  const bug = { id: '7', name: 'Bug', subtask: false, hierarchyLevel: 0 };
  const small = smallSite();
  small.projects.push({ id: '10007', key: 'OPS', name: 'Operations', style: 'classic' });
  small.issues[3] = smallIssue(4, { sprintId: 6, fields: { issuetype: bug, assignee: { accountId: 'viewer' } } });
  small.issues.push(smallIssue(10, { key: 'OPS-10', projectKey: 'OPS' }));
  small.issues.forEach((issue, index) => {
    issue.fields['created'] = `2026-11-0${[3, 1, 2, 6, 5, 4][index] ?? 9}T08:00:00.000+0000`;
  });
  return small;
}

function idsOf(jql: string, accountId = 'member'): string {
  const query = `${path}?jql=${encodeURIComponent(jql)}`;
  const { status, body } = smallJira(site()).get(query, accountId);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return pageSchema
    .parse(body)
    .issues.map(({ id }) => Number(id) - 10_000)
    .join(' ');
}

describe('JQL', () => {
  it.each([
    ['project = WEB', '1 2 3 4 5'],
    ['project = "website"', '1 2 3 4 5'],
    ['project in (10007)', '10'],
    ['PROJECT IN (web, OPS)', '1 2 3 4 5 10'],
    ['key in (WEB-5, web-1)', '1 5'],
    ['issuekey = 10002', '2'],
    ['sprint = 5', '1 2'],
    ['sprint = "Sprint 1"', '1 3'],
    ["sprint in (3, 'Sprint 3')", '1 3 4'],
    ['sprint in openSprints()', '1 2'],
    ['sprint in closedSprints()', '1 3'],
    ['sprint in (openSprints(), futureSprints())', '1 2 4'],
    ['status = "In Progress"', '2'],
    ['status in (3, "in progress")', '2 3'],
    ['statusCategory = Done', '3'],
    ['statusCategory = "To Do" and project = WEB', '1 4 5'],
    ['assignee = viewer', '4'],
    ['issuetype = Bug', '4'],
    ['type = Task AND sprint = 5 AND status = "To Do"', '1'],
  ])('%s', (jql, expected) => {
    expect(idsOf(`${jql} ORDER BY rank`)).toBe(expected);
  });

  it('knows who asks', () => {
    expect(idsOf('assignee = currentUser()', 'viewer')).toBe('4');
    expect(idsOf('assignee = currentUser()', 'member')).toBe('');
  });

  it.each([
    ['ORDER BY rank', '1 2 3 4 5 10'],
    ['order by Rank DESC', '10 5 4 3 2 1'],
    ['ORDER BY created', '2 3 1 10 5 4'],
    ['ORDER BY created desc', '4 5 10 1 3 2'],
    // OPS comes before WEB, and 10 after 9.
    ['ORDER BY key ASC', '10 1 2 3 4 5'],
    ['ORDER BY key ASC, rank DESC', '10 1 2 3 4 5'],
    // Nothing asked for: never the rank.
    ['', '5 4 3 2 1 10'],
  ])('sorts %s', (order, expected) => {
    expect(idsOf(`project in (WEB, OPS) ${order}`)).toBe(expected);
  });

  it('may have sorting words and signs inside quotes', () => {
    const small = site();
    small.sprints.push({ id: 8, name: 'Sell "A" AND (B), order by hand', state: 'future', originBoardId: 1 });
    small.issues.push(smallIssue(11, { sprintId: 8 }));
    const jql = 'sprint = "Sell \\"A\\" AND (B), order by hand" ORDER BY key';
    expect(smallJira(small).get(`${path}?jql=${encodeURIComponent(jql)}`).body).toEqual({
      issues: [{ id: '10011' }],
      isLast: true,
    });
  });

  it.each(['', 'ORDER BY key', ' order by created desc '])("without a restriction ('%s') is refused", (jql) => {
    const words = 'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.';
    const { jira, get } = smallJira();
    expect(get(`${path}?jql=${encodeURIComponent(jql)}`)).toMatchObject({
      status: 400,
      body: { errorMessages: [words] },
    });
    expect(post(jira, path, { jql })).toMatchObject({ status: 400, body: { errorMessages: [words] } });
  });

  it('is ordered by 7 fields at the most', () => {
    const { jira } = smallJira();
    const by = (count: number) => `project = WEB ORDER BY ${Array.from({ length: count }, () => 'key').join(', ')}`;
    expect(post(jira, path, { jql: by(7) }).status).toBe(200);
    expect(post(jira, path, { jql: by(8) })).toMatchObject({
      status: 400,
      body: { errorMessages: ['JQL can be ordered by at most 7 fields.'] },
    });
  });

  it.each([
    ['project = NO', "The value 'NO' does not exist for the field 'project'."],
    ['key = WEB-99', "An issue with key 'WEB-99' does not exist for field 'key'."],
    ['sprint = "Sprint 9"', "The value 'Sprint 9' does not exist for the field 'sprint'."],
    ['status = Gone', "The value 'Gone' does not exist for the field 'status'."],
    ['statusCategory = Gone', "The value 'Gone' does not exist for the field 'statusCategory'."],
    ['issuetype = Saga', "The value 'Saga' does not exist for the field 'issuetype'."],
    ['assignee = stranger', "The value 'stranger' does not exist for the field 'assignee'."],
  ])('that names what is not there is refused: %s', (jql, words) => {
    expect(post(smallJira().jira, path, { jql })).toMatchObject({ status: 400, body: { errorMessages: [words] } });
  });

  it.each([
    ['project = WEB OR project = OPS', 'project = WEB OR project = OPS'],
    ['project = WEB AND labels = late', 'labels = late'],
    ['project = WEB AND status != Done', 'status != Done'],
    ['project = WEB and assignee is EMPTY order by key', 'assignee is EMPTY'],
    ['assignee = empty', 'assignee = empty'],
    ['sprint not in openSprints()', 'sprint not in openSprints()'],
    ['(project = WEB)', '(project = WEB)'],
    ['project in WEB', 'project in WEB'],
    ['project in ()', 'project in ()'],
    ['project = WEB ORDER BY priority DESC', 'ORDER BY priority DESC'],
    ['project = WEB ORDER BY key UP', 'ORDER BY key UP'],
    ['project = "WEB', 'project = "WEB'],
    ['created >= -7d', 'created >= -7d'],
    ['sprint in lastSprints()', 'lastSprints()'],
  ])('that the sandbox does not understand is 501 and names the clause: %s', (jql, clause) => {
    const { jira } = smallJira(site());
    const answer = post(jira, path, { jql });
    expect(answer.status).toBe(501);
    expect(answer.body).toMatchObject({ errorMessages: [expect.stringContaining(`'${clause}'`)] });
  });
});

describe('a search', () => {
  const many = smallSite({ issues: Array.from({ length: 250 }, (_, index) => smallIssue(index + 1)) });
  const get = (query: string) =>
    pageSchema.parse(smallJira(many).get(`${path}?jql=project%3DWEB%20order%20by%20rank&${query}`).body);

  it('has pages of 50, of 100 at the most, and of 5000 when only ids and keys are asked for', () => {
    expect(get('').issues).toHaveLength(50);
    expect(get('fields=summary&maxResults=5000').issues).toHaveLength(100);
    expect(get('fields=id,key&maxResults=5000').issues).toHaveLength(250);
    expect(get('maxResults=200').issues).toHaveLength(200);
  });

  it('goes on with the token until the last page, which has none', () => {
    const first = get('fields=key&maxResults=200');
    expect(first).toMatchObject({ isLast: false, nextPageToken: expect.any(String) });
    const second = get(`fields=key&maxResults=200&nextPageToken=${first.nextPageToken ?? ''}`);
    expect(second.issues).toHaveLength(50);
    expect(second.issues[0]).toMatchObject({ key: 'WEB-201' });
    expect(second.isLast).toBe(true);
    expect(second).not.toHaveProperty('nextPageToken');
  });

  it('answers with ids alone, unless fields are asked for', () => {
    const self = 'https://your-domain.atlassian.net/rest/api/3/issue/10001';
    expect(get('maxResults=1').issues).toEqual([{ id: '10001' }]);
    expect(get('maxResults=1&fields=key').issues).toEqual([{ id: '10001', key: 'WEB-1', self }]);
    expect(get('maxResults=1&fields=summary').issues).toEqual([
      { id: '10001', key: 'WEB-1', self, expand: expect.any(String), fields: { summary: 'Issue 1' } },
    ]);
    expect(get('maxResults=1&fields=*all').issues[0]).toHaveProperty('fields.status.name', 'To Do');
  });

  it('may be posted, page by page as well', () => {
    const { jira } = smallJira(many);
    const body = { jql: 'project = WEB ORDER BY key', fields: ['summary'], maxResults: 2, reconcileIssues: [10_001] };
    const first = pageSchema.parse(post(jira, path, body).body);
    expect(first.issues).toMatchObject([{ key: 'WEB-1' }, { key: 'WEB-2' }]);
    const second = pageSchema.parse(post(jira, path, { ...body, nextPageToken: first.nextPageToken }).body);
    expect(second.issues).toMatchObject([{ key: 'WEB-3' }, { key: 'WEB-4' }]);
  });

  it('reconciles 50 issues at the most, by get and by post', () => {
    const { jira, get: ask } = smallJira(many);
    const ids = Array.from({ length: 51 }, (_, index) => 10_001 + index);
    const query = (some: number[]) => `${path}?jql=project=WEB&${some.map((id) => `reconcileIssues=${id}`).join('&')}`;
    expect(ask(query(ids)).status).toBe(400);
    expect(ask(query(ids.slice(1))).status).toBe(200);
    expect(post(jira, path, { jql: 'project=WEB', reconcileIssues: ids }).status).toBe(400);
    expect(post(jira, path, { jql: 'project=WEB', reconcileIssues: ids.slice(1) }).status).toBe(200);
  });

  it('does not take what is not described, and answers 501 to what is not modelled', () => {
    const { jira } = smallJira(many);
    expect(post(jira, path, { jql: 'project = WEB', startAt: 50 }).status).toBe(400);
    expect(post(jira, path, { jql: 'project = WEB', expand: 'names' }).status).toBe(501);
    expect(smallJira(many).get(`${path}?jql=project=WEB&expand=names`).status).toBe(501);
  });

  it('shows nothing to an outsider, not even that a project or an issue exists', () => {
    const { get: ask } = smallJira(site());
    expect(ask(`${path}?jql=project=WEB`, 'outsider').status).toBe(400);
    expect(ask(`${path}?jql=key=WEB-1`, 'outsider').status).toBe(400);
    expect(ask(`${path}?jql=sprint=5`, 'outsider').body).toEqual({ issues: [], isLast: true });
    expect(ask(`${path}?jql=sprint=5`, 'viewer').body).toHaveProperty('issues.length', 2);
  });
});
