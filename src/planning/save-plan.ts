import type { ParsedPayload, Planner } from '../contract';
import type { JiraSession } from '../jira/session';
import { writePlan } from '../storage/plans';
import { changeMembers } from './change-members';
import { changePlan } from './change-plan';
import { gatherPlanner } from './gather-planner';
import { makePlanner, planOrder } from './make-planner';
import { checkMayPlan } from './may-edit-board';
import { withCapacityNote } from './team/capacity-note';
import { rememberCapacity } from './team/previous-capacity';

/** Saved, or not because somebody else saved first; then `planner` is the newer plan. */
export interface SavedPlan {
  saved: boolean;
  planner: Planner;
}

/**
 * Saves a change to the plan of a sprint, if the plan is still the one that the change was made on.
 *
 * @param change `reason`: why the sprint is given another capacity
 * @param act who, and when in milliseconds since 1970
 * @throws Problem `permission.denied`, `input.invalid`, or as opening the planner does
 */
export async function savePlan(
  jira: JiraSession,
  change: ParsedPayload<'savePlan'> & { reason?: string },
  act: { by: string; at: number },
): Promise<SavedPlan> {
  const { boardId, sprintId } = change;
  const { gathered, plan } = await gatherPlanner(jira, change);
  checkMayPlan('look at this plan but not change it', gathered);
  if (plan.revision !== change.revision) return { saved: false, planner: makePlanner(gathered, plan) };
  const membered = changeMembers(plan, change, gathered);
  const at = new Date(act.at).toISOString();
  const changed = changePlan(membered, change, planOrder(gathered, membered));
  const next = withCapacityNote(changed, plan, { reason: change.reason, by: act.by, at });
  const planner = makePlanner(gathered, next);
  const { order, cutline } = planner.plan;
  const standing = { at, order, above: cutline.count };
  if (await writePlan(boardId, sprintId, { ...next, standing }, plan.revision)) {
    if (change.capacityHours !== undefined) await rememberCapacity(boardId, planner.sprint, change.capacityHours);
    return { saved: true, planner };
  }
  // Read anew: the plan that was first may hold issues that this one never asked Jira for.
  const { gathered: theirs, plan: newer } = await gatherPlanner(jira, { boardId, sprintId });
  return { saved: false, planner: makePlanner(theirs, newer) };
}
