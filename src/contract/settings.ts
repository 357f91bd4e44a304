import * as z from 'zod';

import {
  boardId,
  capacityHours,
  confidencePercent,
  confidenceSteps,
  cutlinePolicy,
  desiredPercent,
  estimateHours,
  revision,
  sprintId,
  subtaskRule,
} from './values';

/** Who may plan the sprints of a board: whoever may edit its issues, or only who may manage sprints. */
const whoMayPlan = z.enum(['editors', 'sprintManagers'], {
  error: "Who may plan must be 'editors' or 'sprintManagers'.",
});

/** Where a sprint's capacity comes from: typed for each sprint, the same for each, or from people; until one is given its own. */
const capacityMode = z.enum(['sprint', 'board', 'team'], {
  error: "The capacity's mode must be 'sprint', 'board' or 'team'.",
});

const fieldId = z
  .string({ error: 'The field must be one of the fields on offer.' })
  .regex(/^customfield_\d{1,15}$/, { error: 'The field must be one of the fields on offer.' });

/** Where the confidences of a board are kept: by PlanPrism, or in a number field of Jira. */
const confidenceSource = z.discriminatedUnion(
  'kind',
  [z.object({ kind: z.literal('planprism') }), z.object({ kind: z.literal('field'), fieldId })],
  { error: 'The confidence must come from PlanPrism or from a number field.' },
);

/**
 * What an issue counts with: its original estimate; in a running sprint what remains of it; or the board's own estimation
 * field, when that is a time field.
 */
const estimateSource = z.enum(['original', 'remaining', 'boardField'], {
  error: "The estimate must be 'original', 'remaining' or 'boardField'.",
});

/** Which number draws the line: the confidence ratio or the chance to finish. */
const drives = z.enum(['ratio', 'chance'], { error: "The line must be drawn by the 'ratio' or by the 'chance'." });

/** What an issue took: the time logged on it, or how long it was in progress. */
const actualSource = z.enum(['logged', 'inProgress'], {
  error: "What issues took must be 'logged' or 'inProgress'.",
});

/** Who sees how well the estimates of others held. */
const whoSeesOthers = z.enum(['nobody', 'planners'], {
  error: "Who sees the others must be 'nobody' or 'planners'.",
});

/** What is not named stays as it is; null goes back to what PlanPrism brings. */
const siteChange = {
  defaultConfidence: confidencePercent.nullable().optional(),
  steps: confidenceSteps.nullable().optional(),
  /** null: off; issues without an estimate then count as unestimated. */
  defaultEstimateHours: estimateHours.nullable().optional(),
  policy: cutlinePolicy.nullable().optional(),
  whoMayPlan: whoMayPlan.nullable().optional(),
};

/** What is not named stays as it is; null follows the site again. */
const boardChange = {
  capacityMode: capacityMode.optional(),
  /** For all sprints of the board, with the capacity mode 'board'. */
  capacityHours: capacityHours.nullable().optional(),
  defaultConfidence: confidencePercent.nullable().optional(),
  desired: desiredPercent.nullable().optional(),
  subtasks: subtaskRule.optional(),
  steps: confidenceSteps.nullable().optional(),
  confidenceSource: confidenceSource.optional(),
  estimateSource: estimateSource.optional(),
  drives: drives.optional(),
  actualSource: actualSource.optional(),
  whoSeesOthers: whoSeesOthers.optional(),
  /** Somebody has seen the first run of this board, and taken what was guessed or not. */
  setUp: z.literal(true).optional(),
};

export const settingsPayloads = {
  openSiteSettings: z.object({}),
  saveSiteSettings: z.object({ revision, ...siteChange }),
  /** Without a board: the one of the place where the app was opened, or the first of its project. */
  openBoardSettings: z.object({ boardId: boardId.optional() }),
  saveBoardSettings: z.object({ boardId, revision, ...boardChange }),
  /** What these settings would change about a sprint; without one, about the sprint that the planner opens. */
  previewBoardSettings: z.object({ boardId, sprintId: sprintId.optional(), ...boardChange }),
  /** What the first run guesses from Jira. */
  suggestSetup: z.object({ boardId }),
  /** Starts writing all confidences to the issues in Jira, or answers the run that is under way. */
  startMirror: z.object({}),
  readMirror: z.object({}),
};

const siteSettings = z.object({
  revision: z.number(),
  defaultConfidence: z.number(),
  steps: confidenceSteps.nullable(),
  defaultEstimateHours: z.number().nullable(),
  policy: cutlinePolicy,
  whoMayPlan,
});

const field = z.object({ id: z.string(), name: z.string() });

/** One run of the job that writes confidences to Jira's issues. `total` is null while they are being counted. */
const mirrorRun = z.object({
  state: z.enum(['running', 'done', 'failed']),
  startedAt: z.string(),
  updatedAt: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  /** Issues whose confidence could not be written: gone, or not the app's to edit. */
  left: z.number(),
});

/** A settings change as it shows on one issue. Hours and percents as in the planner. */
const counted = z.object({ hours: z.number().nullable(), confidence: z.number(), known: z.boolean() });

export const boardSettings = z.object({
  revision: z.number(),
  subtasks: subtaskRule,
  drives,
  steps: confidenceSteps.nullable(),
});

export const settingsAnswers = {
  openSiteSettings: z.object({
    settings: siteSettings,
    /** The last run; null when there was none. */
    mirror: mirrorRun.nullable(),
    may: z.object({ change: z.boolean() }),
  }),
  saveSiteSettings: siteSettings,
  openBoardSettings: z.object({
    board: z.object({ id: z.number(), name: z.string(), projectKey: z.string().nullable() }),
    revision: z.number(),
    setUp: z.boolean(),
    /** What holds, and what the board follows when it has not decided itself. */
    settings: z.object({
      capacityMode,
      capacityHours: z.number().nullable(),
      defaultConfidence: z.number(),
      desired: z.number(),
      subtasks: subtaskRule,
      steps: confidenceSteps.nullable(),
      confidenceSource,
      estimateSource,
      drives,
      actualSource,
      whoSeesOthers,
    }),
    site: z.object({ defaultConfidence: z.number(), desired: z.number(), steps: confidenceSteps.nullable() }),
    /** What the board has decided itself; the rest follows the site. */
    own: z.object({ defaultConfidence: z.boolean(), desired: z.boolean(), steps: z.boolean() }),
    /** Number fields of the site that could hold a confidence, the likeliest first. */
    fields: z.array(field),
    /** The board's own estimation field when it is a time field. */
    estimationField: field.nullable(),
    timeTracking: z.object({
      hoursPerDay: z.number(),
      daysPerWeek: z.number(),
      format: z.enum(['pretty', 'days', 'hours']),
    }),
    may: z.object({ change: z.boolean() }),
  }),
  saveBoardSettings: boardSettings,
  previewBoardSettings: z.object({
    sprint: z.object({ id: z.number(), name: z.string() }),
    issues: z.number(),
    /** Only what changes; `known` is false where a default or nothing is counted. */
    changes: z.array(
      z.object({ issueId: z.string(), key: z.string(), summary: z.string(), before: counted, after: counted }),
    ),
    /** Whole percent, of what is above the line; null without a capacity. */
    before: z.object({ above: z.number(), ratio: z.number().nullable() }),
    after: z.object({ above: z.number(), ratio: z.number().nullable() }),
  }),
  suggestSetup: z.object({
    /** Working days between start and end of the board's newest sprint with dates; null when none has any. */
    sprintDays: z.number().nullable(),
    /** So many are there to learn from. */
    closedSprints: z.number(),
    timeTracking: z.object({
      hoursPerDay: z.number(),
      daysPerWeek: z.number(),
      format: z.enum(['pretty', 'days', 'hours']),
    }),
    /** The mean of the last closed sprints: what was logged in them, or else the estimates of what was finished. */
    capacity: z
      .object({
        hours: z.number(),
        from: z.enum(['logged', 'completed']),
        sprints: z.array(z.object({ name: z.string(), hours: z.number() })),
      })
      .nullable(),
    confidenceField: field.nullable(),
    defaultConfidence: z.number(),
    desired: z.number(),
    revision: z.number(),
  }),
  startMirror: mirrorRun,
  readMirror: mirrorRun.nullable(),
};
