import { readFileSync } from 'node:fs';

import type { FrameLocator } from 'playwright-core';

import { journeysOn } from './journeys';
import type { PlannerWindow } from './planner-window';

jest.setTimeout(120_000);

const journeys = journeysOn('small');

const ids = '00000000-0000-4000-8000-000000000000/00000000-0000-4000-8000-00000000e0f1';
const teamPage = `/jira/software/projects/WEB/apps/${ids}/team`;

async function openTeam(window: PlannerWindow): Promise<FrameLocator> {
  window.page.setDefaultTimeout(10_000);
  await window.page.goto(`${journeys.url()}${teamPage}`);
  const app = window.page.frameLocator('iframe');
  await app.getByRole('heading', { name: 'Team', exact: true }).waitFor();
  return app;
}

/** Adds people who can be found by these names, with eight hours a day, five days a week, all for this board. */
async function addPeople(app: FrameLocator, names: readonly string[]): Promise<void> {
  const dialog = app.getByTestId('add-people-dialog');
  for (const name of names) {
    await dialog.getByRole('combobox', { name: 'Who' }).fill(name);
    await app.getByRole('option', { name }).click();
  }
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('the team of a board', () => {
  it('is described once, makes the capacity of each sprint, and shows whose work does not fit', async () => {
    const ada = await journeys.open();
    const app = await openTeam(ada);
    await ada.screenshot('team-empty-light-1280');
    await app.getByTestId('invite-people').click();
    await addPeople(app, ['Ada Lindholm', 'Noor Bakker']);
    await app.getByTestId('team-sprint').click();
    // Sprint 24 has ten working days: 2 people × 10 days × 8 h.
    await app
      .getByTestId('sprint-capacity')
      .getByText(/160\sh/)
      .waitFor();
    await app.getByRole('button', { name: 'Use the people’s capacity on this board' }).click();
    await ada.screenshot('team-sprint-light-1280');
    expect(await ada.barriers()).toEqual([]);

    // Noor is away for two days and a morning.
    await app.getByTestId('team-timeOff').click();
    await app.getByTestId('add-time-off').click();
    const dialog = app.getByTestId('time-off-dialog');
    await dialog.getByRole('combobox').first().fill('Noor');
    await app.getByRole('option', { name: /Noor/ }).click();
    await dialog.getByTestId('time-off-from').fill('2026-12-03');
    await dialog.getByTestId('time-off-to').fill('2026-12-04');
    await dialog.getByTestId('time-off-reason').fill('Moving house');
    await ada.screenshot('team-time-off-dialog-light-1280');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await app.getByTestId('team-sprint').click();
    // 160 − 2 × 8.
    await app
      .getByTestId('sprint-capacity')
      .getByText(/144\sh/)
      .waitFor();

    await ada.openPlanner('Sprint 24');
    await ada.planner.getByText('from the team’s people').waitFor();
    await ada.planner.getByRole('button', { name: /Load per person/ }).click();
    await ada.planner
      .getByRole('row', { name: /Noor Bakker/ })
      .first()
      .waitFor();
    await ada.screenshot('team-load-light-1280');
    expect(await ada.barriers()).toEqual([]);
    expect(ada.complaints).toEqual([]);
  });

  it('has another capacity for one sprint, with the reason that everybody can read', async () => {
    const ada = await journeys.open({ theme: 'dark', width: 968 });
    const app = await openTeam(ada);
    await app.getByTestId('invite-people').click();
    await addPeople(app, ['Ada Lindholm']);
    await app.getByTestId('team-sprint').click();
    await app.getByTestId('sprint-capacity').getByText(/80\sh/).waitFor();
    await app.getByRole('button', { name: 'Set another capacity' }).click();
    await app.getByTestId('override-hours').fill('50');
    await app.getByTestId('override-reason').fill('Trade fair');
    await app.getByTestId('override-dialog').getByRole('button', { name: 'Save' }).click();
    await app.getByText('“Trade fair”').waitFor();
    await ada.screenshot('team-override-dark-968');
    expect(await ada.barriers()).toEqual([]);
    await ada.openPlanner('Sprint 24');
    await ada.planner.getByText(/Trade fair/).waitFor();
    const again = await openTeam(ada);
    await again.getByRole('button', { name: 'Back to the people’s capacity' }).click();
    await again.getByTestId('sprint-capacity').getByText(/80\sh/).waitFor();
    expect(ada.complaints).toEqual([]);
  });

  it('goes out as a spreadsheet and comes back unchanged', async () => {
    const ada = await journeys.open();
    const app = await openTeam(ada);
    await app.getByTestId('invite-people').click();
    await addPeople(app, ['Ada Lindholm', 'Noor Bakker']);
    await app.getByRole('button', { name: /^Export/ }).click();
    const [download] = await Promise.all([
      ada.page.waitForEvent('download'),
      app.getByRole('menuitem', { name: /As CSV/ }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('Noor Bakker');
    await app.getByTestId('import-team').click();
    const file = { name: 'team.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
    await app.getByTestId('import-file').setInputFiles(file);
    await app.getByText(/Everything in this file is already so/).waitFor();
    const spoilt = { ...file, buffer: Buffer.from(text.replace(/100/, '250')) };
    await app.getByTestId('import-file').setInputFiles(spoilt);
    await app
      .getByTestId('import-refused')
      .getByText(/Line 2: The share must be/)
      .waitFor();
    await ada.screenshot('team-import-refused-light-1280');
    const changed = { ...file, buffer: Buffer.from(text.replace(/100/, '50')) };
    await app.getByTestId('import-file').setInputFiles(changed);
    await app.getByTestId('import').click();
    await app.getByTestId('imported').waitFor();
    expect(ada.complaints).toEqual([]);
  });

  it('can be looked at by who may not plan, without the reasons of time off', async () => {
    const ada = await journeys.open();
    const mine = await openTeam(ada);
    await mine.getByTestId('invite-people').click();
    await addPeople(mine, ['Noor Bakker']);
    const vera = await journeys.open({ user: 'vera', locale: 'fr-FR' });
    await vera.page.goto(`${journeys.url()}${teamPage}`);
    const app = vera.page.frameLocator('iframe');
    await app.getByTestId('capacity-table').waitFor();
    expect(await app.getByTestId('invite-people').count()).toBe(0);
    expect(await app.getByTestId('import-team').count()).toBe(0);
    await vera.screenshot('team-french-read-only-light-1280');
    expect(vera.complaints).toEqual([]);
  });
});
