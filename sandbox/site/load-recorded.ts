import { collectRecorded, type FiledIssue, type RecordedCollection } from './recorded-collection';
import { projectOfFields, readUser, sprintsOfFields } from './recorded-payloads';
import type { LoadedSite, SiteBoard, SiteIssue, SiteProject, SiteSprint, SiteUser } from './site';
import { originalEstimate, siteUser, usualTimeTracking, withStandingUsers } from './site-defaults';

/**
 * Makes a site from recorded answers of Jira's REST API: pages of boards, sprints, issues and projects, single ones,
 * and board configurations, in any mixture. Issues are ranked as they were recorded. A file that holds none of these,
 * and an issue that was recorded without what every issue has, are reported and left out.
 *
 * A sprint keeps the board that it was recorded with, even when that board was not recorded.
 *
 * @param files parsed JSON by file name; a name like `agile-board-8-issues.json` says whose issues or sprints these are
 * @param name what the site is called
 */
export function loadRecorded(files: Record<string, unknown>, name: string): LoadedSite {
  const collection = collectRecorded(files);
  const projects = projectsOf(collection);
  const issues = issuesWithProject(collection, projects);
  const sprints = sprintsOf(collection, issues);
  return {
    site: {
      name,
      timeTracking: usualTimeTracking,
      users: withStandingUsers(peopleOf(issues)),
      projects: [...projects.values()],
      boards: boardsOf(collection, issues, sprints),
      sprints: [...sprints.values()],
      issues: issues.map((issue) => siteIssue(issue, sprints)),
    },
    problems: collection.problems,
  };
}

/** Those recorded as projects, which know their style, before those that boards and issues name. */
function projectsOf({ projects, boards, issues }: RecordedCollection): Map<string, SiteProject> {
  const named = [
    ...[...boards.values()].map(({ location }) => location && { ...location, style: 'classic' as const }),
    ...[...issues.values()].map(({ fields }) => projectOfFields(fields)),
  ];
  const all = new Map<string, SiteProject>(projects);
  for (const project of named) if (project != null && !all.has(project.key)) all.set(project.key, project);
  return all;
}

type PlacedIssue = FiledIssue & { projectKey: string };

function issuesWithProject(
  { issues, problems }: RecordedCollection,
  projects: ReadonlyMap<string, SiteProject>,
): PlacedIssue[] {
  return [...issues.values()].flatMap((issue) => {
    const projectKey = projectOfFields(issue.fields)?.key ?? issue.key.replace(/-\d+$/, '');
    if (projects.has(projectKey)) return [{ ...issue, projectKey }];
    problems.push({ where: issue.file, reason: `The issue ${issue.key} was recorded without its project.` });
    return [];
  });
}

/** Those of sprint pages, which are more complete, before those that only issues name. */
function sprintsOf({ sprints, problems }: RecordedCollection, issues: readonly PlacedIssue[]): Map<number, SiteSprint> {
  const named = issues.flatMap(({ fields, file, pageBoardId }) =>
    sprintsOfFields(fields).map((sprint) => ({ ...sprint, file, originBoardId: sprint.originBoardId ?? pageBoardId })),
  );
  const all = new Map<number, SiteSprint>();
  const homeless = new Set<number>();
  for (const { file, originBoardId, ...sprint } of [...sprints.values(), ...named]) {
    if (all.has(sprint.id) || homeless.has(sprint.id)) continue;
    if (originBoardId === undefined) {
      homeless.add(sprint.id);
      problems.push({ where: file, reason: `The sprint '${sprint.name}' was recorded without its board.` });
    } else {
      all.set(sprint.id, { ...sprint, originBoardId });
    }
  }
  return all;
}

/**
 * The recorded boards, then those that have no page: the boards that issue pages are named after, and, for a project
 * without any board that has sprints, the boards of its issues' sprints.
 */
function boardsOf(
  { boards, problems }: RecordedCollection,
  issues: readonly PlacedIssue[],
  sprints: ReadonlyMap<number, SiteSprint>,
): SiteBoard[] {
  const projectOfPage = new Map<number, string>();
  for (const { pageBoardId, projectKey } of [...issues].reverse()) {
    if (pageBoardId !== undefined) projectOfPage.set(pageBoardId, projectKey);
  }
  const all = new Map<number, SiteBoard>();
  for (const { id, name, type, location, estimation, file } of boards.values()) {
    const projectKey = location?.key ?? projectOfPage.get(id);
    if (projectKey === undefined) {
      problems.push({ where: file, reason: `The board '${name}' was recorded without its project.` });
      continue;
    }
    // Only a board's configuration says what it estimates in; a scrum board without one is taken to estimate in time.
    const its = estimation ?? (type === 'scrum' ? originalEstimate : undefined);
    all.set(id, { id, name, type, projectKey, ...(its === undefined ? {} : { estimation: its }) });
  }
  const make = (id: number, projectKey: string): void => {
    if (all.has(id)) return;
    const plain = `${projectKey} board`;
    const isTaken = [...all.values()].some(({ name }) => name === plain);
    const name = isTaken ? `${plain} ${String(id)}` : plain;
    all.set(id, { id, name, type: 'scrum', projectKey, estimation: originalEstimate });
  };
  for (const [id, projectKey] of [...projectOfPage].reverse()) make(id, projectKey);
  for (const { fields, projectKey } of issues) {
    const hasSprints = [...all.values()].some((board) => board.projectKey === projectKey && board.type !== 'kanban');
    const sprint = sprintsOfFields(fields).map(({ id }) => sprints.get(id))[0];
    if (!hasSprints && sprint !== undefined) make(sprint.originBoardId, projectKey);
  }
  return [...all.values()];
}

function siteIssue({ id, key, projectKey, fields }: PlacedIssue, sprints: ReadonlyMap<number, SiteSprint>): SiteIssue {
  const its = [...new Set(sprintsOfFields(fields).flatMap((sprint) => sprints.get(sprint.id) ?? []))];
  return {
    id,
    key,
    projectKey,
    sprintId: its.findLast(({ state }) => state !== 'closed')?.id ?? null,
    closedSprintIds: its.filter(({ state }) => state === 'closed').map((sprint) => sprint.id),
    fields: Object.fromEntries(
      Object.entries(fields).filter(([name]) => name !== 'sprint' && name !== 'closedSprints'),
    ),
  };
}

/** Whoever was ever assigned an issue is a member; whoever only reported or created one is a viewer. */
function peopleOf(issues: readonly PlacedIssue[]): SiteUser[] {
  const people = new Map<string, SiteUser>();
  for (const field of ['assignee', 'reporter', 'creator']) {
    for (const { fields } of issues) {
      const user = readUser(fields[field]);
      if (user === null || people.has(user.accountId)) continue;
      const { accountId, displayName, ...rest } = user;
      const role = field === 'assignee' ? 'member' : 'viewer';
      people.set(accountId, { ...siteUser(accountId, displayName || accountId, role), ...rest });
    }
  }
  return [...people.values()];
}
