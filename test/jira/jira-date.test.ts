import * as z from 'zod';

import { jiraDate } from '../../src/jira/jira-date';
import { ask } from '../../src/jira/session';
import { problemOf, session } from './recorded-answers';

describe('a date of Jira', () => {
  it.each([
    // Recorded: an issue (Airbyte), a sprint (jira-ruby), a sprint (DevLake), an issue (DevLake) on the day before in UTC.
    ['2021-03-11T06:14:24.791-0800', '2021-03-11T14:14:24.791Z'],
    ['2015-04-11T15:22:00.000+10:00', '2015-04-11T05:22:00.000Z'],
    ['2020-06-12T00:38:51.882Z', '2020-06-12T00:38:51.882Z'],
    ['2020-06-06T04:59:00.000+0800', '2020-06-05T20:59:00.000Z'],
    // Half hours, no milliseconds, a leap day, the turn of a year.
    ['2024-02-29T00:15:00+0530', '2024-02-28T18:45:00.000Z'],
    ['2022-12-31T23:30:00.000-01:00', '2023-01-01T00:30:00.000Z'],
  ])('%s is the instant %s, however its offset is spelt', (written, instant) => {
    expect(jiraDate.parse(written)).toBe(instant);
  });

  it.each([
    ['a day that no calendar has', '2021-02-29T06:14:24.791-0800'],
    ['an hour that no day has', '2021-03-11T25:00:00.000Z'],
    ['an offset that no place has', '2021-03-11T06:14:24.791+9900'],
    ['no offset, so it could be anywhere', '2021-03-11T06:14:24.791'],
    ['a day without a time', '2021-03-11'],
    ['words', 'yesterday'],
    ['nothing', ''],
  ])('that is %s is refused with the name of its field', async (_what, written) => {
    const answer = (): Promise<Response> => Promise.resolve(Response.json({ started: written }));
    const problem = await problemOf(ask(session, 'getIssueWorklog', answer, z.object({ started: jiraDate })));
    expect(problem).toMatchObject({ code: 'jira.unreadable', detail: 'getIssueWorklog: started' });
  });
});
