import type { Planner, PlannerItem } from '../../../../src/contract';
import { type Load, loads, type LoadState } from '../../../../src/estimation/load';

/** One person's load, by the name that Jira has for them; null: it has none any more. */
export interface NamedLoad extends Load {
  readonly accountId: string;
  readonly name: string | null;
  readonly departmentId: string | null;
}

export interface TeamLoad {
  /** Why there are no capacities to compare with; null: there are. */
  readonly without: 'noTeam' | 'noDates' | null;
  /** The worst first, so that nobody who has too much is far down. */
  readonly people: readonly NamedLoad[];
  readonly unassigned: Load | null;
  readonly departments: NonNullable<Planner['team']>['departments'];
}

const worstFirst: readonly LoadState[] = ['over', 'tight', 'unknown', 'fits', 'idle'];

/**
 * The load of each person of the team, and of everybody else who has work.
 *
 * @param above the issues above the line
 * @returns null when there is nobody to speak of
 */
export function teamLoad(above: readonly PlannerItem[], team: Planner['team']): TeamLoad | null {
  const without = team === null ? 'noTeam' : team.hours === null ? 'noDates' : null;
  const byPerson = new Map(team?.people.map((person) => [person.accountId, person]));
  const assignees = new Map(
    above.flatMap(({ assignee }) => (assignee === null ? [] : [[assignee.accountId, assignee]])),
  );
  if (team === null && assignees.size === 0) return null;
  const capacities = new Map(
    without === null ? [...byPerson.values()].map(({ accountId, hours }) => [accountId, hours] as const) : [],
  );
  const all = loads(
    above.map(({ assignee, hours, confidence }) => ({
      accountId: assignee?.accountId ?? null,
      hours,
      confidence: confidence / 100,
    })),
    capacities,
  );
  const people = all.flatMap((load) =>
    load.accountId === null
      ? []
      : {
          ...load,
          accountId: load.accountId,
          name: byPerson.get(load.accountId)?.name ?? assignees.get(load.accountId)?.name ?? null,
          departmentId: byPerson.get(load.accountId)?.departmentId ?? null,
        },
  );
  const rank = ({ state }: NamedLoad): number => worstFirst.indexOf(state);
  return {
    without,
    people: people.sort((a, b) => rank(a) - rank(b)),
    unassigned: all.find(({ accountId }) => accountId === null) ?? null,
    departments: team?.departments ?? [],
  };
}

/** The people of a department and below, together. */
export interface DepartmentLoad {
  readonly optimistic: number;
  readonly pessimistic: number;
  readonly capacity: number;
  /** How many of its people are in each state. */
  readonly states: Readonly<Record<LoadState, number>>;
}

/** A sum of loads that still says how many of the people are over: together they may fit while one does not. */
export function departmentLoad(people: readonly Load[]): DepartmentLoad {
  const states: Record<LoadState, number> = { fits: 0, tight: 0, over: 0, idle: 0, unknown: 0 };
  let [optimistic, pessimistic, capacity] = [0, 0, 0];
  for (const load of people) {
    states[load.state] += 1;
    optimistic += load.optimistic;
    pessimistic += load.pessimistic;
    capacity += load.capacity ?? 0;
  }
  return { optimistic, pessimistic, capacity, states };
}
