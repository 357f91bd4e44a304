import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { storedPages } from './stored-pages';
import { inStorage, parseStored } from './stored-value';

/**
 * What a board has learnt, ready to be used: its finished issues as numbers, and what they name in lists beside them. One
 * value, so that opening the planner reads one more.
 */
const calibrationSchema = z.object({
  version: z.literal(1),
  at: z.iso.datetime(),
  /** Account ids; '' is somebody who wanted to be forgotten. */
  people: z.array(z.string()),
  types: z.array(z.string()),
  projects: z.array(z.string()),
  /** Sprint ids. */
  sprints: z.array(z.int()),
  /**
   * Oldest first: estimate and actual (hours), confidence (whole percent, 0: not set), place of person (-1: nobody), type,
   * project and sprint in the lists, date on which it was finished as days since 1970.
   */
  rows: z.array(z.tuple([z.number(), z.number(), z.int(), z.int(), z.int(), z.int(), z.int(), z.int()])),
  /** Of the sprints whose capacity was known: hours planned with, and hours worked. */
  capacities: z.array(z.object({ planned: z.number(), worked: z.number() })),
});
export type Calibration = Omit<z.output<typeof calibrationSchema>, 'version'>;

const keyStart = 'calibration:';
const keyOf = (boardId: number): string => `${keyStart}${String(boardId)}`;

/** null: this board has learnt nothing yet. @throws Problem `storage.unreadable`, `storage.failed` */
export async function readCalibration(boardId: number): Promise<Calibration | null> {
  return readAt(keyOf(boardId));
}

async function readAt(key: string): Promise<Calibration | null> {
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, calibrationSchema, key);
}

/** @throws Problem `storage.failed` */
export async function writeCalibration(boardId: number, calibration: Calibration): Promise<void> {
  await writeAt(keyOf(boardId), calibration);
}

async function writeAt(key: string, calibration: Calibration): Promise<void> {
  await inStorage(key, () => kvs.set(key, { version: 1, ...calibration } satisfies z.input<typeof calibrationSchema>));
}

/** A page of them is to go through Forge. */
const calibrationsAPage = 10;

/** Takes a person out of what every board has learnt. @throws Problem `storage.unreadable`, `storage.failed`; what was done stays done */
export async function forgetInCalibrations(accountId: string): Promise<void> {
  for await (const page of storedPages(keyStart, calibrationsAPage)) {
    const theirs = page.filter(({ key, value }) => isIn(parseStored(value, calibrationSchema, key), accountId));
    for (const { key } of theirs) await forgetAt(key, accountId);
  }
}

function isIn({ people }: Calibration, accountId: string): boolean {
  return people.includes(accountId);
}

/** Reads it anew: a query may be some seconds late, and would bring back whom somebody has just had forgotten. */
async function forgetAt(key: string, accountId: string): Promise<void> {
  const calibration = await readAt(key);
  if (calibration === null || !isIn(calibration, accountId)) return;
  const people = calibration.people.map((each) => (each === accountId ? '' : each));
  await writeAt(key, { ...calibration, people });
}
