import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');

/** The sandbox as `npm start` runs it, in a process of its own, on a site that nobody else uses. */
export interface RunningSandbox {
  readonly url: string;
  /** Ends the process and starts another one on the same site and what was saved of it. */
  restart(): Promise<void>;
  /** Ends the process and removes the site and what was saved of it. */
  remove(): Promise<void>;
}

/** @param csv a Jira CSV export; a copy of it is opened, so that the state of its own sandbox stays untouched */
export async function startSandbox(csv: string): Promise<RunningSandbox> {
  const folder = mkdtempSync(join(tmpdir(), 'planprism-'));
  const site = join(folder, `${basename(folder)}.csv`);
  copyFileSync(csv, site);
  let running = await start(site);
  return {
    get url() {
      return running.url;
    },
    async restart() {
      await stop(running.process);
      running = await start(site);
    },
    async remove() {
      await stop(running.process);
      rmSync(folder, { recursive: true });
      const states = join(root, '.sandbox');
      for (const file of readdirSync(states)) if (file.startsWith(basename(site))) rmSync(join(states, file));
    },
  };
}

async function start(site: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['dist/sandbox/main.cjs', 'start', '--site', site, '--port', '0'], {
    cwd: root,
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((started, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const url = /http:\/\/localhost:\d+/.exec(chunk.toString())?.[0];
      if (url !== undefined) started({ process: child, url });
    });
    child.on('exit', (code) => {
      failed(new Error(`The sandbox ended with ${String(code)}: ${said}`));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((end) => child.once('exit', end));
  child.kill('SIGTERM');
  await ended;
}
