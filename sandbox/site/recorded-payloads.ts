import { z } from 'zod';

/** What recorded Jira answers hold that a site is made of. Everything else in them stays unread. */

const issueSchema = z.object({ id: z.string(), key: z.string(), fields: z.record(z.string(), z.unknown()) });

const sprintSchema = z
  .object({
    id: z.number().int(),
    name: z.string(),
    state: z.enum(['future', 'active', 'closed']),
    originBoardId: z.number().int().optional(),
    /** What the same is called in the custom field Sprint. */
    boardId: z.number().int().optional(),
    startDate: z.string().exactOptional(),
    endDate: z.string().exactOptional(),
    completeDate: z.string().exactOptional(),
    goal: z.string().exactOptional(),
  })
  .transform(({ boardId, originBoardId = boardId, ...sprint }) => ({ ...sprint, originBoardId }));

/** A list of boards says it one way, a board's configuration another; a person's board has no project. */
const locationSchema = z.union([
  z
    .object({ projectId: z.number(), projectKey: z.string(), projectName: z.string() })
    .transform(({ projectId, projectKey, projectName }) => ({
      id: String(projectId),
      key: projectKey,
      name: projectName,
    })),
  z
    .object({ type: z.literal('project'), id: z.string(), key: z.string(), name: z.string() })
    .transform(({ id, key, name }) => ({ id, key, name })),
]);

const boardSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  type: z.enum(['scrum', 'kanban', 'simple']),
  location: locationSchema.optional().catch(undefined),
  estimation: z
    .object({ field: z.object({ fieldId: z.string(), displayName: z.string() }) })
    .transform(({ field }) => field)
    .optional()
    .catch(undefined),
});

/** `projectTypeKey` tells a project from the many things that have an id, a key and a name. */
const projectSchema = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    projectTypeKey: z.string(),
    style: z.enum(['classic', 'next-gen']).default('classic'),
  })
  .transform(({ id, key, name, style }) => ({ id, key, name, style }));

export type RecordedIssue = z.output<typeof issueSchema>;
export type RecordedSprint = z.output<typeof sprintSchema>;
export type RecordedBoard = z.output<typeof boardSchema>;
export type RecordedProject = z.output<typeof projectSchema>;

export type Recorded =
  | { kind: 'issue'; issue: RecordedIssue }
  | { kind: 'sprint'; sprint: RecordedSprint }
  | { kind: 'board'; board: RecordedBoard }
  | { kind: 'project'; project: RecordedProject }
  | { kind: 'useless'; reason: string }
  | { kind: 'unknown' };

const issuePageSchema = z.object({ issues: z.array(z.unknown()) });
const valuePageSchema = z.object({ values: z.array(z.unknown()) });
const listSchema = z.array(z.unknown());

/** Takes one recorded answer apart: a page, a list or a single thing, known by what it holds. */
export function readRecorded(answer: unknown): Recorded[] {
  const issuePage = issuePageSchema.safeParse(answer);
  if (issuePage.success) return issuePage.data.issues.map(readIssue);
  const valuePage = valuePageSchema.safeParse(answer);
  if (valuePage.success) return valuePage.data.values.map(readThing);
  const list = listSchema.safeParse(answer);
  return list.success ? list.data.map(readThing) : [readThing(answer)];
}

function readThing(thing: unknown): Recorded {
  if (typeof thing === 'object' && thing !== null && 'fields' in thing) return readIssue(thing);
  const sprint = sprintSchema.safeParse(thing);
  if (sprint.success) return { kind: 'sprint', sprint: sprint.data };
  const board = boardSchema.safeParse(thing);
  if (board.success) return { kind: 'board', board: board.data };
  const project = projectSchema.safeParse(thing);
  return project.success ? { kind: 'project', project: project.data } : { kind: 'unknown' };
}

function readIssue(thing: unknown): Recorded {
  const issue = issueSchema.safeParse(thing);
  if (issue.success) return { kind: 'issue', issue: issue.data };
  const { id, key } = z.object({ id: z.unknown(), key: z.unknown() }).partial().catch({}).parse(thing);
  const called = [key, id].find((name) => typeof name === 'string') ?? 'without key and id';
  return { kind: 'useless', reason: `The issue ${called} was recorded without ${pathsOf(issue.error)}.` };
}

const userSchema = z.object({
  accountId: z.string(),
  displayName: z.string().catch(''),
  active: z.boolean().catch(true),
  timeZone: z.string().catch('Etc/UTC'),
  locale: z.string().catch('en_US'),
});

export type RecordedUser = z.output<typeof userSchema>;

/** A person in an issue's field; null when nobody is there, or nobody whom Jira Cloud could know. */
export function readUser(value: unknown): RecordedUser | null {
  return userSchema.safeParse(value).data ?? null;
}

/** Jira Cloud answers these for every issue; a site with one that lacks them would be no Jira site. */
const completeFieldsSchema = z.object({
  summary: z.string(),
  issuetype: z.object({ name: z.string() }),
  status: z.object({ name: z.string() }),
  assignee: z.object({ accountId: z.string() }).nullish(),
});

/** Names of what an issue was recorded without and cannot be shown without; null when all is there. */
export function missingFields(fields: RecordedIssue['fields']): string | null {
  const { error } = completeFieldsSchema.safeParse(fields);
  return error === undefined ? null : pathsOf(error);
}

function pathsOf(error: z.ZodError): string {
  return error.issues.map(({ path }) => path.join('.')).join(', ');
}

const fieldProjectSchema = z
  .object({ id: z.string(), key: z.string(), name: z.string(), simplified: z.boolean().catch(false) })
  .transform(({ simplified, ...project }): RecordedProject => ({
    ...project,
    style: simplified ? 'next-gen' : 'classic',
  }));

/** The project in an issue's fields; null when it was not recorded. */
export function projectOfFields(fields: RecordedIssue['fields']): RecordedProject | null {
  return fieldProjectSchema.safeParse(fields['project']).data ?? null;
}

/** Every sprint that an issue's fields name. Jira Software has fields for them; the platform only a custom field. */
export function sprintsOfFields(fields: RecordedIssue['fields']): RecordedSprint[] {
  const isSoftware = 'sprint' in fields || 'closedSprints' in fields;
  const candidates = isSoftware ? [fields['closedSprints'], fields['sprint']] : Object.values(fields);
  return candidates.flat().flatMap((value) => sprintSchema.safeParse(value).data ?? []);
}
