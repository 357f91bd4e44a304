import { allSettled } from '../all-settled';
import type { ParsedPayload, PlannerStatus, Value } from '../contract';
import { type Issue, readIssue } from '../jira/issues';
import type { JiraSession } from '../jira/session';
import { doTransition, readTransitions, type Transition } from '../jira/transitions';
import { Problem } from '../problem';

/**
 * Changes the status of an issue, as the user, by a transition that asks for nothing, and answers the status that Jira then
 * says. An issue that is there already is left alone.
 *
 * @throws Problem `issue.unknown`, `issue.no-transition` (with Jira's own reason if it gave one), `issue.needs-screen`
 */
export async function changeStatus(
  jira: JiraSession,
  { issueId, statusId, transitionId }: ParsedPayload<'changeStatus'>,
): Promise<Value<'changeStatus'>> {
  const [issue, transitions] = await allSettled([readIssue(jira, issueId), readTransitions(jira, issueId)]);
  if (issue.status.id === statusId) return { issueId: issue.id, status: issue.status };
  const transition = chooseTransition(issue, transitions, statusId, transitionId);
  try {
    await doTransition(jira, issue.id, transition.id);
  } catch (error) {
    // Jira may have done it and then not said so.
    const status = await statusOr(jira, issue, issue.status);
    if (status.id !== statusId) throw error;
    return { issueId: issue.id, status };
  }
  return { issueId: issue.id, status: await statusOr(jira, issue, transition.to) };
}

/** The one that was named, or the first that leads there without a screen, or else with one that asks for nothing. */
function chooseTransition(
  issue: Issue,
  transitions: readonly Transition[],
  statusId: string,
  transitionId: string | undefined,
): Transition {
  if (transitions.length === 0) {
    throw new Problem(
      'issue.no-transition',
      `Jira offers you no change of status for ${issue.key}. You may lack the permission to transition issues in its project.`,
    );
  }
  const leading = transitions.filter(
    ({ id, to }) => to.id === statusId && (transitionId === undefined || id === transitionId),
  );
  const [first] = leading;
  if (first === undefined) {
    throw new Problem(
      'issue.no-transition',
      `The workflow does not lead ${issue.key} from ${issue.status.name} to that status. It may have changed since you opened the list, so choose again.`,
    );
  }
  const free = leading.filter(({ requiredFields }) => requiredFields.length === 0);
  const chosen = free.find(({ hasScreen }) => !hasScreen) ?? free[0];
  if (chosen !== undefined) return chosen;
  throw new Problem(
    'issue.needs-screen',
    `Jira wants more for “${first.name}”: ${first.requiredFields.join(', ')}. Open ${issue.key} in Jira and change its status there.`,
  );
}

/** As Jira says it now, or what is known of it when Jira does not answer. */
async function statusOr(jira: JiraSession, { id }: Issue, known: PlannerStatus): Promise<PlannerStatus> {
  try {
    return (await readIssue(jira, id)).status;
  } catch (error) {
    if (error instanceof Problem && error.code.startsWith('jira.')) return known;
    throw error;
  }
}
