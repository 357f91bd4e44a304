import { allSettled } from '../../all-settled';
import type { ParsedPayload, Value } from '../../contract';
import { readBoard } from '../../jira/boards';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import { readSettings } from '../../storage/settings';
import { forgetTeamParts, readTeamPart, type TeamPart, writeTeamPart } from '../../storage/team-uploads';
import { readTeam, writeTeam } from '../../storage/teams';
import { checkMayPlan, mayPlan, rightsOnBoard } from '../may-edit-board';
import { changeTeam, knownTimeZone } from './change-team';

/** Who changes a team, when, and a name that no other save uses. */
export interface TeamAct {
  by: string;
  /** Milliseconds since 1970. */
  at: number;
  id: string;
  /** Of who acts: a team that has none takes it over, so that it works by the same clock for everybody. */
  timeZone: string;
}

/**
 * Changes a board's team: all that is asked for, or nothing.
 *
 * @throws Problem `board.unknown`, `permission.denied`, `input.invalid`, or `team.conflict` when somebody else saved first
 */
export async function saveTeam(jira: JiraSession, payload: ParsedPayload<'saveTeam'>, act: TeamAct): Promise<void> {
  const { boardId, revision, upload, defaultTimeZone, ...rest } = payload;
  await checkMayChange(jira, boardId);
  const team = await readTeam(boardId);
  if (team.revision !== revision) throw conflict();
  const at = new Date(act.at).toISOString();
  const change = upload === undefined ? rest : { ...rest, ...together([...(await readParts(boardId, upload)), rest]) };
  const known = { ...team, timeZone: team.timeZone ?? knownTimeZone(defaultTimeZone ?? act.timeZone) };
  const next = changeTeam(known, change, act.by, at, upload !== undefined);
  if (!(await writeTeam(boardId, next, revision, act.id))) throw conflict();
  if (upload !== undefined) await forgetTeamParts(boardId, upload.id, upload.parts);
}

function conflict(): Problem {
  return new Problem('team.conflict', 'Somebody else has changed this team. Look at theirs, then try again.');
}

/** A value of storage has 240 KiB at the most. */
const mostBytesOfPart = 200_000;

/**
 * Keeps a part of an import until it is saved as a whole.
 *
 * @throws Problem `board.unknown`, `permission.denied`, or `input.invalid` when it is more than one value can hold
 */
export async function stageTeam(
  jira: JiraSession,
  { boardId, upload, part, people, timeOff }: ParsedPayload<'stageTeam'>,
): Promise<Value<'stageTeam'>> {
  await checkMayChange(jira, boardId);
  const rows = together([{ people, timeOff }]);
  if (Buffer.byteLength(JSON.stringify(rows)) > mostBytesOfPart)
    throw new Problem('input.invalid', 'This part of the import has too many rows. Send them in smaller parts.');
  await writeTeamPart(boardId, upload, part, rows);
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

function together(parts: readonly Pick<ParsedPayload<'saveTeam'>, 'people' | 'timeOff'>[]): TeamPart {
  return {
    people: {
      set: parts.flatMap(({ people }) => people?.set ?? []),
      remove: parts.flatMap(({ people }) => people?.remove ?? []),
    },
    timeOff: {
      set: parts.flatMap(({ timeOff }) => timeOff?.set ?? []),
      remove: parts.flatMap(({ timeOff }) => timeOff?.remove ?? []),
    },
  };
}

async function checkMayChange(jira: JiraSession, boardId: number): Promise<void> {
  const board = await readBoard(jira, boardId);
  const [rights, settings] = await allSettled([rightsOnBoard(jira, board), readSettings(board.id)]);
  checkMayPlan('look at this team but not change it', { mayEdit: rights.edit, mayPlan: mayPlan(rights, settings) });
}
