import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { build } from 'esbuild';
import type { Browser, FrameLocator, Page } from 'playwright-core';

import { openSandbox } from '../../sandbox/open-sandbox';
import { type Served, serveSandbox } from '../../sandbox/server/serve';
import { launchShell } from './chromium';

jest.setTimeout(60_000);

const root = resolve(__dirname, '../..');
const appId = '00000000-0000-4000-8000-000000000001';
const environmentId = '00000000-0000-4000-8000-00000000e0f1';
const projectPage = `/jira/software/projects/WEB/apps/${appId}/${environmentId}`;
const adminPage = `/jira/settings/apps/${appId}/${environmentId}`;

const manifest = `
modules:
  jira:projectPage:
    - { key: plan, title: Probe, resource: page, resolver: { function: resolver } }
  jira:adminPage:
    - { key: settings, title: Probe settings, resource: page, resolver: { function: resolver } }
  jira:backlogAction:
    - { key: from-backlog, title: Probe the backlog, resource: page, resolver: { function: resolver }, viewportSize: max }
  function:
    - { key: resolver, handler: index.handler }
resources:
  - { key: page, path: static/page }
app: { id: 'ari:cloud:ecosystem::app/${appId}' }
`;

/** An app that shows what the real @forge/bridge tells it, and has a button for each thing that it can do. */
const probe = `
import { NavigationTarget, router, view } from '@forge/bridge';
const show = (id, value) => {
  const output = document.getElementById(id) ?? document.body.appendChild(Object.assign(document.createElement('output'), { id }));
  output.textContent = typeof value === 'string' ? value : JSON.stringify(value);
};
const button = (name, act) => {
  const element = Object.assign(document.createElement('button'), { textContent: name });
  element.addEventListener('click', () => Promise.resolve(act()).catch((error) => show('failure', error.message)));
  document.body.append(element);
};
const heard = [];
const context = await view.getContext();
show('extension', context.extension);
await view.createHistory().then(
  (history) => {
    const at = ({ pathname, search, hash }) => pathname + search + hash;
    show('location', at(history.location));
    history.listen((location, action) => {
      heard.push(action + ' ' + at(location));
      show('heard', heard.join(', '));
      show('location', at(history.location));
    });
    button('push', () => history.push('/settings?board=1'));
    button('push parts', () => history.push({ pathname: '/team', search: '?who=ada' }));
    button('replace', () => history.replace('history'));
  },
  (error) => show('location', error.message),
);
button('close', () => view.close());
button('on close', () => view.onClose(() => undefined));
button('to settings', () => router.navigate({ target: NavigationTarget.Module, moduleKey: 'settings', path: '/people' }));
button('to project', () => router.navigate({ target: NavigationTarget.Module, moduleKey: 'plan', projectKey: 'APP' }));
button('to backlog', () => router.navigate('/jira/boards/1/backlog'));
button('where', async () => show('where', (await router.getUrl({ target: NavigationTarget.Module, moduleKey: 'plan' })).pathname));
button('title', () => view.changeWindowTitle('The probe'));
`;

let browser: Browser;
let folder: string;
let served: Served;
let page: Page;

beforeAll(async () => {
  browser = await launchShell();
  folder = mkdtempSync(join(tmpdir(), 'app-pages-'));
  mkdirSync(join(folder, 'dist'));
  mkdirSync(join(folder, 'static/page'), { recursive: true });
  symlinkSync(join(root, 'dist/sandbox-web'), join(folder, 'dist/sandbox-web'));
  writeFileSync(join(folder, 'manifest.yml'), manifest);
  writeFileSync(
    join(folder, 'static/page/index.html'),
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Probe</title></head><body><script type="module" src="./probe.js"></script></body></html>',
  );
  await build({
    stdin: { contents: probe, resolveDir: root },
    bundle: true,
    format: 'esm',
    outfile: join(folder, 'static/page/probe.js'),
    logLevel: 'error',
  });
  const sandbox = await openSandbox({
    site: undefined,
    reset: true,
    appFolder: folder,
    stateFolder: join(folder, '.sandbox'),
    now: Date.now,
    loadHandler: () => Promise.resolve(() => ({})),
  });
  served = await serveSandbox(sandbox, { port: 0, root: folder });
}, 60_000);
afterAll(async () => {
  await served.close();
  await browser.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});
afterEach(async () => {
  await page.close();
});

const frame = (): FrameLocator => page.frameLocator('iframe');
const press = (name: string) => frame().getByRole('button', { name, exact: true }).click();
const shows = async (id: string, text: string): Promise<void> => {
  await frame()
    .locator(`#${id}`)
    .filter({ hasText: new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) })
    .waitFor();
};
const extension = async (): Promise<unknown> => {
  const text = await frame().locator('#extension').textContent();
  const value: unknown = JSON.parse(text ?? '');
  return value;
};
const path = () => page.url().slice(served.url.length);
const actAs = (user: string) =>
  page.request.post(`${served.url}/sandbox/session`, { data: { user }, headers: { origin: served.url } });

describe('the app’s page in a project', () => {
  it('is a tab of the project, and is told of the project and its board', async () => {
    await page.goto(served.url);
    await page.getByRole('link', { name: 'Probe' }).click();
    await shows('location', '/');
    expect(path()).toBe(projectPage);
    expect(await extension()).toEqual({
      type: 'jira:projectPage',
      project: { id: '10000', key: 'WEB', type: 'software' },
      board: { id: '1', type: 'scrum' },
      location: `${served.url}${projectPage}`,
    });
    expect(await page.getByRole('link', { name: 'Probe' }).getAttribute('aria-current')).toBe('page');
    const size = await page.locator('iframe').boundingBox();
    expect(size).toMatchObject({ x: 0, width: 1280 });
    expect((size?.y ?? 0) + (size?.height ?? 0)).toBe(800);
    await page.getByRole('link', { name: 'Backlog' }).click();
    expect(path()).toBe('/jira/boards/1/backlog');
  });

  it('has addresses of its own, which the browser’s Back, Forward and reload keep', async () => {
    await page.goto(served.url + projectPage);
    await shows('location', '/');
    await press('push');
    await shows('location', '/settings?board=1');
    expect(path()).toBe(`${projectPage}/settings?board=1`);
    await press('push parts');
    await shows('location', '/team?who=ada');
    await press('replace');
    await shows('location', '/history');
    expect(path()).toBe(`${projectPage}/history`);
    await page.goBack();
    await shows('location', '/settings?board=1');
    await page.goForward();
    await shows(
      'heard',
      'PUSH /settings?board=1, PUSH /team?who=ada, REPLACE /history, POP /settings?board=1, POP /history',
    );
    await page.goBack();
    await page.reload();
    await shows('location', '/settings?board=1');
    await page.getByRole('link', { name: 'Probe' }).click();
    await shows('heard', 'POP /');
    expect(path()).toBe(projectPage);
  });

  it('leads to the app’s other pages and to pages of Jira', async () => {
    await page.goto(served.url + projectPage);
    await press('where');
    await shows('where', projectPage);
    await press('to project');
    await page.waitForURL(`**/projects/APP/apps/**`);
    await shows('location', '/');
    await press('to settings');
    await shows('location', '/people');
    expect(path()).toBe(`${adminPage}/people`);
    await press('to backlog');
    await page.getByRole('heading', { level: 1, name: 'Web shop' }).waitFor();
    expect(path()).toBe('/jira/boards/1/backlog');
  });

  it('cannot be closed', async () => {
    await page.goto(served.url + projectPage);
    await press('close');
    await shows('failure', "this resource's view is not closable.");
    await press('on close');
    await shows('failure', "`onClose` failed because this resource's view is not closable.");
  });

  it('names the window while it is there', async () => {
    await page.goto(served.url + projectPage);
    await press('title');
    await page.waitForFunction(() => document.title === 'The probe');
    await page.getByRole('link', { name: 'Backlog' }).click();
    await page.waitForFunction(() => document.title.includes('Web shop'));
  });

  it('is not there for somebody who sees no project, nor for another app', async () => {
    await actAs('outsider');
    await page.goto(served.url + projectPage);
    await page.getByRole('heading', { name: "You can't see this project" }).waitFor();
    await page.goto(served.url + projectPage.replace(appId, environmentId));
    await page.getByRole('heading', { name: 'There is no such page here' }).waitFor();
  });
});

describe('the app’s page among the settings of the site', () => {
  it('is found by an administrator', async () => {
    await page.goto(served.url);
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Probe settings' }).first().click();
    await shows('location', '/');
    expect(path()).toBe(adminPage);
    expect(await extension()).toEqual({ type: 'jira:adminPage', location: `${served.url}${adminPage}` });
  });

  it('is not shown to anybody else, who may open its address all the same', async () => {
    await actAs('noor');
    await page.goto(served.url);
    await page.getByRole('link', { name: 'Inspector' }).waitFor();
    expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
    await page.goto(`${served.url}/jira/settings/apps`);
    await page.getByRole('heading', { name: 'You are not a Jira administrator' }).waitFor();
    await page.goto(served.url + adminPage);
    await shows('location', '/');
  });
});

describe('a dialog of the app', () => {
  it('has no addresses of its own', async () => {
    await page.goto(`${served.url}/jira/boards/1/backlog?module=from-backlog`);
    await frame().locator('#location').filter({ hasText: 'This module has no addresses of its own.' }).waitFor();
  });
});

describe('the inspector', () => {
  it('uninstalls the app and says what is left', async () => {
    await page.goto(`${served.url}/sandbox/inspector?view=switches`);
    await page.getByRole('button', { name: 'Uninstall the app' }).click();
    await page.getByText('0 functions of the app were told, and 0 stored values were deleted.').waitFor();
  });
});
