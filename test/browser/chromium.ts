import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const findChromium = path.resolve(__dirname, '../../scripts/chromium.mjs');

/**
 * Starts a headless Chromium with a profile of its own. `npm test` has found the program and names it in CHROMIUM_PATH;
 * a test that is run alone looks for it.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath =
    process.env['CHROMIUM_PATH'] ?? execFileSync(process.execPath, [findChromium], { encoding: 'utf8' }).trim();
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      // Chromium's own sandbox does not start for root, which is who runs in most containers.
      '--no-sandbox',
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
