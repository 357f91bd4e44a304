interface Alternatives {
  classic: readonly string[];
  granular: readonly string[];
}

/** Scopes of Jira's issue events: @forge/manifest 13.7.0, product-event-to-scope-mapping.json. */
const issueScopes: Alternatives = {
  classic: ['read:jira-work'],
  granular: ['read:issue:jira', 'read:issue-type:jira', 'read:user:jira', 'read:project:jira', 'read:status:jira'],
};

/** Same source; the page of Jira Software's events (2026-08-21) says the same. */
const sprintScopes: Alternatives = { classic: ['read:jira-work'], granular: ['read:sprint:jira-software'] };

/** The events that the sandbox can emit, with the scopes that an app needs to listen to them. */
export const eventScopes: Readonly<Record<string, Alternatives>> = {
  'avi:jira:created:issue': issueScopes,
  'avi:jira:updated:issue': issueScopes,
  'avi:jira:deleted:issue': issueScopes,
  'avi:jira-software:created:sprint': sprintScopes,
  'avi:jira-software:started:sprint': sprintScopes,
  'avi:jira-software:updated:sprint': sprintScopes,
  'avi:jira-software:closed:sprint': sprintScopes,
  'avi:jira-software:deleted:sprint': sprintScopes,
};

/**
 * The scopes that an app lacks for an event: it needs all of the classic ones or all of the granular ones.
 * @returns the classic ones that it lacks, as Atlassian's validator asks for; undefined for an event that is not modelled
 */
export function missingScopes(event: string, scopes: readonly string[]): readonly string[] | undefined {
  const needed = Object.hasOwn(eventScopes, event) ? eventScopes[event] : undefined;
  if (needed === undefined) return undefined;
  const lacking = (wanted: readonly string[]) => wanted.filter((scope) => !scopes.includes(scope));
  return lacking(needed.granular).length === 0 ? [] : lacking(needed.classic);
}
