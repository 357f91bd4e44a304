import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { KvsState } from './sandbox-types';
import type { Site } from './site/site';

/** Goes up when older sandboxes could no longer read what is written. */
const stateVersion = 1;

/** All that the sandbox keeps of one site. */
export interface SavedState {
  /** Of the data that the site was loaded from. */
  fingerprint: string;
  site: Site;
  kvs: KvsState;
}

const versionSchema = z.object({ version: z.number().int() });
const storedSchema = z.record(
  z.string(),
  z.object({
    value: z.unknown(),
    createdAt: z.number(),
    updatedAt: z.number(),
    expiresAt: z.exactOptional(z.number()),
  }),
);
/** The site is what this program wrote; its lists are looked at, so that half a file or another one is told apart. */
const siteSchema = z.custom<Site>((value) => siteShape.safeParse(value).success, { error: 'not a site' });
const siteShape = z.looseObject({
  name: z.string(),
  timeTracking: z.looseObject({ workingHoursPerDay: z.number(), workingDaysPerWeek: z.number() }),
  users: z.array(z.looseObject({ accountId: z.string() })),
  projects: z.array(z.looseObject({ key: z.string() })),
  boards: z.array(z.looseObject({ id: z.number() })),
  sprints: z.array(z.looseObject({ id: z.number() })),
  issues: z.array(z.looseObject({ id: z.string(), fields: z.looseObject({}) })),
});
const stateSchema = z.object({
  fingerprint: z.string(),
  site: siteSchema,
  kvs: z.object({ values: storedSchema, entities: z.record(z.string(), storedSchema) }),
});

/**
 * @returns undefined when nothing was saved yet
 * @throws Error with a sentence when the file is damaged, or was written by a newer sandbox
 */
export async function readState(file: string): Promise<SavedState | undefined> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (failedWith(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const value = parsedJson(text);
  const version = versionSchema.safeParse(value);
  if (version.success && version.data.version > stateVersion) {
    throw new Error(
      `${file} was written by a newer sandbox (version ${version.data.version}, this one reads up to ${stateVersion}). Update the project, or start afresh with --reset.`,
    );
  }
  const state = stateSchema.safeParse(value);
  if (!version.success || !state.success) {
    throw new Error(`${file} is damaged and cannot be read. Move it away to keep it, or start afresh with --reset.`);
  }
  return state.data;
}

/** Writes beside the file and then puts it in place: whoever reads sees the old state or the new one, never half of it. */
export async function writeState(file: string, state: SavedState): Promise<void> {
  const beside = `${file}.${process.pid}.new`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(beside, JSON.stringify({ version: stateVersion, ...state }));
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/**
 * Keeps an old state beside the new one.
 * @param milliseconds since 1970, for its name
 * @returns where it is now
 */
export async function setAside(file: string, milliseconds: number): Promise<string> {
  const moved = file.replace(/\.json$/, `.until-${new Date(milliseconds).toISOString().replace(/[:.]/g, '-')}.json`);
  await rename(file, moved);
  return moved;
}

/** Whether a file operation failed for this reason: `ENOENT` is a file that is not there. */
export function failedWith(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}

function parsedJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
