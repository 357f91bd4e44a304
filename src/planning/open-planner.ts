import type { Planner } from '../contract';
import type { JiraSession } from '../jira/session';
import { gatherPlanner, type PlannerRequest } from './gather-planner';
import { makePlanner } from './make-planner';

/**
 * Opens the planner of a sprint: everything that the page shows, in one answer.
 *
 * @throws Problem when the board or sprint is unknown to the user, or something could not be read
 */
export async function openPlanner(jira: JiraSession, request: PlannerRequest): Promise<Planner> {
  const { gathered, plan } = await gatherPlanner(jira, request);
  return makePlanner(gathered, plan);
}
