import type { ParsedPayload } from '../../contract';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { savePlan } from '../save-plan';

/**
 * Gives a sprint a capacity of its own, with the reason, or goes back to what holds without it.
 *
 * @param act who, and when in milliseconds since 1970
 * @throws Problem `team.conflict` when somebody else saved the sprint's plan first, or as saving a plan does
 */
export async function overrideCapacity(
  jira: JiraSession,
  change: ParsedPayload<'overrideCapacity'>,
  act: { by: string; at: number },
): Promise<void> {
  const { saved } = await savePlan(jira, change, act);
  if (!saved) {
    throw new Problem(
      'team.conflict',
      'Somebody else has changed the plan of this sprint. Look at theirs, then try again.',
    );
  }
}
