import * as z from 'zod';

import { boardId, capacityHours, revision, sprintId } from './values';

/**
 * The people of a board and when they work. Dates are days of the calendar (yyyy-mm-dd), shares and focus whole percents.
 * People are known by their account id alone; names come from Jira when they are shown.
 */

const date = z
  .string({ error: 'A date must be written as 2026-11-23.' })
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'A date must be written as 2026-11-23.' })
  .refine(
    (day) =>
      !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day),
    {
      error: 'There is no such date in the calendar.',
    },
  );

/** Made by whoever makes the thing; short, and no personal data. */
const localId = z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'An id has small letters, digits and hyphens only.' });

const accountId = z.string({ error: 'The person must be named by an account id.' }).min(1).max(128);

const percent = (what: string, most: number) =>
  z
    .number({ error: `${what} must be a whole number from 0 to ${String(most)} (percent).` })
    .refine((number) => Number.isInteger(number) && number >= 0 && number <= most, {
      error: `${what} must be a whole number from 0 to ${String(most)} (percent).`,
    });

export const person = z
  .object({
    accountId,
    /** Of a whole working day. */
    hoursPerDay: z
      .number({ error: 'Hours per day must be a number above 0 and up to 24.' })
      .refine((hours) => hours > 0 && hours <= 24, { error: 'Hours per day must be a number above 0 and up to 24.' }),
    /** Seven, Monday first. */
    weekdays: z.array(z.boolean()).length(7, { error: 'There must be seven working days, Monday first.' }),
    from: date.nullable(),
    until: date.nullable(),
    /** Of their time, for this board. */
    share: percent('The share of their time', 100),
    /** Of that time, for planned work. */
    focus: percent('The focus factor', 100),
    role: z.string().trim().max(80, { error: 'A role may have 80 characters at the most.' }),
    /** Only the first two count. */
    status: z.enum(['active', 'probation', 'left', 'suspended', 'moved'], {
      error: "The status must be 'active', 'probation', 'left', 'suspended' or 'moved'.",
    }),
    /** Whose public holidays they keep, as `freeDay.region`; null: all that the board has. Company days are for everybody. */
    region: z.string().max(40).nullable(),
    /** Where this person has been, oldest first; `from` null: from the beginning. `departmentId` null: in none. */
    departments: z
      .array(z.object({ from: date.nullable(), departmentId: localId.nullable() }))
      .max(50, { error: 'A person may have moved 50 times at the most.' }),
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, {
    error: 'The last day is before the first.',
  });

export const department = z.object({
  id: localId,
  name: z
    .string()
    .trim()
    .min(1, { error: 'A department needs a name.' })
    .max(80, { error: 'A name may have 80 characters at the most.' }),
  parentId: localId.nullable(),
});

const half = z.enum(['am', 'pm'], { error: "A half day is 'am' or 'pm'." }).nullable();

export const timeOff = z
  .object({
    id: localId,
    accountId,
    from: date,
    to: date,
    half,
    /** Only the team sees it. null: it stays as it is stored. */
    reason: z.string().trim().max(200, { error: 'A reason may have 200 characters at the most.' }).nullable(),
  })
  .refine(({ from, to }) => from <= to, { error: 'Time off ends before it begins.' });

/** A day on which nobody of the board works: a public holiday (`region` says whose) or the company's own (null). */
export const freeDay = z.object({
  date,
  half,
  name: z
    .string()
    .trim()
    .min(1, { error: 'A free day needs a name.' })
    .max(120, { error: 'A name may have 120 characters at the most.' }),
  region: z.string().max(40).nullable(),
});

const list = <Item extends z.ZodType>(of: Item, most: number, what: string) =>
  z.array(of).max(most, { error: `At most ${String(most)} ${what} go at once.` });

/** What is to change; what is not named stays as it is. */
const teamChange = {
  people: z.object({ set: list(person, 5000, 'people'), remove: list(accountId, 5000, 'people') }).optional(),
  timeOff: z
    .object({ set: list(timeOff, 5000, 'entries of time off'), remove: list(localId, 5000, 'entries of time off') })
    .optional(),
  /** All of them. */
  departments: list(department, 500, 'departments').optional(),
  freeDays: list(freeDay, 2000, 'free days').optional(),
  timeZone: z.string().min(1).max(64).optional(),
};

/** The reader's own: a team that has none takes it over. */
const defaultTimeZone = z.string().min(1).max(64).optional();

const uploadId = z.string().regex(/^[a-z0-9]{8,32}$/);

export const teamPayloads = {
  openTeam: z.object({ boardId: boardId.optional(), sprintId: sprintId.optional(), defaultTimeZone }),
  /**
   * All or nothing. `upload` names parts that `stageTeam` has stored before, which come first: an import is more than one
   * call can carry.
   */
  saveTeam: z.object({
    boardId,
    /** Whose capacity the answer is to hold; without one the sprint's that the planner opens. */
    sprintId: sprintId.optional(),
    defaultTimeZone,
    revision,
    ...teamChange,
    upload: z.object({ id: uploadId, parts: z.int().min(1).max(50) }).optional(),
  }),
  stageTeam: z.object({
    boardId,
    upload: uploadId,
    part: z.int().min(0).max(49),
    people: teamChange.people,
    timeOff: teamChange.timeOff,
  }),
  /** Takes a person out of every board's team, with their time off: for somebody who wants to be forgotten. Jira admins only. */
  forgetPerson: z.object({ boardId, accountId }),
  findPeople: z.object({ boardId, query: z.string().max(100) }),
  /** Of people who are further down than `openTeam` names, and of those in a file that is to be imported. */
  namePeople: z.object({ boardId, accountIds: list(accountId, 100, 'people') }),
  /** A sprint's own capacity, with the reason; null goes back to the people's. */
  overrideCapacity: z
    .object({
      boardId,
      sprintId,
      revision,
      capacityHours: capacityHours.nullable(),
      reason: z.string().trim().max(200, { error: 'A reason may have 200 characters at the most.' }),
    })
    .refine(({ capacityHours: hours, reason }) => hours === null || reason !== '', {
      error: 'Say why this sprint has another capacity than its people.',
    }),
};

const days = z.object({
  workingDays: z.number(),
  holidays: z.number(),
  daysOff: z.number(),
  days: z.number(),
  hours: z.number(),
});

/** One person of a sprint, with the sum that makes their hours. */
const personCapacity = days.extend({
  accountId: z.string(),
  name: z.string().nullable(),
  hoursPerDay: z.number(),
  share: z.number(),
  focus: z.number(),
  /** Where they were when the sprint started. */
  departmentId: z.string().nullable(),
  /** By half-day of the sprint, 'am' and 'pm' of each date in turn: works, public or company holiday, off, does not work. */
  calendar: z.array(
    z.object({
      date: z.string(),
      am: z.enum(['works', 'holiday', 'off', 'none']),
      pm: z.enum(['works', 'holiday', 'off', 'none']),
    }),
  ),
});

/** What the planner needs of a team: each person's hours in this sprint. */
export const plannerTeam = z.object({
  people: z.array(
    z.object({
      accountId: z.string(),
      name: z.string().nullable(),
      hours: z.number(),
      departmentId: z.string().nullable(),
    }),
  ),
  departments: z.array(department),
  /** null: the sprint has no dates, so nobody's hours are known. */
  hours: z.number().nullable(),
  changedSinceStart: z.number(),
});

/** What a sprint's people can give. */
const sprintCapacity = z.object({
  sprintId: z.number(),
  /** null: the sprint has no dates yet, or the board no people. */
  hours: z.number().nullable(),
  why: z.enum(['ok', 'noDates', 'noPeople']),
  people: z.array(personCapacity),
  departments: z.array(department),
  /** The sprint's own capacity in its place. */
  override: z
    .object({ hours: z.number(), reason: z.string(), by: z.string().nullable(), at: z.string().nullable() })
    .nullable(),
  /** Changes after the sprint had started that touch its days, newest first. */
  changedSinceStart: z.array(
    z.object({
      at: z.string(),
      by: z.string().nullable(),
      what: z.enum(['person', 'timeOff', 'freeDays', 'timeZone', 'import', 'override', 'overrideTakenBack']),
      /** Whom it is about; null: everybody, or somebody who was forgotten. */
      about: z.object({ accountId: z.string(), name: z.string().nullable() }).nullable(),
    }),
  ),
});

const team = z.object({
  board: z.object({ id: z.number(), name: z.string(), projectKey: z.string().nullable() }),
  revision: z.number(),
  timeZone: z.string(),
  people: z.array(person.and(z.object({ name: z.string().nullable(), shareElsewhere: z.number() }))),
  departments: z.array(department),
  /** `reason` is null for who is not of the team and may not plan. */
  timeOff: z.array(timeOff),
  freeDays: z.array(freeDay),
  /** The open ones in Jira's order, then the last closed ones, newest first. */
  sprints: z.array(z.object({ id: z.number(), name: z.string(), state: z.enum(['future', 'active', 'closed']) })),
  /** Of the sprint that was asked for, or the one that the planner opens; null when the board has none. */
  sprint: sprintCapacity.nullable(),
  planRevision: z.number(),
  capacityMode: z.enum(['sprint', 'board', 'team']),
  hoursPerDay: z.number(),
  may: z.object({ change: z.boolean() }),
});

/** It is stored. `team` is how it stands now; null when it could not be read after that. */
const saved = z.object({ team: team.nullable() });

export const teamAnswers = {
  openTeam: team,
  saveTeam: saved,
  stageTeam: z.object({ part: z.number() }),
  forgetPerson: z.object({ boards: z.number() }),
  findPeople: z.array(z.object({ accountId: z.string(), name: z.string() })),
  /** Only those whom Jira knows. */
  namePeople: z.array(z.object({ accountId: z.string(), name: z.string() })),
  overrideCapacity: saved,
};
