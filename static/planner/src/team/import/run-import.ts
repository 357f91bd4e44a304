import type { Answer, Payload, ProblemAnswer, Value } from '../../../../../src/contract';
import type { ImportPlan } from './import-plan';
import type { Team } from './team-file';

const rowsInAPart = 500;
/** A part is kept as one value of storage; the server takes 200,000 bytes of rows. */
const bytesInAPart = 180_000;

/** The two calls of an import, as the bridge makes them. */
export interface ImportCalls {
  stage: (payload: Payload<'stageTeam'>) => Promise<Answer<Value<'stageTeam'>>>;
  save: (payload: Payload<'saveTeam'>) => Promise<Answer<Value<'saveTeam'>>>;
}

/**
 * Imports what was planned: in parts that change nothing yet, and then all of it at once. Whatever fails, nothing is
 * imported.
 *
 * @param plan in which nothing is refused
 * @param uploadId 8 to 32 small letters and digits, never used before
 * @param onProgress from 0 to 1
 * @returns the team as it is now; null when it is imported, and could not be read after that
 */
export async function runImport(
  plan: ImportPlan,
  { board, revision, sprint }: Pick<Team, 'board' | 'revision' | 'sprint'>,
  uploadId: string,
  calls: ImportCalls,
  onProgress: (fraction: number) => void,
): Promise<{ team: Team | null } | { problem: ProblemAnswer }> {
  const people = [...plan.person.new, ...plan.person.changed.map(({ item }) => item)];
  const timeOff = [...plan.timeOff.new, ...plan.timeOff.changed.map(({ item }) => item)];
  const parts = [
    ...inParts(people).map((set) => ({ people: { set, remove: [] } })),
    ...inParts(timeOff).map((set) => ({ timeOff: { set, remove: [] } })),
  ];
  const steps = parts.length + 1;
  onProgress(0);
  for (const [part, rows] of parts.entries()) {
    // One after the other: in parallel they would wait for the same lock, and the bar would say nothing.
    const staged = await calls.stage({ boardId: board.id, upload: uploadId, part, ...rows });
    if ('problem' in staged) return staged;
    onProgress((part + 1) / steps);
  }
  const saved = await calls.save({
    boardId: board.id,
    ...(sprint === null ? {} : { sprintId: sprint.sprintId }),
    revision,
    ...(plan.departments === null ? {} : { departments: [...plan.departments] }),
    ...(parts.length === 0 ? {} : { upload: { id: uploadId, parts: parts.length } }),
  });
  if ('problem' in saved) return saved;
  onProgress(1);
  return saved.value;
}

const encoder = new TextEncoder();

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row)).length + 1;
    const last = parts.at(-1);
    if (last === undefined || last.length >= rowsInAPart || size > room) {
      parts.push([row]);
      room = bytesInAPart - size;
    } else {
      last.push(row);
      room -= size;
    }
  }
  return parts;
}
