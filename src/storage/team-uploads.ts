import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { storedPages } from './stored-pages';
import { inStorage, parseStored } from './stored-value';
import { personSchema, timeOffSchema } from './teams';

/** A part of an import that is too large for one call: rows to set and to take away. */
const partSchema = z.object({
  version: z.literal(1),
  people: z.object({ set: z.array(personSchema), remove: z.array(z.string()) }),
  timeOff: z.object({
    /** A reason that is null stays as the team has it. */
    set: z.array(timeOffSchema.extend({ reason: timeOffSchema.shape.reason.nullable() })),
    remove: z.array(z.string()),
  }),
});
export type TeamPart = Omit<z.output<typeof partSchema>, 'version'>;

/** An import that is not finished by then was given up. */
const ttl = { value: 1, unit: 'HOURS' } as const;

const keyStart = 'team-upload:';
const keyOf = (boardId: number, upload: string, part: number): string =>
  `${keyStart}${String(boardId)}:${upload}:${String(part)}`;

/** @throws Problem `storage.failed` */
export async function writeTeamPart(boardId: number, upload: string, index: number, part: TeamPart): Promise<void> {
  await writePart(keyOf(boardId, upload, index), part);
}

async function writePart(key: string, part: TeamPart): Promise<void> {
  await inStorage(key, () => kvs.set(key, { version: 1, ...part } satisfies z.input<typeof partSchema>, { ttl }));
}

/** What was saved as a whole is not needed in parts. That one stays, until its time is up, is no failure. */
export async function forgetTeamParts(boardId: number, upload: string, parts: number): Promise<void> {
  await Promise.allSettled(Array.from({ length: parts }, (_, index) => kvs.delete(keyOf(boardId, upload, index))));
}

/** null: it is not there, or no more. @throws Problem `storage.unreadable`, `storage.failed` */
export async function readTeamPart(boardId: number, upload: string, index: number): Promise<TeamPart | null> {
  return readPart(keyOf(boardId, upload, index));
}

async function readPart(key: string): Promise<TeamPart | null> {
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, partSchema, key);
}

/** A page of them is to go through Forge. */
const partsAPage = 20;

/**
 * Takes a person out of every import that is not saved yet.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`; what was done stays done
 */
export async function forgetInUploads(accountId: string): Promise<void> {
  const inText = JSON.stringify(accountId);
  for await (const page of storedPages(keyStart, partsAPage)) {
    const theirs = page.filter(({ value }) => JSON.stringify(value).includes(inText));
    await allSettled(theirs.map(({ key }) => forgetInPart(key, accountId)));
  }
}

async function forgetInPart(key: string, accountId: string): Promise<void> {
  const part = await readPart(key);
  if (part === null) return;
  const isOther = (each: { accountId: string }): boolean => each.accountId !== accountId;
  const { people, timeOff } = part;
  await writePart(key, {
    people: { set: people.set.filter(isOther), remove: people.remove.filter((id) => id !== accountId) },
    timeOff: { ...timeOff, set: timeOff.set.filter(isOther) },
  });
}
