import * as z from 'zod';

import type { Sandbox } from '../sandbox-types';
import type { Site, SiteIssue } from '../site/site';
import { holds, type ListPage, listPage } from './inspect-page';

/** What there is on the site and in storage: everything short, and of the long lists how long they are. */
export function inspectOverview({ app, site, stored }: Sandbox) {
  const issuesOfSprint = new Map<number, number>();
  for (const { sprintId, closedSprintIds } of site.issues) {
    for (const id of sprintId === null ? closedSprintIds : [sprintId, ...closedSprintIds]) {
      issuesOfSprint.set(id, (issuesOfSprint.get(id) ?? 0) + 1);
    }
  }
  const entityNames = new Set([...Object.keys(app.entities), ...Object.keys(stored.entities)]);
  return {
    boards: site.boards.map(({ id, name, type, projectKey, estimation }) => ({
      id,
      name,
      type,
      projectKey,
      estimation: estimation?.displayName ?? null,
    })),
    sprints: site.sprints.map(({ id, name, state, originBoardId, startDate, endDate }) => ({
      id,
      name,
      state,
      originBoardId,
      startDate: startDate ?? null,
      endDate: endDate ?? null,
      issues: issuesOfSprint.get(id) ?? 0,
    })),
    users: site.users,
    issues: site.issues.length,
    values: Object.keys(stored.values).length,
    entities: [...entityNames].map((name) => ({ name, count: Object.keys(stored.entities[name] ?? {}).length })),
  };
}

/** Of recorded issues anything may be missing or of another kind: it is then not shown. */
const shownFieldsSchema = z.object({
  summary: z.string().catch(''),
  issuetype: z.object({ name: z.string() }).catch({ name: '' }),
  status: z
    .object({
      name: z.string(),
      statusCategory: z.object({ key: z.enum(['new', 'indeterminate', 'done']).catch('new') }).catch({ key: 'new' }),
    })
    .catch({ name: '', statusCategory: { key: 'new' } }),
  assignee: z.object({ displayName: z.string() }).nullable().catch(null),
  timeoriginalestimate: z.number().nullable().catch(null),
});

/** One row of the issue table; the estimate is in seconds, as Jira keeps it. */
export interface InspectedIssue {
  key: string;
  summary: string;
  type: string;
  status: { name: string; category: 'new' | 'indeterminate' | 'done' };
  assignee: string | null;
  estimate: number | null;
  /** The open sprint that it is in, then the closed ones that it was in. */
  sprints: { name: string; isOpen: boolean }[];
}

/** Issues in rank order, as their own fields say: no permission stands before this. */
export function inspectIssues(site: Site, query: URLSearchParams): ListPage<InspectedIssue> {
  const sprintNames = new Map(site.sprints.map(({ id, name }) => [id, name]));
  const show = (issue: SiteIssue) => inspectedIssue(issue, sprintNames);
  const search = query.get('search') ?? '';
  if (search.trim() === '') return listPage(site.issues, query, show);
  const found = site.issues
    .map(show)
    .filter(({ key, summary, type, status, assignee, sprints }) =>
      holds([key, summary, type, status.name, assignee ?? '', ...sprints.map(({ name }) => name)], search),
    );
  return listPage(found, query, (issue) => issue);
}

function inspectedIssue(
  { key, fields, sprintId, closedSprintIds }: SiteIssue,
  sprintNames: ReadonlyMap<number, string>,
): InspectedIssue {
  const { summary, issuetype, status, assignee, timeoriginalestimate } = shownFieldsSchema.parse(fields);
  const sprint = (id: number, isOpen: boolean) => ({ name: sprintNames.get(id) ?? `Sprint ${id}`, isOpen });
  return {
    key,
    summary,
    type: issuetype.name,
    status: { name: status.name, category: status.statusCategory.key },
    assignee: assignee?.displayName ?? null,
    estimate: timeoriginalestimate,
    sprints: [
      ...(sprintId === null ? [] : [sprint(sprintId, true)]),
      ...closedSprintIds.map((id) => sprint(id, false)),
    ],
  };
}
