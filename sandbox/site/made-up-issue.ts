import { addHours } from 'date-fns';
import { type IssueFacts, issueFields } from './issue-fields';
import type { JiraVocabulary } from './jira-vocabulary';
import type { SiteIssue, SiteProject, SiteUser } from './site';
import { usualTimeTracking } from './site-defaults';

/** What is particular about one issue of a made-up site; everything else is as on a new one. */
export interface MadeUpIssue {
  /** Of its key; its id follows from it. */
  number: number;
  summary: string;
  type?: string;
  status?: string;
  assignee?: SiteUser | null;
  /** The parent of a sub-task, or the epic; of the same project. */
  parent?: MadeUpIssue;
  hours?: number | null;
  spentHours?: number | null;
  sprintId?: number | null;
  closedSprintIds?: number[];
  restricted?: true;
  /** Laid over the fields that follow from the rest. */
  fields?: Record<string, unknown>;
}

/** @param firstId id of the project's issue number 1: ids are one row for the whole site */
export function madeUpIssue(
  project: SiteProject,
  firstId: number,
  vocabulary: JiraVocabulary,
  issue: MadeUpIssue,
): SiteIssue {
  const { sprintId = null, closedSprintIds = [] } = issue;
  const facts = factsOf(project, firstId, issue);
  return {
    id: facts.id,
    key: facts.key,
    projectKey: project.key,
    sprintId,
    closedSprintIds: [...closedSprintIds],
    ...(issue.restricted === undefined ? {} : { restricted: issue.restricted }),
    fields: { ...issueFields(facts, vocabulary, usualTimeTracking), ...issue.fields },
  };
}

function factsOf(project: SiteProject, firstId: number, issue: MadeUpIssue): IssueFacts {
  const { number, parent, hours = null, spentHours = null } = issue;
  const created = addHours(new Date('2026-10-01T08:30:00.000Z'), number % 1000);
  return {
    id: String(firstId + number - 1),
    key: `${project.key}-${String(number)}`,
    project,
    summary: issue.summary,
    type: issue.type ?? 'Task',
    status: issue.status ?? 'To Do',
    priority: 'Medium',
    resolution: issue.status === 'Done' ? 'Done' : null,
    assignee: issue.assignee ?? null,
    reporter: null,
    parent: parent === undefined ? null : factsOf(project, firstId, parent),
    originalSeconds: secondsOf(hours),
    remainingSeconds: hours === null ? null : secondsOf(Math.max(0, hours - (spentHours ?? 0))),
    spentSeconds: secondsOf(spentHours),
    created,
    updated: created,
    resolved: issue.status === 'Done' ? addHours(created, 24) : null,
    labels: [],
    components: [],
  };
}

function secondsOf(hours: number | null): number | null {
  return hours === null ? null : Math.round(hours * 3600);
}
