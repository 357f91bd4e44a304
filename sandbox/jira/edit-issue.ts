import * as z from 'zod';
import type { Site, SiteIssue } from '../site/site';
import { parseDuration } from './durations';
import { showInFamily } from './family';
import { jiraTime } from './jira-time';
import { jiraLimits } from './limits';
import type { Call, Operation } from './operation';
import { mayEdit } from './people';
import { type JiraRefusal, NotModelled } from './refusal';
import { jiraRefusalTable } from './refusals';
import { refused, refusedField, refusedFields } from './refuse';
import { issueFor } from './site-lookup';
import { type Estimates, estimatesOf, setEstimates, spentOn } from './time-tracking';

export const editIssue: Operation = {
  operationId: 'editIssue',
  method: 'PUT',
  path: '/rest/api/3/issue/{issueIdOrKey}',
  scopes: ['write:jira-work'],
  parameters: ['notifyUsers'],
  answer(call) {
    const { site, person, path, now, changed } = call;
    const issue = issueFor(site, person, path['issueIdOrKey']);
    const fields = fieldsToSet(call.body);
    // The description gives 403 only to overrideScreenSecurity and overrideEditableFlag; "the user does not have the
    // necessary permission to edit one or more fields" is a 400, and Jira then calls each field not settable.
    if (!mayEdit(person)) throw notSettable(Object.keys(fields));
    const edit = readEdit(call, issue, fields);
    if (edit.estimates !== undefined) setEstimates(site, issue, edit.estimates);
    if (edit.summary !== undefined) {
      issue.fields['summary'] = edit.summary;
      showInFamily(site, issue.key, { summary: edit.summary });
    }
    Object.assign(issue.fields, edit.numbers);
    issue.fields['updated'] = jiraTime(now());
    changed();
    return { status: 204, body: undefined, issues: 0 };
  },
};

const bodySchema = z.looseObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.unknown().optional(),
});

function fieldsToSet(body: unknown): Record<string, unknown> {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw refused(jiraRefusalTable.nothingToEdit);
  const { fields, update, ...rest } = parsed.data;
  if (update !== undefined) throw new NotModelled("'update' in the body");
  const other = Object.keys(rest)[0];
  if (other !== undefined) throw new NotModelled(`'${other}' in the body`);
  if (fields === undefined) throw refused(jiraRefusalTable.nothingToEdit);
  return fields;
}

/** For fields that are unknown, or that nobody or this user can set. */
function notSettable(names: readonly string[]): JiraRefusal {
  const [first = 'fields', ...others] = names;
  const refusalOf = (name: string) => [name, jiraRefusalTable.fieldNotSettable, name] as const;
  return refusedFields(refusalOf(first), ...others.map(refusalOf));
}

interface Edit {
  estimates?: Estimates;
  summary?: string;
  /** Of custom fields, by their id. */
  numbers?: Record<string, number | null>;
}

/** "timeoriginalestimate field will never be on the screen" (description of getConfiguration); nor what is worked out. */
const neverSettable =
  /^(aggregate)?time(originalestimate|estimate|spent)$|^(aggregate)?progress$|^(workratio|subtasks)$/;

function readEdit({ site }: Call, issue: SiteIssue, fields: Record<string, unknown>): Edit {
  const unknown = Object.keys(fields).filter((name) => !Object.hasOwn(issue.fields, name) && name !== 'timetracking');
  const fixed = Object.keys(fields).filter((name) => neverSettable.test(name));
  if (unknown.length + fixed.length > 0) throw notSettable([...new Set([...unknown, ...fixed])]);
  const edit: Edit = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'timetracking') edit.estimates = readEstimates(site.timeTracking, issue, value);
    else if (name === 'summary') edit.summary = readSummary(value);
    else if (site.numberFields?.some(({ id }) => id === name) === true)
      edit.numbers = { ...edit.numbers, [name]: readNumber(name, value) };
    else throw new NotModelled(`setting the field '${name}'`);
  }
  return edit;
}

const timeTrackingSchema = z.strictObject({
  originalEstimate: z.string().optional(),
  remainingEstimate: z.string().optional(),
});

function readEstimates(timeTracking: Site['timeTracking'], issue: SiteIssue, value: unknown): Estimates {
  const parsed = timeTrackingSchema.safeParse(value);
  if (!parsed.success) {
    const isText = parsed.error.issues.every(({ path }) => path.length > 0);
    throw refusedField(
      'timetracking',
      isText ? jiraRefusalTable.valueIsNoString : jiraRefusalTable.timeTrackingIsNoObject,
    );
  }
  const { originalEstimate, remainingEstimate } = parsed.data;
  const original = secondsOf(originalEstimate, timeTracking);
  const remaining = secondsOf(remainingEstimate, timeTracking);
  // Keys of Jira's own TimeTrackingSystemField, as public code has them.
  const originalRefused = ['timetracking_originalestimate', jiraRefusalTable.originalEstimateNotValid] as const;
  const remainingRefused = ['timetracking_remainingestimate', jiraRefusalTable.remainingEstimateNotValid] as const;
  if (original === undefined)
    throw refusedFields(originalRefused, ...(remaining === undefined ? [remainingRefused] : []));
  if (remaining === undefined) throw refusedFields(remainingRefused);
  const before = estimatesOf(issue);
  const after: Estimates = {
    original: originalEstimate === undefined ? before.original : original,
    remaining: remainingEstimate === undefined ? before.remaining : remaining,
  };
  // While no work is logged, the remaining estimate follows the original one, unless somebody gave it a value of its own.
  const follows = spentOn(issue) === null && (before.remaining === null || before.remaining === before.original);
  if (originalEstimate !== undefined && remainingEstimate === undefined && follows) after.remaining = original;
  return after;
}

/** Seconds; null for an estimate that is emptied or not mentioned; undefined for text that is no duration. */
function secondsOf(text: string | undefined, timeTracking: Site['timeTracking']): number | null | undefined {
  return text === undefined || text === '' ? null : parseDuration(text, timeTracking);
}

function readNumber(field: string, value: unknown): number | null {
  if (value === null || typeof value === 'number') return value;
  throw refusedField(field, jiraRefusalTable.valueIsNoNumber);
}

function readSummary(value: unknown): string {
  if (typeof value !== 'string') throw refusedField('summary', jiraRefusalTable.valueIsNoString);
  if (value.trim() === '') throw refusedField('summary', jiraRefusalTable.summaryMissing);
  if (value.length > jiraLimits.summaryCharacters) {
    throw refusedField('summary', jiraRefusalTable.summaryTooLong, jiraLimits.summaryCharacters);
  }
  if (/[\r\n]/.test(value)) throw refusedField('summary', jiraRefusalTable.summaryHasNewline);
  return value;
}
