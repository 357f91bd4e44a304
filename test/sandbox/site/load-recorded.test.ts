import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadRecorded } from '../../../sandbox/site/load-recorded';

const fixtures = path.resolve(__dirname, '../../../../shared/jira/fixtures');

function recordedFolder(folder: string): Record<string, unknown> {
  const names = readdirSync(path.join(fixtures, folder)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names
      .sort()
      .map((name): [string, unknown] => [name, JSON.parse(readFileSync(path.join(fixtures, folder, name), 'utf8'))]),
  );
}

function issue(id: number, fields: Record<string, unknown> = {}) {
  const usual = {
    summary: `Issue ${id}`,
    issuetype: { name: 'Story' },
    status: { name: 'To Do' },
    project: { id: '1', key: 'AB', name: 'Ab' },
  };
  return { id: String(id), key: `AB-${id}`, fields: { ...usual, ...fields } };
}

describe('the recorded site of DevLake', () => {
  const files = recordedFolder('devlake');
  const { site, problems } = loadRecorded(files, 'devlake');
  const byKey = new Map(site.issues.map((each) => [each.key, each]));

  it('has the two boards that its issue pages are named after', () => {
    const estimation = { fieldId: 'timeoriginalestimate', displayName: 'Original Estimate' };
    expect(site.boards).toEqual([
      { id: 8, name: 'EE board', type: 'scrum', projectKey: 'EE', estimation },
      { id: 93, name: 'K5 board', type: 'scrum', projectKey: 'K5', estimation },
    ]);
  });

  it('has sprint 7 with 27 issues, their recorded estimates and the time spent on them', () => {
    // python3: over issues whose closedSprints are [7], sum of timeoriginalestimate and of timespent = 277200 and 72000.
    const inSprint = site.issues.filter(({ closedSprintIds }) => closedSprintIds.includes(7));
    expect(inSprint).toHaveLength(27);
    const sum = (field: string) => inSprint.reduce((total, { fields }) => total + Number(fields[field] ?? 0), 0);
    expect([sum('timeoriginalestimate'), sum('timespent')]).toEqual([277_200, 72_000]);
    expect(byKey.get('EE-14')).toMatchObject({
      sprintId: null,
      fields: { timeoriginalestimate: 14_400, timeestimate: 0, timespent: 36_000, status: { name: '已完成' } },
    });
    expect(byKey.get('EE-17')?.closedSprintIds).toEqual([17]);
  });

  it('keeps a status category whose id, key and name disagree', () => {
    expect(byKey.get('EE-1')?.fields['status']).toMatchObject({ statusCategory: { id: 3, key: 'new', name: '新建' } });
  });

  it('keeps every recorded field but the two that are made from the sprints', () => {
    const page = files['agile-board-8-issues.json'];
    expect(page).toHaveProperty('issues.0.fields.closedSprints');
    const recorded: unknown = JSON.parse(JSON.stringify(page));
    const [first] = isIssuePage(recorded) ? recorded.issues : [];
    const { sprint, closedSprints, ...others } = first?.fields ?? {};
    expect([sprint, closedSprints]).toEqual([null, [expect.objectContaining({ id: 7 })]]);
    expect(Object.keys(others).length).toBeGreaterThan(30);
    expect(byKey.get('EE-1')?.fields).toEqual(others);
  });

  it('has the 30 sprints of the page, and the one that only issues name, each with its own board', () => {
    expect(site.sprints).toHaveLength(31);
    expect(site.sprints.find(({ id }) => id === 15)).toMatchObject({ name: 'Emma Sprint 1', originBoardId: 13 });
    expect(site.sprints.find(({ id }) => id === 175)).toEqual({
      id: 175,
      name: 'K5 Sprint 1',
      state: 'active',
      originBoardId: 92,
      startDate: '2022-07-15T22:35:25.617Z',
      endDate: '2022-07-29T22:35:00.000Z',
      goal: '',
    });
    expect(byKey.get('K5-2')).toMatchObject({ sprintId: 175, closedSprintIds: [] });
    expect(byKey.get('K5-4')).toMatchObject({ sprintId: null, closedSprintIds: [] });
  });

  it('has an issue once that three files recorded', () => {
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['epics.json', 'issues-for-due-date.json']));
    expect(site.issues).toHaveLength(33);
    expect(byKey.size).toBe(33);
  });

  it('knows who has left, and puts an admin first and an outsider last', () => {
    const people = site.users.map(({ accountId, role, active }) => [accountId, role, active]);
    expect(people).toHaveLength(10);
    expect(people[0]).toEqual(['admin', 'admin', true]);
    expect(people).toContainEqual(['712020:person-10', 'member', false]);
    expect(people).toContainEqual(['712020:person-1', 'viewer', true]);
    expect(people.at(-1)).toEqual(['outsider', 'outsider', true]);
  });

  it('has the recorded projects with their style, and the one that only issues name', () => {
    expect(site.projects).toHaveLength(13);
    expect(site.projects).toContainEqual({ id: '10041', key: 'DEV', name: 'DevLake', style: 'next-gen' });
    expect(site.projects).toContainEqual(expect.objectContaining({ key: 'EE', style: 'classic' }));
    expect(site.projects).toContainEqual(expect.objectContaining({ key: 'K5' }));
  });

  it('reports the files that hold nothing for a site', () => {
    expect(problems).toHaveLength(6);
    expect(problems).toContainEqual({
      where: 'issue-worklogs.json',
      reason: 'It holds no board, sprint, issue or project.',
    });
  });
});

describe('a folder of recordings that are not complete', () => {
  it.each([
    ['jira-cli', [], [1, 2, 3, 4, 5], 0, { where: 'search.json', reason: 'The issue TEST-2 was recorded without id.' }],
    [
      'go-jira',
      [1, 35],
      [740, 776, 807, 832, 845, 846],
      0,
      { where: 'all_boards.json', reason: "The board 'Testix' was recorded without its project." },
    ],
    [
      'airbyte',
      [1, 17],
      [],
      0,
      { where: 'sprint-2-issues.json', reason: 'The issue IT-9 was recorded without summary, issuetype.' },
    ],
    [
      'jira-ruby',
      [],
      [1, 2, 3],
      0,
      { where: 'board__1_issues.json', reason: 'The issue SBT-1 was recorded without fields.' },
    ],
    [
      'jirametrics',
      [1, 2],
      [3],
      10,
      { where: 'testdata__sample_meta.json', reason: 'It holds no board, sprint, issue or project.' },
    ],
  ])('%s gives what can be used and says what cannot', (folder, boards, sprints, issues, problem) => {
    const { site, problems } = loadRecorded(recordedFolder(folder), folder);
    expect(site.boards.map(({ id }) => id)).toEqual(boards);
    expect(site.sprints.map(({ id }) => id).sort((a, b) => a - b)).toEqual(sprints);
    expect(site.issues).toHaveLength(issues);
    expect(problems).toContainEqual(problem);
  });

  it('jirametrics: the sprint of issues that the platform recorded is in a custom field, and makes its board', () => {
    const { site } = loadRecorded(recordedFolder('jirametrics'), 'jirametrics');
    expect(site.boards).toMatchObject([
      { id: 1, name: 'SP board', type: 'kanban', projectKey: 'SP' },
      { id: 2, name: 'SP board 2', type: 'scrum', projectKey: 'SP' },
    ]);
    expect(site.issues.filter(({ sprintId }) => sprintId === 3).map(({ key }) => key)).toEqual([
      'SP-13',
      'SP-14',
      'SP-15',
    ]);
  });

  it('a board takes its name from its page and its estimation field from its configuration', () => {
    const { site } = loadRecorded(
      {
        'a.json': {
          values: [
            { id: 4, name: 'Team', type: 'scrum', location: { projectId: 1, projectKey: 'AB', projectName: 'Ab' } },
          ],
        },
        'b.json': {
          id: 4,
          name: 'Renamed',
          type: 'scrum',
          estimation: { type: 'field', field: { fieldId: 'customfield_10016', displayName: 'Story Points' } },
        },
      },
      'Test',
    );
    expect(site.boards).toEqual([
      {
        id: 4,
        name: 'Team',
        type: 'scrum',
        projectKey: 'AB',
        estimation: { fieldId: 'customfield_10016', displayName: 'Story Points' },
      },
    ]);
  });

  it('an issue recorded twice keeps what was recorded first and gains what that lacked', () => {
    const { site } = loadRecorded(
      {
        'a.json': { issues: [issue(1, { summary: 'First', timespent: null })] },
        'b.json': [
          issue(1, {
            summary: 'Second',
            timespent: 60,
            labels: ['x'],
            sprint: { id: 9, name: 'S', state: 'future', originBoardId: 4 },
          }),
        ],
      },
      'Test',
    );
    expect(site.issues).toMatchObject([{ sprintId: 9, fields: { summary: 'First', timespent: null, labels: ['x'] } }]);
    expect(site.issues[0]?.fields).not.toHaveProperty('sprint');
  });

  it('a sprint that a page says is closed is closed for every issue, whatever the issue was recorded with', () => {
    const sprint = { id: 9, name: 'S', state: 'active', originBoardId: 4 };
    const { site } = loadRecorded(
      { 'a.json': { issues: [issue(1, { sprint })] }, 'b.json': { values: [{ ...sprint, state: 'closed' }] } },
      'Test',
    );
    expect(site.issues).toMatchObject([{ sprintId: null, closedSprintIds: [9] }]);
  });

  it('two issues with one key are not both loaded', () => {
    const { site, problems } = loadRecorded({ 'a.json': [issue(1), { ...issue(2), key: 'AB-1' }] }, 'Test');
    expect(site.issues.map(({ id }) => id)).toEqual(['1']);
    expect(problems).toEqual([{ where: 'a.json', reason: 'The issue AB-1 has the key of issue 1.' }]);
  });

  it.each([null, 7, 'text', [], [null], {}, { values: [[]] }, { issues: [null] }, { issues: {} }])(
    '%j is no site, and does no harm',
    (answer) => {
      const { site } = loadRecorded({ 'good.json': [issue(1)], 'odd.json': answer }, 'Test');
      expect(site.issues.map(({ key }) => key)).toEqual(['AB-1']);
    },
  );
});

interface IssuePage {
  issues: { fields: Record<string, unknown> }[];
}

function isIssuePage(value: unknown): value is IssuePage {
  return typeof value === 'object' && value !== null && 'issues' in value && Array.isArray(value.issues);
}
