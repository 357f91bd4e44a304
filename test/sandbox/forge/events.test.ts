import { __requestAtlassianAsApp, asApp, asUser, route } from '@forge/api';
import kvs from '@forge/kvs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { readEventModules } from '../../../sandbox/forge/event-modules';
import { eventScopes } from '../../../sandbox/forge/event-scopes';
import type { Handler } from '../../../sandbox/forge/host';
import { type OpenedSandbox, openSandbox } from '../../../sandbox/open-sandbox';
import { noon } from '../jira/small-site';

const usualScopes = ['storage:app', 'read:jira-work', 'write:jira-work', 'read:jira-user', 'read:sprint:jira-software'];

const manifest = (scopes: readonly string[] = usualScopes, ignoreSelf = true) => `
modules:
  jira:backlogAction:
    - { key: from-backlog, title: Plan, resource: page, resolver: { function: resolver } }
  consumer:
    - { key: late-work, queue: work, function: consume }
  trigger:
    - key: issue-changed
      function: changed
      events: [avi:jira:updated:issue, avi:jira:deleted:issue]
${ignoreSelf ? '      filter: { ignoreSelf: true }' : ''}
    - key: sprint-changed
      function: changed
      events: [avi:jira-software:started:sprint, avi:jira-software:closed:sprint, avi:jira-software:deleted:sprint]
      filter: { ignoreSelf: true }
  scheduledTrigger:
    - { key: tidy-up, function: tidy, interval: hour }
  function:
    - { key: resolver, handler: index.resolver }
    - { key: consume, handler: index.consume, timeoutSeconds: 600 }
    - { key: changed, handler: index.changed }
    - { key: tidy, handler: index.tidy }
resources:
  - { key: page, path: static/page }
permissions:
  scopes: [${scopes.map((scope) => `'${scope}'`).join(', ')}]
app: { id: 'ari:cloud:ecosystem::app/1' }
`;

type Event = Record<string, unknown>;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'events-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface EventfulApp extends OpenedSandbox {
  time: { now: number };
  /** What each function was given, in the order in which it was called. */
  seen: Event[];
  /** The resolver runs this as Ada. */
  act(run: () => unknown): Promise<unknown>;
}

/** The made-up team, and an app whose functions write down what they get and then do what the test says. */
async function openEventful(
  react: (event: Event) => unknown = () => undefined,
  manifestYaml = manifest(),
): Promise<EventfulApp> {
  writeFileSync(join(folder, 'manifest.yml'), manifestYaml);
  const time = { now: noon };
  const seen: Event[] = [];
  let resolving: () => unknown = () => undefined;
  const background: Handler = (given) => {
    const event = z.record(z.string(), z.unknown()).parse(given);
    seen.push(event);
    return react(event);
  };
  const sandbox = await openSandbox({
    site: undefined,
    reset: true,
    appFolder: folder,
    stateFolder: join(folder, '.sandbox'),
    now: () => time.now,
    loadHandler: (handler) => Promise.resolve(handler === 'index.resolver' ? () => resolving() : background),
  });
  return {
    ...sandbox,
    time,
    seen,
    async act(run) {
      resolving = run;
      const call = { functionKey: 'resolver', name: 'act', moduleKey: 'from-backlog', extension: {}, accountId: 'ada' };
      const { body, error } = await sandbox.host.invoke({ ...call, payload: {} });
      if (error !== undefined) throw new Error(error);
      return body;
    },
  };
}

/** What `Queue.push` of @forge/events 3.0.8 sends; the package itself is not installed. */
async function push(payload: object[], changes: object = {}): Promise<{ status: number; message?: unknown }> {
  const response = await __requestAtlassianAsApp(
    '/webhook/queue/publish/{contextAri}/{environmentId}/{appId}/{appVersion}',
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        queueName: 'work',
        jobId: 'job-1',
        type: 'avi:forge:app:event',
        schema: 'ari:cloud:ecosystem::forge/app-event-2',
        payload,
        time: new Date(noon).toISOString(),
        ...changes,
      }),
    },
  );
  const body: unknown = await response.json();
  const message = typeof body === 'object' && body !== null && 'errorMessage' in body ? body.errorMessage : undefined;
  return { status: response.status, ...(message === undefined ? {} : { message }) };
}

const editSummary = (summary: string, as: Pick<ReturnType<typeof asApp>, 'requestJira'> = asUser()) =>
  as
    .requestJira(route`/rest/api/3/issue/WEB-24`, { method: 'PUT', body: JSON.stringify({ fields: { summary } }) })
    .then(({ status }) => status);

/** As Jira's own page edits: not the app. */
const editOnThePage = ({ jira }: OpenedSandbox, fields: object) =>
  jira.serve(
    { method: 'PUT', path: '/rest/api/3/issue/WEB-24', body: JSON.stringify({ fields }) },
    { accountId: 'noor', scopes: 'all' },
  ).status;

describe('a queue', () => {
  it('takes events with 201 and brings each to the consumer, with what Forge adds', async () => {
    const app = await openEventful();
    expect(await app.act(() => push([{ body: { sprint: 23 } }, { body: { sprint: 24 }, delayInSeconds: 5 }]))).toEqual({
      status: 201,
    });
    expect(app.events.pending).toMatchObject([
      { kind: 'queue', name: 'work', moduleKey: 'late-work', functionKey: 'consume', dueAt: noon },
      { kind: 'queue', dueAt: noon + 5000 },
    ]);
    expect(app.seen).toEqual([]);
    await app.events.deliver();
    expect(app.seen).toEqual([
      { body: { sprint: 23 }, queueName: 'work', jobId: 'job-1', eventId: expect.any(String) },
    ]);
    app.time.now += 4999;
    expect(await app.events.deliver()).toEqual([]);
    app.time.now += 1;
    await app.events.deliver();
    expect(app.seen[1]).toMatchObject({ body: { sprint: 24 }, delayInSeconds: 5 });
    expect(app.seen[1]?.['eventId']).not.toBe(app.seen[0]?.['eventId']);
    expect(app.events.pending).toEqual([]);
    expect(app.traffic.map(({ name, moduleKey, accountId }) => [name, moduleKey, accountId])).toEqual([
      ['act', 'from-backlog', 'ada'],
      ['work', 'late-work', null],
      ['work', 'late-work', null],
    ]);
  });

  it('delivers at least once and in no order, when it is told to', async () => {
    const app = await openEventful();
    await app.act(() => push([1, 2, 3].map((number) => ({ body: { number } }))));
    await app.events.deliver({ twice: true, reversed: true });
    const numbers = app.seen.map(({ body }) => z.object({ number: z.number() }).parse(body).number);
    expect(numbers).toEqual([3, 2, 1, 3, 2, 1]);
    const ids = app.seen.map(({ eventId }) => eventId);
    expect(ids.slice(0, 3)).toEqual(ids.slice(3));
    expect(app.events.pending).toEqual([]);
  });

  it('leaves for the next time what a consumer pushes itself', async () => {
    const app = await openEventful(({ body }) =>
      z.object({ number: z.number() }).parse(body).number < 3 ? push([{ body: { number: 3 } }]) : undefined,
    );
    await app.act(() => push([{ body: { number: 1 } }]));
    expect(await app.events.deliver()).toHaveLength(1);
    expect(await app.events.deliver()).toHaveLength(1);
    expect(await app.events.deliver()).toHaveLength(0);
    expect(app.seen.map(({ body }) => body)).toEqual([{ number: 1 }, { number: 3 }]);
  });

  it.each([
    ['51 events', Array.from({ length: 51 }, () => ({ body: {} })), {}, 400, /1 to 50 events, not 51/],
    ['no event', [], {}, 400, /1 to 50 events, not 0/],
    ['more than 200 KB', [{ body: { text: 'x'.repeat(200 * 1024) } }], {}, 413, /^The maximum payload size is 200KB.$/],
    ['a delay above 900 s', [{ body: {}, delayInSeconds: 901 }], {}, 400, /delayInSeconds/],
    ['a body that is no object', [{ body: 'x' }], {}, 400, /body/],
    ['an unknown queue', [{ body: {} }], { queueName: 'other' }, 400, /no consumer of the queue 'other'/],
  ])('refuses %s, and takes nothing of it', async (_what, payload, changes, status, message) => {
    const app = await openEventful();
    expect(await app.act(() => push(payload, changes))).toEqual({ status, message: expect.stringMatching(message) });
    expect(app.events.pending).toEqual([]);
  });

  it('takes what is just within the limits', async () => {
    const app = await openEventful();
    const empty = JSON.stringify([{ body: { text: '' } }]).length;
    const most = [{ body: { text: 'x'.repeat(200 * 1024 - empty) } }];
    expect(await app.act(() => push(most))).toEqual({ status: 201 });
    expect(await app.act(() => push(Array.from({ length: 50 }, () => ({ body: {}, delayInSeconds: 900 }))))).toEqual({
      status: 201,
    });
    expect(app.events.pending).toHaveLength(51);
  });

  it('takes 500 events a minute', async () => {
    const app = await openEventful();
    const fifty = Array.from({ length: 50 }, () => ({ body: {} }));
    for (let request = 0; request < 10; request += 1) await app.act(() => push(fifty));
    expect(await app.act(() => push([{ body: {} }]))).toMatchObject({ status: 429 });
    app.time.now += 60_000;
    expect(await app.act(() => push([{ body: {} }]))).toEqual({ status: 201 });
  });

  it('brings an event again when the consumer asks for it, after the time that it names', async () => {
    const retryOptions = { retryAfter: 30, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED', retryData: { page: 2 } };
    const app = await openEventful(({ retryContext }) =>
      // What InvocationError of @forge/events 3.0.8 looks like.
      retryContext === undefined ? { _retry: true, retryOptions } : undefined,
    );
    await app.act(() => push([{ body: { sprint: 23 } }]));
    await app.events.deliver();
    app.time.now += 29_999;
    expect(await app.events.deliver()).toEqual([]);
    app.time.now += 1;
    await app.events.deliver();
    expect(app.seen[1]).toMatchObject({
      body: { sprint: 23 },
      retryContext: {
        retryCount: 1,
        retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
        retryData: { page: 2 },
        retentionWindow: { startTime: '2026-11-21T12:00:00.000Z', remainingTimeMs: 24 * 3_600_000 - 30_000 },
      },
    });
    expect(app.events.pending).toEqual([]);
  });

  it('takes 4 KB along to the next try, and no more', async () => {
    const app = await openEventful(({ body }) => ({
      _retry: true,
      retryOptions: { retryData: 'x'.repeat(z.object({ bytes: z.number() }).parse(body).bytes - 2) },
    }));
    await app.act(() => push([{ body: { bytes: 4096 } }, { body: { bytes: 4097 } }]));
    await app.events.deliver();
    expect(app.events.pending).toMatchObject([{ event: { body: { bytes: 4096 } }, dueAt: noon + 1000 }]);
  });

  it('lowers a wish to wait for more than 900 s, and raises one for nothing', async () => {
    const app = await openEventful(({ body }) => ({
      _retry: true,
      retryOptions: { retryAfter: z.object({ after: z.number() }).parse(body).after },
    }));
    await app.act(() => push([{ body: { after: 5000 } }, { body: { after: 0 } }]));
    await app.events.deliver();
    expect(app.events.pending.map(({ dueAt }) => dueAt - noon)).toEqual([900_000, 1000]);
  });

  it('brings an event again that its consumer failed on, later each time, for a day', async () => {
    const app = await openEventful(() => {
      throw new Error('no luck');
    });
    await app.act(() => push([{ body: {} }]));
    const waits: number[] = [];
    for (;;) {
      await app.events.deliver();
      const [again] = app.events.pending;
      if (again === undefined) break;
      waits.push((again.dueAt - app.time.now) / 1000);
      app.time.now = again.dueAt;
    }
    expect(waits.slice(0, 11)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900]);
    expect(app.time.now - noon).toBeLessThanOrEqual(24 * 3_600_000);
    expect(app.time.now - noon).toBeGreaterThan(23.7 * 3_600_000);
    expect(app.traffic.at(-1)).toMatchObject({ outcome: 'error', error: 'no luck' });
  });
});

describe('a trigger', () => {
  it('hears of an issue that was edited on Jira’s page, with what changed', async () => {
    const app = await openEventful();
    expect(editOnThePage(app, { summary: 'Gift cards' })).toBe(204);
    expect(app.seen).toEqual([]);
    await app.events.deliver();
    expect(app.seen).toEqual([
      {
        eventType: 'avi:jira:updated:issue',
        issue: { id: '10024', key: 'WEB-24', fields: expect.objectContaining({ summary: 'Gift cards' }) },
        changelog: {
          items: [
            expect.objectContaining({
              field: 'summary',
              fromString: '🎁 Gift wrapping with a card',
              toString: 'Gift cards',
            }),
          ],
        },
        atlassianId: 'noor',
        selfGenerated: false,
      },
    ]);
  });

  it('is told of an estimate in seconds and without Jira’s own sums, and must read the issue for more', async () => {
    const app = await openEventful();
    editOnThePage(app, { timetracking: { originalEstimate: '3h' } });
    await app.events.deliver();
    expect(app.seen).toMatchObject([
      {
        changelog: {
          items: [
            { field: 'timeoriginalestimate', from: String(16 * 3600), to: String(3 * 3600) },
            // Nothing is logged yet: what remains follows.
            { field: 'timeestimate', from: String(16 * 3600), to: String(3 * 3600) },
          ],
        },
      },
    ]);
    const { issue } = z.object({ issue: z.object({ fields: z.record(z.string(), z.unknown()) }) }).parse(app.seen[0]);
    expect(issue.fields).not.toHaveProperty('timeoriginalestimate');
    expect(issue.fields).toHaveProperty('status');
  });

  it('does not hear of what the app itself did, for a user or for itself', async () => {
    const app = await openEventful();
    expect(await app.act(async () => [await editSummary('One'), await editSummary('Two', asApp())])).toEqual([
      204, 204,
    ]);
    expect(app.events.pending).toEqual([]);
  });

  it('that does not ignore the app hears of it, and can see that it was the app', async () => {
    const app = await openEventful(undefined, manifest(usualScopes, false));
    await app.act(() => editSummary('One'));
    await app.events.deliver();
    expect(app.seen).toMatchObject([{ eventType: 'avi:jira:updated:issue', selfGenerated: true, atlassianId: 'ada' }]);
  });

  it('hears nothing of an edit that Jira refused, and nothing of one that changed nothing', async () => {
    const app = await openEventful();
    expect(editOnThePage(app, { nothing: 1 })).toBe(400);
    expect(editOnThePage(app, { summary: '🎁 Gift wrapping with a card' })).toBe(204);
    expect(app.events.pending).toEqual([]);
  });

  it('gets the event as it was, however late it comes, and as often as Forge likes', async () => {
    const app = await openEventful();
    editOnThePage(app, { summary: 'First' });
    editOnThePage(app, { summary: 'Second' });
    app.time.now += 3 * 60_000;
    await app.events.deliver({ twice: true, reversed: true });
    const summaries = app.seen.map(
      ({ issue }) => z.object({ fields: z.object({ summary: z.string() }) }).parse(issue).fields.summary,
    );
    expect(summaries).toEqual(['Second', 'First', 'Second', 'First']);
  });

  it('hears of what the sandbox cannot do yet, when a test says that it happened', async () => {
    const app = await openEventful();
    for (const eventType of ['started', 'closed', 'deleted'].map((what) => `avi:jira-software:${what}:sprint`))
      app.events.emit({ eventType, sprint: { id: '24', name: 'Sprint 24' }, atlassianId: 'ada' });
    app.events.emit({ eventType: 'avi:jira:deleted:issue', issue: { id: '10024' }, selfGenerated: false });
    app.events.emit({ eventType: 'avi:jira:created:issue', issue: { id: '10099' } });
    expect(app.events.pending.map(({ name, moduleKey }) => [name, moduleKey])).toEqual([
      ['avi:jira-software:started:sprint', 'sprint-changed'],
      ['avi:jira-software:closed:sprint', 'sprint-changed'],
      ['avi:jira-software:deleted:sprint', 'sprint-changed'],
      ['avi:jira:deleted:issue', 'issue-changed'],
    ]);
    await app.events.deliver();
    expect(app.seen[0]).toEqual({
      eventType: 'avi:jira-software:started:sprint',
      sprint: { id: '24', name: 'Sprint 24' },
      atlassianId: 'ada',
    });
  });

  it('hears of an issue that was moved into a sprint', async () => {
    const app = await openEventful();
    const body = JSON.stringify({ issues: ['WEB-24'] });
    const moved = { method: 'POST', path: '/rest/agile/1.0/sprint/23/issue', body };
    expect(app.jira.serve(moved, { accountId: 'ada', scopes: 'all' }).status).toBe(204);
    await app.events.deliver();
    const changelog = {
      items: [{ field: 'Sprint', from: '24', fromString: 'Sprint 24', to: '23', toString: 'Sprint 23' }],
    };
    // Its sub-tasks go with it.
    expect(app.seen).toMatchObject(['WEB-24', 'WEB-25', 'WEB-26'].map((key) => ({ issue: { key }, changelog })));
  });

  it('gets the event as it was when it was emitted', async () => {
    const app = await openEventful();
    const event = { eventType: 'avi:jira-software:closed:sprint', sprint: { id: '23', state: 'closed' } };
    app.events.emit(event);
    event.sprint.state = 'changed later';
    await app.events.deliver();
    expect(app.seen).toMatchObject([{ sprint: { state: 'closed' } }]);
  });

  it('on sprints hears of the app’s own doing too: there Forge cannot ignore it', async () => {
    const app = await openEventful();
    const event = { eventType: 'avi:jira-software:started:sprint', sprint: { id: '24' }, selfGenerated: true };
    app.events.emit(event);
    expect(app.events.pending).toHaveLength(1);
  });

  it('has no user: only the app may ask Jira', async () => {
    const app = await openEventful(async () => {
      const mine = await asApp().requestJira(route`/rest/api/3/myself`);
      await kvs.set('heard', mine.status);
      return asUser().requestJira(route`/rest/api/3/myself`);
    });
    app.events.emit({ eventType: 'avi:jira:deleted:issue', issue: { id: '1' } });
    const [delivered] = await app.events.deliver();
    expect(delivered?.result.error).toBe('Authentication Required');
    expect(app.stored.values['heard']?.value).toBe(200);
  });

  it('that asks for it is called four times more, and not after an error', async () => {
    const asking = await openEventful(() => ({ _retry: true, retryOptions: { retryAfter: 1 } }));
    asking.events.emit({ eventType: 'avi:jira:deleted:issue', issue: { id: '1' } });
    for (let turn = 0; turn < 8; turn += 1) {
      await asking.events.deliver();
      asking.time.now += 1000;
    }
    expect(asking.seen.map(({ retryContext }) => retryContext)).toMatchObject([
      undefined,
      { retryCount: 1 },
      { retryCount: 2 },
      { retryCount: 3 },
      { retryCount: 4 },
    ]);
    const failing = await openEventful(() => Promise.reject(new Error('no luck')));
    failing.events.emit({ eventType: 'avi:jira:deleted:issue', issue: { id: '1' } });
    await failing.events.deliver();
    expect(failing.events.pending).toEqual([]);
  });
});

describe('a scheduled trigger', () => {
  it('runs when it is told to, as nobody, and what it throws is not tried again', async () => {
    const app = await openEventful(() => {
      throw new Error('no luck');
    });
    const result = await app.events.runSchedule('tidy-up');
    expect(result.error).toBe('no luck');
    expect(app.seen).toEqual([
      { context: { cloudId: expect.any(String), moduleKey: 'tidy-up' }, contextToken: expect.any(String) },
    ]);
    expect(app.events.pending).toEqual([]);
    expect(() => app.events.runSchedule('other')).toThrow("no scheduled trigger 'other'");
  });
});

describe('manifest.yml', () => {
  it('gives functions that run in the background more time than others', () => {
    expect(Object.fromEntries(readEventModules(manifest()).limitMilliseconds)).toEqual({
      consume: 600_000,
      changed: 25_000,
      tidy: 55_000,
    });
  });

  it.each([
    ['read:jira-work', usualScopes.filter((scope) => scope !== 'read:jira-work'), 'issue-changed'],
    ['read:jira-work', ['storage:app'], 'issue-changed'],
  ])('without %s (%j) is refused: the trigger could hear nothing', async (scope, scopes, trigger) => {
    const opened = openEventful(undefined, manifest(scopes));
    await expect(opened).rejects.toThrow(`the trigger '${trigger}' needs the scope ${scope} for the event`);
  });

  it('may name Jira’s granular scopes in place of the classic one, but all of them', () => {
    const granular = ['read:issue:jira', 'read:issue-type:jira', 'read:user:jira', 'read:project:jira'];
    const sprint = 'read:sprint:jira-software';
    expect(() => readEventModules(manifest([...granular, sprint]))).toThrow("'issue-changed' needs the scope");
    const scopes = [...granular, 'read:status:jira'];
    expect(() => readEventModules(manifest(scopes))).toThrow("'sprint-changed' needs the scope read:jira-work");
    expect(readEventModules(manifest([...scopes, sprint])).triggers).toHaveLength(2);
  });

  it('needs the scopes that Atlassian’s own validator asks for', () => {
    const file = resolve(
      __dirname,
      '../../../node_modules/@forge/manifest/out/mapping/product-event-to-scope-mapping.json',
    );
    const entry = z.object({
      productEvent: z.string(),
      oAuthScopes: z.object({ beta: z.array(z.string()), current: z.array(z.string()) }),
    });
    const text: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const known = new Map(
      Object.values(z.record(z.string(), z.unknown()).parse(text))
        .flatMap((part) => (Array.isArray(part) ? z.array(z.unknown()).parse(part) : []))
        .flatMap((one) => {
          const parsed = entry.safeParse(one);
          return parsed.success ? [[parsed.data.productEvent, parsed.data.oAuthScopes] as const] : [];
        }),
    );
    expect(Object.keys(eventScopes)).toHaveLength(8);
    for (const [event, { classic, granular }] of Object.entries(eventScopes)) {
      expect([event, known.get(event)]).toEqual([event, { beta: granular, current: classic }]);
    }
  });

  it.each([
    [manifest().replace('function: consume }', 'function: cosnume }'), "names the function 'cosnume'"],
    [manifest().replace('updated:issue', 'updatd:issue'), "does not model the event 'avi:jira:updatd:issue'"],
    [manifest().replace('interval: hour', 'interval: month'), 'interval'],
    [manifest().replace('timeoutSeconds: 600', 'timeoutSeconds: 901'), 'timeoutSeconds'],
    [manifest().replace('{ ignoreSelf: true }', '{ expression: "true" }'), 'no filter but ignoreSelf'],
    [
      manifest().replace(
        '{ key: tidy-up, function: tidy, interval: hour }',
        '{ key: a, function: tidy, interval: hour }\n'
          .concat(
            ...Array.from({ length: 5 }, (_, index) => `    - { key: b${index}, function: tidy, interval: day }\n`),
          )
          .trimEnd(),
      ),
      'at most 5 scheduled triggers',
    ],
  ])('is refused for what Forge or the sandbox cannot do (%#)', (text, reason) => {
    expect(text).not.toBe(manifest());
    expect(() => readEventModules(text)).toThrow(reason);
  });
});
