import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Resolver from '@forge/resolver';

import { openSandbox } from '../../sandbox/open-sandbox';
import { readEstimationField } from '../../src/jira/boards';
import { readBacklogIssues, readIssue, readSprintIssues } from '../../src/jira/issues';
import { openJira } from '../../src/jira/session';
import { readTimeTracking } from '../../src/jira/time-tracking';
import { csvSite, devlakeSite } from '../open-app';

const session = openJira({ now: () => 0, sleep: () => Promise.resolve(), random: () => 0.5 }, 20_000);

/** Runs a piece of the jira room as a resolver would, on a site. */
async function onSite<Result>(site: string | undefined, work: () => Promise<Result>): Promise<Result> {
  const results: Result[] = [];
  const resolver = new Resolver();
  resolver.define('work', async () => {
    results.push(await work());
    return 'done';
  });
  const definitions = resolver.getDefinitions();
  const sandbox = await openSandbox({
    site,
    reset: true,
    appFolder: join(__dirname, '../..'),
    stateFolder: join(tmpdir(), 'planprism-never-saved'),
    loadHandler: () =>
      Promise.resolve((event, context): unknown => Reflect.apply(definitions, undefined, [event, context])),
    now: () => 0,
  });
  const functionKey = sandbox.app.modules[0]?.functionKey ?? '';
  const accountId = sandbox.site.users[0]?.accountId ?? '';
  const { error } = await sandbox.host.invoke({
    functionKey,
    name: 'work',
    payload: {},
    moduleKey: 'test',
    extension: {},
    accountId,
  });
  if (error !== undefined) throw new Error(error);
  const result = results[0];
  if (result === undefined) throw new Error('The work gave nothing.');
  return result;
}

describe('reading Jira', () => {
  it('reads the backlog: what is in no open sprint and not done, by rank', async () => {
    const { issues, more } = await onSite(csvSite, () => readBacklogIssues(session, 1, null));
    expect(more).toBe(false);
    // The export has 60 rows without a sprint, all of them to do.
    expect(issues).toHaveLength(60);
    expect(issues[59]?.key).toBe('PC2-8169');
    // 353,268 s.
    expect(issues.reduce((sum, { originalHours }) => sum + (originalHours ?? 0), 0)).toBeCloseTo(98.13, 6);
  });

  it('reads a sprint with localised names, sub-tasks and time spent as it was recorded', async () => {
    const issues = await onSite(devlakeSite, () => readSprintIssues(session, 8, 7, null));
    const byKey = new Map(issues.map((issue) => [issue.key, issue]));
    expect(byKey.get('EE-14')).toMatchObject({
      type: { name: '任务', kind: 'task' },
      status: { name: '已完成', category: 'done' },
      assignee: { accountId: '712020:person-10', name: 'Person 10' },
      originalHours: 4,
      remainingHours: 0,
      spentHours: 10,
    });
    // Its category has the id of 'done' and the key of 'new'.
    expect(byKey.get('EE-1')?.status.category).toBe('done');
    expect(byKey.get('EE-25')?.type.kind).toBe('subtask');
  });

  it('knows the field that the board estimates in, and the site’s working day', async () => {
    await expect(onSite(undefined, () => readEstimationField(session, 1))).resolves.toMatchObject({
      fieldId: 'timeoriginalestimate',
    });
    await expect(onSite(undefined, () => readTimeTracking(session))).resolves.toEqual({
      hoursPerDay: 8,
      daysPerWeek: 5,
      format: 'hours',
    });
  });

  it('finds one issue by id or key', async () => {
    const [byKey, byId] = await onSite(csvSite, async () => [
      await readIssue(session, 'PC2-7950'),
      await readIssue(session, '17950'),
    ]);
    expect(byKey).toEqual(byId);
    expect(byKey.originalHours).toBe(0.33);
  });
});

describe('an export with a bad row', () => {
  it('is planned all the same, without that row', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planprism-'));
    const file = join(folder, 'export.csv');
    writeFileSync(
      file,
      [
        'Issue Type,Issue key,Issue id,Summary,Status,Original estimate,Sprint',
        'Task,AB-1,1,First,To Do,3600,Sprint 1',
        'Task,AB-2,2,Second,To Do,soon,Sprint 1',
        'Task,AB-3,3,Third,To Do,7200,Sprint 1',
      ].join('\n'),
    );
    const sandbox = await openSandbox({
      site: file,
      reset: true,
      appFolder: join(__dirname, '../..'),
      stateFolder: folder,
      loadHandler: () => Promise.reject(new Error('not called')),
      now: () => 0,
    });
    expect(sandbox.problems).toEqual([{ where: 'line 3', reason: expect.stringContaining('soon') }]);
    expect(sandbox.site.issues.map(({ key }) => key)).toEqual(['AB-1', 'AB-3']);
  });
});
