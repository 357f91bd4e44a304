import type { Site, SiteIssue } from '../site/site';
import { softwareIssueJson } from './issue-json';
import { readJql } from './jql';
import { issuesMatching } from './jql-matches';
import { jiraLimits } from './limits';
import { type Call, type Operation, type Reply, replyWith } from './operation';
import { tokenPage } from './paging';
import { maySeeIssue, type Person } from './people';
import { NotModelled } from './refusal';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';
import type { SearchableProperty } from './searchable-property';
import { boardFor, isComplete, issuesOf, sprintFor } from './site-lookup';

/** `startAt` is ignored by these lists (measured 2026-10-02). */
const parameters = ['nextPageToken', 'maxResults', 'fields', 'reconcileIssues', 'startAt', 'validateQuery', 'jql'];

export const getIssuesForBacklogJSIS: Operation = {
  operationId: 'getIssuesForBacklogJSIS',
  method: 'GET',
  path: '/rest/software/1.0/board/{boardId}/backlog',
  scopes: ['read:board-scope:jira-software', 'read:issue-details:jira'],
  parameters,
  /** "incomplete issues that are not assigned to any future or active sprint" (description) */
  answer: (call) =>
    listOf(call, (site) =>
      issuesOf(site, boardFor(call.site, call.person, call.path['boardId'])).filter(
        (issue) => issue.sprintId === null && !isComplete(issue),
      ),
    ),
};

export const getIssuesForBoardJSIS: Operation = {
  operationId: 'getIssuesForBoardJSIS',
  method: 'GET',
  path: '/rest/software/1.0/board/{boardId}/issue',
  scopes: ['read:board-scope:jira-software', 'read:issue-details:jira'],
  parameters,
  answer: (call) => listOf(call, (site) => issuesOf(site, boardFor(call.site, call.person, call.path['boardId']))),
};

export const getBoardIssuesForSprintJSIS: Operation = {
  operationId: 'getBoardIssuesForSprintJSIS',
  method: 'GET',
  path: '/rest/software/1.0/board/{boardId}/sprint/{sprintId}/issue',
  scopes: ['read:sprint:jira-software', 'read:issue-details:jira', 'read:jql:jira'],
  parameters,
  answer(call) {
    const board = boardFor(call.site, call.person, call.path['boardId']);
    if (board.type === 'kanban') throw refused(jiraRefusalTable.noSprintsHere);
    const sprint = sprintFor(call.site, call.person, call.path['sprintId']);
    return listOf(call, (site) => issuesOf(site, board).filter((issue) => isIn(issue, sprint.id)));
  },
};

export const getIssuesForSprintJSIS: Operation = {
  operationId: 'getIssuesForSprintJSIS',
  method: 'GET',
  path: '/rest/software/1.0/sprint/{sprintId}/issue',
  scopes: ['read:sprint:jira-software', 'read:issue-details:jira', 'read:jql:jira'],
  parameters,
  answer(call) {
    const sprint = sprintFor(call.site, call.person, call.path['sprintId']);
    return listOf(call, (site) => site.issues.filter((issue) => isIn(issue, sprint.id)));
  },
};

function isIn(issue: SiteIssue, sprintId: number): boolean {
  return issue.sprintId === sprintId || issue.closedSprintIds.includes(sprintId);
}

/** One page, with exactly the keys that were measured on 2026-10-02: expand, issues, isLast, and the token while more follow. */
function listOf({ person, query, searchable, asListed }: Call, listed: (site: Site) => SiteIssue[]): Reply {
  const reconciled = query.list('reconcileIssues');
  if (reconciled.length > jiraLimits.reconciledIssues) {
    throw refused(jiraRefusalTable.tooManyReconciled, jiraLimits.reconciledIssues);
  }
  const site = asListed(reconciled);
  const wanted = wantedBy(query.text('jql'), site, person, searchable);
  const issues = listed(site).filter((issue) => maySeeIssue(person, issue) && wanted(issue));
  const { items, nextPageToken } = tokenPage(issues, query);
  const asked = query.list('fields');
  return replyWith(
    {
      expand: 'names,schema',
      issues: items.map((issue) => softwareIssueJson(site, issue, asked)),
      isLast: nextPageToken === undefined,
      ...(nextPageToken === undefined ? {} : { nextPageToken }),
    },
    items.length,
  );
}

/** "Filters results using a JQL query. If you define an order […], it will override the default order" (description). */
function wantedBy(
  jql: string | undefined,
  site: Site,
  person: Person,
  searchable: readonly SearchableProperty[],
): (issue: SiteIssue) => boolean {
  if (jql === undefined) return () => true;
  const query = readJql(jql, searchable);
  if (query.order.length > 0) throw new NotModelled("an order in the parameter 'jql'");
  const found = new Set(issuesMatching(site, person, query));
  return (issue) => found.has(issue);
}
