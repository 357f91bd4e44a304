import { ensureInstalled } from './install.mjs';
import { runScript } from './say.mjs';
import { built, forgetResults, lintOfChanges, runPhases, sumUp, tests, typesOfChanges } from './steps.mjs';

/** What holds the app against Atlassian's own tools and descriptions takes a minute, and seldom breaks from one edit to the next. */
const quickTests = ['--testPathPatterns', '^(?!.*test/(deploy|fidelity)/)'];

/** npm run check: what to run after every change; all of `npm test` but the format, the browser and Atlassian's own tools. */
await runScript(async () => {
  ensureInstalled();
  forgetResults();
  sumUp(await runPhases([[[built(['app', 'sandbox']), typesOfChanges, tests('node', quickTests)], [lintOfChanges]]]));
});
