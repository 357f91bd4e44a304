import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Starts a headless Chromium with a profile of its own: what prints, or measures time, does so in a whole browser. */
export function launchChromium(): Promise<Browser> {
  return launch('CHROMIUM_PATH');
}

/** The same engine without a browser around it, where the machine has that: each window is a third less work. */
export function launchShell(): Promise<Browser> {
  return launch('CHROMIUM_SHELL_PATH');
}

async function launch(name: 'CHROMIUM_PATH' | 'CHROMIUM_SHELL_PATH'): Promise<Browser> {
  const executablePath = process.env[name];
  if (executablePath === undefined) throw new Error('Nobody looked for Chromium: see globalSetup in jest.config.mjs.');
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      // Chromium's own sandbox does not start for root, which is who runs in most containers.
      '--no-sandbox',
      // As in a whole browser: the planner, of another site than Jira's page, has a process of its own.
      '--site-per-process',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      // Without these Chromium looks for updates and for Google's services, many lookups at each start.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
