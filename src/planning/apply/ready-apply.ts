import { allSettled } from '../../all-settled';
import type { ApplyPreview, ParsedPayload, Planner } from '../../contract';
import { readPlacedIssues } from '../../jira/placed-issues';
import type { JiraSession } from '../../jira/session';
import { type AppliedRecord, readRecord } from '../../storage/applied';
import { movedIds, type Places } from './apply-record';
import { decideApply } from './decide-apply';
import { gatherPlanner } from '../gather-planner';
import { makePlanner } from '../make-planner';
import { checkMayApply } from './may-apply';
import { rankCalls } from './rank-order';
import { toReconcile, withPlaces } from './with-places';

/** Everything that is decided about an apply, with what the sprint was like before. */
export interface ReadyApply {
  preview: ApplyPreview;
  sprintId: number;
  /** Ids of the sprint's issues by rank, without sub-tasks. */
  sprintOrder: string[];
  /** Those of them whose rank is surely the one that Jira's list says. */
  ranked: string[];
  /** What is in the sprint afterwards, in plan order, without sub-tasks. */
  remaining: ApplyPreview['ranked'];
  /** Ids of what leaves because the plan drops it. */
  dropped: ReadonlySet<string>;
  /** What was kept of earlier applies, and where its issues, and those that are pulled, are now. */
  record: AppliedRecord;
  places: Places;
  /** Issues for `reconcileIssues`. */
  reconciled: string[];
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
  const { boardId, sprintId, revision, below } = request;
  const record = await readRecord(boardId, sprintId);
  const moved = movedIds(record);
  // Before the sprint: Jira is not asked to reconcile what is not there.
  const movedTo = await readPlacedIssues(jira, boardId, moved);
  const reconciled = toReconcile(request.changedIssues, [...movedTo.keys()]);
  const { gathered: listed, plan } = await gatherPlanner(jira, { boardId, sprintId, changedIssues: reconciled });
  if (plan.revision !== revision) return { conflict: makePlanner(listed, plan) };
  const [, pulledFrom] = await allSettled([
    checkMayApply(jira, listed),
    readPlacedIssues(
      jira,
      boardId,
      listed.pulled.map(({ id }) => id).filter((id) => !movedTo.has(id)),
    ),
  ]);
  const places = new Map([...movedTo, ...pulledFrom]);
  const gathered = withPlaces(listed, places);
  const planner = makePlanner(gathered, plan);
  const decision = decideApply(planner, below, places);
  const sprintOrder = gathered.issues.filter(({ type }) => type.kind !== 'subtask').map(({ id }) => id);
  const isLate = new Set(moved.filter((id) => !reconciled.includes(id)));
  const ranked = sprintOrder.filter((id) => !isLate.has(id));
  const isRanked = new Set(rankCalls(ranked, decision.remaining).flatMap(({ ids }) => ids));
  const movedIn = new Set(decision.in.map(({ issueId }) => issueId));
  const stays = new Set(decision.remaining);
  const remaining = planner.items
    .filter(({ issueId }) => stays.has(issueId))
    .map(({ issueId, key, summary }) => ({ issueId, key, summary }));
  const { nextSprint, in: entering, out, staying } = decision;
  return {
    preview: {
      revision,
      below,
      nextSprint,
      in: entering,
      out,
      // What is pulled in gets its place on the way; only what was there changes its rank.
      ranked: remaining.filter(({ issueId }) => isRanked.has(issueId) && !movedIn.has(issueId)),
      staying,
    },
    sprintId,
    sprintOrder,
    ranked,
    remaining,
    dropped: new Set(planner.dropped.map(({ issueId }) => issueId)),
    record,
    places,
    reconciled,
  };
}
