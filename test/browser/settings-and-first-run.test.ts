import type { FrameLocator, Page } from 'playwright-core';

import { launchShell } from './chromium';
import { journeysOn } from './journeys';
import type { PlannerWindow } from './planner-window';

jest.setTimeout(120_000);

const journeys = journeysOn('small', launchShell);

const ids = '00000000-0000-4000-8000-000000000000/00000000-0000-4000-8000-00000000e0f1';
const projectPage = `/jira/software/projects/WEB/apps/${ids}`;
const adminPage = `/jira/settings/apps/${ids}`;

/** The app's page in its frame, as a project or the settings of the site show it. */
async function openPage(window: PlannerWindow, path: string): Promise<{ page: Page; app: FrameLocator }> {
  const { page } = window;
  await page.goto(`${journeys.url()}${path}`);
  return { page, app: page.frameLocator('iframe') };
}

async function saved(app: FrameLocator): Promise<void> {
  await app.getByTestId('save-settings').click();
  await app.getByText('Saved', { exact: true }).waitFor();
}

const choose = (app: FrameLocator, choice: string): Promise<void> =>
  app.getByTestId(`${choice}--radio-input`).check({ force: true });

describe('the first run', () => {
  it('guesses everything from Jira, and the plan stands on it with one press', async () => {
    const window = await journeys.open();
    await window.openPlanner('Sprint 24', { firstRun: true });
    const { planner } = window;
    // 65.5 h and 60 h were logged in the two closed sprints: 62.75 h in the mean, 63 h to the half hour.
    await planner.getByText('Sprint 22: 65.5 h, Sprint 21: 60 h').waitFor();
    expect(await planner.getByTestId('first-run-capacity').inputValue()).toBe('63');
    await planner.getByText('10 working days, 8 h a day, 5 days a week').waitFor();
    await planner.getByText('From the field “Confidence (%)”').waitFor();
    // Ticked, so that the one press starts it.
    expect(await planner.getByLabel('Learn from your closed sprints (2)').isChecked()).toBe(true);
    expect(await window.barriers()).toEqual([]);
    await window.screenshot('first-run');
    await window.page.keyboard.press('Enter');
    await planner.getByTestId('first-run').waitFor({ state: 'detached' });
    await planner.getByText('the board’s own').waitFor();
    await planner.getByTestId('capacity').getByText('63 h').waitFor();
    // WEB-27 has 70 in Jira's field.
    await planner.getByTestId('confidence-WEB-27').getByText('70%').waitFor();

    const again = await journeys.open();
    await again.openPlanner('Sprint 24', { firstRun: true });
    expect(await again.planner.getByTestId('first-run').count()).toBe(0);
  });

  it('says what is wrong with a value, and can be done without for good', async () => {
    const window = await journeys.open();
    await window.openPlanner('Sprint 24', { firstRun: true });
    const { planner } = window;
    await planner.getByTestId('first-run-capacity').fill('lots');
    await planner.getByTestId('first-run-use').click();
    await planner.getByText('Give the capacity in hours').waitFor();
    await planner.getByTestId('first-run-without').click();
    await planner.getByText('Set the team’s capacity').first().waitFor();
    await planner.getByTestId('first-run').waitFor({ state: 'detached' });
    await window.openPlanner('Sprint 24', { firstRun: true });
    expect(await planner.getByTestId('first-run').count()).toBe(0);
  });

  it('is not for somebody who may not plan', async () => {
    const vera = await journeys.open({ user: 'vera' });
    await vera.openPlanner('Sprint 24', { firstRun: true });
    await vera.planner.getByText('You can look at this plan but not change it.').waitFor();
    expect(await vera.planner.getByTestId('first-run').count()).toBe(0);
  });
});

describe('the settings of a board', () => {
  it('are a tab with an address of its own, save, and hold in the planner', async () => {
    const { page, app } = await openPage(await journeys.open(), projectPage);
    await app.getByTestId('first-run-without').click();
    await app.getByTestId('first-run').waitFor({ state: 'detached' });
    await app.getByTestId('tab-settings').click();
    await choose(app, 'capacity-mode-board');
    expect(new URL(page.url()).pathname).toBe(`${projectPage}/settings`);
    await app.getByTestId('board-capacity').fill('15d');
    await saved(app);
    await app.getByTestId('tab-planner').click();
    await app.getByTestId('capacity').getByText('120 h').waitFor();
    await page.goBack();
    await app.getByTestId('board-capacity').waitFor();
    expect(await app.getByTestId('board-capacity').inputValue()).toBe('120');
    await page.reload();
    await app.getByTestId('board-capacity').waitFor();
  });

  it('show what another source of confidence changes before it is saved', async () => {
    const window = await journeys.open({ theme: 'dark' });
    const { app } = await openPage(window, `${projectPage}/settings`);
    await choose(app, 'kept-field');
    await window.screenshot('settings-board');
    const preview = app.getByTestId('source-preview');
    // WEB-27, WEB-30 and WEB-33 have a value in the field.
    await preview.getByText('In Sprint 24 this changes 3 of 12 issues.').waitFor();
    await preview.getByRole('row', { name: 'WEB-27' }).getByText('at 70%').waitFor();
    await preview.scrollIntoViewIfNeeded();
    await window.screenshot('settings-preview-dark');
    expect(await window.barriers()).toEqual([]);
    await saved(app);
  });

  it('are not left without a word while something is unsaved', async () => {
    const window = await journeys.open({ width: 968 });
    const { page, app } = await openPage(window, `${projectPage}/settings`);
    await choose(app, 'default-confidence-own');
    // The same value as the site's, but the board's own from now on.
    await app.getByTestId('save-settings').waitFor();
    await app.getByTestId('tab-planner').click();
    await app.getByTestId('leave-dialog').waitFor();
    await window.screenshot('settings-leave-968');
    await app.getByRole('button', { name: 'Stay here' }).click();
    await app.getByTestId('leave-dialog').waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe(`${projectPage}/settings`);
    expect(await app.getByTestId('default-confidence').inputValue()).toBe('80');
    await app.getByTestId('tab-planner').click();
    await app.getByRole('button', { name: 'Leave without saving' }).click();
    await app.getByTestId('cutline').waitFor();
  });

  it('that two people change keep the change of both', async () => {
    const window = await journeys.open();
    const { app: mine } = await openPage(window, `${projectPage}/settings`);
    const { app: theirs } = await openPage(await journeys.open(), `${projectPage}/settings`);
    await choose(mine, 'subtask-rule-parentOnly');
    await choose(theirs, 'capacity-mode-board');
    await theirs.getByTestId('board-capacity').fill('100');
    await saved(theirs);
    await mine.getByTestId('save-settings').click();
    await mine.getByText('Somebody else changed these settings meanwhile').waitFor();
    expect(await mine.getByTestId('board-capacity').isDisabled()).toBe(true);
    await window.screenshot('settings-conflict');
    await mine.getByRole('button', { name: 'Put mine over theirs' }).click();
    await saved(mine);
    expect(await mine.getByTestId('board-capacity').inputValue()).toBe('100');
    expect(await mine.getByTestId('subtask-rule-parentOnly--radio-input').isChecked()).toBe(true);
  });

  it('are one press away from the planner, and the planner comes back to the same sprint', async () => {
    const window = await journeys.open({ locale: 'fr-FR' });
    const { page, app } = await openPage(window, `${projectPage}/planner?board=1`);
    await app.getByTestId('first-run-without').click();
    await app.getByTestId('first-run').waitFor({ state: 'detached' });
    await window.screenshot('project-planner-french');
    await app.getByTestId('open-settings').click();
    await app.getByTestId('capacity-mode-board--radio-input').waitFor({ state: 'attached' });
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`${projectPage}/settings?board=1`);
    await window.screenshot('project-settings-french');
    const toPlanner = app.getByTestId('tab-planner');
    expect(new URL((await toPlanner.getAttribute('href')) ?? '').pathname).toBe(`${projectPage}/planner`);
    await toPlanner.click();
    await app.getByTestId('cutline').waitFor();
  });

  it('can be looked at by who may not change them', async () => {
    const { app } = await openPage(await journeys.open({ user: 'vera' }), `${projectPage}/settings`);
    await app.getByText('You can look at these settings but not change them.').waitFor();
    expect(await app.getByTestId('kept-field--radio-input').isDisabled()).toBe(true);
  });
});

describe('the settings of the site', () => {
  it('are an administrator’s to change, and who may plan follows them', async () => {
    const window = await journeys.open();
    const { app } = await openPage(window, adminPage);
    await app.getByTestId('default-confidence').fill('70');
    await choose(app, 'default-estimate-on');
    await app.getByTestId('default-estimate').fill('4h');
    expect(await window.barriers()).toEqual([]);
    await window.screenshot('settings-site');
    await saved(app);
    await window.openPlanner('Sprint 24');
    await window.planner.getByText('at the default 70%').waitFor();
    // WEB-32 has no estimate of its own.
    await window.planner.getByTestId('estimate-WEB-32').getByText('4 h').waitFor();
  });

  it('can leave planning to who may manage sprints; the others still say how sure they are', async () => {
    const { app } = await openPage(await journeys.open(), adminPage);
    await choose(app, 'who-may-plan-sprintManagers');
    await saved(app);
    const noor = await journeys.open({ user: 'noor' });
    await noor.openPlanner('Sprint 24', { firstRun: true });
    await noor.planner.getByText('That takes the permission to manage sprints').waitFor();
    expect(await noor.planner.getByTestId('first-run').count()).toBe(0);
    expect(await noor.planner.getByRole('slider').isDisabled()).toBe(true);
    await noor.edit('confidence-WEB-27', '40');
    await noor.saved();
  });

  it('can be looked at by everybody else', async () => {
    const { app } = await openPage(await journeys.open({ user: 'noor' }), adminPage);
    await app.getByText('Only a Jira administrator can change them.').waitFor();
    expect(await app.getByTestId('default-confidence').isDisabled()).toBe(true);
    expect(await app.getByTestId('start-mirror').count()).toBe(0);
  });

  it('write the confidences to Jira and say when they did', async () => {
    const window = await journeys.open();
    await window.openPlanner('Sprint 24');
    await window.edit('confidence-WEB-27', '40');
    await window.saved();
    const { app } = await openPage(window, adminPage);
    await app.getByText('Not done yet.').waitFor();
    await app.getByTestId('start-mirror').click();
    await app.getByTestId('start-mirror').scrollIntoViewIfNeeded();
    await window.screenshot('settings-mirror-progress');
    await app.getByText(/^1 written on /).waitFor();
  });
});
