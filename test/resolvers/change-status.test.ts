import { type App, openApp } from '../open-app';

const statusOf = async (app: App, issueId: string): Promise<string> => {
  const { items } = await app.value('openPlanner', { boardId: 1, sprintId: 23 });
  return items.find((item) => item.issueId === issueId)?.status.name ?? '';
};

/** WEB-22 of the made-up team is To Do. */
const issueId = '10022';

async function statusCalled(app: App, name: string): Promise<{ id: string; transitionId: string }> {
  const { transitions } = await app.value('readTransitions', { issueId });
  const found = transitions.find((transition) => transition.name === name);
  if (found === undefined) throw new Error(`no transition is called ${name}`);
  return { id: found.to.id, transitionId: found.id };
}

describe('the ways out of a status', () => {
  it('say where they lead and what Jira wants for them', async () => {
    const app = await openApp();
    const { issueId: id, transitions } = await app.value('readTransitions', { issueId: 'WEB-22' });
    expect(id).toBe(issueId);
    expect(
      transitions.map(({ name, to, needsScreen, requiredFields }) => [name, to.category, needsScreen, requiredFields]),
    ).toEqual([
      ['To Do', 'new', false, []],
      ['In Progress', 'indeterminate', false, []],
      ['Done', 'done', false, []],
      ["Won't do", 'done', true, ['Resolution']],
    ]);
  });

  it('are none for somebody who may only look, and unknown where there is no issue to see', async () => {
    const app = await openApp();
    expect(await app.value('readTransitions', { issueId }, 'vera')).toEqual({ issueId, transitions: [] });
    expect(await app.problem('readTransitions', { issueId }, 'outsider')).toMatchObject({ code: 'issue.unknown' });
    expect(await app.problem('readTransitions', { issueId: 'NO-1' })).toMatchObject({ code: 'issue.unknown' });
  });
});

describe('changing the status of an issue', () => {
  it('is in Jira and in the planner afterwards', async () => {
    const app = await openApp();
    const { id } = await statusCalled(app, 'In Progress');
    const answer = await app.value('changeStatus', { issueId, statusId: id });
    expect(answer).toMatchObject({ issueId, status: { id, name: 'In Progress', category: 'indeterminate' } });
    expect(await statusOf(app, issueId)).toBe('In Progress');
  });

  it('takes the transition that asks for nothing when another one to that status has a screen', async () => {
    const app = await openApp();
    const { id } = await statusCalled(app, "Won't do");
    expect(await app.value('changeStatus', { issueId, statusId: id })).toMatchObject({ status: { name: 'Done' } });
  });

  it('is refused with the names of the fields when the chosen transition needs some', async () => {
    const app = await openApp();
    const { id, transitionId } = await statusCalled(app, "Won't do");
    expect(await app.problem('changeStatus', { issueId, statusId: id, transitionId })).toEqual({
      code: 'issue.needs-screen',
      message: "Jira wants more for “Won't do”: Resolution. Open WEB-22 in Jira and change its status there.",
    });
    expect(await statusOf(app, issueId)).toBe('To Do');
  });

  it('does nothing when the issue has that status already', async () => {
    const app = await openApp();
    const { id } = await statusCalled(app, 'To Do');
    const { record } = await app.invoke('changeStatus', { issueId, statusId: id });
    expect(record.jiraCalls.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('is refused when no transition leads there, or the named one leads elsewhere', async () => {
    const app = await openApp();
    expect(await app.problem('changeStatus', { issueId, statusId: '999' })).toMatchObject({
      code: 'issue.no-transition',
      message: expect.stringMatching(/^The workflow does not lead WEB-22 from To Do to that status\./),
    });
    const done = await statusCalled(app, 'Done');
    const { transitionId } = await statusCalled(app, 'In Progress');
    expect(await app.problem('changeStatus', { issueId, statusId: done.id, transitionId })).toMatchObject({
      code: 'issue.no-transition',
    });
    expect(await statusOf(app, issueId)).toBe('To Do');
  });

  it('is refused for somebody who may only look', async () => {
    const app = await openApp();
    const { id } = await statusCalled(app, 'Done');
    expect(await app.problem('changeStatus', { issueId, statusId: id }, 'vera')).toMatchObject({
      code: 'issue.no-transition',
      message: expect.stringContaining('You may lack the permission'),
    });
    expect(await app.problem('changeStatus', { issueId, statusId: id }, 'outsider')).toMatchObject({
      code: 'issue.unknown',
    });
    expect(await statusOf(app, issueId)).toBe('To Do');
  });

  it('says what Jira says when Jira refuses', async () => {
    const app = await openApp();
    const { id } = await statusCalled(app, 'Done');
    app.sandbox.conditions.faults.push({ operation: 'doTransition', status: 400, times: 1 });
    expect(await app.problem('changeStatus', { issueId, statusId: id })).toMatchObject({
      code: 'issue.no-transition',
      message: expect.stringMatching(/^Jira did not change the status\. .+/),
    });
    expect(await statusOf(app, issueId)).toBe('To Do');
  });

  it('answers where the transition leads when Jira is silent after it', async () => {
    const app = await openApp();
    const { id } = await statusCalled(app, 'Done');
    const { jira, conditions } = app.sandbox;
    const serve = jira.serve;
    jira.serve = (request, actor) => {
      if (request.method === 'POST') conditions.faults.push({ operation: 'getIssue', status: 400, times: 1 });
      return serve(request, actor);
    };
    expect(await app.value('changeStatus', { issueId, statusId: id })).toMatchObject({ status: { id, name: 'Done' } });
    expect(conditions.faults).toEqual([]);
  });

  it('is no failure when Jira has done it and only its answer was lost', async () => {
    const app = await openApp();
    const { id } = await statusCalled(app, 'Done');
    const { jira } = app.sandbox;
    const serve = jira.serve;
    jira.serve = (request, actor) => {
      const answer = serve(request, actor);
      return request.method === 'POST' ? { ...answer, status: 501 } : answer;
    };
    expect(await app.value('changeStatus', { issueId, statusId: id })).toMatchObject({ status: { id, name: 'Done' } });
  });
});
