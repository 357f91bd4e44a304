import type { Plan } from '../../storage/plans';

/**
 * The plan with who gave its sprint a capacity of its own, when, and why; without it when the sprint has none. A change of
 * something else leaves what was noted.
 *
 * @param before the plan as it was stored
 * @param act `reason` undefined: nobody was asked for one
 */
export function withCapacityNote(
  next: Plan,
  before: Plan,
  { reason, by, at }: { reason: string | undefined; by: string; at: string },
): Plan {
  if (reason === undefined && next.capacityHours === before.capacityHours) return next;
  const { capacityNote: _, ...rest } = next;
  return next.capacityHours === undefined ? rest : { ...rest, capacityNote: { reason: reason ?? '', by, at } };
}
