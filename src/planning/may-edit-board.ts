import type { Board } from '../jira/boards';
import { readAnyIssueId } from '../jira/issues';
import { readRights, type Rights } from '../jira/permissions';
import type { JiraSession } from '../jira/session';
import { Problem } from '../problem';
import type { Settings } from '../storage/settings';

/**
 * What the user may do on this board. A board outside any project has no project to ask about, and without one Jira
 * answers for any project at all: then one of its issues stands for the others, and without an issue the answer is no.
 *
 * @param issueId an issue that the board shows, when one is known
 */
export async function rightsOnBoard(jira: JiraSession, { id, projectKey }: Board, issueId?: string): Promise<Rights> {
  if (projectKey !== null) return readRights(jira, { projectKey });
  const asked = issueId ?? (await readAnyIssueId(jira, id));
  return asked === null ? { edit: false, manageSprints: false } : readRights(jira, { issueId: asked });
}

/** May the user edit the issues of this board? */
export async function mayEditBoard(jira: JiraSession, board: Board): Promise<boolean> {
  return (await rightsOnBoard(jira, board)).edit;
}

/** Who plans a board may edit its issues, and, where the site has decided so, manage its sprints. */
export function mayPlan({ edit, manageSprints }: Rights, { whoMayPlan }: Pick<Settings, 'whoMayPlan'>): boolean {
  return edit && (whoMayPlan === 'editors' || manageSprints);
}

/**
 * @param what they may not do: 'look at this plan but not change it'
 * @throws Problem `permission.denied`
 */
export function checkMayPlan(what: string, who: { mayEdit: boolean; mayPlan: boolean }): void {
  if (!who.mayPlan) throw missingPermission(what, who.mayEdit ? 'manage sprints' : 'edit issues');
}

/** Why somebody may only do so much; `what` as in {@link checkMayPlan}. */
export function missingPermission(
  what: string,
  permission: 'edit issues' | 'manage sprints' | 'schedule issues',
): Problem {
  return new Problem(
    'permission.denied',
    `You may ${what}: that takes the permission to ${permission} in the project. Ask a project admin for it.`,
  );
}
