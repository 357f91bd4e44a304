import * as z from 'zod';
import { withShortPages } from '../../../sandbox/forge/short-pages';
import { noConditions } from '../../../sandbox/forge/conditions';
import type { Jira } from '../../../sandbox/sandbox-types';
import { post } from './post';
import { smallIssue, smallJira, smallSite } from './small-site';

const path = '/rest/api/3/changelog/bulkfetch';
const noonInSeconds = 1_795_262_400;

const answerSchema = z.object({
  issueChangeLogs: z.array(
    z.object({
      issueId: z.string(),
      changeHistories: z.array(
        z.object({
          id: z.string(),
          author: z.looseObject({ accountId: z.string() }),
          created: z.number(),
          items: z.array(z.unknown()),
        }),
      ),
    }),
  ),
  nextPageToken: z.string().nullable(),
});

function changelogs(jira: Jira, body: object, accountId = 'member') {
  const answer = post(jira, path, body, accountId);
  expect(answer.status).toBe(200);
  return answerSchema.parse(answer.body);
}

/** The items of one issue's changelog, oldest first. */
const itemsOf = (jira: Jira, issue: string): unknown[] =>
  changelogs(jira, { issueIdsOrKeys: [issue] }).issueChangeLogs.flatMap(({ changeHistories }) =>
    changeHistories.flatMap(({ items }) => items),
  );

describe('the changelog of an issue', () => {
  it('is empty until somebody changes what planning learns from', () => {
    const { jira, put } = smallJira(smallSite({ issues: [smallIssue(1)] }));
    expect(put('/rest/api/3/issue/WEB-1', { fields: { summary: 'Another name' } }).status).toBe(204);
    expect(changelogs(jira, { issueIdsOrKeys: ['WEB-1'] })).toEqual({ issueChangeLogs: [], nextPageToken: null });
  });

  it('has an estimate that was given, changed and taken away, with who did it and when', () => {
    const { jira, put } = smallJira();
    const estimate = (originalEstimate: string, as: string) =>
      put('/rest/api/3/issue/WEB-1', { fields: { timetracking: { originalEstimate } } }, as).status;
    expect([estimate('2h', 'member'), estimate('3h', 'admin'), estimate('', 'admin')]).toEqual([204, 204, 204]);
    const [log] = changelogs(jira, { issueIdsOrKeys: ['WEB-1'] }).issueChangeLogs;
    expect(log?.issueId).toBe('10001');
    expect(log?.changeHistories.map(({ id, author, created }) => [id, author.accountId, created])).toEqual([
      ['10001', 'member', noonInSeconds],
      ['10002', 'admin', noonInSeconds],
      ['10003', 'admin', noonInSeconds],
    ]);
    const field = { field: 'timeoriginalestimate', fieldId: 'timeoriginalestimate', fieldtype: 'jira' };
    expect(itemsOf(jira, 'WEB-1')).toEqual([
      { ...field, to: '7200', toString: '7200' },
      { ...field, from: '7200', fromString: '7200', to: '10800', toString: '10800' },
      { ...field, from: '10800', fromString: '10800' },
    ]);
  });

  it('has nothing of an estimate that was given again as it was', () => {
    const { jira, put } = smallJira(
      smallSite({ issues: [smallIssue(1, { fields: { timeoriginalestimate: 7_200 } })] }),
    );
    put('/rest/api/3/issue/WEB-1', { fields: { timetracking: { originalEstimate: '2h' } } });
    expect(itemsOf(jira, 'WEB-1')).toEqual([]);
  });

  it('has a status by its id and its name', () => {
    const { jira } = smallJira();
    expect(post(jira, '/rest/api/3/issue/WEB-1/transitions', { transition: { id: '21' } }).status).toBe(204);
    expect(itemsOf(jira, 'WEB-1')).toEqual([
      {
        field: 'status',
        fieldId: 'status',
        fieldtype: 'jira',
        from: '2',
        fromString: 'To Do',
        to: '4',
        toString: 'In Progress',
      },
    ]);
  });

  it('has the sprints that the issue came into and left, beside the closed ones that stay', () => {
    const { jira } = smallJira();
    post(jira, '/rest/agile/1.0/sprint/6/issue', { issues: ['WEB-1'] });
    post(jira, '/rest/agile/1.0/backlog/issue', { issues: ['WEB-1', 'WEB-2'] });
    const field = { field: 'Sprint', fieldId: 'customfield_10020', fieldtype: 'custom' };
    expect(itemsOf(jira, 'WEB-1')).toEqual([
      { ...field, from: '3, 5', fromString: 'Sprint 1, Sprint 2', to: '3, 6', toString: 'Sprint 1, Sprint 3' },
      { ...field, from: '3, 6', fromString: 'Sprint 1, Sprint 3', to: '3', toString: 'Sprint 1' },
    ]);
    // No sprint is an empty text, as recorded.
    expect(itemsOf(jira, 'WEB-2')).toEqual([{ ...field, from: '5', fromString: 'Sprint 2', to: '', toString: '' }]);
  });

  it('says of an issue that is carried over that the closed sprint stays', () => {
    const { jira } = smallJira();
    post(jira, '/rest/agile/1.0/sprint/5', { state: 'closed' });
    expect(itemsOf(jira, 'WEB-2')).toEqual([]);
    post(jira, '/rest/agile/1.0/sprint/6/issue', { issues: ['WEB-2'] });
    expect(itemsOf(jira, 'WEB-2')).toMatchObject([{ from: '5', to: '5, 6' }]);
  });

  it('has nothing of what was refused, of a rank, and of work that was logged', () => {
    const { jira, put } = smallJira();
    expect(post(jira, '/rest/agile/1.0/sprint/6/issue', { issues: ['WEB-1'] }, 'viewer').status).toBe(403);
    expect(put('/rest/agile/1.0/issue/rank', { issues: ['WEB-2'], rankBeforeIssue: 'WEB-1' }).status).toBe(204);
    const worklog = { timeSpent: '1h', started: '2026-11-20T09:30:00.000+0100' };
    expect(post(jira, '/rest/api/3/issue/WEB-1/worklog', worklog).status).toBe(201);
    expect(changelogs(jira, { issueIdsOrKeys: ['WEB-1', 'WEB-2'] }).issueChangeLogs).toEqual([]);
  });

  it('has who was assigned, whatever operation does it one day', () => {
    const site = smallSite();
    site.histories = [
      {
        id: '10001',
        issueId: '10001',
        authorAccountId: 'nobody-any-more',
        created: '2026-11-20T12:00:00.999+0000',
        changes: [
          { fieldId: 'assignee', from: { value: null, text: null }, to: { value: 'member', text: 'The member' } },
        ],
      },
    ];
    const { jira } = smallJira(site);
    expect(changelogs(jira, { issueIdsOrKeys: ['10001'] }).issueChangeLogs).toMatchObject([
      {
        changeHistories: [
          {
            author: { accountId: 'nobody-any-more', displayName: 'Former user', active: false },
            created: noonInSeconds - 86_400,
            items: [{ field: 'assignee', fieldtype: 'jira', to: 'member', toString: 'The member' }],
          },
        ],
      },
    ]);
  });
});

describe('the changelogs of many issues', () => {
  /** Three changes of WEB-1 and WEB-2, a minute from each other: moved together, WEB-1 estimated, WEB-1 begun. */
  function threeChanges() {
    const time = { now: Date.parse('2026-11-21T12:00:00.000Z') };
    const { jira, put } = smallJira(smallSite(), undefined, () => time.now);
    post(jira, '/rest/agile/1.0/backlog/issue', { issues: ['WEB-2', 'WEB-1'] });
    time.now += 60_000;
    put('/rest/api/3/issue/WEB-1', { fields: { timetracking: { originalEstimate: '2h' } } });
    time.now += 60_000;
    post(jira, '/rest/api/3/issue/WEB-1/transitions', { transition: { id: '21' } });
    return jira;
  }

  const both = { issueIdsOrKeys: ['web-2', '10001'] };

  it('come oldest first over all issues, in pages of as many changes as are asked for', () => {
    const jira = threeChanges();
    const first = changelogs(jira, { ...both, maxResults: 3 });
    expect(first.issueChangeLogs.map(({ issueId, changeHistories }) => [issueId, changeHistories.length])).toEqual([
      ['10001', 2],
      ['10002', 1],
    ]);
    const nextPageToken = first.nextPageToken ?? '';
    const second = changelogs(jira, { ...both, maxResults: 3, nextPageToken });
    expect(second).toMatchObject({
      issueChangeLogs: [{ issueId: '10001', changeHistories: [{ items: [{ field: 'status' }] }] }],
      nextPageToken: null,
    });
  });

  it('come one by one on a day of short pages', () => {
    const jira = withShortPages(threeChanges(), { ...noConditions(), shortPages: true });
    const { issueChangeLogs, nextPageToken } = changelogs(jira, both);
    expect(issueChangeLogs).toHaveLength(1);
    expect(nextPageToken).not.toBeNull();
  });

  it('are those of the fields that are asked for', () => {
    const fields = changelogs(threeChanges(), { ...both, fieldIds: ['status', 'customfield_10020'] });
    expect(fields.issueChangeLogs).toMatchObject([
      { issueId: '10001', changeHistories: [{ items: [{ field: 'Sprint' }] }, { items: [{ field: 'status' }] }] },
      { issueId: '10002', changeHistories: [{ items: [{ field: 'Sprint' }] }] },
    ]);
  });

  it('leave out issues that are not there, and those that the person may not see', () => {
    const jira = threeChanges();
    expect(changelogs(jira, { issueIdsOrKeys: ['WEB-999'] }).issueChangeLogs).toEqual([]);
    expect(changelogs(jira, both, 'outsider').issueChangeLogs).toEqual([]);
    const { jira: secret, site } = smallJira(smallSite({ issues: [smallIssue(1, { restricted: true })] }));
    post(secret, '/rest/agile/1.0/sprint/6/issue', { issues: ['WEB-1'] }, 'admin');
    expect(site.histories).toHaveLength(1);
    expect(changelogs(secret, { issueIdsOrKeys: ['WEB-1'] }, 'member').issueChangeLogs).toEqual([]);
    expect(changelogs(secret, { issueIdsOrKeys: ['WEB-1'] }, 'admin').issueChangeLogs).toHaveLength(1);
  });

  it.each([
    [{ issueIdsOrKeys: [] }, 'The body must name at least one issue.'],
    [
      { issueIdsOrKeys: Array.from({ length: 1001 }, (_, index) => String(index)) },
      'The changelogs of at most 1000 issues may be fetched at once.',
    ],
    [
      { issueIdsOrKeys: ['1'], fieldIds: Array.from({ length: 11 }, (_, index) => String(index)) },
      'Changelogs may be filtered by at most 10 fields.',
    ],
    [{ issueIdsOrKeys: ['1'], nextPageToken: 'second' }, 'The nextPageToken is not valid.'],
  ])('are not answered to %j', (body, words) => {
    const answer = post(smallJira().jira, path, body);
    expect(answer).toMatchObject({ status: 400, body: { errorMessages: [words] } });
  });

  it('need the scope read:jira-work', () => {
    const scopes = ['read:jira-user'];
    expect(smallJira().as({ accountId: 'member', scopes }, 'POST', path).status).toBe(401);
  });
});
