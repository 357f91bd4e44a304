import { capacityShown, type PromisedSprint } from '../../estimation/chance/capacity-habit';
import type { PastCapacity } from '../../estimation/chance/finished-task';
import { type Calibration, writeCalibration } from '../../storage/calibrations';
import { type FinishedIssue, readOutcomesAnew, type SprintOutcome } from '../../storage/outcomes';
import { readCalibrationIfReadable } from './learnt';

/** The chance learns from so many finished issues; the oldest are forgotten first. */
export const mostIssues = 2000;
/** Older ones say how another team worked. */
export const mostSprints = 60;
const dayMilliseconds = 86_400_000;

/**
 * Makes what a board has learnt out of all that its sprints brought, and stores it. A sprint that was learnt by the job just
 * before is found too: the last calibration names it.
 *
 * @param sprintIds more sprints whose outcome a query may not find yet: one that finished nothing is in no calibration
 * @param at ISO 8601 instant
 * @throws Problem `storage.unreadable`, `storage.failed`
 */
export async function calibrateBoard(boardId: number, sprintIds: readonly number[], at: string): Promise<void> {
  const last = await readCalibrationIfReadable(boardId);
  const outcomes = await readOutcomesAnew(boardId, [...(last?.sprints ?? []), ...sprintIds]);
  await writeCalibration(boardId, calibrationOf(outcomes, at));
}

/** Decides only. The order of the outcomes does not matter; an issue that two sprints have finished counts in the later one. */
export function calibrationOf(outcomes: readonly SprintOutcome[], at: string): Calibration {
  const rows = finishedIssues(outcomes).slice(-mostIssues);
  const [people, types, projects, sprints] = [
    listOf(rows.flatMap(({ issue }) => issue.assignee ?? [])),
    listOf(rows.map(({ issue }) => issue.type)),
    listOf(rows.map(({ issue }) => issue.project)),
    listOf(rows.map(({ sprintId }) => sprintId)),
  ];
  return {
    at,
    people: people.items,
    types: types.items,
    projects: projects.items,
    sprints: sprints.items,
    rows: rows.map(({ issue, sprintId }) => [
      rounded(issue.estimate),
      rounded(issue.actual),
      issue.confidence ?? 0,
      issue.assignee === null ? -1 : people.placeOf(issue.assignee),
      types.placeOf(issue.type),
      projects.placeOf(issue.project),
      sprints.placeOf(sprintId),
      Date.parse(`${issue.finished}T00:00:00Z`) / dayMilliseconds,
    ]),
    capacities: outcomes.flatMap((outcome) => pastCapacity(outcome) ?? []),
  };
}

/** What a sprint may show of the team's capacity. */
export function promisedSprint({ said, worked }: Pick<SprintOutcome, 'said' | 'worked'>): PromisedSprint {
  return {
    capacity: said?.capacityHours ?? null,
    worked,
    // Whether what was taken out was for want of capacity nobody knows.
    finishedAll: said !== null && said.promised > 0 && said.done === said.promised - said.takenOut,
  };
}

function pastCapacity(outcome: SprintOutcome): PastCapacity | null {
  const shown = capacityShown(promisedSprint(outcome));
  return shown === null ? null : { planned: shown.planned, worked: rounded(shown.worked) };
}

/** Each finished issue once, oldest first; of the same day by id, so that the answer is the same every time. */
export function finishedIssues(outcomes: readonly SprintOutcome[]): { issue: FinishedIssue; sprintId: number }[] {
  const last = new Map<string, { issue: FinishedIssue; sprintId: number }>();
  for (const { issues, sprintId } of [...outcomes].sort(bySprint)) {
    for (const issue of issues) last.set(issue.issueId, { issue, sprintId });
  }
  return [...last.values()].sort(
    ({ issue: one }, { issue: other }) =>
      compare(one.finished, other.finished) || Number(one.issueId) - Number(other.issueId),
  );
}

function bySprint(one: SprintOutcome, other: SprintOutcome): number {
  return compare(one.end, other.end) || one.sprintId - other.sprintId;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Hours to the minute or so: a chance does not see more, and a value has 240 KiB. */
function rounded(hours: number): number {
  return Math.max(0.01, Math.round(hours * 100) / 100);
}

function listOf<Item extends string | number>(
  all: readonly Item[],
): { items: Item[]; placeOf: (item: Item) => number } {
  const items = [...new Set(all)];
  const places = new Map(items.map((item, index) => [item, index]));
  return { items, placeOf: (item) => places.get(item) ?? -1 };
}
