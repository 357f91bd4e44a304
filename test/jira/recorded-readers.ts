import * as z from 'zod';

import { readBoards, readEstimationField } from '../../src/jira/boards';
import { type Change, readChanges } from '../../src/jira/changelog';
import { readFields } from '../../src/jira/fields';
import { issueKind } from '../../src/jira/issue-kind';
import { type Issue, readIssue, readSprintIssues, statusCategory } from '../../src/jira/issues';
import { readSprints, type Sprint } from '../../src/jira/sprints';
import { readStatuses } from '../../src/jira/statuses';
import { writeOriginalEstimate } from '../../src/jira/time-tracking';
import { readTransitions } from '../../src/jira/transitions';
import { readWorklogs } from '../../src/jira/worklogs';
import { onAnswers, problemOf, session } from './recorded-answers';
import { type Kind, piecesOf, recorded } from './recorded-files';

/** DevLake's and jirametrics' sites have the sprint field under this id; no recording of their fields says so. */
export const sprintField = 'customfield_10020';

/** Gives this answer to the one call that is made. */
export const read = async <Result>(content: unknown, work: () => Promise<Result>): Promise<Result> =>
  (await onAnswers([content], work)).result;

export const readIssues = (content: unknown): Promise<Issue[]> =>
  read(content, () => readSprintIssues(session, 1, 1, null));

const noMoreSprints = { values: [], isLast: true };
/** A page of sprints, whether or not it says that it is the last. */
export const readSprintPage = async (content: unknown): Promise<Sprint[]> =>
  (await onAnswers([content, noMoreSprints], () => readSprints(session, 1, ['closed', 'active', 'future']))).result;

/** No page of the changes of many issues was recorded: the recorded histories are put into one. */
export const readHistories = async (histories: unknown): Promise<Change[]> => {
  const page = { issueChangeLogs: [{ issueId: '1', changeHistories: histories }] };
  const changes = await read(page, () => readChanges(session, ['1'], sprintField));
  return changes.get('1') ?? [];
};

/** How the app reads a kind of payload, and how many values there are in it, counted without the app. */
export interface Reader {
  read(content: unknown): Promise<readonly unknown[]>;
  count(content: unknown): number;
}

const one = (): number => 1;
const elements = (content: unknown): number => z.array(z.unknown()).parse(content).length;
const elementsOf =
  (key: string) =>
  (content: unknown): number =>
    elements(z.looseObject({}).parse(content)[key]);

const categories = z.array(z.object({ id: z.number(), key: z.string() }));
const issueTypes = z.array(
  z.object({
    name: z.string(),
    untranslatedName: z.string().optional(),
    subtask: z.boolean(),
    avatarId: z.number().optional(),
  }),
);
const itemsOfHistories = z.array(z.object({ items: z.array(z.looseObject({})) }));
const plannedFields = ['timeoriginalestimate', 'status', sprintField];

const readers: Partial<Record<Kind, Reader>> = {
  boards: {
    read: async (content) => (await read(content, () => readBoards(session, 0))).boards,
    count: elementsOf('values'),
  },
  'board configuration': {
    read: async (content) => [await read(content, () => readEstimationField(session, 1))],
    count: one,
  },
  sprints: { read: readSprintPage, count: elementsOf('values') },
  sprint: { read: (content) => readSprintPage({ values: [content], isLast: true }), count: one },
  issues: { read: readIssues, count: elementsOf('issues') },
  issue: { read: async (content) => [await read(content, () => readIssue(session, '1'))], count: one },
  histories: {
    read: readHistories,
    count: (content) =>
      itemsOfHistories
        .parse(content)
        .flatMap(({ items }) => items)
        .filter((item) => plannedFields.includes(String(item['fieldId']))).length,
  },
  worklogs: { read: (content) => read(content, () => readWorklogs(session, '1')), count: elementsOf('worklogs') },
  transitions: {
    read: (content) => read(content, () => readTransitions(session, '1')),
    count: elementsOf('transitions'),
  },
  statuses: { read: (content) => read(content, () => readStatuses(session)), count: elements },
  fields: { read: (content) => read(content, () => readFields(session)), count: elements },
  'status categories': {
    read: (content) => Promise.resolve(categories.parse(content).map(statusCategory)),
    count: elements,
  },
  'issue types': { read: (content) => Promise.resolve(issueTypes.parse(content).map(issueKind)), count: elements },
  // Jira answers it to a write that it did not take.
  refusal: {
    read: async (content) => [
      await problemOf(onAnswers([content], () => writeOriginalEstimate(session, 'SP-1', 1), 400)),
    ],
    count: one,
  },
};

/** @returns undefined for what the app never asks for */
export function readerOf(kind: Kind): Reader | undefined {
  return readers[kind];
}

/** The first thing in a file, as the app reads it. */
export async function readFile(file: string): Promise<readonly unknown[]> {
  const [piece] = piecesOf(recorded(file));
  const reader = piece === undefined ? undefined : readerOf(piece.kind);
  if (piece === undefined || reader === undefined) throw new Error(`The app reads nothing of ${file}.`);
  return reader.read(piece.content);
}

const issueList = z.array(z.looseObject({ key: z.string(), fields: z.looseObject({}) }));
const issueFile = z.union([
  z.object({ issues: issueList }).transform(({ issues }) => issues),
  z.object({ values: issueList }).transform(({ values }) => values),
]);

/** The issues of a file as they were recorded, by key. */
export function recordedIssues(file: string): Map<string, { key: string; fields: Record<string, unknown> }> {
  return new Map(issueFile.parse(recorded(file)).map((issue) => [issue.key, issue]));
}

/** The issues of a file as the app reads them, by key. */
export async function issuesByKey(file: string): Promise<Map<string, Issue>> {
  return new Map((await readIssues(recorded(file))).map((issue) => [issue.key, issue]));
}
