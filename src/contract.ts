import * as z from 'zod';

import {
  leastConfidence,
  mostCapacityHours,
  mostConfidence,
  mostEstimateHours,
  mostIssuesInAPlan,
} from './estimation/bounds';

/**
 * Every call that the UI may make: what it sends and what it is answered.
 * Payloads are parsed by the resolvers (the UI is not trusted); answers are typed, and checked in tests.
 * Hours are decimal working hours, confidences whole percents, the ratio a fraction from 0 to 1.
 */

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

const boardId = idNumber('The board id');
const sprintId = idNumber('The sprint id');

const issueId = z
  .union([z.string(), z.number().transform(String)], { error: 'The issue must be named by its id or its key.' })
  .refine((id) => /^(\d{1,15}|[A-Za-z][A-Za-z0-9_]{0,99}-\d{1,15})$/.test(id), {
    error: 'The issue must be named by its id (10042) or its key (WEB-42).',
  });

/** The rules of DESIGN.md §2, with the sentence that people get when a value breaks one. */
const confidencePercent = z
  .number({ error: 'Confidence must be a whole number from 1 to 100 (percent).' })
  .refine((percent) => Number.isInteger(percent) && percent >= leastConfidence && percent <= mostConfidence, {
    error: 'Confidence must be a whole number from 1 to 100 (percent).',
  });

const desiredPercent = z
  .number({ error: 'Desired confidence must be a whole number from 0 to 100 (percent).' })
  .refine((percent) => Number.isInteger(percent) && percent >= 0 && percent <= 100, {
    error: 'Desired confidence must be a whole number from 0 to 100 (percent).',
  });

const estimateHours = z
  .number({ error: 'An estimate must be a number of hours above 0.' })
  .refine((hours) => Number.isFinite(hours) && hours > 0, { error: 'An estimate must be a number of hours above 0.' })
  .refine((hours) => hours <= mostEstimateHours, {
    error: `An estimate may have ${String(mostEstimateHours)} hours at the most. Split the issue.`,
  });

const capacityHours = z
  .number({ error: 'Capacity must be a number of hours, 0 or more.' })
  .refine((hours) => Number.isFinite(hours) && hours >= 0, { error: 'Capacity must be a number of hours, 0 or more.' })
  .refine((hours) => hours <= mostCapacityHours, {
    error: `Capacity may have ${String(mostCapacityHours)} hours at the most.`,
  });

const cutlineMode = z.enum(['auto', 'manual'], { error: "The cutline's mode must be 'auto' or 'manual'." });
const cutlinePolicy = z.enum(['closest', 'atLeast'], { error: "The line's policy must be 'closest' or 'atLeast'." });

/**
 * A manual line stands below the first of the `below` issues that is in the sprint (nearest first; none of them: above
 * all), or, when that is not sent, below the first `count` issues. With 'auto' both are worked out.
 */
const cutlineChange = z
  .object(
    {
      mode: cutlineMode,
      count: z
        .number({ error: 'The cutline must say how many issues are above it, 0 or more.' })
        .refine((count) => Number.isInteger(count) && count >= 0, {
          error: 'The cutline must say how many issues are above it, 0 or more.',
        })
        .optional(),
      below: z
        .array(z.string().regex(/^\d{1,15}$/, { error: 'The cutline must be below issues, named by their ids.' }), {
          error: 'The cutline must be below issues, named by their ids.',
        })
        .max(50, { error: 'At most 50 issues can say where the cutline is.' })
        .optional(),
    },
    { error: 'The cutline must have a mode and, when manual, a count.' },
  )
  .refine((cutline) => cutline.mode === 'auto' || cutline.count !== undefined || cutline.below !== undefined, {
    error: 'A manual cutline must say how many issues are above it.',
  });

const issueOrder = z
  .array(z.string().regex(/^\d{1,15}$/, { error: 'The order must be a list of issue ids.' }), {
    error: 'The order must be a list of issue ids.',
  })
  .max(mostIssuesInAPlan, { error: `A plan may have ${String(mostIssuesInAPlan)} issues at the most.` })
  .refine((ids) => new Set(ids).size === ids.length, { error: 'The order names an issue twice.' });

/**
 * Issues that this page has just changed in Jira. Jira's issue lists lag behind a write for seconds; naming the issues
 * makes it look at them anew (`reconcileIssues`, 50 at the most).
 */
const changedIssues = z
  .array(z.string().regex(/^\d{1,15}$/, { error: 'Changed issues must be a list of issue ids.' }), {
    error: 'Changed issues must be a list of issue ids.',
  })
  .max(50, { error: 'At most 50 changed issues can be named.' });

/**
 * What the page showed when the person changed it (null: none was set). When something else is stored meanwhile, nothing
 * is saved and the answer is `issue.conflict`; without it the value is set whatever is there.
 */
const seenConfidence = confidencePercent.nullable();
const seenHours = z.number({ error: 'The estimate that was seen must be a number of hours, or null.' }).nullable();

/** The payload of each call, as the resolvers accept it. */
export const payloads = {
  openPlanner: z.object({
    boardId: boardId.optional(),
    sprintId: sprintId.optional(),
    changedIssues: changedIssues.optional(),
  }),
  savePlan: z.object({
    changedIssues: changedIssues.optional(),
    boardId,
    sprintId,
    revision: z
      .number({ error: 'The revision of the plan that was changed is missing.' })
      .refine((revision) => Number.isInteger(revision) && revision >= 0, {
        error: 'The revision must be a whole number, 0 or more.',
      }),
    order: issueOrder.optional(),
    cutline: cutlineChange.optional(),
    desired: desiredPercent.optional(),
    policy: cutlinePolicy.optional(),
    /** null takes the sprint's own capacity away again. */
    capacityHours: capacityHours.nullable().optional(),
  }),
  /** null takes the confidence away: the issue is back on the default. */
  setConfidence: z.object({ issueId, confidence: confidencePercent.nullable(), seen: seenConfidence.optional() }),
  setEstimate: z.object({ issueId, hours: estimateHours, seen: seenHours.optional() }),
};

const hoursSum = z.object({ optimistic: z.number(), original: z.number(), pessimistic: z.number() });

const sprint = z.object({
  id: z.number(),
  name: z.string(),
  state: z.enum(['future', 'active', 'closed']),
  startDate: z.string().optional(),
  endDate: z.string().optional(),
});

const item = z.object({
  issueId: z.string(),
  key: z.string(),
  summary: z.string(),
  type: z.object({ name: z.string(), kind: z.enum(['epic', 'story', 'bug', 'task', 'subtask', 'other']) }),
  status: z.object({ name: z.string(), category: z.enum(['new', 'indeterminate', 'done', 'undefined']) }),
  priority: z.string().nullable(),
  assignee: z.object({ accountId: z.string(), name: z.string() }).nullable(),
  parent: z.object({ key: z.string(), summary: z.string() }).nullable(),
  /** The original estimate, or the board's default when `hoursSource` says so; null is unestimated. */
  hours: z.number().nullable(),
  hoursSource: z.enum(['set', 'default', 'none']),
  /** What the board's own estimation field says when that is not a time field (story points, say). */
  boardEstimate: z.object({ field: z.string(), value: z.number() }).nullable(),
  remainingHours: z.number().nullable(),
  spentHours: z.number().nullable(),
  confidence: z.number(),
  confidenceSource: z.enum(['set', 'default', 'field']),
  optimistic: z.number().nullable(),
  pessimistic: z.number().nullable(),
  aboveLine: z.boolean(),
});

const planner = z.object({
  board: z.object({ id: z.number(), name: z.string(), type: z.enum(['scrum', 'kanban', 'simple']) }),
  /** Active and future sprints; when the board has none of these, its closed ones, newest first. */
  sprints: z.array(sprint),
  sprint,
  plan: z.object({
    revision: z.number(),
    order: z.array(z.string()),
    cutline: z.object({ mode: cutlineMode, count: z.number() }),
    desired: z.number(),
    policy: cutlinePolicy,
  }),
  capacity: z.object({ hours: z.number().nullable(), source: z.enum(['sprint', 'board', 'none']) }),
  items: z.array(item),
  totals: z.object({ above: hoursSum, all: hoursSum }),
  ratio: z.number().nullable(),
  /** Keys of the issues without an estimate; they are in no total. */
  unestimated: z.array(z.string()),
  /** Keys of the issues whose stored confidence could not be read; they count with the default. */
  unreadable: z.array(z.string()),
  defaults: z.object({ confidence: z.number() }),
  timeTracking: z.object({ hoursPerDay: z.number(), daysPerWeek: z.number() }),
  /** What this user may do here; the resolvers check again. */
  may: z.object({ plan: z.boolean(), edit: z.boolean() }),
});

/** What each call answers when it went well. */
export const answers = {
  openPlanner: planner,
  savePlan: planner,
  /** `confidence` null: none is set any more. */
  setConfidence: z.object({ issueId: z.string(), confidence: z.number().nullable() }),
  /** As Jira has stored it: whole minutes. */
  setEstimate: z.object({ issueId: z.string(), hours: z.number().nullable(), remainingHours: z.number().nullable() }),
};

export type Planner = z.infer<typeof planner>;
export type PlannerItem = z.infer<typeof item>;
export type PlannerSprint = z.infer<typeof sprint>;

/**
 * A failure as it crosses the bridge: no stack, no cause. `plan.conflict` carries the newer plan, `issue.conflict` the
 * value that is stored now (percent or hours; null: none).
 */
export interface ProblemAnswer {
  code: string;
  message: string;
  current?: Planner;
  currentValue?: number | null;
}

/** Every call answers one of the two; none throws. */
export type Answer<Value> = { value: Value } | { problem: ProblemAnswer };

type Payloads = typeof payloads;
type Answers = typeof answers;
export type CallName = keyof Payloads;
export type Payload<Name extends CallName> = z.input<Payloads[Name]>;
export type ParsedPayload<Name extends CallName> = z.output<Payloads[Name]>;
export type Value<Name extends CallName> = z.output<Answers[Name]>;

/** The type that `makeResolver` (back) and `makeInvoke` (front) share. */
export type Calls = { [Name in CallName]: (payload: Payload<Name>) => Answer<Value<Name>> };
