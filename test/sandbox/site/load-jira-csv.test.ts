import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadJiraCsv } from '../../../sandbox/site/load-jira-csv';
import type { SiteIssue } from '../../../sandbox/site/site';

const header =
  'Issue key,Issue id,Summary,Status,Issue Type,Assignee,Reporter,Original estimate,Created,Resolved,Sprint,Sprint';

function csvOf(...rows: string[]): string {
  return [header, ...rows].join('\n');
}

function load(...rows: string[]) {
  return loadJiraCsv(csvOf(...rows), 'Test');
}

describe('the recorded team of the CSV export sip-pc2-jira.csv', () => {
  const file = path.resolve(__dirname, '../../../../shared/data/sip-pc2-jira.csv');
  const { site, problems } = loadJiraCsv(readFileSync(file, 'utf8'), 'sip-pc2-jira');

  // Counts and sums of seconds were made with Python's csv module, not with this loader:
  // python3 -c "
  // import csv,collections as c
  // n=c.Counter();o=c.Counter();r=c.Counter();t=c.Counter()
  // for x in csv.DictReader(open('sip-pc2-jira.csv')):
  //   s=x['Sprint'][-3:]; n[s]+=1; o[s]+=int(x['Original estimate'] or 0)
  //   r[s]+=int(x['Remaining Estimate'] or 0); t[s]+=int(x['Time Spent'] or 0)
  // for s in ('978','977','976',''): print(s,n[s],o[s],r[s],t[s])"
  it.each([
    ['PC2 Sprint 978', 'future', 54, 597_780, 597_780, 0],
    ['PC2 Sprint 977', 'active', 37, 245_916, 104_400, 136_476],
    ['PC2 Sprint 976', 'closed', 43, 528_804, 0, 532_404],
  ])('%s is %s and has its issues with their estimates', (name, state, count, original, remaining, spent) => {
    const sprint = site.sprints.find((candidate) => candidate.name === name);
    expect(sprint).toMatchObject({ id: Number(name.slice(-3)), state, originBoardId: 1 });
    const issues = site.issues.filter(({ sprintId, closedSprintIds }) =>
      [sprintId, ...closedSprintIds].includes(sprint?.id ?? 0),
    );
    expect(sumsOf(issues)).toEqual([count, original, remaining, spent]);
  });

  it('has 60 issues in its backlog', () => {
    const backlog = site.issues.filter(
      ({ sprintId, closedSprintIds }) => sprintId === null && closedSprintIds.length === 0,
    );
    expect(sumsOf(backlog)).toEqual([60, 353_268, 353_268, 0]);
  });

  it('loads whole: 848 issues, 21 sprints in their order, and no problem', () => {
    expect(problems).toEqual([]);
    expect(sumsOf(site.issues)).toEqual([848, 10_418_400, 1_055_448, 9_282_024]);
    expect(site.sprints.map(({ id }) => id)).toEqual(Array.from({ length: 21 }, (_, index) => 958 + index));
    expect(site.sprints.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 19 }, () => 'closed'),
      'active',
      'future',
    ]);
    expect(site.projects).toEqual([{ id: '10000', key: 'PC2', name: 'PC2', style: 'classic' }]);
    expect(site.boards).toEqual([
      {
        id: 1,
        name: 'PC2 board',
        type: 'scrum',
        projectKey: 'PC2',
        estimation: { fieldId: 'timeoriginalestimate', displayName: 'Original Estimate' },
      },
    ]);
  });

  it('has an admin first, the seven developers as members, everyone who only reports as viewer, and an outsider last', () => {
    expect(site.users[0]).toMatchObject({ accountId: 'admin', displayName: 'Ada Admin', role: 'admin' });
    expect(site.users.at(-1)).toMatchObject({ accountId: 'outsider', displayName: 'Otto Outsider', role: 'outsider' });
    const members = site.users.filter(({ role }) => role === 'member').map(({ accountId }) => accountId);
    expect(members.sort()).toEqual(['dev-13', 'dev-24', 'dev-26', 'dev-42', 'dev-43', 'dev-58', 'dev-65']);
    const viewers = site.users.filter(({ role }) => role === 'viewer');
    expect(viewers).toHaveLength(26);
    expect(viewers).toContainEqual(expect.objectContaining({ accountId: 'reporter-6', displayName: 'Reporter 6' }));
  });

  it('keeps what the first row says of its issue', () => {
    expect(site.issues[0]).toMatchObject({
      id: '16314',
      key: 'PC2-6314',
      projectKey: 'PC2',
      sprintId: null,
      closedSprintIds: [958],
      fields: {
        summary: 'SCM Save Procedures',
        issuetype: { name: 'Story', subtask: false, hierarchyLevel: 0 },
        status: { name: 'Done', statusCategory: { id: 3, key: 'done', name: 'Done', colorName: 'green' } },
        priority: { id: '1', name: 'Highest' },
        resolution: { name: 'Done' },
        resolutiondate: '2007-02-26T09:00:00.000+0000',
        assignee: { accountId: 'dev-26', displayName: 'Developer 26', active: true },
        reporter: { accountId: 'reporter-26' },
        project: { id: '10000', key: 'PC2', name: 'PC2' },
        timeoriginalestimate: 36_000,
        timeestimate: 0,
        timespent: 36_000,
        timetracking: {
          originalEstimate: '1d 2h',
          originalEstimateSeconds: 36_000,
          remainingEstimate: '0m',
          remainingEstimateSeconds: 0,
          timeSpent: '1d 2h',
          timeSpentSeconds: 36_000,
        },
        created: '2006-10-02T09:00:00.000+0000',
        labels: ['Development'],
        components: [{ name: 'PBC21' }],
      },
    });
  });

  it('gives closed sprints the dates of their issues, and open ones none', () => {
    // 977 and 978 are open. Python again, over the rows of 975: min(Created) is 18/Apr/07, max(Resolved) is 20/Nov/07.
    expect(
      site.sprints.filter(({ startDate, endDate }) => startDate === undefined && endDate === undefined),
    ).toHaveLength(2);
    expect(site.sprints.find(({ id }) => id === 975)).toMatchObject({
      startDate: '2007-04-18T09:00:00.000Z',
      endDate: '2007-11-20T09:00:00.000Z',
      completeDate: '2007-11-20T09:00:00.000Z',
    });
  });
});

describe('a row that cannot be used', () => {
  it.each([
    ['A-2,2,Too short', 'It has 3 columns, and the header has 12.'],
    ['A-2,2,Too long,To Do,,,,,,,,,,', 'It has 14 columns, and the header has 12.'],
    [',2,No key,To Do,,,,,,,,', 'It has no issue key.'],
    ['word,2,Odd key,To Do,,,,,,,,', "'word' is no issue key."],
    ['A-2,,No id,To Do,,,,,,,,', 'It has no issue id.'],
    ['A-2,2,No status,,,,,,,,,', 'It has no status.'],
    ['A-2,2,Half,To Do,,,,1.5,,,,', "Its Original estimate is '1.5'; it must be a whole number of seconds, 0 or more."],
    [
      'A-2,2,Below,To Do,,,,-60,,,,',
      "Its Original estimate is '-60'; it must be a whole number of seconds, 0 or more.",
    ],
    ['A-2,2,Words,To Do,,,,3h,,,,', "Its Original estimate is '3h'; it must be a whole number of seconds, 0 or more."],
    ['A-1,2,Same key,To Do,,,,,,,,', 'A-1 is in line 2 already.'],
    ['A-2,1,Same id,To Do,,,,,,,,', '1 is in line 2 already.'],
    ['B-2,2,Stray,To Do,,,,,,,,', 'B-2 is of another project; a site made from a CSV file has one, and this one is A.'],
    ['A-2,2,"Open,To Do,,,,,,,,', 'A quotation mark in it is never closed, or stands where none may stand.'],
    ['A-2,2,5" screen,To Do,,,,,,,,', 'A quotation mark in it is never closed, or stands where none may stand.'],
  ])('is reported with its line and the rest loads: %s', (row, reason) => {
    const { site, problems } = load(
      'A-1,1,Good,To Do,,,,,,,,',
      row,
      'A-3,3,Good too,To Do,,,,3600,,,,',
      'A-4,4,"Quoted",Done,,,,,,,,',
    );
    expect(problems).toEqual([{ where: 'line 3', reason }]);
    expect(site.issues.map(({ key }) => key)).toEqual(['A-1', 'A-3', 'A-4']);
  });

  it.each(['\n', '\r\n'])(
    'is found in its line below a quoted cell of several lines and an empty line (%j)',
    (lineEnd) => {
      const lines = [
        header,
        'A-1,1,"First',
        '',
        '""third"" line",To Do,,,,,,,,',
        '',
        'A-2,2,Bad,To Do,,,,x,,,,',
        'A-3,3,Good,To Do,,,,,,,,',
      ];
      const { site, problems } = loadJiraCsv(lines.join(lineEnd), 'Test');
      expect(problems.map(({ where }) => where)).toEqual(['line 6']);
      expect(site.issues.map(({ key, fields }) => [key, fields['summary']])).toEqual([
        ['A-1', 'First\n\n"third" line'],
        ['A-3', 'Good'],
      ]);
    },
  );

  it('is still told from the good ones when quotation marks below it would pair up with its own', () => {
    const { site, problems } = load(
      'A-1,1,"Open,To Do,,,,,,,,',
      'A-2,2,"Two",To Do,,,,,,,,',
      'A-3,3,"Three, four",To Do,,,,,,,,',
    );
    expect(problems.map(({ where }) => where)).toEqual(['line 2']);
    expect(site.issues.map(({ fields }) => fields['summary'])).toEqual(['Two', 'Three, four']);
  });

  it('loses only an unreadable date, and says so', () => {
    const { site, problems } = load('A-1,1,Dates,Done,,,,,31/Feb/07 9:00 AM,02/Oct/06 1:30 PM,S 1,');
    expect(problems).toEqual([
      {
        where: 'line 2',
        reason: "Its Created date '31/Feb/07 9:00 AM' cannot be read; the issue was loaded without it.",
      },
    ]);
    expect(site.issues[0]?.fields).toMatchObject({ created: null, resolutiondate: '2006-10-02T13:30:00.000+0000' });
  });

  it('is reported in the order of the file, whatever is wrong with it', () => {
    const { problems } = load(
      'A-1,1,Good,To Do,,,,,,,,',
      'B-1,9,Stray,To Do,,,,,,,,',
      'A-2,x',
      ',3,No key,To Do,,,,,,,,',
      'A-4,4,"x" y,To Do,,,,,,,,',
    );
    expect(problems.map(({ where }) => where)).toEqual(['line 3', 'line 4', 'line 5', 'line 6']);
  });
});

describe('sprints of a CSV export', () => {
  it('belong to the issue by its last open one, and the closed ones before it stay known', () => {
    const { site } = load(
      'A-1,1,Done at once,Done,,,,,,,Sprint 4,',
      'A-2,2,Carried over,In Progress,,,,,,,Sprint 4,Sprint 5',
      'A-3,3,Next,To Do,,,,,,,Sprint 6,',
    );
    expect(site.sprints.map(({ id, state }) => [id, state])).toEqual([
      [4, 'closed'],
      [5, 'active'],
      [6, 'future'],
    ]);
    expect(site.issues.map(({ sprintId, closedSprintIds }) => [sprintId, closedSprintIds])).toEqual([
      [null, [4]],
      [5, [4]],
      [6, []],
    ]);
  });

  it('are active once some of their work is done', () => {
    const { site } = load(
      'A-1,1,One,Resolved,,,,,,,Now,',
      'A-2,2,Two,To Do,,,,,,,Now,',
      'A-3,3,Three,To Do,,,,,,,Next,',
    );
    expect(site.sprints.map(({ name, state }) => [name, state])).toEqual([
      ['Now', 'active'],
      ['Next', 'future'],
    ]);
  });

  it('take the number in their name as id where it is theirs alone, and running numbers otherwise', () => {
    const names = ['Alpha 7', 'Beta 7', 'Gamma', 'v2 Sprint 1'];
    const { site } = load(...names.map((name, index) => `A-${index + 1},${index + 1},One,To Do,,,,,,,${name},`));
    expect(site.sprints.map(({ id, name }) => [name, id])).toEqual([
      ['Alpha 7', 2],
      ['Beta 7', 3],
      ['Gamma', 4],
      ['v2 Sprint 1', 1],
    ]);
  });
});

describe('people of a CSV export', () => {
  it('are one user by name, a member once assigned, and get an id from their name', () => {
    const { site } = load(
      'A-1,1,One,To Do,,,Zoë Ångström,,,,,',
      'A-2,2,Two,To Do,,Max Ray,Max Ray,,,,,',
      'A-3,3,Three,To Do,,Zoë Ångström,admin,,,,,',
    );
    expect(site.users.map(({ accountId, displayName, role }) => [accountId, displayName, role])).toEqual([
      ['admin', 'Ada Admin', 'admin'],
      ['max-ray', 'Max Ray', 'member'],
      [expect.stringMatching(/^zo/), 'Zoë Ångström', 'member'],
      ['admin-2', 'admin', 'viewer'],
      ['outsider', 'Otto Outsider', 'outsider'],
    ]);
    expect(site.issues[2]?.fields).toMatchObject({
      assignee: { accountId: site.users[2]?.accountId },
      reporter: { accountId: 'admin-2' },
    });
  });
});

describe('a file that is no export of Jira issues', () => {
  it('is refused with the columns that it lacks', () => {
    expect(() => loadJiraCsv('Issue key,Summary\nA-1,One\n', 'Test')).toThrow('it lacks the columns Issue id, Status.');
    expect(() => loadJiraCsv('', 'Test')).toThrow('it lacks the columns Issue key, Issue id, Summary, Status.');
  });

  it('is refused when no row is good, with the first reason', () => {
    expect(() => load()).toThrow('has no issue that can be loaded (it has no rows)');
    expect(() => load('A-1,,No id,To Do,,,,,,,,')).toThrow(
      'has no issue that can be loaded (line 2: It has no issue id.)',
    );
  });
});

it('shows the parent that a row names by id or by key', () => {
  const { site } = loadJiraCsv(
    'Issue key,Issue id,Summary,Status,Issue Type,Parent\nA-1,1,Piece,To Do,Sub-task,2\nA-2,2,Whole,To Do,Story,A-3\nA-3,3,All,To Do,Epic,\n',
    'Test',
  );
  expect(site.issues.map(({ fields }) => fields)).toMatchObject([
    { issuetype: { subtask: true, hierarchyLevel: -1 }, parent: { id: '2', key: 'A-2', fields: { summary: 'Whole' } } },
    {
      issuetype: { subtask: false },
      parent: { id: '3', key: 'A-3', fields: { issuetype: { name: 'Epic', hierarchyLevel: 1 } } },
    },
    { summary: 'All' },
  ]);
  expect(site.issues[2]?.fields).not.toHaveProperty('parent');
});

/** Count, and the sums of original, remaining and spent seconds. */
function sumsOf(issues: readonly SiteIssue[]): number[] {
  const sum = (field: string) => issues.reduce((total, { fields }) => total + Number(fields[field] ?? 0), 0);
  return [issues.length, sum('timeoriginalestimate'), sum('timeestimate'), sum('timespent')];
}
