import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { readCommitment, writeCommitment } from '../../storage/commitments';
import { gatherPlanner } from '../gather-planner';
import { makePlanner } from '../make-planner';
import { chancesOf, modelVersion } from './chance-of-plan';

/** A value has room for so many, at 140 bytes each, and for what was spent on 3,000 (240 KiB); nobody promises more. */
const mostPromised = 1000;

/**
 * Keeps what a team promises when it starts a sprint: the issues above the line and whose they are, the capacity, both
 * numbers as they were said, and what has been spent on each issue of the plan until then. The first commitment stays, so
 * that the same event twice, or late, changes nothing. Of a sprint that is closed already it is too late to promise
 * anything.
 *
 * @throws Problem when Jira or storage does not answer
 */
export async function freezeCommitment(jira: JiraSession, boardId: number, sprintId: number): Promise<void> {
  if ((await readCommitment(boardId, sprintId)) !== null) return;
  const found = await gatherPlanner(jira, { boardId, sprintId, starting: true }).catch((error: unknown) => {
    // A board that PlanPrism cannot plan promises nothing.
    if (error instanceof Problem && /^(board|sprint)\./.test(error.code)) return null;
    throw error;
  });
  if (found === null) return;
  const { gathered, plan } = found;
  if (gathered.sprint.state === 'closed') return;
  const now = jira.pace.now();
  const shown = makePlanner(gathered, plan);
  const spent = Object.fromEntries(
    [...shown.items, ...shown.dropped].map(({ issueId, spentHours }) => [issueId, spentHours ?? 0]),
  );
  const promised = { spent, actualSource: gathered.settings.actualSource };
  // As the page shows it from now on: what has been spent is from before.
  const planner = makePlanner({ ...gathered, promised }, plan);
  const above = planner.items.filter(({ aboveLine }) => aboveLine);
  const capacity = planner.capacity.hours;
  await writeCommitment(boardId, sprintId, {
    at: new Date(now).toISOString(),
    sprintName: planner.sprint.name,
    capacityHours: capacity,
    desired: planner.plan.desired,
    ratio: planner.ratio,
    chance: capacity === null ? null : (chancesOf(planner, planner.items, capacity)[above.length - 1] ?? 1),
    finished: planner.learnt.rows.length,
    model: modelVersion,
    issues: above.slice(0, mostPromised).map(({ issueId, hours, confidence, confidenceSource, assignee }) => ({
      issueId,
      hours,
      confidence,
      isSet: confidenceSource !== 'default',
      assignee: assignee?.accountId ?? null,
    })),
    ...promised,
  });
}
