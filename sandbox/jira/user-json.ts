import type { Site } from '../site/site';
import { personOf } from './people';
import { siteUrl } from './site-url';

/** Somebody as Jira shows them in issues and worklogs; also one who is switched off by now. */
export function userJson(site: Site, accountId: string): object {
  const user = site.users.find((candidate) => candidate.accountId === accountId);
  const person = personOf(site, accountId) ?? user;
  return {
    self: `${siteUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
    accountId,
    accountType: accountType(site, accountId),
    avatarUrls: Object.fromEntries(
      [16, 24, 32, 48].map((size) => [`${size}x${size}`, `${siteUrl}/secure/useravatar?size=${size}`]),
    ),
    // What Jira calls people whose account was deleted.
    displayName: person?.displayName ?? 'Former user',
    active: user?.active ?? person !== undefined,
    ...(person === undefined ? {} : { timeZone: person.timeZone }),
  };
}

function accountType(site: Site, accountId: string): string {
  return personOf(site, accountId)?.accountType ?? 'atlassian';
}
