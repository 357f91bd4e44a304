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
  /** With the mode `board`: a sprint's capacity when the sprint has none of its own. */
  capacityHours: z.number().nonnegative().optional(),
  /** Absent where hours are stored: those who stored them before there was a mode meant `board`. */
  capacityMode: z.enum(['sprint', 'board', 'team']).optional(),
  /** Sub-tasks: their estimates added up into the parent, or only the parent's own. */
  subtasks: z.enum(['rollUp', 'parentOnly']).optional(),
  /** The named steps of confidence; absent are the ones that PlanPrism brings. */
  steps: z.array(z.object({ percent: z.int().min(1).max(100), name: z.string() })).optional(),
  whoMayPlan: z.enum(['editors', 'sprintManagers']).optional(),
  /** Id of the number field of Jira in which confidences are kept; absent: PlanPrism keeps them. */
  confidenceField: z.string().optional(),
  estimateSource: z.enum(['original', 'remaining', 'boardField']).optional(),
  /** Which number draws the line. */
  drives: z.enum(['ratio', 'chance']).optional(),
  /** What an issue took: the time that was logged on it, or, where nobody logs, how long it was in progress. */
  actualSource: z.enum(['logged', 'inProgress']).optional(),
  /** Who sees how well the estimates of others held: nobody else, or who plans. */
  whoSeesOthers: z.enum(['nobody', 'planners']).optional(),
  /** Somebody has seen the first run of this board. */
  setUp: z.boolean().optional(),
});
type StoredSettings = z.output<typeof settingsSchema>;
/** What a site or a board has decided itself. */
export type Decided = Omit<StoredSettings, 'version' | 'revision'>;

/** The settings that hold on a board, with nothing left open. */
export interface Settings {
  /** Whole percent. */
  defaultConfidence: number;
  defaultEstimateHours: number | null;
  /** Whole percent. */
  desired: number;
  policy: 'closest' | 'atLeast';
  capacityMode: 'sprint' | 'board' | 'team';
  /** Of any use only with the mode `board`. */
  capacityHours: number | null;
  subtasks: 'rollUp' | 'parentOnly';
  /** null: the ones that PlanPrism brings. */
  steps: { percent: number; name: string }[] | null;
  whoMayPlan: 'editors' | 'sprintManagers';
  /** null: PlanPrism keeps the confidences. */
  confidenceField: string | null;
  estimateSource: 'original' | 'remaining' | 'boardField';
  drives: 'ratio' | 'chance';
  actualSource: 'logged' | 'inProgress';
  whoSeesOthers: 'nobody' | 'planners';
  setUp: boolean;
  /** Of what was asked for, the board's or the site's; 0 when nothing is stored yet. */
  revision: number;
}

/** The method's own starting values (DESIGN.md §2), and otherwise what asks nothing of anybody. */
const initially = {
  defaultConfidence: 80,
  desired: 80,
  policy: 'closest',
  capacityMode: 'sprint',
  subtasks: 'rollUp',
  whoMayPlan: 'editors',
  estimateSource: 'original',
  drives: 'ratio',
  actualSource: 'logged',
  whoSeesOthers: 'nobody',
} as const;

/** What is stored for a site and one of its boards; null where nothing is. */
export interface SettingsLayers {
  site: StoredSettings | null;
  board: StoredSettings | null;
}

/** @throws Problem `storage.unreadable`, `storage.failed` */
export async function readSettingsLayers(boardId: number | null): Promise<SettingsLayers> {
  const [site, board] = await allSettled([
    readOne(siteKey),
    boardId === null ? Promise.resolve(null) : readOne(boardKey(boardId)),
  ]);
  return { site, board };
}

/** The board's settings laid over the site's, laid over the method's own. */
export function settingsOf({ site, board }: SettingsLayers): Settings {
  const holds = <Name extends keyof Decided>(name: Name) => board?.[name] ?? site?.[name];
  const capacityHours = holds('capacityHours') ?? null;
  return {
    defaultConfidence: holds('defaultConfidence') ?? initially.defaultConfidence,
    defaultEstimateHours: holds('defaultEstimateHours') ?? null,
    desired: holds('desired') ?? initially.desired,
    policy: holds('policy') ?? initially.policy,
    capacityMode: holds('capacityMode') ?? (capacityHours === null ? initially.capacityMode : 'board'),
    capacityHours,
    subtasks: holds('subtasks') ?? initially.subtasks,
    steps: holds('steps') ?? null,
    whoMayPlan: holds('whoMayPlan') ?? initially.whoMayPlan,
    confidenceField: holds('confidenceField') ?? null,
    estimateSource: holds('estimateSource') ?? initially.estimateSource,
    drives: holds('drives') ?? initially.drives,
    actualSource: holds('actualSource') ?? initially.actualSource,
    whoSeesOthers: holds('whoSeesOthers') ?? initially.whoSeesOthers,
    setUp: holds('setUp') ?? false,
    revision: board?.revision ?? 0,
  };
}

/** What holds on a board that has decided nothing, with the site's revision. */
export function siteSettingsOf(site: SettingsLayers['site']): Settings {
  return { ...settingsOf({ site, board: null }), revision: site?.revision ?? 0 };
}

/**
 * The settings that hold on a board; without one, what the site has decided.
 *
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function readSettings(boardId: number | null): Promise<Settings> {
  return settingsOf(await readSettingsLayers(boardId));
}

/** The settings that hold on the site. @throws Problem `storage.unreadable`, `storage.failed` */
export async function readSiteSettings(): Promise<Settings> {
  return siteSettingsOf(await readOne(siteKey));
}

/** What may be changed: what is not named stays as it is, null goes back to what holds above it. */
export type SettingsChange = { [Name in keyof Decided]?: Exclude<Decided[Name], undefined> | null | undefined };

/** What would be stored after a change. */
export function changedSettings(stored: StoredSettings | null, change: SettingsChange): StoredSettings {
  const next = new Map<string, unknown>(Object.entries(stored ?? {}));
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name);
    else if (value !== undefined) next.set(name, value);
  }
  return settingsSchema.parse({ ...Object.fromEntries(next), version: 1, revision: (stored?.revision ?? 0) + 1 });
}

/**
 * Changes a board's own settings, if they still have the revision that the change was made on.
 *
 * @returns false when somebody else saved in between; nothing is stored then
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export function writeBoardSettings(boardId: number, change: SettingsChange, madeFrom: number): Promise<boolean> {
  return writeOne(boardKey(boardId), change, madeFrom);
}

/** The same for the site's settings. */
export function writeSiteSettings(change: SettingsChange, madeFrom: number): Promise<boolean> {
  return writeOne(siteKey, change, madeFrom);
}

const entityName = 'settings';
const siteKey = 'site';
const boardKey = (boardId: number): string => `board:${String(boardId)}`;

async function readOne(key: string): Promise<StoredSettings | null> {
  const raw = await inStorage(`settings ${key}`, () => kvs.entity<unknown>(entityName).get(key));
  return raw === undefined ? null : parseStored(raw, settingsSchema, `settings ${key}`);
}

async function writeOne(key: string, change: SettingsChange, madeFrom: number): Promise<boolean> {
  const stored = await readOne(key);
  if ((stored?.revision ?? 0) !== madeFrom) return false;
  return setIfRevision(entityName, key, changedSettings(stored, change), madeFrom);
}
