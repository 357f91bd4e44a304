import * as z from 'zod';

import { glanceAnswers, glancePayloads } from './contract/glance';
import { historyAnswers, historyPayloads, learntHistory } from './contract/history';
import { boardSettings, settingsAnswers, settingsPayloads } from './contract/settings';
import { plannerTeam, teamAnswers, teamPayloads } from './contract/team';
import {
  boardId,
  capacityHours,
  confidencePercent,
  cutlinePolicy,
  desiredPercent,
  estimateHours,
  issueId,
  revision,
  sprintId,
} from './contract/values';
import { mostBacklogIssues, mostIssuesInAPlan } from './estimation/bounds';

/**
 * Every call that the UI may make: what it sends and what it is answered.
 * Payloads are parsed by the resolvers (the UI is not trusted); answers are typed, and checked in tests.
 * Hours are decimal working hours, confidences whole percents, the ratio a fraction from 0 to 1.
 */

const cutlineMode = z.enum(['auto', 'manual'], { error: "The cutline's mode must be 'auto' or 'manual'." });
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

const issueIds = (what: string) =>
  z
    .array(z.string().regex(/^\d{1,15}$/, { error: `${what} must be a list of issue ids.` }), {
      error: `${what} must be a list of issue ids.`,
    })
    .max(mostIssuesInAPlan, { error: `A plan may have ${String(mostIssuesInAPlan)} issues at the most.` });

/** Where the issues below the line go when the plan is applied. */
const belowGoesTo = z.enum(['backlog', 'nextSprint'], {
  error: "Issues below the line can go to 'backlog' or to 'nextSprint'.",
});

const transitionId = z.string().regex(/^\d{1,15}$/, { error: 'The transition must be named by its id.' });
const statusId = z.string().regex(/^\d{1,15}$/, { error: 'The status must be named by its id.' });

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
  ...settingsPayloads,
  ...glancePayloads,
  ...teamPayloads,
  ...historyPayloads,
  openBoards: z.object({}),
  openPlanner: z.object({
    boardId: boardId.optional(),
    sprintId: sprintId.optional(),
    changedIssues: changedIssues.optional(),
  }),
  savePlan: z.object({
    changedIssues: changedIssues.optional(),
    boardId,
    sprintId,
    revision,
    order: issueOrder.optional(),
    /** All issues that are planned for this sprint and not in it yet. */
    pulled: issueIds('The issues to pull in').optional(),
    /** All issues that are in the sprint and planned to leave it for the backlog. */
    dropped: issueIds('The issues to drop').optional(),
    cutline: cutlineChange.optional(),
    desired: desiredPercent.optional(),
    policy: cutlinePolicy.optional(),
    /** null takes the sprint's own capacity away again. */
    capacityHours: capacityHours.nullable().optional(),
  }),
  /** null takes the confidence away: the issue is back on the default. */
  setConfidence: z.object({
    issueId,
    confidence: confidencePercent.nullable(),
    seen: seenConfidence.optional(),
    /** The board whose settings say where confidences are kept; without one PlanPrism keeps it. */
    boardId: boardId.optional(),
  }),
  /** null takes the estimate away. */
  setEstimate: z.object({ issueId, hours: estimateHours.nullable(), seen: seenHours.optional() }),
  /** The rest of the board's backlog: asked for when the planner is open, so that opening does not wait for it. */
  openBacklog: z.object({
    boardId,
    changedIssues: changedIssues.optional(),
    /** So many issues from the top; a thousand where it does not say. */
    most: z.int().min(1).max(mostBacklogIssues).optional(),
  }),
  /** What applying this revision of the plan would change in Jira. Changes nothing. */
  previewApply: z.object({ boardId, sprintId, revision, below: belowGoesTo, changedIssues: changedIssues.optional() }),
  /**
   * Carries out what was previewed, as far as time allows: `left` in the answer says what is still to do, and the same call
   * does it. `seen` are the ids of the preview; when more would move now, or the next sprint is another one, nothing is done
   * (`apply.changed`).
   */
  applyPlan: z.object({
    boardId,
    sprintId,
    revision,
    below: belowGoesTo,
    seen: z.object({
      in: issueIds('The issues to move in'),
      out: issueIds('The issues to move out'),
      nextSprint: sprintId.nullable().optional(),
    }),
    changedIssues: changedIssues.optional(),
  }),
  /** Takes the last apply of this sprint back, as far as Jira lets. As `applyPlan`, it may need to be called again. */
  undoApply: z.object({ boardId, sprintId, changedIssues: changedIssues.optional() }),
  readTransitions: z.object({ issueId }),
  /** By this transition, or, without one, by any that leads to the status and asks for nothing. */
  changeStatus: z.object({ issueId, statusId, transitionId: transitionId.optional() }),
  /**
   * "I am still here", and who else is. `page` tells two windows of one person apart; `changed` says that something was
   * saved from here since the last pulse; `leaving` says goodbye. `stamp` is the last answer's, absent in the first pulse;
   * `known` are account ids whose names need not be told again.
   */
  pulse: z.object({
    boardId,
    sprintId,
    page: z.string().regex(/^[a-z0-9]{8,32}$/, { error: 'The page must be named by 8 to 32 letters and digits.' }),
    changed: z.boolean().optional(),
    leaving: z.boolean().optional(),
    stamp: z.int().min(0).optional(),
    known: z.array(z.string().min(1).max(128)).max(50).optional(),
  }),
};

const hoursSum = z.object({ optimistic: z.number(), original: z.number(), pessimistic: z.number() });

const sprint = z.object({
  id: z.number(),
  name: z.string(),
  state: z.enum(['future', 'active', 'closed']),
  startDate: z.string().optional(),
  endDate: z.string().optional(),
});

const status = z.object({
  id: z.string(),
  name: z.string(),
  category: z.enum(['new', 'indeterminate', 'done', 'undefined']),
});

const item = z.object({
  issueId: z.string(),
  key: z.string(),
  summary: z.string(),
  type: z.object({ name: z.string(), kind: z.enum(['epic', 'story', 'bug', 'task', 'subtask', 'other']) }),
  status,
  priority: z.string().nullable(),
  assignee: z.object({ accountId: z.string(), name: z.string() }).nullable(),
  parent: z.object({ key: z.string(), summary: z.string() }).nullable(),
  /**
   * What it counts with: its original estimate, its sub-tasks' together, what remains of it, or the default, as
   * `hoursSource` says; null is unestimated.
   */
  hours: z.number().nullable(),
  hoursSource: z.enum(['set', 'subtasks', 'remaining', 'default', 'none']),
  /**
   * null without sub-tasks. `hours` is the sum of their original estimates, `ownHours` the parent's own estimate;
   * `unestimated` of them are in the sprint and have none.
   */
  subtasks: z
    .object({
      count: z.number(),
      unestimated: z.number(),
      hours: z.number().nullable(),
      ownHours: z.number().nullable(),
    })
    .nullable(),
  /** In the sprint in Jira now; an issue that was pulled into the plan is not, until the plan is applied. */
  inSprint: z.boolean(),
  /** What the board's own estimation field says when that is not a time field (story points, say). */
  boardEstimate: z.object({ field: z.string(), value: z.number() }).nullable(),
  remainingHours: z.number().nullable(),
  /**
   * What it took so far in all its sprints, in the hours that the board learns: logged, with sub-tasks rolled up theirs, too,
   * or, in a running sprint, those in which it was in progress. Of these, null is also that nobody has read them.
   */
  spentHours: z.number().nullable(),
  /** The part of it from before the running sprint started; null where nobody knows. */
  spentBeforeHours: z.number().nullable(),
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
  /**
   * `source`: the sprint's own, the board's for every sprint, the people's, the sprint's before it, or none. `reason` is
   * what was said when a sprint was given its own; `from` names the sprint that it was copied from.
   */
  capacity: z.object({
    hours: z.number().nullable(),
    source: z.enum(['sprint', 'board', 'team', 'previous', 'none']),
    reason: z.string().nullable(),
    from: z.string().nullable(),
  }),
  /** The people of the board, for the load of each; null when the board has described no team. */
  team: plannerTeam.nullable(),
  /** In plan order. */
  items: z.array(item),
  /** In the sprint in Jira, and planned to leave it for the backlog; they are in no total. */
  dropped: z.array(item),
  totals: z.object({ above: hoursSum, all: hoursSum }),
  ratio: z.number().nullable(),
  /** What the chance to finish learns from; without rows it is what its prior says. */
  learnt: learntHistory,
  /** Which hours count as spent; unknown: those in progress would, and could not be read. */
  spentSource: z.enum(['logged', 'inProgress', 'unknown']),
  /** Keys of the issues without an estimate; they are in no total. */
  unestimated: z.array(z.string()),
  /** Keys of the issues whose stored confidence could not be read; they count with the default. */
  unreadable: z.array(z.string()),
  /** What an issue counts with that has none of its own; hours null: it does not count. */
  defaults: z.object({ confidence: z.number(), hours: z.number().nullable() }),
  /** `format` is how the site shows times: '1d 4h', '1.5d' or '12h'. */
  timeTracking: z.object({
    hoursPerDay: z.number(),
    daysPerWeek: z.number(),
    format: z.enum(['pretty', 'days', 'hours']),
  }),
  /** What the board has chosen; `steps` null are the steps that PlanPrism brings. */
  settings: boardSettings,
  /** Has somebody seen the first run of this board? */
  setUp: z.boolean(),
  /** The last apply of this sprint, as long as it can be taken back. */
  applied: z.object({ at: z.string(), by: z.string(), in: z.number(), out: z.number() }).nullable(),
  /** What this user may do here; the resolvers check again. */
  may: z.object({ plan: z.boolean(), edit: z.boolean() }),
});

const named = z.object({ issueId: z.string(), key: z.string(), summary: z.string() });

/** What stands in the way of moving or ranking one issue; `why` is a sentence for people. */
const refusedMove = named.extend({ code: z.string(), why: z.string() });

const applyPreview = z.object({
  revision: z.number(),
  below: belowGoesTo,
  /** The sprint after this one; null when there is none, and then 'nextSprint' cannot be chosen. */
  nextSprint: z.object({ id: z.number(), name: z.string() }).nullable(),
  /** Into the sprint, in plan order. */
  in: z.array(named),
  /** Out of the sprint, in plan order: below the line, or dropped. Dropped ones always go to the backlog. */
  out: z.array(named.extend({ to: belowGoesTo })),
  /** Issues of the sprint whose rank changes, in plan order. */
  ranked: z.array(named),
  /** Below the line and yet staying, or above it and yet not moving, and why: done, a sub-task, in another sprint by now. */
  staying: z.array(refusedMove),
});

const applyReport = z.object({
  /** Done by this call. */
  in: z.array(named),
  out: z.array(named.extend({ to: belowGoesTo })),
  ranked: z.array(named),
  /** Not done, one by one: what was not moved is not ranked either. */
  refused: z.array(refusedMove.extend({ what: z.enum(['move', 'rank']) })),
  /** How many issues are still to be moved or ranked because the time was up; 0 when all is done or refused. */
  left: z.number(),
});

const transition = z.object({
  id: z.string(),
  name: z.string(),
  to: status,
  /** Names of the fields that Jira requires for it. */
  requiredFields: z.array(z.string()),
  /** Jira shows a form for it that must be filled in: only Jira's own page can do it. */
  needsScreen: z.boolean(),
});

/** What each call answers when it went well. */
export const answers = {
  ...settingsAnswers,
  ...glanceAnswers,
  ...teamAnswers,
  ...historyAnswers,
  /** The boards of the place's project that plan in sprints: the first is the one that opens when none is named. */
  openBoards: z.object({ boards: z.array(z.object({ id: z.number(), name: z.string() })) }),
  openPlanner: planner,
  savePlan: planner,
  /** By Jira's rank, with neither the issues of open sprints nor done ones. `more`: the backlog goes on. */
  openBacklog: z.object({ items: z.array(item), more: z.boolean() }),
  previewApply: applyPreview,
  applyPlan: applyReport,
  undoApply: applyReport,
  readTransitions: z.object({ issueId: z.string(), transitions: z.array(transition) }),
  changeStatus: z.object({ issueId: z.string(), status }),
  /**
   * `news`: another page may have saved something about this sprint since this page last read it. `stamp` says nothing
   * to the page, which gives it back with its next pulse. `here` are the other people, once each and in no order; `name` is
   * absent where the page knows it.
   */
  pulse: z.object({
    news: z.boolean(),
    stamp: z.number(),
    here: z.array(z.object({ accountId: z.string(), name: z.string().optional() })),
  }),
  /** `confidence` null: none is set any more. */
  setConfidence: z.object({ issueId: z.string(), confidence: z.number().nullable() }),
  /** As Jira has stored it: whole minutes. */
  setEstimate: z.object({ issueId: z.string(), hours: z.number().nullable(), remainingHours: z.number().nullable() }),
};

export type Planner = z.infer<typeof planner>;
export type PlannerItem = z.infer<typeof item>;
export type PlannerSprint = z.infer<typeof sprint>;
export type PlannerStatus = z.infer<typeof status>;
export type ConfidenceStep = NonNullable<BoardSettings['steps']>[number];
export type ApplyPreview = z.infer<typeof applyPreview>;
export type ApplyReport = z.infer<typeof applyReport>;
export type PlannerTransition = z.infer<typeof transition>;
export type BoardSettings = z.infer<typeof boardSettings>;
export type MirrorRun = Value<'startMirror'>;

/**
 * A failure as it crosses the bridge: no stack, no cause. `plan.conflict` carries the newer plan, `issue.conflict` the
 * value that is stored now (percent or hours; null: none), `apply.changed` what applying would change now,
 * `board.no-sprints` boards of the project that do plan in sprints.
 */
export interface ProblemAnswer {
  code: string;
  message: string;
  current?: Planner;
  currentValue?: number | null;
  preview?: ApplyPreview;
  boards?: readonly { id: number; name: string }[];
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
