import type { Locator } from 'playwright-core';

import { launchShell } from './chromium';
import { journeysOn } from './journeys';
import type { PlannerWindow } from './planner-window';

// Without realtime everything waits for the next poll.
jest.setTimeout(120_000);

const journeys = journeysOn('small', launchShell);

/** Opens the running sprint from the menu of the board, another module than the menu of a sprint. */
const openFromBoard = async (window: PlannerWindow): Promise<void> => {
  await window.page.goto(`${journeys.url()}/jira/boards/1`);
  await window.page.getByRole('button', { name: 'Board actions' }).click();
  await window.page.getByRole('menuitem', { name: 'Plan with PlanPrism' }).click();
  await window.opened();
};

const bothOpen = async (): Promise<[ada: PlannerWindow, noor: PlannerWindow]> => {
  const ada = await journeys.open({ user: 'ada' });
  const noor = await journeys.open({ user: 'noor', theme: 'dark', width: 968 });
  await openFromBoard(ada);
  await noor.openPlanner('Sprint 23');
  return [ada, noor];
};

const here = (window: PlannerWindow): Locator => window.planner.getByTestId('who-is-here');

/** The row of an issue at this place of the page; the head is 1. */
const rowAt = (window: PlannerWindow, key: string, index: number): Locator =>
  window.planner.locator(`[data-testid="row-${key}"][aria-rowindex="${String(index)}"]`);

const sendToTop = async (window: PlannerWindow, key: string): Promise<void> => {
  await window.reveal(key);
  await window.planner.getByRole('button', { name: `Move ${key}.` }).click();
  await window.planner.getByRole('menuitem', { name: 'To the top', exact: true }).click();
};

describe.each([
  ['by realtime', { realtimeOff: false, name: 'live', timeout: 5_000 }],
  ['by polling, where realtime does not work', { realtimeOff: true, name: 'polling', timeout: 20_000 }],
])('two people on the same sprint, in touch %s', (_how, { realtimeOff, name, timeout }) => {
  it('see each other, what the other moves and how sure the other is, and that the other has left', async () => {
    await journeys.condition({ realtimeOff });
    const [ada, noor] = await bothOpen();
    await here(noor).getByText('Ada is here').waitFor({ timeout });
    await here(ada).getByText('Noor is here').waitFor({ timeout });

    await sendToTop(ada, 'WEB-22');
    await ada.saved();
    await rowAt(noor, 'WEB-22', 2).waitFor({ timeout });
    await noor.edit('confidence-WEB-21', '50');
    await noor.saved();
    await ada.planner.getByTestId('confidence-WEB-21').getByText('50%').waitFor({ timeout });
    // 5 h at 50 %: 5 × 0.5 to 5 ÷ 0.5.
    expect(await ada.row('WEB-21').innerText()).toContain('2.5–10');
    await ada.screenshot(`together-${name}-light-1280`);
    await noor.screenshot(`together-${name}-dark-968`);
    expect(await ada.barriers()).toEqual([]);

    await noor.page.getByRole('button', { name: 'Close Plan with PlanPrism' }).click();
    await here(ada).waitFor({ state: 'detached', timeout });
    expect([ada.complaints, noor.complaints]).toEqual([[], []]);
  });
});

describe('two people who move different issues at the same moment', () => {
  it('lose neither move', async () => {
    // By realtime the second would hear of the first one's save before its own, on a slow machine.
    await journeys.condition({ realtimeOff: true });
    const [ada, noor] = await bothOpen();
    await Promise.all([sendToTop(ada, 'WEB-22'), sendToTop(noor, 'WEB-23')]);

    // Whoever was second sees the first one's plan and still has their own change; which of them it is, is chance.
    const conflict = (window: PlannerWindow): Locator => window.planner.getByText('This plan was changed elsewhere');
    const second = await Promise.race(
      [ada, noor].map(async (window) => {
        await conflict(window).waitFor();
        return window;
      }),
    );
    await second.planner.getByText('Your own change is kept: one issue moved.').waitFor();
    await second.planner.getByRole('button', { name: 'Apply my change to it' }).click();
    await second.saved();
    const both = await second.rows();
    expect(both.slice(0, 2).sort()).toEqual(['WEB-22', 'WEB-23']);
    const first = second === ada ? noor : ada;
    await rowAt(first, both[0] ?? '', 2).waitFor({ timeout: 20_000 });
    expect(await first.rows()).toEqual(both);
  });
});
