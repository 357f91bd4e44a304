import { formatDuration, parseDuration } from '../../../sandbox/jira/durations';
import { smallIssue, smallJira, smallSite } from './small-site';

const eightByFive = {
  workingHoursPerDay: 8,
  workingDaysPerWeek: 5,
  timeFormat: 'pretty',
  defaultUnit: 'minute',
} as const;
const shortWeek = { ...eightByFive, workingHoursPerDay: 7.5, workingDaysPerWeek: 4 };

describe('durations', () => {
  // Worked by hand: an hour is 3600 s, a day of 8 h 28800 s, a week of 5 days 144000 s; 7.5 h are 27000 s, 4 of them 108000 s.
  it.each([
    ['90m', 5_400, 5_400],
    ['1d 2h', 36_000, 34_200],
    ['1w', 144_000, 108_000],
    ['1w 2d 3h 4m', 212_640, 173_040],
    ['1.5h', 5_400, 5_400],
    ['0m', 0, 0],
    [' 2h  30m ', 9_000, 9_000],
  ])('%s is a working time of the site', (text, usual, short) => {
    expect(parseDuration(text, eightByFive)).toBe(usual);
    expect(parseDuration(text, shortWeek)).toBe(short);
  });

  it('take a bare number in the default unit of the site', () => {
    expect(parseDuration('3', eightByFive)).toBe(180);
    expect(parseDuration('3', { ...eightByFive, defaultUnit: 'day' })).toBe(86_400);
  });

  it.each(['', 'soon', '-5h', '5x', '1d2h', '1,5h', 'h', '1h e'])("do not understand '%s'", (text) => {
    expect(parseDuration(text, eightByFive)).toBeUndefined();
  });

  // 100800 s and 36000 s are recorded issues of a site with days of 8 h (fixture devlake, EE-9 and EE-14), 200 s is the description's example.
  it.each([
    [100_800, '3d 4h'],
    [36_000, '1d 2h'],
    [200, '3m'],
    [0, '0m'],
    [212_640, '1w 2d 3h 4m'],
  ])('of %d s are written like Jira writes them', (seconds, text) => {
    expect(formatDuration(seconds, eightByFive)).toBe(text);
  });
});

function estimate(originalEstimate: unknown, fields: Record<string, unknown> = {}) {
  const jira = smallJira(smallSite({ issues: [smallIssue(1, { fields })] }));
  const answer = jira.put('/rest/api/3/issue/WEB-1', { fields: { timetracking: { originalEstimate } } });
  return { ...jira, answer, fields: jira.site.issues[0]?.fields ?? {} };
}

describe('editing an original estimate', () => {
  it('is answered with nothing, and changes every field that shows it', () => {
    const { answer, fields, changes } = estimate('1d 2h');
    expect(answer.status).toBe(204);
    expect(answer.body).toBeUndefined();
    expect(answer.points).toBe(1);
    expect(changes()).toBe(1);
    // 7.5 h + 2 h = 9.5 h = 34200 s on this site.
    expect(fields).toMatchObject({
      timeoriginalestimate: 34_200,
      timeestimate: 34_200,
      timespent: null,
      aggregatetimeoriginalestimate: 34_200,
      aggregatetimeestimate: 34_200,
      timetracking: {
        originalEstimate: '1d 2h',
        originalEstimateSeconds: 34_200,
        remainingEstimate: '1d 2h',
        remainingEstimateSeconds: 34_200,
      },
      progress: { progress: 0, total: 34_200, percent: 0 },
      updated: '2026-11-21T12:00:00.000+0000',
    });
    expect(fields['timetracking']).not.toHaveProperty('timeSpent');
  });

  it('takes the remaining estimate along while no work is logged and both are the same', () => {
    expect(estimate('4h', { timeoriginalestimate: 7_200, timeestimate: 7_200 }).fields).toMatchObject({
      timeestimate: 14_400,
    });
  });

  it('leaves a remaining estimate alone that somebody set, or that work was logged against', () => {
    expect(estimate('4h', { timeoriginalestimate: 7_200, timeestimate: 3_600 }).fields).toMatchObject({
      timeestimate: 3_600,
    });
    expect(estimate('4h', { timeoriginalestimate: 7_200, timeestimate: 7_200, timespent: 60 }).fields).toMatchObject({
      timeoriginalestimate: 14_400,
      timeestimate: 7_200,
    });
  });

  it('counts a sub-task into its parent', () => {
    const parent = smallIssue(1, {
      fields: { timeoriginalestimate: 3_600, aggregatetimeoriginalestimate: 10_800, aggregatetimeestimate: 7_200 },
    });
    const subtask = smallIssue(2, {
      fields: {
        issuetype: { id: '5', name: 'Sub-task', subtask: true },
        parent: { key: 'WEB-1' },
        timeoriginalestimate: 7_200,
        timeestimate: 7_200,
        aggregatetimeoriginalestimate: 7_200,
        aggregatetimeestimate: 7_200,
      },
    });
    smallJira(smallSite({ issues: [parent, subtask] })).put('/rest/api/3/issue/WEB-2', {
      fields: { timetracking: { originalEstimate: '3h' } },
    });
    // The sub-task grew from 2 h to 3 h, so the sums of the parent grow by 3600 s.
    expect(parent.fields).toMatchObject({
      timeoriginalestimate: 3_600,
      aggregatetimeoriginalestimate: 14_400,
      aggregatetimeestimate: 10_800,
    });
    expect(subtask.fields).toMatchObject({ aggregatetimeoriginalestimate: 10_800 });
  });

  it('is refused in the words of Jira when it is no duration, and changes nothing', () => {
    const { answer, fields, changes } = estimate('tomorrow', { timeoriginalestimate: 7_200 });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      errorMessages: [],
      errors: { timetracking_originalestimate: 'The original estimate specified is not valid.' },
    });
    expect(fields).toMatchObject({ timeoriginalestimate: 7_200 });
    expect(changes()).toBe(0);
  });

  it.each([5_400, null, { hours: 1 }])('is refused when it is %p instead of a text', (value) => {
    expect(estimate(value).answer).toMatchObject({
      status: 400,
      body: { errors: { timetracking: expect.any(String) } },
    });
  });

  it('cannot be written to timeoriginalestimate, which is never on the screen', () => {
    const { put, changes } = smallJira();
    expect(put('/rest/api/3/issue/WEB-1', { fields: { timeoriginalestimate: 3_600 } }).body).toEqual({
      errorMessages: [],
      errors: {
        timeoriginalestimate:
          "Field 'timeoriginalestimate' cannot be set. It is not on the appropriate screen, or unknown.",
      },
    });
    expect(changes()).toBe(0);
  });

  it('can set the remaining estimate and the summary in the same edit', () => {
    const { put, site } = smallJira();
    const body = {
      fields: { timetracking: { originalEstimate: '2h', remainingEstimate: '30m' }, summary: 'New name' },
    };
    expect(put('/rest/api/3/issue/WEB-1', body).status).toBe(204);
    expect(site.issues[0]?.fields).toMatchObject({
      timeoriginalestimate: 7_200,
      timeestimate: 1_800,
      summary: 'New name',
    });
  });

  it('changes nothing when another field of the same edit is wrong', () => {
    const { put, site } = smallJira();
    const body = { fields: { timetracking: { originalEstimate: '2h' }, summary: '' } };
    expect(put('/rest/api/3/issue/WEB-1', body).status).toBe(400);
    expect(site.issues[0]?.fields).toMatchObject({ timeoriginalestimate: null, summary: 'Issue 1' });
  });
});

describe('editing an issue', () => {
  it('needs something to edit', () => {
    expect(smallJira().put('/rest/api/3/issue/WEB-1', {}).body).toEqual({
      errorMessages: ["one of 'fields' or 'update' required"],
      errors: {},
    });
    expect(smallJira().put('/rest/api/3/issue/WEB-1', { fields: { nonsense: 1 } })).toMatchObject({
      status: 400,
      body: { errors: { nonsense: expect.any(String) } },
    });
  });

  it('is refused to a viewer with a 400, as the description says', () => {
    const { put, site } = smallJira();
    const answer = put('/rest/api/3/issue/WEB-1', { fields: { summary: 'Mine' } }, 'viewer');
    expect(answer.status).toBe(400);
    expect(answer.body).toHaveProperty('errors.summary');
    expect(site.issues[0]?.fields).toMatchObject({ summary: 'Issue 1' });
  });

  it('answers 501 to what the sandbox does not model', () => {
    const { put, jira } = smallJira();
    expect(put('/rest/api/3/issue/WEB-1', { update: { labels: [{ add: 'x' }] } }).status).toBe(501);
    expect(put('/rest/api/3/issue/WEB-1', { fields: { status: { id: '3' } } }).status).toBe(501);
    expect(jira.unmodelled).toHaveLength(2);
  });
});
