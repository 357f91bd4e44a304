import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { inStorage, parseStored } from './stored-value';
import { personSchema, timeOffSchema } from './teams';

/** A part of an import that is too large for one call: rows to set and to take away. */
const partSchema = z.object({
  version: z.literal(1),
  people: z.object({ set: z.array(personSchema), remove: z.array(z.string()) }),
  timeOff: z.object({ set: z.array(timeOffSchema), remove: z.array(z.string()) }),
});
export type TeamPart = Omit<z.output<typeof partSchema>, 'version'>;

/** An import that is not finished by then was given up. */
const ttl = { value: 1, unit: 'HOURS' } as const;

const keyOf = (boardId: number, upload: string, part: number): string =>
  `team-upload:${String(boardId)}:${upload}:${String(part)}`;

/** @throws Problem `storage.failed` */
export async function writeTeamPart(boardId: number, upload: string, index: number, part: TeamPart): Promise<void> {
  const key = keyOf(boardId, upload, index);
  await inStorage(key, () => kvs.set(key, { version: 1, ...part } satisfies z.input<typeof partSchema>, { ttl }));
}

/** What was saved as a whole is not needed in parts. That one stays, until its time is up, is no failure. */
export async function forgetTeamParts(boardId: number, upload: string, parts: number): Promise<void> {
  await Promise.allSettled(Array.from({ length: parts }, (_, index) => kvs.delete(keyOf(boardId, upload, index))));
}

/** null: it is not there, or no more. @throws Problem `storage.unreadable`, `storage.failed` */
export async function readTeamPart(boardId: number, upload: string, index: number): Promise<TeamPart | null> {
  const key = keyOf(boardId, upload, index);
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, partSchema, key);
}
