import { parse } from 'csv-parse/sync';
import fc from 'fast-check';

import {
  changeCount,
  type ImportPlan,
  newcomersOf,
  planImport,
  refusalsOf,
} from '../../../../static/planner/src/team/import/import-plan';
import { readTeamCsv, teamCsv } from '../../../../static/planner/src/team/import/team-csv';
import type { ReadFile, TeamInAFile } from '../../../../static/planner/src/team/import/team-file';
import { readTeamJson, teamJson } from '../../../../static/planner/src/team/import/team-json';
import { aPerson, nobody, smallTeam, written } from './a-team';

const formats = [
  ['CSV', teamCsv, readTeamCsv],
  ['JSON', teamJson, readTeamJson],
] as const satisfies readonly (readonly [string, (team: TeamInAFile) => string, (text: string) => ReadFile])[];

const noId = (): string => {
  throw new Error('Nothing here needs an id.');
};

const everybody = { has: () => true };
/** Where Jira knows everybody. */
const planned = (file: ReadFile, team: TeamInAFile, newId: () => string): ImportPlan =>
  planImport(file, team, newId, everybody);

/** A file in which the refused rows are seen by line. */
const refusals = (plan: ImportPlan): [number, string][] => refusalsOf(plan).map(({ line, why }) => [line, why]);

const localId = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
const accountId = fc.stringMatching(/^[=+\-@:a-f0-9]{1,24}$/);
/** As the contract keeps them: trimmed. */
const text = (most: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\t', '\r\n', '\n', '\u200e', '\uff1d', 'é', ' '),
        fc.string({ maxLength: 3 }),
      ),
      {
        maxLength: 8,
      },
    )
    .map((parts) => parts.join('').trim().slice(0, most).trim());
const date = fc.integer({ min: 0, max: 40_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const percent = fc.integer({ min: 0, max: 100 });

const someTeam: fc.Arbitrary<TeamInAFile> = fc
  .tuple(
    fc.uniqueArray(localId, { maxLength: 4 }),
    fc.uniqueArray(accountId, { minLength: 1, maxLength: 4 }),
    fc.uniqueArray(localId, { maxLength: 4 }),
  )
  .chain(([departments, people, entries]) => {
    const inDepartment = fc.constantFrom(null, ...departments);
    return fc.record({
      // Each below the one before it: four levels at the most.
      departments: fc.tuple(
        ...departments.map((id, index) =>
          text(80).map((name) => ({ id, name: name === '' ? 'x' : name, parentId: departments[index - 1] ?? null })),
        ),
      ),
      people: fc.tuple(
        ...people.map((id) =>
          fc
            .record({
              hoursPerDay: fc.double({ min: 0.25, max: 24, noNaN: true }).map((hours) => Math.round(hours * 100) / 100),
              weekdays: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
              share: percent,
              focus: percent,
              role: text(80),
              name: fc.option(text(30)),
              status: fc.constantFrom('active' as const, 'left' as const),
              region: fc.constantFrom(null, 'DE-BY', 'ES'),
              departments: fc.array(fc.record({ from: fc.option(date), departmentId: inDepartment }), { maxLength: 3 }),
            })
            .map((said) => aPerson({ ...said, accountId: id })),
        ),
      ),
      timeOff: fc.tuple(
        ...entries.map((id) =>
          fc
            .record({
              accountId: fc.constantFrom(...people),
              from: date,
              half: fc.constantFrom('am' as const, 'pm' as const, null),
              reason: text(200),
            })
            .map((said) => ({ ...said, id, to: said.from })),
        ),
      ),
    });
  });

describe.each(formats)('a team exported as %s', (_format, write, read) => {
  it('imports as unchanged into the team that it is', () => {
    fc.assert(
      fc.property(someTeam, (team) => {
        const plan = planned(read(write(team)), team, noId);
        expect(refusals(plan)).toEqual([]);
        expect(changeCount(plan)).toBe(0);
        expect([plan.department.unchanged, plan.person.unchanged, plan.timeOff.unchanged]).toEqual([
          team.departments,
          team.people.map(written),
          team.timeOff,
        ]);
      }),
    );
  });

  it('imports into a board without a team as the team that it was', () => {
    const plan = planned(read(write(smallTeam)), nobody, noId);
    expect(refusals(plan)).toEqual([]);
    expect(plan.departments).toEqual(smallTeam.departments);
    expect(plan.person.new).toEqual(smallTeam.people.map(written));
    expect(plan.timeOff.new).toEqual(smallTeam.timeOff);
  });

  it('says of somebody who is not as in the file what would change', () => {
    const changed = { ...smallTeam, people: [aPerson({ share: 60, role: 'QA' }), ...smallTeam.people.slice(1)] };
    const plan = planned(read(write(changed)), smallTeam, noId);
    expect(plan.person.changed.map(({ item, fields }) => [item.accountId, fields.toSorted()])).toEqual([
      ['a-jana', ['departments', 'role', 'share']],
    ]);
    expect(plan.person.unchanged).toHaveLength(1);
  });

  it('leaves what the file does not name as it is', () => {
    const plan = planned(read(write({ ...nobody, departments: smallTeam.departments.slice(1) })), smallTeam, noId);
    expect(changeCount(plan)).toBe(0);
    expect(plan.departments).toBeNull();
  });

  it('leaves the reasons of time off alone when whoever exported it does not see them', () => {
    const seen = { ...smallTeam, timeOff: smallTeam.timeOff.map((entry) => ({ ...entry, reason: null })) };
    const file = write(seen);
    expect(file).not.toContain('reason');
    for (const team of [seen, smallTeam]) {
      const plan = planned(read(file), team, noId);
      expect([refusals(plan), changeCount(plan), plan.timeOff.unchanged.length]).toEqual([[], 0, 1]);
    }
    const moved = write({ ...seen, timeOff: seen.timeOff.map((entry) => ({ ...entry, half: 'pm' as const })) });
    const plan = planned(read(moved), smallTeam, noId);
    expect(plan.timeOff.changed.map(({ item, fields }) => [item.reason, fields])).toEqual([[null, ['half']]]);
  });

  it('reads 5,000 people in less than a second', () => {
    const large: TeamInAFile = {
      departments: smallTeam.departments,
      people: Array.from({ length: 5000 }, (_, index) =>
        aPerson({ accountId: `a-${String(index)}`, departments: [{ from: null, departmentId: 'web' }] }),
      ),
      timeOff: [],
    };
    const file = write(large);
    // Of the processor: the machine may be busy with other tests.
    const before = { ...large, people: large.people.slice(0, 2500) };
    const milliseconds = (): number => {
      const start = process.cpuUsage();
      planned(read(file), before, noId);
      return process.cpuUsage(start).user / 1000;
    };
    // Measured: 0.5 s in Chromium. The best of a few: other work makes none of them faster.
    expect(Math.min(...Array.from({ length: 3 }, milliseconds))).toBeLessThan(1000);
    const plan = planned(read(file), before, noId);
    expect([plan.person.new.length, plan.person.unchanged.length]).toEqual([2500, 2500]);
  });
});

/** The header, and rows of these cells below it. */
const columns =
  'kind,id,name,parentId,accountId,hoursPerDay,weekdays,share,focus,role,status,region,departments,from,until,half,reason';
const csv = (...rows: Record<string, string>[]): string => csvOf(columns, rows);
function csvOf(header: string, rows: Record<string, string>[]): string {
  const line = (row: Record<string, string>): string =>
    header
      .split(',')
      .map((column) => row[column] ?? '')
      .join(',');
  return [header, ...rows.map(line), ''].join('\n');
}
const jana = {
  kind: 'person',
  accountId: 'a-jana',
  hoursPerDay: '8',
  weekdays: 'Mon Tue',
  share: '100',
  focus: '80',
  status: 'active',
};
const engineering = { kind: 'department', id: 'eng', name: 'Engineering' };
const monday = { kind: 'timeOff', id: 't-1', accountId: 'a-jana', from: '2026-11-23', until: '2026-11-23' };
const planOfCsv = (...rows: Record<string, string>[]): ImportPlan =>
  planned(readTeamCsv(csv(...rows)), nobody, () => 'made');

describe('a file that somebody wrote', () => {
  it('is taken when all of it is right', () => {
    const plan = planOfCsv(engineering, { ...jana, departments: 'eng; 2026-03-01:' }, monday);
    expect(refusals(plan)).toEqual([]);
    expect(plan.person.new).toEqual([
      written(
        aPerson({
          weekdays: [true, true, false, false, false, false, false],
          focus: 80,
          departments: [
            { from: null, departmentId: 'eng' },
            { from: '2026-03-01', departmentId: null },
          ],
        }),
      ),
    ]);
  });

  it.each([
    ['accountId', { ...jana, accountId: '' }],
    ['hoursPerDay', { ...jana, hoursPerDay: '25' }],
    ['hoursPerDay', { ...jana, hoursPerDay: '' }],
    ['weekdays', { ...jana, weekdays: 'Mon Toe' }],
    ['date', { ...jana, from: '23.11.2026' }],
    ['date', { ...jana, until: '2026-02-29' }],
    ['untilBeforeFrom', { ...jana, from: '2026-12-31', until: '2026-01-01' }],
    ['share', { ...jana, share: '101' }],
    ['focus', { ...jana, focus: '80.5' }],
    ['role', { ...jana, role: 'x'.repeat(81) }],
    ['status', { ...jana, status: 'retired' }],
    ['region', { ...jana, region: 'X'.repeat(41) }],
    ['departments', { ...jana, departments: '2026-13-01:eng' }],
    ['unknownDepartment', { ...jana, departments: 'sales; 2020-01-01:marketing' }],
    ['id', { ...engineering, id: 'Engineering' }],
    ['departmentName', { ...engineering, name: ' ' }],
    ['parentId', { ...engineering, parentId: 'A B' }],
    ['noParent', { ...engineering, parentId: 'company' }],
    ['cycle', { ...engineering, parentId: 'eng' }],
    ['date', { ...monday, accountId: 'a-lena', until: '' }],
    ['untilBeforeFrom', { ...monday, until: '2026-11-22' }],
    ['half', { ...monday, half: 'noon' }],
    ['reason', { ...monday, reason: 'x'.repeat(201) }],
    ['unknownPerson', { ...monday, accountId: 'a-stranger' }],
    ['kind', { kind: 'machine' }],
  ])('has a row refused on its line for its %s: %j', (why, row) => {
    const right = { ...jana, accountId: 'a-lena' };
    expect(refusals(planOfCsv(right, row, { ...right, accountId: 'a-third' }))).toEqual([[3, why]]);
  });

  it('leaves public holidays as they are when it has no column of them, and all of the board’s to whoever is new', () => {
    const file = csvOf(columns.replace('region,', ''), [jana, { ...jana, accountId: 'a-lena' }]);
    const plan = planned(readTeamCsv(file), { ...nobody, people: [aPerson({ region: 'ES', share: 50 })] }, noId);
    expect(plan.person.changed.map(({ item }) => item.region)).toEqual(['ES']);
    expect(plan.person.new.map(({ region }) => region)).toEqual([null]);
  });

  it('gives back all public holidays to somebody whose cell is empty', () => {
    const plan = planned(readTeamCsv(csv(jana)), { ...nobody, people: [aPerson({ region: 'ES' })] }, noId);
    expect(plan.person.changed.map(({ item }) => item.region)).toEqual([null]);
  });

  it('has whoever is new refused on their line when Jira does not know them, but not who is in the team', () => {
    const file = readTeamCsv(csv(jana, { ...jana, accountId: 'a-lena' }, { ...jana, accountId: 'a-third' }, monday));
    const team = { ...nobody, people: [aPerson()] };
    expect(newcomersOf(file, team)).toEqual(['a-lena', 'a-third']);
    const plan = planImport(file, team, () => 'made', new Set(['a-third']));
    expect(refusals(plan)).toEqual([[3, 'notInJira']]);
  });

  it('has the second row of the same person, department or entry refused', () => {
    expect(refusals(planOfCsv(jana, engineering, monday, jana, engineering, monday))).toEqual([
      [5, 'twice'],
      [6, 'twice'],
      [7, 'twice'],
    ]);
  });

  it('has a sixth level of departments refused', () => {
    const level = (id: string, parentId: string): Record<string, string> => ({ ...engineering, id, parentId });
    const tree = [level('a', ''), level('b', 'a'), level('c', 'b'), level('d', 'c'), level('e', 'd')];
    expect(refusals(planOfCsv(...tree))).toEqual([]);
    expect(refusals(planOfCsv(...tree, level('f', 'e')))).toEqual([[7, 'tooDeep']]);
  });

  it('counts the lines inside a cell', () => {
    for (const end of ['\n', '\r\n']) {
      const rows = csv({ ...jana, role: '"one\ntwo\nthree"' }, { kind: 'machine' }).replaceAll('\n', end);
      expect(refusals(planned(readTeamCsv(rows), nobody, noId))).toEqual([[5, 'kind']]);
    }
  });

  it('may come back from a spreadsheet with semicolons, decimal commas and empty rows', () => {
    const file = `\ufeff${csv({}, { ...jana, hoursPerDay: '7.5' }, {})}`.replaceAll(',', ';').replaceAll('7.5', '7,5');
    const plan = planned(readTeamCsv(file.replaceAll('\n', '\r\n')), nobody, noId);
    expect(refusals(plan)).toEqual([]);
    expect(plan.person.new.map(({ hoursPerDay }) => hoursPerDay)).toEqual([7.5]);
  });

  it('gives time off without an id one of its own, unless it is there already', () => {
    const plan = planOfCsv(jana, { ...monday, id: '' });
    expect(plan.timeOff.new.map(({ id }) => id)).toEqual(['made']);
    const again = planned(
      readTeamCsv(csv({ ...monday, id: '' })),
      { ...nobody, people: [aPerson()], timeOff: [...plan.timeOff.new] },
      noId,
    );
    expect([changeCount(again), again.timeOff.unchanged.length]).toEqual([0, 1]);
  });

  it.each([
    ['notTeam', 'Summary,Key\nA,WEB-1\n', 1],
    ['notTeam', '', 1],
    ['noColumn', 'kind,id\nperson,1\n', 1],
    ['notCsv', `${columns}\nperson,"never closed\n`, 2],
  ])('is refused as a whole when it is %s', (why, file, line) => {
    expect(refusals(planned(readTeamCsv(file), nobody, noId))).toEqual([[line, why]]);
  });

  it('is refused as a whole when it is JSON of something else, or none', () => {
    const first = (file: string): unknown => refusals(planned(readTeamJson(file), nobody, noId))[0];
    expect(first('[1, 2]')).toEqual([1, 'notTeam']);
    expect(first('{"format": "planprism-team-1", "people": 5}')).toEqual([1, 'notTeam']);
    expect(first('{"format": "planprism-team-1",\n"people": [')).toContain('notJson');
  });

  it('has rows of JSON refused on the lines on which they begin', () => {
    const file = teamJson({ ...smallTeam, people: [aPerson(), aPerson({ hoursPerDay: 0 })] });
    // Two departments on lines 4 and 5, people from line 8 on.
    expect(refusals(planned(readTeamJson(file), nobody, noId))[0]).toEqual([9, 'hoursPerDay']);
    expect(
      refusals(
        planned(
          readTeamJson('{"format":"planprism-team-1",\n"people":[\n5,\n[{}],\n{"a":[{},{}]},\n{}]}'),
          nobody,
          noId,
        ),
      ),
    ).toEqual([
      [3, 'accountId'],
      [4, 'accountId'],
      [5, 'accountId'],
      [6, 'accountId'],
    ]);
  });
});

describe('a team in a spreadsheet', () => {
  it('has no cell that would be worked out, whatever people are called', () => {
    fc.assert(
      fc.property(someTeam, (team) => {
        // As a spreadsheet splits it, skipping what programs skip before they look for the sign.
        const cells: string[][] = parse(teamCsv(team), { bom: true });
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u);
      }),
    );
  });
});
