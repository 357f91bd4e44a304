import * as z from 'zod';
import { createJira } from '../../../sandbox/jira/jira';
import { historySite } from '../../../sandbox/site/history-site';
import type { SiteHistory, SiteIssue } from '../../../sandbox/site/site';

const site = historySite();
const finished = site.issues.filter((issue) => issue.fields['resolution'] !== null && issue.sprintId === null);

const hours = (issue: SiteIssue, field: 'timeoriginalestimate' | 'timespent'): number | null =>
  z
    .number()
    .transform((seconds) => seconds / 3600)
    .nullable()
    .parse(issue.fields[field]);

const total = (issues: readonly SiteIssue[], field: 'timeoriginalestimate' | 'timespent'): number =>
  issues.reduce((sum, issue) => sum + (hours(issue, field) ?? 0), 0);

const assigneeOf = ({ fields }: SiteIssue): string | undefined =>
  z.looseObject({ accountId: z.string() }).safeParse(fields['assignee']).data?.accountId;

/** The histories of an issue that are about one field, oldest first. */
const historiesOf = (issueId: string, fieldId: string): SiteHistory[] =>
  (site.histories ?? []).filter(
    (history) => history.issueId === issueId && history.changes.some((change) => change.fieldId === fieldId),
  );

const statusTimes = (issue: SiteIssue) =>
  historiesOf(issue.id, 'status').map(({ created, changes }) => [changes[0]?.to.text, Date.parse(created)] as const);

/** Of finished issues with both: the logarithm of spent over estimate. */
const ratios = (issues: readonly SiteIssue[]): number[] =>
  issues.flatMap((issue) => {
    const [estimate, spent] = [hours(issue, 'timeoriginalestimate'), hours(issue, 'timespent')];
    return estimate === null || spent === null ? [] : [Math.log(spent / estimate)];
  });

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the team with a past', () => {
  it('is the same every time', () => {
    expect(historySite()).toEqual(site);
  });

  it('has 26 closed sprints of two weeks, an active one and one to come', () => {
    expect(site.sprints.map(({ state }) => state)).toEqual([...Array<string>(26).fill('closed'), 'active', 'future']);
    expect(site.sprints[0]).toMatchObject({
      startDate: '2025-11-17T09:00:00.000Z',
      endDate: '2025-11-28T16:00:00.000Z',
    });
    expect(site.sprints[26]).toMatchObject({ startDate: '2026-11-16T09:00:00.000Z' });
    for (const { state, endDate, completeDate } of site.sprints)
      expect(completeDate !== undefined && completeDate >= (endDate ?? '')).toBe(state === 'closed');
  });

  it('has the people whom tests know, with the rights that they have on the small site', () => {
    const roles = Object.fromEntries(site.users.map(({ accountId, role }) => [accountId, role]));
    expect(roles).toMatchObject({ ada: 'admin', noor: 'member', vera: 'viewer', outsider: 'outsider' });
    expect(site.users.find(({ accountId }) => accountId === 'noor')?.managesSprints).toBe(false);
  });

  it('has finished some 320 issues, about 12 in each sprint', () => {
    expect(finished.length).toBeGreaterThan(310);
    expect(finished.length).toBeLessThan(330);
    for (const { id } of site.sprints.slice(0, 26)) {
      const inSprint = finished.filter(({ closedSprintIds }) => closedSprintIds.at(-1) === id).length;
      expect(inSprint).toBeGreaterThanOrEqual(8);
      expect(inSprint).toBeLessThanOrEqual(16);
    }
  });

  it('is six people who each do the work of one: 25 to 55 hours a sprint', () => {
    expect([...new Set(finished.map(assigneeOf))].sort()).toEqual(['ada', 'jonas', 'mei', 'noor', 'priya', 'tomas']);
    for (const person of new Set(finished.map(assigneeOf))) {
      const perSprint =
        total(
          finished.filter((issue) => assigneeOf(issue) === person),
          'timespent',
        ) / 26;
      expect(perSprint).toBeGreaterThan(25);
      expect(perSprint).toBeLessThan(55);
    }
  });

  it('underestimates small issues and overestimates large ones, and hits about a third exactly', () => {
    const isRevised = (issue: SiteIssue) =>
      historiesOf(issue.id, 'timeoriginalestimate').some(({ changes }) => changes[0]?.from.value !== null);
    const asFirstSaid = finished.filter((issue) => !isRevised(issue));
    const of = (least: number, most: number) =>
      mean(
        ratios(
          asFirstSaid.filter((issue) => {
            const estimate = hours(issue, 'timeoriginalestimate') ?? 0;
            return estimate >= least && estimate <= most;
          }),
        ),
      );
    expect(of(1, 6)).toBeGreaterThan(0.15);
    expect(of(24, 40)).toBeLessThan(0);
    const all = ratios(finished);
    const exact = all.filter((ratio) => ratio === 0).length / all.length;
    expect(exact).toBeGreaterThan(0.25);
    expect(exact).toBeLessThan(0.4);
  });

  it('has half of the active sprint done, and time on what is in progress', () => {
    const active = site.issues.filter(({ sprintId }) => sprintId === 27);
    const done = active.filter(({ fields }) => fields['resolution'] !== null).length;
    expect(done / active.length).toBeGreaterThan(0.35);
    expect(done / active.length).toBeLessThan(0.7);
    const begun = active.filter((issue) => statusTimes(issue).length === 1);
    expect(begun.some((issue) => (hours(issue, 'timespent') ?? 0) > 0)).toBe(true);
    expect(site.issues.filter(({ sprintId }) => sprintId === 28)).toHaveLength(12);
    expect(site.issues.filter(({ sprintId }) => sprintId === null).length - finished.length).toBe(16);
  });

  it('has a few issues of every kind that is hard to learn from', () => {
    const count = (test: (issue: SiteIssue) => boolean) => finished.filter(test).length;
    const few = [
      // Carried over, without an estimate, without time logged but begun and done, estimated anew after work began.
      count(({ closedSprintIds }) => closedSprintIds.length > 1),
      count((issue) => hours(issue, 'timeoriginalestimate') === null),
      count((issue) => hours(issue, 'timespent') === null && statusTimes(issue).length === 2),
      count((issue) => {
        const begun = statusTimes(issue)[0]?.[1] ?? Infinity;
        return historiesOf(issue.id, 'timeoriginalestimate').some(({ created }) => Date.parse(created) > begun);
      }),
      // Came into the sprint after its start.
      count((issue) => {
        const start = site.sprints.find(({ id }) => id === issue.closedSprintIds[0])?.startDate ?? '';
        return Date.parse(historiesOf(issue.id, 'customfield_10020')[0]?.created ?? '') > Date.parse(start);
      }),
    ];
    for (const found of few) {
      expect(found).toBeGreaterThanOrEqual(5);
      expect(found).toBeLessThanOrEqual(60);
    }
  });
});

describe('what is kept of its issues fits together', () => {
  it('is a changelog that ends where each issue is now, each change from where the last one ended', () => {
    const sprintsNow = ({ closedSprintIds, sprintId }: SiteIssue) =>
      [...closedSprintIds, ...(sprintId === null ? [] : [sprintId])].join(', ');
    for (const issue of site.issues.filter(({ id }) => historiesOf(id, 'customfield_10020').length > 0)) {
      for (const fieldId of ['timeoriginalestimate', 'status', 'customfield_10020', 'assignee']) {
        const changes = historiesOf(issue.id, fieldId).flatMap((history) => history.changes);
        for (const [place, { from }] of changes.entries()) if (place > 0) expect(from).toEqual(changes[place - 1]?.to);
        const last = changes.at(-1);
        if (last === undefined) continue;
        const status = z.looseObject({ id: z.string() }).parse(issue.fields['status']);
        const now: Record<string, unknown> = {
          timeoriginalestimate: String(issue.fields['timeoriginalestimate']),
          status: status.id,
          customfield_10020: sprintsNow(issue),
          assignee: assigneeOf(issue),
        };
        expect(last.to.value).toEqual(now[fieldId]);
      }
    }
  });

  it('is work between the start and the end of what it is for, and done within the sprint', () => {
    for (const issue of finished) {
      const [[begun, begunAt] = [], [done, doneAt] = []] = statusTimes(issue);
      expect([begun, done]).toEqual(['In Progress', 'Done']);
      const sprints = issue.closedSprintIds.map((id) => site.sprints.find((sprint) => sprint.id === id));
      expect(begunAt).toBeGreaterThanOrEqual(Date.parse(sprints[0]?.startDate ?? ''));
      expect(doneAt).toBeGreaterThan(begunAt ?? Infinity);
      expect(doneAt).toBeLessThanOrEqual(Date.parse(sprints.at(-1)?.endDate ?? ''));
    }
  });

  it('is worklogs of the last sprints, which add up to the time spent', () => {
    const worked = site.issues.filter((issue) => hours(issue, 'timespent') !== null);
    const recent = worked.filter(
      ({ sprintId, closedSprintIds }) => sprintId === 27 || (closedSprintIds.at(-1) ?? 0) >= 21,
    );
    expect(recent.length).toBeGreaterThan(70);
    for (const issue of worked) {
      const seconds = (site.worklogs ?? [])
        .filter(({ issueId }) => issueId === issue.id)
        .reduce((sum, worklog) => sum + worklog.timeSpentSeconds, 0);
      expect(seconds / 3600).toBe(recent.includes(issue) ? hours(issue, 'timespent') : 0);
    }
  });

  it('is worklogs of work after a close too, and of issues that two sprints had', () => {
    const recent = finished.filter(({ closedSprintIds }) => (closedSprintIds.at(-1) ?? 0) >= 21);
    const startedOn = (issue: SiteIssue): number[] =>
      (site.worklogs ?? []).filter(({ issueId }) => issueId === issue.id).map(({ started }) => Date.parse(started));
    const sprintOf = (id: number | undefined) => site.sprints.find((sprint) => sprint.id === id);
    const afterwards = recent.filter((issue) =>
      startedOn(issue).some((at) => at > Date.parse(sprintOf(issue.closedSprintIds.at(-1))?.completeDate ?? '')),
    );
    const inTwo = recent.filter(
      (issue) =>
        issue.closedSprintIds.length === 2 &&
        startedOn(issue).some((at) => at < Date.parse(sprintOf(issue.closedSprintIds[1])?.startDate ?? '')),
    );
    expect(afterwards.length).toBeGreaterThanOrEqual(5);
    expect(afterwards.length).toBeLessThanOrEqual(15);
    expect(inTwo.length).toBeGreaterThanOrEqual(1);
  });

  it('is numbered in the order in which it happened', () => {
    for (const kept of [site.histories ?? [], site.worklogs ?? []]) {
      const times = kept.map(({ created }) => Date.parse(created));
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect(kept.map(({ id }) => Number(id))).toEqual(kept.map((_, place) => 10_001 + place));
    }
  });

  it('is read in few calls: all sprints on one page, all changelogs on two', () => {
    const jira = createJira(
      historySite(),
      () => 0,
      () => undefined,
    );
    const actor = { accountId: 'vera', scopes: 'all' } as const;
    const sprints = jira.serve({ method: 'GET', path: '/rest/agile/1.0/board/1/sprint?maxResults=50' }, actor);
    expect(sprints.body).toMatchObject({ isLast: true, total: 28 });
    let nextPageToken: string | undefined;
    let read = 0;
    let calls = 0;
    do {
      const body = JSON.stringify({ issueIdsOrKeys: site.issues.map(({ id }) => id), nextPageToken });
      const answer = jira.serve({ method: 'POST', path: '/rest/api/3/changelog/bulkfetch', body }, actor);
      const page = z
        .object({
          issueChangeLogs: z.array(z.object({ changeHistories: z.array(z.unknown()) })),
          nextPageToken: z.string().nullable(),
        })
        .parse(answer.body);
      read += page.issueChangeLogs.reduce((sum, { changeHistories }) => sum + changeHistories.length, 0);
      nextPageToken = page.nextPageToken ?? undefined;
      calls += 1;
    } while (nextPageToken !== undefined);
    expect([calls, read]).toEqual([2, site.histories?.length]);
  });
});
