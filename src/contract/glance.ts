import * as z from 'zod';

import { confidenceSteps, issueId } from './values';

export const glancePayloads = {
  /** Everything that the issue view shows of one issue, in one call. */
  openGlance: z.object({ issueId }),
};

const glance = z.object({
  issueId: z.string(),
  key: z.string(),
  /** As in the planner; null is unestimated. */
  hours: z.number().nullable(),
  hoursSource: z.enum(['set', 'subtasks', 'default', 'none', 'remaining']),
  /** The issue's own original estimate: what a new one takes the place of. */
  ownHours: z.number().nullable(),
  /** Whole percent. */
  confidence: z.number(),
  confidenceSource: z.enum(['set', 'default', 'field']),
  optimistic: z.number().nullable(),
  pessimistic: z.number().nullable(),
  /**
   * What issues like this one took, as parts of their estimates: eight of ten between `low` and `high`. `issues`: so many it
   * rests on. null: without an estimate, or where too few are like it.
   */
  like: z.object({ low: z.number(), high: z.number(), issues: z.number() }).nullable(),
  defaults: z.object({ confidence: z.number() }),
  /** null: the steps that PlanPrism brings. */
  steps: confidenceSteps.nullable(),
  /** What happened to the confidence, newest first; null is that it was taken away. `name` is null when Jira tells none. */
  changes: z.array(
    z.object({
      confidence: z.number().nullable(),
      at: z.string(),
      by: z.object({ accountId: z.string(), name: z.string().nullable() }),
    }),
  ),
  /** The board whose settings count: of the issue's sprint, or the first of its project. */
  boardId: z.number().nullable(),
  /**
   * The open sprint that it is in, and where the plan that was saved last (`savedAt`) has it; `side` is null when no plan
   * has been saved, or the issue came after it.
   */
  sprint: z
    .object({
      id: z.number(),
      name: z.string(),
      side: z.enum(['above', 'below', 'dropped']).nullable(),
      savedAt: z.string().nullable(),
    })
    .nullable(),
  projectKey: z.string(),
  timeTracking: z.object({
    hoursPerDay: z.number(),
    daysPerWeek: z.number(),
    format: z.enum(['pretty', 'days', 'hours']),
  }),
  may: z.object({ edit: z.boolean() }),
});

export const glanceAnswers = { openGlance: glance };
