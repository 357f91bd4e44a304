import { post } from './post';
import { smallIssue, smallJira, smallSite } from './small-site';

const path = '/rest/api/3/issue/WEB-1/worklog';
const started = '2026-11-20T09:30:00.000+0100';
const comment = {
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Done' }] }],
};

/** WEB-1 with an estimate of 4 h of which nothing is done yet, unless told otherwise. */
function estimated(fields: Record<string, unknown> = {}) {
  const issue = smallIssue(1, { fields: { timeoriginalestimate: 14_400, timeestimate: 14_400, ...fields } });
  return smallJira(smallSite({ issues: [issue] }));
}

describe('logging work', () => {
  it('adds to the time spent, takes it from what remains, and answers with the worklog', () => {
    const { jira, site, changes } = estimated();
    const answer = post(jira, path, { timeSpent: '1h 30m', started, comment });
    expect(answer.status).toBe(201);
    const author = expect.objectContaining({ accountId: 'member', displayName: 'The member', active: true });
    expect(answer.body).toEqual({
      self: 'https://your-domain.atlassian.net/rest/api/3/issue/10001/worklog/10001',
      id: '10001',
      issueId: '10001',
      author,
      updateAuthor: author,
      comment,
      timeSpent: '1h 30m',
      timeSpentSeconds: 5_400,
      started: '2026-11-20T08:30:00.000+0000',
      created: '2026-11-21T12:00:00.000+0000',
      updated: '2026-11-21T12:00:00.000+0000',
    });
    // 4 h − 1.5 h = 2.5 h = 9000 s; 5400 s of 14400 s are 37.5 %.
    expect(site.issues[0]?.fields).toMatchObject({
      timespent: 5_400,
      timeestimate: 9_000,
      timeoriginalestimate: 14_400,
      aggregatetimespent: 5_400,
      timetracking: { timeSpent: '1h 30m', remainingEstimate: '2h 30m', originalEstimate: '4h' },
      progress: { progress: 5_400, total: 14_400, percent: 37 },
      workratio: 37,
      updated: '2026-11-21T12:00:00.000+0000',
    });
    expect(changes()).toBe(1);
  });

  it('adds up, and what remains never falls below 0', () => {
    const { jira, site } = estimated({ timespent: 3_600 });
    post(jira, path, { timeSpentSeconds: 10_800, started });
    post(jira, path, { timeSpentSeconds: 10_800, started });
    expect(site.issues[0]?.fields).toMatchObject({ timespent: 25_200, timeestimate: 0 });
    expect(site.worklogs?.map(({ id, timeSpentSeconds }) => [id, timeSpentSeconds])).toEqual([
      ['10001', 10_800],
      ['10002', 10_800],
    ]);
  });

  // Recorded so: EE-16 and EE-23 of the fixture devlake have 1 h spent, no original estimate and 0 remaining.
  it('leaves 0 remaining on an issue without an estimate', () => {
    const { jira, site } = estimated({ timeoriginalestimate: null, timeestimate: null });
    post(jira, path, { timeSpentSeconds: 3_600, started });
    expect(site.issues[0]?.fields).toMatchObject({ timeoriginalestimate: null, timeestimate: 0, timespent: 3_600 });
  });

  // On this site a day is 7.5 h.
  it.each([
    ['adjustEstimate=auto', 10_800],
    ['adjustEstimate=leave', 14_400],
    ['adjustEstimate=new&newEstimate=1d', 27_000],
    ['adjustEstimate=manual&reduceBy=30m', 12_600],
    ['adjustEstimate=manual&reduceBy=1w', 0],
  ])('leaves of 4 h after 1 h with %s %d s', (query, remaining) => {
    const { jira, site } = estimated();
    expect(post(jira, `${path}?${query}`, { timeSpent: '1h', started }).status).toBe(201);
    expect(site.issues[0]?.fields).toMatchObject({ timeestimate: remaining, timespent: 3_600 });
  });

  it('on a sub-task counts into its parent', () => {
    const parent = smallIssue(1, { fields: { timespent: 600, aggregatetimespent: 600 } });
    const fields = { issuetype: { id: '5', name: 'Sub-task', subtask: true }, parent: { key: 'WEB-1' } };
    const { jira } = smallJira(smallSite({ issues: [parent, smallIssue(2, { fields })] }));
    post(jira, '/rest/api/3/issue/WEB-2/worklog', { timeSpentSeconds: 1_200, started });
    expect(parent.fields).toMatchObject({ timespent: 600, aggregatetimespent: 1_800 });
  });

  it.each([
    ['a comment that is no document', { timeSpent: '1h', started, comment: 'Done' }, 'comment', /^Comment body is not/],
    ['a comment of null', { timeSpent: '1h', started, comment: null }, 'comment', /^Comment body is not valid!$/],
    ['no time', { started }, 'timeLogged', /^Invalid time duration entered\.$/],
    ['a time that is none', { timeSpent: 'soon', started }, 'timeLogged', /^Invalid time/],
    ['less than a minute', { timeSpentSeconds: 59, started }, 'timeLogged', /^Invalid time/],
    ['the time twice', { timeSpent: '1h', timeSpentSeconds: 3_600, started }, 'timeLogged', /^Only one of/],
    ['no start', { timeSpent: '1h' }, 'started', /yyyy-MM-dd/],
    ['a start with Z', { timeSpent: '1h', started: '2026-11-20T09:30:00.000Z' }, 'started', /yyyy-MM-dd/],
    ['a start on no day', { timeSpent: '1h', started: '2026-13-45T09:30:00.000+0000' }, 'started', /yyyy-MM-dd/],
  ])('is refused with %s', (_what, body, field, words) => {
    const { jira, site, changes } = estimated();
    const answer = post(jira, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ errorMessages: [], errors: { [field]: expect.stringMatching(words) } });
    expect(site.issues[0]?.fields).toMatchObject({ timespent: null, timeestimate: 14_400 });
    expect(site.worklogs).toBeUndefined();
    expect(changes()).toBe(0);
  });

  it.each(['adjustEstimate=new', 'adjustEstimate=manual&reduceBy=some', 'adjustEstimate=half'])(
    'is refused with %s',
    (query) => {
      const { jira, site } = estimated();
      expect(post(jira, `${path}?${query}`, { timeSpent: '1h', started }).status).toBe(400);
      expect(site.worklogs).toBeUndefined();
    },
  );

  it('is for members: a viewer is told so with a 400, as the description says, an outsider finds no issue', () => {
    const { jira, site } = estimated();
    expect(post(jira, path, { timeSpent: '1h', started }, 'viewer')).toMatchObject({
      status: 400,
      body: { errorMessages: ['You do not have the permission to associate a worklog to this issue.'] },
    });
    expect(post(jira, path, { timeSpent: '1h', started }, 'outsider').status).toBe(404);
    expect(site.worklogs).toBeUndefined();
  });

  it('answers 501 to a worklog that only some may see', () => {
    const body = { timeSpent: '1h', started, visibility: { type: 'role', value: 'Developers' } };
    expect(post(estimated().jira, path, body).status).toBe(501);
  });
});

describe('the worklogs of an issue', () => {
  function logged() {
    const jira = estimated();
    for (const day of ['17', '18', '19']) {
      post(jira.jira, path, { timeSpent: '1h', started: `2026-11-${day}T09:00:00.000+0000` });
    }
    return jira;
  }

  it('come oldest first, and are only its own', () => {
    const { get, site } = logged();
    site.issues.push(smallIssue(2));
    expect(get(path, 'viewer').body).toMatchObject({
      startAt: 0,
      maxResults: 5_000,
      total: 3,
      worklogs: [{ id: '10001' }, { id: '10002' }, { id: '10003', timeSpent: '1h' }],
    });
    expect(get('/rest/api/3/issue/WEB-2/worklog').body).toMatchObject({ total: 0, worklogs: [] });
    expect(get(path, 'outsider').status).toBe(404);
  });

  it('come in pages, and by when the work was started', () => {
    const { get } = logged();
    expect(get(`${path}?startAt=1&maxResults=1`).body).toMatchObject({
      startAt: 1,
      maxResults: 1,
      total: 3,
      worklogs: [{ id: '10002' }],
    });
    const second = Date.parse('2026-11-18T09:00:00.000Z');
    expect(get(`${path}?startedAfter=${second}`).body).toMatchObject({ worklogs: [{ id: '10002' }, { id: '10003' }] });
    expect(get(`${path}?startedBefore=${second}`).body).toMatchObject({ total: 1, worklogs: [{ id: '10001' }] });
  });

  it('are not found by a page that is no number', () => {
    const { get } = logged();
    expect(get(`${path}?startAt=first`).status).toBe(404);
    expect(get(`${path}?maxResults=-1`).status).toBe(404);
  });

  it('begin with those that were recorded, whose text is a document in this version', () => {
    const recorded = { id: '10218', started: '2020-06-15T17:07:00.000+0800', timeSpentSeconds: 3_600, comment: 'Epic' };
    const { jira, get } = estimated({ worklog: { startAt: 0, maxResults: 20, total: 1, worklogs: [recorded] } });
    post(jira, path, { timeSpent: '1h', started });
    expect(get(path).body).toMatchObject({
      total: 2,
      worklogs: [
        { id: '10218', comment: { type: 'doc', content: [{ content: [{ type: 'text', text: 'Epic' }] }] } },
        { id: '10219', timeSpentSeconds: 3_600 },
      ],
    });
  });
});

describe('the field worklog of an issue', () => {
  const many = (count: number) => {
    const jira = estimated();
    for (let place = 0; place < count; place += 1) post(jira.jira, path, { timeSpent: '15m', started });
    return jira;
  };
  const listOf = (body: unknown) => (body as { issues: { fields: Record<string, unknown> }[] }).issues[0]?.fields;

  it('holds the first 20 worklogs and says how many there are', () => {
    const { get, jira } = many(22);
    const first = { startAt: 0, maxResults: 20, total: 22, worklogs: { length: 20, 0: { id: '10001' } } };
    const lists = ['/rest/software/1.0/board/1/issue?fields=worklog', '/rest/software/1.0/board/1/issue?fields=*all'];
    for (const list of lists) expect(listOf(get(list).body)).toMatchObject({ worklog: first });
    const body = { issueIdsOrKeys: ['WEB-1'], fields: ['worklog'] };
    expect(listOf(post(jira, '/rest/api/3/issue/bulkfetch', body).body)).toMatchObject({ worklog: first });
    expect(get('/rest/api/3/issue/WEB-1').body).toMatchObject({ fields: { worklog: first } });
  });

  it('is not there unless somebody asks for it', () => {
    const { get, jira } = many(1);
    const list = '/rest/software/1.0/board/1/issue';
    for (const query of ['', '?fields=summary', '?fields=*navigable', '?fields=*all,-worklog'])
      expect(listOf(get(`${list}${query}`).body)).not.toHaveProperty('worklog');
    const body = { issueIdsOrKeys: ['WEB-1'], fields: ['summary'] };
    expect(listOf(post(jira, '/rest/api/3/issue/bulkfetch', body).body)).not.toHaveProperty('worklog');
  });
});
