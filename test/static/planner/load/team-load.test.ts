import type { Planner, PlannerItem } from '../../../../src/contract';
import { loadSummary } from '../../../../static/planner/src/load/load-summary';
import { departmentLoad, teamLoad, type TeamLoad } from '../../../../static/planner/src/load/team-load';
import { anItem } from '../an-item';

const percent = (fraction: number): string => `${String(Math.round(fraction * 100))}%`;
const jana = { accountId: 'a-jana', name: 'Jana Kovář' };
const adam = { accountId: 'a-adam', name: 'Adam Marsh' };
const lena = { accountId: 'a-lena', name: 'Lena Schulz' };

/** Issues of 8 h at 80 %, so 6.4–10 h each. */
const issues = (count: number, assignee: PlannerItem['assignee']): PlannerItem[] =>
  Array.from({ length: count }, () => anItem({ assignee }));

function aTeam(hours: Record<string, number>, said: Partial<NonNullable<Planner['team']>> = {}): Planner['team'] {
  return {
    people: [jana, adam, lena].map((person) => ({
      ...person,
      hours: hours[person.accountId] ?? 0,
      departmentId: null,
    })),
    departments: [],
    hours: 80,
    changedSinceStart: 0,
    ...said,
  };
}

function loadOf(items: readonly PlannerItem[], team: Planner['team']): TeamLoad {
  const load = teamLoad(items, team);
  if (load === null) throw new Error('There is nobody to speak of.');
  return load;
}

describe('the load of a team', () => {
  // Three issues are 19.2–30 h, two 12.8–20 h, one 6.4–10 h.
  const above = [...issues(3, lena), ...issues(2, adam), ...issues(1, jana), ...issues(2, null)];
  const team = aTeam({ 'a-jana': 60, 'a-adam': 15, 'a-lena': 12 });

  it('does not hide one person who has too much in a team that has time enough', () => {
    const load = loadOf(above, team);
    expect(load.people.map(({ name, state }) => [name, state])).toEqual([
      ['Lena Schulz', 'over'],
      ['Adam Marsh', 'tight'],
      ['Jana Kovář', 'fits'],
    ]);
    expect(loadSummary(load, percent)).toBe(
      // (15 − 12.8) ÷ (20 − 12.8).
      '1 person fits · 1 tight: Adam Marsh at 31% · 1 too much: Lena Schulz · 2 issues unassigned',
    );
    // (87 − 38.4) ÷ (60 − 38.4) is above 1: together all would be well.
    expect(departmentLoad(load.people)).toEqual({
      optimistic: expect.closeTo(38.4, 10),
      pessimistic: 60,
      capacity: 87,
      states: { fits: 1, tight: 1, over: 1, idle: 0, unknown: 0 },
    });
  });

  it('is their own work against their own hours', () => {
    const adams = loadOf(above, team).people.find(({ accountId }) => accountId === 'a-adam');
    expect(adams).toMatchObject({ issues: 2, capacity: 15, pessimistic: 20 });
    expect(adams?.optimistic).toBeCloseTo(12.8, 10);
    // (15 − 12.8) ÷ (20 − 12.8)
    expect(adams?.ratio).toBeCloseTo(0.3056, 4);
  });

  it('names people outside the team by what Jira calls them on their issues', () => {
    const guest = { accountId: 'a-guest', name: 'A guest' };
    const load = loadOf(issues(1, guest), team);
    expect(load.people[0]).toMatchObject({ name: 'A guest', state: 'unknown', capacity: null });
    expect(loadSummary(load, percent)).toBe('1 not in the team');
  });

  it('names everybody who has too much, and says how many more there are', () => {
    const crowd = Array.from({ length: 10 }, (_, index) => ({
      accountId: `a-${String(index)}`,
      name: `P${String(index)}`,
    }));
    const crowded = aTeam({}, { people: crowd.map((person) => ({ ...person, hours: 1, departmentId: null })) });
    expect(
      loadSummary(
        loadOf(
          crowd.flatMap((person) => issues(1, person)),
          crowded,
        ),
        percent,
      ),
    ).toBe('10 too much: P0, P1, P2, P3, P4, P5, P6, P7 and 2 more');
  });

  it('counts unestimated work without guessing at it', () => {
    const load = loadOf([anItem({ assignee: jana, hours: null })], team);
    expect(load.people.find(({ accountId }) => accountId === 'a-jana')).toMatchObject({
      issues: 1,
      unestimated: 1,
      state: 'idle',
    });
    expect(loadSummary(load, percent)).toBe('nobody has work yet');
  });

  it('compares with nothing while the sprint has no dates or the board no team', () => {
    const undated = loadOf(above, aTeam({}, { hours: null, people: [] }));
    expect([undated.without, undated.people.map(({ capacity }) => capacity)]).toEqual(['noDates', [null, null, null]]);
    const teamless = loadOf(above, null);
    expect(teamless.without).toBe('noTeam');
    expect(loadSummary(teamless, percent)).toBe('3 people have work · 2 issues unassigned');
  });

  it('is not spoken of where there is no team and nobody is assigned', () => {
    expect(teamLoad(issues(2, null), null)).toBeNull();
  });
});
