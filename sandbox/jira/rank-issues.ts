import * as z from 'zod';
import type { SiteIssue } from '../site/site';
import type { Call, Operation, Reply } from './operation';
import { mayEdit } from './people';
import { type Anchor, anchorOf, placeBeside, rankShape } from './rank';
import { JiraRefusal } from './refusal';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import { bodyAs } from './request-body';
import { issueFor } from './site-lookup';
import { workLimits, workRefusalTable } from './work-limits';

const bodySchema = z.strictObject({ issues: z.array(z.string()).default([]), ...rankShape });

export const rankIssues: Operation = {
  operationId: 'rankIssues',
  method: 'PUT',
  path: '/rest/agile/1.0/issue/rank',
  scopes: ['write:issue:jira-software'],
  parameters: [],
  answer(call) {
    const { site, person, changed } = call;
    const { issues: names, ...wish } = bodyAs(bodySchema, call.body);
    if (names.length === 0) throw refused(workRefusalTable.noIssues);
    if (names.length > workLimits.rankedIssues) throw refused(workRefusalTable.tooManyRanked, workLimits.rankedIssues);
    const anchor = knownAnchor(call, wish);
    if (anchor === undefined) throw refused(workRefusalTable.noAnchor);
    if (!mayEdit(person)) throw refused(workRefusalTable.mayNotRank);
    const attempts = [...new Set(names)].map((name) => attempt(call, name));
    const found = attempts.flatMap(({ issue }) => issue ?? []);
    placeBeside(site, found, anchor);
    if (found.length > 0) changed();
    return replyTo(attempts);
  },
};

/** As {@link anchorOf}, but an anchor that is not there is a mistake in the request: this operation has no 404. */
function knownAnchor(call: Call, wish: Parameters<typeof anchorOf>[1]): Anchor | undefined {
  try {
    return anchorOf(call, wish);
  } catch (error) {
    if (!(error instanceof JiraRefusal) || error.status !== jiraRefusalTable.noSuchIssue.status) throw error;
    throw refused(workRefusalTable.noSuchAnchor, wish.rankBeforeIssue ?? wish.rankAfterIssue ?? '');
  }
}

interface Attempt {
  name: string;
  issue?: SiteIssue;
  refusal?: JiraRefusal;
}

function attempt({ site, person }: Call, name: string): Attempt {
  try {
    return { name, issue: issueFor(site, person, name) };
  } catch (error) {
    if (error instanceof JiraRefusal) return { name, refusal: error };
    throw error;
  }
}

/**
 * "This operation may fail for some issues […]. In that case the 207 status code is returned for the whole response"
 * (description), with an entry for each issue as its example has them.
 */
function replyTo(attempts: readonly Attempt[]): Reply {
  if (attempts.every(({ refusal }) => refusal === undefined)) return { status: 204, body: undefined, issues: 0 };
  const entries = attempts.map(({ name, issue, refusal }) => ({
    ...(issue === undefined ? nameOf(name) : { issueId: Number(issue.id), issueKey: issue.key }),
    status: refusal?.status ?? 200,
    ...(refusal === undefined ? {} : { errors: refusal.errorMessages }),
  }));
  return { status: 207, body: { entries }, issues: 0 };
}

/** Of an issue that is not there no more is known than what it was called. */
function nameOf(name: string): object {
  return /^\d+$/.test(name) ? { issueId: Number(name) } : { issueKey: name };
}
