import type { DateStyle } from './team-dates';
import type { OpenedTeam } from './team-types';
import type { Names } from './use-names';
import type { TeamActs } from './use-team';

/** What each part of the Team tab is given. */
export interface TeamViewProps {
  team: OpenedTeam;
  acts: TeamActs;
  names: Names;
  dates: DateStyle;
  /** yyyy-mm-dd, by the team's clock. */
  today: string;
  /** BCP 47 */
  locale: string;
}
