import {
  missingFields,
  readRecorded,
  type RecordedBoard,
  type RecordedIssue,
  type RecordedProject,
  type RecordedSprint,
} from './recorded-payloads';
import type { LoadProblem } from './site';

/** Something recorded, and the file that names it first. */
type Filed<Thing> = Thing & { file: string };

export type FiledIssue = Filed<RecordedIssue> & {
  /** The board that the file is named after. */
  pageBoardId: number | undefined;
};

/** Every usable thing in the files once: the first to name it wins, later ones add what it lacks. */
export interface RecordedCollection {
  projects: Map<string, RecordedProject>;
  boards: Map<number, Filed<RecordedBoard>>;
  sprints: Map<number, Filed<RecordedSprint>>;
  issues: Map<string, FiledIssue>;
  problems: LoadProblem[];
}

/** Reads parsed JSON by file name. What cannot be used is among the problems. */
export function collectRecorded(files: Record<string, unknown>): RecordedCollection {
  const collection: RecordedCollection = {
    projects: new Map(),
    boards: new Map(),
    sprints: new Map(),
    issues: new Map(),
    problems: [],
  };
  for (const [file, answer] of Object.entries(files)) collectFile(collection, file, answer);
  leaveOutIncomplete(collection);
  return collection;
}

function collectFile(collection: RecordedCollection, file: string, answer: unknown): void {
  const { projects, boards, sprints, issues, problems } = collection;
  const pageBoardId = boardIdIn(file);
  const things = readRecorded(answer);
  for (const thing of things) {
    if (thing.kind === 'issue') {
      const { issue } = thing;
      const known = issues.get(issue.id);
      const fields = { ...issue.fields, ...known?.fields };
      issues.set(issue.id, { file, pageBoardId, ...issue, ...known, fields });
    } else if (thing.kind === 'sprint') {
      const { sprint } = thing;
      const known = sprints.get(sprint.id);
      const originBoardId = known?.originBoardId ?? sprint.originBoardId ?? pageBoardId;
      sprints.set(sprint.id, { file, ...sprint, ...known, originBoardId });
    } else if (thing.kind === 'board') {
      const { board } = thing;
      const known = boards.get(board.id);
      const location = known?.location ?? board.location;
      boards.set(board.id, { file, ...board, ...known, location, estimation: known?.estimation ?? board.estimation });
    } else if (thing.kind === 'project') {
      if (!projects.has(thing.project.key)) projects.set(thing.project.key, thing.project);
    } else if (thing.kind === 'useless') {
      problems.push({ where: file, reason: thing.reason });
    }
  }
  const unknown = things.filter(({ kind }) => kind === 'unknown').length;
  if (unknown === 0) return;
  const what =
    unknown === things.length ? 'It holds' : `${String(unknown)} of its ${String(things.length)} entries hold`;
  problems.push({ where: file, reason: `${what} no board, sprint, issue or project.` });
}

/** `agile-board-8-issues.json` is a page of board 8. */
function boardIdIn(file: string): number | undefined {
  const digits = /board[-_]+(\d{1,9})(?!\d)/i.exec(file)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Only when every file is read is it known what an issue lacks. */
function leaveOutIncomplete({ issues, problems }: RecordedCollection): void {
  const keys = new Map<string, string>();
  for (const { id, key, fields, file } of [...issues.values()]) {
    const missing = missingFields(fields);
    const other = keys.get(key);
    if (missing === null && other === undefined) {
      keys.set(key, id);
      continue;
    }
    issues.delete(id);
    const why = missing === null ? `has the key of issue ${String(other)}` : `was recorded without ${missing}`;
    problems.push({ where: file, reason: `The issue ${key} ${why}.` });
  }
}
