import { type App, openApp } from '../open-app';
import { personOf } from '../planning/team/team-of';

const board = { boardId: 1 };
const next = { boardId: 1, sprintId: 24 };
const people = (...accountIds: string[]) => ({ set: accountIds.map((id) => personOf(id)), remove: [] });

let app: App;
beforeEach(async () => {
  app = await openApp();
  await app.value('saveTeam', { ...board, revision: 0, people: people('noor') });
});

const storage = () => JSON.stringify(app.sandbox.stored);
const chunks = () => Object.keys(app.sandbox.stored.values).filter((key) => key.startsWith('team:1:'));

function siteSprint(sprintId: number) {
  const sprint = app.sandbox.site.sprints.find(({ id }) => id === sprintId);
  if (sprint === undefined) throw new Error(`no sprint ${String(sprintId)}`);
  return sprint;
}

/** What a newer app would have stored. */
function makeNewer(boardId: number): void {
  const stored = app.sandbox.stored.entities['team']?.[String(boardId)];
  if (stored === undefined) throw new Error('there is no team');
  Object.assign(stored, { value: { version: 2, revision: 1 } });
}

describe('a stored team that cannot be read', () => {
  it('is neither guessed nor written over, and does not keep anybody from planning by other means', async () => {
    makeNewer(1);
    const before = storage();
    expect(await app.problem('openTeam', board)).toMatchObject({ code: 'storage.unreadable' });
    expect(await app.problem('saveTeam', { ...board, revision: 0, people: people('ada') })).toMatchObject({
      code: 'storage.unreadable',
    });
    expect(storage()).toBe(before);
    expect((await app.value('openPlanner', next)).team).toBeNull();
  });

  it('is told where the capacity should come from it', async () => {
    await app.value('saveBoardSettings', { ...board, revision: 0, capacityMode: 'team' });
    makeNewer(1);
    expect(await app.problem('openPlanner', next)).toMatchObject({ code: 'storage.unreadable' });
  });

  it('of another board does not stop this one', async () => {
    await app.value('saveTeam', { boardId: 3, revision: 0, people: people('noor') });
    makeNewer(3);
    expect((await app.value('openTeam', board)).people).toMatchObject([{ accountId: 'noor', shareElsewhere: 0 }]);
  });

  it('was written before people had a region and changes had dates: it reads as it was meant', async () => {
    Object.assign(siteSprint(23), { startDate: '2020-01-06T09:00:00.000Z', endDate: '2020-01-17T16:00:00.000Z' });
    const [key] = chunks();
    const { region: _, ...noor } = personOf('noor');
    app.sandbox.kvs.serve('/api/v1/set', { key, value: { version: 1, people: [noor], timeOff: [] } });
    const at = '2020-01-07T09:00:00.000Z';
    const old = ['departments', 'freeDays'].map((what) => ({ at, by: 'ada', what, accountId: null }));
    const head = app.sandbox.stored.entities['team']?.['1'];
    Object.assign(head ?? {}, { value: { ...Object(head?.value), changes: old } });
    const { people: read, sprint } = await app.value('openTeam', { ...board, sprintId: 23 });
    expect(read).toMatchObject([{ accountId: 'noor', region: null }]);
    // Of no dates it is not known that they are not the sprint's; departments are nobody's hours.
    expect(sprint?.changedSinceStart).toMatchObject([{ what: 'freeDays', at }]);
  });

  it('because its people are not there is not taken for a team of nobody', async () => {
    for (const key of chunks()) Reflect.deleteProperty(app.sandbox.stored.values, key);
    const before = storage();
    expect(await app.problem('openTeam', board)).toMatchObject({ code: 'storage.unreadable' });
    expect(await app.problem('saveTeam', { ...board, revision: 1, people: people('ada') })).toMatchObject({
      code: 'storage.unreadable',
    });
    expect(storage()).toBe(before);
  });
});

describe('two people who save a team at once', () => {
  it('are one who has saved and one who is told, and nothing of the other is left behind', async () => {
    const answers = await Promise.all([
      app.call('saveTeam', { ...board, revision: 1, people: people('ada') }, 'ada'),
      app.call('saveTeam', { ...board, revision: 1, people: people('tomas') }, 'tomas'),
    ]);
    expect(answers.flatMap((answer) => ('problem' in answer ? [answer.problem.code] : []))).toEqual(['team.conflict']);
    expect(await app.value('openTeam', board)).toMatchObject({ revision: 2, people: { length: 2 } });
    expect(chunks()).toHaveLength(1);
  });
});
