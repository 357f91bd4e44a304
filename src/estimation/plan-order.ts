/**
 * The order of a plan, as lists of issue ids. Jira's rank is where it starts, and a stored order is laid over it.
 */

/**
 * Brings `ids` into the order of `leading`. An id that `leading` does not name comes right after the one that is before
 * it in `ids`, so a new issue appears next to its neighbour and not at the end. Ids that only `leading` names are left out.
 *
 * @example orderLike(['c', 'a'], ['a', 'b', 'c']) // ['c', 'a', 'b']
 */
export function orderLike(leading: readonly string[], ids: readonly string[]): string[] {
  const present = new Set(ids);
  const led = leading.filter((id) => present.has(id));
  return insertMissing(led, ids);
}

/**
 * The order to store when somebody saves one: their order, with the ids that only the stored order knows (issues that this
 * person may not see, or that have left the sprint for now) kept after the one that was before them.
 */
export function orderKeeping(saved: readonly string[], stored: readonly string[]): string[] {
  return insertMissing(saved, stored);
}

/** `base`, with each id of `reference` that it lacks put right after its predecessor in `reference`. */
function insertMissing(base: readonly string[], reference: readonly string[]): string[] {
  const has = new Set(base);
  const followers = new Map<string | null, string[]>();
  let before: string | null = null;
  let group: string[] | null = null;
  for (const id of reference) {
    if (has.has(id)) {
      before = id;
      group = null;
    } else if (group === null) {
      group = [id];
      followers.set(before, group);
    } else {
      group.push(id);
    }
  }
  return [...(followers.get(null) ?? []), ...base.flatMap((id) => [id, ...(followers.get(id) ?? [])])];
}

/**
 * One change of order: `issueId` now comes right after the first of `after` that is there. The issues above it are named
 * nearest first, so that the move still has its place when its neighbour has left the sprint. Empty: it comes first.
 * `pull`: it was not in the plan and comes in. `drop`: it leaves the plan.
 */
export type Move =
  | { readonly issueId: string; readonly after: readonly string[]; readonly pull?: true }
  | { readonly issueId: string; readonly drop: true };

/**
 * Applies one move. An issue that is not there changes nothing, unless it is pulled in; when all of `after` is gone, the
 * issue comes first.
 */
export function moveIssue(order: readonly string[], move: Move): string[] {
  const { issueId } = move;
  const rest = order.filter((id) => id !== issueId);
  const isThere = rest.length < order.length;
  if ('drop' in move || (!isThere && move.pull !== true)) return rest;
  const neighbour = move.after.find((id) => rest.includes(id));
  const place = neighbour === undefined ? 0 : rest.indexOf(neighbour) + 1;
  return [...rest.slice(0, place), issueId, ...rest.slice(place)];
}
