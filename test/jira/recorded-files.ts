import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

import { shared } from '../open-app';

export const fixtures = join(shared, 'jira/fixtures');

/** Every recorded file, as `folder/name.json`. */
export function recordedFiles(): string[] {
  return readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.json'))
    .sort();
}

export function recorded(file: string): unknown {
  return JSON.parse(readFileSync(join(fixtures, file), 'utf8'));
}

export type Kind =
  | 'boards'
  | 'board configuration'
  | 'sprints'
  | 'sprint'
  | 'issues'
  | 'issue'
  | 'histories'
  | 'worklogs'
  | 'transitions'
  | 'statuses'
  | 'status categories'
  | 'issue types'
  | 'fields'
  | 'refusal'
  | 'projects'
  | 'people'
  | 'property keys'
  | 'notes of the recorder';

/** Something that Jira answers, found in a file. */
export interface Piece {
  kind: Kind;
  content: unknown;
}

/** An object that has these keys, with whatever in them. */
const withKeys = (...keys: string[]) =>
  z.looseObject({}).refine((content) => keys.every((key) => Object.hasOwn(content, key)));
const listed = <Element extends z.ZodType>(element: Element) => z.array(element).min(1);
const paged = <Element extends z.ZodType>(element: Element) => z.looseObject({ values: listed(element) });
/** Recorded rows that somebody put under `values`, which Jira does not: their own array is what Jira answers. */
const rows = <Element extends z.ZodType>(element: Element) =>
  z.union([listed(element), paged(element).transform(({ values }) => values)]);

const board = withKeys('name').and(z.looseObject({ type: z.enum(['scrum', 'kanban', 'simple']) }));
const sprint = withKeys('name').and(z.looseObject({ state: z.enum(['future', 'active', 'closed']) }));
const issue = z.looseObject({ key: z.string(), fields: z.looseObject({}) });
const histories = z.array(withKeys('created', 'items'));
const worklogs = z.looseObject({ worklogs: z.array(withKeys('started', 'timeSpent')) });

/** What a file may be, by its content; the first that fits. */
const readings: readonly [Kind, z.ZodType][] = [
  ['refusal', withKeys('errorMessages', 'errors')],
  ['board configuration', withKeys('columnConfig', 'filter')],
  ['boards', paged(board)],
  ['sprints', paged(sprint)],
  ['sprint', sprint],
  ['issues', z.looseObject({ issues: listed(withKeys('key')) })],
  ['issue', issue],
  ['worklogs', worklogs],
  ['transitions', z.looseObject({ transitions: listed(withKeys('id', 'name')) })],
  ['status categories', listed(withKeys('id', 'key', 'colorName'))],
  ['statuses', rows(withKeys('id', 'name', 'statusCategory'))],
  ['issue types', rows(withKeys('id', 'name', 'subtask'))],
  ['fields', listed(withKeys('id', 'name', 'clauseNames'))],
  ['people', z.union([withKeys('displayName', 'emailAddress'), listed(withKeys('accountId', 'displayName'))])],
  ['projects', rows(z.union([withKeys('key', 'name', 'projectTypeKey'), withKeys('key', 'name', 'lead')]))],
  ['property keys', z.looseObject({ keys: listed(withKeys('key', 'self')) })],
  ['notes of the recorder', withKeys('date_start', 'date_end')],
];

/**
 * What a recorded file holds; an issue holds its changelog and its worklogs too.
 *
 * @throws Error when it is nothing that is known here
 */
export function piecesOf(content: unknown): Piece[] {
  const changelog = paged(withKeys('created', 'items')).safeParse(content);
  if (changelog.success) return [{ kind: 'histories', content: changelog.data.values }];
  const byIssue = z.looseObject({ byIssue: z.record(z.string(), worklogs) }).safeParse(content);
  if (byIssue.success) {
    return Object.values(byIssue.data.byIssue).map((page) => ({ kind: 'worklogs', content: page }));
  }
  const issueRows = paged(issue).safeParse(content);
  if (issueRows.success) return issueRows.data.values.flatMap(issuePieces);
  for (const [kind, schema] of readings) {
    const read = schema.safeParse(content);
    if (!read.success) continue;
    if (kind === 'issue') return issuePieces(content);
    const within = z.looseObject({ issues: z.array(z.unknown()) }).safeParse(content);
    const inner = kind === 'issues' && within.success ? within.data.issues.flatMap(issuePieces) : [];
    return [{ kind, content: read.data }, ...inner.filter((piece) => piece.kind !== 'issue')];
  }
  throw new Error('This is no payload that the tests know. Say in recorded-files.ts what it is and who reads it.');
}

function issuePieces(content: unknown): Piece[] {
  const pieces: Piece[] = [{ kind: 'issue', content }];
  const logged = z.looseObject({ fields: z.looseObject({ worklog: worklogs }) }).safeParse(content);
  if (logged.success) pieces.push({ kind: 'worklogs', content: logged.data.fields.worklog });
  const changed = z.looseObject({ changelog: z.looseObject({ histories }) }).safeParse(content);
  if (changed.success) {
    pieces.push({ kind: 'histories', content: changed.data.changelog.histories });
  }
  return pieces;
}
