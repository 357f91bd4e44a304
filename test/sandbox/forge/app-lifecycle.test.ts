import { asApp, route } from '@forge/api';
import { type AsyncEvent, InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import kvs from '@forge/kvs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Handler } from '../../../sandbox/forge/host';
import { type OpenedSandbox, openSandbox } from '../../../sandbox/open-sandbox';
import { noon } from '../jira/small-site';

const manifest = `
modules:
  jira:backlogAction:
    - { key: from-backlog, title: Plan, resource: page, resolver: { function: resolver } }
  jira:entityProperty:
    - key: confidence-property
      entityType: issue
      propertyKey: planprism
      values:
        - { path: confidence, type: number, searchAlias: planprism.confidence }
  consumer:
    - { key: mirror, queue: mirror, function: consume }
  trigger:
    - { key: issue-deleted, function: deleted, events: ['avi:jira:deleted:issue'] }
  preUninstall:
    - { key: before-uninstall, function: leave }
  function:
    - { key: resolver, handler: index.resolver }
    - { key: consume, handler: index.consume, timeoutSeconds: 900 }
    - { key: deleted, handler: index.deleted }
    - { key: leave, handler: index.leave }
resources:
  - { key: page, path: static/page }
permissions:
  scopes: ['storage:app', 'read:jira-work', 'write:jira-work']
app:
  id: 'ari:cloud:ecosystem::app/1'
  storage: { entities: [{ name: settings, attributes: { version: { type: integer } } }] }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lifecycle-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The made-up team with an app of these functions; what each was given is written down. */
async function openApp(
  functions: Partial<Record<'resolver' | 'consume' | 'deleted' | 'leave', (event: never) => unknown>>,
  manifestYaml = manifest,
) {
  writeFileSync(join(folder, 'manifest.yml'), manifestYaml);
  const time = { now: noon };
  const seen: { handler: string; event: unknown; context: unknown }[] = [];
  const sandbox: OpenedSandbox = await openSandbox({
    site: undefined,
    reset: true,
    appFolder: folder,
    stateFolder: join(folder, '.sandbox'),
    now: () => time.now,
    loadHandler: (name) => {
      const run: Handler = (event, context) => {
        seen.push({ handler: name, event, context });
        const own = Object.entries(functions).find(([key]) => `index.${key}` === name)?.[1];
        const answer: unknown = own === undefined ? undefined : Reflect.apply(own, undefined, [event]);
        return answer;
      };
      return Promise.resolve(run);
    },
  });
  const act = () =>
    sandbox.host.invoke({
      functionKey: 'resolver',
      name: 'act',
      payload: {},
      moduleKey: 'from-backlog',
      extension: {},
      accountId: 'ada',
    });
  return { sandbox, seen, time, act };
}

const setProperty = (key: string) =>
  asApp().requestJira(route`/rest/api/3/issue/${key}/properties/planprism`, {
    method: 'PUT',
    body: JSON.stringify({ confidence: 40 }),
  });
const removeAll = () =>
  asApp().requestJira(route`/rest/api/3/issue/properties/planprism`, { method: 'DELETE', body: '{}' });

describe('the queue of @forge/events', () => {
  it('brings what was pushed to the consumer, again after the pause that its InvocationError asks for', async () => {
    const tries: AsyncEvent[] = [];
    const { sandbox, time, act } = await openApp({
      resolver: () => new Queue({ key: 'mirror' }).push({ body: { runId: 'a' }, concurrency: { key: 'm', limit: 1 } }),
      consume: (event: AsyncEvent) => {
        tries.push(event);
        return tries.length === 1
          ? new InvocationError({ retryAfter: 60, retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED })
          : undefined;
      },
    });
    const { body } = await act();
    const jobId: unknown = expect.any(String);
    expect(body).toEqual({ jobId });
    await sandbox.events.deliver();
    expect(sandbox.events.pending.map(({ dueAt }) => dueAt - noon)).toEqual([60_000]);
    time.now += 60_000;
    await sandbox.events.deliver();
    expect(tries).toMatchObject([
      { body: { runId: 'a' }, queueName: 'mirror', concurrency: { key: 'm', limit: 1 } },
      { body: { runId: 'a' }, retryContext: { retryCount: 1, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED' } },
    ]);
    expect(sandbox.events.pending).toEqual([]);
  });

  it('acts for the app itself, which may read and edit every issue', async () => {
    const statuses: number[] = [];
    const { sandbox, seen, act } = await openApp({
      resolver: () => new Queue({ key: 'mirror' }).push({ body: {} }),
      consume: async () => {
        for (const key of ['WEB-24', 'OPS-1', 'APP-1']) statuses.push((await setProperty(key)).status);
        const query = new URLSearchParams({ jql: 'planprism.confidence < 50', fields: 'key' });
        const found: unknown = await (await asApp().requestJira(route`/rest/api/3/search/jql?${query}`)).json();
        expect(found).toMatchObject({ issues: [{ key: 'WEB-24' }, { key: 'OPS-1' }, { key: 'APP-1' }] });
      },
    });
    await act();
    const [delivered] = await sandbox.events.deliver();
    expect(delivered?.result.error).toBeUndefined();
    expect(statuses).toEqual([201, 201, 201]);
    expect(seen.at(-1)).toMatchObject({ handler: 'index.consume', context: { principal: undefined } });
  });
});

describe('an issue that is deleted on Jira’s page', () => {
  it('is told to a trigger by its id', async () => {
    const { sandbox, seen } = await openApp({});
    const request = { method: 'DELETE', path: '/rest/api/3/issue/WEB-24?deleteSubtasks=true' };
    expect(sandbox.jira.serve(request, { accountId: 'ada', scopes: 'all' }).status).toBe(204);
    await sandbox.events.deliver();
    expect(seen.map(({ event }) => event)).toEqual([
      {
        eventType: 'avi:jira:deleted:issue',
        issue: expect.objectContaining({ id: '10024', key: 'WEB-24' }),
        atlassianId: 'ada',
        selfGenerated: false,
      },
    ]);
  });
});

describe('uninstalling the app', () => {
  const keepSomething = async () => {
    await kvs.set('confidence:10024', { version: 1, confidence: 40 });
    await kvs.entity('settings').set('site', { version: 1 });
    await setProperty('WEB-24');
    await setProperty('WEB-27');
    await new Queue({ key: 'mirror' }).push({ body: {} });
  };

  it('runs what the app does before it goes, without a user, and deletes all that it stored', async () => {
    const { sandbox, seen, act } = await openApp({ resolver: keepSomething, leave: removeAll });
    await act();
    expect(await sandbox.uninstall()).toEqual({
      calls: [{ moduleKey: 'before-uninstall', error: null }],
      values: 2,
      left: [],
    });
    expect(seen.at(-1)).toMatchObject({ handler: 'index.leave', context: { principal: undefined } });
    expect(sandbox.stored).toEqual({ values: {}, entities: { settings: {} } });
    expect(sandbox.events.pending).toEqual([]);
    expect(sandbox.site.issues.some(({ properties }) => properties !== undefined)).toBe(false);
  });

  it('goes on when that fails, and says what stays in Jira', async () => {
    const { sandbox, act } = await openApp({
      resolver: keepSomething,
      leave: () => {
        throw new Error('no luck');
      },
    });
    await act();
    expect(await sandbox.uninstall()).toEqual({
      calls: [{ moduleKey: 'before-uninstall', error: 'no luck' }],
      values: 2,
      left: [{ propertyKey: 'planprism', issues: 2 }],
    });
    expect(sandbox.stored.values).toEqual({});
  });

  it('is kept, also when nothing else changes', async () => {
    const { sandbox, act } = await openApp({ resolver: keepSomething });
    await act();
    await sandbox.save();
    await sandbox.uninstall();
    await sandbox.save();
    const again = await openSandbox({
      site: undefined,
      reset: false,
      appFolder: folder,
      stateFolder: join(folder, '.sandbox'),
      now: () => noon,
      loadHandler: () => Promise.reject(new Error('not called')),
    });
    expect(again.stored.values).toEqual({});
    // What the app wrote to issues is the site's, and survives both.
    expect(again.site.issues.find(({ key }) => key === 'WEB-27')?.properties).toEqual({
      planprism: { confidence: 40 },
    });
  });

  it('needs a function that is there', async () => {
    await expect(openApp({}, manifest.replace('function: leave }', 'function: nowhere }'))).rejects.toThrow(
      "the module 'before-uninstall' names the function 'nowhere', which is not declared",
    );
  });
});
