import type { FrameLocator } from 'playwright-core';

import { launchShell } from './chromium';
import { journeysOn } from './journeys';
import type { PlannerWindow } from './planner-window';

jest.setTimeout(120_000);

const journeys = journeysOn('history', launchShell);

const ids = '00000000-0000-4000-8000-000000000000/00000000-0000-4000-8000-00000000e0f1';
const projectPage = `/jira/software/projects/TRACK/apps/${ids}`;

async function openTab(window: PlannerWindow, tab: 'history' | 'settings'): Promise<FrameLocator> {
  await window.page.goto(`${journeys.url()}${projectPage}/${tab}`);
  return window.page.frameLocator('iframe');
}

describe('a team with a past', () => {
  it('learns from its closed sprints, sees how honest the numbers have been, and plans with the chance', async () => {
    const window = await journeys.open();
    const { page } = window;
    await window.openPlanner('Sprint 28');
    await window.edit('capacity', '90');
    await window.saved();
    await window.planner.getByText('from other teams’ work, none of yours yet').waitFor();

    const tab = await openTab(window, 'history');
    await tab.getByTestId('start-learning').click();
    await tab.getByText('Learnt from 290 finished issues of 26 sprints.').waitFor({ timeout: 60_000 });
    await tab.getByTestId('verdict').waitFor();
    expect(await tab.getByTestId('ranges-held').innerText()).toMatch(/80% range held \d\d% of 290 issues/);
    await tab.getByRole('img', { name: /How often it came true/ }).waitFor();
    await tab.getByTestId('reliability-table').click();
    await tab.getByRole('img', { name: /^290 issues by estimate and actual/ }).waitFor();
    await tab
      .getByTestId('steps')
      .getByRole('row', { name: /^80% \(the default\) Your 80% behaved like \d\d% / })
      .waitFor();
    // Ada sees her own, and nobody else's.
    expect(await tab.getByTestId('past-sprints').getByRole('row').count()).toBeGreaterThan(10);
    expect(await window.barriers()).toEqual([]);
    await window.screenshot('history-light-1280');

    await window.openPlanner('Sprint 28');
    const { planner } = window;
    await planner.getByText('from 290 finished issues').waitFor();
    const ratio = await planner.getByTestId('ratio').innerText();
    const chance = await planner.getByTestId('chance').innerText();
    expect(chance).toMatch(/^\d\d%$/);
    expect(chance).not.toBe(ratio);
    const above = await window.issuesAbove();
    await planner.getByTestId('chance').click();
    await planner.getByTestId('effort-curve').waitFor();
    await planner.getByTestId('effort-table').click();
    // The chance can be read off the table, at the capacity of the plan.
    await planner.getByRole('row', { name: `${chance} 90 h, the capacity of this plan` }).waitFor();
    expect(await window.barriers()).toEqual([]);
    await window.screenshot('why-light-1280');
    await page.keyboard.press('Escape');

    const settings = await openTab(window, 'settings');
    await settings.getByTestId('drives-chance--radio-input').check({ force: true });
    await settings.getByTestId('actual-source-inProgress--radio-input').check({ force: true });
    await settings.getByTestId('save-settings').click();
    await settings.getByText('Saved', { exact: true }).waitFor();
    const asLogged = await openTab(window, 'history');
    await asLogged.getByText('This holds for sprints read from now on').waitFor();
    await window.screenshot('history-read-otherwise-1280');
    await window.openPlanner('Sprint 28');
    expect(await window.planner.getByTestId('chance').innerText()).toMatch(/^\d\d%$/);
    // What draws the line is what the page speaks of.
    await window.planner.getByText('The chance to finish draws the line').waitFor();
    await window.cutline.getByText('chance to finish').waitFor();
    // The chance is the more careful one here.
    expect(await window.issuesAbove()).toBeLessThanOrEqual(above);
    expect(window.complaints).toEqual([]);
  });

  it('lets everybody look, in the dark and on a narrow page, and nobody start what they may not', async () => {
    const ada = await journeys.open();
    const hers = await openTab(ada, 'history');
    await hers.getByTestId('start-learning').click();
    await hers.getByText('Learnt from 290 finished issues of 26 sprints.').waitFor({ timeout: 60_000 });
    const vera = await journeys.open({ user: 'vera', theme: 'dark', width: 968 });
    const tab = await openTab(vera, 'history');
    await tab.getByText('Learnt from 290 finished issues of 26 sprints.').waitFor();
    await tab.getByTestId('reliability-table').waitFor();
    expect(await tab.getByTestId('start-learning').count()).toBe(0);
    expect(await vera.barriers()).toEqual([]);
    await vera.screenshot('history-dark-968');
    expect(vera.complaints).toEqual([]);
  });

  it('shows one board at a time, on every tab the same, and stops learning when it is told to', async () => {
    const window = await journeys.open();
    const { page } = window;
    const tab = await openTab(window, 'history');
    const board = tab.getByRole('combobox', { name: 'Board' });
    await board.click();
    // The kanban board is not offered.
    expect(await tab.getByRole('option').allInnerTexts()).toEqual(['Parcel tracking', 'Customs desk']);
    await tab.getByRole('option', { name: 'Customs desk' }).click();
    await page.waitForURL(/\/history\?board=3$/);

    await journeys.condition({ delayMilliseconds: 200 });
    await tab.getByTestId('start-learning').click();
    await tab.getByText(/^[1-9]\d? of 26 sprints/).waitFor({ timeout: 60_000 });
    await tab.getByTestId('stop-learning').press('Enter');
    await tab.getByText(/^Stopped on .* of 26 sprints/).waitFor({ timeout: 60_000 });
    // The same button, and the focus is on it still.
    await tab.locator('[data-testid="start-learning"]:focus').getByText('Go on').waitFor();
    expect(await window.barriers()).toEqual([]);
    await journeys.condition({ delayMilliseconds: 0 });
    await page.keyboard.press('Enter');
    await tab.getByText('Learnt from 290 finished issues of 26 sprints.').waitFor({ timeout: 60_000 });

    await tab.getByTestId('tab-team').click();
    await page.waitForURL(/\/team\?board=3$/);
    await tab.getByTestId('tab-history').click();
    await board.click();
    await tab.getByRole('option', { name: 'Parcel tracking' }).click();
    // What one board has learnt is not the other's.
    await tab.getByText('Nothing is learnt yet.').waitFor();

    await page.goto(`${journeys.url()}${projectPage}/history?board=2`);
    await tab.getByText('Parcel support is a kanban board').waitFor();
    await board.click();
    await tab.getByRole('option', { name: 'Parcel tracking' }).click();
    await tab.getByText('Nothing is learnt yet.').waitFor();
    expect(window.complaints).toEqual([]);
  });
});
