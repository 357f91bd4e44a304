import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { runScript } from './say.mjs';
import { built, forgetResults, format, lint, runPhases, sumUp, tests, types } from './steps.mjs';

/** npm test: the one gate. What deploy:check looks at is among the node tests (test/deploy). */
await runScript(async () => {
  ensureInstalled();
  process.env['CHROMIUM_PATH'] = await ensureChromium();
  forgetResults();
  sumUp(
    await runPhases([
      [[built()]],
      // Lint takes as long as the other two.
      [[types, format], [lint]],
      [[tests('node')]],
      [[tests('browser', ['--testPathPatterns', 'browser/(?!large-sprint)'])]],
      [[tests('smoothness', ['--runInBand', '--testPathPatterns', 'browser/large-sprint'])]],
    ]),
  );
});
