import { readFile } from 'node:fs/promises';

import { journeysOn } from './journeys';
import type { PlannerWindow } from './planner-window';

jest.setTimeout(60_000);

const journeys = journeysOn('small');

/** Sprint 24 with a capacity of 60 h: 49 h above the line, 94 %. */
const planned = async (window: PlannerWindow): Promise<void> => {
  await window.openPlanner('Sprint 24');
  await window.edit('capacity', '60');
  await window.saved();
  expect(await window.issuesAbove()).toBe(7);
};

const choose = async (window: PlannerWindow, what: string): Promise<void> => {
  await window.planner.getByRole('button', { name: 'Export' }).click();
  await window.planner.getByRole('menuitem', { name: what }).click();
};

describe('taking the plan out of Jira', () => {
  it('copies it as a Markdown table, the line among the rows', async () => {
    const window = await journeys.open();
    await window.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await planned(window);
    await choose(window, 'Copy as Markdown table');
    await window.planner.getByText('Copied as a Markdown table').waitFor();
    const lines = (await window.page.evaluate(() => navigator.clipboard.readText())).split('\n');
    expect(lines[0]).toMatch(
      /^\*\*Sprint 24\*\* · .*capacity 60\sh.*confidence ratio 94% · chance to finish \d\d% · line by the ratio/,
    );
    const rows = lines.filter((line) => /^\| WEB-|\*\*Cutline/.test(line));
    expect(rows).toHaveLength(13);
    expect(rows[1]).toMatch(/^\| WEB-27 \| Last order date for each country \| To Do \| Tomás Vidal \| 10\sh \| 80%/);
    expect(rows[7]).toContain('**Cutline: 7 of 12 issues above**');
    expect(rows[8]).toMatch(/^\| WEB-33 \|/);
  });

  it('shows the table to be copied by hand where the browser lets nobody else copy', async () => {
    const window = await journeys.open();
    await window.page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await planned(window);
    await choose(window, 'Copy as Markdown table');
    const dialog = window.planner.getByRole('dialog', { name: 'Copy the table' });
    expect(await dialog.getByRole('textbox').inputValue()).toContain('| WEB-27 |');
    await window.screenshot('copy-by-hand-light-1280');
    expect(await window.barriers()).toEqual([]);
  });

  it('saves it as CSV with plain numbers', async () => {
    const window = await journeys.open();
    await planned(window);
    const download = window.page.waitForEvent('download');
    await choose(window, 'Download CSV');
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^Sprint 24 plan \d{4}-\d\d-\d\d\.csv$/);
    await window.planner.getByText(`Saved as ${file.suggestedFilename()}`).waitFor();
    const text = await readFile(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFFSection,Key,Summary,')).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(13);
    // 10 × 0.8 and 10 ÷ 0.8. Down to here 9 + 10 = 19 h, whose pessimistic sum of 23.75 h the 60 h cover.
    expect(lines[2]).toMatch(
      /^Above the line,WEB-27,Last order date for each country,To Do,Tomás Vidal,10,issue,80,default,8,12\.5,100,\d\d,Committed$/,
    );
    expect(lines[8]).toMatch(/^Below the line,WEB-33,/);
    expect(window.complaints).toEqual([]);
  });

  it('prints every row, also those that are not in sight, black on white', async () => {
    const window = await journeys.open({ theme: 'dark' });
    await planned(window);
    const frame = window.page.frames().find((candidate) => candidate.url().includes('/resource/'));
    if (frame === undefined) throw new Error('There is no planner');
    // Without a printer printing is over at once; the page is held as it is on paper.
    await frame.evaluate(() => {
      addEventListener(
        'afterprint',
        (event) => {
          event.stopImmediatePropagation();
        },
        { capture: true },
      );
    });
    await choose(window, 'Print');
    await window.page.emulateMedia({ media: 'print' });
    const rows = window.planner.locator('.printed-plan tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(13);
    expect(await rows.nth(7).innerText()).toContain('7 of 12 issues above');
    expect(await rows.first().evaluate((row) => getComputedStyle(row).color)).toBe('rgb(0, 0, 0)');
    expect(await window.planner.locator('main.planner').isVisible()).toBe(false);
    await window.screenshot('printed-1280');
  });
});
