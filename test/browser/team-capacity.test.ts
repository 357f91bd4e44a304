import { readFileSync } from 'node:fs';

import type { FrameLocator, Locator } from 'playwright-core';
import * as z from 'zod';

import type { Payload } from '../../src/contract';
import { launchShell } from './chromium';
import { journeysOn } from './journeys';
import type { PlannerWindow } from './planner-window';

jest.setTimeout(120_000);

const journeys = journeysOn('small', launchShell);

const ids = '00000000-0000-4000-8000-000000000000/00000000-0000-4000-8000-00000000e0f1';
const pageOf = (project: string): string => `/jira/software/projects/${project}/apps/${ids}/team`;

async function openTeam(window: PlannerWindow, project = 'WEB'): Promise<FrameLocator> {
  window.page.setDefaultTimeout(10_000);
  await window.page.goto(`${journeys.url()}${pageOf(project)}`);
  const app = window.page.frameLocator('iframe');
  await app.getByRole('heading', { level: 1 }).waitFor();
  return app;
}

/** Calls the app without its page: what a journey starts from need not be typed in each. */
async function invoke(name: string, payload: object, accountId = 'ada'): Promise<unknown> {
  const answer = await fetch(`${journeys.url()}/sandbox/invoke`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: journeys.url() },
    body: JSON.stringify({ name, payload, accountId }),
  });
  const { body } = z.object({ body: z.record(z.string(), z.unknown()) }).parse(await answer.json());
  if (!('value' in body)) throw new Error(`${name}: ${JSON.stringify(body)}`);
  return body['value'];
}

type TeamChange = Payload<'saveTeam'>;
type Person = NonNullable<TeamChange['people']>['set'][number];

/** Works eight hours from Monday to Friday, all of it for this board. */
function works(accountId: string, said: Partial<Person> = {}): Person {
  return {
    accountId,
    hoursPerDay: 8,
    weekdays: [true, true, true, true, true, false, false],
    from: null,
    until: null,
    share: 100,
    focus: 100,
    role: '',
    status: 'active',
    region: null,
    departments: [],
    ...said,
  };
}

/** A board that has no team yet gets one. */
async function described(people: Person[], more: Partial<TeamChange> = {}): Promise<void> {
  await invoke('saveTeam', {
    boardId: 1,
    revision: 0,
    timeZone: 'Europe/London',
    people: { set: people, remove: [] },
    ...more,
  });
}

async function choose(app: FrameLocator, field: Locator, option: string): Promise<void> {
  await field.getByRole('combobox').click();
  await app.getByRole('option', { name: option, exact: true }).click();
}

/** The cells of somebody's row. */
function cells(app: FrameLocator, table: string, name: string): Promise<string[]> {
  return app.getByTestId(table).getByRole('row', { name }).first().getByRole('cell').allInnerTexts();
}

async function saves(dialog: Locator, act = 'Save'): Promise<void> {
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

describe('the team of a board', () => {
  it('is described once, makes the capacity of each sprint, and is taken by the planner', async () => {
    const ada = await journeys.open();
    const app = await openTeam(ada);
    await ada.screenshot('team-empty-light-1280');
    await app.getByTestId('invite-people').click();
    const adding = app.getByTestId('add-people-dialog');
    for (const name of ['Ada Lindholm', 'Noor Bakker']) {
      await adding.getByRole('combobox', { name: 'Who' }).fill(name);
      await app.getByRole('option', { name }).click();
    }
    await saves(adding, 'Add');
    await app.getByTestId('team-sprint').click();
    // Sprint 24 has ten working days: 2 people × 10 days × 8 h.
    const hours = app.getByTestId('sprint-capacity');
    await hours.getByText(/160\sh/).waitFor();
    await app.getByRole('button', { name: 'Use the people’s capacity on this board' }).click();
    await app.getByTestId('use-team').waitFor({ state: 'detached' });
    await ada.screenshot('team-sprint-light-1280');
    expect(await ada.barriers()).toEqual([]);

    // Noor is away for two days.
    await app.getByTestId('team-timeOff').click();
    await app.getByTestId('add-time-off').click();
    const dialog = app.getByTestId('time-off-dialog');
    await choose(app, dialog.getByTestId('time-off-person'), 'Noor Bakker');
    await dialog.getByTestId('time-off-from').fill('2026-12-03');
    await dialog.getByTestId('time-off-to').fill('2026-12-04');
    await dialog.getByTestId('time-off-reason').fill('Moving house');
    await ada.screenshot('team-time-off-dialog-light-1280');
    await saves(dialog);
    await app.getByTestId('team-sprint').click();
    // 160 − 2 × 8.
    await hours.getByText(/144\sh/).waitFor();

    await ada.openPlanner('Sprint 24');
    await ada.planner.getByText('from the team’s people').waitFor();
    expect(ada.complaints).toEqual([]);
  });

  it('has another capacity for one sprint for a reason, which is marked when the sprint has started', async () => {
    await described([works('ada')]);
    const ada = await journeys.open({ theme: 'dark', width: 968 });
    const app = await openTeam(ada);
    await choose(app, app.locator('.team-picker').last(), 'Sprint 23');
    const hours = app.getByTestId('sprint-capacity');
    await hours.getByText(/80\sh/).waitFor();
    await app.getByRole('button', { name: 'Set another capacity' }).click();
    const dialog = app.getByTestId('override-dialog');
    await dialog.getByTestId('override-hours').fill('50');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Say why this sprint has another capacity.').waitFor();
    expect(await dialog.locator(':focus').getAttribute('data-testid')).toBe('override-reason');
    await ada.screenshot('team-override-dialog-dark-968');
    expect(await ada.barriers()).toEqual([]);
    await dialog.getByTestId('override-reason').fill('Trade fair');
    await saves(dialog);
    await app.getByText('“Trade fair”').waitFor();
    // Ada came into the team after the start of the sprint as well.
    await app.getByText('2 changes since the sprint started').click();
    await app.getByText('set the capacity of this sprint').waitFor();
    expect((await cells(app, 'capacity-table', 'Ada Lindholm')).at(-1)).toMatch(/80\sh/);
    await app.getByRole('row', { name: /Ada Lindholm.*Changed since the start/ }).waitFor();
    await ada.screenshot('team-override-dark-968');
    expect(await ada.barriers()).toEqual([]);

    await ada.openPlanner('Sprint 23');
    await ada.planner.getByText('for this sprint: Trade fair · 2 changes since the sprint started').waitFor();
    await ada.planner.getByRole('button', { name: /Load per person/ }).click();
    await ada.planner.getByTestId('load-row').first().waitFor();
    await ada.screenshot('team-load-dark-968');
    expect(await ada.barriers()).toEqual([]);
    const again = await openTeam(ada);
    await choose(again, again.locator('.team-picker').last(), 'Sprint 23');
    // On this board each sprint starts from the one before, and not from its people.
    await again.getByRole('button', { name: 'Back to the capacity of the sprint before' }).click();
    await again.getByTestId('sprint-capacity').getByText(/80\sh/).waitFor();
    await again.getByText('2 changes since the sprint started').click();
    await again.getByText('took back the capacity that was set for this sprint').waitFor();
    expect(ada.complaints).toEqual([]);
  });

  it('goes out as a spreadsheet and comes back unchanged, or changed, but not with people whom nobody knows', async () => {
    await described([works('ada', { region: 'GB-ENG' }), works('noor')]);
    const ada = await journeys.open();
    const app = await openTeam(ada);
    await app.getByRole('button', { name: /^Export/ }).click();
    const [download] = await Promise.all([
      ada.page.waitForEvent('download'),
      app.getByRole('menuitem', { name: /As CSV/ }).click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('Noor Bakker');
    await app.getByTestId('import-team').click();
    const chosen = (content: string): Promise<void> =>
      app
        .getByTestId('import-file')
        .setInputFiles({ name: 'team.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await chosen(text);
    await app.getByText(/Everything in this file is already so/).waitFor();
    // Line 2 has a share of 250 %, line 4 somebody whom Jira does not know; Tomás on line 5 it does.
    const noor = text.split('\r\n').find((line) => line.includes('noor')) ?? '';
    const more = [noor.replaceAll('noor', 'nobody-knows'), noor.replaceAll('noor', 'tomas'), ''].join('\r\n');
    await chosen(text.replace('100', '250') + more);
    const refused = app.getByTestId('import-refused').getByRole('listitem');
    await refused.first().waitFor();
    expect(await refused.allInnerTexts()).toEqual([
      'Line 2: The share must be a whole number from 0 to 100.',
      'Line 4: Jira does not know this person, and they are not in the team.',
    ]);
    expect(await app.getByTestId('import').isDisabled()).toBe(true);
    await ada.screenshot('team-import-refused-light-1280');
    expect(await ada.barriers()).toEqual([]);
    await chosen(text.replace('100', '50') + more.slice(more.indexOf('\r\n') + 2));
    await app.getByText('Tomás Vidal').waitFor();
    expect(await app.getByTestId('person-changed').innerText()).toBe('1');
    await app.getByTestId('import').click();
    await app.getByTestId('imported').waitFor();
    await app.getByRole('button', { name: 'Close' }).last().click();
    // Ada gives half of 80 h now, Noor and Tomás all of theirs.
    await app
      .getByTestId('sprint-capacity')
      .getByText(/200\sh/)
      .waitFor();
    expect(ada.complaints).toEqual([]);
  });

  it('adds up by department, where a move leaves the past as it was, and by whose holidays people keep', async () => {
    const department = { id: 'eng', name: 'Engineering', parentId: null };
    await described([works('ada'), works('tomas', { departments: [{ from: null, departmentId: 'eng' }] })], {
      departments: [department],
      timeOff: {
        set: [{ id: 'off-1', accountId: 'tomas', from: '2026-12-04', to: '2026-12-04', half: null, reason: '' }],
        remove: [],
      },
      freeDays: [
        { date: '2026-12-04', half: 'pm', name: 'Company party', region: null },
        { date: '2026-12-08', half: null, name: 'Inmaculada', region: 'ES' },
        { date: '2026-12-07', half: null, name: 'Made-up bank holiday', region: 'GB-ENG' },
      ],
    });
    const ada = await journeys.open();
    const app = await openTeam(ada);
    await app.getByTestId('team-departments').click();
    await app.getByRole('button', { name: 'Add a department below Engineering' }).click();
    await app.getByTestId('department-name').fill('Web');
    await saves(app.getByTestId('department-dialog'));
    await app.getByTestId('departments').getByText('Web', { exact: true }).waitFor();
    await ada.screenshot('team-departments-light-1280');
    expect(await ada.barriers()).toEqual([]);

    await app.getByTestId('team-people').click();
    await app.getByRole('button', { name: 'Edit Tomás Vidal' }).click();
    const dialog = app.getByTestId('person-dialog');
    await choose(app, dialog.getByTestId('keeps'), 'Spain');
    await dialog.getByTestId('add-membership').click();
    await choose(app, dialog.getByTestId('membership-in-1'), 'Engineering / Web');
    await dialog.getByTestId('membership-from-1').fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText(/Give a date after the line before/).waitFor();
    await ada.screenshot('team-person-dialog-light-1280');
    expect(await ada.barriers()).toEqual([]);
    await dialog.getByTestId('membership-from-1').fill('2026-11-30');
    await saves(dialog);
    await app.getByTestId('people-table').getByRole('cell', { name: 'Spain' }).waitFor();
    await ada.screenshot('team-people-light-1280');
    expect(await ada.barriers()).toEqual([]);

    await app.getByTestId('team-sprint').click();
    // Ten days. Ada keeps both public holidays and half of the 4th; Tomás Spain’s and that half, and is off for the other.
    const numbers = async (name: string): Promise<string[]> => (await cells(app, 'capacity-table', name)).slice(1, 5);
    await app.getByTestId('capacity-table').waitFor();
    expect(await numbers('Ada Lindholm')).toEqual(['10', '2.5', '0', '7.5']);
    expect(await numbers('Tomás Vidal')).toEqual(['10', '1.5', '0.5', '8']);
    const byDepartment = (): Promise<string[]> =>
      app.getByTestId('capacity-by-department').getByRole('row').allInnerTexts();
    // 8 days × 8 h of Tomás, 7.5 of Ada.
    expect((await byDepartment()).map((row) => row.replace(/\s+/g, ' '))).toEqual([
      'Department People Hours',
      'Engineering 1 64 h',
      'Web 1 64 h',
      'In no department 1 60 h',
    ]);
    await ada.screenshot('team-sprint-departments-light-1280');
    expect(await ada.barriers()).toEqual([]);
    // Before the move he was in Engineering itself.
    await choose(app, app.locator('.team-picker').last(), 'Sprint 23');
    await app.getByRole('heading', { name: 'Capacity of the sprint' }).waitFor();
    await app
      .getByTestId('capacity-by-department')
      .getByRole('row', { name: /^Web\s+0/ })
      .waitFor();

    await app.getByTestId('team-departments').click();
    await app.getByRole('button', { name: 'Remove Engineering' }).click();
    const removing = app.getByTestId('remove-department-dialog');
    await removing.getByText(/1 person is or was in it/).waitFor();
    expect(await removing.getByRole('button', { name: 'Delete' }).count()).toBe(0);
    expect(ada.complaints).toEqual([]);
  });

  it('shows that one person is at 30 % while the team is fine, and unassigned work apart', async () => {
    // All of Sprint 24 is at 80 %. Noor has 58 h of it, 46.4–72.5 h, and 7.75 h × 70 % × 10 = 54.25 h: 30 %. All together
    // have 95.5 h, 76.4–119.4 h, and 54.25 + 48 + 10.725 = 112.975 h: 85 %.
    await described([
      works('noor', { hoursPerDay: 7.75, share: 70 }),
      works('tomas', { share: 60 }),
      works('ada', { hoursPerDay: 8.25, share: 13 }),
    ]);
    await invoke('saveBoardSettings', { boardId: 1, revision: 0, capacityMode: 'team', setUp: true });
    const ada = await journeys.open();
    await ada.openPlanner('Sprint 24');
    await ada.planner.getByText('from the team’s people').waitFor();
    await ada.planner
      .getByText(/85\s?%/)
      .first()
      .waitFor();
    const load = ada.planner.getByTestId('load');
    const toggle = load.getByRole('button', { name: /Load per person/ });
    expect(await toggle.innerText()).toMatch(/2 people fit · 1 tight: Noor Bakker at 30\s?% · 1 issue unassigned/);
    await toggle.click();
    const rows = load.getByTestId('load-row');
    await rows.first().waitFor();
    const states = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-state')));
    expect(states).toEqual(['tight', 'fits', 'fits', 'unassigned']);
    await ada.screenshot('team-load-light-1280');
    expect(await ada.barriers()).toEqual([]);
    expect(ada.complaints).toEqual([]);
  });

  it('can be looked at by who may not plan, without the reasons of time off', async () => {
    await described([works('noor')], {
      timeOff: {
        // Far enough ahead to be coming whenever this runs.
        set: [{ id: 'off-1', accountId: 'noor', from: '2099-12-01', to: '2099-12-04', half: null, reason: 'Surgery' }],
        remove: [],
      },
    });
    const vera = await journeys.open({ user: 'vera', locale: 'fr-FR', theme: 'dark' });
    const app = await openTeam(vera);
    await app.getByTestId('capacity-table').waitFor();
    await vera.screenshot('team-french-read-only-dark-1280');
    expect(await vera.barriers()).toEqual([]);
    await app.getByTestId('team-timeOff').click();
    await app.getByRole('cell', { name: 'Seule l’équipe voit le motif' }).waitFor();
    expect(await app.locator('main').innerText()).not.toContain('Surgery');
    await vera.screenshot('team-time-off-hidden-dark-1280');
    expect(await vera.barriers()).toEqual([]);
    for (const part of ['people', 'departments', 'timeOff', 'freeDays', 'sprint'] as const) {
      await app.getByTestId(`team-${part}`).click();
      expect(await app.getByRole('button', { name: /Ajouter|Modifier|Retirer|Importer|Changer|Fixer/ }).count()).toBe(
        0,
      );
    }
    expect(vera.complaints).toEqual([]);
  });

  it('loses somebody on every board when a Jira admin says so, and shows the first fifty of many', async () => {
    await described([works('noor'), works('ada'), ...Array.from({ length: 60 }, (_, n) => works(`gone-${String(n)}`))]);
    await invoke('saveTeam', { boardId: 3, revision: 0, people: { set: [works('noor')], remove: [] } });
    const ada = await journeys.open({ width: 968 });
    const app = await openTeam(ada);
    expect(await app.getByTestId('capacity-table').getByRole('rowheader').count()).toBe(50 + 1);
    await app.getByTestId('team-people').click();
    await app.getByText('Unknown person (gone-9)', { exact: true }).waitFor();
    await app.getByRole('button', { name: 'Show 12 more' }).click();
    expect(await app.getByTestId('people-table').getByRole('rowheader').count()).toBe(62);
    await app.getByTestId('filter-people').fill('noor');
    await ada.screenshot('team-many-light-968');
    expect(await ada.barriers()).toEqual([]);
    await app.getByRole('button', { name: 'Remove Noor Bakker' }).click();
    const dialog = app.getByTestId('remove-person-dialog');
    await dialog.getByText('From every board').click();
    await saves(dialog, 'From every board');
    await app.getByText('Removed from 2 boards.').waitFor();
    expect(await invoke('openTeam', { boardId: 3 })).toMatchObject({ people: [] });

    // What is saved is saved, even when the team cannot be read after it.
    await ada.page.route('**/sandbox/invoke', async (route) => {
      const { name } = z.object({ name: z.string() }).parse(route.request().postDataJSON());
      const answer = await route.fetch();
      const json: unknown = await answer.json();
      await route.fulfill({
        response: answer,
        json: name === 'saveTeam' ? { ...z.looseObject({}).parse(json), body: { value: { team: null } } } : json,
      });
    });
    await app.getByTestId('filter-people').fill('ada');
    await app.getByRole('button', { name: 'Edit Ada Lindholm' }).click();
    await app.getByTestId('person-dialog').getByTestId('share').fill('40');
    await saves(app.getByTestId('person-dialog'));
    await app.getByTestId('team-unread').getByRole('button', { name: 'Try again' }).click();
    await app.getByTestId('team-unread').waitFor({ state: 'detached' });
    expect(await cells(app, 'people-table', 'Ada Lindholm')).toContain('40%');
    expect(ada.complaints).toEqual([]);
  });
});
