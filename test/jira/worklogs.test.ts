import { type Issue, readSprintIssues } from '../../src/jira/issues';
import { readWorklogs, withAllWorklogs } from '../../src/jira/worklogs';
import { issueOf } from '../planning/issue-of';
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

describe('the work logged on the issues of a sprint', () => {
  /** One on which `total` worklogs are, none of which is listed. */
  const unlisted = (id: number, total: number): Issue => issueOf(String(id), { worklogs: { worklogs: [], total } });

  it('comes with them, fifty issues a page', async () => {
    const fields = {
      issuetype: { name: 'Story' },
      status: { id: '3', name: 'Done' },
      timespent: 1800,
      worklog: { startAt: 0, maxResults: 20, total: 1, worklogs: [worklog(2)] },
    };
    const { result, asked } = await onAnswers([{ issues: [{ id: '1', key: 'WEB-1', fields }], isLast: true }], () =>
      readSprintIssues(session, 1, 7, { estimation: null, numbers: [], worklogs: true }),
    );
    const query = new URLSearchParams(asked[0]?.path.split('?')[1]);
    expect(query.get('maxResults')).toBe('50');
    expect(query.get('fields')?.split(',')).toContain('worklog');
    // What somebody wrote about it is gone.
    expect(result[0]?.worklogs).toEqual({
      worklogs: [{ id: '2', startedAt: '2026-11-02T08:00:00.000Z', hours: 0.5 }],
      total: 1,
    });
  });

  it('is asked for one by one only where the list has not told all', async () => {
    const listed = issueOf('1', { worklogs: { worklogs: [], total: 0 } });
    const { result, asked } = await onAnswers([{ worklogs: [worklog(1), worklog(2)], total: 2 }], () =>
      withAllWorklogs(session, [listed, issueOf('2'), unlisted(3, 2)]),
    );
    expect(asked.map(({ path }) => path)).toEqual(['/rest/api/3/issue/3/worklog?startAt=0']);
    expect(result.map(({ worklogs }) => worklogs?.worklogs.length)).toEqual([0, undefined, 2]);
  });

  it('is asked for 50 times at the most: of the rest, what was listed must do', async () => {
    const many = Array.from({ length: 53 }, (_, index) => unlisted(index + 1, 1));
    const answers = many.slice(0, 50).map(() => ({ worklogs: [worklog(1)], total: 1 }));
    const { result, asked } = await onAnswers(answers, () => withAllWorklogs(session, many));
    expect(asked).toHaveLength(50);
    expect(result.slice(50)).toEqual(many.slice(50));
  });

  it('is what was listed of an issue that is gone meanwhile', async () => {
    const gone = [unlisted(1, 2)];
    const { result } = await onAnswers([{}], () => withAllWorklogs(session, gone), 404);
    expect(result).toEqual(gone);
  });
});
