import type { ParsedPayload } from '../contract';
import type { Plan } from '../storage/plans';
import type { Gathered } from './make-planner';

/** What nobody sees any more is not kept for ever: each costs a reading of Jira. */
const mostUnseen = 200;

/**
 * What is planned into and out of the sprint, after a change. A pulled issue that is in the sprint by now is
 * simply in it. What this person may not see is not theirs to take out of the plan, or back into it.
 */
export function changeMembers(
  plan: Plan,
  change: Pick<ParsedPayload<'savePlan'>, 'pulled' | 'dropped'>,
  gathered: Pick<Gathered, 'issues' | 'pulled'>,
): Plan {
  const inSprint = new Set(gathered.issues.map(({ id }) => id));
  const seen = new Set(gathered.pulled.map(({ id }) => id));
  const stored = plan.pulled ?? [];
  const unseen = stored.filter((id) => !inSprint.has(id) && !seen.has(id)).slice(-mostUnseen);
  const pulled = [...(change.pulled ?? stored).filter((id) => seen.has(id)), ...unseen];
  const storedDropped = plan.dropped ?? [];
  const dropped = [
    ...(change.dropped ?? storedDropped).filter((id) => inSprint.has(id)),
    ...storedDropped.filter((id) => !inSprint.has(id)).slice(-mostUnseen),
  ];
  const { pulled: _pulled, dropped: _dropped, ...rest } = plan;
  return {
    ...rest,
    ...(pulled.length === 0 ? {} : { pulled: [...new Set(pulled)] }),
    ...(dropped.length === 0 ? {} : { dropped: [...new Set(dropped)] }),
  };
}
