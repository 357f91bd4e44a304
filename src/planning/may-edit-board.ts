import type { Board } from '../jira/boards';
import { readAnyIssueId } from '../jira/issues';
import { mayEditIssue, mayEditIssuesOf } from '../jira/permissions';
import type { JiraSession } from '../jira/session';

/**
 * May the user edit the issues of this board? A board outside any project has no project to ask about, and without one Jira
 * answers for any project at all: then one of its issues stands for the others, and without an issue the answer is no.
 *
 * @param issueId an issue that the board shows, when one is known
 */
export async function mayEditBoard(jira: JiraSession, { id, projectKey }: Board, issueId?: string): Promise<boolean> {
  if (projectKey !== null) return mayEditIssuesOf(jira, projectKey);
  const asked = issueId ?? (await readAnyIssueId(jira, id));
  return asked !== null && mayEditIssue(jira, asked);
}
