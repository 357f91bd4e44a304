import * as z from 'zod';
import type { Site, SiteIssue } from '../site/site';
import { parseDuration } from './durations';
import { jiraTime } from './jira-time';
import type { Call, Operation } from './operation';
import { mayEdit } from './people';
import { JiraRefusal, NotModelled } from './refusal';
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
    if (edit.summary !== undefined) issue.fields['summary'] = edit.summary;
    issue.fields['updated'] = jiraTime(now());
    changed();
    return { status: 204, body: undefined, issues: 0 };
  },
};

/** Words recorded from Jira (fixture jira-ruby, issue__10002.put.missing_field_update.json). */
const nothingToDo = "one of 'fields' or 'update' required";

const bodySchema = z.looseObject({
  fields: z.record(z.string(), z.unknown()).optional(),
  update: z.unknown().optional(),
});

function fieldsToSet(body: unknown): Record<string, unknown> {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw new JiraRefusal(400, [nothingToDo]);
  const { fields, update, ...rest } = parsed.data;
  if (update !== undefined) throw new NotModelled("'update' in the body");
  const other = Object.keys(rest)[0];
  if (other !== undefined) throw new NotModelled(`'${other}' in the body`);
  if (fields === undefined) throw new JiraRefusal(400, [nothingToDo]);
  return fields;
}

/** Jira's words for a field that is unknown, or that nobody or this user cannot set (public issue reports of Jira clients). */
function notSettable(names: readonly string[]): JiraRefusal {
  return new JiraRefusal(
    400,
    [],
    Object.fromEntries(
      names.map((name) => [name, `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`]),
    ),
  );
}

interface Edit {
  estimates?: Estimates;
  summary?: string;
}

/** "timeoriginalestimate field will never be on the screen" (description of getConfiguration); nor will its sums. */
const neverSettable = /^(aggregate)?time(originalestimate|estimate|spent)$|^(aggregate)?progress$|^workratio$/;

function readEdit({ site }: Call, issue: SiteIssue, fields: Record<string, unknown>): Edit {
  const unknown = Object.keys(fields).filter((name) => !Object.hasOwn(issue.fields, name) && name !== 'timetracking');
  const fixed = Object.keys(fields).filter((name) => neverSettable.test(name));
  if (unknown.length + fixed.length > 0) throw notSettable([...new Set([...unknown, ...fixed])]);
  const edit: Edit = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'timetracking') edit.estimates = readEstimates(site.timeTracking, issue, value);
    else if (name === 'summary') edit.summary = readSummary(value);
    else throw new NotModelled(`setting the field '${name}'`);
  }
  return edit;
}

const estimateSchema = z.string({ error: 'Operation value must be a string' });
const timeTrackingSchema = z.strictObject(
  { originalEstimate: estimateSchema.optional(), remainingEstimate: estimateSchema.optional() },
  { error: 'Operation value must be an object of originalEstimate and remainingEstimate' },
);

function readEstimates(timeTracking: Site['timeTracking'], issue: SiteIssue, value: unknown): Estimates {
  const parsed = timeTrackingSchema.safeParse(value);
  if (!parsed.success) throw new JiraRefusal(400, [], { timetracking: parsed.error.issues[0]?.message ?? 'Not valid' });
  const { originalEstimate, remainingEstimate } = parsed.data;
  const original = secondsOf(originalEstimate, timeTracking);
  const remaining = secondsOf(remainingEstimate, timeTracking);
  // Keys and words of Jira's own TimeTrackingSystemField and its tests, as public code has them.
  const errors = {
    ...(original === undefined
      ? { timetracking_originalestimate: 'The original estimate specified is not valid.' }
      : {}),
    ...(remaining === undefined
      ? { timetracking_remainingestimate: 'The remaining estimate specified is not valid.' }
      : {}),
  };
  if (original === undefined || remaining === undefined) throw new JiraRefusal(400, [], errors);
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

/** Jira's own limit and words for a summary. */
function readSummary(value: unknown): string {
  if (typeof value !== 'string') throw new JiraRefusal(400, [], { summary: 'Operation value must be a string' });
  if (value.trim() === '') throw new JiraRefusal(400, [], { summary: 'You must specify a summary of the issue.' });
  if (value.length > 255) throw new JiraRefusal(400, [], { summary: 'Summary must be less than 255 characters.' });
  if (/[\r\n]/.test(value)) {
    throw new JiraRefusal(400, [], { summary: 'The summary is invalid because it contains newline characters.' });
  }
  return value;
}
