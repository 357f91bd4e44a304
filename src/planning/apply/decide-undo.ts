import type { ApplyPreview } from '../../contract';
import type { Issue } from '../../jira/issues';
import type { PlacedIssue } from '../../jira/placed-issues';
import type { Applied } from '../../storage/applied';
import { callsAfter, callsBefore, type RankCall } from './rank-order';

/** What takes an apply back, as Jira is now. */
export interface UndoDecision {
  /** Back into the sprint. */
  in: ApplyPreview['in'];
  /** Back to the backlog. */
  out: ApplyPreview['out'];
  /** What is in the sprint afterwards and was before, in its old order. */
  remaining: ApplyPreview['ranked'];
  /** What cannot go back, and why. */
  staying: ApplyPreview['staying'];
  /** Ids of those that will not go back another time either. */
  final: ReadonlySet<string>;
  /** Puts what goes back to the backlog beside its old neighbours. */
  rankInBacklog: RankCall[];
}

/**
 * Decides how to take an apply back. What is where the apply has put it goes back, unless it is done; what somebody has put
 * elsewhere since stays there, and so does what the apply had nothing to do with.
 *
 * @param applied without the issues that are where they were before
 * @param sprint what is in the sprint now
 * @param places where the issues of the apply are, as far as this user may see them
 * @param neighbours those of the issues beside which something was in the backlog that are still there
 */
export function decideUndo(
  applied: Applied,
  sprintId: number,
  sprint: readonly Issue[],
  places: ReadonlyMap<string, PlacedIssue>,
  neighbours: ReadonlySet<string>,
): UndoDecision {
  const staying: ApplyPreview['staying'] = [];
  const final = new Set<string>();
  /** The issue when it is to go back; otherwise says why not. */
  const goingBack = (id: string, from: number | null): PlacedIssue[] => {
    const issue = places.get(id);
    if (issue === undefined) {
      staying.push({ issueId: id, key: id, summary: '', ...unseen });
      return [];
    }
    const why =
      issue.status.category === 'done' ? done : !issue.onBoard ? offBoard : issue.sprintId !== from ? moved : null;
    if (why === null) return [issue];
    staying.push({ ...named(issue), ...why });
    final.add(id);
    return [];
  };
  const leaving = applied.in.flatMap(({ issueId }) => goingBack(issueId, sprintId));
  const returning = applied.out.flatMap(({ issueId, to }) => goingBack(issueId, to));
  const isLeaving = new Set(leaving.map(({ id }) => id));
  const inSprint = new Map([...sprint, ...returning].map((issue) => [issue.id, issue]));
  return {
    in: returning.map(named),
    out: leaving.map((issue) => ({ ...named(issue), to: 'backlog' })),
    remaining: applied.order.flatMap((id) => (isLeaving.has(id) ? [] : (inSprint.get(id) ?? []))).map(named),
    staying,
    final,
    rankInBacklog: callsInBacklog(
      applied.in.filter(({ issueId }) => isLeaving.has(issueId)),
      neighbours,
    ),
  };
}

const unseen = { code: 'gone', why: 'It does not exist any more, or you may not see it.' };
const offBoard = { code: 'elsewhere', why: 'This board does not show it any more. Look at it in Jira.' };
const moved = { code: 'elsewhere', why: 'Somebody has moved it since, and it stays where it is now.' };
const done = {
  code: 'done',
  why: 'It is done, and what is done stays where it is.',
};

/** What was beside the same issue goes back together, in its order. What was beside nothing may have any rank. */
function callsInBacklog(leaving: Applied['in'], neighbours: ReadonlySet<string>): RankCall[] {
  const groupBefore = new Map<string, string[]>();
  const groupAfter = new Map<string, string[]>();
  for (const { issueId, before, after } of leaving) {
    if (before !== undefined) groupBefore.set(before, [...(groupBefore.get(before) ?? []), issueId]);
    else if (after !== undefined) groupAfter.set(after, [...(groupAfter.get(after) ?? []), issueId]);
  }
  return [
    ...[...groupBefore].flatMap(([before, group]) => (neighbours.has(before) ? callsBefore(before, group) : [])),
    ...[...groupAfter].flatMap(([after, group]) => (neighbours.has(after) ? callsAfter(after, group) : [])),
  ];
}

function named({ id, key, summary }: Issue): ApplyPreview['in'][number] {
  return { issueId: id, key, summary };
}
