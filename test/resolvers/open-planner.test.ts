import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { csvSite, devlakeSite, openApp } from '../open-app';

describe('opening the planner on the PC2 team’s export', () => {
  it('shows the next sprint, PC2 Sprint 978, with its 54 issues and their ranges', async () => {
    const app = await openApp(csvSite);
    const planner = await app.value('openPlanner', {});
    expect(planner.sprint).toMatchObject({ id: 978, name: 'PC2 Sprint 978', state: 'future' });
    expect(planner.sprints.map(({ name, state }) => [name, state])).toEqual([
      ['PC2 Sprint 977', 'active'],
      ['PC2 Sprint 978', 'future'],
    ]);
    expect(planner.items).toHaveLength(54);
    // The first row of the export: 1188 s = 0.33 h at the default 80 %.
    expect(planner.items[0]).toMatchObject({
      key: 'PC2-7950',
      hours: 0.33,
      confidence: 80,
      confidenceSource: 'default',
      aboveLine: true,
    });
    expect(planner.items[0]?.optimistic).toBeCloseTo(0.264, 10);
    expect(planner.items[0]?.pessimistic).toBeCloseTo(0.4125, 10);
    // 597,780 s in the export's 54 rows = 166.05 h; × 0.8 = 132.84; ÷ 0.8 = 207.5625.
    expect(planner.totals.all.original).toBeCloseTo(166.05, 6);
    expect(planner.totals.all.optimistic).toBeCloseTo(132.84, 6);
    expect(planner.totals.all.pessimistic).toBeCloseTo(207.5625, 6);
  });

  it('has no confidence and cuts nothing off until somebody says what the team’s capacity is', async () => {
    const app = await openApp(csvSite);
    const planner = await app.value('openPlanner', { boardId: 1, sprintId: 978 });
    expect(planner.capacity).toEqual({ hours: null, source: 'none', reason: null, from: null });
    expect(planner.ratio).toBeNull();
    expect(planner.plan).toMatchObject({
      revision: 0,
      cutline: { mode: 'auto', count: 54 },
      desired: 80,
      policy: 'closest',
    });
  });

  it('opens with one call for each thing it needs, and never one for each issue', async () => {
    const app = await openApp(csvSite);
    const { record } = await app.invoke('openPlanner', { boardId: 1, sprintId: 978 });
    expect(record.jiraCalls.map(({ path }) => path.split('?')[0]).sort()).toEqual([
      '/rest/agile/1.0/board/1',
      '/rest/agile/1.0/board/1/configuration',
      '/rest/agile/1.0/board/1/sprint',
      '/rest/api/3/configuration',
      '/rest/api/3/mypermissions',
      '/rest/software/1.0/board/1/sprint/978/issue',
    ]);
    // 6 calls and 54 issues.
    expect(record.jiraPoints).toBe(60);
    // 3 batches of confidences, the plan and the one of the sprint before, the last capacity, the settings of site and board,
    // the last apply, the team, what was learnt.
    expect(record.kvsReads).toBe(11);
    expect(record.kvsWrites).toBe(0);
    expect(record.lateCalls).toEqual([]);
    expect(app.sandbox.jira.unmodelled).toEqual([]);
  });

  it('opens from where Jira says the person is when the page does not say', async () => {
    const app = await openApp(csvSite);
    const { body } = await app.invoke('openPlanner', {}, 'admin', {
      board: { id: '1' },
      sprint: { id: '977', state: 'active' },
    });
    expect(body).toMatchObject({ value: { sprint: { id: 977 } } });
  });
});

describe('opening the planner on the recorded DevLake board', () => {
  it('looks back at the newest closed sprint that holds issues, because none is open', async () => {
    const app = await openApp(devlakeSite);
    const planner = await app.value('openPlanner', { boardId: 8 });
    expect(planner.sprint).toMatchObject({ id: 17, name: 'EE Sprint 9', state: 'closed' });
    expect(planner.sprints).toHaveLength(30);
    expect(planner.items.map(({ key, hours }) => [key, hours])).toEqual([['EE-17', 6]]);
    expect(planner.items[0]?.optimistic).toBeCloseTo(4.8, 10);
    expect(planner.items[0]?.pessimistic).toBeCloseTo(7.5, 10);
  });

  it('gives every recorded issue of EE Sprint 7 its recorded estimate, or that of its sub-tasks', async () => {
    const app = await openApp(devlakeSite);
    const planner = await app.value('openPlanner', { boardId: 8, sprintId: 7 });
    const recorded: {
      issues: {
        key: string;
        fields: {
          issuetype: { subtask: boolean };
          timeoriginalestimate: number | null;
          aggregatetimeoriginalestimate: number | null;
          closedSprints: { id: number }[] | null;
        };
      }[];
    } = JSON.parse(readFileSync(join(devlakeSite, 'agile-board-8-issues.json'), 'utf8'));
    const rows = recorded.issues.filter(
      ({ fields }) => fields.closedSprints?.some(({ id }) => id === 7) && !fields.issuetype.subtask,
    );
    expect(rows).toHaveLength(15);
    const hours = ({ fields }: (typeof rows)[number]): number | null => {
      const own = fields.timeoriginalestimate ?? 0;
      const seconds = (fields.aggregatetimeoriginalestimate ?? 0) - own || own;
      return seconds === 0 ? null : seconds / 3600;
    };
    expect(planner.items.map((item) => [item.key, item.hours])).toEqual(rows.map((row) => [row.key, hours(row)]));
    expect(planner.unestimated).toEqual(rows.filter((row) => hours(row) === null).map(({ key }) => key));
    // Of sub-tasks 21 + 14 + 6 + 8 + 6 + 28 + 50, of issues without 28 + 4 + 4 hours.
    expect(planner.totals.all).toEqual({
      optimistic: expect.closeTo(135.2, 6),
      original: 169,
      pessimistic: expect.closeTo(211.25, 6),
    });
    expect(planner.items.find(({ key }) => key === 'EE-14')?.status).toMatchObject({
      name: '已完成',
      category: 'done',
    });
  });
});

describe('a board that cannot be planned', () => {
  it.each([
    [{ boardId: 2 }, 'board.no-sprints', 'kanban'],
    [{ boardId: 3 }, 'sprint.none', 'Create one in the backlog'],
    [{ boardId: 99 }, 'board.unknown', 'no board 99'],
    [{ boardId: 1, sprintId: 999 }, 'sprint.unknown', 'no sprint 999'],
    [{ boardId: -1 }, 'input.invalid', 'board id'],
    [{ boardId: 'abc' }, 'input.invalid', 'board id'],
    [{ boardId: 1, sprintId: 1.5 }, 'input.invalid', 'sprint id'],
    ['nonsense', 'input.invalid', ''],
  ])('%j is answered with %s and a sentence', async (payload, code, sentence) => {
    const app = await openApp();
    const problem = await app.problem('openPlanner', payload);
    expect(problem.code).toBe(code);
    expect(problem.message).toContain(sentence);
    expect(problem.message).toMatch(/\.$/);
  });

  it('has boards beside it that can be, when it is a kanban board', async () => {
    const app = await openApp();
    app.sandbox.site.boards.push({ id: 9, name: 'Web support', type: 'kanban', projectKey: 'WEB' });
    const { body } = await app.invoke('openPlanner', { boardId: 9 });
    expect(body).toMatchObject({ problem: { code: 'board.no-sprints', boards: [{ id: 1, name: 'Web shop' }] } });
  });

  it('is not even told apart from a missing one for a person who may not see the project', async () => {
    const app = await openApp();
    const hidden = await app.problem('openPlanner', { boardId: 1 }, 'outsider');
    const missing = await app.problem('openPlanner', { boardId: 99 }, 'outsider');
    expect(hidden.code).toBe('board.unknown');
    expect(hidden.message.replace('1', '99')).toBe(missing.message);
  });

  it('asks somebody who is not logged in to log in', async () => {
    const app = await openApp();
    expect(await app.problem('openPlanner', { boardId: 1 }, '')).toMatchObject({ code: 'permission.denied' });
  });
});
