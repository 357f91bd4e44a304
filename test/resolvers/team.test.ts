import type { Payload } from '../../src/contract';
import { type App, openApp } from '../open-app';
import { personOf, timeOffOf } from '../planning/team/team-of';
import { current, next, plan, seenIn } from './applying';

const board = { boardId: 1 };

/** ada administers the site; noor and tomas edit; vera may only look; the outsider sees no project. */
let app: App;
beforeEach(async () => {
  app = await openApp();
});

const people = (...accountIds: string[]) => ({ set: accountIds.map((id) => personOf(id)), remove: [] });
const timeOff = (...set: ReturnType<typeof timeOffOf>[]) => ({ set, remove: [] });
const save = async (change: Omit<Payload<'saveTeam'>, 'boardId'>, accountId?: string) => {
  const { team } = await app.value('saveTeam', { ...board, ...change }, accountId);
  if (team === null) throw new Error('the team could not be read after it was saved');
  return team;
};
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
        { id: 22, name: 'Sprint 22', state: 'closed' },
        { id: 21, name: 'Sprint 21', state: 'closed' },
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

  it('lists the last six closed sprints of however many, newest first, without reading all of them', async () => {
    const { sprints } = app.sandbox.site;
    const old = Array.from({ length: 160 }, (_, index) => ({
      ...sprintOf(21),
      id: 1000 + index,
      name: `Old sprint ${String(index)}`,
    }));
    sprints.unshift(...old);
    const { body, record } = await app.invoke('openTeam', next);
    const ids = [23, 24, 22, 21, 1159, 1158, 1157, 1156];
    expect(body).toMatchObject({ value: { sprints: ids.map((id) => ({ id })) } });
    expect(record.jiraCalls.filter(({ path }) => path.includes('state=closed'))).toHaveLength(2);
    // Any other opens by its id all the same, and so do short pages.
    expect((await app.value('openTeam', { ...board, sprintId: 1040 })).sprint?.sprintId).toBe(1040);
    app.sandbox.conditions.shortPages = true;
    expect((await open()).sprints.map(({ id }) => id)).toEqual(ids);
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

  it('that is saved is saved, also when it cannot be read after that', async () => {
    const error = jest.spyOn(console, 'error').mockReturnValue();
    app.sandbox.conditions.faults.push({ operation: 'getAllSprints', status: 501, times: null });
    expect(await app.value('saveTeam', { ...board, revision: 0, people: people('noor') })).toEqual({ team: null });
    expect(error.mock.calls).toEqual([['saveTeam, after it was saved: jira.failed (getAllSprints: 501)']]);
    error.mockRestore();
    app.sandbox.conditions.faults.splice(0);
    expect(await open()).toMatchObject({ revision: 1, people: [{ accountId: 'noor' }] });
    // What other boards have is read after it, too.
    app.sandbox.conditions.faults.push({ operation: '/api/v1/query', status: 500, times: null });
    const quiet = jest.spyOn(console, 'error').mockReturnValue();
    expect(await app.value('saveTeam', { ...board, revision: 1, people: people('tomas') })).toEqual({ team: null });
    quiet.mockRestore();
    app.sandbox.conditions.faults.splice(0);
    expect((await open()).people.map(({ accountId }) => accountId)).toEqual(['noor', 'tomas']);
  });

  it('keeps whose public holidays somebody keeps', async () => {
    const freeDays = [{ date: '2026-12-08', half: null, name: 'Immaculate Conception', region: 'ES' }];
    const both = [personOf('noor', { region: 'NL' }), personOf('tomas', { region: 'ES' })];
    const { people: saved, sprint } = await save({ revision: 0, people: { set: both, remove: [] }, freeDays });
    expect(saved.map(({ region }) => region)).toEqual(['NL', 'ES']);
    // Ten days of eight hours, and nine.
    expect(sprint?.people.map(({ hours }) => hours)).toEqual([80, 72]);
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

  it('adds up only what people give to other boards at this time', async () => {
    const ends = personOf('noor', { share: 70, until: '2020-01-31' });
    const begins = personOf('tomas', { share: 50, from: '2999-01-01' });
    const stays = personOf('vera', { share: 40, from: '2020-01-01', until: '2999-01-01' });
    await app.value('saveTeam', { boardId: 3, revision: 0, people: { set: [ends, begins, stays], remove: [] } });
    await save({ revision: 0, people: people('noor', 'tomas', 'vera') });
    expect((await open()).people.map(({ shareElsewhere }) => shareElsewhere)).toEqual([0, 0, 40]);
  });
});

describe('who may see and change a team', () => {
  const secret = () => timeOff(timeOffOf('noor', '2026-12-01', '2026-12-02', { reason: 'An operation' }));

  it('is nobody who may not see the board', async () => {
    await save({ revision: 0, people: people('noor') });
    const calls = [
      ['openTeam', next],
      ['findPeople', { ...board, query: '' }],
      ['namePeople', { ...board, accountIds: ['noor'] }],
      ['stageTeam', { ...board, upload: 'upload00', part: 0 }],
      ['saveTeam', { ...board, revision: 1 }],
      ['overrideCapacity', { ...next, revision: 0, capacityHours: 1, reason: 'A fair' }],
    ] as const;
    for (const [call, payload] of calls)
      expect(await app.problem(call, payload, 'outsider')).toMatchObject({ code: 'board.unknown' });
  });

  it('is for looking who may see the project, and for changing who may plan', async () => {
    await save({ revision: 0, people: people('noor') });
    expect((await open('vera')).may).toEqual({ change: false });
    const before = storage();
    const staged = { ...board, upload: 'upload00', part: 0, people: people('vera') };
    const own = { ...next, revision: 0, capacityHours: 1, reason: 'A fair' };
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
    expect(await reasons('vera')).toEqual([null]);
    await save({ revision: 1, people: people('vera') });
    expect(await reasons('vera')).toEqual(['An operation']);
    await save({ revision: 2, people: { set: [personOf('vera', { status: 'left' })], remove: [] } });
    expect(await reasons('vera')).toEqual([null]);
    // Nor is who is not there any more of the team, or not there yet.
    await save({ revision: 3, people: { set: [personOf('vera', { until: '2020-01-31' })], remove: [] } });
    expect(await reasons('vera')).toEqual([null]);
    await save({ revision: 4, people: { set: [personOf('vera', { from: '2999-01-01' })], remove: [] } });
    expect(await reasons('vera')).toEqual([null]);
  });

  it('leaves a reason as it is that is sent back unseen, in parts too', async () => {
    await save({ revision: 0, people: people('noor'), timeOff: secret() });
    const unseen = { ...timeOffOf('noor', '2026-12-01', '2026-12-03'), reason: null };
    const once = await save({ revision: 1, timeOff: { set: [unseen], remove: [] } });
    expect(once.timeOff).toMatchObject([{ to: '2026-12-03', reason: 'An operation' }]);
    const part = {
      ...board,
      upload: 'upload00',
      part: 0,
      timeOff: { set: [{ ...unseen, half: 'am' as const }], remove: [] },
    };
    await app.value('stageTeam', part);
    const again = await save({ revision: 2, upload: { id: 'upload00', parts: 1 } });
    expect(again.timeOff).toMatchObject([{ half: 'am', reason: 'An operation' }]);
  });
});

describe('people who are known by their account id alone', () => {
  it('are named by who may see the board, as far as Jira knows them', async () => {
    const many = Array.from({ length: 98 }, (_, index) => `gone-${String(index)}`);
    const asked = { ...board, accountIds: [...many, 'noor', 'tomas'] };
    expect(await app.value('namePeople', asked, 'vera')).toEqual([
      { accountId: 'noor', name: 'Noor Bakker' },
      { accountId: 'tomas', name: 'Tomás Vidal' },
    ]);
    expect(await app.value('namePeople', { ...board, accountIds: [] })).toEqual([]);
    expect(await app.problem('namePeople', { ...board, accountIds: [...asked.accountIds, 'ada'] })).toMatchObject({
      message: 'At most 100 people go at once.',
    });
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
    const own = await app.value('overrideCapacity', { ...next, revision: 0, capacityHours: 30, reason }, 'tomas');
    expect(own.team).toMatchObject({
      planRevision: 1,
      sprint: { sprintId: 24, hours: 80, override: { hours: 30, reason, by: 'Tomás Vidal' } },
    });
    expect(await capacity()).toEqual({ hours: 30, source: 'sprint', reason, from: null });
    const back = await app.value('overrideCapacity', { ...next, revision: 1, capacityHours: null, reason: '' });
    expect(back.team?.sprint?.override).toBeNull();
    expect(await capacity()).toMatchObject({ hours: 80, source: 'team' });
  });

  it('is not overridden without a reason', async () => {
    const bare = { ...next, revision: 0, capacityHours: 30, reason: ' ' };
    expect(await app.problem('overrideCapacity', bare)).toEqual({
      code: 'input.invalid',
      message: 'Say why this sprint has another capacity than its people.',
    });
  });

  it('is overridden also when the team cannot be read after that', async () => {
    await save({ revision: 0, people: people('noor') });
    app.sandbox.conditions.faults.push({ operation: '/api/v1/query', status: 500, times: null });
    const error = jest.spyOn(console, 'error').mockReturnValue();
    const own = { ...next, revision: 0, capacityHours: 30, reason: 'A fair' };
    expect(await app.value('overrideCapacity', own)).toEqual({ team: null });
    expect(error.mock.calls[0]?.[0]).toMatch(/^overrideCapacity, after it was saved: storage\.failed/);
    error.mockRestore();
    app.sandbox.conditions.faults.splice(0);
    expect(await capacity()).toMatchObject({ hours: 30, source: 'sprint' });
  });

  it('is not overridden over somebody else’s plan', async () => {
    await app.value('savePlan', { ...next, revision: 0, desired: 60 }, 'noor');
    expect(
      await app.problem('overrideCapacity', { ...next, revision: 0, capacityHours: 30, reason: 'A fair' }),
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
    // Last year's holiday and a role are nothing to it; that its own capacity is taken back is.
    await save({ revision: 1, timeOff: timeOff(timeOffOf('noor', '2019-12-30', '2020-01-05')) });
    await save({ revision: 2, people: { set: [personOf('noor', { role: 'Tester' })], remove: [] } });
    await app.value('overrideCapacity', { ...current, revision: 1, capacityHours: null, reason: '' }, 'noor');
    const later = await app.value('openTeam', current);
    expect(later.sprint?.override).toBeNull();
    expect(later.sprint?.changedSinceStart).toMatchObject([
      { what: 'overrideTakenBack', by: 'Noor Bakker', about: null },
      { what: 'person', by: 'Tomás Vidal' },
    ]);
    expect((await app.value('openPlanner', current)).capacity.source).toBe('none');
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
    expect(body).toMatchObject({ value: { team: { revision: 2, people: { length: 5000 }, timeOff: { length: 1 } } } });
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

  it('gave no sprint its capacity and applied no plan any more, of which both stay', async () => {
    const reason = 'A fair';
    await app.value('overrideCapacity', { ...current, revision: 0, capacityHours: 30, reason }, 'noor');
    await app.value('savePlan', { ...next, revision: 0, capacityHours: 64 }, 'tomas');
    const revision = await plan(app, next, { count: 2 });
    const asked = { ...next, revision, below: 'backlog' as const };
    const seen = seenIn(await app.value('previewApply', asked));
    expect((await app.value('applyPlan', { ...asked, seen }, 'noor')).out).not.toEqual([]);
    expect(await app.value('forgetPerson', { ...board, accountId: 'noor' })).toEqual({ boards: 1 });
    expect(storage()).not.toContain('noor');
    expect((await app.value('openTeam', current)).sprint?.override).toMatchObject({ hours: 30, reason, by: null });
    expect((await app.value('openPlanner', next)).applied).toMatchObject({ by: 'unknown' });
    expect((await open()).sprint?.override).toMatchObject({ hours: 64, by: 'Tomás Vidal' });
    expect(await app.value('forgetPerson', { ...board, accountId: 'noor' })).toEqual({ boards: 0 });
  });

  it('is taken out of what a save left behind, and of imports that are not saved yet', async () => {
    await save({ revision: 0, people: people('tomas') });
    const off = timeOffOf('noor', '2026-12-01', '2026-12-02');
    const lost = { version: 1, people: [personOf('noor'), personOf('tomas')], timeOff: [{ ...off, id: 'a1' }] };
    app.sandbox.kvs.serve('/api/v1/set', { key: 'team:1:lost-save:0', value: lost });
    const set = [personOf('noor'), personOf('vera')];
    const part = { ...board, upload: 'upload00', part: 0, timeOff: timeOff({ ...off, id: 'a2' }) };
    await app.value('stageTeam', { ...part, people: { set, remove: ['noor'] } });
    await app.value('forgetPerson', { ...board, accountId: 'noor' });
    expect(storage()).not.toContain('noor');
    // Another save may be under way: the others stay.
    expect(app.sandbox.stored.values['team:1:lost-save:0']).toMatchObject({
      value: { people: [{ accountId: 'tomas' }], timeOff: [] },
    });
    const saved = await save({ revision: 1, upload: { id: 'upload00', parts: 1 } });
    expect(saved.people.map(({ accountId }) => accountId)).toEqual(['tomas', 'vera']);
  });

  it.each([
    ['a team', '/api/v1/transaction', undefined],
    ['a plan', '/api/v1/delete', 'noted-by:noor:1:24'],
    ['what a save left behind', '/api/v1/set', 'team:1:lost-save:0'],
  ])('is told when storage fails at %s half-way, and all is done by doing it again', async (_where, operation, key) => {
    await save({ revision: 0, people: people('noor', 'tomas') });
    await app.value('savePlan', { ...next, revision: 0, capacityHours: 30 }, 'noor');
    const lost = { version: 1, people: [personOf('noor')], timeOff: [] };
    app.sandbox.kvs.serve('/api/v1/set', { key: 'team:1:lost-save:0', value: lost });
    app.sandbox.conditions.faults.push({ operation, status: 500, times: 1, ...(key === undefined ? {} : { key }) });
    const error = jest.spyOn(console, 'error').mockReturnValue();
    expect(await app.problem('forgetPerson', { ...board, accountId: 'noor' })).toEqual({
      code: 'storage.failed',
      message:
        'This person is not removed everywhere yet. PlanPrism could not reach its storage. Try again in a minute.',
    });
    error.mockRestore();
    await app.value('forgetPerson', { ...board, accountId: 'noor' });
    expect(storage()).not.toContain('noor');
    expect((await open()).people).toMatchObject([{ accountId: 'tomas' }]);
  });

  it('leaves no mark behind when the app is taken off the site', async () => {
    await app.value('savePlan', { ...next, revision: 0, capacityHours: 30 }, 'noor');
    expect(storage()).toContain('noted-by:noor:1:24');
    await app.sandbox.uninstall();
    expect(storage()).not.toContain('noor');
  });
});
