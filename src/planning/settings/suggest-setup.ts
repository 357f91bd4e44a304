import { allSettled } from '../../all-settled';
import type { Value } from '../../contract';
import { readBoard } from '../../jira/boards';
import { readFields } from '../../jira/fields';
import { readSprintIssues } from '../../jira/issues';
import type { JiraSession } from '../../jira/session';
import { readSprints, type Sprint } from '../../jira/sprints';
import { readTimeTracking } from '../../jira/time-tracking';
import { readSettings } from '../../storage/settings';
import { isConfidence } from '../confidence-field';
import { likelyField } from './fields-on-offer';
import { type PastSprint, pastCapacity } from './past-capacity';
import { sprintDays } from './sprint-days';

/** Older ones say how the team was. */
const mostSprints = 3;
/** Sprints that were closed empty are passed over, so many at the most. */
const mostEmpty = 3;

/**
 * What the first run guesses from Jira for a board that nobody has set up. Once for each board: a point for the board, its
 * sprints (50 a page), the site's times and its fields, one for each sprint that is looked at (six at the most) and one for
 * each issue of three closed sprints.
 *
 * @throws Problem `board.unknown`, `board.no-sprints`, or when something could not be read
 */
export async function suggestSetup(
  jira: JiraSession,
  { boardId }: { boardId: number },
): Promise<Value<'suggestSetup'>> {
  const board = await readBoard(jira, boardId);
  const [sprints, timeTracking, fields, settings] = await allSettled([
    readSprints(jira, board.id, ['closed', 'active', 'future']),
    readTimeTracking(jira),
    readFields(jira),
    readSettings(board.id),
  ]);
  const field = likelyField(fields);
  const past = await pastSprints(jira, board.id, sprints, field);
  return {
    sprintDays: sprintDays(sprints),
    closedSprints: sprints.filter(({ state }) => state === 'closed').length,
    timeTracking,
    capacity: pastCapacity(past, settings.subtasks),
    confidenceField: field !== null && holdsConfidences(past, field.id) ? field : null,
    defaultConfidence: settings.defaultConfidence,
    desired: settings.desired,
    revision: settings.revision,
  };
}

/**
 * May what people wrote into this field be percents? A name alone does not say so: a score from 1 to 10 is called confidence
 * too. A field that nobody has used yet speaks neither for nor against.
 */
function holdsConfidences(past: readonly PastSprint[], fieldId: string): boolean {
  const issues = past.flatMap((sprint) => sprint.issues);
  const values = issues.flatMap(({ numbers }) => numbers.get(fieldId) ?? []);
  return values.length === 0 || (values.every(isConfidence) && Math.max(...values) > highestScore);
}

/** Scores end here; a team whose confidences all do is hard to imagine. */
const highestScore = 10;

/** The last closed sprints that had issues, newest first. */
async function pastSprints(
  jira: JiraSession,
  boardId: number,
  sprints: readonly Sprint[],
  field: { id: string } | null,
): Promise<PastSprint[]> {
  const wanted = { estimation: null, numbers: field === null ? [] : [field.id] };
  const closed = sprints.filter(({ state }) => state === 'closed').reverse();
  const read = (some: readonly Sprint[]): Promise<PastSprint[]> =>
    allSettled(some.map(async ({ id, name }) => ({ name, issues: await readSprintIssues(jira, boardId, id, wanted) })));
  const hasIssues = ({ issues }: PastSprint): boolean => issues.length > 0;
  const newest = (await read(closed.slice(0, mostSprints))).filter(hasIssues);
  if (newest.length === mostSprints) return newest;
  const older = (await read(closed.slice(mostSprints, mostSprints + mostEmpty))).filter(hasIssues);
  return [...newest, ...older].slice(0, mostSprints);
}
