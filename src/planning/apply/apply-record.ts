import type { Applied } from '../../storage/applied';
import type { CarriedOut } from './carry-out';
import type { ReadyApply } from './ready-apply';

/**
 * What to keep of an apply before it begins. An apply goes on when the same revision is applied again, or when the last one
 * had not come to its end: then everything that is known of the time before it stays. Otherwise a new one begins.
 *
 * @param by account id
 * @param at milliseconds since 1970
 */
export function recordBefore(
  stored: Applied | null,
  { preview, sprintOrder, backlog }: Pick<ReadyApply, 'preview' | 'sprintOrder' | 'backlog'>,
  by: string,
  at: number,
): Applied {
  const goesOn = stored !== null && (stored.revision === preview.revision || !stored.finished);
  const before = goesOn ? stored : { in: [], out: [], order: sprintOrder };
  const known = new Set([...before.in.map(({ issueId }) => issueId), ...before.out]);
  const entering = backlogPlaces(backlog, new Set(preview.in.map(({ issueId }) => issueId)));
  return {
    version: 1,
    at: new Date(at).toISOString(),
    by,
    revision: preview.revision,
    finished: false,
    in: [...before.in, ...entering.filter(({ issueId }) => !known.has(issueId))],
    out: [...before.out, ...preview.out.map(({ issueId }) => issueId).filter((id) => !known.has(id))],
    order: before.order,
  };
}

/**
 * What to keep after a call: without what Jira would not move.
 *
 * @param stored what was kept before the call; what Jira did then stays
 * @returns `stored` when this call has changed nothing
 */
export function recordAfter(stored: Applied | null, record: Applied, { done, left }: CarriedOut): Applied | null {
  if (Object.values(done).every(({ size }) => size === 0)) return stored;
  // While issues are left, they may still be moved by the next call.
  if (left > 0) return record;
  const moved = new Set([...(stored?.in.map(({ issueId }) => issueId) ?? []), ...(stored?.out ?? [])]);
  for (const id of [...done.in, ...done.out]) moved.add(id);
  return {
    ...record,
    finished: true,
    in: record.in.filter(({ issueId }) => moved.has(issueId)),
    out: record.out.filter((id) => moved.has(id)),
  };
}

/** Where in the backlog each of these issues is: beside what stays there. */
function backlogPlaces(backlog: readonly string[], leaving: ReadonlySet<string>): Applied['in'] {
  const after = backlog.findLast((id) => !leaving.has(id));
  const places: Applied['in'] = [];
  let before: string | undefined;
  for (const issueId of [...backlog].reverse()) {
    if (!leaving.has(issueId)) before = issueId;
    else places.push({ issueId, ...(before !== undefined ? { before } : after !== undefined ? { after } : {}) });
  }
  return places.reverse();
}
