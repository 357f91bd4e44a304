import { type App, openApp } from '../open-app';

const board = { boardId: 1 };
const key = 'outcome:1:22';
const said = { capacityHours: 60, ratio: 0.7, chance: 0.6, finished: 40, promised: 4, done: 4, actual: 52 };
const first = {
  version: 1,
  sprintId: 22,
  name: 'Sprint 22',
  start: '2026-11-02',
  end: '2026-11-13',
  issues: [
    {
      issueId: '10011',
      key: 'WEB-11',
      estimate: 8,
      actual: 10,
      confidence: 60,
      assignee: 'noor',
      type: 'Story',
      project: 'WEB',
      began: '2026-11-03',
      finished: '2026-11-06',
    },
  ],
  withoutTime: 1,
  withoutEstimate: 0,
  said,
};

const withStored = async (value: unknown): Promise<App> => {
  const app = await openApp();
  app.sandbox.kvs.serve('/api/v1/set', { key, value });
  return app;
};

describe('an outcome of the first shape', () => {
  it('is read as it was, and nobody knows where its hours came from', async () => {
    const app = await withStored(first);
    const { finished, sprints, readOtherwise } = await app.value('openHistory', board);
    expect(finished).toBe(1);
    expect(sprints).toMatchObject([{ id: 22, actual: 10, said: { capacityHours: 60, actual: 52 } }]);
    expect(readOtherwise).toBe(0);
  });

  it('is written in the second, with what the promised issues took as the nearest to what was worked', async () => {
    const app = await withStored(first);
    await app.value('forgetPerson', { ...board, accountId: 'noor' });
    const issues = first.issues.map((issue) => ({ ...issue, assignee: null }));
    expect(app.sandbox.stored.values[key]?.value).toEqual({
      ...first,
      version: 2,
      said: { ...said, takenOut: 0 },
      issues,
      worked: 52,
      actualSource: null,
      withoutRoom: 0,
    });
  });
});

it('An outcome of a newer app is neither read nor overwritten', async () => {
  const newer = { ...first, version: 3 };
  const app = await withStored(newer);
  expect(await app.problem('openHistory', board)).toMatchObject({ code: 'storage.unreadable' });
  expect(app.sandbox.stored.values[key]?.value).toEqual(newer);
});
