import type { ApplyPreview, ApplyReport, ParsedPayload, Planner } from '../../contract';
import { readBacklogUntil } from '../../jira/backlog-until';
import type { JiraSession } from '../../jira/session';
import { writeRecord } from '../../storage/applied';
import { attemptOf, recordAfter } from './apply-record';
import { carryOut, type Step } from './carry-out';
import { inTurn } from './in-turn';
import { keepApplied } from './keep-applied';
import { moveSteps, rankSteps } from './move-steps';
import { changePlanned } from './planned-members';
import { rankCalls } from './rank-order';
import { readyApply } from './ready-apply';
import { reportApply } from './report-apply';

/** Applied, or not: the plan is another by now, or more would move than this person has seen. */
export type ApplyOutcome = { report: ApplyReport } | { conflict: Planner } | { changed: ApplyPreview };

/**
 * Moves issues into and out of the sprint and ranks it as planned, as the user, as far as time allows. What is to be done is
 * worked out anew from Jira each time, so it may be asked for again at any time. Before the first change it is kept how the
 * sprint was. When all is done, what was pulled or dropped is no longer something that the plan has to say.
 *
 * @param by account id of the acting user
 * @param at milliseconds since 1970
 * @throws Problem as `previewApply`, `apply.busy`, or when Jira does not answer and nothing is known to be done
 */
export async function applyPlan(
  jira: JiraSession,
  request: ParsedPayload<'applyPlan'>,
  by: string,
  at: number,
): Promise<ApplyOutcome> {
  const { boardId, sprintId, seen } = request;
  const ready = await readyApply(jira, request);
  if ('conflict' in ready) return ready;
  const { preview, record, ranked, remaining } = ready;
  if (differs(preview, seen)) return { changed: preview };

  const ranksWithout = (notMoved: ReadonlySet<string>): Step[] => {
    const wanted = remaining.map(({ issueId }) => issueId).filter((id) => !notMoved.has(id));
    return rankSteps(jira, rankCalls(ranked, wanted));
  };
  const moves = movesOf(jira, sprintId, preview);
  const isDone = moves.length === 0 && ranksWithout(new Set()).length === 0;
  if (isDone && record.attempt === null) {
    return { report: { in: [], out: [], ranked: [], refused: [], left: 0 } };
  }
  const entering = preview.in.map(({ issueId }) => issueId);
  const backlog = entering.length === 0 ? [] : await readBacklogUntil(jira, boardId, entering, ready.reconciled);
  const attempt = attemptOf(ready, backlog, by, at);
  const carried = await inTurn(jira, request, record, async () => {
    await writeRecord(boardId, sprintId, { last: record.last, attempt });
    const done = await carryOut(jira, moves, ranksWithout);
    await keepApplied(boardId, sprintId, recordAfter(record, attempt, preview, done));
    return done;
  });
  if (carried.problem !== null) throw carried.problem;
  if (carried.left === 0 && carried.refused.length === 0) {
    const entered = new Set(attempt.in.map(({ issueId }) => issueId));
    const left = new Set(attempt.out.map(({ issueId }) => issueId));
    await changePlanned(boardId, sprintId, ({ pulled, dropped }) => ({
      pulled: pulled.filter((id) => !entered.has(id)),
      dropped: dropped.filter((id) => !left.has(id)),
    }));
  }
  const rankable = remaining.filter(({ issueId }) => !entering.includes(issueId));
  return { report: reportApply({ in: preview.in, out: preview.out, ranked: rankable }, carried) };
}

/** Whether more would move than was seen, or to another sprint. */
function differs(preview: ApplyPreview, seen: ParsedPayload<'applyPlan'>['seen']): boolean {
  const seenIn = new Set(seen.in);
  const seenOut = new Set(seen.out);
  const isOtherSprint =
    preview.below === 'nextSprint' &&
    seen.nextSprint !== undefined &&
    seen.nextSprint !== (preview.nextSprint?.id ?? null);
  return (
    isOtherSprint ||
    preview.in.some(({ issueId }) => !seenIn.has(issueId)) ||
    preview.out.some(({ issueId }) => !seenOut.has(issueId))
  );
}

function movesOf(jira: JiraSession, sprintId: number, { in: entering, out, nextSprint }: ApplyPreview): Step[] {
  const leaving = (to: ApplyPreview['below']): string[] =>
    out.filter((issue) => issue.to === to).map(({ issueId }) => issueId);
  return [
    ...moveSteps(
      jira,
      'in',
      sprintId,
      entering.map(({ issueId }) => issueId),
    ),
    ...moveSteps(jira, 'out', null, leaving('backlog')),
    ...(nextSprint === null ? [] : moveSteps(jira, 'out', nextSprint.id, leaving('nextSprint'))),
  ];
}
