import type { ParsedPayload } from '../contract';
import type { Plan } from '../storage/plans';
import type { Gathered } from './make-planner';

/**
 * What is planned into and out of the sprint, after a change. Only what is still open is kept: a pulled issue that is in
 * the sprint by now is simply in it, a dropped one that has left is simply gone. What this person may not see is not theirs
 * to take out of the plan.
 */
export function changeMembers(
  plan: Plan,
  change: Pick<ParsedPayload<'savePlan'>, 'pulled' | 'dropped'>,
  gathered: Pick<Gathered, 'issues' | 'pulled'>,
): Plan {
  const inSprint = new Set(gathered.issues.map(({ id }) => id));
  const seen = new Set(gathered.pulled.map(({ id }) => id));
  const stored = plan.pulled ?? [];
  const unseen = stored.filter((id) => !inSprint.has(id) && !seen.has(id));
  const pulled = [...(change.pulled ?? stored).filter((id) => seen.has(id)), ...unseen];
  const dropped = (change.dropped ?? plan.dropped ?? []).filter((id) => inSprint.has(id));
  const { pulled: _pulled, dropped: _dropped, ...rest } = plan;
  return {
    ...rest,
    ...(pulled.length === 0 ? {} : { pulled: [...new Set(pulled)] }),
    ...(dropped.length === 0 ? {} : { dropped: [...new Set(dropped)] }),
  };
}
