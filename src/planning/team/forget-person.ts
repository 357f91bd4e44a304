import { allSettled } from '../../all-settled';
import type { ParsedPayload } from '../../contract';
import { isJiraAdmin } from '../../jira/permissions';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { forgetInCalibrations } from '../../storage/calibrations';
import { forgetInCommitments } from '../../storage/commitments';
import { forgetInConfidences } from '../../storage/confidences';
import { forgetInOutcomes } from '../../storage/outcomes';
import { forgetPresences } from '../../storage/presence';
import { forgetInUploads } from '../../storage/team-uploads';
import { boardsWithTeam, forgetInChunks, readTeam, type Team, type TeamChange, writeTeam } from '../../storage/teams';
import { forgetInPlans } from './forget-in-plans';
import type { TeamAct } from './save-team';
import { worksHere } from './sprint-capacity';

/**
 * Takes a person out of the team of every board, with their time off, out of imports that are not saved yet, of the lists of
 * what was changed there, of who gave a sprint its capacity or applied its plan, of who set which confidence, and of who has a
 * planner open, and who was to finish what and did. It may be asked for again at any time.
 *
 * @returns how many boards knew this person, by their team or a plan
 * @throws Problem `permission.denied` for who is not a Jira admin, for it reaches boards that others plan; `team.conflict`,
 *   `storage.unreadable` or `storage.failed` when it could not be done everywhere: what was done stays done
 */
export async function forgetPerson(
  jira: JiraSession,
  { accountId }: Pick<ParsedPayload<'forgetPerson'>, 'accountId'>,
  act: Omit<TeamAct, 'timeZone'>,
): Promise<number> {
  if (!(await isJiraAdmin(jira)))
    throw new Problem('permission.denied', 'Only a Jira admin can remove a person from every board.');
  try {
    const [ofTeams, ofPlans] = await allSettled([
      forgetInTeams(accountId, act),
      forgetInPlans(accountId),
      forgetInUploads(accountId),
      forgetPresences(accountId),
      forgetInConfidences(accountId),
      forgetInCommitments(accountId),
      forgetInOutcomes(accountId),
      forgetInCalibrations(accountId),
    ]);
    return new Set([...ofTeams, ...ofPlans]).size;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, message, detail } = error;
    const where = detail === undefined ? {} : { detail };
    throw new Problem(code, `This person is not removed everywhere yet. ${message}`, { ...where, cause: error });
  }
}

/** @returns the boards whose team knew this person */
async function forgetInTeams(accountId: string, act: Omit<TeamAct, 'timeZone'>): Promise<number[]> {
  const boards = await boardsWithTeam();
  const found = await allSettled(
    boards.map(async (boardId) => ((await forgetOn(boardId, accountId, act)) ? [boardId] : [])),
  );
  // After the teams: what they name is replaced as a whole.
  await forgetInChunks(accountId);
  return found.flat();
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
  const removals = team.people
    .filter((person) => !others(person) && worksHere(person))
    .map(({ from, until }): TeamChange => ({ at, by, what: 'person', accountId: null, from, to: until }));
  return {
    ...team,
    people: team.people.filter(others),
    timeOff: team.timeOff.filter(others),
    changes: [...removals, ...team.changes].map((change) => ({
      ...change,
      by: unless(change.by),
      accountId: unless(change.accountId),
    })),
  };
}
