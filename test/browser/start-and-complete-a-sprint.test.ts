import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { type OpenedSandbox, openSandbox } from '../../sandbox/open-sandbox';
import { type Served, serveSandbox } from '../../sandbox/server/serve';
import { launchShell } from './chromium';

jest.setTimeout(60_000);

const root = resolve(__dirname, '../..');

let browser: Browser;
let folder: string;
let sandbox: OpenedSandbox;
let served: Served;
let page: Page;

beforeAll(async () => {
  browser = await launchShell();
});
afterAll(async () => {
  await browser.close();
});
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sprint-steps-'));
  mkdirSync(join(folder, 'dist'));
  symlinkSync(join(root, 'dist/sandbox-web'), join(folder, 'dist/sandbox-web'));
  writeFileSync(join(folder, 'manifest.yml'), "app: { id: 'ari:cloud:ecosystem::app/1' }\nmodules: {}\n");
  sandbox = await openSandbox({
    site: undefined,
    reset: true,
    appFolder: folder,
    stateFolder: join(folder, '.sandbox'),
    now: Date.now,
    loadHandler: (handler) => Promise.reject(new Error(`Nobody calls the app here, and so not ${handler}.`)),
  });
  served = await serveSandbox(sandbox, { port: 0, root: folder });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
});
afterEach(async () => {
  await page.close();
  await served.close();
  rmSync(folder, { recursive: true });
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');
const section = (name: string) => page.getByRole('region', { name, exact: true });

async function openBacklog(user = 'ada'): Promise<void> {
  await page.request.post(`${served.url}/sandbox/session`, { data: { user }, headers: { origin: served.url } });
  await page.goto(`${served.url}/jira/boards/1/backlog`);
  await section('Sprint 24').waitFor();
}

const sprint = (id: number) => sandbox.site.sprints.find((one) => one.id === id);
const inSprint = (id: number) => sandbox.site.issues.filter(({ sprintId }) => sprintId === id).map(({ key }) => key);

describe('a sprint in the backlog of Jira', () => {
  it('is completed, its open issues go to the next one, and that one is started', async () => {
    await openBacklog();
    expect(await button('Start sprint').isDisabled()).toBe(true);
    await button('Complete sprint').click();
    // WEB-16 to 19 are done, WEB-20 to 23 are not.
    await dialog().getByText('This sprint contains 4 completed issues and 4 open issues.').waitFor();
    await dialog().getByRole('button', { name: 'Complete sprint' }).click();
    await section('Sprint 23').waitFor({ state: 'detached' });
    expect(sprint(23)?.state).toBe('closed');
    expect(inSprint(24)).toEqual(expect.arrayContaining(['WEB-20', 'WEB-21', 'WEB-22', 'WEB-23']));
    await section('Sprint 24').getByRole('link', { name: 'WEB-20' }).waitFor();

    await button('Start sprint').click();
    await dialog().getByLabel('Sprint name').fill('Gifts');
    await dialog().getByLabel('End date').fill('2026-11-01T10:00');
    await dialog().getByRole('button', { name: 'Start' }).click();
    await dialog().getByText('The end of a sprint must be after its start.').waitFor();
    await dialog().getByLabel('Start date').fill('2026-10-19T10:00');
    await dialog().getByRole('button', { name: 'Start' }).click();
    await section('Gifts').getByRole('button', { name: 'Complete sprint' }).waitFor();
    expect(sprint(24)).toMatchObject({
      state: 'active',
      name: 'Gifts',
      goal: 'Ready for the gift season',
      startDate: new Date('2026-10-19T10:00').toISOString(),
      endDate: new Date('2026-11-01T10:00').toISOString(),
    });
  });

  it('leaves its open issues in the backlog when that is chosen', async () => {
    await openBacklog();
    await button('Complete sprint').click();
    await dialog().getByRole('radio', { name: 'Backlog' }).check();
    await dialog().getByRole('button', { name: 'Complete sprint' }).click();
    await section('Backlog').getByRole('link', { name: 'WEB-20' }).waitFor();
    expect(inSprint(24)).not.toContain('WEB-20');
  });

  it('has no button for people who may not manage sprints', async () => {
    await openBacklog('noor');
    expect(await button('Complete sprint').count()).toBe(0);
    expect(await button('Start sprint').count()).toBe(0);
  });
});

describe('an issue in Jira', () => {
  it('takes time that somebody logs, which what remains follows', async () => {
    await page.goto(`${served.url}/browse/WEB-22`);
    await page.getByLabel('Log time').fill('soon');
    await button('Log').click();
    await page.getByText('Invalid time duration entered.').waitFor();
    await page.getByLabel('Log time').fill('1h 30m');
    await button('Log').click();
    // 8 h − 1.5 h.
    await page.getByText(/^6\.5\sh$/).waitFor();
    expect(await page.getByLabel('Log time').inputValue()).toBe('');
    expect(sandbox.site.worklogs).toMatchObject([{ authorAccountId: 'ada', timeSpentSeconds: 5_400 }]);
  });
});
