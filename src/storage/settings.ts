import { kvs } from '@forge/kvs';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { setIfRevision } from './set-if-revision';
import { inStorage, parseStored } from './stored-value';

/** What a site or a board has decided. What is absent is decided one level up. */
const settingsSchema = z.object({
  version: z.literal(1),
  revision: z.int().min(1),
  /** Whole percent, for issues without a confidence. */
  defaultConfidence: z.int().min(1).max(100).optional(),
  /** For issues without an estimate; absent: they count as unestimated. */
  defaultEstimateHours: z.number().positive().optional(),
  /** Whole percent. */
  desired: z.int().min(0).max(100).optional(),
  policy: z.enum(['closest', 'atLeast']).optional(),
  /** A sprint's capacity when the sprint has none of its own. */
  capacityHours: z.number().nonnegative().optional(),
  /** Sub-tasks: their estimates added up into the parent, or only the parent's own. */
  subtasks: z.enum(['rollUp', 'parentOnly']).optional(),
  /** The named steps of confidence; absent are the ones that PlanPrism brings. */
  steps: z.array(z.object({ percent: z.int().min(1).max(100), name: z.string() })).optional(),
});
type StoredSettings = z.output<typeof settingsSchema>;

/** The settings that hold on a board, with nothing left open. */
export interface Settings {
  /** Whole percent. */
  defaultConfidence: number;
  defaultEstimateHours: number | null;
  /** Whole percent. */
  desired: number;
  policy: 'closest' | 'atLeast';
  capacityHours: number | null;
  subtasks: 'rollUp' | 'parentOnly';
  /** null: the ones that PlanPrism brings. */
  steps: { percent: number; name: string }[] | null;
  /** Of the board's own settings; 0 when it has none yet. */
  revision: number;
}

/** The method's own starting values (DESIGN.md §2). */
const initially: Settings = {
  defaultConfidence: 80,
  defaultEstimateHours: null,
  desired: 80,
  policy: 'closest',
  capacityHours: null,
  subtasks: 'rollUp',
  steps: null,
  revision: 0,
};

/**
 * The board's settings laid over the site's, laid over the method's own.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function readSettings(boardId: number): Promise<Settings> {
  const [site, board] = await allSettled([readOne('site'), readOne(boardKey(boardId))]);
  return { ...initially, ...decided(site), ...decided(board), revision: board?.revision ?? 0 };
}

/** What a board may change of its settings; null goes back to what holds above it. */
export interface SettingsChange {
  subtasks?: 'rollUp' | 'parentOnly' | undefined;
  steps?: { percent: number; name: string }[] | null | undefined;
}

/**
 * Changes a board's own settings, if they still have the revision that the change was made on.
 *
 * @returns false when somebody else saved in between; nothing is stored then
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function writeBoardSettings(boardId: number, change: SettingsChange, madeFrom: number): Promise<boolean> {
  const key = boardKey(boardId);
  const stored = await readOne(key);
  if ((stored?.revision ?? 0) !== madeFrom) return false;
  const { steps: keptSteps, ...kept } = stored ?? {};
  const steps = change.steps === undefined ? keptSteps : (change.steps ?? undefined);
  const next: StoredSettings = {
    ...kept,
    ...(change.subtasks === undefined ? {} : { subtasks: change.subtasks }),
    ...(steps === undefined ? {} : { steps }),
    version: 1,
    revision: madeFrom + 1,
  };
  return setIfRevision(entityName, key, next, madeFrom);
}

const entityName = 'settings';
const boardKey = (boardId: number): string => `board:${String(boardId)}`;

async function readOne(key: string): Promise<StoredSettings | null> {
  const raw = await inStorage(`settings ${key}`, () => kvs.entity<unknown>(entityName).get(key));
  return raw === undefined ? null : parseStored(raw, settingsSchema, `settings ${key}`);
}

/** Only what is decided, so that it can be laid over what is not. */
function decided(stored: StoredSettings | null): Partial<Settings> {
  if (stored === null) return {};
  const { defaultConfidence, defaultEstimateHours, desired, policy, capacityHours, subtasks, steps } = stored;
  return {
    ...(defaultConfidence === undefined ? {} : { defaultConfidence }),
    ...(defaultEstimateHours === undefined ? {} : { defaultEstimateHours }),
    ...(desired === undefined ? {} : { desired }),
    ...(policy === undefined ? {} : { policy }),
    ...(capacityHours === undefined ? {} : { capacityHours }),
    ...(subtasks === undefined ? {} : { subtasks }),
    ...(steps === undefined ? {} : { steps }),
  };
}
