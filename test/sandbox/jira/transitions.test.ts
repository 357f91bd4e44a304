import { post } from './post';
import { smallIssue, smallJira, smallSite } from './small-site';

const path = '/rest/api/3/issue/WEB-1/transitions';
const [toDo, inProgress, done, wontDo] = ['11', '21', '31', '41'] as const;
const noon = '2026-11-21T12:00:00.000+0000';

describe('the transitions of an issue', () => {
  it('lead to every status of its project, and once more to the done one over a screen', () => {
    const { body } = smallJira().get(path);
    expect(body).toMatchObject({
      expand: 'transitions',
      transitions: [
        { id: toDo, name: 'To Do', to: { id: '2', statusCategory: { key: 'new' } }, hasScreen: false },
        { id: inProgress, name: 'In Progress', to: { id: '4' }, hasScreen: false, isGlobal: true },
        { id: done, name: 'Done', to: { id: '3', statusCategory: { key: 'done' } }, hasScreen: false },
        { id: wontDo, name: "Won't do", to: { id: '3' }, hasScreen: true, isGlobal: false, isAvailable: true },
      ],
    });
    expect(body).not.toHaveProperty('transitions.0.fields');
  });

  it('depend on its status', () => {
    const { body } = smallJira().get('/rest/api/3/issue/WEB-3/transitions');
    expect(body).toMatchObject({ transitions: [{ id: toDo }, { id: inProgress }, { id: done }] });
    expect(body).toHaveProperty('transitions.length', 3);
  });

  it('tell which fields they need when that is asked for', () => {
    const { body } = smallJira().get(`${path}?expand=transitions.fields`);
    expect(body).toHaveProperty('transitions.0.fields', {});
    expect(body).toHaveProperty('transitions.3.fields', {
      resolution: {
        required: true,
        schema: { type: 'resolution', system: 'resolution' },
        name: 'Resolution',
        key: 'resolution',
        hasDefaultValue: false,
        operations: ['set'],
        allowedValues: [
          expect.objectContaining({ id: '10000', name: 'Done' }),
          expect.objectContaining({ name: "Won't Do" }),
          expect.objectContaining({ name: 'Duplicate' }),
        ],
      },
    });
    expect(smallJira().get(`${path}?expand=operations`).status).toBe(501);
  });

  it('are one or none when one is asked for', () => {
    const { get } = smallJira();
    expect(get(`${path}?transitionId=${done}`).body).toHaveProperty('transitions.length', 1);
    expect(get(`${path}?transitionId=99`).body).toMatchObject({ transitions: [] });
  });

  it('are none for somebody who may not use them, and not there for an outsider', () => {
    const { get } = smallJira();
    expect(get(path, 'viewer')).toMatchObject({ status: 200, body: { transitions: [] } });
    expect(get(path, 'outsider').status).toBe(404);
  });

  it('are also there for a category that no issue of the project is in yet', () => {
    const { get } = smallJira(smallSite({ issues: [smallIssue(1)] }));
    expect(get(path).body).toMatchObject({
      transitions: [{ name: 'To Do' }, { name: 'In Progress' }, { name: 'Done' }, { name: "Won't do" }],
    });
  });

  it('go by the id of the category, because recorded sites have one whose key says otherwise', () => {
    const oddlyDone = { id: '9', name: '已完成', statusCategory: { id: 3, key: 'new', name: '新建' } };
    const site = smallSite({ issues: [smallIssue(1, { fields: { status: oddlyDone } }), smallIssue(2)] });
    expect(smallJira(site).get(path).body).toMatchObject({
      transitions: [{ name: 'To Do' }, { name: 'In Progress' }, { name: '已完成', to: oddlyDone }],
    });
  });
});

describe('a transition', () => {
  it('to a done status gives the issue a resolution, and back takes it away', () => {
    const { jira, site, get, changes } = smallJira();
    expect(post(jira, path, { transition: { id: done } })).toMatchObject({ status: 204, body: undefined });
    expect(site.issues[0]?.fields).toMatchObject({
      status: { id: '3', name: 'Done' },
      resolution: { id: '10000', name: 'Done' },
      resolutiondate: noon,
      statuscategorychangedate: noon,
      updated: noon,
    });
    expect(changes()).toBe(1);
    expect(get('/rest/software/1.0/board/1/sprint/5/issue?fields=status').body).toMatchObject({
      issues: [{ key: 'WEB-1', fields: { status: { name: 'Done' } } }, { key: 'WEB-2' }],
    });
    expect(post(jira, path, { transition: { id: inProgress } }).status).toBe(204);
    expect(site.issues[0]?.fields).toMatchObject({ status: { id: '4' }, resolution: null, resolutiondate: null });
  });

  it('keeps the resolution of an issue that was done already', () => {
    const resolution = { id: '10001', name: "Won't Do" };
    const resolved = { resolution, resolutiondate: '2026-11-01T00:00:00.000+0000' };
    const site = smallSite({ issues: [smallIssue(1, { category: 'done', fields: resolved })] });
    const { jira } = smallJira(site);
    expect(post(jira, path, { transition: { id: done } }).status).toBe(204);
    expect(site.issues[0]?.fields).toMatchObject(resolved);
  });

  it('shows in the parent and in the sub-tasks of the issue', () => {
    const link = (key: string) => ({ key, fields: { summary: key, status: { id: '2' } } });
    const site = smallSite({
      issues: [
        smallIssue(1, { fields: { parent: link('WEB-2') } }),
        smallIssue(2, { fields: { subtasks: [link('WEB-1'), link('WEB-3')] } }),
        smallIssue(3, { category: 'done', fields: { parent: link('WEB-1') } }),
      ],
    });
    post(smallJira(site).jira, path, { transition: { id: done } });
    expect(site.issues[1]?.fields['subtasks']).toMatchObject([
      { fields: { status: { id: '3' } } },
      { fields: { status: { id: '2' } } },
    ]);
    expect(site.issues[2]?.fields).toHaveProperty('parent.fields.status.id', '3');
    expect(site.issues[0]?.fields).toHaveProperty('parent.fields.status.id', '2');
  });

  it.each([{ id: '10001' }, { name: "Won't Do" }])('with a screen takes what the screen asks for: %j', (resolution) => {
    const { jira, site } = smallJira();
    expect(post(jira, path, { transition: { id: wontDo }, fields: { resolution } }).status).toBe(204);
    expect(site.issues[0]?.fields).toMatchObject({
      status: { name: 'Done' },
      resolution: { id: '10001', name: "Won't Do" },
      resolutiondate: noon,
    });
  });

  it.each([
    ['the required field of its screen is missing', { transition: { id: wontDo } }, 'resolution'],
    [
      'its screen does not allow the value',
      { transition: { id: wontDo }, fields: { resolution: { id: '7' } } },
      'resolution',
    ],
    [
      'a field is not on its screen',
      { transition: { id: wontDo }, fields: { resolution: { id: '10001' }, summary: 'x' } },
      'summary',
    ],
    [
      'it has no screen and is given a field',
      { transition: { id: done }, fields: { resolution: { id: '10001' } } },
      'resolution',
    ],
  ])('is refused when %s', (_why, body, field) => {
    const { jira, site, changes } = smallJira();
    const answer = post(jira, path, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ errorMessages: [], errors: { [field]: expect.stringMatching(/\w/) } });
    expect(site.issues[0]?.fields).toMatchObject({ status: { name: 'To Do' }, summary: 'Issue 1' });
    expect(changes()).toBe(0);
  });

  it.each([
    [{ transition: { id: '99' } }, "Transition id '99' is not valid for this issue."],
    [{}, "Missing 'transition' identifier"],
    [{ transition: {} }, "Missing 'transition' identifier"],
    [{ transition: { id: 'Done' } }, "'transition' identifier must be an integer"],
  ])('is refused when it is asked for with %j', (body, words) => {
    expect(post(smallJira().jira, path, body)).toMatchObject({ status: 400, body: { errorMessages: [words] } });
  });

  it('that the status does not have is not valid', () => {
    const body = { transition: { id: wontDo }, fields: { resolution: { id: '10001' } } };
    expect(post(smallJira().jira, '/rest/api/3/issue/WEB-3/transitions', body)).toMatchObject({
      status: 400,
      body: { errorMessages: ["Transition id '41' is not valid for this issue."] },
    });
  });

  it('is for members: a viewer is told so with a 400, as the description says, an outsider finds no issue', () => {
    const { jira, site } = smallJira();
    expect(post(jira, path, { transition: { id: done } }, 'viewer')).toMatchObject({
      status: 400,
      body: { errorMessages: ['You do not have permission to transition this issue.'] },
    });
    expect(post(jira, path, { transition: { id: done } }, 'outsider').status).toBe(404);
    expect(site.issues[0]?.fields).toMatchObject({ status: { name: 'To Do' } });
  });

  it('answers 501 to what the sandbox does not model', () => {
    const { jira } = smallJira();
    expect(post(jira, path, { transition: { id: done }, update: { comment: [] } }).status).toBe(501);
    expect(jira.unmodelled).toHaveLength(1);
  });
});
