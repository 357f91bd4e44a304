import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { failedWith } from './state-file';

/** How often and how long a process waits for another that has the same site open. */
const pause = 50;
const patience = 60_000;

const ownerSchema = z.object({ pid: z.number().int().positive() });
const serverSchema = ownerSchema.extend({ url: z.string() });

/** A server that has a site open. */
export type RunningServer = z.output<typeof serverSchema>;

/**
 * Runs `act` while no other process opens, changes or saves the same site.
 * @throws Error with a sentence when another process does not let go of it
 */
export async function withSiteLock<Result>(
  stateFolder: string,
  siteId: string,
  act: () => Promise<Result>,
): Promise<Result> {
  const file = join(stateFolder, `${siteId}.lock`);
  await mkdir(stateFolder, { recursive: true });
  for (let waited = 0; !(await takeLock(file)); waited += pause) {
    if (waited >= patience) {
      throw new Error(
        `Another process has had the site '${siteId}' open for a minute. Wait for it, or delete ${file} if there is none.`,
      );
    }
    await wait(pause);
  }
  try {
    return await act();
  } finally {
    await rm(file, { force: true });
  }
}

/** @returns the server that serves this site now, if one does */
export async function runningServer(stateFolder: string, siteId: string): Promise<RunningServer | undefined> {
  const server = serverSchema.safeParse(await readJson(serverFile(stateFolder, siteId)));
  return server.success && isAlive(server.data.pid) ? server.data : undefined;
}

export async function announceServer(stateFolder: string, siteId: string, server: RunningServer): Promise<void> {
  await writeFile(serverFile(stateFolder, siteId), JSON.stringify(server));
}

export async function withdrawServer(stateFolder: string, siteId: string): Promise<void> {
  await rm(serverFile(stateFolder, siteId), { force: true });
}

function serverFile(stateFolder: string, siteId: string): string {
  return join(stateFolder, `${siteId}.server.json`);
}

/** The file is there for whoever made it; a lock whose process is gone is taken away first. */
async function takeLock(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(JSON.stringify({ pid: process.pid }));
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (!failedWith(error, 'EEXIST')) throw error;
  }
  const owner = ownerSchema.safeParse(await readJson(file));
  // A file that is still empty is being written.
  if (owner.success && !isAlive(owner.data.pid)) await rm(file, { force: true });
  return false;
}

async function readJson(file: string): Promise<unknown> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return value;
  } catch (error) {
    if (failedWith(error, 'ENOENT') || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return failedWith(error, 'EPERM');
  }
}
