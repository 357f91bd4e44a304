import { asUser, type Route, route } from '@forge/api';
import * as z from 'zod';

import { allSettled } from '../all-settled';
import { chunksOf } from '../chunks';
import { Problem } from '../problem';
import { type EstimationField, isTimeField } from './boards';
import { type IssueKind, issueKind } from './issue-kind';
import { ask, asWhom, type JiraSession } from './session';
import { type WorklogList, worklogListSchema } from './worklog-list';

/** One issue as the planner needs it. Hours are decimal; Jira's seconds end here. */
export interface Issue {
  id: string;
  key: string;
  summary: string;
  type: { name: string; kind: IssueKind };
  status: { id: string; name: string; category: 'new' | 'indeterminate' | 'done' | 'undefined' };
  priority: string | null;
  assignee: { accountId: string; name: string } | null;
  /** The active or future sprint that it is in. */
  sprintId: number | null;
  /** The epic or the parent of a sub-task. */
  parent: { key: string; summary: string } | null;
  /** Original estimate; null when none is set. An estimate is above 0 (DESIGN.md §2), so Jira's 0 is none as well. */
  originalHours: number | null;
  /**
   * How many sub-tasks it has, and the sums of their original and remaining estimates and of what was spent on them; null
   * when none of them has any.
   */
  subtasks: { count: number; hours: number | null; remainingHours: number | null; spentHours: number | null };
  /** Remaining estimate: 0 is that nothing is left, null that none is set. */
  remainingHours: number | null;
  /** Jira's own sum of its worklogs, not its sub-tasks', of those too that this user may not see. */
  spentHours: number | null;
  /** The first 20 worklogs, and how many there are; null where they were not asked for. */
  worklogs: WorklogList | null;
  /** The board's own estimation field, when that is not a time field. */
  boardEstimate: { field: string; value: number } | null;
  /** Of the number fields that were asked for those that have a value, by field id. What is no number is NaN. */
  numbers: ReadonlyMap<string, number>;
}

/** What is read of a board's issues besides what is always read. */
export interface BoardFields {
  estimation: EstimationField | null;
  /** Ids of number fields. */
  numbers: readonly string[];
  /** What was logged on each. */
  worklogs?: true;
}

const seconds = z.number().nonnegative().nullish();

const hoursOf = (value: number | null | undefined): number | null => (value == null ? null : value / 3600);

const fieldsSchema = z.looseObject({
  summary: z.string().nullish(),
  issuetype: z.object({
    name: z.string(),
    subtask: z.boolean().optional(),
    hierarchyLevel: z.number().optional(),
    avatarId: z.number().optional(),
    untranslatedName: z.string().optional(),
  }),
  status: z.object({
    id: z.string(),
    name: z.string(),
    statusCategory: z.object({ id: z.number().optional(), key: z.string().optional() }).optional(),
  }),
  priority: z.object({ name: z.string() }).nullish(),
  assignee: z.object({ accountId: z.string(), displayName: z.string().optional() }).nullish(),
  parent: z.object({ key: z.string(), fields: z.object({ summary: z.string().nullish() }).optional() }).nullish(),
  sprint: z.object({ id: z.number() }).nullish(),
  epic: z.object({ key: z.string(), name: z.string().optional(), summary: z.string().optional() }).nullish(),
  timeoriginalestimate: seconds,
  /** The issue's own and its sub-tasks' together. */
  aggregatetimeoriginalestimate: seconds,
  timeestimate: seconds,
  aggregatetimeestimate: seconds,
  timespent: seconds,
  aggregatetimespent: seconds,
  worklog: worklogListSchema.nullish(),
  subtasks: z.array(z.unknown()).nullish(),
});

export const issueSchema = z.object({ id: z.string(), key: z.string(), fields: fieldsSchema });
const issuePageSchema = z.object({
  issues: z.array(issueSchema),
  isLast: z.boolean().optional(),
  nextPageToken: z.string().nullish(),
});

/** Only what is used: each field is data that Jira must look up, and that this app could leak. */
export const fieldsUsed =
  'summary,issuetype,status,priority,assignee,parent,epic,timeoriginalestimate,aggregatetimeoriginalestimate,' +
  'timeestimate,aggregatetimeestimate,timespent,aggregatetimespent,subtasks,sprint';

function fieldList(fields: BoardFields | null): string[] {
  if (fields === null) return fieldsUsed.split(',');
  const { estimation, numbers, worklogs } = fields;
  const own = [...(estimation === null ? [] : [estimation.fieldId]), ...numbers, ...(worklogs ? ['worklog'] : [])];
  return [...new Set([...fieldsUsed.split(','), ...own])];
}

/** Jira gives up to 5,000 a page and may give fewer; smaller pages keep one answer from taking seconds. */
const pageSize = 1000;
/** 20 worklogs an issue at 1.2 kB each (as recorded of DevLake) make 1.2 MB; long comments on them make more. */
const pageSizeWithWorklogs = 50;
/** A longer list is not read to its end: no plan may be so long, and each issue costs a point. */
const mostIssuesRead = 4000;

/**
 * The issues of a sprint that this board shows and this user may see, by rank.
 *
 * @param changed issues that the user has just changed in Jira, 50 at the most
 */
export async function readSprintIssues(
  session: JiraSession,
  boardId: number,
  sprintId: number,
  fields: BoardFields | null,
  changed: readonly string[] = [],
): Promise<Issue[]> {
  const { issues } = await readPages(session, 'getBoardIssuesForSprintJSIS', fields, mostIssuesRead, (page) => {
    for (const id of changed) page.append('reconcileIssues', id);
    return route`/rest/software/1.0/board/${boardId}/sprint/${sprintId}/issue?${page}`;
  });
  return issues;
}

/**
 * The issues of the board that are in no active or future sprint and not done, by rank.
 *
 * @param changed issues that the user has just changed in Jira, 50 at the most
 * @param most how many to read; the list may be a page longer
 * @returns `more`: the backlog goes on
 */
export function readBacklogIssues(
  session: JiraSession,
  boardId: number,
  fields: BoardFields | null,
  changed: readonly string[] = [],
  most = mostIssuesRead,
): Promise<{ issues: Issue[]; more: boolean }> {
  return readPages(session, 'getIssuesForBacklogJSIS', fields, most, (page) => {
    for (const id of changed) page.append('reconcileIssues', id);
    return route`/rest/software/1.0/board/${boardId}/backlog?${page}`;
  });
}

/** Any issue that the board shows this user, to ask Jira about; null when there is none. */
export async function readAnyIssueId(session: JiraSession, boardId: number): Promise<string | null> {
  const { issues } = await ask(
    session,
    'getIssuesForBoardJSIS',
    () => asUser().requestJira(route`/rest/software/1.0/board/${boardId}/issue?maxResults=1&fields=summary`),
    z.object({ issues: z.array(z.object({ id: z.string() })) }),
  );
  return issues[0]?.id ?? null;
}

/** bulkFetchIssues takes 100 at the most (its description). */
const issuesAFetch = 100;

const fetchedSchema = z.object({ issues: z.array(issueSchema) });

/**
 * These issues, in the order in which they are named. What does not exist, or this user may not see, is left out: Jira
 * lists it apart and fails nothing.
 */
export async function readIssuesById(
  session: JiraSession,
  ids: readonly string[],
  fields: BoardFields | null,
): Promise<Issue[]> {
  const pages = await allSettled(
    chunksOf(ids, issuesAFetch).map((issueIdsOrKeys) => {
      const body = JSON.stringify({ issueIdsOrKeys, fields: fieldList(fields) });
      return ask(
        session,
        'bulkFetchIssues',
        () =>
          asWhom(session).requestJira(route`/rest/api/3/issue/bulkfetch`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
          }),
        fetchedSchema,
      );
    }),
  );
  const found = new Map(
    pages.flatMap(({ issues }) => issues.map((issue) => [issue.id, toIssue(issue, fields)] as const)),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function readPages(
  session: JiraSession,
  what: string,
  fields: BoardFields | null,
  most: number,
  pageRoute: (page: URLSearchParams) => Route,
): Promise<{ issues: Issue[]; more: boolean }> {
  const issues = new Map<string, Issue>();
  const page = new URLSearchParams({
    maxResults: String(fields?.worklogs ? pageSizeWithWorklogs : pageSize),
    fields: fieldList(fields).join(','),
  });
  let more = true;
  while (more && issues.size < most) {
    const pagePath = pageRoute(new URLSearchParams(page));
    const { issues: found, nextPageToken } = await ask(
      session,
      what,
      () => asWhom(session).requestJira(pagePath),
      issuePageSchema,
    );
    for (const issue of found) issues.set(issue.id, toIssue(issue, fields));
    // A token that repeats itself would keep us for ever.
    more = nextPageToken != null && nextPageToken !== page.get('nextPageToken');
    if (nextPageToken != null) page.set('nextPageToken', nextPageToken);
  }
  return { issues: [...issues.values()], more };
}

/**
 * One issue, by id or key.
 *
 * @param numberField id of a number field to read as well
 * @throws Problem `issue.unknown` when there is none, or the user may not see it
 */
export async function readIssue(
  session: JiraSession,
  idOrKey: string,
  numberField: string | null = null,
): Promise<Issue> {
  const fields = { estimation: null, numbers: numberField === null ? [] : [numberField] };
  const issue = await ask(
    session,
    'getIssue',
    () => asUser().requestJira(route`/rest/api/3/issue/${idOrKey}?fields=${fieldList(fields).join(',')}`),
    issueSchema,
    { missing: unknownIssue(idOrKey) },
  );
  return toIssue(issue, fields);
}

export function unknownIssue(idOrKey: string): Problem {
  return new Problem('issue.unknown', `There is no issue ${idOrKey}, or you may not see it.`);
}

export type StatusCategory = Issue['status']['category'];

/**
 * Jira's status categories never change. The id decides: recorded issues (EE-1 of DevLake) have the id of done with the key
 * and name of another, and the site's own list of statuses says done.
 */
const categoryById = new Map<number | undefined, StatusCategory>([
  [2, 'new'],
  [3, 'done'],
  [4, 'indeterminate'],
]);
const categoryByKey = new Map<string | undefined, StatusCategory>([
  ['new', 'new'],
  ['done', 'done'],
  ['indeterminate', 'indeterminate'],
]);

/** By the id of the category, else by its key; never by its name, which is translated. */
export function statusCategory(
  category: { id?: number | undefined; key?: string | undefined } | undefined,
): StatusCategory {
  return categoryById.get(category?.id) ?? categoryByKey.get(category?.key) ?? 'undefined';
}

/** Jira says each sum with the parent's own hours in it. */
function subtaskHours(together: number | null | undefined, own: number | null | undefined): number | null {
  const ofSubtasks = (together ?? 0) - (own ?? 0);
  return ofSubtasks > 0 ? ofSubtasks / 3600 : null;
}

/** 0 is a value here, unlike an original estimate's; but where only the parent has one, the sub-tasks have none. */
function subtaskRemaining(
  { aggregatetimeestimate: together, timeestimate: own }: z.output<typeof fieldsSchema>,
  originalHours: number | null,
): number | null {
  if (together == null) return null;
  const left = Math.max(0, together - (own ?? 0)) / 3600;
  return left > 0 || originalHours !== null ? left : null;
}

function numbersOf(fields: z.output<typeof fieldsSchema>, ids: readonly string[]): Map<string, number> {
  return new Map(
    ids.flatMap((id) => {
      const value = fields[id] ?? null;
      return value === null ? [] : [[id, typeof value === 'number' ? value : Number.NaN]];
    }),
  );
}

/** @param asked what was asked for besides {@link fieldsUsed} */
export function toIssue({ id, key, fields }: z.output<typeof issueSchema>, asked: BoardFields | null): Issue {
  const parent = fields.parent ?? null;
  const epic = fields.epic ?? null;
  const estimation = asked === null || isTimeField(asked.estimation) ? null : asked.estimation;
  const value = estimation === null ? undefined : fields[estimation.fieldId];
  const hoursOfSubtasks = subtaskHours(fields.aggregatetimeoriginalestimate, fields.timeoriginalestimate);
  return {
    id,
    key,
    summary: fields.summary ?? '',
    type: { name: fields.issuetype.name, kind: issueKind(fields.issuetype) },
    status: { id: fields.status.id, name: fields.status.name, category: statusCategory(fields.status.statusCategory) },
    priority: fields.priority?.name ?? null,
    assignee:
      fields.assignee == null
        ? null
        : // Somebody whom Jira no longer names has the account id 'unknown', which says just that.
          {
            accountId: fields.assignee.accountId,
            name: fields.assignee.displayName ?? fields.assignee.accountId,
          },
    sprintId: fields.sprint?.id ?? null,
    parent:
      parent !== null
        ? { key: parent.key, summary: parent.fields?.summary ?? '' }
        : epic !== null
          ? { key: epic.key, summary: epic.name ?? epic.summary ?? '' }
          : null,
    originalHours: hoursOf(fields.timeoriginalestimate === 0 ? null : fields.timeoriginalestimate),
    subtasks: {
      count: fields.subtasks?.length ?? 0,
      hours: hoursOfSubtasks,
      remainingHours: subtaskRemaining(fields, hoursOfSubtasks),
      spentHours: subtaskHours(fields.aggregatetimespent, fields.timespent),
    },
    remainingHours: hoursOf(fields.timeestimate),
    spentHours: hoursOf(fields.timespent),
    worklogs: fields.worklog ?? null,
    boardEstimate: estimation !== null && typeof value === 'number' ? { field: estimation.name, value } : null,
    numbers: numbersOf(fields, asked?.numbers ?? []),
  };
}
