import type { Plan } from '../../storage/plans';

/**
 * The plan with who gave its sprint a capacity of its own, when, and why, or who took it away again and when. A change of
 * something else leaves what was noted, and so does the same number once more: only who gives another reason is noted then.
 *
 * @param before the plan as it was stored
 * @param act `reason` undefined: nobody was asked for one
 */
export function withCapacityNote(
  next: Plan,
  before: Plan,
  { reason, by, at }: { reason: string | undefined; by: string; at: string },
): Plan {
  const { capacityHours: hours } = next;
  const note = before.capacityNote;
  if (hours !== before.capacityHours)
    return { ...next, capacityNote: { reason: hours === undefined ? '' : (reason ?? ''), by, at } };
  if (hours === undefined || reason === undefined || reason === note?.reason) return next;
  return { ...next, capacityNote: { reason, by, at: note?.at ?? at } };
}
