import type { TeamPerson } from './team-types';

/**
 * Does this person work on the board on that date? Whoever has left, has not begun or is elsewhere does not. The same rule
 * as the server's.
 *
 * @param date yyyy-mm-dd
 */
export function worksHereOn(
  { status, from, until }: Pick<TeamPerson, 'status' | 'from' | 'until'>,
  date: string,
): boolean {
  const counts = status === 'active' || status === 'probation';
  return counts && (from === null || from <= date) && (until === null || date <= until);
}
