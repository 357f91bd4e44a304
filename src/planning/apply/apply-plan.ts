import type { ApplyPreview, ApplyReport, ParsedPayload, Planner } from '../../contract';
import type { JiraSession } from '../../jira/session';
import { readApplied, writeApplied } from '../../storage/applied';
import { recordAfter, recordBefore } from './apply-record';
import { carryOut, type Step } from './carry-out';
import { keepApplied } from './keep-applied';
import { moveSteps, rankSteps } from './move-steps';
import { readyApply, type ReadyApply } from './ready-apply';
import { reportApply } from './report-apply';

/** Applied, or not: the plan is another by now, or more would move than this person has seen. */
export type ApplyOutcome = { report: ApplyReport } | { conflict: Planner } | { changed: ApplyPreview };

/**
 * Moves issues into and out of the sprint and ranks it as planned, as the user, as far as time allows. What is to be done is
 * worked out anew from Jira each time, so it may be asked for again at any time. Before the first change it is kept how the
 * sprint was.
 *
 * @param by account id of the acting user
 * @param at milliseconds since 1970
 * @throws Problem as `previewApply`, or when Jira does not answer and nothing was done
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
  const { preview } = ready;
  if (movesMore(preview, seen)) return { changed: preview };
  const steps = stepsOf(jira, sprintId, ready);
  if (steps.length === 0) return { report: { in: [], out: [], ranked: [], refused: [], left: 0 } };
  const stored = await readApplied(boardId, sprintId);
  const record = recordBefore(stored, ready, by, at);
  await writeApplied(boardId, sprintId, record);
  const carried = await carryOut(jira, steps);
  await keepApplied(boardId, sprintId, recordAfter(stored, record, carried));
  return { report: reportApply(preview, carried) };
}

function movesMore(preview: ApplyPreview, seen: ParsedPayload<'applyPlan'>['seen']): boolean {
  const seenIn = new Set(seen.in);
  const seenOut = new Set(seen.out);
  return (
    preview.in.some(({ issueId }) => !seenIn.has(issueId)) || preview.out.some(({ issueId }) => !seenOut.has(issueId))
  );
}

function stepsOf(jira: JiraSession, sprintId: number, { preview, rank }: ReadyApply): Step[] {
  const { nextSprint } = preview;
  const leaving = (to: ApplyPreview['below']): string[] =>
    preview.out.filter((issue) => issue.to === to).map(({ issueId }) => issueId);
  const entering = preview.in.map(({ issueId }) => issueId);
  return [
    ...moveSteps(jira, 'in', sprintId, entering),
    ...moveSteps(jira, 'out', null, leaving('backlog')),
    ...(nextSprint === null ? [] : moveSteps(jira, 'out', nextSprint.id, leaving('nextSprint'))),
    ...rankSteps(jira, rank),
  ];
}
