import * as z from 'zod';
import { JiraVocabulary } from '../site/jira-vocabulary';
import type { Site, SiteIssue } from '../site/site';

const statusSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  statusCategory: z.looseObject({ id: z.number().optional(), key: z.string().optional() }).optional(),
});
const resolutionSchema = z.looseObject({ id: z.string(), name: z.string() });

/** As in the fields of an issue. */
export type Status = z.output<typeof statusSchema>;
export type Resolution = z.output<typeof resolutionSchema>;

type Category = 'new' | 'indeterminate' | 'done';

/** One way from a status to another. */
export interface Transition {
  id: string;
  name: string;
  to: Status;
  /** From every status; otherwise from those that are not done. */
  isGlobal: boolean;
  /** Its screen asks for the resolution and needs an answer; otherwise it has no screen. */
  asksResolution: boolean;
}

/**
 * What can be done with an issue in its status. No data says a workflow, so the sandbox makes one up: like Jira's
 * simplified workflow it has a transition to every status, called like the status; and one more to the first done status
 * that needs a resolution, because workflows of real sites often have one.
 */
export function transitionsOf(site: Site, issue: SiteIssue): Transition[] {
  const statuses = statusesOf(site, issue.projectKey);
  const transitions = statuses.map((to, index): Transition => ({
    id: transitionId(index),
    name: to.name,
    to,
    isGlobal: true,
    asksResolution: false,
  }));
  const done = statuses.find((status) => categoryOf(status) === 'done');
  const now = statusOf(issue);
  if (done !== undefined && now !== undefined && categoryOf(now) !== 'done') {
    const name = "Won't do";
    transitions.push({ id: transitionId(statuses.length), name, to: done, isGlobal: false, asksResolution: true });
  }
  return transitions;
}

/** Jira numbers the transitions of a simplified workflow 11, 21, 31 (recorded: fixture jira-cli). */
function transitionId(index: number): string {
  return String(10 * (index + 1) + 1);
}

/** The status of an issue; undefined when none was recorded. */
export function statusOf(issue: SiteIssue): Status | undefined {
  return statusSchema.safeParse(issue.fields['status']).data;
}

/** The id goes first, because recorded sites have categories whose key says something else. */
export function categoryOf({ statusCategory }: Status): Category {
  const byId = new Map<number | undefined, Category>([
    [2, 'new'],
    [3, 'done'],
  ]);
  const key = statusCategory?.key;
  if (statusCategory?.id !== undefined) return byId.get(statusCategory.id) ?? 'indeterminate';
  return key === 'new' || key === 'done' ? key : 'indeterminate';
}

const categories = ['new', 'indeterminate', 'done'] as const;
const usualNames = { new: 'To Do', indeterminate: 'In Progress', done: 'Done' };

/**
 * The statuses that issues of the project have, from new to done. A category of which the project has no issue gets a
 * status of the site's other projects, or else Jira's usual one.
 */
function statusesOf(site: Site, projectKey: string): Status[] {
  const own = distinct(site.issues.filter((issue) => issue.projectKey === projectKey).map(statusOf));
  const anywhere = distinct(site.issues.map(statusOf));
  return categories.flatMap((category) => {
    const its = own.filter((status) => categoryOf(status) === category);
    if (its.length > 0) return its;
    const other = anywhere.find((status) => categoryOf(status) === category);
    return other ?? statusSchema.parse(new JiraVocabulary().status(usualNames[category]));
  });
}

/** The statuses of every project of the site, each once. */
export function allStatuses(site: Site): Status[] {
  return distinct(site.projects.flatMap(({ key }) => statusesOf(site, key)));
}

const doneId = '10000';

/** Every resolution of the site, and of a new Jira site's own those that do not collide with one of them. */
export function resolutionsOf(site: Site): Resolution[] {
  const recorded = distinct(site.issues.map((issue) => resolutionSchema.safeParse(issue.fields['resolution']).data));
  const vocabulary = new JiraVocabulary();
  const usual = ['Done', "Won't Do", 'Duplicate'].map((name) => resolutionSchema.parse(vocabulary.resolution(name)));
  return [
    ...recorded,
    ...usual.filter(({ id, name }) => !recorded.some((known) => known.id === id || known.name === name)),
  ];
}

/** What Jira sets when an issue is done and nobody was asked; called Done on a new site, and translated on others. */
export function usualResolution(site: Site): Resolution | undefined {
  const resolutions = resolutionsOf(site);
  return resolutions.find(({ id, name }) => id === doneId || name === 'Done') ?? resolutions[0];
}

function distinct<Thing extends { id: string }>(things: readonly (Thing | undefined)[]): Thing[] {
  const byId = new Map<string, Thing>();
  for (const thing of things) if (thing !== undefined && !byId.has(thing.id)) byId.set(thing.id, thing);
  return [...byId.values()];
}
