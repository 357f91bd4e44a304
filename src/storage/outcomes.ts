import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { chunksOf } from '../chunks';
import { storedPages } from './stored-pages';
import { inStorage, parseStored } from './stored-value';

/** One finished issue, as the chance learns from it. Hours; times are dates (yyyy-mm-dd). */
const finishedIssueSchema = z.object({
  issueId: z.string(),
  key: z.string(),
  /** As it was when work began. */
  estimate: z.number().positive(),
  actual: z.number().positive(),
  /** Whole percent; null: nobody had set one. */
  confidence: z.int().nullable(),
  /** Account id; null: unassigned, or somebody who wanted to be forgotten. */
  assignee: z.string().nullable(),
  type: z.string(),
  project: z.string(),
  began: z.string(),
  finished: z.string(),
});
export type FinishedIssue = z.output<typeof finishedIssueSchema>;

/** What came of one closed sprint, as it was stored first. */
const firstSchema = z.object({
  version: z.literal(1),
  sprintId: z.int(),
  name: z.string(),
  /** Dates (yyyy-mm-dd). */
  start: z.string(),
  end: z.string(),
  /** Estimated, done in this sprint, and with time on them. */
  issues: z.array(finishedIssueSchema),
  /** Estimated and done, but nobody logged anything; and done without an estimate. Nothing is learnt from these. */
  withoutTime: z.int().nonnegative(),
  withoutEstimate: z.int().nonnegative(),
  /** What had been promised, where the app was there when the sprint started. */
  said: z
    .object({
      capacityHours: z.number().nullable(),
      ratio: z.number().nullable(),
      chance: z.number().nullable(),
      finished: z.int(),
      /** Issues with an estimate: how many, how many of them were taken out of the sprint, and how many were done in it. */
      promised: z.int(),
      /** Read before this was kept, they were not counted as promised. */
      takenOut: z.int().nonnegative().default(0),
      done: z.int(),
      /** Hours that the promised issues took in this sprint, done or not. */
      actual: z.number(),
    })
    .nullable(),
});

/** Read anew it is written anew, so that reading it twice learns nothing twice. */
const secondSchema = firstSchema.extend({
  version: z.literal(2),
  /** Hours in this sprint on all its issues, promised or not, done or not; null: nobody knows. */
  worked: z.number().nonnegative().nullable(),
  /** Where the hours come from; null: it was stored before that was kept. */
  actualSource: z.enum(['logged', 'inProgress']).nullable(),
  /** Estimated, done and with time on them, but more than a value holds: nothing is learnt from these either. */
  withoutRoom: z.int().nonnegative().default(0),
});

/** Of the first shape, what the promised issues took is the nearest to what was worked. */
const outcomeSchema = z.union([
  secondSchema,
  firstSchema.transform((first) => ({
    ...first,
    version: 2 as const,
    worked: first.said?.actual ?? null,
    actualSource: null,
    withoutRoom: 0,
  })),
]);
export type SprintOutcome = Omit<z.output<typeof secondSchema>, 'version'>;

const startOf = (boardId: number): string => `outcome:${String(boardId)}:`;
const keyOf = (boardId: number, sprintId: number): string => `${startOf(boardId)}${String(sprintId)}`;

/** @throws Problem `storage.failed` */
export async function writeOutcome(boardId: number, outcome: SprintOutcome): Promise<void> {
  await writeAt(keyOf(boardId, outcome.sprintId), outcome);
}

async function writeAt(key: string, outcome: SprintOutcome): Promise<void> {
  await inStorage(key, () => kvs.set(key, { ...outcome, version: 2 } satisfies z.input<typeof secondSchema>));
}

/** Whether anything was learnt from a sprint, as it is now. @throws Problem `storage.failed` */
export async function hasOutcome(boardId: number, sprintId: number): Promise<boolean> {
  const key = keyOf(boardId, sprintId);
  return (await inStorage(key, () => kvs.get<unknown>(key))) !== undefined;
}

async function readAt(key: string): Promise<SprintOutcome | null> {
  const raw = await inStorage(key, () => kvs.get<unknown>(key));
  return raw === undefined ? null : parseStored(raw, outcomeSchema, key);
}

/** A page of them is to go through Forge. */
const outcomesAPage = 20;

/**
 * All outcomes of a board, in no order, to be shown: a query may lag behind by seconds.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function readOutcomes(boardId: number): Promise<SprintOutcome[]> {
  const found: SprintOutcome[] = [];
  for await (const page of storedPages(startOf(boardId), outcomesAPage))
    found.push(...page.map(({ key, value }) => parseStored(value, outcomeSchema, key)));
  return found;
}

/**
 * All outcomes of a board as they are now, in no order, to be learnt from. What is stored of them stays for weeks, so what a
 * query says only names them: each is read by its key, and neither one that was removed nor a person who was forgotten a
 * moment ago comes back.
 *
 * @param sprintIds sprints that may have an outcome which a query does not find yet
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function readOutcomesAnew(boardId: number, sprintIds: readonly number[]): Promise<SprintOutcome[]> {
  const keys = new Set(sprintIds.map((sprintId) => keyOf(boardId, sprintId)));
  for await (const page of storedPages(startOf(boardId), outcomesAPage)) for (const { key } of page) keys.add(key);
  const found: SprintOutcome[] = [];
  for (const some of chunksOf([...keys], outcomesAPage)) {
    const outcomes = await allSettled(some.map((key) => readAt(key)));
    found.push(...outcomes.filter((outcome) => outcome !== null));
  }
  return found;
}

/**
 * Takes a person out of all outcomes of all boards: their work stays, whose it was does not.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`; what was done stays done
 */
export async function forgetInOutcomes(accountId: string): Promise<void> {
  for await (const page of storedPages('outcome:', outcomesAPage)) {
    const theirs = page.filter(({ key, value }) => isOf(parseStored(value, outcomeSchema, key), accountId));
    for (const { key } of theirs) await forgetAt(key, accountId);
  }
}

function isOf({ issues }: SprintOutcome, accountId: string): boolean {
  return issues.some(({ assignee }) => assignee === accountId);
}

/** Reads it anew: a query may be some seconds late, and would bring back whom somebody has just had forgotten. */
async function forgetAt(key: string, accountId: string): Promise<void> {
  const outcome = await readAt(key);
  if (outcome === null || !isOf(outcome, accountId)) return;
  const issues = outcome.issues.map((issue) => (issue.assignee === accountId ? { ...issue, assignee: null } : issue));
  await writeAt(key, { ...outcome, issues });
}
