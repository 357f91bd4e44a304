import type { Site, SiteIssue, SiteRole } from '../site/site';

/** The account that a Forge app has on the site it is installed on; `asApp()` acts as it. */
export const appAccountId = 'sandbox-app';

/** Who makes a request, and what they may do. */
export interface Person {
  accountId: string;
  displayName: string;
  accountType: 'atlassian' | 'app';
  role: SiteRole;
  managesSprints?: false;
  locale: string;
  timeZone: string;
}

/** @returns undefined for nobody, for an account that the site does not have, and for one that is switched off */
export function personOf(site: Site, accountId: string | null): Person | undefined {
  if (accountId === appAccountId) {
    return {
      accountId,
      displayName: 'PlanPrism for Jira',
      accountType: 'app',
      role: 'admin',
      locale: 'en_US',
      timeZone: 'UTC',
    };
  }
  const user = site.users.find((candidate) => candidate.accountId === accountId && candidate.active);
  return user === undefined ? undefined : { ...user, accountType: 'atlassian' };
}

/** Browse Projects. */
export function maySeeProjects({ role }: Person): boolean {
  return role !== 'outsider';
}

/** Browse Projects, and the issue's own security. */
export function maySeeIssue(person: Person, { restricted }: SiteIssue): boolean {
  return maySeeProjects(person) && (restricted !== true || person.role === 'admin');
}

/** Edit Issues and Schedule Issues go together here. */
export function mayEdit({ role }: Person): boolean {
  return role === 'admin' || role === 'member';
}

/** Manage Sprints. */
export function mayManageSprints(person: Person): boolean {
  return mayEdit(person) && person.managesSprints !== false;
}

/** Delete Issues: of administrators only, as in a new company-managed project. */
export function mayDelete({ role }: Person): boolean {
  return role === 'admin';
}
