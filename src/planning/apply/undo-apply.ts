import { allSettled } from '../../all-settled';
import type { ApplyReport, ParsedPayload } from '../../contract';
import { readIssuesById } from '../../jira/issues';
import { readPlacedIssues } from '../../jira/placed-issues';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { type Applied, readRecord } from '../../storage/applied';
import { movedIds, standing } from './apply-record';
import { type CarriedOut, carryOut, type Step } from './carry-out';
import { decideUndo, type UndoDecision } from './decide-undo';
import { gatherPlanner } from '../gather-planner';
import { inTurn } from './in-turn';
import { keepApplied } from './keep-applied';
import { checkMayApply } from './may-apply';
import { moveSteps, rankSteps, returnSteps } from './move-steps';
import { changePlanned } from './planned-members';
import { rankCalls } from './rank-order';
import { reportApply } from './report-apply';
import { mostReconciled, toReconcile, withPlaces } from './with-places';

/**
 * Takes the last apply of a sprint back, as the user, as far as time and Jira allow. What is to be done is worked out anew
 * from Jira each time, so it may be asked for again until nothing is left; what was taken back is forgotten. What the plan
 * had pulled or dropped it pulls or drops again.
 *
 * @throws Problem `permission.denied`, `apply.nothing-to-undo`, `apply.closed`, `apply.busy`, as opening the planner does,
 *   or when Jira does not answer and nothing is known to be done
 */
export async function undoApply(jira: JiraSession, request: ParsedPayload<'undoApply'>): Promise<ApplyReport> {
  const { boardId, sprintId } = request;
  const record = await readRecord(boardId, sprintId);
  const moved = movedIds(record);
  const order = (record.attempt ?? record.last)?.order ?? [];
  const neighbours = [record.last, record.attempt].flatMap((applied) =>
    (applied?.in ?? []).flatMap(({ before, after }) => before ?? after ?? []),
  );
  // Before the sprint: Jira is not asked to reconcile what is not there.
  const [places, others] = await allSettled([
    readPlacedIssues(jira, boardId, moved),
    readIssuesById(jira, [...new Set([...neighbours, ...order.slice(0, mostReconciled)])], null),
  ]);
  const found = new Set(others.map(({ id }) => id));
  const reconciled = new Set(
    toReconcile(request.changedIssues, [...places.keys(), ...order.filter((id) => found.has(id))]),
  );
  const { gathered: listed } = await gatherPlanner(jira, { boardId, sprintId, changedIssues: [...reconciled] });
  await checkMayApply(jira, listed);
  const applied = standing(record, places, sprintId)?.applied;
  if (applied === undefined) {
    throw new Problem(
      'apply.nothing-to-undo',
      `Nothing was applied to ${listed.sprint.name} that could be taken back. Reload the page to see how it is now.`,
    );
  }
  if (listed.sprint.state === 'closed') {
    throw new Problem(
      'apply.closed',
      `${listed.sprint.name} is closed, so what was applied to it cannot be taken back. Move the issues in Jira.`,
    );
  }
  const { issues } = withPlaces(listed, places);
  const undo = decideUndo(applied, sprintId, issues, places, found);
  // Of what was not reconciled the list may say an old rank: it is ranked anew.
  const ranked = issues.map(({ id }) => id).filter((id) => reconciled.has(id));
  const rankedAgain = (notMoved: ReadonlySet<string>): Step[] =>
    rankSteps(
      jira,
      rankCalls(
        ranked,
        undo.remaining.map(({ issueId }) => issueId).filter((id) => !notMoved.has(id)),
      ),
    );
  const steps = [
    ...returnSteps(
      jira,
      undo.out.map(({ issueId }) => issueId),
      undo.rankInBacklog,
    ),
    ...moveSteps(
      jira,
      'in',
      sprintId,
      undo.in.map(({ issueId }) => issueId),
    ),
  ];
  const carried = await inTurn(jira, request, record, async () => {
    const done = await carryOut(jira, steps, rankedAgain);
    if (done.problem !== null) throw done.problem;
    await keepApplied(boardId, sprintId, { last: restOf(applied, undo, done), attempt: null });
    return done;
  });
  const pulledAgain = applied.in.map(({ issueId }) => issueId).filter((id) => isBack(id, carried));
  const droppedAgain = applied.out.filter(({ dropped }) => dropped).map(({ issueId }) => issueId);
  await changePlanned(boardId, sprintId, ({ pulled, dropped }) => ({
    pulled: [...new Set([...pulled, ...pulledAgain])],
    dropped: [...new Set([...dropped, ...droppedAgain.filter((id) => isBack(id, carried))])],
  }));
  const report = reportApply({ in: undo.in, out: undo.out, ranked: undo.remaining }, carried);
  return {
    ...report,
    refused: [...undo.staying.map((issue) => ({ ...issue, what: 'move' as const })), ...report.refused],
  };
}

/** What is still to be taken back; null when nothing is. */
function restOf(applied: Applied, undo: UndoDecision, carried: CarriedOut): Applied | null {
  const isOver = ({ issueId }: { issueId: string }): boolean => isBack(issueId, carried) || undo.final.has(issueId);
  const rest = {
    ...applied,
    in: applied.in.filter((entry) => !isOver(entry)),
    out: applied.out.filter((entry) => !isOver(entry)),
  };
  const isEmpty = rest.in.length + rest.out.length === 0 && carried.left === 0 && carried.refused.length === 0;
  return isEmpty ? null : rest;
}

function isBack(id: string, { done }: CarriedOut): boolean {
  return done.in.has(id) || done.out.has(id);
}
