import type { Payload } from '../../src/contract';
import { type App, openApp } from '../open-app';
import { personOf, timeOffOf } from '../planning/team/team-of';
import { current, next } from './applying';

const board = { boardId: 1 };

/** ada administers the site; noor and tomas edit; vera may only look; the outsider sees no project. */
let app: App;
beforeEach(async () => {
  app = await openApp();
});

const people = (...accountIds: string[]) => ({ set: accountIds.map((id) => personOf(id)), remove: [] });
const timeOff = (...set: ReturnType<typeof timeOffOf>[]) => ({ set, remove: [] });
const save = (change: Omit<Payload<'saveTeam'>, 'boardId'>, accountId?: string) =>
  app.value('saveTeam', { ...board, ...change }, accountId);
const open = (accountId?: string) => app.value('openTeam', next, accountId);
const capacity = async (place = next) => (await app.value('openPlanner', place)).capacity;
const byTeam = () => app.value('saveBoardSettings', { ...board, revision: 0, capacityMode: 'team' });
const storage = () => JSON.stringify(app.sandbox.stored);

function sprintOf(sprintId: number) {
  const sprint = app.sandbox.site.sprints.find(({ id }) => id === sprintId);
  if (sprint === undefined) throw new Error(`no sprint ${String(sprintId)}`);
  return sprint;
}

describe('a board’s team', () => {
  it('is empty until somebody describes it, and starts with the hours of Jira’s days', async () => {
    expect(await open()).toMatchObject({
      board: { id: 1, name: 'Web shop', projectKey: 'WEB' },
      revision: 0,
      timeZone: 'UTC',
      people: [],
      sprints: [
        { id: 23, name: 'Sprint 23', state: 'active' },
        { id: 24, name: 'Sprint 24', state: 'future' },
      ],
      sprint: { sprintId: 24, hours: null, why: 'noPeople' },
      capacityMode: 'sprint',
      hoursPerDay: 8,
      may: { change: true },
    });
    expect((await app.value('openPlanner', next)).team).toBeNull();
  });

  it('is answered as it was saved, with the names that Jira has and the sum of the sprint', async () => {
    const department = { id: 'shop', name: 'Shop', parentId: null };
    const noor = personOf('noor', { departments: [{ from: null, departmentId: 'shop' }] });
    const saved = await save({
      revision: 0,
      people: { set: [noor, personOf('gone')], remove: [] },
      timeOff: timeOff(timeOffOf('noor', '2026-12-01', '2026-12-01')),
      departments: [department],
      freeDays: [{ date: '2026-12-08', half: 'pm', name: 'Company afternoon', region: null }],
    });
    expect(saved).toEqual(await open());
    expect(saved).toMatchObject({
      revision: 1,
      people: [
        { ...noor, name: 'Noor Bakker', shareElsewhere: 0 },
        { accountId: 'gone', name: null },
      ],
      departments: [department],
      // Noor: 10 − ½ − 1 = 8½ days; whoever has left Jira still counts until somebody says otherwise: 9½.
      sprint: {
        hours: 144,
        people: [
          { accountId: 'noor', hours: 68, departmentId: 'shop' },
          { accountId: 'gone', name: null, hours: 76 },
        ],
      },
    });
  });

  it('opens for the board of the place, and for a closed sprint when that is asked for', async () => {
    const { body } = await app.invoke('openTeam', {}, 'ada', { project: { key: 'WEB' } });
    expect(body).toMatchObject({ value: { board: { id: 1 }, sprint: { sprintId: 24 } } });
    expect((await app.value('openTeam', { ...board, sprintId: 21 })).sprint?.sprintId).toBe(21);
    expect(await app.problem('openTeam', { ...board, sprintId: 999 })).toMatchObject({ code: 'sprint.unknown' });
  });

  it('has the past as it was when somebody has moved', async () => {
    const departments = ['shop', 'platform'].map((id) => ({ id, name: id, parentId: null }));
    const moves = [
      { from: null, departmentId: 'shop' },
      { from: '2026-11-30', departmentId: 'platform' },
    ];
    await save({ revision: 0, departments, people: { set: [personOf('noor', { departments: moves })], remove: [] } });
    expect((await app.value('openTeam', current)).sprint?.people).toMatchObject([{ departmentId: 'shop' }]);
    expect((await app.value('openTeam', next)).sprint?.people).toMatchObject([{ departmentId: 'platform' }]);
  });

  it('does not save over somebody else’s', async () => {
    await save({ revision: 0, people: people('noor') }, 'tomas');
    expect(await app.problem('saveTeam', { ...board, revision: 0, people: people('ada') }, 'noor')).toEqual({
      code: 'team.conflict',
      message: 'Somebody else has changed this team. Look at theirs, then try again.',
    });
    expect((await open()).people.map(({ accountId }) => accountId)).toEqual(['noor']);
  });

  it('refuses all of a change when a part of it is wrong', async () => {
    await save({ revision: 0, people: people('noor') });
    const departments = [{ id: 'shop', name: 'Shop', parentId: 'shop' }];
    expect(await app.problem('saveTeam', { ...board, revision: 1, people: people('ada'), departments })).toEqual({
      code: 'input.invalid',
      message: 'The department Shop would be above itself. Put it somewhere else.',
    });
    expect(await open()).toMatchObject({ revision: 1, people: [{ accountId: 'noor' }], departments: [] });
    const badDate = { ...board, revision: 1, timeOff: timeOff(timeOffOf('noor', '2026-02-29', '2026-03-01')) };
    expect((await app.problem('saveTeam', badDate)).message).toBe('There is no such date in the calendar.');
  });

  it('adds up what people give to all boards, also to those that this user has no business with', async () => {
    await app.value('saveTeam', {
      boardId: 3,
      revision: 0,
      people: { set: [personOf('noor', { share: 70 })], remove: [] },
    });
    const away = personOf('tomas', { share: 90, status: 'moved' });
    await app.value('saveTeam', { boardId: 3, revision: 1, people: { set: [away], remove: [] } });
    await save({ revision: 0, people: { set: [personOf('noor', { share: 60 }), personOf('tomas')], remove: [] } });
    expect((await open('noor')).people.map(({ share, shareElsewhere }) => [share, shareElsewhere])).toEqual([
      [60, 70],
      [100, 0],
    ]);
  });
});

describe('who may see and change a team', () => {
  const secret = () => timeOff(timeOffOf('noor', '2026-12-01', '2026-12-02', { reason: 'An operation' }));

  it('is nobody who may not see the board', async () => {
    await save({ revision: 0, people: people('noor') });
    const calls = [
      ['openTeam', next],
      ['findPeople', { ...board, query: '' }],
      ['stageTeam', { ...board, upload: 'upload00', part: 0 }],
      ['saveTeam', { ...board, revision: 1 }],
      ['overrideCapacity', { ...next, revision: 0, capacityHours: 1, reason: '' }],
    ] as const;
    for (const [call, payload] of calls)
      expect(await app.problem(call, payload, 'outsider')).toMatchObject({ code: 'board.unknown' });
  });

  it('is for looking who may see the project, and for changing who may plan', async () => {
    await save({ revision: 0, people: people('noor') });
    expect((await open('vera')).may).toEqual({ change: false });
    const before = storage();
    const staged = { ...board, upload: 'upload00', part: 0, people: people('vera') };
    const own = { ...next, revision: 0, capacityHours: 1, reason: '' };
    for (const problem of [
      await app.problem('saveTeam', { ...board, revision: 1, people: people('vera') }, 'vera'),
      await app.problem('stageTeam', staged, 'vera'),
      await app.problem('overrideCapacity', own, 'vera'),
      await app.problem('forgetPerson', { ...board, accountId: 'noor' }, 'noor'),
    ])
      expect(problem.code).toBe('permission.denied');
    expect(storage()).toBe(before);
  });

  it('is who is of the team, or may plan, for the reason of time off', async () => {
    await save({ revision: 0, people: people('noor'), timeOff: secret() });
    const reasons = async (accountId: string) => (await open(accountId)).timeOff.map(({ reason }) => reason);
    expect(await reasons('tomas')).toEqual(['An operation']);
    expect(await reasons('vera')).toEqual(['']);
    await save({ revision: 1, people: people('vera') });
    expect(await reasons('vera')).toEqual(['An operation']);
    await save({ revision: 2, people: { set: [personOf('vera', { status: 'left' })], remove: [] } });
    expect(await reasons('vera')).toEqual(['']);
  });
});

describe('people to add', () => {
  it('are those whom Jira lets be assigned issues of the project', async () => {
    expect(await app.value('findPeople', { ...board, query: 'bak' })).toEqual([
      { accountId: 'noor', name: 'Noor Bakker' },
    ]);
    const all = await app.value('findPeople', { ...board, query: '' });
    expect(all.map(({ accountId }) => accountId)).toEqual(['ada', 'noor', 'tomas', 'vera']);
  });

  it('cannot be found for a board that is in no project, and it says so', async () => {
    const found = app.sandbox.site.boards.find(({ id }) => id === 1);
    if (found === undefined) throw new Error('the site has no board');
    found.ownerAccountId = 'ada';
    expect(await app.problem('findPeople', { ...board, query: 'noor' })).toEqual({
      code: 'team.no-project',
      message:
        'Web shop belongs to no project, so Jira cannot say who works there. Move the board to a project, or import people by their account ids.',
    });
  });
});

describe('the capacity of a sprint', () => {
  it('comes from the people when the board says so', async () => {
    await save({ revision: 0, people: people('noor', 'tomas') });
    expect(await capacity()).toEqual({ hours: null, source: 'none', reason: null, from: null });
    await byTeam();
    const planner = await app.value('openPlanner', next);
    // Two people, ten days of eight hours.
    expect(planner.capacity).toEqual({ hours: 160, source: 'team', reason: null, from: null });
    expect(planner.team).toEqual({
      people: [
        { accountId: 'noor', name: 'Noor Bakker', hours: 80, departmentId: null },
        { accountId: 'tomas', name: 'Tomás Vidal', hours: 80, departmentId: null },
      ],
      departments: [],
      hours: 160,
      changedSinceStart: 0,
    });
  });

  it('is not known from people while the sprint has no dates', async () => {
    await save({ revision: 0, people: people('noor') });
    await byTeam();
    delete sprintOf(24).startDate;
    const { capacity: none, team } = await app.value('openPlanner', next);
    expect(none).toEqual({ hours: null, source: 'none', reason: null, from: null });
    expect(team).toMatchObject({ people: [], hours: null });
    expect((await open()).sprint).toMatchObject({ hours: null, why: 'noDates' });
  });

  it('is the sprint’s own with a reason, until it goes back to the people’s', async () => {
    await save({ revision: 0, people: people('noor') });
    await byTeam();
    const reason = 'Noor is at a fair';
    const { sprint, planRevision } = await app.value(
      'overrideCapacity',
      { ...next, revision: 0, capacityHours: 30, reason },
      'tomas',
    );
    expect(sprint).toMatchObject({ sprintId: 24, hours: 80, override: { hours: 30, reason, by: 'Tomás Vidal' } });
    expect(planRevision).toBe(1);
    expect(await capacity()).toEqual({ hours: 30, source: 'sprint', reason, from: null });
    const back = await app.value('overrideCapacity', { ...next, revision: 1, capacityHours: null, reason: '' });
    expect(back.sprint?.override).toBeNull();
    expect(await capacity()).toMatchObject({ hours: 80, source: 'team' });
  });

  it('is not overridden over somebody else’s plan', async () => {
    await app.value('savePlan', { ...next, revision: 0, desired: 60 }, 'noor');
    expect(
      await app.problem('overrideCapacity', { ...next, revision: 0, capacityHours: 30, reason: '' }),
    ).toMatchObject({
      code: 'team.conflict',
      message: 'Somebody else has changed the plan of this sprint. Look at theirs, then try again.',
    });
    expect((await capacity()).source).toBe('none');
  });

  it('that the planner sets is noted too, and its note goes with it', async () => {
    await app.value('savePlan', { ...next, revision: 0, capacityHours: 40 }, 'noor');
    expect((await open()).sprint?.override).toMatchObject({ hours: 40, reason: '', by: 'Noor Bakker' });
    await app.value('savePlan', { ...next, revision: 1, capacityHours: null });
    expect((await open()).sprint?.override).toBeNull();
  });

  it('is copied from the sprint before, where each sprint has its own', async () => {
    await app.value('savePlan', { ...current, revision: 0, capacityHours: 64 });
    expect(await capacity()).toEqual({ hours: 64, source: 'previous', reason: null, from: 'Sprint 23' });
    expect((await app.value('openPlanner', next)).ratio).not.toBeNull();
    // When it is closed it is still the last.
    const sprint = app.sandbox.site.sprints.find(({ id }) => id === current.sprintId);
    if (sprint !== undefined) sprint.state = 'closed';
    expect(await capacity()).toEqual({ hours: 64, source: 'previous', reason: null, from: 'Sprint 23' });
    if (sprint !== undefined) sprint.state = 'active';
    // Nothing comes before the first.
    await app.value('savePlan', { ...current, revision: 1, capacityHours: null });
    await app.value('savePlan', { ...next, revision: 0, capacityHours: 50 });
    expect((await capacity(current)).source).toBe('none');
    const { capacity: none } = await app.value('savePlan', { ...next, revision: 1, capacityHours: null });
    expect(none.source).toBe('none');
  });

  it('can be looked at before the board chooses another source', async () => {
    await save({ revision: 0, people: { set: [personOf('noor', { hoursPerDay: 1 })], remove: [] } });
    await app.value('savePlan', { ...current, revision: 0, capacityHours: 300 });
    const preview = (capacityMode: 'team' | 'sprint') => app.value('previewBoardSettings', { ...next, capacityMode });
    // 10 h is less than the sum of what is optimistic; the sprint before had more than all can take.
    expect((await preview('team')).after.ratio).not.toBe(100);
    await byTeam();
    expect((await preview('sprint')).after.ratio).toBe(100);
  });

  it('says what was changed after the sprint had started', async () => {
    Object.assign(sprintOf(23), { startDate: '2020-01-06T09:00:00.000Z', endDate: '2020-01-17T16:00:00.000Z' });
    await save({ revision: 0, people: people('noor') }, 'tomas');
    await app.value('overrideCapacity', { ...current, revision: 0, capacityHours: 30, reason: 'A fair' });
    const { sprint } = await app.value('openTeam', current);
    expect(sprint?.changedSinceStart).toMatchObject([
      { what: 'override', by: 'Ada Lindholm', about: null },
      { what: 'person', by: 'Tomás Vidal', about: { accountId: 'noor', name: 'Noor Bakker' } },
    ]);
    expect((await app.value('openPlanner', current)).team?.changedSinceStart).toBe(2);
    // The next one has not started.
    expect((await open()).sprint?.changedSinceStart).toEqual([]);
  });
});

describe('an import', () => {
  const many = Array.from({ length: 5000 }, (_, index) => personOf(`person-${String(index)}`));
  const partSize = 500;

  it('of 5,000 people is saved as a whole, in parts that storage can hold', async () => {
    await save({ revision: 0, people: people('noor') });
    const upload = { id: 'upload00', parts: many.length / partSize };
    for (let part = 0; part < upload.parts; part += 1) {
      const set = many.slice(part * partSize, (part + 1) * partSize);
      await app.value('stageTeam', { ...board, upload: upload.id, part, people: { set, remove: [] } });
    }
    expect((await open()).people).toHaveLength(1);
    const { body, record } = await app.invoke('saveTeam', {
      ...board,
      revision: 1,
      upload,
      people: { set: [], remove: ['noor'] },
      timeOff: timeOff(timeOffOf('person-4999', '2026-12-01', '2026-12-01')),
    });
    expect(body).toMatchObject({ value: { revision: 2, people: { length: 5000 }, timeOff: { length: 1 } } });
    expect(JSON.stringify(body).length).toBeLessThan(5 * 1024 * 1024);
    expect(record.lateCalls).toEqual([]);
    // The parts are not left behind.
    expect(storage()).not.toContain('team-upload');
  }, 60_000);

  it('changes nothing when a part of it is missing', async () => {
    await save({ revision: 0, people: people('noor') });
    await app.value('stageTeam', { ...board, upload: 'upload00', part: 0, people: people('tomas') });
    const before = storage();
    const upload = { id: 'upload00', parts: 2 };
    expect(await app.problem('saveTeam', { ...board, revision: 1, upload, people: people('vera') })).toMatchObject({
      code: 'input.invalid',
      message: 'A part of the import has been lost. Nothing was changed; import the file again.',
    });
    expect(storage()).toBe(before);
  });

  it('refuses a part that storage could not hold', async () => {
    const staged = { ...board, upload: 'upload00', part: 0, people: { set: many.slice(0, 1500), remove: [] } };
    expect(await app.problem('stageTeam', staged)).toMatchObject({
      code: 'input.invalid',
      message: 'This part of the import has too many rows. Send them in smaller parts.',
    });
  });

  it('is one change of the team', async () => {
    Object.assign(sprintOf(23), { startDate: '2020-01-06T09:00:00.000Z' });
    await app.value('stageTeam', { ...board, upload: 'upload00', part: 0, people: people('tomas', 'noor') });
    await save({ revision: 0, upload: { id: 'upload00', parts: 1 } });
    const { sprint } = await app.value('openTeam', current);
    expect(sprint?.changedSinceStart).toMatchObject([{ what: 'import', about: null }]);
  });
});

describe('somebody who wants to be forgotten', () => {
  it('is in no team any more, nor in what was changed, nor among who is here', async () => {
    const off = timeOff(timeOffOf('noor', '2026-12-01', '2026-12-01', { reason: 'An operation' }));
    await save({ revision: 0, people: people('noor', 'tomas'), timeOff: off });
    await save({ revision: 1, freeDays: [] }, 'noor');
    await app.value('saveTeam', { boardId: 3, revision: 0, people: people('noor') });
    await app.value('pulse', { ...next, page: 'window00' }, 'noor');
    await app.value('pulse', { ...next, page: 'window01' }, 'tomas');
    expect(storage()).toContain('noor');
    await app.value('setConfidence', { issueId: 'WEB-27', confidence: 40 }, 'noor');
    expect(await app.value('forgetPerson', { ...board, accountId: 'noor' })).toEqual({ boards: 2 });
    // What was set stays; who set it is nobody that Jira knows.
    const glance = await app.value('openGlance', { issueId: 'WEB-27' });
    expect(glance).toMatchObject({ confidence: 40, changes: [{ by: { accountId: 'unknown', name: null } }] });
    expect(storage()).not.toContain('noor');
    expect(storage()).toContain('window01');
    expect(await open()).toMatchObject({ revision: 3, people: [{ accountId: 'tomas' }], timeOff: [] });
    expect(await app.value('forgetPerson', { ...board, accountId: 'noor' })).toEqual({ boards: 0 });
  });
});
