import { createJira } from '../../../sandbox/jira/jira';
import type { Site } from '../../../sandbox/site/site';
import { loadSite } from '../../../sandbox/site/load-site';
import { csvSite, devlakeSite } from '../../open-app';
import { post } from './post';
import { noon, smallIssue, smallJira, smallSite } from './small-site';

const hour = 3600;

function jiraOf(site: Site) {
  return createJira(
    site,
    () => noon,
    () => undefined,
  );
}

/** Some fields of an issue, as whoever sees everything gets them. */
function fieldsOf(jira: ReturnType<typeof jiraOf>, accountId: string, key: string): Record<string, unknown> {
  const fields = 'subtasks,aggregatetimeoriginalestimate,timeoriginalestimate';
  const { body } = jira.serve(
    { method: 'GET', path: `/rest/api/3/issue/${key}?fields=${fields}` },
    { accountId, scopes: 'all' },
  );
  return (body as { fields: Record<string, unknown> }).fields;
}

describe('a parent', () => {
  it('names its sub-tasks and sums up their estimates with its own', async () => {
    const { site } = await loadSite('states');
    const jira = jiraOf(site);
    const story = fieldsOf(jira, 'ada', 'STATE-5');
    expect(story['subtasks']).toMatchObject([
      { key: 'STATE-6', fields: { summary: 'Part of STATE-5', status: { name: 'In Progress' } } },
      { key: 'STATE-7', fields: { issuetype: { subtask: true } } },
    ]);
    // 10 h of its own, 4 h and nothing below.
    expect(story['aggregatetimeoriginalestimate']).toBe(14 * hour);
    // Nothing of its own, 3 h and 5 h below.
    expect(fieldsOf(jira, 'ada', 'STATE-2')).toMatchObject({
      timeoriginalestimate: null,
      aggregatetimeoriginalestimate: 8 * hour,
    });
    expect(fieldsOf(jira, 'ada', 'STATE-8')['aggregatetimeoriginalestimate']).toBeNull();
  });

  it('is no parent of sub-tasks when it is an epic', async () => {
    const { site } = await loadSite('states');
    expect(fieldsOf(jiraOf(site), 'ada', 'STATE-1')).toMatchObject({
      subtasks: [],
      aggregatetimeoriginalestimate: null,
    });
  });

  it.each([
    ['a CSV export', csvSite],
    ['recorded answers', devlakeSite],
    ['the made-up team', undefined],
  ])('has both in lists, of %s', async (_name, path) => {
    const { site } = await loadSite(path);
    const jira = jiraOf(site);
    const board = site.boards.find(({ type }) => type === 'scrum')?.id ?? 0;
    const fields = 'subtasks,aggregatetimeoriginalestimate';
    const { body } = jira.serve(
      { method: 'GET', path: `/rest/software/1.0/board/${String(board)}/issue?maxResults=5000&fields=${fields}` },
      { accountId: site.users[0]?.accountId ?? '', scopes: 'all' },
    );
    const { issues } = body as { issues: { fields: Record<string, unknown> }[] };
    expect(issues.length).toBeGreaterThan(3);
    for (const issue of issues) expect(Object.keys(issue.fields).sort()).toEqual(fields.split(',').sort());
  });

  it('keeps the sum that was recorded, which may know sub-tasks that were not', () => {
    const site = smallSite({ issues: [smallIssue(1, { fields: { aggregatetimeoriginalestimate: 5 * hour } })] });
    expect(fieldsOf(jiraOf(site), 'admin', 'WEB-1')['aggregatetimeoriginalestimate']).toBe(5 * hour);
  });

  it('follows what is changed of a sub-task: its estimate, its summary and its status', async () => {
    const { site } = await loadSite('states');
    const jira = jiraOf(site);
    const edit = (fields: object) =>
      jira.serve(
        { method: 'PUT', path: '/rest/api/3/issue/STATE-7', body: JSON.stringify({ fields }) },
        { accountId: 'ada', scopes: 'all' },
      ).status;
    expect(edit({ timetracking: { originalEstimate: '2h' }, summary: 'The rest' })).toBe(204);
    expect(fieldsOf(jira, 'ada', 'STATE-5')).toMatchObject({
      aggregatetimeoriginalestimate: 16 * hour,
      subtasks: [{}, { fields: { summary: 'The rest', status: { name: 'To Do' } } }],
    });
    expect(edit({ timetracking: { originalEstimate: '' } })).toBe(204);
    expect(fieldsOf(jira, 'ada', 'STATE-5')['aggregatetimeoriginalestimate']).toBe(14 * hour);
    const { body } = jira.serve(
      { method: 'GET', path: '/rest/api/3/issue/STATE-7/transitions' },
      { accountId: 'ada', scopes: 'all' },
    );
    const { transitions } = body as { transitions: { id: string; name: string }[] };
    const done = transitions.find(({ name }) => name === 'Done')?.id;
    expect(post(jira, '/rest/api/3/issue/STATE-7/transitions', { transition: { id: done } }, 'ada').status).toBe(204);
    expect(fieldsOf(jira, 'ada', 'STATE-5')).toMatchObject({
      subtasks: [{}, { fields: { status: { name: 'Done' } } }],
    });
  });

  it('has no sum any more when the last estimate is taken away', () => {
    const { put, get } = smallJira();
    const estimate = (originalEstimate: string) =>
      put('/rest/api/3/issue/WEB-1', { fields: { timetracking: { originalEstimate } } }).status;
    const sum = () => get('/rest/api/3/issue/WEB-1?fields=aggregatetimeoriginalestimate').body;
    expect(estimate('3h')).toBe(204);
    expect(sum()).toMatchObject({ fields: { aggregatetimeoriginalestimate: 3 * hour } });
    expect(estimate('')).toBe(204);
    expect(sum()).toMatchObject({ fields: { aggregatetimeoriginalestimate: null } });
  });
});

it('estimates an issue at nothing when asked to, which is not the same as no estimate', () => {
  const { put, get } = smallJira();
  put('/rest/api/3/issue/WEB-1', { fields: { timetracking: { originalEstimate: '0m' } } });
  expect(get('/rest/api/3/issue/WEB-1?fields=timeoriginalestimate,timetracking').body).toMatchObject({
    fields: { timeoriginalestimate: 0, timetracking: { originalEstimate: '0m', originalEstimateSeconds: 0 } },
  });
});
