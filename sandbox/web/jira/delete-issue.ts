import { JiraRefusal } from './ask-jira';

/** Deletes an issue with its sub-tasks. @throws JiraRefusal when Jira does not */
export async function deleteIssue(key: string): Promise<void> {
  const path = `/rest/api/3/issue/${encodeURIComponent(key)}?deleteSubtasks=true`;
  const response = await fetch(path, { method: 'DELETE' });
  if (!response.ok) throw new JiraRefusal(response.status, `Jira answered ${String(response.status)}.`);
}
