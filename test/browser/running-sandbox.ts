import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
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

/** @param site a Jira CSV export, of which a copy is opened, or the name of a made-up site */
export async function startSandbox(site: string): Promise<RunningSandbox> {
  // What is saved of a site lies where the sandbox is started: here in a folder that goes when the test does.
  const folder = mkdtempSync(join(tmpdir(), 'planprism-'));
  for (const part of ['dist', 'manifest.yml', 'node_modules', 'package.json', 'static'])
    symlinkSync(join(root, part), join(folder, part));
  const isFile = existsSync(site);
  const opened = isFile ? join(folder, basename(site)) : site;
  if (isFile) copyFileSync(site, opened);
  let running = await start(folder, opened);
  return {
    get url() {
      return running.url;
    },
    async restart() {
      await stop(running.process);
      running = await start(folder, opened);
    },
    async remove() {
      await stop(running.process);
      rmSync(folder, { recursive: true });
    },
  };
}

async function start(folder: string, site: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['dist/sandbox/main.cjs', 'start', '--site', site, '--port', '0'], {
    cwd: folder,
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
