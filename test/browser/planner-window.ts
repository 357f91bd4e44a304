import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';

const artefacts = resolve(__dirname, '../../test-artefacts');

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
    const context = await browser.newContext({ viewport: size, locale: 'en-GB' });
    return new PlannerWindow(await context.newPage(), context, url);
  }

  async as(accountId: string): Promise<void> {
    await this.session({ user: accountId });
  }

  async withTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.session({ theme });
  }

  private async session(data: Record<string, string>): Promise<void> {
    await this.page.goto(this.url());
    const answer = await this.page.request.post(`${this.url()}/sandbox/session`, {
      data,
      headers: { origin: this.url() },
    });
    if (!answer.ok()) throw new Error(`The session was not changed: ${String(answer.status())}`);
  }

  /** Opens the planner as people do: backlog, the ••• menu of the sprint (or of the backlog), the app's entry. */
  async openPlanner(menu = 'Actions of PC2 Sprint 978'): Promise<void> {
    await this.page.goto(this.url());
    await this.page.getByRole('button', { name: menu }).click();
    await this.page.getByRole('menuitem', { name: 'Plan with PlanPrism' }).click();
    await this.opened();
  }

  async opened(): Promise<void> {
    await this.cutline.waitFor();
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

  /** The keys in the order of the page, with LINE where the cutline is. */
  async rows(): Promise<string[]> {
    const ids = await this.planner
      .getByTestId(/^(row-|cutline$)/)
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-testid') ?? ''));
    return ids.map((id) => (id === 'cutline' ? 'LINE' : id.replace('row-', '')));
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
    await this.planner.getByRole('slider', { name: 'Desired confidence' }).fill(String(percent));
  }

  /** Drags to the upper or lower edge of a row, as a hand would: in steps, with the button down. */
  async drag(what: Locator, target: Locator, edge: 'top' | 'bottom'): Promise<void> {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error('The target is not on the page');
    await what.dragTo(target, { targetPosition: { x: 260, y: edge === 'top' ? 4 : box.height - 4 } });
  }

  /** Kept as a test artefact, to be looked at. */
  async screenshot(name: string): Promise<void> {
    mkdirSync(artefacts, { recursive: true });
    await this.page.screenshot({ path: join(artefacts, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
