import { allSettled } from '../all-settled';
import type { PlannerItem, Value } from '../contract';
import { numberStyle } from '../estimation/hours';
import { readBoard, readBoards, readEstimationField } from '../jira/boards';
import { type IssuePlace, readBoardOfSprint, readPlacedIssue } from '../jira/issue-place';
import { type Issue, readIssue } from '../jira/issues';
import { mayEditIssue } from '../jira/permissions';
import type { JiraSession } from '../jira/session';
import { readTimeTracking } from '../jira/time-tracking';
import { Problem } from '../problem';
import { type ConfidenceChange, readConfidenceChanges } from '../storage/confidences';
import { type Plan, readPlan } from '../storage/plans';
import { readSettings, type Settings } from '../storage/settings';
import { readCalibrationIfReadable } from './learning/learnt';
import { likeThis } from './learning/like-this';
import { countsRemaining, makeItem } from './make-item';
import { namesOf } from './names-of';

type Glance = Value<'openGlance'>;

/** As many changes as the panel shows: each name of another person costs two points. */
const changesShown = 5;

/**
 * One issue as its own view shows it: range, confidence and who set it, and where the last saved plan has it. It reads this
 * issue and the stored plan, never the issues of the sprint: six calls in three rounds, seven points and two for each person
 * who changed the confidence.
 *
 * @throws Problem `issue.unknown`, or when Jira or storage do not answer
 */
export async function openGlance(jira: JiraSession, { issueId }: { issueId: string }): Promise<Glance> {
  const [{ issue, place }, mayEdit, timeTracking] = await allSettled([
    readPlacedIssue(jira, issueId),
    mayEditIssue(jira, issueId),
    readTimeTracking(jira),
  ]);
  const [boardId, changes] = await allSettled([boardOf(jira, place), changesIfReadable(issue.id)]);
  const { sprint } = place;
  const shown = changes.slice(0, changesShown);
  const [settings, plan, names, calibration] = await allSettled([
    readSettings(boardId),
    boardId === null || sprint === null ? Promise.resolve(null) : readPlan(boardId, sprint.id),
    namesOf(
      jira,
      shown.map(({ by }) => by),
    ),
    boardId === null ? Promise.resolve(null) : readCalibrationIfReadable(boardId),
  ]);
  const item = await itemOf(jira, { issue, place, boardId, settings, changes });
  const { key, hours, hoursSource, confidence, confidenceSource, optimistic, pessimistic } = item;
  return {
    issueId: issue.id,
    key,
    hours,
    hoursSource,
    ownHours: issue.originalHours,
    confidence,
    confidenceSource,
    optimistic,
    pessimistic,
    like:
      calibration === null ? null : likeThis(item, calibration, new Date(jira.pace.now()).toISOString().slice(0, 10)),
    defaults: { confidence: settings.defaultConfidence },
    steps: settings.steps,
    changes: shown.map((change) => ({
      confidence: change.confidence,
      at: change.at,
      by: { accountId: change.by, name: names.get(change.by) ?? null },
    })),
    boardId,
    sprint: sprint === null ? null : { id: sprint.id, name: sprint.name, ...standingOf(issue, place, plan) },
    projectKey: place.projectKey,
    timeTracking,
    may: { edit: mayEdit },
  };
}

/**
 * The range that the closed panel shows, '5–20 h', as the site shows times. Jira does not say in which language it asks.
 * Four calls, four points.
 *
 * @returns null without an estimate
 * @throws Problem as {@link openGlance}
 */
export async function readRange(jira: JiraSession, issueId: string): Promise<string | null> {
  const [{ issue, place }, timeTracking] = await allSettled([readPlacedIssue(jira, issueId), readTimeTracking(jira)]);
  const [boardId, changes] = await allSettled([boardOf(jira, place), changesIfReadable(issue.id)]);
  const settings = await readSettings(boardId);
  const { optimistic, pessimistic } = await itemOf(jira, { issue, place, boardId, settings, changes });
  return optimistic === null || pessimistic === null
    ? null
    : numberStyle('en', timeTracking).range(optimistic, pessimistic);
}

interface Found {
  issue: Issue;
  place: IssuePlace;
  boardId: number | null;
  settings: Settings;
  changes: readonly ConfidenceChange[];
}

/** The issue as the board that plans it counts it. */
async function itemOf(jira: JiraSession, { issue, place, boardId, settings, changes }: Found): Promise<PlannerItem> {
  const { confidenceField, estimateSource } = settings;
  const [withField, estimation] = await allSettled([
    confidenceField === null ? Promise.resolve(issue) : readIssue(jira, issue.id, confidenceField),
    boardId === null || estimateSource !== 'boardField' ? Promise.resolve(null) : readEstimationField(jira, boardId),
  ]);
  const stored = changes[0]?.confidence ?? null;
  const confidences = { byIssue: new Map(stored === null ? [] : [[issue.id, stored]]), unreadable: new Set<string>() };
  const remaining = countsRemaining(settings, estimation, place.sprint?.state ?? null);
  return makeItem(withField, confidences, settings, place.sprint !== null, { remaining });
}

/** What cannot be read is no reason to show neither estimate nor sprint; setting another one says so and leaves it alone. */
async function changesIfReadable(issueId: string): Promise<ConfidenceChange[]> {
  try {
    return await readConfidenceChanges(issueId);
  } catch (error) {
    if (error instanceof Problem && error.code === 'storage.unreadable') return [];
    throw error;
  }
}

/**
 * The board on which its sprint was made, else the first of its project that plans in sprints; null when this user sees
 * none. What is stored about a board is for who may see the board.
 */
async function boardOf(jira: JiraSession, { sprint, projectKey }: IssuePlace): Promise<number | null> {
  try {
    const ofSprint = sprint === null ? null : await readBoardOfSprint(jira, sprint.id);
    if (ofSprint !== null) return (await readBoard(jira, ofSprint)).id;
  } catch (error) {
    if (!isUnseen(error)) throw error;
  }
  try {
    const { boards } = await readBoards(jira, 0, projectKey);
    return boards.find(({ type }) => type !== 'kanban')?.id ?? null;
  } catch (error) {
    // A project without a board has issues all the same.
    if (isUnseen(error)) return null;
    throw error;
  }
}

function isUnseen(error: unknown): boolean {
  return error instanceof Problem && ['board.unknown', 'board.none', 'permission.denied'].includes(error.code);
}

/** A sub-task stands where its parent does: it is planned with it. */
function standingOf(
  { id, type }: Issue,
  { parentId }: IssuePlace,
  plan: Plan | null,
): Pick<NonNullable<Glance['sprint']>, 'side' | 'savedAt'> {
  const standing = plan?.standing;
  if (plan === null || standing === undefined) return { side: null, savedAt: null };
  const own = type.kind === 'subtask' && parentId !== null && !standing.order.includes(id) ? parentId : id;
  const place = standing.order.indexOf(own);
  const isDropped = plan.dropped?.includes(own) ?? false;
  const side = isDropped ? 'dropped' : place < 0 ? null : place < standing.above ? 'above' : 'below';
  return { side, savedAt: standing.at };
}
