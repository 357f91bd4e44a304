import * as z from 'zod';

import { numberFields, readFields } from '../../src/jira/fields';
import { readIssue } from '../../src/jira/issues';
import { readSprints } from '../../src/jira/sprints';
import { readStatuses } from '../../src/jira/statuses';
import { onAnswers, session } from './recorded-answers';
import { piecesOf, recorded } from './recorded-files';
import { issuesByKey, read, readFile, readSprintPage, recordedIssues } from './recorded-readers';

describe('recorded boards', () => {
  it('have their project, or none when they live at a person', async () => {
    await expect(readFile('airbyte/boards.json')).resolves.toEqual([
      { id: 1, name: 'IT board', type: 'scrum', projectKey: 'IT' },
      { id: 17, name: 'TESTKEY13 board', type: 'scrum', projectKey: 'TESTKEY13' },
    ]);
    const boards = z.array(z.looseObject({})).parse(await readFile('go-jira/all_boards.json'));
    expect(boards[1]).toEqual({ id: 5, name: 'Test Production Support', type: 'kanban', projectKey: null });
    expect(boards[5]).toEqual({ id: 1, name: 'Test Mobile', type: 'scrum', projectKey: 'AP' });
  });

  it.each([
    'go-jira/board_configuration.json',
    'jirametrics/complete_sample__sample_board_1_configuration.json',
    'jirametrics/testdata__sample_board_1_configuration.json',
  ])('that are kanban have no estimation field (%s)', async (file) => {
    await expect(readFile(file)).resolves.toEqual([null]);
  });
});

describe('recorded sprints', () => {
  it('of the future have no dates, and the others keep theirs', async () => {
    await expect(readFile('jira-ruby/board__1.json')).resolves.toEqual([
      {
        id: 1,
        name: 'Test Sprint 1',
        state: 'closed',
        startDate: '2016-05-03T01:45:17.624-04:00',
        endDate: '2016-05-06T13:30:00.000-04:00',
      },
      {
        id: 2,
        name: 'Test Sprint 2',
        state: 'active',
        startDate: '2016-12-12T04:42:46.184-05:00',
        endDate: '2017-01-02T13:56:00.000-05:00',
      },
      { id: 3, name: 'Test Sprint 2', state: 'future' },
    ]);
    const sprints = await readSprintPage(recorded('go-jira/sprints.json'));
    expect(sprints.slice(4)).toEqual([
      { id: 845, name: 'Minimal Example Sprint', state: 'future' },
      { id: 846, name: 'Sprint with a Goal', state: 'future' },
    ]);
  });

  it('are read to the end from short pages, asking for what follows the ones that came', async () => {
    const { result, asked } = await onAnswers(
      [recorded('jira-cli/sprints-0.json'), recorded('jira-cli/sprints-3.json')],
      () => readSprints(session, 2, ['closed', 'active']),
    );
    expect(result.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    expect(asked.map(({ path }) => new URL(path, 'https://jira').searchParams.get('startAt'))).toEqual(['0', '3']);
  });
});

describe('recorded issues', () => {
  it('of a Chinese site are done by their category, whatever the status is called', async () => {
    const issues = await issuesByKey('devlake/agile-board-8-issues.json');
    expect(issues.get('EE-2')).toMatchObject({
      type: { name: '故事', kind: 'story' },
      status: { name: '已完成', category: 'done' },
    });
    expect([...issues.values()].filter(({ status }) => status.category !== 'done')).toEqual([]);
    expect(issues.size).toBe(30);
  });

  it('whose category disagrees with itself have the category of its id (EE-1: id of done, key of new)', async () => {
    const recordedIssue = z
      .looseObject({ fields: z.looseObject({ status: z.looseObject({ statusCategory: z.looseObject({}) }) }) })
      .parse(recordedIssues('devlake/agile-board-8-issues.json').get('EE-1'));
    expect(recordedIssue.fields.status.statusCategory).toMatchObject({ id: 3, key: 'new', name: '新建' });
    expect((await issuesByKey('devlake/agile-board-8-issues.json')).get('EE-1')?.status.category).toBe('done');
  });

  it('keep their own times apart from the sums over their sub-tasks', async () => {
    const times = new Map(
      [...recordedIssues('devlake/agile-board-8-issues.json').values()].map(({ key, fields }) => [
        key,
        z
          .object({
            aggregatetimeoriginalestimate: z.number().nullable(),
            aggregatetimeestimate: z.number().nullable(),
            aggregatetimespent: z.number().nullable(),
          })
          .parse(fields),
      ]),
    );
    const issues = await issuesByKey('devlake/agile-board-8-issues.json');
    // 50 h, 90 h and 37 min on the sub-tasks, nothing on the issue itself.
    expect(times.get('EE-8')).toEqual({
      aggregatetimeoriginalestimate: 180_000,
      aggregatetimeestimate: 324_000,
      aggregatetimespent: 2220,
    });
    expect(issues.get('EE-8')).toMatchObject({ originalHours: null, remainingHours: null, spentHours: null });
    expect(issues.get('EE-8')?.subtasks).toMatchObject({ hours: 50, spentHours: 37 / 60 });
    // 21,600 s, 14,400 s and 7,200 s of its own.
    expect(issues.get('EE-17')).toMatchObject({ originalHours: 6, remainingHours: 4, spentHours: 2 });
  });

  it('with an estimate of 0 have none, and with nothing left to do have 0 h left', async () => {
    const issues = await issuesByKey('devlake/agile-board-8-issues.json');
    expect(issues.get('EE-20')).toMatchObject({ originalHours: null, remainingHours: 0, spentHours: null });
    expect(issues.get('EE-16')).toMatchObject({ originalHours: null, remainingHours: 0, spentHours: 1 });
  });

  it('are in the sprint that is open, and in none when theirs is closed', async () => {
    expect((await issuesByKey('devlake/agile-board-93-issues.json')).get('K5-2')?.sprintId).toBe(175);
    const closed = recordedIssues('devlake/agile-board-8-issues.json').get('EE-1');
    expect(closed?.fields).toMatchObject({ sprint: null, closedSprints: [{ id: 7 }] });
    expect((await issuesByKey('devlake/agile-board-8-issues.json')).get('EE-1')?.sprintId).toBeNull();
  });

  it('read one by one are what they are in a list', async () => {
    const first = recordedIssues('devlake/issues-for-due-date.json').get('EE-1');
    const alone = await read(first, () => readIssue(session, 'EE-1'));
    expect(alone).toEqual((await issuesByKey('devlake/agile-board-8-issues.json')).get('EE-1'));
    expect(alone.id).toBe('10063');
  });
});

describe('recorded statuses', () => {
  it('have their category by its id, whatever they are called', async () => {
    const statuses = new Map(
      (await read(statusesOf('devlake/statuses.json'), () => readStatuses(session))).map((status) => [
        status.id,
        status,
      ]),
    );
    expect(statuses.size).toBe(53);
    expect([statuses.get('10068'), statuses.get('10074'), statuses.get('10134')]).toEqual([
      { id: '10068', name: '已完成', category: 'done' },
      { id: '10074', name: '开发中', category: 'indeterminate' },
      { id: '10134', name: '打开', category: 'new' },
    ]);
    // 已解决 means resolved and is in progress; six projects have a To Do of their own.
    expect(statuses.get('10144')).toMatchObject({ name: '已解决', category: 'indeterminate' });
    expect([...statuses.values()].filter(({ name }) => name === 'To Do')).toHaveLength(6);
  });

  it('may be in no category', async () => {
    const statuses = await read(statusesOf('go-jira/all_statuses.json'), () => readStatuses(session));
    expect(statuses.find(({ id }) => id === '10000')).toEqual({ id: '10000', name: 'Archived', category: 'undefined' });
  });

  it('are in one of Jira’s four categories', async () => {
    await expect(readFile('go-jira/all_statuscategories.json')).resolves.toEqual([
      'undefined',
      'new',
      'indeterminate',
      'done',
    ]);
  });
});

describe('recorded transitions', () => {
  it('lead to a status, with the screen and the required fields that stand in the way', async () => {
    await expect(readFile('go-jira/transitions.json')).resolves.toEqual([
      {
        id: '2',
        name: 'Close Issue',
        to: { id: '10000', name: 'In Progress', category: 'undefined' },
        hasScreen: true,
        requiredFields: [],
      },
      {
        id: '711',
        name: 'QA Review',
        to: { id: '5', name: 'Closed', category: 'undefined' },
        hasScreen: true,
        requiredFields: [],
      },
    ]);
    expect(await readFile('jira-ruby/issue__10002__transitions.json')).toContainEqual({
      id: '71',
      name: 'Resolve',
      to: { id: '5', name: 'Resolved', category: 'undefined' },
      hasScreen: false,
      requiredFields: [],
    });
  });
});

describe('recorded fields', () => {
  it('are number fields by their type: a custom number is one, Jira’s own time spent is none of people’s', async () => {
    const fields = await read(recorded('jira-cli/fields.json'), () => readFields(session));
    expect(fields).toContainEqual({ id: 'timespent', name: 'Time Spent', type: 'number', custom: null });
    expect(numberFields(fields)).toEqual([
      {
        id: 'customfield_10111',
        name: 'Original story points',
        type: 'number',
        custom: 'com.atlassian.jpo:jpo-custom-field-original-story-points',
      },
    ]);
  });
});

describe('recorded refusals', () => {
  it.each([
    ['jira-ruby/issue__10002.invalid.put.json', "Field 'invalid' is not valid for this operation."],
    ['jira-ruby/issue__10002.put.missing_field_update.json', "one of 'fields' or 'update' required"],
  ])('reach people in Jira’s own words (%s)', async (file, words) => {
    const [problem] = z.array(z.unknown()).parse(await readFile(file));
    expect(problem).toMatchObject({ code: 'input.invalid', message: expect.stringContaining(words) });
  });
});

/** The list of statuses as Jira answers it, without what the recorder put around it. */
const statusesOf = (file: string): unknown => piecesOf(recorded(file))[0]?.content;
