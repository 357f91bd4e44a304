import type { Planner, PlannerSprint } from '../../contract';
import type { Plan } from '../../storage/plans';
import type { Settings } from '../../storage/settings';
import type { Team } from '../../storage/teams';
import { changesSinceStart } from './changes-since-start';
import type { PreviousCapacity } from './previous-capacity';
import type { PeoplesCapacity } from './sprint-capacity';

/**
 * The capacity that a sprint is planned with: its own; else, as the board has chosen, its people's, the board's for every
 * sprint, or the one that the sprint before it was given.
 */
export function plannerCapacity(
  plan: Pick<Plan, 'capacityHours' | 'capacityNote'>,
  settings: Pick<Settings, 'capacityMode' | 'capacityHours'>,
  people: Pick<PeoplesCapacity, 'hours'>,
  previous: PreviousCapacity | null,
): Planner['capacity'] {
  const { capacityHours, capacityNote } = plan;
  if (capacityHours !== undefined) {
    const reason = capacityNote?.reason ?? '';
    return { hours: capacityHours, source: 'sprint', reason: reason === '' ? null : reason, from: null };
  }
  const none = { hours: null, source: 'none', reason: null, from: null } as const;
  switch (settings.capacityMode) {
    case 'team':
      return people.hours === null ? none : { ...none, hours: people.hours, source: 'team' };
    case 'board':
      return settings.capacityHours === null ? none : { ...none, hours: settings.capacityHours, source: 'board' };
    case 'sprint':
      return previous === null ? none : { ...none, ...previous, source: 'previous' };
  }
}

/**
 * What the planner tells of a board's people; null when nobody works there.
 *
 * @param names by account id, as far as they are known
 */
export function plannerTeam(
  team: Team,
  plan: Pick<Plan, 'capacityHours' | 'capacityNote'>,
  sprint: PlannerSprint,
  { hours, why, people }: PeoplesCapacity,
  names: ReadonlyMap<string, string>,
): Planner['team'] {
  if (why === 'noPeople') return null;
  return {
    people: people.map((person) => ({
      accountId: person.accountId,
      name: names.get(person.accountId) ?? null,
      hours: person.hours,
      departmentId: person.departmentId,
    })),
    departments: team.departments,
    hours,
    changedSinceStart: changesSinceStart(team, plan, sprint, team.timeZone ?? 'UTC').length,
  };
}
