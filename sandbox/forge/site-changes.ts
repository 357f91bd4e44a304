import { jiraTime } from '../jira/jira-time';
import { sprintFieldId, sprintsAsText } from '../jira/sprint-field';
import type { ProductEvent } from '../sandbox-types';
import type { Site, SiteIssue, SiteSprint } from '../site/site';

/** What there was, before something changed it. */
export interface SiteBefore {
  issues: ReadonlyMap<string, SiteIssue>;
  sprints: ReadonlyMap<number, SiteSprint>;
}

export function siteBefore({ issues, sprints }: Site): SiteBefore {
  return {
    issues: new Map(structuredClone(issues).map((issue) => [issue.id, issue])),
    sprints: new Map(structuredClone(sprints).map((sprint) => [sprint.id, sprint])),
  };
}

/** The events of Jira's for what one write has changed. Ranking is not told: the sandbox cannot say which issue moved. */
export function eventsBetween(before: SiteBefore, after: Site): ProductEvent[] {
  const deleted = deletions(before, after);
  // "cascading events aren't emitted": what a deletion takes along is not told (events page, 2026-08-21).
  if (deleted.length > 0) return deleted;
  return [
    ...after.sprints.flatMap((sprint) => sprintEvents(before.sprints.get(sprint.id), sprint)),
    ...after.issues.flatMap((issue) => issueEvents(before.issues.get(issue.id), issue, after)),
  ];
}

function deletions(before: SiteBefore, after: Site): ProductEvent[] {
  const issueIds = new Set(after.issues.map(({ id }) => id));
  const sprintIds = new Set(after.sprints.map(({ id }) => id));
  const gone = [...before.issues.values()].filter(({ id }) => !issueIds.has(id));
  const goneKeys = new Set(gone.map(({ key }) => key));
  return [
    ...[...before.sprints.values()]
      .filter(({ id }) => !sprintIds.has(id))
      .map((sprint) => ({ eventType: 'avi:jira-software:deleted:sprint', sprint: sprintJson(sprint) })),
    // A sub-task that went with its parent is such a cascade.
    ...gone
      .filter(({ fields: { parent } }) => !goneKeys.has(keyOf(parent)))
      .map((issue) => ({ eventType: 'avi:jira:deleted:issue', issue: issueJson(issue) })),
  ];
}

function keyOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'key' in value ? String(value.key) : '';
}

function sprintEvents(before: SiteSprint | undefined, after: SiteSprint): ProductEvent[] {
  const sprint = sprintJson(after);
  if (before === undefined) return [{ eventType: 'avi:jira-software:created:sprint', sprint }];
  if (before.state !== after.state && after.state !== 'future') {
    return [{ eventType: `avi:jira-software:${after.state === 'active' ? 'started' : 'closed'}:sprint`, sprint }];
  }
  const old = sprintJson(before);
  const oldValue = Object.fromEntries(Object.entries(old).filter(([name, value]) => sprint[name] !== value));
  const isSame = Object.keys(oldValue).length === 0 && Object.keys(old).length === Object.keys(sprint).length;
  return isSame ? [] : [{ eventType: 'avi:jira-software:updated:sprint', sprint, oldValue }];
}

/**
 * Unlike in REST answers, ids are strings (page of Jira Software's events, 2026-08-21), and dates have an offset without a
 * colon (a public app's test of an event that it met).
 */
function sprintJson({ id, originBoardId, ...rest }: SiteSprint): Record<string, unknown> {
  const dates = Object.entries(rest).flatMap(([name, value]) => {
    const time = name.endsWith('Date') ? Date.parse(value) : Number.NaN;
    return Number.isNaN(time) ? [] : [[name, jiraTime(time)] as const];
  });
  return { id: String(id), originBoardId: String(originBoardId), ...rest, ...Object.fromEntries(dates) };
}

function issueEvents(before: SiteIssue | undefined, after: SiteIssue, site: Site): ProductEvent[] {
  const issue = issueJson(after);
  if (before === undefined) return [{ eventType: 'avi:jira:created:issue', issue }];
  const items = changelog(before, after, site);
  return items.length === 0 ? [] : [{ eventType: 'avi:jira:updated:issue', issue, changelog: { items } }];
}

/**
 * The fields of an issue in an event. That there are fewer than in a REST answer is known; which ones, no source at hand
 * says (the copy of the events page has lost its list), so this short list is the sandbox's: an app that needs more, an
 * estimate say, must read the issue.
 */
const toldFields = new Set([
  'summary',
  'issuetype',
  'creator',
  'created',
  'project',
  'reporter',
  'assignee',
  'updated',
  'status',
]);

function issueJson({ id, key, fields }: SiteIssue): object {
  return { id, key, fields: Object.fromEntries(Object.entries(fields).filter(([name]) => toldFields.has(name))) };
}

/** What Jira works out from other fields is in no changelog. */
const workedOut = /^(aggregate.*|progress|subtasks|timetracking|updated|workratio)$/;

/** From and to as ids, and as people read them; null is empty. */
function changelog(before: SiteIssue, after: SiteIssue, site: Site): object[] {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)]);
  const items = [...names].flatMap((name) => {
    const [from, to] = [before.fields[name], after.fields[name]];
    if (workedOut.test(name) || isSame(name, from, to)) return [];
    return [changelogItem(name, name, textsOf(from), textsOf(to))];
  });
  const [from, to] = [sprintsAsText(before, site), sprintsAsText(after, site)];
  return from.id === to.id ? items : [...items, changelogItem('Sprint', sprintFieldId, from, to)];
}

/** What an issue shows of its parent may change; the issue changes when it is another parent. */
function isSame(name: string, from: unknown, to: unknown): boolean {
  const [one, other] = name === 'parent' ? [textsOf(from).id, textsOf(to).id] : [from, to];
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

interface Texts {
  id: string | null;
  name: string | null;
}

function changelogItem(field: string, fieldId: string, from: Texts, to: Texts): object {
  return { field, fieldId, from: from.id, fromString: from.name, to: to.id, toString: to.name };
}

function textsOf(value: unknown): Texts {
  if (value === undefined || value === null) return { id: null, name: null };
  if (typeof value === 'string') return { id: value, name: value };
  if (typeof value !== 'object') return { id: JSON.stringify(value), name: JSON.stringify(value) };
  const entries = new Map<string, unknown>(Object.entries(value));
  const text = (...keys: string[]): string | null => {
    const found = keys.map((key) => entries.get(key)).find((one) => typeof one === 'string');
    return typeof found === 'string' ? found : null;
  };
  return { id: text('id', 'accountId'), name: text('name', 'displayName') ?? JSON.stringify(value) };
}
