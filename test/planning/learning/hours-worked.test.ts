import type { Span } from '../../../src/estimation/time-in-progress';
import type { Issue } from '../../../src/jira/issues';
import { type HoursWorked, hoursWorked, type SprintView } from '../../../src/planning/learning/hours-worked';
import { issueOf } from '../issue-of';

const sprint = { startedAt: '2026-11-02T09:00:00.000Z', completedAt: '2026-11-16T10:00:00.000Z' };
const before = { startedAt: '2026-10-19T08:00:00.000Z', completedAt: '2026-10-30T15:00:00.000Z' };
const view: SprintView = { sprint, settings: { actualSource: 'logged' }, timeZone: 'Europe/Berlin', hoursPerDay: 8 };

/** Hours by the time at which the work was begun. */
const listed = (hoursAt: Record<string, number>): Issue['worklogs'] => {
  const worklogs = Object.entries(hoursAt).map(([at, hours], place) => ({
    id: String(place + 1),
    startedAt: `2026-${at}.000Z`,
    hours,
  }));
  return { worklogs, total: worklogs.length };
};
const worked = (issue: Partial<Issue>, spans: readonly Span[] = [], more: Partial<SprintView> = {}): HoursWorked =>
  hoursWorked(issueOf('1', issue), spans, { ...view, ...more });
const span = (from: string, to: string): Span => ({ from: `2026-${from}:00.000Z`, to: `2026-${to}:00.000Z` });

/** Thursday 9:00 to Tuesday 17:00 in Berlin: four half-days before the sprint's first morning and four from then on. */
const acrossTheStart = [span('10-29T08:00', '11-03T16:00')];

describe('the hours logged on an issue', () => {
  it('are its own up to the sprint’s completion, and the sprint’s from its start to then', () => {
    const worklogs = listed({ '10-30T08:00:00': 2, '11-03T08:00:00': 5, '11-16T10:00:00': 1, '11-16T10:00:01': 4 });
    expect(worked({ spentHours: 12, worklogs })).toEqual({ inAll: 8, inSprint: 6 });
  });

  it('stay what they were when more is logged after the close', () => {
    const once = { '10-30T08:00:00': 2, '11-03T08:00:00': 5 };
    const later = { ...once, '11-20T08:00:00': 40 };
    expect(worked({ spentHours: 47, worklogs: listed(later) })).toEqual(
      worked({ spentHours: 7, worklogs: listed(once) }),
    );
  });

  it('are Jira’s sum where no worklog is told', () => {
    expect(worked({ spentHours: 6, worklogs: listed({}) })).toEqual({ inAll: 6, inSprint: 6 });
    expect(worked({ spentHours: 6 })).toEqual({ inAll: 6, inSprint: 6 });
    expect(worked({ spentHours: null })).toEqual({ inAll: 0, inSprint: 0 });
  });

  it('count without their dates too, which hidden worklogs do not tell: 3 of 10 h here, on top of 5 h', () => {
    const worklogs = listed({ '11-03T08:00:00': 5, '11-20T08:00:00': 2 });
    expect(worked({ spentHours: 10, worklogs })).toEqual({ inAll: 8, inSprint: 8 });
  });

  it('are shared among its sprints by the time in progress where nobody sees their dates, and count once', () => {
    expect(worked({ spentHours: 6 }, acrossTheStart)).toEqual({ inAll: 6, inSprint: 3 });
    expect(worked({ spentHours: 6 }, acrossTheStart, { sprint: before })).toEqual({ inAll: 6, inSprint: 3 });
    // 4 h seen in the sprint, and half of the other 6.
    const worklogs = listed({ '11-03T08:00:00': 4 });
    expect(worked({ spentHours: 10, worklogs }, acrossTheStart)).toEqual({ inAll: 10, inSprint: 7 });
  });

  it('are what is listed where Jira’s sum has not caught up', () => {
    expect(worked({ spentHours: null, worklogs: listed({ '11-03T08:00:00': 5 }) })).toEqual({ inAll: 5, inSprint: 5 });
  });
});

describe('the hours in progress of a team that logs nothing', () => {
  const more = { settings: { actualSource: 'inProgress' } } as const;

  it('have the same windows: eight half-days of 4 h in all, four of them in the sprint', () => {
    expect(worked({ spentHours: 99 }, acrossTheStart, more)).toEqual({ inAll: 32, inSprint: 16 });
  });

  it('end with the sprint: a Friday and the Monday morning on which it was completed', () => {
    expect(worked({}, [span('11-13T08:00', '11-18T16:00')], more)).toEqual({ inAll: 12, inSprint: 12 });
    expect(worked({}, [span('11-17T08:00', '11-18T16:00')], more)).toEqual({ inAll: 0, inSprint: 0 });
  });
});
