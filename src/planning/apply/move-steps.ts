import { chunksOf } from '../../chunks';
import { mostIssuesAMove, moveToBacklog, moveToSprint } from '../../jira/move-issues';
import { rankIssues } from '../../jira/rank-issues';
import type { JiraSession } from '../../jira/session';
import type { Step } from './carry-out';
import type { RankCall } from './rank-order';

/**
 * The calls that move issues.
 *
 * @param to a sprint's id; null is the backlog
 */
export function moveSteps(jira: JiraSession, kind: 'in' | 'out', to: number | null, ids: readonly string[]): Step[] {
  return chunksOf(ids, mostIssuesAMove).map((chunk) => ({
    kind,
    ids: chunk,
    run: async (some) => {
      await (to === null ? moveToBacklog(jira, some) : moveToSprint(jira, to, some));
      return [];
    },
  }));
}

/** The calls that rank issues. */
export function rankSteps(jira: JiraSession, calls: readonly RankCall[]): Step[] {
  return calls.map(({ ids, place }) => ({
    kind: 'rank',
    ids,
    run: (some) => rankIssues(jira, some, place),
    lastFirst: 'after' in place,
  }));
}

/** With a second or so a call, this many rank calls leave time for a move in the same invocation. */
const ranksAMove = 10;

/**
 * The calls that put issues back to the backlog, each at its old place. They are ranked before they leave: what has left the
 * sprint would not be known any more when this has to go on in another invocation. And they leave soon after, so that each
 * invocation has less to do than the one before.
 */
export function returnSteps(jira: JiraSession, ids: readonly string[], calls: readonly RankCall[]): Step[] {
  const ranked = new Set(calls.flatMap((call) => call.ids));
  const steps = moveSteps(
    jira,
    'out',
    null,
    ids.filter((id) => !ranked.has(id)),
  );
  let batch: RankCall[] = [];
  for (const [place, call] of calls.entries()) {
    batch.push(call);
    const inBatch = batch.flatMap((each) => each.ids);
    if (inBatch.length < mostIssuesAMove && batch.length < ranksAMove && place < calls.length - 1) continue;
    steps.push(...rankSteps(jira, batch), ...moveSteps(jira, 'out', null, inBatch));
    batch = [];
  }
  return steps;
}
