import { allSettled } from '../all-settled';
import type { Value } from '../contract';
import { numberStyle } from '../estimation/hours';
import { readBoards, readEstimationField } from '../jira/boards';
import { type IssuePlace, readBoardOfSprint, readIssuePlace } from '../jira/issue-place';
import { readIssue } from '../jira/issues';
import { readNames } from '../jira/people';
import { mayEditIssue } from '../jira/permissions';
import type { JiraSession } from '../jira/session';
import { readTimeTracking } from '../jira/time-tracking';
import { Problem } from '../problem';
import { readConfidenceChanges } from '../storage/confidences';
import { type Plan, readPlan } from '../storage/plans';
import { readSettings } from '../storage/settings';
import { countsRemaining, makeItem } from './make-item';

type Glance = Value<'openGlance'>;

/**
 * One issue as its own view shows it: range, confidence and who set it, and where the last saved plan has it. It reads this
 * issue and the stored plan, never the issues of the sprint.
 *
 * @throws Problem `issue.unknown`, or when Jira or storage do not answer
 */
export async function openGlance(jira: JiraSession, { issueId }: { issueId: string }): Promise<Glance> {
  const [place, mayEdit, timeTracking] = await allSettled([
    readIssuePlace(jira, issueId),
    mayEditIssue(jira, issueId),
    readTimeTracking(jira),
  ]);
  const { boardId, item, ownHours, settings, changes } = await readItem(jira, issueId, place);
  const { sprint } = place;
  const [plan, names] = await allSettled([
    boardId === null || sprint === null ? Promise.resolve(null) : readPlan(boardId, sprint.id),
    namesIfReadable(
      jira,
      changes.map(({ by }) => by),
    ),
  ]);
  const { key, hours, hoursSource, confidence, confidenceSource, optimistic, pessimistic } = item;
  return {
    issueId: item.issueId,
    key,
    hours,
    hoursSource,
    ownHours,
    confidence,
    confidenceSource,
    optimistic,
    pessimistic,
    defaults: { confidence: settings.defaultConfidence },
    steps: settings.steps,
    changes: changes.map((change) => ({
      confidence: change.confidence,
      at: change.at,
      by: { accountId: change.by, name: names.get(change.by) ?? null },
    })),
    boardId,
    sprint: sprint === null ? null : { id: sprint.id, name: sprint.name, ...standingOf(item.issueId, plan) },
    projectKey: place.projectKey,
    timeTracking,
    may: { edit: mayEdit },
  };
}

/**
 * The range that the closed panel shows, '5–20 h', as the site shows times. Jira does not say in which language it asks.
 *
 * @returns null without an estimate
 * @throws Problem as {@link openGlance}
 */
export async function readRange(jira: JiraSession, issueId: string): Promise<string | null> {
  const [place, timeTracking] = await allSettled([readIssuePlace(jira, issueId), readTimeTracking(jira)]);
  const { optimistic, pessimistic } = (await readItem(jira, issueId, place)).item;
  return optimistic === null || pessimistic === null
    ? null
    : numberStyle('en', timeTracking).range(optimistic, pessimistic);
}

/** The issue as the board that plans it counts it. */
async function readItem(jira: JiraSession, issueId: string, place: IssuePlace) {
  const boardId = await boardOf(jira, place);
  const settings = await readSettings(boardId);
  const [issue, estimation] = await allSettled([
    readIssue(jira, issueId, settings.confidenceField),
    boardId === null || settings.estimateSource !== 'boardField'
      ? Promise.resolve(null)
      : readEstimationField(jira, boardId),
  ]);
  const changes = await readConfidenceChanges(issue.id);
  const stored = changes[0]?.confidence ?? null;
  const confidences = { byIssue: new Map(stored === null ? [] : [[issue.id, stored]]), unreadable: new Set<string>() };
  const remaining = countsRemaining(settings, estimation, place.sprint?.state ?? null);
  const item = makeItem(issue, confidences, settings, place.sprint !== null, { remaining });
  return { boardId, settings, changes, ownHours: issue.originalHours, item };
}

/** The board of its sprint, else the first of its project that plans in sprints; null when this user sees none. */
async function boardOf(jira: JiraSession, { sprint, projectKey }: IssuePlace): Promise<number | null> {
  const ofSprint = sprint === null ? null : await readBoardOfSprint(jira, sprint.id);
  if (ofSprint !== null) return ofSprint;
  try {
    const { boards } = await readBoards(jira, 0, projectKey);
    return boards.find(({ type }) => type !== 'kanban')?.id ?? null;
  } catch (error) {
    // A project without a board has issues all the same.
    if (error instanceof Problem && error.code === 'board.none') return null;
    throw error;
  }
}

function standingOf(issueId: string, plan: Plan | null): Pick<NonNullable<Glance['sprint']>, 'side' | 'savedAt'> {
  const standing = plan?.standing;
  if (plan === null || standing === undefined) return { side: null, savedAt: null };
  const place = standing.order.indexOf(issueId);
  const isDropped = plan.dropped?.includes(issueId) ?? false;
  const side = isDropped ? 'dropped' : place < 0 ? null : place < standing.above ? 'above' : 'below';
  return { side, savedAt: standing.at };
}

/** A name is a comfort: without it the change is still shown. */
async function namesIfReadable(jira: JiraSession, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accountIds.length === 0) return new Map();
  try {
    return await readNames(jira, accountIds);
  } catch (error) {
    if (error instanceof Problem) return new Map();
    throw error;
  }
}
