import { readFileSync } from 'node:fs';

import type { Browser, Locator } from 'playwright-core';

import { csvSite } from '../real-sites';
import { launchShell } from './chromium';
import { PlannerWindow } from './planner-window';
import { type RunningSandbox, startSandbox } from './running-sandbox';

jest.setTimeout(60_000);

let browser: Browser;
let sandbox: RunningSandbox;
const windows: PlannerWindow[] = [];

const openWindow = async (size?: { width: number; height: number }): Promise<PlannerWindow> => {
  const window = await PlannerWindow.open(browser, () => sandbox.url, size);
  windows.push(window);
  return window;
};

const inspect = (window: PlannerWindow, view: string) =>
  window.page.goto(`${sandbox.url}/sandbox/inspector?view=${view}`);

/** The newest invocation of this name; the row below it is what it did, once it is open. */
const invocation = (window: PlannerWindow, name: string): Locator =>
  window.page
    .getByRole('table', { name: 'Invocations of the app, newest first' })
    .getByRole('row')
    .filter({ has: window.page.getByRole('button', { name }) })
    .first();

const condition = async (window: PlannerWindow, data: object) => {
  const answer = await window.page.request.post(`${sandbox.url}/sandbox/conditions`, {
    data,
    headers: { origin: sandbox.url },
  });
  expect(answer.status()).toBe(200);
};

beforeAll(async () => {
  browser = await launchShell();
});
beforeEach(async () => {
  sandbox = await startSandbox(csvSite);
});
afterEach(async () => {
  await Promise.all(windows.splice(0).map((window) => window.close()));
  await sandbox.remove();
});
afterAll(async () => {
  await browser.close();
});

describe('a developer of the app looks into the sandbox', () => {
  it('sees what opening and saving a plan did in Jira and in storage, as it happens', async () => {
    const inspector = await openWindow();
    await inspect(inspector, 'traffic');
    await inspector.page.getByText('The app has not been called yet').waitFor();

    const planner = await openWindow();
    await planner.openPlanner();
    await planner.edit('capacity', '100');
    await planner.saved();

    // Nobody has touched the inspector meanwhile.
    const opening = invocation(inspector, 'openPlanner');
    await opening.getByText('answered').waitFor();
    await opening.getByRole('button').click();
    const calls = inspector.page.getByRole('table', { name: 'Jira calls' });
    const readingIssues = calls.getByRole('row').filter({ hasText: '/rest/software/1.0/board/1/sprint/978/issue' });
    await readingIssues.getByRole('cell').nth(4).waitFor();
    // 54 issues are 54 points and 1 for the call.
    expect(await readingIssues.getByRole('cell').allInnerTexts()).toEqual([
      'GET',
      expect.stringContaining('/rest/software/1.0/board/1/sprint/978/issue'),
      '200',
      '55',
      expect.stringMatching(/^\d+$/),
    ]);
    const storage = inspector.page.getByRole('table', { name: 'Storage operations' });
    await storage.getByRole('row').filter({ hasText: '/api/v1/entity/get' }).first().waitFor();

    await inspector.page.getByRole('link', { name: 'Storage' }).click();
    const plans = inspector.page.getByRole('region', { name: 'Entity plan' });
    await plans.getByRole('table').getByRole('button').click();
    const value = plans.getByRole('region', { name: /^Value of / });
    await value.waitFor();
    expect(JSON.parse(await value.innerText())).toMatchObject({ capacityHours: 100, revision: 1 });

    // An open value follows what is saved.
    await planner.edit('capacity', '120');
    await planner.saved();
    await value.getByText('"capacityHours": 120').waitFor();
    expect(inspector.complaints).toEqual([]);
  });

  it('switches a fault on for getBoard and sees the planner say that Jira does not answer', async () => {
    const inspector = await openWindow();
    await inspect(inspector, 'switches');
    const form = inspector.page.getByRole('form', { name: 'Add a fault' });
    await form.getByLabel('Operation').selectOption('getBoard');
    await form.getByLabel('Status').fill('503');
    await form.getByRole('button', { name: 'Add the fault' }).click();
    await inspector.page.getByText('503 from getBoard').waitFor();

    const planner = await openWindow();
    await planner.page.goto(sandbox.url);
    await planner.page.getByRole('button', { name: 'Actions of PC2 Sprint 978' }).click();
    await planner.page.getByRole('menuitem', { name: 'Plan with PlanPrism' }).click();
    // The app has tried again four times by then.
    await planner.planner.getByText('Jira does not answer at the moment.').waitFor();

    await inspector.page.getByRole('link', { name: 'Traffic' }).click();
    await invocation(inspector, 'openPlanner').getByRole('button').click();
    await invocation(inspector, 'openPlanner').getByText('problem').waitFor();
    const calls = inspector.page.getByRole('table', { name: 'Jira calls' }).getByRole('row');
    await calls.filter({ hasText: '503' }).nth(4).waitFor();
    expect(await calls.filter({ hasText: '503' }).count()).toBe(5);
    const problem = inspector.page.getByRole('region', { name: 'Problem that the app answered' });
    expect(JSON.parse(await problem.innerText())).toMatchObject({ code: 'jira.failed' });
    await inspector.screenshot('inspector-problem-light-1280');

    await inspector.page.getByRole('button', { name: 'Make it a good one' }).click();
    await inspector.page.getByText('503 from getBoard').waitFor({ state: 'detached' });
    await planner.openPlanner();
  });

  it('is told why a condition cannot be, and nothing changes', async () => {
    const inspector = await openWindow();
    await inspect(inspector, 'switches');
    const delay = inspector.page.getByLabel('Delay of each Jira and storage call (ms)');
    await delay.fill('soon');
    await delay.press('Enter');
    await inspector.page.getByText('The delay must be whole milliseconds.').waitFor();
    await delay.fill('40');
    await delay.press('Enter');
    await inspector.page.getByText('40 ms before each answer').waitFor();
    await inspector.page.getByText('The delay must be whole milliseconds.').waitFor({ state: 'detached' });

    await inspector.page.getByLabel(/^Short pages/).check();
    await inspector.page.getByText('short pages, 40 ms before each answer').waitFor();
  });

  it('acts as somebody else, in the dark, in another language', async () => {
    const inspector = await openWindow();
    await inspect(inspector, 'switches');
    await inspector.page.getByLabel('Acting user').selectOption('reporter-26');
    await inspector.page.getByRole('button', { name: /^Logged in as .*26\. Switch user/ }).waitFor();
    await inspector.page.getByLabel('Theme', { exact: true }).selectOption('dark');
    await inspector.page.locator('html[data-color-mode="dark"]').waitFor();
    await inspector.page.getByLabel('Language and region', { exact: true }).selectOption('de-DE');
    await inspector.page.getByRole('button', { name: 'Language and region: de-DE' }).waitFor();
  });

  it('finds an issue by its key and reads what the sandbox keeps of it, with the keyboard alone', async () => {
    const inspector = await openWindow();
    await inspector.page.goto(sandbox.url);
    await inspector.page.getByRole('link', { name: 'Inspector' }).press('Enter');
    await inspector.page.getByRole('link', { name: 'Issues' }).press('Enter');
    const issues = inspector.page.getByRole('table', { name: 'Issues in rank order' });
    await issues.getByRole('row').nth(50).waitFor();
    await issues.getByRole('row').nth(50).waitFor();
    expect(await issues.getByRole('row').count()).toBe(51);
    await inspector.page.getByText(/^1–50 of /).waitFor();
    await inspector.page.getByRole('button', { name: 'Next' }).press('Enter');
    await inspector.page.getByText(/^51–100 of /).waitFor();

    await inspector.page.getByRole('searchbox').fill('pc2-7952');
    await inspector.page.getByText('1–1 of 1').waitFor();
    const row = issues.getByRole('row').nth(1);
    await row.getByRole('cell').last().waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(
      expect.arrayContaining(['PC2-7952', 'PC2 Sprint 978', expect.stringMatching(/^7\sh$/)]),
    );
    await row.getByRole('button').press('Enter');
    const json = inspector.page.getByRole('region', { name: 'PC2-7952 as the sandbox keeps it' });
    await json.focus();
    expect(JSON.parse(await json.innerText())).toMatchObject({
      key: 'PC2-7952',
      fields: { timeoriginalestimate: 25200 },
    });
    expect(inspector.complaints).toEqual([]);
  });
});

describe('what an app should never do', () => {
  const told = async (window: PlannerWindow, what: string, json: unknown) => {
    await window.page.route(`**/sandbox/inspect/${what}*`, (route) => route.fulfill({ json }));
  };

  it('is told loudly: calls after the answer, and calls that the sandbox does not model; and events are listed', async () => {
    const inspector = await openWindow();
    const at = Date.UTC(2026, 10, 21, 9);
    const event = { id: '7', kind: 'trigger', name: 'avi:jira:updated:issue', functionKey: 'events' };
    await told(inspector, 'traffic', {
      invocations: [
        { number: 3, at, name: 'savePlan', accountId: 'admin', outcome: 'error', milliseconds: 25_000, jiraCalls: 0 },
      ].map((call) => ({ ...call, jiraPoints: 0, kvsReads: 0, kvsWrites: 0, warnings: 1, lateCalls: 1 })),
      pending: 1,
      pendingEvents: [{ ...event, at, dueAt: at + 1000, retries: 2 }],
      unmodelled: ['GET /rest/api/3/dashboard'],
    });
    await told(inspector, 'invocation', {
      functionKey: 'resolver',
      moduleKey: null,
      accountId: 'admin',
      error: 'The function timed out after 25 seconds.',
      record: {
        jiraCalls: [],
        kvsCalls: [],
        logs: [{ level: 'warn', text: 'slow' }],
        lateCalls: ['kvs POST /api/v1/set'],
      },
    });
    await told(inspector, 'event', { ...event, event: { text: 'x'.repeat(240_000) } });
    await inspect(inspector, 'traffic');
    await inspector.page.getByText('GET /rest/api/3/dashboard').waitFor();
    await invocation(inspector, 'savePlan').getByText('1 late').waitFor();
    await inspector.page.getByRole('button', { name: 'savePlan' }).click();
    await inspector.page.getByText('Lost on Forge: made after the app had answered').waitFor();
    await inspector.page.getByText('kvs POST /api/v1/set').waitFor();
    await inspector.page.getByText('The function timed out after 25 seconds.').waitFor();
    await inspector.screenshot('inspector-loud-light-1280');

    // A large value is drawn whole only on request.
    await inspector.page.getByRole('button', { name: event.name }).click();
    const json = inspector.page.getByRole('region', { name: `Event ${event.name}` });
    expect((await json.innerText()).length).toBeLessThan(30_000);
    await inspector.page.getByRole('button', { name: 'Show all of it' }).click();
    await expect(json.innerText().then((text) => text.length)).resolves.toBeGreaterThan(240_000);
  });

  it('keeps what it knew when the sandbox stops answering, and says so', async () => {
    const inspector = await openWindow();
    await inspect(inspector, 'boards');
    await inspector.page.getByRole('link', { name: 'PC2 board' }).waitFor();
    await inspector.page.route('**/sandbox/**', (route) => route.abort());
    await inspector.page.getByText('The sandbox does not answer. Is it still running?').waitFor();
    await inspector.page.getByRole('link', { name: 'PC2 board' }).waitFor();
    await inspector.page.unroute('**/sandbox/**');
    await inspector.page.getByText('The sandbox does not answer.').waitFor({ state: 'detached' });
  });
});

describe('the inspector, to be looked at', () => {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

  it.each(['light', 'dark'] as const)(
    'is without a barrier, and nothing sticks out to the side, in the %s theme at 1280 and 968 px',
    async (theme) => {
      const window = await openWindow();
      await window.withTheme(theme);
      await window.openPlanner();
      await window.edit('capacity', '40');
      await window.saved();
      await condition(window, {
        delayMilliseconds: 1,
        addFault: { operation: 'getBoard', status: 429, retryAfter: 0, times: 3 },
      });
      const found: string[] = [];
      for (const view of ['traffic', 'issues', 'boards', 'storage', 'users', 'switches']) {
        await inspect(window, view);
        await window.page.getByText('Jira and Forge have a bad day').waitFor();
        await window.page.getByRole('table').getByRole('row').nth(1).waitFor();
        if (['traffic', 'issues', 'storage'].includes(view)) {
          await window.page.getByRole('table').getByRole('button', { expanded: false }).first().click();
          await window.page.locator('.inspector-details, .inspector-json').first().waitFor();
        }
        for (const width of [1280, 968]) {
          await window.page.setViewportSize({ width, height: 800 });
          await window.screenshot(`inspector-${view}-${theme}-${String(width)}`);
          const wanted = await window.page.evaluate(() => document.documentElement.scrollWidth);
          if (wanted > width) found.push(`${view} wants ${String(wanted)} px`);
        }
        await window.page.evaluate(axe);
        found.push(...(await barriers(window)));
      }
      expect(found).toEqual([]);
      expect(window.complaints).toEqual([]);
    },
  );
});

/** What axe finds on the page that it has been put into. */
function barriers(window: PlannerWindow): Promise<string[]> {
  return window.page.evaluate(async () => {
    const run: unknown = Reflect.get(globalThis, 'axe');
    if (typeof run !== 'object' || run === null || !('run' in run) || typeof run.run !== 'function')
      throw new Error('no axe');
    const { violations }: { violations: { id: string; nodes: { html: string }[] }[] } = await Reflect.apply(
      run.run,
      run,
      [document],
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}
