import type { ParsedPayload } from '../contract';
import { anchorLine, countAboveAnchor } from '../estimation/manual-line';
import { orderKeeping, orderLike } from '../estimation/plan-order';
import { Problem } from '../problem';
import type { Plan } from '../storage/plans';

/**
 * The plan to store after somebody changed something. Decides only; what is not named stays as it is.
 *
 * @param shown the issue ids that this person sees, in plan order
 * @throws Problem `input.invalid` when the order names no issue of the sprint, or the line is put below more issues than there are
 */
export function changePlan(plan: Plan, change: ParsedPayload<'savePlan'>, shown: readonly string[]): Plan {
  if (change.order !== undefined && shown.length > 0 && !change.order.some((id) => shown.includes(id))) {
    throw new Problem(
      'input.invalid',
      'None of the issues in this order is in the sprint. Reload the page and try again.',
    );
  }
  const { capacityHours: kept, ...rest } = plan;
  const capacityHours = change.capacityHours === undefined ? kept : (change.capacityHours ?? undefined);
  const ordered = change.order === undefined ? shown : orderLike(change.order, shown);
  return {
    ...rest,
    revision: plan.revision + 1,
    ...(change.order === undefined ? {} : { order: withoutExcess(orderKeeping(ordered, plan.order), ordered) }),
    ...(change.cutline === undefined ? {} : { cutline: changedLine(change.cutline, ordered) }),
    ...(change.desired === undefined ? {} : { desired: change.desired }),
    ...(change.policy === undefined ? {} : { policy: change.policy }),
    ...(capacityHours === undefined ? {} : { capacityHours }),
  };
}

/** Ids that are in the order and not shown: of issues that left for now, or that others see. More than ever come back. */
const mostKept = 1000;

function withoutExcess(order: readonly string[], shown: readonly string[]): string[] {
  const isShown = new Set(shown);
  const excess = order.length - isShown.size - mostKept;
  if (excess <= 0) return [...order];
  const gone = new Set(order.filter((id) => !isShown.has(id)).slice(-excess));
  return order.filter((id) => !gone.has(id));
}

function changedLine(
  cutline: NonNullable<ParsedPayload<'savePlan'>['cutline']>,
  ordered: readonly string[],
): Plan['cutline'] {
  if (cutline.mode === 'auto') return { mode: 'auto' };
  if (cutline.below !== undefined) {
    return { mode: 'manual', anchor: anchorLine(ordered, countAboveAnchor(ordered, cutline.below)) };
  }
  const count = cutline.count ?? 0;
  if (count > ordered.length) {
    throw new Problem(
      'input.invalid',
      `The line cannot be below ${String(count)} issues: the sprint has ${String(ordered.length)}.`,
    );
  }
  return { mode: 'manual', anchor: anchorLine(ordered, count) };
}
