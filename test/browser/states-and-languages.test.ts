import type { Locator } from 'playwright-core';
import * as z from 'zod';

import { stateSprintIds } from '../../sandbox/site/states-site';
import { english } from '../../static/planner/src/texts/english/index';
import { french } from '../../static/planner/src/texts/french/index';
import { launchShell } from './chromium';
import { journeysOn } from './journeys';
import type { PlannerWindow } from './planner-window';

jest.setTimeout(90_000);

const invocation = z.looseObject({ name: z.string(), payload: z.looseObject({}) });

/** Opens the planner from a menu of a board's backlog, without waiting for what comes. */
const open = async (window: PlannerWindow, url: string, boardId: number, menu = 'Backlog actions'): Promise<void> => {
  await window.page.goto(`${url}/jira/boards/${String(boardId)}/backlog`);
  await window.page.getByRole('button', { name: menu }).click();
  await window.page.getByRole('menuitem', { name: 'Plan with PlanPrism' }).click();
};

/** As if Jira had named another place to plan, or none, or the planner were somebody else's. */
const openElsewhere = async (
  window: PlannerWindow,
  place: { boardId?: number; sprintId?: number },
  person?: { accountId: string },
): Promise<void> => {
  await window.page.route('**/sandbox/invoke', async (route) => {
    const { payload, ...call } = invocation.parse(route.request().postDataJSON());
    const { boardId: _board, sprintId: _sprint, ...rest } = payload;
    const opening = { ...call, payload: { ...rest, ...place }, extension: {}, ...person };
    await route.continue({ postData: JSON.stringify(call.name === 'openPlanner' ? opening : { ...call, payload }) });
  });
};

/** In both themes and both widths: nothing serious for axe, and a picture to be looked at. */
const lookAt = async (window: PlannerWindow, name: string): Promise<void> => {
  const frame = window.page.frames().find((candidate) => candidate.url().includes('/resource/'));
  if (frame === undefined) throw new Error('There is no planner');
  for (const theme of ['light', 'dark']) {
    for (const page of [window.page.mainFrame(), frame]) {
      await page.evaluate((mode) => {
        document.documentElement.dataset['colorMode'] = mode;
      }, theme);
    }
    for (const width of [968, 1280]) {
      await window.page.setViewportSize({ width, height: 800 });
      // The frame learns of it a moment later.
      await frame.waitForFunction((wide) => innerWidth < wide && innerWidth > wide - 200, width);
      await window.screenshot(`state-${name}-${theme}-${String(width)}`);
    }
    expect(await window.barriers()).toEqual([]);
  }
};

const cannotOpen = async (window: PlannerWindow, title: string): Promise<Locator> => {
  await window.planner.getByRole('heading', { name: title }).waitFor();
  return window.planner.getByTestId('cannot-open');
};

const buttonsOf = (screen: Locator): Promise<string[]> => screen.getByRole('button').allInnerTexts();

describe('where there is nothing to plan', () => {
  const journeys = journeysOn('states', launchShell);

  it('says of a kanban board that it does not plan in sprints, and leads back to Jira', async () => {
    const window = await journeys.open();
    await open(window, journeys.url(), 3);
    const screen = await cannotOpen(window, 'This board does not plan in sprints');
    expect(await buttonsOf(screen)).toEqual(['Back to Jira']);
    await lookAt(window, 'kanban');
    await screen.getByRole('button', { name: 'Back to Jira' }).click();
    await window.page.locator('iframe').waitFor({ state: 'detached' });
  });

  it('says of a board without a sprint that it has none yet', async () => {
    const window = await journeys.open();
    await open(window, journeys.url(), 2);
    const screen = await cannotOpen(window, 'This board has no sprint yet');
    expect(await buttonsOf(screen)).toEqual(['Back to Jira', 'Try again']);
    await screen.getByText(/[Cc]reate/).waitFor();
    await lookAt(window, 'no-sprint');
  });

  it('says to somebody who may not see the board that it cannot be found', async () => {
    const window = await journeys.open();
    await openElsewhere(window, { boardId: 1 }, { accountId: 'outsider' });
    await open(window, journeys.url(), 1);
    await cannotOpen(window, 'This board cannot be found');
    await lookAt(window, 'unknown-board');
  });

  it('says to somebody who sees no board at all that there is none', async () => {
    const window = await journeys.open();
    await openElsewhere(window, {}, { accountId: 'outsider' });
    await open(window, journeys.url(), 1);
    await cannotOpen(window, 'There is no board to plan on');
    await lookAt(window, 'no-board');
  });

  it('says of a sprint that is gone that it cannot be found, and opens the current one', async () => {
    const window = await journeys.open();
    await openElsewhere(window, { boardId: 1, sprintId: 999 });
    await open(window, journeys.url(), 1);
    const screen = await cannotOpen(window, 'This sprint cannot be found');
    await lookAt(window, 'unknown-sprint');
    await window.page.unroute('**/sandbox/invoke');
    await screen.getByRole('button', { name: 'Open the board’s current sprint' }).click();
    await window.opened();
    await window.planner.getByRole('heading', { name: 'Next', exact: true }).waitFor();
  });

  it('invites to pull issues up into an empty sprint', async () => {
    const window = await journeys.open();
    await open(window, journeys.url(), 1, 'Actions of Empty');
    await window.startWithout();
    await window.planner.getByRole('heading', { name: 'Empty has no issues yet' }).waitFor();
    await window.planner.getByText('Pull issues up from the backlog').waitFor();
    await lookAt(window, 'empty');
    await window.planner.getByRole('button', { name: 'Move STATE-18.' }).click();
    await window.planner.getByRole('menuitem', { name: 'To the top' }).click();
    await window.saved();
    expect(await window.rows()).toEqual(['STATE-18', 'LINE']);
    await window.planner.getByRole('heading', { name: 'Empty has no issues yet' }).waitFor({ state: 'detached' });
  });

  it('asks for estimates where there are none at all, and takes them in place', async () => {
    const window = await journeys.open();
    await open(window, journeys.url(), 1, 'Actions of Nothing estimated');
    await window.startWithout();
    await window.planner.getByText('Nothing here has an estimate yet').waitFor();
    await lookAt(window, 'unestimated');
    await window.edit('estimate-STATE-16', '6');
    await window.saved();
    await window.planner.getByText('Nothing here has an estimate yet').waitFor({ state: 'detached' });
    // 6 × 0.8 to 6 ÷ 0.8.
    expect(await window.row('STATE-16').innerText()).toContain('4.8–7.5');
  });

  it('says that everything is done, and plans the next sprint', async () => {
    const window = await journeys.open();
    await open(window, journeys.url(), 1, 'Actions of Everything done');
    await window.startWithout();
    await window.planner.getByText('Everything in Everything done is done').waitFor();
    await lookAt(window, 'all-done');
    await window.planner.getByRole('button', { name: 'Plan Nothing estimated' }).click();
    await window.planner.getByRole('heading', { name: 'Nothing estimated', exact: true }).waitFor();
  });

  it('lets a closed sprint be looked back at, not re-estimated and not applied', async () => {
    const window = await journeys.open();
    await openElsewhere(window, { boardId: 1, sprintId: stateSprintIds.closed });
    await open(window, journeys.url(), 1);
    await window.opened();
    await window.planner.getByText('Closed is closed. You can look back at it').waitFor();
    expect(await window.planner.getByTestId('confidence-STATE-11').isDisabled()).toBe(true);
    expect(await window.planner.getByRole('button', { name: 'Apply to Jira…' }).count()).toBe(0);
    await lookAt(window, 'closed');
  });

  it('shows a viewer everything and lets them change nothing', async () => {
    const window = await journeys.open({ user: 'vera' });
    await open(window, journeys.url(), 1, 'Actions of Families');
    await window.opened();
    await window.planner.getByText('You can look at this plan but not change it.').waitFor();
    expect(await window.planner.getByTestId('estimate-STATE-10').isDisabled()).toBe(true);
    expect(await window.planner.getByTestId('status-STATE-10').count()).toBe(0);
    expect(await window.planner.getByRole('slider').isDisabled()).toBe(true);
    await lookAt(window, 'read-only');
  });
});

describe('when Jira has a bad day', () => {
  const journeys = journeysOn('states', launchShell);

  it('says after a while that Jira is slow, and asks again when told to', async () => {
    const window = await journeys.open();
    await window.page.goto(journeys.url());
    await window.page.clock.install();
    await journeys.condition({ delayMilliseconds: 20_000 });
    await window.page.getByRole('button', { name: 'Actions of Families' }).click();
    await window.page.getByRole('menuitem', { name: 'Plan with PlanPrism' }).click();
    await window.planner.locator('[aria-busy=true]').waitFor();
    await window.page.clock.fastForward(1_000);
    await window.planner.getByText('Opening the planner…').waitFor();
    await window.screenshot('state-opening-light-1280');
    await window.page.clock.fastForward(4_000);
    await window.planner.getByRole('heading', { name: 'Jira is taking longer than usual…' }).waitFor();
    await window.page.clock.fastForward(9_000);
    await window.planner.getByText('You can go on waiting, or ask again.').waitFor();
    await lookAt(window, 'slow');
    await journeys.condition({ delayMilliseconds: 0 });
    await window.planner.getByRole('button', { name: 'Try again' }).click();
    await window.opened();
  });

  it('says that Jira does not answer, and opens when it does again', async () => {
    const window = await journeys.open();
    await journeys.condition({ addFault: { operation: '/rest/', status: 503, times: null } });
    await open(window, journeys.url(), 1, 'Actions of Families');
    const screen = await cannotOpen(window, 'Jira does not answer');
    expect(await buttonsOf(screen)).toEqual(['Try again', 'Back to Jira']);
    await lookAt(window, 'jira-down');
    await journeys.condition({ faults: [] });
    await screen.getByRole('button', { name: 'Try again' }).click();
    await window.opened();
  });

  it('opens all the same when only the backlog cannot be read, and reads it again', async () => {
    const window = await journeys.open();
    await journeys.condition({ addFault: { operation: 'getIssuesForBacklogJSIS', status: 403, times: 1 } });
    await open(window, journeys.url(), 1, 'Actions of Families');
    await window.opened();
    const heading = window.planner.getByTestId('backlog-heading');
    await heading.getByText('The backlog could not be read').waitFor();
    await lookAt(window, 'no-backlog');
    await heading.getByRole('button', { name: 'Try again' }).click();
    await heading.getByText('2 issues').waitFor();
  });
});

describe('in French', () => {
  const journeys = journeysOn('small', launchShell);

  it('leaves no English sentence on the page, and writes numbers, hours and dates as French people do', async () => {
    const window = await journeys.open({ locale: 'fr-FR' });
    const { planner } = window;
    await window.openPlanner('Sprint 24');
    await planner.getByText('Confiance souhaitée').waitFor();
    expect(await planner.locator('html').getAttribute('lang')).toBe('fr');
    expect(await planner.getByTestId('desired').innerText()).toMatch(/^80[\u00a0\u202f]%$/);
    await planner.getByTestId('capacity').click();
    await planner.getByTestId('capacity-field').fill('60,5');
    await planner.getByTestId('capacity-field').press('Enter');
    await planner.getByText('Toutes les modifications sont enregistrées').waitFor();
    expect(await planner.getByTestId('capacity').innerText()).toMatch(/^60,5\sh$/);
    // 10 × 0.8 to 10 ÷ 0.8.
    expect(await window.row('WEB-27').locator('.cell-range').innerText()).toMatch(/8–12,5\sh/);
    await planner.getByText('30 nov. – 11 déc. 2026').waitFor();
    expect(await englishLeft(window)).toEqual([]);
    await window.screenshot('french-light-1280');

    const openings: [name: string, open: () => Promise<void>][] = [
      ['help', () => planner.getByRole('button', { name: 'Raccourcis clavier et aide' }).click()],
      ['apply', () => planner.getByRole('button', { name: 'Appliquer à Jira…' }).click()],
      ['sum', () => planner.getByRole('button', { name: 'Voir le calcul' }).click()],
    ];
    for (const [name, openDialog] of openings) {
      await openDialog();
      const dialog = planner.getByRole('dialog');
      await dialog.getByRole('heading').first().waitFor();
      expect(await englishLeft(window)).toEqual([]);
      await window.screenshot(`french-${name}-light-1280`);
      await window.page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    expect(window.complaints).toEqual([]);
  });

  it('says what went wrong in French too', async () => {
    const window = await journeys.open({ locale: 'fr-FR', theme: 'dark', width: 968 });
    await open(window, journeys.url(), 2);
    await cannotOpen(window, 'Ce tableau ne se planifie pas en sprints');
    expect(await englishLeft(window)).toEqual([]);
    await window.screenshot('french-kanban-dark-968');
  });
});

describe('on a site that shows times as 1w 2d 4h', () => {
  const journeys = journeysOn('odd', launchShell);

  it('shows them so, by its own working day and week', async () => {
    const window = await journeys.open();
    await open(window, journeys.url(), 2, 'Actions of Thirty characters, not one mor');
    await window.opened();
    const estimate = (key: string): Promise<string> => window.row(key).locator('.cell-estimate').innerText();
    // A day of 7.5 h: 12 h is a day and 4.5 h. 1.25 h is an hour and a quarter.
    expect(await estimate('ODD-2')).toMatch(/^1d\s4h\s30m$/);
    await window.reveal('ODD-8');
    expect(await estimate('ODD-8')).toMatch(/^1h\s15m$/);
    // At 80 % it is 9.6 h, a day and about 2 h, to 15 h, two days.
    await window.reveal('ODD-2');
    expect(await window.row('ODD-2').locator('.cell-range').innerText()).toMatch(/1d\s2h–2d/);
    await window.edit('estimate-ODD-2', '1w 1h');
    await window.saved();
    // A week of 4 days is 30 h.
    expect(await estimate('ODD-2')).toMatch(/^1w\s1h$/);
    await window.screenshot('odd-light-1280');
    expect(await window.barriers()).toEqual([]);
    expect(window.complaints).toEqual([]);
  });
});

/** What stands on the page, or is read out, that is one of PlanPrism's own English texts and not a French one. */
async function englishLeft(window: PlannerWindow): Promise<string[]> {
  const own = new Set(sentences(french));
  const foreign = sentences(english).filter((text) => !own.has(text));
  const said = await window.planner.locator('body').evaluate((body) => {
    // What people wrote in Jira is in whatever language they speak.
    const theirs = '.cell-summary, .cell-status, .cell-assignee, .issue-names-what, [role=dialog] td:nth-child(2)';
    const found: string[] = [];
    for (const element of body.querySelectorAll('*')) {
      if (element.closest(theirs) !== null) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(element.getAttribute(name) ?? '');
      for (const node of element.childNodes) if (node.nodeType === 3) found.push(node.textContent ?? '');
    }
    return found.map((text) => text.trim()).filter((text) => text !== '');
  });
  const typical = /\b(the|of|with|and|your|issues?|above|below|line|edit|move|select|from|default|set|by)\b/i;
  return [...new Set(said)].filter((text) => foreign.includes(text) || typical.test(text));
}

function sentences(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(sentences) : [];
}
