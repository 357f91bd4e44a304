import type { PlannerSprint } from '../../contract';
import { dateAt } from '../../estimation/half-days';
import type { Plan } from '../../storage/plans';
import type { Team, TeamChange } from '../../storage/teams';

/** A change to a sprint's capacity; `override`: the sprint was given one of its own, which `overrideTakenBack` took away. */
export interface CapacityChange {
  at: string;
  /** Account ids; null as in {@link TeamChange}. */
  by: string | null;
  about: string | null;
  what: TeamChange['what'] | 'override' | 'overrideTakenBack';
}

/**
 * What was changed after the sprint had started and touches its dates, newest first: the promise was made without it.
 *
 * @param timeZone of the team: which dates are the sprint's
 */
export function changesSinceStart(
  { changes }: Pick<Team, 'changes'>,
  { capacityHours, capacityNote }: Pick<Plan, 'capacityHours' | 'capacityNote'>,
  { state, startDate, endDate }: Pick<PlannerSprint, 'state' | 'startDate' | 'endDate'>,
  timeZone: string,
): CapacityChange[] {
  if (state === 'future' || startDate === undefined) return [];
  const start = Date.parse(startDate);
  const first = dateAt(startDate, timeZone);
  const last = endDate === undefined ? null : dateAt(endDate, timeZone);
  const ofTeam = changes
    .filter(({ from, to }) => (to === null || first <= to) && (from === null || last === null || from <= last))
    .map(({ at, by, what, accountId }): CapacityChange => ({ at, by, what, about: accountId }));
  return [...ofTeam, ...changesOfOwn(capacityHours, capacityNote)]
    .filter(({ at }) => Date.parse(at) > start)
    .sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}

function changesOfOwn(hours: number | undefined, note: Plan['capacityNote']): CapacityChange[] {
  if (note === undefined) return [];
  return [{ at: note.at, by: note.by, what: hours === undefined ? 'overrideTakenBack' : 'override', about: null }];
}
