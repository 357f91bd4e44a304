import * as z from 'zod';
import type { Refusal } from '../receipts';
import type { Site, SiteIssue, SiteWorklog } from '../site/site';
import { parseDuration } from './durations';
import { jiraTime } from './jira-time';
import type { Call, Operation } from './operation';
import { mayEdit } from './people';
import { NotModelled } from './refusal';
import { refused, refusedField } from './refuse';
import { bodyAs } from './request-body';
import { issueFor } from './site-lookup';
import { estimatesOf, logTime } from './time-tracking';
import { workRefusalTable } from './work-limits';
import { recordedWorklogs, worklogJson } from './worklogs';

export const addWorklog: Operation = {
  operationId: 'addWorklog',
  method: 'POST',
  path: '/rest/api/3/issue/{issueIdOrKey}/worklog',
  scopes: ['write:jira-work'],
  parameters: ['notifyUsers', 'adjustEstimate', 'newEstimate', 'reduceBy'],
  answer(call) {
    const { site, person, path, now, changed } = call;
    const issue = issueFor(site, person, path['issueIdOrKey']);
    if (!mayEdit(person)) throw refused(workRefusalTable.mayNotLogWork);
    const { seconds, started, comment } = readWorklog(site, call.body);
    const remaining = remainingAfter(call, issue, seconds);
    const time = jiraTime(now());
    const worklog: SiteWorklog = {
      id: nextId(site),
      issueId: issue.id,
      authorAccountId: person.accountId,
      timeSpentSeconds: seconds,
      started,
      created: time,
      ...(comment === undefined ? {} : { comment }),
    };
    site.worklogs = [...(site.worklogs ?? []), worklog];
    logTime(site, issue, seconds, remaining);
    issue.fields['updated'] = time;
    changed();
    return { status: 201, body: worklogJson(site, worklog), issues: 0 };
  },
};

const documentSchema = z.looseObject({ type: z.literal('doc'), version: z.literal(1), content: z.array(z.unknown()) });

const bodySchema = z.looseObject({
  timeSpent: z.string().optional(),
  timeSpentSeconds: z.number().int().optional(),
  started: z.unknown().optional(),
  comment: z.unknown().optional(),
  visibility: z.unknown().optional(),
  properties: z.unknown().optional(),
});

/** `2021-01-17T12:34:00.000+0000`, as the description's example has it. */
const startedPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{4}$/;

function readWorklog(site: Site, body: unknown): { seconds: number; started: string; comment: unknown } {
  const { timeSpent, timeSpentSeconds, started, comment, visibility, properties } = bodyAs(bodySchema, body);
  if (visibility !== undefined) throw new NotModelled("'visibility' in the body");
  if (properties !== undefined) throw new NotModelled("'properties' in the body");
  if (timeSpent !== undefined && timeSpentSeconds !== undefined) {
    throw refusedField('timeLogged', workRefusalTable.twoDurations);
  }
  const seconds = timeSpent === undefined ? timeSpentSeconds : parseDuration(timeSpent, site.timeTracking);
  // Jira counts whole minutes.
  const wholeMinutes = Math.floor((seconds ?? 0) / 60) * 60;
  if (wholeMinutes <= 0) throw refusedField('timeLogged', workRefusalTable.noDuration);
  if (typeof started !== 'string' || !startedPattern.test(started) || Number.isNaN(Date.parse(started))) {
    throw refusedField('started', workRefusalTable.startedNotValid);
  }
  if (comment !== undefined && !documentSchema.safeParse(comment).success) {
    throw refusedField('comment', workRefusalTable.commentNotAdf);
  }
  return { seconds: wholeMinutes, started: jiraTime(Date.parse(started)), comment };
}

/** Seconds of the remaining estimate afterwards; null is none. @throws JiraRefusal 400 */
function remainingAfter({ site, query }: Call, issue: SiteIssue, seconds: number): number | null {
  const before = estimatesOf(issue).remaining;
  const adjustment = query.text('adjustEstimate') ?? 'auto';
  switch (adjustment) {
    case 'auto':
      return reduced(before, seconds);
    case 'leave':
      return before;
    case 'new':
      return durationIn('newEstimate', workRefusalTable.newEstimateNotValid);
    case 'manual':
      return reduced(before, durationIn('reduceBy', workRefusalTable.reduceByNotValid));
    default:
      throw refusedField('adjustEstimate', workRefusalTable.adjustmentUnknown);
  }

  function durationIn(name: 'newEstimate' | 'reduceBy', refusal: Refusal): number {
    const duration = parseDuration(query.text(name) ?? '', site.timeTracking);
    if (duration === undefined) throw refusedField(name, refusal);
    return duration;
  }
}

/** Never below 0; and 0 when there was none: so are the issues EE-15 and EE-16 recorded (fixture devlake). */
function reduced(remaining: number | null, seconds: number): number {
  return Math.max(0, (remaining ?? 0) - seconds);
}

/** An id is a worklog's own on the whole site. */
function nextId({ issues, worklogs = [] }: Site): string {
  const taken = [...issues.flatMap(recordedWorklogs), ...worklogs].map(({ id }) => Number(id));
  return String(taken.reduce((most, id) => Math.max(most, id), 10_000) + 1);
}
