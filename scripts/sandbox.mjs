import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runSandbox, sandboxWords } from './run-sandbox.mjs';
import { runScript } from './say.mjs';

/**
 * npm run --silent sandbox -- invoke NAME 'JSON' [--site PATH] [--as ACCOUNT] [--stats]: one call of the app without a
 * browser. Standard output belongs to the sandbox alone; what is installed and built is said on standard error.
 */
await runScript(async () => {
  const words = sandboxWords(process.argv.slice(2));
  ensureInstalled();
  await build({ only: ['app', 'sandbox'] });
  process.exitCode = await runSandbox(words);
});
