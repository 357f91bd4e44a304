import type { Payload } from '../../../../src/contract';
import { planImport } from '../../../../static/planner/src/team/import/import-plan';
import { type ImportCalls, runImport } from '../../../../static/planner/src/team/import/run-import';
import { readTeamJson, teamJson } from '../../../../static/planner/src/team/import/team-json';
import type { Team } from '../../../../static/planner/src/team/import/team-file';
import { aPerson, nobody, smallTeam } from './a-team';

const empty: Team = {
  ...nobody,
  board: { id: 7, name: 'WEB board', projectKey: 'WEB' },
  revision: 3,
  timeZone: 'Europe/Prague',
  freeDays: [],
  sprints: [],
  sprint: null,
  planRevision: 0,
  capacityMode: 'team',
  hoursPerDay: 8,
  may: { change: true },
};
const problem = { code: 'storage.failed', message: 'It could not be stored.' };

/** A server that keeps what it is sent, and fails from one call on. */
function aServer(
  failsAt = Infinity,
  now: Team | null = empty,
): ImportCalls & { staged: Payload<'stageTeam'>[]; saved: Payload<'saveTeam'>[] } {
  const staged: Payload<'stageTeam'>[] = [];
  const saved: Payload<'saveTeam'>[] = [];
  return {
    staged,
    saved,
    stage: (payload) => {
      staged.push(payload);
      return Promise.resolve(staged.length >= failsAt ? { problem } : { value: { part: payload.part } });
    },
    save: (payload) => {
      saved.push(payload);
      return Promise.resolve({ value: { team: now } });
    },
  };
}

const planOf = (team: Pick<Team, 'departments' | 'people' | 'timeOff'>) =>
  planImport(readTeamJson(teamJson(team)), empty, () => 'made', { has: () => true });

describe('an import', () => {
  const people = Array.from({ length: 1201 }, (_, index) => aPerson({ accountId: `a-${String(index)}` }));

  it('goes in parts of 500 rows, and is saved at the end as a whole', async () => {
    const server = aServer();
    const progress: number[] = [];
    const plan = planOf({ ...smallTeam, people: [...people, ...smallTeam.people] });
    const end = await runImport(plan, empty, 'upload01', server, (fraction) => progress.push(fraction));
    expect(
      server.staged.map(({ part, people: some, timeOff }) => [part, some?.set.length, timeOff?.set.length]),
    ).toEqual([
      [0, 500, undefined],
      [1, 500, undefined],
      [2, 203, undefined],
      [3, undefined, 1],
    ]);
    expect(server.saved).toEqual([
      { boardId: 7, revision: 3, departments: smallTeam.departments, upload: { id: 'upload01', parts: 4 } },
    ]);
    expect(progress).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(end).toEqual({ team: empty });
  });

  it('stops at the first part that fails, and saves nothing', async () => {
    const server = aServer(2);
    const end = await runImport(planOf({ ...nobody, people }), empty, 'upload01', server, () => undefined);
    expect(end).toEqual({ problem });
    expect([server.staged.length, server.saved.length]).toEqual([2, 0]);
  });

  it('is done even when the team cannot be read after it', async () => {
    const server = aServer(Infinity, null);
    expect(await runImport(planOf({ ...nobody, people }), empty, 'upload01', server, () => undefined)).toEqual({
      team: null,
    });
  });

  it('of departments alone needs no parts', async () => {
    const server = aServer();
    await runImport(
      planOf({ ...nobody, departments: smallTeam.departments }),
      empty,
      'upload01',
      server,
      () => undefined,
    );
    expect(server.staged).toEqual([]);
    expect(server.saved).toEqual([{ boardId: 7, revision: 3, departments: smallTeam.departments }]);
  });
});
