import { route } from '@forge/api';
import * as z from 'zod';

import { jiraDate } from './jira-date';
import { ask, asWhom, type JiraSession } from './session';

/**
 * One change of one field of an issue, of those that planning learns from. `at` is ISO, UTC; null is nothing.
 * An estimate is in hours, and Jira's 0 is none, as in issues.ts. An issue may be in several sprints: closed ones stay.
 */
export type Change =
  | { field: 'estimate'; fieldId: string; at: string; from: number | null; to: number | null }
  | { field: 'sprint'; fieldId: string; at: string; from: number[]; to: number[] }
  | { field: 'status'; fieldId: string; at: string; from: ChangedStatus | null; to: ChangedStatus | null };

/** The name is the one of that day, in the language of whoever made the change; only the id says which status it is. */
export interface ChangedStatus {
  id: string;
  name: string;
}

const estimateFieldId = 'timeoriginalestimate';
const statusFieldId = 'status';

/**
 * The list for many issues is described as having a date, but its example is a number (of seconds), and a public client
 * (mcp-atlassian) reads a number of milliseconds. As seconds, no date before the year 5138 reaches the bound; as
 * milliseconds, none after 1973 is below it.
 */
const changedAt = z.union([
  jiraDate,
  z
    .number()
    .nonnegative()
    .max(8.64e15)
    .transform((epoch) => new Date(epoch < 1e11 ? epoch * 1000 : epoch).toISOString()),
]);

/** Nothing is null for some fields and empty for others, and the list for many issues may leave it out. */
const end = z
  .string()
  .nullish()
  .transform((text) => (text == null || text === '' ? null : text));

/** Jira calls an end of a change `toString`: where it leaves that out, JavaScript finds the function that every object has. */
const ownToString = (item: unknown): unknown =>
  typeof item === 'object' && item !== null && !Object.hasOwn(item, 'toString') ? { ...item, toString: null } : item;

const itemSchema = z.preprocess(
  ownToString,
  z.object({ fieldId: z.string().optional(), from: end, fromString: end, to: end, toString: end }),
);

type Item = z.output<typeof itemSchema>;

/** Without `at`, which Jira says once for all fields that were changed together. */
type ChangeOfField = Change extends infer Each ? (Each extends Change ? Omit<Each, 'at'> : never) : never;

/**
 * Jira's histories as changes, oldest first: an issue with its changelog has them the other way round. Other fields are
 * left out: who was assigned, what was written, is not needed.
 *
 * @param sprintField id of the site's sprint field; null when it has none
 */
function historiesSchema(sprintField: string | null) {
  const changeSchema = itemSchema.transform((item, context): ChangeOfField | null =>
    toChange(item, sprintField, (field) => {
      context.addIssue({ code: 'custom', path: [field], message: 'not what this field holds' });
    }),
  );
  const historySchema = z
    .object({ created: changedAt, items: z.array(changeSchema) })
    .transform(({ created, items }): Change[] =>
      items.flatMap((item) => (item === null ? [] : [{ ...item, at: created }])),
    );
  // ISO strings in UTC sort as what they stand for.
  return z
    .array(historySchema)
    .transform((histories) =>
      histories.flat().sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)),
    );
}

/** @param refuse called with the end that cannot be read */
function toChange(
  { fieldId, from, fromString, to, toString: toName }: Item,
  sprintField: string | null,
  refuse: (end: 'from' | 'to') => void,
): ChangeOfField | null {
  if (fieldId === undefined) return null;
  const number = (text: string, which: 'from' | 'to'): number => {
    if (!/^\d{1,15}$/.test(text)) refuse(which);
    return Number(text);
  };
  const hours = (text: string | null, which: 'from' | 'to'): number | null => {
    const seconds = text === null ? 0 : number(text, which);
    return seconds === 0 ? null : seconds / 3600;
  };
  const sprints = (text: string | null, which: 'from' | 'to'): number[] =>
    text === null ? [] : text.split(',').map((id) => number(id.trim(), which));
  const status = (id: string | null, name: string | null): ChangedStatus | null =>
    id === null ? null : { id, name: name ?? '' };
  switch (fieldId) {
    case estimateFieldId:
      return { field: 'estimate', fieldId, from: hours(from, 'from'), to: hours(to, 'to') };
    case statusFieldId:
      return { field: 'status', fieldId, from: status(from, fromString), to: status(to, toName) };
    case sprintField:
      return { field: 'sprint', fieldId, from: sprints(from, 'from'), to: sprints(to, 'to') };
    default:
      return null;
  }
}

/** What one call may ask for (description of getBulkChangelogs). */
const mostIssuesAsked = 1000;

/**
 * How estimate, sprint and status of these issues came to be, by issue id, oldest first. An issue that never changed, or
 * that the user may not see, is not in the answer.
 *
 * @param issueIds any number of them; ids, because the answer names issues by their ids
 * @param sprintField id of the site's sprint field (`sprintFieldId` of fields.ts); null when it has none
 */
export async function readChanges(
  session: JiraSession,
  issueIds: readonly string[],
  sprintField: string | null,
): Promise<Map<string, Change[]>> {
  const pageSchema = z.object({
    issueChangeLogs: z.array(z.object({ issueId: z.string(), changeHistories: historiesSchema(sprintField) })),
    nextPageToken: z.string().nullish(),
  });
  const fieldIds = [estimateFieldId, statusFieldId, ...(sprintField === null ? [] : [sprintField])];
  const changes = new Map<string, Change[]>();
  for (let first = 0; first < issueIds.length; first += mostIssuesAsked) {
    const issueIdsOrKeys = issueIds.slice(first, first + mostIssuesAsked);
    let token: string | undefined;
    for (;;) {
      const body = JSON.stringify({ issueIdsOrKeys, fieldIds, nextPageToken: token });
      const { issueChangeLogs, nextPageToken } = await ask(
        session,
        'getBulkChangelogs',
        () =>
          asWhom(session).requestJira(route`/rest/api/3/changelog/bulkfetch`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
          }),
        pageSchema,
      );
      for (const { issueId, changeHistories } of issueChangeLogs) {
        changes.set(issueId, [...(changes.get(issueId) ?? []), ...changeHistories]);
      }
      // A token that repeats itself would keep us for ever.
      if (nextPageToken == null || nextPageToken === token) break;
      token = nextPageToken;
    }
  }
  return changes;
}
