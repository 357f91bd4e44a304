import { ensureInstalled } from './install.mjs';
import { runScript } from './say.mjs';
import { browser, built, forgetResults, format, lint, runPhases, sumUp, tests, types } from './steps.mjs';

/** npm test: the one gate. What deploy:check looks at is among the node tests (test/deploy). */
await runScript(async () => {
  ensureInstalled();
  forgetResults();
  sumUp(
    await runPhases([
      [[built()]],
      // Lint takes as long as the others together.
      [[types, format, browser], [lint]],
      [[tests('node')]],
      [[tests('browser', ['--testPathPatterns', 'browser/(?!large-sprint)'])]],
      [[tests('smoothness', ['--runInBand', '--testPathPatterns', 'browser/large-sprint'])]],
    ]),
  );
});
