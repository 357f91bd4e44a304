import type { Person, Team, TeamInAFile } from '../../../../static/planner/src/team/import/team-file';

/** Works eight hours from Monday to Friday, all of it for this board, and is in no department. */
export function aPerson(said: Partial<Team['people'][number]> = {}): Team['people'][number] {
  return {
    accountId: 'a-jana',
    name: 'Jana Kovář',
    shareElsewhere: 0,
    hoursPerDay: 8,
    weekdays: [true, true, true, true, true, false, false],
    from: null,
    until: null,
    share: 100,
    focus: 100,
    role: '',
    status: 'active',
    region: null,
    departments: [],
    ...said,
  };
}

/** Without what a file does not carry. */
export function written({ name: _name, shareElsewhere: _share, ...person }: Team['people'][number]): Person {
  return person;
}

export const nobody: TeamInAFile = { departments: [], people: [], timeOff: [] };

/** Jana and Lena, a tree of two departments, and a morning off. */
export const smallTeam: TeamInAFile = {
  departments: [
    { id: 'eng', name: 'Engineering', parentId: null },
    { id: 'web', name: 'Web, and "mobile"', parentId: 'eng' },
  ],
  people: [
    aPerson({
      departments: [
        { from: null, departmentId: 'eng' },
        { from: '2026-03-01', departmentId: 'web' },
        { from: '2026-09-01', departmentId: null },
      ],
    }),
    aPerson({
      accountId: '557058:lena',
      name: '=Lena',
      hoursPerDay: 7.5,
      weekdays: [true, true, false, true, false, false, false],
      from: '2026-01-01',
      until: '2026-12-31',
      share: 50,
      focus: 80,
      role: '@lead',
      status: 'probation',
      region: 'DE-BY',
    }),
  ],
  timeOff: [
    {
      id: 't-1',
      accountId: 'a-jana',
      from: '2026-11-23',
      to: '2026-11-23',
      half: 'am',
      reason: '-dentist\r\nand then "rest"',
    },
  ],
};
