import * as z from 'zod';

import { launchShell } from './chromium';
import { journeysOn } from './journeys';
import type { PlannerWindow } from './planner-window';

jest.setTimeout(60_000);

const journeys = journeysOn('small', launchShell);

const issueSchema = z.object({ fields: z.object({ status: z.object({ name: z.string() }) }) });

const statusInJira = async (key: string): Promise<string> => {
  const answer = await fetch(`${journeys.url()}/rest/api/3/issue/${key}?fields=status`);
  return issueSchema.parse(await answer.json()).fields.status.name;
};

const openStatus = async (window: PlannerWindow, key: string): Promise<void> => {
  await window.planner.getByTestId(`status-${key}`).click();
  await window.planner.getByRole('menuitem').first().waitFor();
};

describe('the status of an issue', () => {
  it('goes where the workflow lets it, and back by undo', async () => {
    const window = await journeys.open();
    const { planner } = window;
    await window.openPlanner('Sprint 24');
    await openStatus(window, 'WEB-27');
    expect(await planner.getByRole('menuitem').allInnerTexts()).toEqual([
      expect.stringMatching(/^In Progress/i),
      expect.stringMatching(/^Done$/i),
      expect.stringMatching(/^Done\s+Won't do · Needs Resolution: opens the issue in Jira$/i),
    ]);
    await window.screenshot('status-menu-light-1280');
    await planner.getByRole('menuitem').nth(0).click();
    await window.saved();
    await planner.getByRole('button', { name: 'Status of WEB-27: In Progress. Change' }).waitFor();
    expect(await statusInJira('WEB-27')).toBe('In Progress');

    await planner.getByRole('button', { name: 'Undo' }).click();
    await planner.getByRole('button', { name: 'Status of WEB-27: To Do. Change' }).waitFor();
    await window.saved();
    expect(await statusInJira('WEB-27')).toBe('To Do');
    expect(window.complaints).toEqual([]);
  });

  it('is left to Jira when Jira wants a form filled in for it', async () => {
    const window = await journeys.open();
    await window.openPlanner('Sprint 24');
    await openStatus(window, 'WEB-27');
    const opened = window.page.context().waitForEvent('page');
    await window.planner.getByRole('menuitem').filter({ hasText: 'Needs Resolution' }).click();
    const jira = await opened;
    expect(new URL(jira.url()).pathname).toBe('/browse/WEB-27');
    expect(await statusInJira('WEB-27')).toBe('To Do');
  });

  it('says what went wrong when Jira does not tell where it can go, and asks again', async () => {
    const window = await journeys.open();
    await window.openPlanner('Sprint 24');
    await journeys.condition({ addFault: { operation: 'getTransitions', status: 503, times: 5 } });
    await window.planner.getByTestId('status-WEB-27').click();
    await window.planner.getByRole('menuitem', { name: 'Try again' }).filter({ hasText: 'Jira' }).click();
    await window.planner.getByRole('menuitem').nth(2).waitFor();
  });
});

describe('confidence in words', () => {
  it('is chosen by words, the team renames them, and somebody else finds the new ones', async () => {
    const ada = await journeys.open({ user: 'ada' });
    const { planner } = ada;
    await ada.openPlanner('Sprint 24');
    await planner.getByTestId('confidence-WEB-27').click();
    const panel = planner.getByRole('dialog', { name: 'Confidence of WEB-27' });
    expect((await panel.getByRole('radio').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '90% pretty sure, few unknowns',
      '70% some open questions',
      '50% lots of uncertainty',
      '20% total guess',
    ]);
    await panel.getByRole('radio', { name: 'lots of uncertainty' }).click();
    await ada.saved();
    expect(await planner.getByTestId('confidence-WEB-27').innerText()).toBe('50%');
    // 10 h at 50 %: 10 × 0.5 to 10 ÷ 0.5.
    expect(await ada.row('WEB-27').innerText()).toContain('5–20');

    await planner.getByTestId('confidence-WEB-27').click();
    await panel.getByRole('button', { name: 'Rename the steps…' }).click();
    const steps = planner.getByTestId('steps-dialog');
    await steps.getByTestId('step-name-3').fill('');
    await steps.getByTestId('save-steps').click();
    await steps.getByText('Say in a few words what this step means.').waitFor();
    await ada.screenshot('steps-problem-light-1280');
    expect(await ada.barriers()).toEqual([]);
    await steps.getByTestId('step-name-3').fill('heads or tails');
    await steps.getByTestId('save-steps').click();
    await steps.waitFor({ state: 'detached' });
    await ada.saved();

    const noor = await journeys.open({ user: 'noor', theme: 'dark', width: 968 });
    await noor.openPlanner('Sprint 24');
    expect(await noor.planner.getByTestId('confidence-WEB-27').getAttribute('title')).toBe('heads or tails');
    await noor.planner.getByTestId('confidence-WEB-28').click();
    await noor.planner.getByRole('radio', { name: 'heads or tails' }).waitFor();
    await noor.planner.getByRole('button', { name: 'Rename the steps…' }).click();
    await noor.planner.getByTestId('steps-dialog').waitFor();
    await noor.screenshot('steps-dark-968');
    expect(await noor.barriers()).toEqual([]);
    expect([...ada.complaints, ...noor.complaints]).toEqual([]);
  });
});

describe('sub-tasks', () => {
  it('count in their parent or not at all, as the board chooses', async () => {
    const window = await journeys.open();
    const { planner } = window;
    await window.openPlanner('Sprint 24');
    // WEB-24 is estimated at 16 h, its sub-tasks at 3 h and 6 h.
    const estimate = window.row('WEB-24').locator('.cell-estimate');
    await estimate.getByText(/^Σ\s9\sh$/).waitFor();
    await planner.getByTestId('subtasks').click();
    await window.screenshot('subtask-rule-light-1280');
    await planner.getByRole('menuitemradio', { name: /Only the parent’s own estimate/ }).click();
    await estimate.getByText(/^16\sh$/).waitFor();
    await planner.getByText('Sub-tasks: only the parent’s own estimate').waitFor();
    await window.saved();

    await window.page.keyboard.press('Control+z');
    await estimate.getByText(/^Σ\s9\sh$/).waitFor();
    await window.page.keyboard.press('Control+Shift+z');
    await estimate.getByText(/^16\sh$/).waitFor();
    await window.saved();

    await window.page.reload();
    await window.opened();
    await estimate.getByText(/^16\sh$/).waitFor();
    expect(window.complaints).toEqual([]);
  });
});
