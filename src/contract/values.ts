import * as z from 'zod';

import { leastConfidence, mostCapacityHours, mostConfidence, mostEstimateHours } from '../estimation/bounds';

/** The values that several calls carry: their bounds, and the sentence that people get when one breaks them. */

const idNumber = (what: string) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^\d{1,15}$/)
          .transform(Number),
      ],
      { error: `${what} must be a number.` },
    )
    .refine((id) => Number.isSafeInteger(id) && id > 0, { error: `${what} must be a whole number above 0.` });

export const boardId = idNumber('The board id');
export const sprintId = idNumber('The sprint id');

export const issueId = z
  .union([z.string(), z.number().transform(String)], { error: 'The issue must be named by its id or its key.' })
  .refine((id) => /^(\d{1,15}|[A-Za-z][A-Za-z0-9_]{0,99}-\d{1,15})$/.test(id), {
    error: 'The issue must be named by its id (10042) or its key (WEB-42).',
  });

/** The rules of DESIGN.md §2, with the sentence that people get when a value breaks one. */
export const confidencePercent = z
  .number({ error: 'Confidence must be a whole number from 1 to 100 (percent).' })
  .refine((percent) => Number.isInteger(percent) && percent >= leastConfidence && percent <= mostConfidence, {
    error: 'Confidence must be a whole number from 1 to 100 (percent).',
  });

export const desiredPercent = z
  .number({ error: 'Desired confidence must be a whole number from 0 to 100 (percent).' })
  .refine((percent) => Number.isInteger(percent) && percent >= 0 && percent <= 100, {
    error: 'Desired confidence must be a whole number from 0 to 100 (percent).',
  });

export const estimateHours = z
  .number({ error: 'An estimate must be a number of hours above 0.' })
  .refine((hours) => Number.isFinite(hours) && hours > 0, { error: 'An estimate must be a number of hours above 0.' })
  .refine((hours) => hours <= mostEstimateHours, {
    error: `An estimate may have ${String(mostEstimateHours)} hours at the most. Split the issue.`,
  });

export const capacityHours = z
  .number({ error: 'Capacity must be a number of hours, 0 or more.' })
  .refine((hours) => Number.isFinite(hours) && hours >= 0, { error: 'Capacity must be a number of hours, 0 or more.' })
  .refine((hours) => hours <= mostCapacityHours, {
    error: `Capacity may have ${String(mostCapacityHours)} hours at the most.`,
  });

export const cutlinePolicy = z.enum(['closest', 'atLeast'], {
  error: "The line's policy must be 'closest' or 'atLeast'.",
});

export const revision = z
  .number({ error: 'The revision of the plan that was changed is missing.' })
  .refine((number) => Number.isInteger(number) && number >= 0, {
    error: 'The revision must be a whole number, 0 or more.',
  });

/** Named steps of confidence: people choose the words, the number is stored. */
export const confidenceSteps = z
  .array(
    z.object({
      percent: confidencePercent,
      name: z
        .string({ error: 'Each step needs a name.' })
        .trim()
        .min(1, { error: 'Each step needs a name.' })
        .max(80, { error: 'The name of a step may have 80 characters at the most.' }),
    }),
    { error: 'The steps must be a list.' },
  )
  .min(1, { error: 'There must be at least one step.' })
  .max(10, { error: 'There can be 10 steps at the most.' })
  .refine((steps) => new Set(steps.map(({ percent }) => percent)).size === steps.length, {
    error: 'Two steps have the same percentage.',
  });

export const subtaskRule = z.enum(['rollUp', 'parentOnly'], {
  error: "Sub-tasks can be counted as 'rollUp' or as 'parentOnly'.",
});
