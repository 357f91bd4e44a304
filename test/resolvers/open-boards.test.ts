import { type App, openApp } from '../open-app';

const boardsOf = async (app: App, project: string | null, accountId = 'ada'): Promise<unknown> =>
  (await app.invoke('openBoards', {}, accountId, project === null ? {} : { project: { key: project } })).body;

describe('the boards that a project’s page offers', () => {
  it('are those that plan in sprints, in Jira’s order', async () => {
    expect(await boardsOf(await openApp('history'), 'TRACK')).toEqual({
      value: {
        boards: [
          { id: 1, name: 'Parcel tracking' },
          { id: 3, name: 'Customs desk' },
        ],
      },
    });
  });

  it('are all there on a day of short pages', async () => {
    const app = await openApp('history');
    app.sandbox.conditions.shortPages = true;
    expect(await boardsOf(app, 'TRACK')).toMatchObject({ value: { boards: [{ id: 1 }, { id: 3 }] } });
  });

  it('begin with the one whose history opens when none is named', async () => {
    const app = await openApp('history');
    const opened = (await app.invoke('openHistory', {}, 'ada', { project: { key: 'TRACK' } })).body;
    expect(opened).toMatchObject({ value: { board: { id: 1 } } });
  });

  it('are none without a project, in one with a kanban board only, and for who may not see it', async () => {
    const app = await openApp();
    expect(await boardsOf(app, null)).toEqual({ value: { boards: [] } });
    expect(await boardsOf(app, 'OPS')).toEqual({ value: { boards: [] } });
    expect(await boardsOf(app, 'WEB', 'outsider')).toEqual({ value: { boards: [] } });
  });
});

describe('the history of a team-managed board', () => {
  it('opens with sprints, and says why it does not when they are switched off', async () => {
    const app = await openApp('odd');
    expect((await app.value('openHistory', { boardId: 3 })).board.id).toBe(3);
    app.sandbox.conditions.faults.push({ operation: 'getAllSprints', status: 400, times: null });
    expect(await app.problem('openHistory', { boardId: 3 })).toMatchObject({ code: 'board.no-sprints' });
  });
});
