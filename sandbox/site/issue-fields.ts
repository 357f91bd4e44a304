import { formatDuration } from '../jira/durations';
import { jiraTime } from '../jira/jira-time';
import { type JiraVocabulary, siteUrl } from './jira-vocabulary';
import type { Site, SiteProject, SiteUser } from './site';

/** What is known of an issue that was never in a Jira. */
export interface IssueFacts {
  id: string;
  key: string;
  project: SiteProject;
  summary: string;
  /** Names, as Jira shows them. */
  type: string;
  status: string;
  priority: string | null;
  resolution: string | null;
  assignee: SiteUser | null;
  reporter: SiteUser | null;
  /** The parent of a sub-task, or the epic. */
  parent: IssueFacts | null;
  originalSeconds: number | null;
  remainingSeconds: number | null;
  spentSeconds: number | null;
  created: Date | null;
  updated: Date | null;
  resolved: Date | null;
  labels: string[];
  components: string[];
}

/** Jira's `fields` of an issue, in the shape of REST API v3 and without its sprints. */
export function issueFields(
  facts: IssueFacts,
  vocabulary: JiraVocabulary,
  timeTracking: Site['timeTracking'],
): Record<string, unknown> {
  const { project, parent, priority, resolution } = facts;
  return {
    summary: facts.summary,
    issuetype: vocabulary.issueType(facts.type),
    status: vocabulary.status(facts.status),
    priority: priority === null ? null : vocabulary.priority(priority),
    resolution: resolution === null ? null : vocabulary.resolution(resolution),
    resolutiondate: timeOrNull(facts.resolved),
    assignee: userFields(facts.assignee),
    reporter: userFields(facts.reporter),
    project: {
      self: `${siteUrl}/rest/api/3/project/${project.id}`,
      id: project.id,
      key: project.key,
      name: project.name,
      projectTypeKey: 'software',
      simplified: project.style === 'next-gen',
    },
    // Jira leaves the field out of an issue that has no parent.
    ...(parent === null ? {} : { parent: parentFields(parent, vocabulary) }),
    timeoriginalestimate: facts.originalSeconds,
    timeestimate: facts.remainingSeconds,
    timespent: facts.spentSeconds,
    timetracking: {
      ...timeTrackingPart('originalEstimate', facts.originalSeconds, timeTracking),
      ...timeTrackingPart('remainingEstimate', facts.remainingSeconds, timeTracking),
      ...timeTrackingPart('timeSpent', facts.spentSeconds, timeTracking),
    },
    created: timeOrNull(facts.created),
    updated: timeOrNull(facts.updated),
    labels: facts.labels,
    components: facts.components.map((name) => vocabulary.component(name)),
  };
}

function parentFields({ id, key, ...facts }: IssueFacts, vocabulary: JiraVocabulary): Record<string, unknown> {
  return {
    id,
    key,
    self: `${siteUrl}/rest/api/3/issue/${id}`,
    fields: {
      summary: facts.summary,
      status: vocabulary.status(facts.status),
      priority: facts.priority === null ? null : vocabulary.priority(facts.priority),
      issuetype: vocabulary.issueType(facts.type),
    },
  };
}

function userFields(user: SiteUser | null): Record<string, unknown> | null {
  if (user === null) return null;
  const { accountId, displayName, active, timeZone } = user;
  const path = encodeURIComponent(accountId);
  return {
    self: `${siteUrl}/rest/api/3/user?accountId=${path}`,
    accountId,
    avatarUrls: Object.fromEntries(
      ['48x48', '24x24', '16x16', '32x32'].map((size) => [size, `${siteUrl}/avatar/${path}/${size}`]),
    ),
    displayName,
    active,
    timeZone,
    accountType: 'atlassian',
  };
}

/** Jira names a part of `timetracking` twice, as people write it and in seconds, and leaves out what is not set. */
function timeTrackingPart(
  name: 'originalEstimate' | 'remainingEstimate' | 'timeSpent',
  seconds: number | null,
  timeTracking: Site['timeTracking'],
): Record<string, unknown> {
  return seconds === null ? {} : { [name]: formatDuration(seconds, timeTracking), [`${name}Seconds`]: seconds };
}

function timeOrNull(time: Date | null): string | null {
  return time === null ? null : jiraTime(time.getTime());
}
