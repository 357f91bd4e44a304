import { type Change, readChanges } from '../../src/jira/changelog';
import { onAnswers, problemOf, session } from './recorded-answers';

const sprintField = 'customfield_10107';

/** One history of one issue with one item, as Jira lists the changes of many issues. */
const page = (issueId: string, created: unknown, item: object, nextPageToken?: string) => ({
  issueChangeLogs: [{ issueId, changeHistories: [{ id: '1', created, items: [item] }] }],
  nextPageToken,
});

const estimated = { field: 'timeoriginalestimate', fieldId: 'timeoriginalestimate', from: null, to: '5400' };
const estimate = (at: string): Change => ({
  field: 'estimate',
  fieldId: 'timeoriginalestimate',
  at,
  from: null,
  to: 1.5,
});

const changesOf = async (answer: unknown): Promise<Change[]> => {
  const { result } = await onAnswers([answer], () => readChanges(session, ['10001'], sprintField));
  return result.get('10001') ?? [];
};

describe('the changes of many issues', () => {
  it('are asked for together, only for the fields that planning needs', async () => {
    const { result, asked } = await onAnswers([page('10001', '2026-11-02T08:00:00.000+0000', estimated)], () =>
      readChanges(session, ['10001', '10002'], sprintField),
    );
    expect(asked).toEqual([
      {
        method: 'POST',
        path: '/rest/api/3/changelog/bulkfetch',
        body: {
          issueIdsOrKeys: ['10001', '10002'],
          fieldIds: ['timeoriginalestimate', 'status', sprintField],
        },
      },
    ]);
    expect([...result]).toEqual([['10001', [estimate('2026-11-02T08:00:00.000Z')]]]);
  });

  it('go on over pages while there is a token, and stop at one that repeats itself', async () => {
    const { result, asked } = await onAnswers(
      [
        page('10001', '2026-11-02T08:00:00.000+0000', estimated, 'second'),
        page('10002', '2026-11-03T08:00:00.000+0000', estimated, 'third'),
        page('10001', '2026-11-04T08:00:00.000+0000', estimated, 'third'),
      ],
      () => readChanges(session, ['10001', '10002'], sprintField),
    );
    expect(asked.map(({ body }) => body)).toMatchObject([{}, { nextPageToken: 'second' }, { nextPageToken: 'third' }]);
    expect([...result]).toEqual([
      ['10001', [estimate('2026-11-02T08:00:00.000Z'), estimate('2026-11-04T08:00:00.000Z')]],
      ['10002', [estimate('2026-11-03T08:00:00.000Z')]],
    ]);
  });

  it('are asked for 1,000 issues at a time, the most that Jira takes, and for none not at all', async () => {
    const ids = Array.from({ length: 2001 }, (_, index) => String(index));
    const empty = { issueChangeLogs: [] };
    const { asked } = await onAnswers([empty, empty, empty], () => readChanges(session, ids, null));
    expect(asked.map(({ body }) => body)).toEqual([
      { issueIdsOrKeys: ids.slice(0, 1000), fieldIds: ['timeoriginalestimate', 'status'] },
      { issueIdsOrKeys: ids.slice(1000, 2000), fieldIds: ['timeoriginalestimate', 'status'] },
      { issueIdsOrKeys: ['2000'], fieldIds: ['timeoriginalestimate', 'status'] },
    ]);
    expect((await onAnswers([], () => readChanges(session, [], null))).asked).toEqual([]);
  });
});

describe('one change', () => {
  it.each([
    ['a date', '2026-11-02T09:00:00.000+0100'],
    ['seconds since 1970, as in Atlassian’s example', 1_793_606_400],
    ['milliseconds since 1970', 1_793_606_400_000],
  ])('was made at the same moment when Jira gives %s', async (_what, created) => {
    await expect(changesOf(page('10001', created, estimated))).resolves.toEqual([estimate('2026-11-02T08:00:00.000Z')]);
  });

  it('may lack an end, `toString` too, which JavaScript would take from every object', async () => {
    const left = { field: 'status', fieldId: 'status', from: '3', fromString: 'In Progress' };
    await expect(changesOf(page('10001', '2026-11-02T08:00:00.000Z', left))).resolves.toEqual([
      {
        field: 'status',
        fieldId: 'status',
        at: '2026-11-02T08:00:00.000Z',
        from: { id: '3', name: 'In Progress' },
        to: null,
      },
    ]);
  });

  it('of another field is left out, one that is called Sprint but is not the sprint field too', async () => {
    const called = { field: 'Sprint', fieldId: 'customfield_10999', from: '', to: '7' };
    await expect(changesOf(page('10001', '2026-11-02T08:00:00.000Z', called))).resolves.toEqual([]);
    await expect(
      changesOf(page('10001', '2026-11-02T08:00:00.000Z', { ...called, fieldId: sprintField })),
    ).resolves.toMatchObject([{ field: 'sprint', from: [], to: [7] }]);
  });

  it.each([
    ['an estimate in words', { ...estimated, to: '1h 30m' }, 'items.0.to'],
    ['a sprint by its name', { fieldId: sprintField, from: 'Sprint 7', to: '' }, 'items.0.from'],
    ['a number where Jira writes digits', { ...estimated, to: 5400 }, 'items.0.to'],
    ['a day that no calendar has', null, 'created'],
  ])('with %s is refused, and the field is named', async (_what, item, field) => {
    const answer = page('10001', item === null ? '2026-02-30T08:00:00.000Z' : 0, item ?? estimated);
    const problem = await problemOf(changesOf(answer));
    expect(problem).toMatchObject({
      code: 'jira.unreadable',
      detail: `getBulkChangelogs: issueChangeLogs.0.changeHistories.0.${field}`,
    });
  });
});
