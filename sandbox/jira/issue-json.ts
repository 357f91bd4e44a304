import type { Site, SiteIssue } from '../site/site';
import { sprintJson } from './sprints';
import { siteUrl } from './site-url';
import { worklogField } from './worklogs';

type Fields = Record<string, unknown>;

/** "Software project fields, like sprint, closedSprints, flagged, and epic" (description): the platform API has none of them. */
const softwareFields = ['sprint', 'closedSprints', 'flagged', 'epic'];

/** What the recorded issues say that can be expanded. */
const expandable = 'operations,versionedRepresentations,editmeta,changelog,renderedFields';

/** An issue as /rest/software/1.0 answers it. */
export function softwareIssueJson(site: Site, issue: SiteIssue, asked: readonly string[]): object {
  return issueJson(issue, selected({ ...fieldsOf(site, issue, asked), ...sprintFields(site, issue) }, asked));
}

/** An issue as /rest/api/3 answers it. */
export function platformIssueJson(site: Site, issue: SiteIssue, asked: readonly string[]): object {
  const fields = Object.entries(fieldsOf(site, issue, asked)).filter(([name]) => !softwareFields.includes(name));
  return issueJson(issue, selected(Object.fromEntries(fields), asked));
}

/** Work logged is told to who asks for it by name, or for all. */
function fieldsOf(site: Site, issue: SiteIssue, asked: readonly string[]): Fields {
  const { worklog: _recorded, ...fields } = issue.fields;
  const isAsked = asked.includes('worklog') || asked.includes('*all');
  return isAsked ? { ...fields, worklog: worklogField(site, issue) } : fields;
}

function issueJson({ id, key }: SiteIssue, fields: Fields): object {
  return { expand: expandable, id, self: `${siteUrl}/rest/api/3/issue/${id}`, key, fields };
}

/** As recorded: `sprint` is null without an open sprint, `closedSprints` is left out without any. */
function sprintFields(site: Site, issue: SiteIssue): Fields {
  const open = site.sprints.find((sprint) => sprint.id === issue.sprintId && sprint.state !== 'closed');
  const closed = issue.closedSprintIds.flatMap((id) => site.sprints.filter((sprint) => sprint.id === id));
  return {
    sprint: open === undefined ? null : sprintJson(open),
    ...(closed.length === 0 ? {} : { closedSprints: closed.map(sprintJson) }),
  };
}

/** The parameter `fields`: names, `*all` or `*navigable`, and `-name` to leave one out; everything when nothing is asked. */
function selected(fields: Fields, asked: readonly string[]): Fields {
  const without = asked.filter((name) => name.startsWith('-')).map((name) => name.slice(1));
  const wanted = asked.filter((name) => !name.startsWith('-'));
  const all = wanted.length === 0 || wanted.includes('*all') || wanted.includes('*navigable');
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => (all || wanted.includes(name)) && !without.includes(name)),
  );
}
