import { allSettled } from '../../all-settled';
import type { ParsedPayload } from '../../contract';
import { isJiraAdmin } from '../../jira/permissions';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { forgetInConfidences } from '../../storage/confidences';
import { forgetPresences } from '../../storage/presence';
import { boardsWithTeam, readTeam, type Team, writeTeam } from '../../storage/teams';
import type { TeamAct } from './save-team';

/**
 * Takes a person out of the team of every board, with their time off, out of the lists of what was changed there, of who set
 * which confidence, and of who has a planner open. What plans note about who gave a sprint its capacity, or applied it, is
 * not looked at: there is no list of plans.
 *
 * @returns how many boards knew this person
 * @throws Problem `permission.denied` for who is not a Jira admin, for it reaches boards that others plan; `team.conflict`,
 *   `storage.unreadable` or `storage.failed` when it could not be done on every board: what was done stays done
 */
export async function forgetPerson(
  jira: JiraSession,
  { accountId }: Pick<ParsedPayload<'forgetPerson'>, 'accountId'>,
  act: Omit<TeamAct, 'timeZone'>,
): Promise<number> {
  if (!(await isJiraAdmin(jira)))
    throw new Problem('permission.denied', 'Only a Jira admin can remove a person from every board.');
  const boards = await boardsWithTeam();
  const [found] = await allSettled([
    allSettled(boards.map((boardId) => forgetOn(boardId, accountId, act))),
    forgetPresences(accountId),
    forgetInConfidences(accountId),
  ]);
  return found.filter((knew) => knew).length;
}

/** Others may be saving meanwhile. */
const mostAttempts = 3;

async function forgetOn(
  boardId: number,
  accountId: string,
  { by, at, id }: Omit<TeamAct, 'timeZone'>,
): Promise<boolean> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const team = await readTeam(boardId);
    if (!knows(team, accountId)) return false;
    const without = withoutPerson(team, accountId, by, new Date(at).toISOString());
    if (await writeTeam(boardId, without, team.revision, `${id}-${String(boardId)}-${String(attempt)}`)) return true;
  }
  throw new Problem('team.conflict', 'Somebody is changing a team just now. Try again in a minute.');
}

function knows({ people, timeOff, changes }: Team, accountId: string): boolean {
  return (
    [...people, ...timeOff, ...changes].some((each) => each.accountId === accountId) ||
    changes.some(({ by }) => by === accountId)
  );
}

/** That something was changed stays; whose it was, and by this person, does not. */
function withoutPerson(team: Team, accountId: string, by: string, at: string): Team {
  const others = (each: { accountId: string }): boolean => each.accountId !== accountId;
  const unless = (account: string | null): string | null => (account === accountId ? null : account);
  const wasOfTeam = !team.people.every(others);
  const removal = { at, by, what: 'person', accountId: null } as const;
  return {
    ...team,
    people: team.people.filter(others),
    timeOff: team.timeOff.filter(others),
    changes: [...(wasOfTeam ? [removal] : []), ...team.changes].map((change) => ({
      ...change,
      by: unless(change.by),
      accountId: unless(change.accountId),
    })),
  };
}
