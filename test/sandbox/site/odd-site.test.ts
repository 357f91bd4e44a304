import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { createJira } from '../../../sandbox/jira/jira';
import { largeSite } from '../../../sandbox/site/large-site';
import { loadSite } from '../../../sandbox/site/load-site';
import { oddSite } from '../../../sandbox/site/odd-site';
import { oddSprintIds } from '../../../sandbox/site/odd-site-issues';
import type { Planner } from '../../../src/contract';
import { type App, openApp } from '../../open-app';
import { noon } from '../jira/small-site';

const { longName, nameless, rightToLeft, shared } = oddSprintIds;
const keysOf = ({ items }: Planner) => items.map(({ key }) => key);
const itemOf = ({ items }: Planner, key: string) => items.find((item) => item.key === key);
/** The issue that only admins see, and the ones around it by rank. */
const hidden = '10005';
const place = { boardId: 2, sprintId: longName };

describe('a made-up site by its name', () => {
  it.each(['small', 'large', 'odd', 'states'])('%s opens the same every time', async (name) => {
    const [one, two] = [await loadSite(name), await loadSite(name)];
    expect(one).toMatchObject({ id: name, problems: [] });
    expect(two.fingerprint).toBe(one.fingerprint);
    const { issues, boards, sprints, projects } = one.site;
    for (const ids of [issues, boards, sprints].map((things) => things.map(({ id }) => id)))
      expect(new Set(ids).size).toBe(ids.length);
    const known = new Set([null, ...sprints.map(({ id }) => id)]);
    expect(
      issues.every(({ sprintId, closedSprintIds }) => [sprintId, ...closedSprintIds].every((id) => known.has(id))),
    ).toBe(true);
    const keys = new Set(projects.map(({ key }) => key));
    expect([...boards, ...issues].every(({ projectKey }) => keys.has(projectKey))).toBe(true);
  });

  it('gives way to a folder of that name', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'odd-'));
    const before = process.cwd();
    try {
      mkdirSync(path.join(folder, 'odd'));
      const board = {
        id: 8,
        name: 'Mine',
        type: 'scrum',
        location: { projectId: 1, projectKey: 'A', projectName: 'Ab' },
      };
      writeFileSync(path.join(folder, 'odd', 'boards.json'), JSON.stringify({ values: [board] }));
      process.chdir(folder);
      expect((await loadSite('odd')).site.boards).toMatchObject([{ id: 8, name: 'Mine' }]);
    } finally {
      process.chdir(before);
      rmSync(folder, { recursive: true });
    }
  });

  it('is asked for when there is none of that name', async () => {
    await expect(loadSite('odder')).rejects.toThrow('There is nothing at odder.');
    await expect(loadSite('toString')).rejects.toThrow('There is nothing at toString.');
  });
});

describe('the large site', () => {
  it('has one sprint of 2,000 issues and a backlog of 3,000, of many kinds', () => {
    const { issues } = largeSite();
    expect(issues.filter(({ sprintId }) => sprintId === 1)).toHaveLength(2000);
    expect(issues.filter(({ sprintId }) => sprintId === null)).toHaveLength(3000);
    const estimates = issues.map(({ fields }) => fields['timeoriginalestimate']);
    expect(new Set(estimates).size).toBeGreaterThan(50);
    const without = estimates.filter((estimate) => estimate === null).length;
    expect(without).toBeGreaterThan(400);
    expect(without).toBeLessThan(600);
    expect(new Set(issues.map(({ fields }) => fields['summary'])).size).toBeGreaterThan(200);
  });

  it('opens in the planner within what Forge lets through', async () => {
    const app = await openApp('large');
    const { body, record } = await app.invoke('openPlanner', { boardId: 1, sprintId: 1 });
    expect(body).toMatchObject({ value: { items: { length: 2000 } } });
    // Two pages of 1000 issues; 6 other calls.
    expect(record.jiraCalls).toHaveLength(7);
    // The sprint runs, so its commitment is among the 8 that are not confidences.
    expect(record.kvsReads).toBe(2000 / 25 + 8);
    expect(JSON.stringify(body).length).toBeLessThan(5 * 1024 * 1024);
  }, 30_000);
});

describe('every board of the odd site', () => {
  it.each([
    [1, 'board.no-sprints', 'Support is a kanban board'],
    [2, nameless, ''],
    [3, shared, ''],
    [4, nameless, ''],
    [5, 'sprint.none', 'A board without sprints has no sprint yet'],
  ])('board %s opens, or says why not: %s', async (boardId, outcome, sentence) => {
    const app = await openApp('odd');
    for (const accountId of ['ada', 'zoe', 'dana', 'vera']) {
      const answer = await app.call('openPlanner', { boardId }, accountId);
      if ('value' in answer) expect(answer.value.sprint.id).toBe(outcome);
      else expect(answer.problem).toMatchObject({ code: outcome, message: expect.stringContaining(sentence) });
    }
  });

  it.each(['ada', 'zoe', 'vera'])('opens each of its sprints for %s', async (accountId) => {
    const app = await openApp('odd');
    const opened: string[] = [];
    for (const { id: boardId } of app.sandbox.site.boards) {
      for (const { id: sprintId } of app.sandbox.site.sprints) {
        const answer = await app.call('openPlanner', { boardId, sprintId }, accountId);
        if ('value' in answer) opened.push(`${String(boardId)}:${String(sprintId)}`);
        else expect(['board.no-sprints', 'sprint.unknown']).toContain(answer.problem.code);
      }
    }
    // The odd board and Ada's own show the same five sprints, the team's its own and the shared one.
    expect(opened).toEqual([
      ...[60, 61, 62, 63, 64].map((id) => `2:${String(id)}`),
      '3:64',
      '3:71',
      ...[60, 61, 62, 63, 64].map((id) => `4:${String(id)}`),
    ]);
  });

  it('opens one that can be planned when nobody says which, though the first is a kanban board', async () => {
    const app = await openApp('odd');
    expect((await app.value('openPlanner', {})).board).toMatchObject({ id: 2, type: 'scrum' });
  });

  it('shows an outsider none of them', async () => {
    const app = await openApp('odd');
    for (const { id: boardId } of app.sandbox.site.boards)
      expect(await app.problem('openPlanner', { boardId }, 'outsider')).toMatchObject({ code: 'board.unknown' });
  });
});

describe('what is odd', () => {
  let app: App;
  beforeEach(async () => {
    app = await openApp('odd');
  });

  it('an estimate of 0 h is none, and one of 10,000 h counts', async () => {
    const planner = await app.value('openPlanner', place);
    expect(planner.unestimated).toEqual(['ODD-3', 'ODD-10']);
    expect(itemOf(planner, 'ODD-3')).toMatchObject({ hours: null, hoursSource: 'none', optimistic: null });
    expect(itemOf(planner, 'ODD-4')).toMatchObject({ hours: 10_000, optimistic: 8000, pessimistic: 12_500 });
    // 12 + 10,000 + 7 + 3 + 2 + 1.25 + 6 h and a minute.
    expect(planner.totals.all.original).toBeCloseTo(10_031.25 + 1 / 60, 6);
  });

  it('an issue that was carried over is in both sprints, and planned in the open one', async () => {
    expect(keysOf(await app.value('openPlanner', { boardId: 2, sprintId: oddSprintIds.closed }))).toEqual([
      'ODD-1',
      'ODD-2',
    ]);
    expect(keysOf(await app.value('openPlanner', place))[0]).toBe('ODD-2');
  });

  it('names may be long, empty, in any script, or of nobody', async () => {
    const planner = await app.value('openPlanner', place);
    expect(planner.sprints.map(({ name }) => name)).toEqual([
      'Thirty characters, not one mor',
      '',
      'ספרינט 🚀',
      'On two boards',
    ]);
    expect(planner.sprint.name).toHaveLength(30);
    expect(itemOf(planner, 'ODD-6')?.assignee).toMatchObject({ name: 'Former user' });
    expect(itemOf(planner, 'ODD-7')?.assignee).toEqual({ accountId: 'unknown', name: 'unknown' });
    expect(itemOf(planner, 'ODD-9')).toMatchObject({ assignee: { name: 'دانا الخطيب' } });
    const next = await app.value('openPlanner', { boardId: 2, sprintId: nameless });
    expect(next.items.map(({ summary }) => summary)).toEqual(['<script>alert("not in here")</script>', '']);
    expect((await app.value('openPlanner', { boardId: 2, sprintId: rightToLeft })).items).toHaveLength(1);
  });

  it('a team-managed board has no estimation of its own, and its sprint is planned in hours', async () => {
    const { jira } = app.sandbox;
    const { body } = jira.serve(
      { method: 'GET', path: '/rest/agile/1.0/board/3/configuration' },
      { accountId: 'ada', scopes: 'all' },
    );
    expect(body).toMatchObject({ type: 'simple' });
    expect(body).not.toHaveProperty('estimation');
    const planner = await app.value('openPlanner', { boardId: 3, sprintId: oddSprintIds.team });
    expect(planner.items.map(({ key, hours, boardEstimate }) => [key, hours, boardEstimate])).toEqual([
      ['TEAM-1', null, null],
      ['TEAM-2', 6, null],
    ]);
  });

  it('a sprint on two boards shows each board its own issues, and has a plan on each', async () => {
    const [odd, team] = [
      { boardId: 2, sprintId: shared },
      { boardId: 3, sprintId: shared },
    ];
    expect(keysOf(await app.value('openPlanner', odd))).toEqual(['ODD-15']);
    expect(keysOf(await app.value('openPlanner', team))).toEqual(['TEAM-3']);
    await app.value('savePlan', { ...team, revision: 0, capacityHours: 10 });
    expect((await app.value('openPlanner', odd)).capacity.hours).toBeNull();
    expect((await app.value('openPlanner', team)).capacity.hours).toBe(10);
  });

  it('a board that lives at a user is planned by whoever may edit its issues', async () => {
    const { jira } = app.sandbox;
    const ask = (path: string) => jira.serve({ method: 'GET', path }, { accountId: 'zoe', scopes: 'all' }).body;
    expect(ask('/rest/agile/1.0/board/4')).toMatchObject({
      location: { userAccountId: 'ada', displayName: 'Ada Lindholm' },
    });
    expect(ask('/rest/agile/1.0/board/4')).not.toHaveProperty('location.projectKey');
    expect(ask('/rest/agile/1.0/board/4/configuration')).toMatchObject({ location: { type: 'user', id: 'ada' } });
    const own = { boardId: 4, sprintId: longName };
    expect((await app.value('openPlanner', own, 'zoe')).may).toEqual({ plan: true, edit: true });
    expect((await app.value('openPlanner', own, 'vera')).may).toEqual({ plan: false, edit: false });
    expect(await app.value('savePlan', { ...own, revision: 0, capacityHours: 10 }, 'zoe')).toMatchObject({
      plan: { revision: 1 },
    });
  });

  it('somebody who has left cannot do anything any more', async () => {
    const former = app.sandbox.site.users.find(({ active }) => !active)?.accountId ?? '';
    expect(await app.problem('openPlanner', place, former)).toMatchObject({ code: 'permission.denied' });
  });
});

describe('an issue that only admins may see', () => {
  it('is in no list of anybody else, and 404 when they ask for it', () => {
    const site = oddSite();
    const jira = createJira(
      site,
      () => noon,
      () => undefined,
    );
    const ask = (accountId: string, requested: string, method = 'GET', body?: string) =>
      jira.serve({ method, path: requested, ...(body === undefined ? {} : { body }) }, { accountId, scopes: 'all' });
    const lists = [
      '/rest/software/1.0/board/2/sprint/61/issue',
      '/rest/software/1.0/sprint/61/issue',
      '/rest/software/1.0/board/2/issue',
      '/rest/software/1.0/board/2/backlog',
    ];
    const keysIn = (accountId: string, list: string): string[] => {
      const { body } = ask(accountId, `${list}?fields=summary&maxResults=1000`);
      return JSON.stringify(body).match(/(?<="key":")ODD-\d+/g) ?? [];
    };
    const restricted = new Set(site.issues.filter((issue) => issue.restricted === true).map(({ key }) => key));
    expect(restricted.size).toBe(3);
    for (const list of lists) {
      const whole = keysIn('ada', list);
      expect(whole.some((key) => restricted.has(key))).toBe(true);
      for (const accountId of ['zoe', 'vera'])
        expect(keysIn(accountId, list)).toEqual(whole.filter((key) => !restricted.has(key)));
    }
    const search = '/rest/api/3/search/jql?jql=project%20%3D%20ODD&fields=key&maxResults=100';
    expect(JSON.stringify(ask('ada', search).body)).toContain('"ODD-5"');
    expect(JSON.stringify(ask('zoe', search).body)).toContain('"ODD-4"');
    expect(JSON.stringify(ask('zoe', search).body)).not.toContain('"ODD-5"');
    expect(ask('ada', '/rest/api/3/issue/ODD-5').status).toBe(200);
    expect(ask('zoe', '/rest/api/3/issue/ODD-5').status).toBe(404);
    expect(ask('zoe', '/rest/api/3/issue/ODD-5', 'PUT', '{"fields":{"summary":"x"}}').status).toBe(404);
    expect(site.issues.find(({ id }) => id === hidden)?.fields).toMatchObject({ summary: 'Only admins see this one' });
  });

  it('gets neither a confidence nor an estimate from a member, who cannot even tell that it exists', async () => {
    const app = await openApp('odd');
    for (const issueId of [hidden, '99999']) {
      const confidence = await app.problem('setConfidence', { issueId, confidence: 50 }, 'zoe');
      const estimate = await app.problem('setEstimate', { issueId, hours: 1 }, 'zoe');
      for (const problem of [confidence, estimate])
        expect(problem).toEqual({
          code: 'issue.unknown',
          message: `There is no issue ${issueId}, or you may not see it.`,
        });
    }
    expect(app.sandbox.stored).toEqual({ values: {}, entities: {} });
  });

  it('keeps its place in the stored plan when a member saves an order without it', async () => {
    const app = await openApp('odd');
    const { plan } = await app.value('openPlanner', place, 'ada');
    // The admin puts it first but one.
    const byAdmin = ['10009', hidden, ...plan.order.filter((id) => id !== '10009' && id !== hidden)];
    await app.value('savePlan', { ...place, revision: 0, order: byAdmin }, 'ada');

    const seen = await app.value('openPlanner', place, 'zoe');
    expect(seen.plan.order).toEqual(byAdmin.filter((id) => id !== hidden));
    // The member moves the issue before it to the end: it goes along, right behind its neighbour.
    const byMember = [...seen.plan.order.slice(1), '10009'];
    const saved = await app.value('savePlan', { ...place, revision: 1, order: byMember }, 'zoe');
    expect(saved.plan.order).toEqual(byMember);
    expect(app.sandbox.stored.entities['plan']?.['2:61']?.value).toMatchObject({
      revision: 2,
      order: [...byMember, hidden],
    });
    expect((await app.value('openPlanner', place, 'ada')).plan.order).toEqual([...byMember, hidden]);
  });

  it('keeps its rank when a member is the first to save an order', async () => {
    const app = await openApp('odd');
    const { plan } = await app.value('openPlanner', place, 'zoe');
    const reversed = [...plan.order].reverse();
    await app.value('savePlan', { ...place, revision: 0, order: reversed }, 'zoe');
    const { order } = (await app.value('openPlanner', place, 'ada')).plan;
    expect(order.filter((id) => id !== hidden)).toEqual(reversed);
    // By Jira's rank it comes after 10004.
    expect(order[order.indexOf('10004') + 1]).toBe(hidden);
  });

  it('counts in the plan of an admin, and in no number of a member', async () => {
    const app = await openApp('odd');
    const [admin, member] = [
      await app.value('openPlanner', place, 'ada'),
      await app.value('openPlanner', place, 'zoe'),
    ];
    expect(admin.totals.all.original - member.totals.all.original).toBeCloseTo(7, 9);
    expect(keysOf(admin)).toContain('ODD-5');
    expect(JSON.stringify(member)).not.toMatch(/ODD-5"|10005|Only admins/);
  });
});
