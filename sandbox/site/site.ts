/**
 * The data of one small Jira site, as plain JSON: what a loader makes, what the Jira operations serve and change,
 * and what the state file keeps.
 */

/** What a person may do in every project of the site. */
export type SiteRole = 'admin' | 'member' | 'viewer' | 'outsider';

export interface SiteUser {
  accountId: string;
  displayName: string;
  /** admin: everything; member: browse, edit, plan sprints; viewer: browse only; outsider: sees no project. */
  role: SiteRole;
  /** Somebody who edits and plans but may not start, close or change sprints; anybody else who edits may. */
  managesSprints?: false;
  active: boolean;
  locale: string;
  timeZone: string;
}

export interface SiteProject {
  id: string;
  key: string;
  name: string;
  style: 'classic' | 'next-gen';
}

export interface SiteBoard {
  id: number;
  name: string;
  type: 'scrum' | 'kanban' | 'simple';
  /** The project whose issues it shows. */
  projectKey: string;
  /** Set when the board lives at this user and not in a project. */
  ownerAccountId?: string;
  /** The board's estimation field; absent on kanban boards. */
  estimation?: { fieldId: string; displayName: string };
}

export interface SiteSprint {
  id: number;
  name: string;
  state: 'future' | 'active' | 'closed';
  originBoardId: number;
  startDate?: string;
  endDate?: string;
  completeDate?: string;
  goal?: string;
}

export interface SiteIssue {
  id: string;
  key: string;
  projectKey: string;
  /** The active or future sprint that it is in. */
  sprintId: number | null;
  closedSprintIds: number[];
  /** Issue security: only admins see it. */
  restricted?: true;
  /**
   * Jira's `fields` in the shape of REST API v3, without `sprint` and `closedSprints`, which are made from the ids above.
   * Recorded issues keep every field as it was recorded.
   */
  fields: Record<string, unknown>;
  /** Issue properties: what apps keep at the issue, by key. */
  properties?: Record<string, unknown>;
}

/** A custom field that holds a number. */
export interface SiteNumberField {
  /** customfield_10044 */
  id: string;
  name: string;
  /** float: Jira's number field; points: the story point estimate of team-managed projects. */
  kind: 'float' | 'points';
}

/** Time that somebody logged on an issue since the site was loaded. */
export interface SiteWorklog {
  id: string;
  issueId: string;
  authorAccountId: string;
  timeSpentSeconds: number;
  /** Times as Jira writes those of issues. */
  started: string;
  created: string;
  /** In Atlassian Document Format. */
  comment?: unknown;
}

/** One end of a change: what Jira keeps (an id, seconds) and what people read; null is nothing. */
export interface SiteChangeEnd {
  value: string | null;
  text: string | null;
}

export interface SiteChange {
  fieldId: string;
  from: SiteChangeEnd;
  to: SiteChangeEnd;
}

/** What somebody changed of one issue at one time. */
export interface SiteHistory {
  id: string;
  issueId: string;
  authorAccountId: string;
  /** As Jira writes times of issues. */
  created: string;
  changes: SiteChange[];
}

export interface Site {
  /** Shown in the sandbox's header. */
  name: string;
  timeTracking: {
    workingHoursPerDay: number;
    workingDaysPerWeek: number;
    timeFormat: 'pretty' | 'days' | 'hours';
    defaultUnit: 'minute' | 'hour' | 'day' | 'week';
  };
  /** The first one is who acts when nobody is chosen. */
  users: SiteUser[];
  projects: SiteProject[];
  boards: SiteBoard[];
  sprints: SiteSprint[];
  /** In rank order. */
  issues: SiteIssue[];
  /** In the order in which they were logged. Recorded ones stay in the field `worklog` of their issue. */
  worklogs?: SiteWorklog[];
  /** How fields that planning learns from came to be, oldest first. What was recorded of issues is not here. */
  histories?: SiteHistory[];
  /** On the edit screen of every issue that has them, if only as null. */
  numberFields?: SiteNumberField[];
}

/** A row or a file that could not be read; everything else was loaded. */
export interface LoadProblem {
  /** Where: `line 17`, or the file's name. */
  where: string;
  reason: string;
}

export interface LoadedSite {
  site: Site;
  problems: LoadProblem[];
  /** What the app had stored before, outside its entities, by key. */
  stored?: Record<string, unknown>;
}
