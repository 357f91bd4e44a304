import type { DateStyle } from './team-dates';
import type { OpenedTeam } from './team-types';
import type { TeamActs } from './use-team';

/** What each part of the Team tab is given. */
export interface TeamViewProps {
  team: OpenedTeam;
  acts: TeamActs;
  dates: DateStyle;
  /** yyyy-mm-dd, by the team's clock. */
  today: string;
}

/** By account id. null, or none at all: somebody whom Jira does not know any more. */
export function namesOf(team: OpenedTeam): ReadonlyMap<string, string | null> {
  return new Map(team.people.map(({ accountId, name }) => [accountId, name]));
}
