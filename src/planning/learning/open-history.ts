import { allSettled } from '../../all-settled';
import type { Value } from '../../contract';
import { forecastTask } from '../../estimation/chance/forecast-task';
import { learn } from '../../estimation/chance/learn';
import { rangeOf } from '../../estimation/range';
import { replay } from '../../estimation/replay';
import { readIssuesById } from '../../jira/issues';
import type { JiraSession } from '../../jira/session';
import { readSprints } from '../../jira/sprints';
import { type FinishedIssue, readOutcomes, type SprintOutcome } from '../../storage/outcomes';
import { readSettings } from '../../storage/settings';
import { findBoard } from '../find-board';
import { mayPlan, rightsOnBoard } from '../may-edit-board';
import { namesOf } from '../names-of';
import { finishedIssues, mostIssues, mostSprints, promisedSprint } from './calibrate';
import { finishedTask } from './finished-tasks';
import { learningOf } from './learn-run';

type HistoryPage = Value<'openHistory'>;

/** More points are a cloud. */
const mostPoints = 1000;

/** Of so many at the most it is told whose and which they were: Jira is asked for each, at a point. */
const mostTold = 500;

/**
 * What a board has learnt and how honest its numbers have been, for who may see the board. Whose an issue was is told of
 * the reader's own, and of the others' where a setting allows it to who plans; and only of issues that Jira lets them see
 * now, the newest 500: the app has learnt from all of the board's.
 *
 * @param user account id of the acting user
 * @param now milliseconds since 1970
 * @throws Problem `board.unknown`, `board.none`, `board.no-sprints`, or when something could not be read
 */
export async function openHistory(
  jira: JiraSession,
  place: { boardId?: number | undefined; projectKey?: string | undefined },
  user: string,
  now: number,
): Promise<HistoryPage> {
  const board = await findBoard(jira, place);
  const [all, settings, run, rights] = await allSettled([
    readOutcomes(board.id),
    readSettings(board.id),
    learningOf(board.id, now),
    rightsOnBoard(jira, board),
    // Of a team-managed board only its sprints tell whether it has any.
    board.type === 'simple' ? readSprints(jira, board.id, ['active']) : Promise.resolve([]),
  ]);
  const outcomes = newestFirst(all).slice(0, mostSprints);
  const finished = finishedIssues(outcomes).slice(-mostIssues);
  const tasks = finished.map(({ issue, sprintId }) => finishedTask(issue, sprintId));
  const mayChange = mayPlan(rights, settings);
  const seesOthers = settings.whoSeesOthers === 'planners' && mayChange;
  const told = finished
    .map(({ issue }) => issue)
    .filter(({ assignee }) => assignee !== null && (seesOthers || assignee === user))
    .slice(-mostTold);
  const seen = await readIssuesById(jira, [...new Set(told.map(({ issueId }) => issueId))], null);
  const keys = new Map(seen.map(({ id, key }) => [id, key]));
  const isTold = new Set(told.filter(({ issueId }) => keys.has(issueId)));
  const people = peopleOf([...isTold]);
  const names = await namesOf(jira, [...people.keys()]);
  const { saidThen, ...scores } = replay(
    outcomes.map(({ sprintId, start, end, said, worked }) => ({
      id: sprintId,
      start,
      end,
      tasks: tasks.filter(({ sprint }) => sprint === String(sprintId)),
      ...promisedSprint({ said, worked }),
    })),
    tasks,
    settings.defaultConfidence / 100,
  );
  const then = new Map(saidThen.map(({ id, ...answer }) => [id, answer]));
  return {
    board: { id: board.id, name: board.name, projectKey: board.projectKey },
    run,
    finished: finished.length,
    left: {
      withoutTime: outcomes.reduce((sum, { withoutTime }) => sum + withoutTime, 0),
      withoutEstimate: outcomes.reduce((sum, { withoutEstimate }) => sum + withoutEstimate, 0),
      withoutRoom: outcomes.reduce((sum, { withoutRoom }) => sum + withoutRoom, 0),
    },
    sprints: outcomes.map((outcome) => pastSprint(outcome, then.get(outcome.sprintId) ?? null)),
    replay: scores,
    steps: stepsOf(
      finished.map(({ issue }) => issue),
      settings.defaultConfidence,
    ),
    issues: finished.slice(-mostPoints).map(({ issue }) => ({
      estimate: issue.estimate,
      actual: issue.actual,
      confidence: issue.confidence,
      key: isTold.has(issue) ? (keys.get(issue.issueId) ?? null) : null,
      accountId: isTold.has(issue) ? issue.assignee : null,
    })),
    band: bandOf(tasks, settings.defaultConfidence / 100, new Date(now).toISOString().slice(0, 10)),
    defaultConfidence: settings.defaultConfidence,
    people: [...people].map(([accountId, issues]) => ({ accountId, name: names.get(accountId) ?? null, issues })),
    actualSource: settings.actualSource,
    readOtherwise: outcomes.filter(
      ({ actualSource }) => actualSource !== null && actualSource !== settings.actualSource,
    ).length,
    may: { change: mayChange },
  };
}

type PastSprint = HistoryPage['sprints'][number];

function newestFirst(outcomes: readonly SprintOutcome[]): SprintOutcome[] {
  return [...outcomes].sort((one, other) =>
    one.end < other.end ? 1 : one.end > other.end ? -1 : other.sprintId - one.sprintId,
  );
}

function pastSprint({ sprintId, name, start, end, issues, said }: SprintOutcome, then: PastSprint['then']): PastSprint {
  const sum = (hours: readonly number[]): number => hours.reduce((total, each) => total + each, 0);
  return {
    id: sprintId,
    name,
    start,
    end,
    issues: issues.length,
    estimate: sum(issues.map(({ estimate }) => estimate)),
    actual: sum(issues.map(({ actual }) => actual)),
    said:
      said === null
        ? null
        : {
            capacityHours: said.capacityHours,
            ratio: said.ratio,
            chance: said.chance,
            promised: said.promised,
            takenOut: said.takenOut,
            done: said.done,
            actual: said.actual,
            came:
              said.capacityHours === null || said.promised === 0
                ? null
                : said.done === said.promised && said.actual <= said.capacityHours,
          },
    then,
  };
}

/** By account id, who finished most first. */
function peopleOf(issues: readonly FinishedIssue[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { assignee } of issues) {
    if (assignee !== null) counts.set(assignee, (counts.get(assignee) ?? 0) + 1);
  }
  return new Map([...counts].sort(([, one], [, other]) => other - one));
}

/** Highest first. What nobody had set is apart, at today's default: which one held then is not kept. */
function stepsOf(issues: readonly FinishedIssue[], defaultConfidence: number): HistoryPage['steps'] {
  const steps = new Map<string, HistoryPage['steps'][number]>();
  for (const { estimate, actual, confidence: set } of issues) {
    const [confidence, isDefault] = [set ?? defaultConfidence, set === null];
    const { optimistic, pessimistic } = rangeOf(estimate, confidence / 100);
    const held = optimistic <= actual && actual <= pessimistic;
    const key = `${String(confidence)} ${String(isDefault)}`;
    const step = steps.get(key) ?? { confidence, isDefault, issues: 0, held: 0 };
    steps.set(key, { ...step, issues: step.issues + 1, held: step.held + Number(held) });
  }
  return [...steps.values()].sort(
    (one, other) => other.confidence - one.confidence || Number(one.isDefault) - Number(other.isDefault),
  );
}

/** From an hour or less to the largest, evenly on a scale of ratios: enough for a smooth line. */
const bandPoints = 16;

function bandOf(tasks: ReturnType<typeof finishedTask>[], confidence: number, today: string): HistoryPage['band'] {
  const estimates = tasks.map(({ estimate }) => estimate);
  if (estimates.length === 0) return [];
  const [least, most] = [Math.min(...estimates), Math.max(...estimates)];
  const learnt = learn(tasks, today);
  return Array.from({ length: bandPoints }, (_, index) => {
    const estimate = least * (most / least) ** (index / (bandPoints - 1));
    const { quantile } = forecastTask(learnt, { estimate, confidence, assignee: null, type: null, project: null });
    return { estimate, low: quantile(0.1), middle: quantile(0.5), high: quantile(0.9) };
  });
}
