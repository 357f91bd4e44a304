import * as z from 'zod';

import { boardId } from './values';

/** What a board has learnt from its finished issues, and how honest its numbers have been. Hours; chances are fractions. */

export const historyPayloads = {
  /** Without a board: the one of the place where the app was opened, or the first of its project. */
  openHistory: z.object({ boardId: boardId.optional() }),
  /** Starts learning the board's closed sprints, goes on where a run was stopped, or answers the run that is under way. */
  startLearning: z.object({ boardId }),
  stopLearning: z.object({ boardId }),
  readLearning: z.object({ boardId }),
};

/** One run of the job that reads closed sprints. `total` is null while they are being counted. */
const learnRun = z.object({
  state: z.enum(['running', 'stopped', 'done', 'failed']),
  startedAt: z.string(),
  updatedAt: z.string(),
  done: z.number(),
  total: z.number().nullable(),
  /** Finished issues that were found in them. */
  issues: z.number(),
  /** Hundreds of finished issues were read, and none had these: older sprints were not read; else null. */
  lacks: z.enum(['time', 'estimates']).nullable(),
});

/**
 * The finished issues that the chance learns from, oldest first, for a page that follows every change. Who somebody is
 * stands here only for those whose issues the planner shows anyway; nothing says which issue it was.
 */
export const learntHistory = z.object({
  /** The day that "now" is: yyyy-mm-dd. */
  today: z.string(),
  /** Account ids; '' is somebody who is not in this plan. */
  people: z.array(z.string()),
  types: z.array(z.string()),
  projects: z.array(z.string()),
  sprints: z.array(z.number()),
  /**
   * Estimate and actual (hours), confidence (whole percent, 0: not set), places in the lists of person (-1: nobody), type,
   * project and sprint, and the day on which it was finished (days since 1970).
   */
  rows: z.array(
    z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
  ),
  /** Hours that sprints were planned with, and hours that were worked. */
  capacities: z.array(z.object({ planned: z.number(), worked: z.number() })),
});

/** How a number did when it was asked of past sprints. */
const scores = z.object({
  /** So many questions: sprints times the capacities that were asked for. */
  asked: z.number(),
  /** Mean squared error of the chance, 0 is perfect; null without a question. */
  brier: z.number().nullable(),
  /** Ten classes of what was said: how often, what was said on average, and what came true. */
  classes: z.array(
    z.object({ from: z.number(), to: z.number(), count: z.number(), said: z.number(), came: z.number() }),
  ),
});

const history = z.object({
  board: z.object({ id: z.number(), name: z.string(), projectKey: z.string().nullable() }),
  /** The last run; null when there was none. */
  run: learnRun.nullable(),
  finished: z.number(),
  /** Done in the sprints that were read, and not to be learnt from. */
  left: z.object({ withoutTime: z.number(), withoutEstimate: z.number(), withoutRoom: z.number() }),
  /** Newest first. `said` and `came` null: nothing had been promised, or no capacity was known. */
  sprints: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      start: z.string(),
      end: z.string(),
      issues: z.number(),
      estimate: z.number(),
      actual: z.number(),
      said: z
        .object({
          capacityHours: z.number().nullable(),
          ratio: z.number().nullable(),
          chance: z.number().nullable(),
          promised: z.number(),
          /** Of them, out of the sprint before it closed. */
          takenOut: z.number(),
          done: z.number(),
          actual: z.number(),
          /** All that was promised was done within the capacity. */
          came: z.boolean().nullable(),
        })
        .nullable(),
      /**
       * Had you asked before it began, with what was finished by then: P10 and P90 of what its issues would take, what
       * they took, and the chance at `capacity`, the sum of their estimates. null: nothing was finished in it.
       */
      then: z
        .object({
          known: z.number(),
          low: z.number(),
          high: z.number(),
          actual: z.number(),
          capacity: z.number(),
          chance: z.number(),
        })
        .nullable(),
    }),
  ),
  /** The same sprints forward in time: each was asked with what had been finished before it. */
  replay: z.object({
    sprints: z.number(),
    chance: scores,
    ratio: scores,
    /** Always answering how often it came true at that capacity. */
    baseRate: z.number().nullable(),
    /** Standard errors of the chance's score less either; null from fewer than two sprints. */
    errors: z.object({ ratio: z.number().nullable(), baseRate: z.number().nullable() }),
    /** Of the issues of these sprints: how many there were, and how many took what a range of 80 % had said. */
    ranges: z.object({ issues: z.number(), held: z.number(), optimisticPessimistic: z.number() }),
    /** How often the total stayed within what was said to hold in 80 % of the cases. */
    p80: z.object({ sprints: z.number(), held: z.number() }),
  }),
  /** By what people had set, and by the default where they had not: how often the range O × C to O ÷ C held the actual. */
  steps: z.array(z.object({ confidence: z.number(), isDefault: z.boolean(), issues: z.number(), held: z.number() })),
  /** Newest first, 1,000 at the most. Whose and which it was only where this reader may know. */
  issues: z.array(
    z.object({
      estimate: z.number(),
      actual: z.number(),
      confidence: z.number().nullable(),
      key: z.string().nullable(),
      accountId: z.string().nullable(),
    }),
  ),
  /** What an issue of so many hours is likely to take now: in eight of ten cases between `low` and `high`. */
  band: z.array(z.object({ estimate: z.number(), low: z.number(), middle: z.number(), high: z.number() })),
  /** Whole percent, for issues without a confidence of their own. */
  defaultConfidence: z.number(),
  /** Whose issues can be told apart: the reader, and those whom a setting allows. */
  people: z.array(z.object({ accountId: z.string(), name: z.string().nullable(), issues: z.number() })),
  actualSource: z.enum(['logged', 'inProgress']),
  /** So many of the sprints were read when `actualSource` was another one. */
  readOtherwise: z.number(),
  may: z.object({ change: z.boolean() }),
});

export const historyAnswers = {
  openHistory: history,
  startLearning: learnRun,
  /** null: there was nothing to stop. */
  stopLearning: learnRun.nullable(),
  readLearning: learnRun.nullable(),
};
