import { execFileSync } from 'node:child_process';
import path from 'node:path';

const script = path.resolve(__dirname, '../../scripts/chromium.mjs');

/** Jest's globalSetup: looks once, before the first file; the workers inherit what it finds. */
export default function findChromium(): void {
  const [whole, shell = whole] = execFileSync(process.execPath, [script], { encoding: 'utf8' }).trim().split('\n');
  process.env['CHROMIUM_PATH'] = whole;
  process.env['CHROMIUM_SHELL_PATH'] = shell;
}
