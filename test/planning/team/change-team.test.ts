import { changeTeam } from '../../../src/planning/team/change-team';
import { Problem } from '../../../src/problem';
import type { Team } from '../../../src/storage/teams';
import { personOf, teamOf, timeOffOf } from './team-of';

const at = '2026-11-23T09:00:00.000Z';
const nothing = { set: [], remove: [] };
const change = (team: Team, what: Parameters<typeof changeTeam>[1], isImport = false): Team =>
  changeTeam(team, what, 'ada', at, isImport);
const ids = ({ people }: Team): string[] => people.map(({ accountId }) => accountId);

/** The refusal of a change. */
function refusal(team: Team, what: Parameters<typeof changeTeam>[1]): unknown {
  try {
    change(team, what);
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, message: error.message };
  }
  return null;
}

describe('changing a team', () => {
  it('sets and takes away who is named, and leaves the others alone', () => {
    const team = teamOf([personOf('noor'), personOf('tomas'), personOf('vera')]);
    const next = change(team, {
      people: { set: [personOf('noor', { share: 50 }), personOf('ada')], remove: ['vera'] },
    });
    expect(ids(next)).toEqual(['noor', 'tomas', 'ada']);
    expect(next.people[0]?.share).toBe(50);
    expect(next.people[1]).toEqual(team.people[1]);
  });

  it('takes the time off of who is taken away', () => {
    const team = teamOf([personOf('noor'), personOf('tomas')], {
      timeOff: [timeOffOf('noor', '2026-12-01', '2026-12-01'), timeOffOf('tomas', '2026-12-02', '2026-12-02')],
    });
    const { timeOff } = change(team, { people: { set: [], remove: ['noor'] } });
    expect(timeOff.map(({ accountId }) => accountId)).toEqual(['tomas']);
  });

  it('does not give time off to who is not of the team', () => {
    const timeOff = { ...nothing, set: [timeOffOf('vera', '2026-12-01', '2026-12-01')] };
    expect(refusal(teamOf([personOf('noor')]), { timeOff })).toEqual({
      code: 'input.invalid',
      message: 'There is time off of somebody who is not in this team. Add the person first.',
    });
    expect(change(teamOf([]), { timeOff, people: { set: [personOf('vera')], remove: [] } }).timeOff).toHaveLength(1);
  });

  const departments = (...parents: (string | null)[]) =>
    parents.map((parentId, index) => ({ id: `d${String(index)}`, name: `Department ${String(index)}`, parentId }));

  it.each([
    [
      'above itself',
      departments('d1', 'd0'),
      'The department Department 0 would be above itself. Put it somewhere else.',
    ],
    [
      'below one that is not there',
      departments(null, 'd9'),
      'The department Department 1 is below one that does not exist.',
    ],
    [
      'on a sixth level',
      departments(null, 'd0', 'd1', 'd2', 'd3', 'd4'),
      'The department Department 5 is more than five levels deep. Put it higher up.',
    ],
    ['twice', [...departments(null), ...departments(null)], 'The department Department 0 is there twice.'],
  ])('refuses a department %s', (_where, all, message) => {
    expect(refusal(teamOf([]), { departments: all })).toEqual({ code: 'input.invalid', message });
  });

  it('takes a tree of five levels', () => {
    const five = departments(null, 'd0', 'd1', 'd2', 'd3');
    expect(change(teamOf([]), { departments: five }).departments).toEqual(five);
  });

  it('does not take a department away in which somebody is, or was: past sprints add up by it', () => {
    const moves = [
      { from: '2026-12-01', departmentId: 'd1' },
      { from: null, departmentId: 'd0' },
    ];
    const noor = personOf('noor', { departments: moves, status: 'left' });
    const team = teamOf([noor], { departments: departments(null, null, null) });
    const stays = (name: string) => ({
      code: 'input.invalid',
      message: `People are or were in the department ${name}. It stays for the sums of past sprints; rename it, or change those people’s departments first.`,
    });
    expect(refusal(team, { departments: departments(null) })).toEqual(stays('Department 1'));
    expect(refusal(team, { departments: departments(null, null).slice(1) })).toEqual(stays('Department 0'));
    // Nobody ever was in the third; and who is moved in the same change is not in the way.
    expect(change(team, { departments: departments(null, null) }).departments).toHaveLength(2);
    const moved = { set: [personOf('noor', { departments: [{ from: null, departmentId: 'd0' }] })], remove: [] };
    expect(change(team, { people: moved, departments: departments(null) }).departments).toHaveLength(1);
  });

  it('puts nobody into a department that does not exist, not even in the past', () => {
    const lost = [
      { from: null, departmentId: 'd9' },
      { from: '2026-12-01', departmentId: 'd0' },
    ];
    const people = { set: [personOf('noor', { departments: lost })], remove: [] };
    expect(refusal(teamOf([], { departments: departments(null) }), { people })).toEqual({
      code: 'input.invalid',
      message: 'Somebody is in a department that does not exist. Add the department first.',
    });
  });

  it('keeps the reason of time off that somebody changes without seeing it', () => {
    const day = timeOffOf('noor', '2026-12-01', '2026-12-01', { reason: 'An operation' });
    const team = teamOf([personOf('noor')], { timeOff: [day] });
    const set = [
      { ...day, to: '2026-12-02', reason: null },
      { ...timeOffOf('noor', '2026-12-09', '2026-12-09'), reason: null },
    ];
    const { timeOff } = change(team, { timeOff: { ...nothing, set } });
    expect(timeOff.map(({ to, reason }) => [to, reason])).toEqual([
      ['2026-12-02', 'An operation'],
      ['2026-12-09', ''],
    ]);
    const emptied = change(team, { timeOff: { ...nothing, set: [{ ...day, reason: '' }] } });
    expect(emptied.timeOff[0]?.reason).toBe('');
  });

  it('knows the time zones of the world', () => {
    expect(change(teamOf([]), { timeZone: 'Europe/Madrid' }).timeZone).toBe('Europe/Madrid');
    expect(refusal(teamOf([]), { timeZone: 'Europe/Atlantis' })).toMatchObject({ code: 'input.invalid' });
  });

  it('writes down what was changed and by whom, an import as one', () => {
    const first = change(teamOf([]), {
      people: { set: [personOf('noor'), personOf('tomas', { from: '2026-12-07' })], remove: [] },
    });
    const then = change(first, { timeOff: { ...nothing, set: [timeOffOf('noor', '2026-12-01', '2026-12-02')] } });
    expect(then.changes).toEqual([
      { at, by: 'ada', what: 'timeOff', accountId: 'noor', from: '2026-12-01', to: '2026-12-02' },
      { at, by: 'ada', what: 'person', accountId: 'noor', from: null, to: null },
      { at, by: 'ada', what: 'person', accountId: 'tomas', from: '2026-12-07', to: null },
    ]);
    const many = Array.from({ length: 30 }, (_, index) =>
      personOf(`p${String(index)}`, { from: `2026-12-${String(index + 1).padStart(2, '0')}`, until: '2026-12-31' }),
    );
    const imported = change(then, { people: { set: many, remove: [] } }, true);
    expect(imported.changes).toEqual([
      { at, by: 'ada', what: 'import', accountId: null, from: '2026-12-01', to: '2026-12-31' },
      ...then.changes,
    ]);
    // The same file once more says nothing new.
    expect(change(imported, { people: { set: many, remove: [] } }, true).changes).toEqual(imported.changes);
  });

  it('refuses more people than a team can have, and more free days than can be stored', () => {
    const many = Array.from({ length: 5001 }, (_, index) => personOf(`p${String(index)}`));
    expect(refusal(teamOf([]), { people: { set: many, remove: [] } })).toMatchObject({
      message: 'A team may have 5000 people at the most.',
    });
    const day = { date: '2026-12-25', half: null, name: 'é'.repeat(120), region: null };
    expect(refusal(teamOf([]), { freeDays: Array.from({ length: 2000 }, () => day) })).toMatchObject({
      code: 'input.invalid',
    });
  });
});
