import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './install.mjs';
import { inRoot } from './root.mjs';
import { runSandbox, sandboxWords } from './run-sandbox.mjs';
import { Refusal, runScript, say } from './say.mjs';

/** npm start -- [--site PATH] [--port N] [--reset]: a small Jira with the app in it, on this machine. */
await runScript(async () => {
  const words = sandboxWords(process.argv.slice(2));
  ensureInstalled();
  // In a process of its own, which takes the memory of the bundlers with it when it ends.
  const { status } = spawnSync(process.execPath, [inRoot('scripts/build.mjs')], { stdio: 'inherit' });
  if (status !== 0) throw new Refusal('The sandbox was not started, because it cannot be built.');
  say('Starting the sandbox …');
  process.exitCode = await runSandbox(['start', ...words]);
});
