import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import * as z from 'zod';

const sprintList = z.object({ values: z.array(z.object({ id: z.number(), name: z.string() })) });
const backlogHeading = 'backlog-heading';
const artefacts = resolve(__dirname, '../../test-artefacts');

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** One person's browser window on the sandbox, and the planner in it. */
export class PlannerWindow {
  /** What the browser complained about: errors of the page, and everything that the CSP refused. */
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly url: () => string,
  ) {
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  static async open(browser: Browser, url: () => string, size = { width: 1280, height: 800 }): Promise<PlannerWindow> {
    const context = await browser.newContext({ viewport: size, locale: 'en-GB', reducedMotion: 'reduce' });
    return new PlannerWindow(await context.newPage(), context, url);
  }

  async as(accountId: string): Promise<void> {
    await this.session({ user: accountId });
  }

  async withTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.session({ theme });
  }

  async withLocale(locale: string): Promise<void> {
    await this.session({ locale });
  }

  private async session(data: Record<string, string>): Promise<void> {
    const answer = await this.context.request.post(`${this.url()}/sandbox/session`, {
      data,
      headers: { origin: this.url() },
    });
    if (!answer.ok()) throw new Error(`The session was not changed: ${String(answer.status())}`);
  }

  /** Opens the planner as people do: backlog, the ••• menu of the sprint (or of the backlog), the app's entry. */
  async openFromMenu(menu: string): Promise<void> {
    await this.page.goto(this.url());
    await this.page.getByRole('button', { name: menu }).click();
    await this.page.getByRole('menuitem', { name: 'Plan with PlanPrism' }).click();
    await this.opened();
  }

  /**
   * Opens the planner of a sprint at the address that its menu leads to.
   *
   * @param firstRun whether to leave its dialog open, on a board that nobody has set up
   */
  async openPlanner(sprintName = 'PC2 Sprint 978', { firstRun = false } = {}): Promise<void> {
    const answer = await this.context.request.get(`${this.url()}/rest/agile/1.0/board/1/sprint`);
    const { values } = sprintList.parse(await answer.json());
    const sprint = values.find(({ name }) => name === sprintName);
    if (sprint === undefined) throw new Error(`There is no sprint ${sprintName}`);
    await this.page.goto(`${this.url()}/jira/boards/1/backlog?module=plan-from-sprint&sprint=${String(sprint.id)}`);
    await this.opened({ firstRun });
  }

  /** Waits for the planner; on a board that nobody has set up it starts without, unless the first run is to stay. */
  async opened({ firstRun = false } = {}): Promise<void> {
    await this.cutline.waitFor();
    if (!firstRun) await this.startWithout();
  }

  /** Answers the first run, if the board asks for it. */
  async startWithout(): Promise<void> {
    await this.planner.getByTestId('save-status').waitFor({ state: 'attached' });
    if ((await this.planner.locator('main.planner').getAttribute('data-dialog')) !== 'first-run') return;
    await this.planner.getByTestId('first-run-without').click();
    await this.planner.getByTestId('first-run').waitFor({ state: 'detached' });
  }

  get planner(): FrameLocator {
    return this.page.frameLocator('iframe[title="Plan with PlanPrism"]');
  }

  get cutline(): Locator {
    return this.planner.getByTestId('cutline');
  }

  row(key: string): Locator {
    return this.planner.getByTestId(`row-${key}`);
  }

  /** Only the rows in sight are drawn: scrolls until this one is. */
  async reveal(key: string): Promise<Locator> {
    await this.walk(key);
    const row = this.row(key);
    await row.waitFor();
    return row;
  }

  /** The keys of the plan in the order of the page, with LINE where the cutline is. */
  async rows(): Promise<string[]> {
    const entries = await this.entries();
    const end = entries.indexOf(backlogHeading);
    return end < 0 ? entries : entries.slice(0, end);
  }

  /** The keys below the heading of the backlog. */
  async backlog(): Promise<string[]> {
    const entries = await this.entries();
    return entries.slice(entries.indexOf(backlogHeading) + 1);
  }

  private async entries(): Promise<string[]> {
    const ids = await this.walk(null);
    return ids.map((id) => (id === 'cutline' ? 'LINE' : id.replace('row-', '')));
  }

  /** Scrolls down the list and stays where the row is; without one it reads the whole list and goes back. */
  private walk(key: string | null): Promise<string[]> {
    return this.planner.getByRole('grid').evaluate(
      async (list, wanted) => {
        const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        const ids = new Map<number, string>();
        const before = list.scrollTop;
        let from = wanted === null || list.querySelector(wanted) === null ? 0 : before;
        for (;;) {
          list.scrollTop = from;
          await drawn();
          for (const row of list.querySelectorAll('[role=row][data-testid]'))
            ids.set(Number(row.getAttribute('aria-rowindex')), row.getAttribute('data-testid') ?? '');
          const found = wanted === null ? null : list.querySelector(wanted);
          if (found !== null) {
            found.scrollIntoView({ block: 'center' });
            break;
          }
          from += list.clientHeight / 2;
          if (from >= list.scrollHeight) {
            list.scrollTop = before;
            break;
          }
        }
        await drawn();
        return [...ids].sort(([one], [other]) => one - other).map(([, id]) => id);
      },
      key === null ? null : `[data-testid="row-${key}"]`,
    );
  }

  async issuesAbove(): Promise<number> {
    return Number(await this.cutline.getAttribute('data-count'));
  }

  /** Waits until everything is stored. */
  async saved(): Promise<void> {
    await this.planner.getByText('All changes saved').waitFor();
  }

  /** Types into a value that is edited in place: 'capacity', 'confidence-PC2-7950', 'estimate-PC2-7950'. */
  async edit(testId: string, text: string): Promise<void> {
    await this.planner.getByTestId(testId).click();
    const field = this.planner.getByTestId(`${testId}-field`);
    await field.fill(text);
    await field.press('Enter');
  }

  async desire(percent: number): Promise<void> {
    await this.planner.getByRole('slider').fill(String(percent));
  }

  /**
   * Drags to the upper or lower edge of a row, as a hand would: in steps, with the button down. When the row is out of
   * sight, the hand waits at the edge of the list until it has scrolled there.
   */
  async drag(what: Locator, target: Locator, edge: 'top' | 'bottom'): Promise<void> {
    const { mouse } = this.page;
    const place = await placeOf(target);
    await what.scrollIntoViewIfNeeded();
    const [from, list] = [await boxOf(what), await boxOf(this.planner.getByRole('grid'))];
    const x = from.x + 260;
    await mouse.move(x, from.y + from.height / 2);
    await mouse.down();
    await mouse.move(x, from.y + from.height / 2 + 6, { steps: 3 });
    // The list scrolls on while the hand leaves its edge, maybe past the row: then back to the edge. A hand lets go when it
    // sees where it would drop.
    const mark = target.and(this.planner.locator(`[data-drop-edge="${edge}"]`));
    for (let waitedFor = Number.NaN, aim = Number.NaN, moves = 0; ; moves += 1) {
      if (moves > 50) throw new Error('It cannot be dropped there');
      const to = await this.sightOf(target, place);
      const above = to.y < list.y + 2 * from.height;
      const inSight = !above && to.y + to.height <= list.y + list.height - from.height;
      if (!inSight && to.y !== waitedFor) {
        waitedFor = to.y;
        const nearEdge = above ? list.y + 40 : list.y + list.height - 10;
        await mouse.move(x, nearEdge, { steps: 5 });
        await mouse.move(x + 1, nearEdge);
        await this.scrolledTo(place, from.height);
        continue;
      }
      if (aim === to.y && (await mark.count()) > 0) break;
      aim = to.y;
      await mouse.move(x, edge === 'top' ? aim + 4 : aim + to.height - 4, { steps: 8 });
    }
    await mouse.up();
    await this.planner.locator('.row-dragging').waitFor({ state: 'detached' });
  }

  /**
   * Waits while the list scrolls under the hand: until a row is well in sight, or the list has stood still for half a
   * second of frames. A wait of a fixed length lets the list of a busy machine run past the row again and again.
   */
  private async scrolledTo(place: number, rowHeight: number): Promise<void> {
    await this.planner.getByRole('grid').evaluate(
      async (list, { place, rowHeight }) => {
        const isInSight = (): boolean => {
          const row = list.querySelector(`[role=row][aria-rowindex="${String(place)}"]`)?.getBoundingClientRect();
          const { top, bottom } = list.getBoundingClientRect();
          return row !== undefined && row.top >= top + 2 * rowHeight && row.bottom <= bottom - rowHeight;
        };
        for (let still = 0, before = list.scrollTop; still < 30 && !isInSight(); before = list.scrollTop) {
          await new Promise(requestAnimationFrame);
          still = list.scrollTop === before ? still + 1 : 0;
        }
      },
      { place, rowHeight },
    );
  }

  /** Where a row is on the page. One that is not drawn is above or below everything in sight: the list may have scrolled past it. */
  private async sightOf(row: Locator, place: number): Promise<Awaited<ReturnType<typeof boxOf>>> {
    // Between the two questions it may go.
    const box = (await row.count()) > 0 ? await row.boundingBox({ timeout: 1000 }).catch(() => null) : null;
    if (box !== null) return box;
    const first = await this.planner.getByRole('grid').evaluate((list) => {
      const { top } = list.getBoundingClientRect();
      // The cutline sticks to the edges, out of its place.
      const inSight = [...list.querySelectorAll('[role=row][data-testid]:not([data-testid=cutline])')].filter(
        (each) => each.getBoundingClientRect().bottom > top,
      );
      return Math.min(...inSight.map((each) => Number(each.getAttribute('aria-rowindex'))));
    });
    return { x: 0, y: place < first ? -Infinity : Infinity, width: 0, height: 0 };
  }

  /** Presses a key; whatever it does, something on the page must have the focus afterwards. */
  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.planner.locator(':focus:not(body)').first().waitFor({ timeout: 5000 });
  }

  /**
   * What axe finds on the planner that somebody could not get past, and in which elements.
   *
   * @param outside on Jira's own page instead, which draws the glance
   */
  async barriers({ outside = false } = {}): Promise<string[]> {
    const planner = this.page.frames().find((candidate) => candidate.url().includes('/resource/'));
    const frame = outside ? this.page.mainFrame() : planner;
    if (frame === undefined) throw new Error('There is no planner');
    await frame.evaluate(axe);
    return frame.evaluate(async () => {
      const run: unknown = Reflect.get(window, 'axe');
      if (typeof run !== 'object' || run === null || !('run' in run) || typeof run.run !== 'function')
        throw new Error('no axe');
      const { violations }: { violations: { id: string; impact: string; nodes: { html: string }[] }[] } =
        // What passed is not gathered in detail: that is a fifth of the work.
        await Reflect.apply(run.run, run, [document, { resultTypes: ['violations'] }]);
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    });
  }

  /** Kept as a test artefact, to be looked at. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(artefacts, { recursive: true });
    await this.page.screenshot({ path: join(artefacts, `${name}.png`), animations: 'disabled' });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** Its row of the list, from 1. */
async function placeOf(row: Locator): Promise<number> {
  return Number(await row.getAttribute('aria-rowindex'));
}

async function boxOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('It is not on the page');
  return box;
}
