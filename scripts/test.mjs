import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { runScript } from './say.mjs';
import { built, deployCheck, forgetResults, format, lint, runPhases, sumUp, tests, types } from './steps.mjs';

/** npm test: the one gate. */
await runScript(async () => {
  ensureInstalled();
  process.env['CHROMIUM_PATH'] = await ensureChromium();
  forgetResults();
  sumUp(
    await runPhases([
      [[built()]],
      [[types], [lint, format]],
      [[tests('node')]],
      [[tests('browser', ['--testPathPatterns', 'browser/(?!large-sprint)'])]],
      [[tests('smoothness', ['--runInBand', '--testPathPatterns', 'browser/large-sprint'])]],
      [[deployCheck]],
    ]),
  );
});
