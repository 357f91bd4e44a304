import { allSettled } from '../all-settled';
import type { ParsedPayload, PlannerTransition, Value } from '../contract';
import { readIssue } from '../jira/issues';
import type { JiraSession } from '../jira/session';
import { readTransitions as readFromJira, type Transition } from '../jira/transitions';

/**
 * How this user may change the status of an issue now; none when they may not.
 *
 * @throws Problem `issue.unknown`
 */
export async function readTransitions(
  jira: JiraSession,
  { issueId }: ParsedPayload<'readTransitions'>,
): Promise<Value<'readTransitions'>> {
  const [issue, transitions] = await allSettled([readIssue(jira, issueId), readFromJira(jira, issueId)]);
  return { issueId: issue.id, transitions: transitions.map(toPlanner) };
}

/** A screen without required fields is no obstacle: the transition can be made without showing it. */
function toPlanner({ id, name, to, requiredFields }: Transition): PlannerTransition {
  return { id, name, to, requiredFields, needsScreen: requiredFields.length > 0 };
}
