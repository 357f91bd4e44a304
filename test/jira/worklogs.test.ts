import { readWorklogs } from '../../src/jira/worklogs';
import { onAnswers, problemOf, session } from './recorded-answers';

const worklog = (id: number) => ({
  id: String(id),
  started: '2026-11-02T09:00:00.000+0100',
  timeSpentSeconds: 900 * id,
  comment: { type: 'doc', version: 1, content: [] },
});

describe('the work logged on an issue', () => {
  it('is read to the end from short pages, each worklog once', async () => {
    const { result, asked } = await onAnswers(
      [
        { worklogs: [worklog(1), worklog(2)], total: 3 },
        // One was added meanwhile, so the second came again.
        { worklogs: [worklog(2), worklog(3)], total: 4 },
      ],
      () => readWorklogs(session, 'WEB-42'),
    );
    expect(asked.map(({ path }) => path)).toEqual([
      '/rest/api/3/issue/WEB-42/worklog?startAt=0',
      '/rest/api/3/issue/WEB-42/worklog?startAt=2',
    ]);
    expect(result).toEqual([
      { id: '1', startedAt: '2026-11-02T08:00:00.000Z', hours: 0.25 },
      { id: '2', startedAt: '2026-11-02T08:00:00.000Z', hours: 0.5 },
      { id: '3', startedAt: '2026-11-02T08:00:00.000Z', hours: 0.75 },
    ]);
  });

  it('ends with an empty page, whatever the total says: some worklogs are not for everybody', async () => {
    const { result, asked } = await onAnswers(
      [
        { worklogs: [worklog(1)], total: 2 },
        { worklogs: [], total: 2 },
      ],
      () => readWorklogs(session, 'WEB-42'),
    );
    expect(asked).toHaveLength(2);
    expect(result.map(({ id }) => id)).toEqual(['1']);
  });

  it('of an issue that is not there, or not for this user, is a problem with its name', async () => {
    const problem = await problemOf(onAnswers([{}], () => readWorklogs(session, 'WEB-43'), 404));
    expect(problem.code).toBe('issue.unknown');
    expect(problem.message).toContain('WEB-43');
  });
});
