import type { PlannerSprint } from '../../contract';
import type { Plan } from '../../storage/plans';
import type { Team, TeamChange } from '../../storage/teams';

/** A change to a sprint's capacity; `override`: the sprint was given one of its own. */
export interface CapacityChange {
  at: string;
  /** Account ids; null as in {@link TeamChange}. */
  by: string | null;
  about: string | null;
  what: TeamChange['what'] | 'override';
}

/** What was changed after the sprint had started, newest first: the promise was made without it. */
export function changesSinceStart(
  { changes }: Pick<Team, 'changes'>,
  capacityNote: Plan['capacityNote'],
  { state, startDate }: Pick<PlannerSprint, 'state' | 'startDate'>,
): CapacityChange[] {
  if (state === 'future' || startDate === undefined) return [];
  const start = Date.parse(startDate);
  const ofTeam = changes.map(({ at, by, what, accountId }): CapacityChange => ({ at, by, what, about: accountId }));
  const own: CapacityChange[] =
    capacityNote === undefined ? [] : [{ at: capacityNote.at, by: capacityNote.by, what: 'override', about: null }];
  return [...ofTeam, ...own]
    .filter(({ at }) => Date.parse(at) > start)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
