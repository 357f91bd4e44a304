import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { setIfRevision } from './set-if-revision';
import { storedPages } from './stored-pages';
import { inStorage, parseStored, unreadable } from './stored-value';

const half = z.enum(['am', 'pm']).nullable();
const date = z.string();

export const personSchema = z.object({
  accountId: z.string(),
  hoursPerDay: z.number().positive(),
  weekdays: z.array(z.boolean()),
  from: date.nullable(),
  until: date.nullable(),
  /** Whole percents. */
  share: z.int(),
  focus: z.int(),
  role: z.string(),
  status: z.enum(['active', 'probation', 'left', 'suspended', 'moved']),
  /** Whose public holidays they keep; null: all of them. */
  region: z.string().nullable().default(null),
  departments: z.array(z.object({ from: date.nullable(), departmentId: z.string().nullable() })),
});
export type StoredPerson = z.output<typeof personSchema>;

export const timeOffSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  from: date,
  to: date,
  half,
  reason: z.string(),
});
export type StoredTimeOff = z.output<typeof timeOffSchema>;

/** One change of what people can give, for those who ask why it is another than at the start of the sprint. */
const changeSchema = z.object({
  at: z.iso.datetime(),
  /** null: somebody who wanted to be forgotten. */
  by: z.string().nullable(),
  what: z.enum(['person', 'timeOff', 'freeDays', 'timeZone', 'import']),
  /** Whom it is about; null: everybody, or somebody who wanted to be forgotten. */
  accountId: z.string().nullable(),
  /** The dates that it touches, first and last; null: from the beginning, for ever. */
  from: date.nullable().default(null),
  to: date.nullable().default(null),
});
export type TeamChange = z.output<typeof changeSchema>;

/** Changes of departments were noted once, and change nobody's hours. */
const changesSchema = z
  .array(z.union([changeSchema, z.object({ what: z.literal('departments') })]))
  .transform((changes) => changes.flatMap((change) => (change.what === 'departments' ? [] : [change])));

/**
 * The team as it is found: what is small. People and their time off are in `chunks` values of their own, written before
 * this one names their `generation`, so that a team changes as a whole or not at all, however large it is.
 */
const headSchema = z.object({
  version: z.literal(1),
  revision: z.int().min(1),
  generation: z.string(),
  chunks: z.int().min(0),
  timeZone: z.string().nullable(),
  departments: z.array(z.object({ id: z.string(), name: z.string(), parentId: z.string().nullable() })),
  freeDays: z.array(z.object({ date, half, name: z.string(), region: z.string().nullable() })),
  changes: changesSchema,
});
type Head = z.output<typeof headSchema>;

const chunkSchema = z.object({
  version: z.literal(1),
  people: z.array(personSchema),
  timeOff: z.array(timeOffSchema),
});
type Chunk = z.output<typeof chunkSchema>;

/** The people of one board, and when they work. */
export interface Team extends Omit<Head, 'version' | 'generation' | 'chunks'> {
  people: StoredPerson[];
  timeOff: StoredTimeOff[];
}

/** What every board has before anybody described its team. */
export const noTeam: Team = {
  revision: 0,
  timeZone: null,
  departments: [],
  freeDays: [],
  changes: [],
  people: [],
  timeOff: [],
};

const entityName = 'team';
/** Marks a board that has a team: custom entities can only be listed by an index, which blocks installing while it is built. */
const listed = 'team-board:';
const headKey = (boardId: number): string => String(boardId);
const chunkStart = 'team:';
const chunkKey = (boardId: number, generation: string, index: number): string =>
  `${chunkStart}${String(boardId)}:${generation}:${String(index)}`;

/** @throws Problem `storage.unreadable`, `storage.failed` */
export async function readTeam(boardId: number): Promise<Team> {
  for (let attempt = 0; ; attempt += 1) {
    const head = await readHead(boardId);
    if (head === null) return noTeam;
    const chunks = await readChunks(boardId, head);
    if (chunks !== null) return teamOf(head, chunks);
    // Somebody has saved in between, and what the head named is gone; the new head names what is there.
    if (attempt === 2) throw unreadable(`team ${String(boardId)}: its people are not there`);
  }
}

function teamOf({ version: _version, generation: _generation, chunks: _chunks, ...head }: Head, chunks: Chunk[]): Team {
  return {
    ...head,
    people: chunks.flatMap(({ people }) => people),
    timeOff: chunks.flatMap(({ timeOff }) => timeOff),
  };
}

async function readHead(boardId: number): Promise<Head | null> {
  const key = headKey(boardId);
  const raw = await inStorage(`team ${key}`, () => kvs.entity<unknown>(entityName).get(key));
  return raw === undefined ? null : parseStored(raw, headSchema, `team ${key}`);
}

async function readChunks(boardId: number, { generation, chunks }: Head): Promise<Chunk[] | null> {
  const raw = await allSettled(
    Array.from({ length: chunks }, async (_, index) => {
      const key = chunkKey(boardId, generation, index);
      const value = await inStorage(key, () => kvs.get<unknown>(key));
      return value === undefined ? null : parseStored(value, chunkSchema, key);
    }),
  );
  const found = raw.filter((chunk) => chunk !== null);
  return found.length === raw.length ? found : null;
}

/** A value may have 240 KiB; this many characters of JSON are fewer, whatever the script. */
const charactersAChunk = 60_000;

/**
 * Stores a team if the stored one still has the revision that this one was made from.
 *
 * @param generation a name that no other save uses
 * @returns false when somebody else saved in between; nothing is stored then
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function writeTeam(boardId: number, team: Team, madeFrom: number, generation: string): Promise<boolean> {
  const before = await readHead(boardId);
  if ((before?.revision ?? 0) !== madeFrom) return false;
  const { people, timeOff, ...head } = team;
  const chunks = cut(people, timeOff);
  await inStorage('team chunks', () =>
    allSettled(chunks.map((chunk, index) => kvs.set(chunkKey(boardId, generation, index), chunk))),
  );
  if (before === null) await inStorage('team mark', () => kvs.set(`${listed}${String(boardId)}`, { version: 1 }));
  const next: Head = { ...head, version: 1, revision: madeFrom + 1, generation, chunks: chunks.length };
  const isSaved = await setIfRevision(entityName, headKey(boardId), next, madeFrom);
  const old = isSaved ? before : next;
  if (old !== null) await forget(boardId, old);
  return isSaved;
}

/** What nothing names any more. Left behind it does no harm, so that it stays is no failure. */
async function forget(boardId: number, { generation, chunks }: Pick<Head, 'generation' | 'chunks'>): Promise<void> {
  await Promise.allSettled(
    Array.from({ length: chunks }, (_, index) => kvs.delete(chunkKey(boardId, generation, index))),
  );
}

function cut(people: readonly StoredPerson[], timeOff: readonly StoredTimeOff[]): Chunk[] {
  const chunks: Chunk[] = [];
  let room = 0;
  const chunkFor = (item: unknown): Chunk => {
    const size = JSON.stringify(item).length + 1;
    const last = chunks.at(-1);
    if (last !== undefined && size <= room) {
      room -= size;
      return last;
    }
    const chunk: Chunk = { version: 1, people: [], timeOff: [] };
    chunks.push(chunk);
    room = charactersAChunk - size;
    return chunk;
  };
  for (const person of people) chunkFor(person).people.push(person);
  for (const entry of timeOff) chunkFor(entry).timeOff.push(entry);
  return chunks;
}

/** The boards that have, or had, a team. @throws Problem `storage.failed` */
export async function boardsWithTeam(): Promise<number[]> {
  const boards: number[] = [];
  for await (const page of storedPages(listed)) boards.push(...page.map(({ key }) => Number(key.slice(listed.length))));
  return boards;
}

/** A page of them is to go through Forge. */
const chunksAPage = 20;

/**
 * Takes a person out of what is stored of people and time off and no team names: a save that failed has left it behind, or
 * is under way, so it is written anew and not deleted. Take them out of the teams first.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`; what was done stays done
 */
export async function forgetInChunks(accountId: string): Promise<void> {
  const isOther = (each: { accountId: string }): boolean => each.accountId !== accountId;
  const inText = JSON.stringify(accountId);
  for await (const page of storedPages(chunkStart, chunksAPage)) {
    const theirs = page.filter(({ value }) => JSON.stringify(value).includes(inText));
    await allSettled(
      theirs.map(async ({ key }) => {
        const raw = await inStorage(key, () => kvs.get<unknown>(key));
        if (raw === undefined) return;
        const { people, timeOff } = parseStored(raw, chunkSchema, key);
        const without: Chunk = { version: 1, people: people.filter(isOther), timeOff: timeOff.filter(isOther) };
        await inStorage(key, () => kvs.set(key, without));
      }),
    );
  }
}
