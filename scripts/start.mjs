import { build } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runSandbox, sandboxWords } from './run-sandbox.mjs';
import { runScript, say } from './say.mjs';

/** npm start -- [--site PATH] [--port N] [--reset]: a small Jira with the app in it, on this machine. */
await runScript(async () => {
  const words = sandboxWords(process.argv.slice(2));
  ensureInstalled();
  await build();
  say('Starting the sandbox …');
  process.exitCode = await runSandbox(['start', ...words]);
});
