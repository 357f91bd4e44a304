import { jiraTime } from './jira-time';
import { type Operation, replyWith } from './operation';
import { siteUrl } from './site-url';

export const getConfiguration: Operation = {
  operationId: 'getConfiguration',
  method: 'GET',
  path: '/rest/api/3/configuration',
  scopes: ['read:jira-user'],
  parameters: [],
  answer: ({ site }) =>
    replyWith({
      votingEnabled: true,
      watchingEnabled: true,
      unassignedIssuesAllowed: true,
      subTasksEnabled: true,
      issueLinkingEnabled: true,
      // "Time tracking is always enabled in Jira Cloud projects" (support.atlassian.com, configure-time-tracking).
      timeTrackingEnabled: true,
      attachmentsEnabled: true,
      timeTrackingConfiguration: site.timeTracking,
    }),
};

export const getCurrentUser: Operation = {
  operationId: 'getCurrentUser',
  method: 'GET',
  path: '/rest/api/3/myself',
  scopes: ['read:jira-user'],
  parameters: [],
  answer: ({ person: { accountId, accountType, displayName, locale, timeZone } }) =>
    replyWith({
      self: `${siteUrl}/rest/api/3/user?accountId=${encodeURIComponent(accountId)}`,
      accountId,
      accountType,
      avatarUrls: Object.fromEntries(
        [16, 24, 32, 48].map((size) => [`${size}x${size}`, `${siteUrl}/secure/useravatar?size=${size}`]),
      ),
      displayName,
      active: true,
      timeZone,
      locale,
      groups: { size: 0, items: [] },
      applicationRoles: { size: 0, items: [] },
      expand: 'groups,applicationRoles',
    }),
};

/** The description gives it no scope, and everybody may ask. */
export const getServerInfo: Operation = {
  operationId: 'getServerInfo',
  method: 'GET',
  path: '/rest/api/3/serverInfo',
  scopes: [],
  parameters: [],
  answer: ({ now }) =>
    replyWith({
      baseUrl: siteUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      buildNumber: 100000,
      buildDate: '2026-06-10T00:00:00.000+0000',
      serverTime: jiraTime(now()),
      serverTimeZone: 'Etc/UTC',
      scmInfo: '0000000000000000000000000000000000000000',
      serverTitle: 'Jira',
    }),
};
