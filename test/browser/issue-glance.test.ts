import type { Locator } from 'playwright-core';

import { launchShell } from './chromium';
import { journeysOn } from './journeys';
import type { PlannerWindow } from './planner-window';

jest.setTimeout(60_000);

const journeys = journeysOn('small', launchShell);
const sprint24 = 'Sprint 24';

/** The glance in the view of an issue, as Jira draws it; the app's own code has no page of its own there. */
class Glance {
  readonly panel: Locator;
  readonly header: Locator;

  constructor(readonly window: PlannerWindow) {
    this.panel = window.page.getByRole('region', { name: 'Estimate range' });
    this.header = this.panel.getByRole('button', { name: /^Estimate range/ });
  }

  async goTo(key: string): Promise<void> {
    await this.window.page.goto(`${journeys.url()}/browse/${key}`);
    await this.header.waitFor();
  }

  async open(key: string): Promise<void> {
    await this.goTo(key);
    await this.header.click();
    await this.panel.getByText('Sprint', { exact: true }).waitFor();
  }
}

async function glanceOf(window: PlannerWindow, key: string): Promise<Glance> {
  const glance = new Glance(window);
  await glance.open(key);
  return glance;
}

describe('the glance of an issue', () => {
  it('says the range before it is opened, and the new one once a confidence was set in words', async () => {
    const ada = await journeys.open();
    const glance = new Glance(ada);
    await glance.goTo('WEB-27');
    // 10 h at the default of 80 %: 10 × 0.8 to 10 ÷ 0.8.
    await glance.header.getByText('8–12.5 h').waitFor();
    await ada.screenshot('glance-closed-light-1280');
    await glance.header.click();
    await glance.panel.getByRole('radio', { name: /lots of uncertainty/ }).click();
    await glance.panel.getByText('Saved', { exact: true }).waitFor();
    await glance.panel.getByText('5–20 h').first().waitFor();
    await glance.panel.getByText(/^50% by Ada Lindholm/).waitFor();
    await ada.screenshot('glance-set-light-1280');
    expect(await ada.barriers({ outside: true })).toEqual([]);
    // Jira's own page follows, and the panel stays open.
    await glance.header.getByText('5–20 h').waitFor();
    expect(await glance.header.getAttribute('aria-expanded')).toBe('true');

    await ada.openPlanner(sprint24);
    expect(await ada.planner.getByTestId('confidence-WEB-27').innerText()).toBe('50%');
    expect(await ada.row('WEB-27').innerText()).toContain('5–20');
    expect(ada.complaints).toEqual([]);
  });

  it('shows what was planned: the confidence, and the side of the line', async () => {
    const ada = await journeys.open();
    await ada.openPlanner(sprint24);
    await ada.edit('confidence-WEB-27', '35');
    await ada.edit('capacity', '40');
    await ada.saved();
    const above = await ada.issuesAbove();
    expect(above).toBeGreaterThan(0);
    const [first = ''] = await ada.rows();

    const noor = await journeys.open({ user: 'noor', theme: 'dark', width: 968 });
    const glance = await glanceOf(noor, 'WEB-27');
    await glance.panel.getByText(/^35% by Ada Lindholm/).waitFor();
    await noor.screenshot('glance-planned-dark-968');
    expect(await noor.barriers({ outside: true })).toEqual([]);
    await glance.open(first);
    await glance.panel.getByText(/In Sprint 24, above the cutline, as planned on/).waitFor();

    // The way back to the plan.
    await glance.panel.getByRole('link', { name: 'Open Sprint 24 in the planner' }).click();
    await noor.page.frameLocator('iframe').getByTestId('cutline').waitFor();
    expect(noor.page.url()).toContain('/jira/software/projects/WEB/apps/');
    expect([...ada.complaints, ...noor.complaints]).toEqual([]);
  });

  it('asks for an estimate where there is none, and takes it as people write it', async () => {
    const ada = await journeys.open();
    const glance = await glanceOf(ada, 'WEB-32');
    await glance.panel.getByText('No estimate yet').first().waitFor();
    await ada.screenshot('glance-no-estimate-light-1280');
    const field = glance.panel.getByRole('textbox', { name: 'Original estimate' });
    await field.fill('soon');
    await glance.panel.getByRole('button', { name: 'Save' }).click();
    await glance.panel.getByText(/Give the estimate in hours above 0/).waitFor();
    // What is wrong belongs to the field, for the ear too.
    await glance.panel.getByRole('textbox', { name: /Give the estimate in hours above 0/ }).waitFor();
    await field.fill('1d 2h');
    await glance.panel.getByRole('button', { name: 'Save' }).click();
    // 10 h at 80 %.
    await glance.panel.getByText('8–12.5 h').first().waitFor();
    await ada.page.locator('dt:has-text("Original estimate") + dd').getByText('10 h').waitFor();
    expect(await field.inputValue()).toBe('10');
    await ada.openPlanner(sprint24);
    expect(await ada.row('WEB-32').innerText()).toContain('8–12.5');
    expect(ada.complaints).toEqual([]);
  });

  it('keeps what is typed for the estimate when it cannot be saved, and while something else is', async () => {
    const ada = await journeys.open();
    const glance = await glanceOf(ada, 'WEB-27');
    const field = glance.panel.getByRole('textbox', { name: 'Original estimate' });
    await field.fill('12');
    await glance.panel.getByRole('radio', { name: /lots of uncertainty/ }).click();
    await glance.panel.getByText(/^50% by Ada Lindholm/).waitFor();
    expect(await field.inputValue()).toBe('12');
    await journeys.condition({ faults: [{ operation: 'editIssue', status: 501, times: null }] });
    await glance.panel.getByRole('button', { name: 'Save' }).click();
    await glance.panel.getByText(/Jira/).first().waitFor();
    expect(await field.inputValue()).toBe('12');
    await journeys.condition({ faults: [] });
    await glance.panel.getByRole('button', { name: 'Save' }).click();
    // 12 h at 50 %.
    await glance.header.getByText('6–24 h').waitFor();
  });

  it('is to look at only for who may not edit the issue, and says so, in French too', async () => {
    const vera = await journeys.open({ user: 'vera', locale: 'fr-FR' });
    const glance = new Glance(vera);
    await glance.goTo('WEB-27');
    await glance.header.click();
    await glance.panel.getByText(/autorisation de modifier/).waitFor();
    expect(await glance.panel.getByRole('slider').count()).toBe(0);
    expect(await glance.panel.getByRole('radio').count()).toBe(0);
    expect(await glance.panel.getByRole('textbox').count()).toBe(0);
    await vera.screenshot('glance-read-only-french-light-1280');
    expect(vera.complaints).toEqual([]);
  });

  it('says what went wrong when Jira is down, and reads the issue when it is asked again', async () => {
    const ada = await journeys.open();
    await journeys.condition({ faults: [{ operation: 'getIssue', status: 501, times: null }] });
    const glance = new Glance(ada);
    await glance.goTo('WEB-27');
    await glance.header.click();
    await glance.panel.getByRole('button', { name: 'Try again' }).waitFor();
    await ada.screenshot('glance-jira-down-light-1280');
    await journeys.condition({ faults: [] });
    await glance.panel.getByRole('button', { name: 'Try again' }).click();
    await glance.panel.getByText('8–12.5 h').first().waitFor();
  });
});
