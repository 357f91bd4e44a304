import type { Site, SiteBoard, SiteUser } from './site';

/** A new Jira site counts 8 hours a day and 5 days a week. */
export const usualTimeTracking: Site['timeTracking'] = {
  workingHoursPerDay: 8,
  workingDaysPerWeek: 5,
  timeFormat: 'pretty',
  defaultUnit: 'minute',
};

/** What a scrum board says when it estimates in time; the name is Jira's. */
export const originalEstimate: NonNullable<SiteBoard['estimation']> = {
  fieldId: 'timeoriginalestimate',
  displayName: 'Original Estimate',
};

/** Someone of whom the data says no more than id, name and role. */
export function siteUser(accountId: string, displayName: string, role: SiteUser['role']): SiteUser {
  return { accountId, displayName, role, active: true, locale: 'en_US', timeZone: 'Etc/UTC' };
}

/** Loaded data tells nobody's rights: this one may do everything, and acts when nobody is chosen. */
export const siteAdmin = siteUser('admin', 'Ada Admin', 'admin');

/** And this one sees no project, so that refusals can be tried on any data. */
export const siteOutsider = siteUser('outsider', 'Otto Outsider', 'outsider');

/**
 * Loaded people between the admin, who comes first, and the outsider, who comes last.
 * Someone in the data who has one of their ids is taken to be that person.
 */
export function withStandingUsers(people: readonly SiteUser[]): SiteUser[] {
  const standing = new Set([siteAdmin.accountId, siteOutsider.accountId]);
  return [siteAdmin, ...people.filter(({ accountId }) => !standing.has(accountId)), siteOutsider];
}
