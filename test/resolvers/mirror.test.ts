import * as z from 'zod';

import type { ProductEvent } from '../../sandbox/sandbox-types';
import { type App, openApp } from '../open-app';
import { post } from '../sandbox/jira/post';

const foundSchema = z.object({ issues: z.array(z.object({ key: z.string() })) });

/** 30 issues of the made-up team have a confidence, without that Jira's issues know: as before the property was written. */
async function withStoredConfidences(count: number, clock?: { now: number }): Promise<{ app: App; ids: string[] }> {
  const app = await openApp(undefined, clock);
  const ids = app.sandbox.site.issues.slice(0, count).map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    const changes = [{ confidence: 10 + index, by: 'ada', at: '2026-11-20T09:00:00.000Z' }];
    app.sandbox.kvs.serve('/api/v1/set', { key: `confidence:${id}`, value: { version: 2, changes } });
  }
  return { app, ids };
}

const propertyOf = (app: App, issueId: string): unknown =>
  app.sandbox.site.issues.find(({ id }) => id === issueId)?.properties?.['planprism'];

async function issueOf(app: App, key: string): Promise<string> {
  return (await app.value('openGlance', { issueId: key })).issueId;
}

describe('the property of an issue', () => {
  it('says its confidence and range in hours, follows each change, and goes with the confidence', async () => {
    const app = await openApp();
    const issueId = await issueOf(app, 'WEB-27');
    await app.value('setEstimate', { issueId, hours: 10 });
    await app.value('setConfidence', { issueId, confidence: 50 });
    // 10 × 0.5 and 10 ÷ 0.5.
    expect(propertyOf(app, issueId)).toEqual({ confidence: 50, optimistic: 5, pessimistic: 20 });
    await app.value('setEstimate', { issueId, hours: 4 });
    expect(propertyOf(app, issueId)).toEqual({ confidence: 50, optimistic: 2, pessimistic: 8 });
    await app.value('setConfidence', { issueId, confidence: null });
    expect(propertyOf(app, issueId)).toBeUndefined();
  });

  it('is what JQL finds: planprism.confidence < 50', async () => {
    const app = await openApp();
    await app.value('setConfidence', { issueId: 'WEB-27', confidence: 45 });
    await app.value('setConfidence', { issueId: 'WEB-28', confidence: 50 });
    const found = (jql: string) => {
      const { body } = post(app.sandbox.jira, '/rest/api/3/search/jql', { jql, fields: ['summary'] }, 'ada');
      return foundSchema.parse(body).issues.map(({ key }) => key);
    };
    expect(found('planprism.confidence < 50')).toEqual(['WEB-27']);
    expect(found('planprism.confidence <= 50 ORDER BY key')).toEqual(['WEB-27', 'WEB-28']);
    // 10 h at 45 %: 4.5 to 22.2 h; 5 h at 50 %: 2.5 to 10 h.
    expect(found('planprism.pessimistic > 20')).toEqual(['WEB-27']);
  });

  it('is no reason for a confidence not to be saved when Jira does not take it', async () => {
    const app = await openApp();
    const issueId = await issueOf(app, 'WEB-27');
    app.sandbox.conditions.faults.push({ operation: 'setIssueProperty', status: 400, times: 1 });
    await app.value('setConfidence', { issueId, confidence: 50 });
    expect((await app.value('openGlance', { issueId })).confidence).toBe(50);
    expect(propertyOf(app, issueId)).toBeUndefined();
  });
});

describe('writing all confidences to the issues', () => {
  it('is a job that says how far it is, and that can be repeated', async () => {
    const { app, ids } = await withStoredConfidences(30);
    expect(await app.value('readMirror', {})).toBeNull();
    expect(await app.value('startMirror', {})).toMatchObject({ state: 'running', done: 0, total: null });
    // Pressed twice it is one job.
    await app.value('startMirror', {});
    expect(app.sandbox.events.pending).toHaveLength(1);
    await app.sandbox.events.deliver();
    expect(await app.value('readMirror', {})).toMatchObject({ state: 'done', done: 30, total: 30, left: 0 });
    for (const [index, id] of ids.entries()) expect(propertyOf(app, id)).toMatchObject({ confidence: 10 + index });
    expect(await app.value('startMirror', {})).toMatchObject({ state: 'running', done: 0 });
  });

  it('comes to the same when the event is delivered twice', async () => {
    const { app, ids } = await withStoredConfidences(5);
    await app.value('startMirror', {});
    await app.sandbox.events.deliver({ twice: true });
    expect(await app.value('readMirror', {})).toMatchObject({ state: 'done', done: 5, total: 5, left: 0 });
    expect(propertyOf(app, ids[4] ?? '')).toMatchObject({ confidence: 14 });
  });

  it('goes on where it was when Jira was down for a while', async () => {
    const clock = { now: Date.UTC(2026, 10, 21, 9) };
    const { app, ids } = await withStoredConfidences(5, clock);
    // The first step is full of issues that are gone; Jira goes down in the second.
    const changes = [{ confidence: 50, by: 'ada', at: '2026-11-20T09:00:00.000Z' }];
    for (let id = 1; id <= 100; id += 1)
      app.sandbox.kvs.serve('/api/v1/set', { key: `confidence:${String(id)}`, value: { version: 2, changes } });
    await app.value('startMirror', {});
    app.sandbox.conditions.faults.push({ operation: 'setIssueProperty', status: 501, times: null });
    await app.sandbox.events.deliver();
    expect(await app.value('readMirror', {})).toMatchObject({ state: 'running', done: 100, total: 105, left: 100 });
    expect(propertyOf(app, ids[0] ?? '')).toBeUndefined();

    app.sandbox.conditions.faults.length = 0;
    clock.now += 60_000;
    await app.sandbox.events.deliver();
    expect(await app.value('readMirror', {})).toMatchObject({ state: 'done', done: 105, total: 105, left: 100 });
    expect(propertyOf(app, ids[4] ?? '')).toMatchObject({ confidence: 14 });
    expect(app.sandbox.events.pending).toEqual([]);
  });

  it('takes away what stayed on an issue whose confidence was taken away', async () => {
    const app = await openApp();
    await app.value('setConfidence', { issueId: 'WEB-27', confidence: 50 });
    app.sandbox.conditions.faults.push({ operation: 'deleteIssueProperty', status: 501, times: 1 });
    await app.value('setConfidence', { issueId: 'WEB-27', confidence: null });
    const issueId = await issueOf(app, 'WEB-27');
    expect(propertyOf(app, issueId)).toBeDefined();
    await app.value('startMirror', {});
    await app.sandbox.events.deliver();
    expect(propertyOf(app, issueId)).toBeUndefined();
    expect(await app.value('readMirror', {})).toMatchObject({ state: 'done', left: 0 });
  });

  it('leaves an issue that Jira keeps as it is, and goes on with the others', async () => {
    const { app, ids } = await withStoredConfidences(3);
    const [archived = '', other = ''] = ids;
    app.sandbox.conditions.faults.push({ operation: 'setIssueProperty', issue: archived, status: 400, times: null });
    await app.value('startMirror', {});
    await app.sandbox.events.deliver();
    expect(await app.value('readMirror', {})).toMatchObject({ state: 'done', done: 3, left: 1 });
    expect(propertyOf(app, other)).toBeDefined();
  });

  it('says that it failed when no further try could help, and can be started again at once', async () => {
    const { app } = await withStoredConfidences(1);
    await app.value('startMirror', {});
    app.sandbox.conditions.faults.push({ operation: 'bulkFetchIssues', status: 404, times: 1 });
    await app.sandbox.events.deliver();
    expect(app.sandbox.events.pending).toEqual([]);
    expect(await app.value('readMirror', {})).toMatchObject({ state: 'failed' });
    expect(await app.value('startMirror', {})).toMatchObject({ state: 'running' });
  });

  it('counts what it had to leave: issues that are gone', async () => {
    const { app } = await withStoredConfidences(3);
    const changes = [{ confidence: 50, by: 'ada', at: '2026-11-20T09:00:00.000Z' }];
    app.sandbox.kvs.serve('/api/v1/set', { key: 'confidence:999999', value: { version: 2, changes } });
    await app.value('startMirror', {});
    await app.sandbox.events.deliver();
    expect(await app.value('readMirror', {})).toMatchObject({ state: 'done', done: 4, total: 4, left: 1 });
  });

  it('is for Jira admins only', async () => {
    const { app } = await withStoredConfidences(1);
    expect(await app.problem('startMirror', {}, 'noor')).toMatchObject({ code: 'permission.denied' });
    expect(await app.problem('readMirror', {}, 'noor')).toMatchObject({ code: 'permission.denied' });
    expect(app.sandbox.events.pending).toEqual([]);
  });
});

describe('an issue that is deleted', () => {
  it('leaves no confidence behind, however often Jira says so', async () => {
    const { app, ids } = await withStoredConfidences(2);
    const [gone = '', other = ''] = ids;
    const event: ProductEvent = { eventType: 'avi:jira:deleted:issue', issue: { id: gone, key: 'WEB-1' } };
    app.sandbox.events.emit(event);
    await app.sandbox.events.deliver({ twice: true });
    const stored = (id: string) => app.sandbox.kvs.serve('/api/v1/get', { key: `confidence:${id}` }).status;
    expect(stored(gone)).toBe(404);
    expect(stored(other)).toBe(200);
  });
});

describe('taking the app off the site', () => {
  it('leaves nothing behind: neither in Forge storage nor on the issues', async () => {
    const { app, ids } = await withStoredConfidences(3);
    await app.value('startMirror', {});
    await app.sandbox.events.deliver();
    expect(propertyOf(app, ids[0] ?? '')).toBeDefined();
    await app.sandbox.uninstall();
    for (const id of ids) {
      expect(propertyOf(app, id)).toBeUndefined();
      expect(app.sandbox.kvs.serve('/api/v1/get', { key: `confidence:${id}` }).status).toBe(404);
    }
  });
});
