import { allSettled } from '../../all-settled';
import type { ParsedPayload, Value } from '../../contract';
import { readBoard } from '../../jira/boards';
import { isJiraAdmin } from '../../jira/permissions';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { readSettings } from '../../storage/settings';
import { readTeamPart, type TeamPart, writeTeamPart } from '../../storage/team-uploads';
import { boardsWithTeam, readTeam, writeTeam } from '../../storage/teams';
import { checkMayPlan, mayPlan, rightsOnBoard } from '../may-edit-board';
import { changeTeam } from './change-team';

/** Who changes a team, when, and a name that no other save uses. */
export interface TeamAct {
  by: string;
  /** Milliseconds since 1970. */
  at: number;
  id: string;
}

/**
 * Changes a board's team: all that is asked for, or nothing.
 *
 * @throws Problem `board.unknown`, `permission.denied`, `input.invalid`, or `team.conflict` when somebody else saved first
 */
export async function saveTeam(jira: JiraSession, payload: ParsedPayload<'saveTeam'>, act: TeamAct): Promise<void> {
  const { boardId, revision, upload, ...change } = payload;
  await checkMayChange(jira, boardId);
  const team = await readTeam(boardId);
  if (team.revision !== revision) throw conflict();
  const at = new Date(act.at).toISOString();
  const rows = upload === undefined ? {} : together(await readParts(boardId, upload));
  const next = changeTeam(team, { ...rows, ...change }, act.by, at, upload !== undefined);
  if (!(await writeTeam(boardId, next, revision, act.id))) throw conflict();
}

function conflict(): Problem {
  return new Problem('team.conflict', 'Somebody else has changed this team. Look at theirs, then try again.');
}

/** Keeps a part of an import until it is saved as a whole. @throws Problem `board.unknown`, `permission.denied` */
export async function stageTeam(
  jira: JiraSession,
  { boardId, upload, part, people, timeOff }: ParsedPayload<'stageTeam'>,
): Promise<Value<'stageTeam'>> {
  await checkMayChange(jira, boardId);
  const nothing = { set: [], remove: [] };
  await writeTeamPart(boardId, upload, part, { people: people ?? nothing, timeOff: timeOff ?? nothing });
  return { part };
}

async function readParts(boardId: number, { id, parts }: { id: string; parts: number }): Promise<TeamPart[]> {
  const found = await allSettled(Array.from({ length: parts }, (_, index) => readTeamPart(boardId, id, index)));
  const all = found.filter((part) => part !== null);
  if (all.length < parts)
    throw new Problem(
      'input.invalid',
      'A part of the import has been lost. Nothing was changed; import the file again.',
    );
  return all;
}

function together(parts: readonly TeamPart[]): TeamPart {
  return {
    people: {
      set: parts.flatMap(({ people }) => people.set),
      remove: parts.flatMap(({ people }) => people.remove),
    },
    timeOff: {
      set: parts.flatMap(({ timeOff }) => timeOff.set),
      remove: parts.flatMap(({ timeOff }) => timeOff.remove),
    },
  };
}

/**
 * Takes a person out of the team of every board, and their time off with them.
 *
 * @returns how many boards knew this person
 * @throws Problem `permission.denied` for who is not a Jira admin: it reaches boards that others plan
 */
export async function forgetPerson(
  jira: JiraSession,
  { accountId }: ParsedPayload<'forgetPerson'>,
  act: TeamAct,
): Promise<number> {
  if (!(await isJiraAdmin(jira)))
    throw new Problem('permission.denied', 'Only a Jira admin can remove a person from every board.');
  const boards = await boardsWithTeam();
  const found = await allSettled(boards.map((boardId) => forgetOn(boardId, accountId, act)));
  return found.filter((knew) => knew).length;
}

async function forgetOn(boardId: number, accountId: string, { at, id }: TeamAct): Promise<boolean> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const team = await readTeam(boardId);
    const isThere =
      team.people.some((person) => person.accountId === accountId) ||
      team.changes.some((change) => change.accountId === accountId || change.by === accountId);
    if (!isThere) return false;
    // What was changed stays, whose it was does not.
    const changes = team.changes.flatMap((change) =>
      change.accountId === accountId ? [] : [change.by === accountId ? { ...change, by: 'unknown' } : change],
    );
    const without = changeTeam(
      { ...team, changes },
      { people: { set: [], remove: [accountId] } },
      'unknown',
      new Date(at).toISOString(),
      true,
    );
    if (await writeTeam(boardId, without, team.revision, `${id}-${String(boardId)}-${String(attempt)}`)) return true;
  }
  throw new Problem('team.conflict', 'Somebody is changing a team just now. Try again in a minute.');
}

async function checkMayChange(jira: JiraSession, boardId: number): Promise<void> {
  const board = await readBoard(jira, boardId);
  const [rights, settings] = await allSettled([rightsOnBoard(jira, board), readSettings(board.id)]);
  checkMayPlan('look at this team but not change it', { mayEdit: rights.edit, mayPlan: mayPlan(rights, settings) });
}
