import type { Site, SiteIssue, SiteSprint } from '../site/site';
import type { JqlCondition, JqlOrder, JqlPropertyCondition, JqlQuery, JqlValue, PropertyOperator } from './jql';
import { maySeeIssue, maySeeProjects, type Person } from './people';
import { propertyRefusalTable } from './property-limits';
import { NotModelled } from './refusal';
import { refused } from './refuse';
import { partOf } from './searchable-property';
import { workRefusalTable } from './work-limits';
import { categoryOf, statusOf } from './workflow';

type Test = (issue: SiteIssue) => boolean;

/**
 * The issues of a query that this person may see, in its order; without ORDER BY the highest key comes first, which is
 * never the rank, so that whoever needs an order finds out that they have to ask for it.
 * @throws JiraRefusal 400 for a value that the site does not have
 * @throws NotModelled for a function that the sandbox does not know
 */
export function issuesMatching(site: Site, person: Person, { conditions, order }: JqlQuery): SiteIssue[] {
  const visible = site.issues.filter((issue) => maySeeIssue(person, issue));
  const tests = conditions.map((condition) => testOf(site, person, visible, condition));
  const found = visible.filter((issue) => tests.every((test) => test(issue)));
  const ranks = new Map(site.issues.map((issue, rank) => [issue, rank]));
  const orders: readonly JqlOrder[] = order.length === 0 ? [{ field: 'key', descending: true }] : order;
  return found.sort((one, other) => {
    for (const { field, descending } of orders) {
      const difference = compare[field](one, other, ranks);
      if (difference !== 0) return descending ? -difference : difference;
    }
    return 0;
  });
}

type Ranks = ReadonlyMap<SiteIssue, number>;

const compare: Record<JqlOrder['field'], (one: SiteIssue, other: SiteIssue, ranks: Ranks) => number> = {
  rank: (one, other, ranks) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0),
  key: (one, other) => one.projectKey.localeCompare(other.projectKey, 'en') || numberOf(one.key) - numberOf(other.key),
  created: (one, other) => createdAt(one) - createdAt(other),
};

function numberOf(key: string): number {
  return Number(/\d+$/.exec(key)?.[0] ?? 0);
}

function createdAt(issue: SiteIssue): number {
  const created = issue.fields['created'];
  return typeof created === 'string' ? Date.parse(created) || 0 : 0;
}

function testOf(site: Site, person: Person, visible: readonly SiteIssue[], condition: JqlCondition): Test {
  if ('part' in condition) return propertyTest(condition);
  const { field, values } = condition;
  switch (field) {
    case 'project':
      return among(values, (text) => {
        const found = site.projects.find(({ id, key, name }) => id === text || same(key, text) || same(name, text));
        if (found === undefined || !maySeeProjects(person)) throw unknown(text, field);
        return (issue) => issue.projectKey === found.key;
      });
    case 'key':
      return among(values, (text) => {
        const found = visible.find(({ id, key }) => id === text || same(key, text));
        if (found === undefined) throw refused(workRefusalTable.unknownJqlKey, text);
        return (issue) => issue === found;
      });
    case 'sprint':
      return any(values.map((value) => sprintTest(site, value)));
    case 'status':
      return among(values, (text) => byIdOrName(site, 'status', text));
    case 'issuetype':
      return among(values, (text) => byIdOrName(site, 'issuetype', text));
    case 'statusCategory':
      return among(values, (text) => {
        const category = statusCategories.find((names) => names.some((name) => same(name, text)))?.[1];
        if (category === undefined) throw unknown(text, field);
        return (issue) => {
          const status = statusOf(issue);
          return status !== undefined && categoryOf(status) === category;
        };
      });
    case 'assignee':
      return any(
        values.map((value) => {
          if ('function' in value && same(value.function, 'currentUser')) return assignedTo(person.accountId);
          const accountId = textOf(value);
          if (!site.users.some((user) => user.accountId === accountId)) throw unknown(accountId, field);
          return assignedTo(accountId);
        }),
      );
  }
}

const comparisons: Record<
  Exclude<PropertyOperator, 'is empty' | 'is not empty'>,
  (one: number, other: number) => boolean
> = {
  '=': (one, other) => one === other,
  '!=': (one, other) => one !== other,
  '<': (one, other) => one < other,
  '<=': (one, other) => one <= other,
  '>': (one, other) => one > other,
  '>=': (one, other) => one >= other,
};

/** An issue without a value meets no condition but `is EMPTY`, not even `!=`. Only numbers are compared. */
function propertyTest({ name, part, operator, value = '' }: JqlPropertyCondition): Test {
  if (part.type !== 'number') throw new NotModelled(`JQL about a property of the type ${part.type}`);
  const valueOf = ({ properties = {} }: SiteIssue): number | undefined => {
    const found = partOf(properties, part);
    return typeof found === 'number' ? found : undefined;
  };
  if (operator === 'is empty') return (issue) => valueOf(issue) === undefined;
  if (operator === 'is not empty') return (issue) => valueOf(issue) !== undefined;
  const wanted = value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isNaN(wanted)) throw refused(propertyRefusalTable.jqlValueIsNoNumber, value, name);
  return (issue) => {
    const found = valueOf(issue);
    return found !== undefined && comparisons[operator](found, wanted);
  };
}

/** Id, key and name of Jira's own categories. */
const statusCategories = [
  ['2', 'new', 'To Do'],
  ['4', 'indeterminate', 'In Progress'],
  ['3', 'done', 'Done'],
] as const;

/** Measured 2026-10-02: openSprints() are the active ones only. */
const sprintFunctions: Record<string, SiteSprint['state']> = {
  opensprints: 'active',
  closedsprints: 'closed',
  futuresprints: 'future',
};

function sprintTest(site: Site, value: JqlValue): Test {
  const sprints =
    'function' in value
      ? sprintsOfFunction(site, value)
      : site.sprints.filter((sprint) => isCalled(sprint, value.text));
  if ('text' in value && sprints.length === 0) throw unknown(value.text, 'sprint');
  const ids = new Set(sprints.map(({ id }) => id));
  return ({ sprintId, closedSprintIds }) => [sprintId, ...closedSprintIds].some((id) => id !== null && ids.has(id));
}

function sprintsOfFunction({ sprints }: Site, value: { function: string }): SiteSprint[] {
  const name = value.function.toLowerCase();
  if (!Object.hasOwn(sprintFunctions, name)) throw noFunction(value);
  return sprints.filter(({ state }) => state === sprintFunctions[name]);
}

function isCalled({ id, name }: SiteSprint, text: string): boolean {
  return String(id) === text || same(name, text);
}

function byIdOrName({ issues }: Site, field: 'status' | 'issuetype', text: string): Test {
  const test: Test = ({ fields }) => {
    const value = fields[field];
    if (typeof value !== 'object' || value === null) return false;
    return ('id' in value && value.id === text) || ('name' in value && same(String(value.name), text));
  };
  if (!issues.some(test)) throw unknown(text, field);
  return test;
}

function assignedTo(accountId: string): Test {
  return ({ fields }) => {
    const { assignee } = fields;
    return (
      typeof assignee === 'object' && assignee !== null && 'accountId' in assignee && assignee.accountId === accountId
    );
  };
}

function among(values: readonly JqlValue[], testFor: (text: string) => Test): Test {
  return any(values.map((value) => testFor(textOf(value))));
}

function any(tests: readonly Test[]): Test {
  return (issue) => tests.some((test) => test(issue));
}

function textOf(value: JqlValue): string {
  if ('function' in value) throw noFunction(value);
  return value.text;
}

function noFunction(value: { function: string }): NotModelled {
  return new NotModelled(`the JQL function '${value.function}()'`);
}

function unknown(value: string, field: string): Error {
  return refused(workRefusalTable.unknownJqlValue, value, field);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
