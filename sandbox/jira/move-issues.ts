import * as z from 'zod';
import type { Site, SiteIssue } from '../site/site';
import { jiraTime } from './jira-time';
import type { Call, Operation, Reply } from './operation';
import { mayEdit } from './people';
import { anchorOf, placeBeside, rankShape } from './rank';
import { NotModelled } from './refusal';
import { refused } from './refuse';
import { bodyAs } from './request-body';
import { boardFor, issueFor, issuesOf, sprintFor } from './site-lookup';
import { parentOf } from './time-tracking';
import { workLimits, workRefusalTable } from './work-limits';

const issuesSchema = z.array(z.string()).default([]);
const plainSchema = z.strictObject({ issues: issuesSchema });
const rankedSchema = z.strictObject({ issues: issuesSchema, ...rankShape });

const done: Reply = { status: 204, body: undefined, issues: 0 };

export const moveIssuesToSprintAndRank: Operation = {
  operationId: 'moveIssuesToSprintAndRank',
  method: 'POST',
  path: '/rest/agile/1.0/sprint/{sprintId}/issue',
  scopes: ['write:sprint:jira-software'],
  parameters: [],
  answer(call) {
    const sprint = sprintFor(call.site, call.person, call.path['sprintId']);
    const { issues: names, ...wish } = bodyAs(rankedSchema, call.body);
    const issues = issuesToMove(call, names);
    const anchor = anchorOf(call, wish);
    if (sprint.state === 'closed') throw refused(workRefusalTable.closedSprint, sprint.name);
    // First, because it may still refuse: then nothing is moved.
    if (anchor !== undefined) placeBeside(call.site, issues, anchor);
    putInSprint(call, issues, sprint.id);
    return done;
  },
};

export const moveIssuesToBacklog: Operation = {
  operationId: 'moveIssuesToBacklog',
  method: 'POST',
  path: '/rest/agile/1.0/backlog/issue',
  scopes: ['write:board-scope:jira-software'],
  parameters: [],
  /** "equivalent to remove future and active sprints from a given set of issues" (description) */
  answer(call) {
    const { issues: names } = bodyAs(plainSchema, call.body);
    putInSprint(call, issuesToMove(call, names), null);
    return done;
  },
};

export const moveIssuesToBacklogForBoard: Operation = {
  operationId: 'moveIssuesToBacklogForBoard',
  method: 'POST',
  path: '/rest/agile/1.0/backlog/{boardId}/issue',
  scopes: ['write:board-scope:jira-software'],
  parameters: [],
  /** "to the backlog of a particular board (if they are already on that board)" (description): others stay where they are. */
  answer(call) {
    const board = boardFor(call.site, call.person, call.path['boardId']);
    if (board.type === 'kanban') throw new NotModelled('the backlog of a kanban board');
    const { issues: names, ...wish } = bodyAs(rankedSchema, call.body);
    const onBoard = new Set(issuesOf(call.site, board));
    const issues = issuesToMove(call, names).filter((issue) => onBoard.has(issue));
    const anchor = anchorOf(call, wish);
    if (anchor !== undefined) placeBeside(call.site, issues, anchor);
    putInSprint(call, issues, null);
    return done;
  },
};

/** All of them, or a refusal: a move is never done by half. @throws JiraRefusal */
function issuesToMove({ site, person }: Call, names: readonly string[]): SiteIssue[] {
  if (names.length === 0) throw refused(workRefusalTable.noIssues);
  if (names.length > workLimits.movedIssues) throw refused(workRefusalTable.tooManyMoved, workLimits.movedIssues);
  const issues = [...new Set(names.map((name) => issueFor(site, person, name)))];
  if (!mayEdit(person)) throw refused(workRefusalTable.mayNotMove);
  const subtask = issues.find((issue) => parentOf(site, issue) !== undefined);
  if (subtask !== undefined) throw refused(workRefusalTable.subtaskMoved, subtask.key);
  return issues;
}

/** Sub-tasks go with their parent. Closed sprints that an issue was in stay with it. */
function putInSprint({ site, now, changed }: Call, issues: readonly SiteIssue[], sprintId: number | null): void {
  for (const issue of issues.flatMap((moved) => [moved, ...subtasksOf(site, moved)])) {
    issue.sprintId = sprintId;
    issue.fields['updated'] = jiraTime(now());
  }
  changed();
}

function subtasksOf(site: Site, issue: SiteIssue): SiteIssue[] {
  return site.issues.filter((candidate) => parentOf(site, candidate) === issue);
}
