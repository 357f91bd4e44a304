import type { Browser } from 'playwright-core';
import * as z from 'zod';

import { launchChromium } from './chromium';
import { PlannerWindow } from './planner-window';
import { type RunningSandbox, startSandbox } from './running-sandbox';

/** How the sandbox's day is changed, as `POST /sandbox/conditions` takes it. */
type Condition = Readonly<Record<string, unknown>>;

/** What the journeys of one file share: a browser, a fresh sandbox for each, and windows that are closed after it. */
export interface Journeys {
  url(): string;
  restart(): Promise<void>;
  open(look?: { user?: string; theme?: 'light' | 'dark'; locale?: string; width?: number }): Promise<PlannerWindow>;
  /** Makes Jira and Forge behave as on a bad day, from the next call on. */
  condition(change: Condition): Promise<void>;
  /** The keys of the issues of a sprint (null: of the backlog) by rank, as Jira itself tells. */
  inJira(sprintId: number | null): Promise<string[]>;
}

const issueList = z.object({ issues: z.array(z.object({ key: z.string() })), isLast: z.boolean().optional() });

/**
 * @param site the made-up site that every journey of the file starts on
 * @param launch in which browser
 */
export function journeysOn(site: string, launch = launchChromium): Journeys {
  let browser: Browser;
  let sandbox: RunningSandbox;
  const windows: PlannerWindow[] = [];

  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(async () => {
    sandbox = await startSandbox(site);
  });
  afterEach(async () => {
    await Promise.all(windows.splice(0).map((window) => window.close()));
    await sandbox.remove();
  });
  afterAll(async () => {
    await browser.close();
  });

  return {
    url: () => sandbox.url,
    restart: () => sandbox.restart(),
    open: async ({ user, theme, locale, width = 1280 } = {}) => {
      const window = await PlannerWindow.open(browser, () => sandbox.url, { width, height: 800 });
      windows.push(window);
      if (user !== undefined) await window.as(user);
      if (theme !== undefined) await window.withTheme(theme);
      if (locale !== undefined) await window.withLocale(locale);
      return window;
    },
    condition: async (change) => {
      const answer = await fetch(`${sandbox.url}/sandbox/conditions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: sandbox.url },
        body: JSON.stringify(change),
      });
      if (!answer.ok) throw new Error(`The condition was not made: ${await answer.text()}`);
    },
    inJira: async (sprintId) => {
      const list = sprintId === null ? 'backlog' : `sprint/${String(sprintId)}/issue`;
      const answer = await fetch(`${sandbox.url}/rest/software/1.0/board/1/${list}?maxResults=100&fields=summary`);
      const { issues } = issueList.parse(await answer.json());
      return issues.map(({ key }) => key);
    },
  };
}
