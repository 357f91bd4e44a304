import { allSettled } from '../../all-settled';
import type { ApplyPreview, ParsedPayload, Planner } from '../../contract';
import { readBacklogIssues } from '../../jira/issues';
import type { JiraSession } from '../../jira/session';
import { type ApplyDecision, decideApply, pullsIn } from './decide-apply';
import { gatherPlanner } from '../gather-planner';
import { makePlanner } from '../make-planner';
import { checkMayApply } from './may-apply';
import { type RankCall, rankCalls } from './rank-order';

/** Everything that is decided about an apply, with what the sprint and the backlog were like before. */
export interface ReadyApply {
  preview: ApplyPreview;
  decision: ApplyDecision;
  rank: RankCall[];
  /** Ids of the sprint's issues by rank, without sub-tasks. */
  sprintOrder: string[];
  /** Ids of the board's backlog by rank; empty when nothing is pulled in. */
  backlog: string[];
}

/**
 * Reads and decides what applying a plan would do now. The preview and the apply both come from here, so that they agree.
 *
 * @returns `conflict` with the stored plan when it is not the one that was asked about
 * @throws Problem `permission.denied`, `apply.closed`, `apply.no-next-sprint`, or as opening the planner does
 */
export async function readyApply(
  jira: JiraSession,
  request: ParsedPayload<'previewApply'>,
): Promise<ReadyApply | { conflict: Planner }> {
  const { boardId, sprintId, revision, below, changedIssues } = request;
  const { gathered, plan } = await gatherPlanner(jira, { boardId, sprintId, changedIssues });
  const planner = makePlanner(gathered, plan);
  const [, backlog] = await allSettled([
    checkMayApply(jira, gathered),
    planner.sprint.state !== 'closed' && pullsIn(planner)
      ? readBacklogIssues(jira, boardId, null, changedIssues)
      : Promise.resolve([]),
  ]);
  if (plan.revision !== revision) return { conflict: planner };
  const backlogIds = backlog.map(({ id }) => id);
  const decision = decideApply(planner, below, new Set(backlogIds));
  const sprintOrder = gathered.issues.filter(({ type }) => type.kind !== 'subtask').map(({ id }) => id);
  const rank = rankCalls(sprintOrder, decision.remaining);
  const preview = previewOf(planner, below, decision, rank);
  return { preview, decision, rank, sprintOrder, backlog: backlogIds };
}

function previewOf(
  planner: Planner,
  below: ApplyPreview['below'],
  decision: ApplyDecision,
  rank: readonly RankCall[],
): ApplyPreview {
  const { nextSprint, out, staying } = decision;
  const ranked = new Set(rank.flatMap(({ ids }) => ids));
  const movedIn = new Set(decision.in.map(({ issueId }) => issueId));
  return {
    revision: planner.plan.revision,
    below,
    nextSprint,
    in: decision.in,
    out,
    // What is pulled in gets its place on the way; only what was there changes its rank.
    ranked: planner.items
      .filter(({ issueId }) => ranked.has(issueId) && !movedIn.has(issueId))
      .map(({ issueId, key, summary }) => ({ issueId, key, summary })),
    staying,
  };
}
