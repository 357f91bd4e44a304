import type { Site, SiteBoard, SiteIssue, SiteProject, SiteSprint } from '../site/site';
import { maySeeIssue, maySeeProjects, type Person } from './people';
import { jiraRefusalTable } from './refusals';
import { refused } from './refuse';

/** @throws JiraRefusal 404 when it does not exist or this person may not see it */
export function boardFor(site: Site, person: Person, boardId: string | undefined): SiteBoard {
  const board = site.boards.find(({ id }) => String(id) === boardId);
  if (board === undefined || !maySeeProjects(person)) throw refused(jiraRefusalTable.noSuchBoard);
  return board;
}

/** @throws JiraRefusal 404 when it does not exist or this person may not see it */
export function sprintFor(site: Site, person: Person, sprintId: string | undefined): SiteSprint {
  const sprint = site.sprints.find(({ id }) => String(id) === sprintId);
  if (sprint === undefined || !maySeeProjects(person)) throw refused(jiraRefusalTable.noSuchSprint);
  return sprint;
}

/** By id, or by key in any case (description of getIssue). @throws JiraRefusal 404 likewise */
export function issueFor(site: Site, person: Person, idOrKey: string | undefined): SiteIssue {
  const key = idOrKey?.toUpperCase();
  const issue = site.issues.find((candidate) => candidate.id === idOrKey || candidate.key === key);
  if (issue === undefined || !maySeeIssue(person, issue)) throw refused(jiraRefusalTable.noSuchIssue);
  return issue;
}

export function projectOf(site: Site, projectKey: string): SiteProject | undefined {
  return site.projects.find(({ key }) => key === projectKey);
}

/** The issues that the board shows, by rank. "Epic issues do not belong to scrum boards" (description). */
export function issuesOf(site: Site, board: SiteBoard): SiteIssue[] {
  return site.issues.filter(
    (issue) => issue.projectKey === board.projectKey && !(board.type === 'scrum' && isEpic(issue)),
  );
}

/**
 * The sprints that the board shows: its own, and those of other boards that hold an issue of its project. A recording of
 * one board also has sprints of boards that were not recorded; unless an issue says better, they stay with the first board.
 */
export function sprintsOf(site: Site, board: SiteBoard): SiteSprint[] {
  const boardIds = new Set(site.boards.map(({ id }) => id));
  const withIssues = new Set(issuesOf(site, board).flatMap((issue) => [issue.sprintId, ...issue.closedSprintIds]));
  const withIssuesAnywhere = new Set(site.issues.flatMap((issue) => [issue.sprintId, ...issue.closedSprintIds]));
  const first = site.boards.find(({ type }) => type !== 'kanban');
  return site.sprints.filter(
    ({ id, originBoardId }) =>
      originBoardId === board.id ||
      withIssues.has(id) ||
      (!boardIds.has(originBoardId) && !withIssuesAnywhere.has(id) && board.id === first?.id),
  );
}

/**
 * Whether its status counts as done: Jira's category 3. The id goes first, because recorded sites have categories whose
 * key and name say something else.
 */
export function isComplete(issue: SiteIssue): boolean {
  const category = inner(issue.fields['status'], 'statusCategory');
  const id = inner(category, 'id');
  return id === undefined ? inner(category, 'key') === 'done' : id === 3;
}

function isEpic(issue: SiteIssue): boolean {
  const type = issue.fields['issuetype'];
  const level = inner(type, 'hierarchyLevel');
  return level === undefined ? inner(type, 'name') === 'Epic' : level === 1;
}

function inner(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(name)
    : undefined;
}
