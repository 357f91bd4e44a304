import type { ApplyPreview } from '../../contract';
import type { Issue } from '../../jira/issues';
import type { Applied } from '../../storage/applied';
import { callsAfter, callsBefore, type RankCall, rankCalls } from './rank-order';

/** What takes an apply back, as Jira is now. */
export interface UndoDecision {
  /** Back into the sprint. */
  in: ApplyPreview['in'];
  /** Back to the backlog, in its old order. */
  out: ApplyPreview['out'];
  /** Issues of the sprint that get their old rank. */
  ranked: ApplyPreview['ranked'];
  /** What cannot go back, and why. */
  staying: ApplyPreview['staying'];
  /** Puts what goes back to the backlog beside its old neighbours. */
  rankInBacklog: RankCall[];
  rankInSprint: RankCall[];
}

/**
 * Decides how to take an apply back. Issues that somebody has moved since and that are where they were before are left
 * alone, and so are issues that the apply had nothing to do with.
 *
 * @param sprint what is in the sprint now, by rank
 * @param elsewhere those of `applied.out` that are not, as far as this user may see them
 */
export function decideUndo(applied: Applied, sprint: readonly Issue[], elsewhere: readonly Issue[]): UndoDecision {
  const inSprint = new Map(sprint.map((issue) => [issue.id, issue]));
  const found = new Map(elsewhere.map((issue) => [issue.id, issue]));
  const staying: ApplyPreview['staying'] = [];

  const comingBack = applied.out.filter((id) => !inSprint.has(id));
  for (const id of comingBack) if (!found.has(id)) staying.push({ issueId: id, key: id, summary: '', ...gone });
  const leaving = applied.in.filter(({ issueId }) => {
    const issue = inSprint.get(issueId);
    if (issue?.status.category === 'done') staying.push({ ...named(issue), ...done });
    return issue !== undefined && issue.status.category !== 'done';
  });

  const wanted = applied.order.filter((id) => inSprint.has(id) || found.has(id));
  const rankInSprint = rankCalls(
    sprint.map(({ id }) => id),
    wanted,
  );
  const ranked = new Set(rankInSprint.flatMap(({ ids }) => ids));
  return {
    in: comingBack.flatMap((id) => found.get(id) ?? []).map(named),
    out: leaving
      .flatMap(({ issueId }) => inSprint.get(issueId) ?? [])
      .map((issue) => ({ ...named(issue), to: 'backlog' })),
    ranked: wanted.flatMap((id) => (ranked.has(id) ? (inSprint.get(id) ?? []) : [])).map(named),
    staying,
    rankInBacklog: callsInBacklog(leaving),
    rankInSprint,
  };
}

/** What will not change by trying again. */
export const finalCodes: ReadonlySet<string> = new Set(['gone', 'done']);

const gone = { code: 'gone', why: 'It does not exist any more, or you may not see it.' };
const done = {
  code: 'done',
  why: 'It has been done since, and what is done stays in the sprint in which it was done.',
};

/** What was beside the same issue goes back together, in its order. What was beside nothing may have any rank. */
function callsInBacklog(leaving: Applied['in']): RankCall[] {
  const groupBefore = new Map<string, string[]>();
  const groupAfter = new Map<string, string[]>();
  for (const { issueId, before, after } of leaving) {
    if (before !== undefined) groupBefore.set(before, [...(groupBefore.get(before) ?? []), issueId]);
    else if (after !== undefined) groupAfter.set(after, [...(groupAfter.get(after) ?? []), issueId]);
  }
  return [
    ...[...groupBefore].flatMap(([before, group]) => callsBefore(before, group)),
    ...[...groupAfter].flatMap(([after, group]) => callsAfter(after, group)),
  ];
}

function named({ id, key, summary }: Issue): ApplyPreview['in'][number] {
  return { issueId: id, key, summary };
}
