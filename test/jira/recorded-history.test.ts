import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

import type { Change } from '../../src/jira/changelog';
import { readWorklogs } from '../../src/jira/worklogs';
import { shared } from '../open-app';
import { session } from './recorded-answers';
import { piecesOf, recorded } from './recorded-files';
import { read, readHistories, recordedIssues, sprintField } from './recorded-readers';

describe('recorded changelogs', () => {
  it('have ends that are null: an estimate that was not there before, and one that was taken away', async () => {
    // null → 7,200 s → null, at 09:03 and 09:05 in China.
    expect((await changesOf('EE-35')).filter(({ field }) => field === 'estimate')).toEqual([
      { field: 'estimate', fieldId: 'timeoriginalestimate', at: '2020-06-12T01:03:40.427Z', from: null, to: 2 },
      { field: 'estimate', fieldId: 'timeoriginalestimate', at: '2020-06-12T01:05:54.557Z', from: 2, to: null },
    ]);
  });

  it('are in hours, oldest first though the issue has them the other way round', async () => {
    // 21,600 s, five seconds later 14,400 s.
    expect((await changesOf('EE-34')).filter(({ field }) => field === 'estimate')).toEqual([
      { field: 'estimate', fieldId: 'timeoriginalestimate', at: '2020-06-12T01:05:39.992Z', from: null, to: 6 },
      { field: 'estimate', fieldId: 'timeoriginalestimate', at: '2020-06-12T01:05:44.707Z', from: 6, to: 4 },
    ]);
  });

  it('set an estimate to 0, which is no estimate', async () => {
    expect((await changesOf('EE-20')).filter(({ field }) => field === 'estimate')).toEqual([
      { field: 'estimate', fieldId: 'timeoriginalestimate', at: '2020-06-17T07:25:47.136Z', from: null, to: null },
    ]);
  });

  it('move an issue from sprint to sprint, and out of all of them', async () => {
    const moves = (await changesOf('EE-17')).flatMap((change) =>
      change.field === 'sprint' ? [[change.at, change.from, change.to]] : [],
    );
    expect(moves).toEqual([
      ['2020-06-12T00:29:19.614Z', [], [7]],
      ['2020-06-17T07:26:56.197Z', [7], [9]],
      ['2020-06-17T07:27:15.198Z', [9], []],
      ['2020-06-17T07:29:43.593Z', [], [9]],
      ['2020-07-10T06:37:06.529Z', [9], [17]],
    ]);
  });

  it('carry an issue over from sprint to sprint: the closed ones stay', async () => {
    const sprints = (await historiesOf('devlake/issue-13954-changelog.json')).filter(({ field }) => field === 'sprint');
    expect(sprints).toHaveLength(11);
    expect(sprints[1]).toEqual({
      field: 'sprint',
      fieldId: sprintField,
      at: '2021-03-05T08:04:01.164Z',
      from: [38],
      to: [38, 40],
    });
    expect(sprints[10]).toMatchObject({
      from: [38, 40, 41, 42, 43, 46, 47, 50, 57, 60],
      to: [38, 40, 41, 42, 43, 46, 47, 50, 57],
    });
  });

  it('say when work began, by the id of a status whose name is Chinese', async () => {
    const statuses = (await historiesOf('devlake/issue-13383-changelog.json')).filter(
      ({ field }) => field === 'status',
    );
    expect(statuses).toHaveLength(3);
    expect(statuses[0]).toEqual({
      field: 'status',
      fieldId: 'status',
      at: '2021-01-25T13:49:52.514Z',
      from: { id: '1', name: 'Open' },
      to: { id: '10074', name: '开发中' },
    });
  });
});

describe('recorded worklogs', () => {
  it('have a comment of words, or none, and neither is read', async () => {
    const words = await worklogsOf('10077');
    expect(words.comments).toEqual([undefined, '导航菜单']);
    expect(words.worklogs).toEqual([
      { id: '10007', startedAt: '2020-06-15T09:00:00.000Z', hours: 4 },
      { id: '10008', startedAt: '2020-06-15T05:00:42.836Z', hours: 4 },
    ]);
  });

  it('are the same with a comment that is a document (ADF; the document is of a recorded issue)', async () => {
    const { fields } = z
      .object({
        fields: z.object({ description: z.object({ type: z.literal('doc'), content: z.array(z.unknown()) }) }),
      })
      .parse(recorded('jira-cli/issue.json'));
    const page = worklogPages.parse(recorded('devlake/issue-worklogs.json')).byIssue['10077'];
    const documents = { ...page, worklogs: page?.worklogs.map((one) => ({ ...one, comment: fields.description })) };
    const { worklogs } = await worklogsOf('10077');
    await expect(read(documents, () => readWorklogs(session, '10077'))).resolves.toEqual(worklogs);
  });

  it('with a document are read as Atlassian’s own example has them (an example: none was recorded)', async () => {
    const example = exampleAnswer('getIssueWorklog');
    expect(example).toMatchObject({ worklogs: [{ comment: { type: 'doc' }, timeSpentSeconds: 12_000 }] });
    await expect(read(example, () => readWorklogs(session, '10002'))).resolves.toEqual([
      { id: '100028', startedAt: '2021-01-17T12:34:00.000Z', hours: 12_000 / 3600 },
    ]);
  });

  it('add up to the hours that were logged', async () => {
    const { worklogs } = await worklogsOf('11956');
    // 3 h + 2½ h + ½ h + 4 h + 1 h + 2½ h + ⅓ h + 2 h
    expect(worklogs.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(15 + 5 / 6, 9);
  });
});

/** The changes of an issue of DevLake's board 8, from the changelog that came with it. */
async function changesOf(key: string): Promise<Change[]> {
  const issue = recordedIssues('devlake/agile-board-8-issues.json').get(key);
  const histories = piecesOf(issue).find(({ kind }) => kind === 'histories');
  if (histories === undefined) throw new Error(`${key} has no changelog.`);
  return readHistories(histories.content);
}

async function historiesOf(file: string): Promise<Change[]> {
  return readHistories(piecesOf(recorded(file))[0]?.content);
}

const worklogPages = z.object({
  byIssue: z.record(
    z.string(),
    z.looseObject({ worklogs: z.array(z.looseObject({ comment: z.unknown().optional() })) }),
  ),
});

async function worklogsOf(issueId: string) {
  const page = worklogPages.parse(recorded('devlake/issue-worklogs.json')).byIssue[issueId];
  return {
    comments: page?.worklogs.map(({ comment }) => comment),
    worklogs: await read(page, () => readWorklogs(session, issueId)),
  };
}

/** The example of an answer in Atlassian's OpenAPI description. */
function exampleAnswer(operationId: string): unknown {
  const { operations } = z
    .object({
      operations: z.array(
        z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.looseObject({})) }),
      ),
    })
    .parse(JSON.parse(readFileSync(join(shared, 'jira/operations.json'), 'utf8')));
  const example = operations.find((operation) => operation.operationId === operationId)?.responses['200']?.['example'];
  return typeof example === 'string' ? JSON.parse(example) : example;
}
