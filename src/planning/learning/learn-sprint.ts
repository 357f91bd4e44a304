import { allSettled } from '../../all-settled';
import { readChanges } from '../../jira/changelog';
import { readFields, sprintFieldId } from '../../jira/fields';
import { type BoardFields, readSprintIssues, type StatusCategory } from '../../jira/issues';
import type { JiraSession } from '../../jira/session';
import type { ClosedSprint } from '../../jira/sprints';
import { readStatuses } from '../../jira/statuses';
import { readTimeTracking } from '../../jira/time-tracking';
import { withAllWorklogs } from '../../jira/worklogs';
import { readCommitment } from '../../storage/commitments';
import { readAllConfidenceChanges } from '../../storage/confidences';
import { type SprintOutcome, writeOutcome } from '../../storage/outcomes';
import { readSettings, type Settings } from '../../storage/settings';
import { readTeam } from '../../storage/teams';
import { sprintOutcome } from './sprint-outcome';

/** What the sprints of one board have in common, read once for all of them. */
export interface LearningBoard {
  boardId: number;
  settings: Settings;
  hoursPerDay: number;
  timeZone: string;
  sprintField: string | null;
  categoryOf: (statusId: string) => StatusCategory;
}

/** @throws Problem when Jira or storage does not answer */
export async function readLearningBoard(jira: JiraSession, boardId: number): Promise<LearningBoard> {
  const [settings, timeTracking, team, fields, statuses] = await allSettled([
    readSettings(boardId),
    readTimeTracking(jira),
    readTeam(boardId),
    readFields(jira),
    readStatuses(jira),
  ]);
  const categories = new Map(statuses.map(({ id, category }) => [id, category]));
  return {
    boardId,
    settings,
    hoursPerDay: timeTracking.hoursPerDay,
    timeZone: team.timeZone ?? 'UTC',
    sprintField: sprintFieldId(fields),
    categoryOf: (statusId) => categories.get(statusId) ?? 'undefined',
  };
}

const withWorklogs: BoardFields = { estimation: null, numbers: [], worklogs: true };

/**
 * Reads what came of one closed sprint and stores it. Twice is once. Two calls for a sprint of up to 50 issues, and one
 * more for every further 50; one more also for each issue with more than 20 worklogs, 50 at the most. Where nobody logs
 * time a call reads 1,000 issues, and no worklogs.
 *
 * @returns what came of it, and how many issues were read for it
 * @throws Problem when Jira or storage does not answer
 */
export async function learnSprint(
  jira: JiraSession,
  board: LearningBoard,
  sprint: ClosedSprint,
): Promise<{ outcome: SprintOutcome; read: number }> {
  const { boardId, settings, hoursPerDay, timeZone, categoryOf } = board;
  const fields = settings.actualSource === 'logged' ? withWorklogs : null;
  const issues = await withAllWorklogs(jira, await readSprintIssues(jira, boardId, sprint.id, fields));
  const ids = issues.map(({ id }) => id);
  const [changes, confidences, commitment] = await allSettled([
    ids.length === 0 ? Promise.resolve(new Map<string, never>()) : readChanges(jira, ids, board.sprintField),
    readAllConfidenceChanges(ids),
    readCommitment(boardId, sprint.id),
  ]);
  const outcome = sprintOutcome({
    sprint,
    issues,
    changes,
    categoryOf,
    confidences: confidences.byIssue,
    commitment,
    settings,
    timeZone,
    hoursPerDay,
  });
  await writeOutcome(boardId, outcome);
  return { outcome, read: issues.length };
}
