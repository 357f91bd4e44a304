import { ensureInstalled } from './install.mjs';
import { runScript } from './say.mjs';
import { built, forgetResults, lintOfChanges, runPhases, sumUp, tests, typesOfChanges } from './steps.mjs';

/** npm run check: what to run after every change; all of `npm test` but the format and the browser. */
await runScript(async () => {
  ensureInstalled();
  forgetResults();
  sumUp(await runPhases([[[built(['app', 'sandbox']), typesOfChanges, tests('node')], [lintOfChanges]]]));
});
