import type { Jira, JiraAnswer } from '../../../sandbox/sandbox-types';

/** Posts to a Jira as somebody who has every scope. */
export function post(jira: Jira, path: string, body: unknown, accountId = 'member'): JiraAnswer {
  return jira.serve({ method: 'POST', path, body: JSON.stringify(body) }, { accountId, scopes: 'all' });
}
