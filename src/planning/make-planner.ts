import type { Planner, PlannerItem, PlannerSprint } from '../contract';
import { countAboveAnchor } from '../estimation/manual-line';
import { workOutPlan } from '../estimation/plan';
import { orderLike } from '../estimation/plan-order';
import type { Board, EstimationField } from '../jira/boards';
import type { Issue } from '../jira/issues';
import type { TimeTracking } from '../jira/time-tracking';
import type { Calibration } from '../storage/calibrations';
import type { Commitment } from '../storage/commitments';
import type { Confidences } from '../storage/confidences';
import type { Plan } from '../storage/plans';
import type { Settings } from '../storage/settings';
import type { Team } from '../storage/teams';
import { isUnreadable } from './confidence-field';
import { chancesOf } from './learning/chance-of-plan';
import type { HoursSoFar } from './learning/hours-so-far';
import { learntFor } from './learning/learnt';
import { plannerCapacity, plannerTeam } from './team/planner-capacity';
import type { PreviousCapacity } from './team/previous-capacity';
import { peoplesCapacity } from './team/sprint-capacity';
import { countsRemaining, makeItem, rowsOf, unestimatedSubtasks } from './make-item';

/** Everything that was read for one sprint, before anything is worked out. */
export interface Gathered {
  board: Board;
  /** The board's own estimation field. */
  estimation: EstimationField | null;
  sprints: PlannerSprint[];
  sprint: PlannerSprint;
  /** Of the sprint in Jira, by rank. */
  issues: Issue[];
  /** Planned for the sprint and not in it, as far as this user may see them. */
  pulled: Issue[];
  confidences: Confidences;
  settings: Settings;
  timeTracking: TimeTracking;
  team: Team;
  /** Names of its people by account id, as far as they are known. */
  names: ReadonlyMap<string, string>;
  /** Of the sprint before; null also where the board does not copy. */
  previous: PreviousCapacity | null;
  /** What the board has learnt; null: nothing yet. */
  calibration: Calibration | null;
  /** What had been spent when the running sprint started; null: nobody kept it. */
  promised: Pick<Commitment, 'spent' | 'actualSource'> | null;
  /** Of a running sprint, where the board takes that for what issues took; null: it could not be read. */
  inProgress: HoursSoFar | null;
  /** yyyy-mm-dd. */
  today: string;
  mayEdit: boolean;
  mayPlan: boolean;
  applied: Planner['applied'];
}

/** The ids of what is planned, in plan order: the stored order laid over Jira's rank, without what is dropped. */
export function planOrder({ issues, pulled }: Pick<Gathered, 'issues' | 'pulled'>, plan: Plan): string[] {
  const wanted = new Set(plan.pulled);
  const dropped = new Set(plan.dropped);
  const rows = rowsOf([...issues, ...pulled.filter(({ id }) => wanted.has(id))]);
  return orderLike(
    plan.order,
    rows.flatMap(({ id }) => (dropped.has(id) ? [] : [id])),
  );
}

/** Works out what the planner shows, from what was read and the plan that is stored. */
export function makePlanner(gathered: Gathered, plan: Plan): Planner {
  const { board, sprints, sprint, issues, pulled, confidences, settings, timeTracking, applied, team } = gathered;
  const order = planOrder(gathered, plan);
  const issueById = new Map([...issues, ...pulled].map((issue) => [issue.id, issue]));
  const ordered = order.flatMap((id) => issueById.get(id) ?? []);
  const inSprint = new Set(issues.map(({ id }) => id));
  const unestimated = unestimatedSubtasks(issues);
  const remaining = countsRemaining(settings, gathered.estimation, sprint.state);
  const itemOf = (issue: Issue): PlannerItem =>
    makeItem(issue, confidences, settings, inSprint.has(issue.id), {
      remaining,
      unestimated: unestimated.get(issue.key),
      inProgress: gathered.inProgress?.get(issue.id)?.inAll,
      spentBefore: spentBefore(issue.id, gathered),
    });
  const planned = ordered.map(itemOf);
  const isDropped = new Set(plan.dropped);
  const dropped = rowsOf(issues).filter(({ id }) => isDropped.has(id));

  const spentSource = spentSourceOf(gathered);
  const desired = plan.desired ?? settings.desired;
  const policy = plan.policy ?? settings.policy;
  const people = peoplesCapacity(team, sprint, team.timeZone ?? 'UTC');
  const capacity = plannerCapacity(plan, settings, people, gathered.previous);
  const learnt = learntFor(gathered.calibration, [...planned, ...dropped.map(itemOf)], gathered.today);
  const outcome = workOutPlan({
    issues: planned.map(({ hours, confidence }) => ({ hours, confidence: confidence / 100 })),
    capacity: capacity.hours,
    desired: desired / 100,
    policy,
    cutline:
      plan.cutline.mode === 'auto'
        ? { mode: 'auto' }
        : { mode: 'manual', count: countAboveAnchor(order, plan.cutline.anchor) },
    chances:
      settings.drives === 'ratio' || capacity.hours === null
        ? null
        : chancesOf({ learnt, sprint, spentSource }, planned, capacity.hours),
    drives: settings.drives,
  });
  const { confidenceField } = settings;
  const hasUnreadable = (issue: Issue): boolean =>
    confidenceField === null ? confidences.unreadable.has(issue.id) : isUnreadable(issue, confidenceField);
  const items = planned.map((item, index) => ({ ...item, aboveLine: index < outcome.count }));

  return {
    board: { id: board.id, name: board.name, type: board.type },
    sprints,
    sprint,
    plan: {
      revision: plan.revision,
      order,
      cutline: { mode: plan.cutline.mode, count: outcome.count },
      desired,
      policy,
    },
    capacity,
    team: plannerTeam(team, plan, sprint, people, gathered.names),
    items,
    dropped: dropped.map(itemOf),
    totals: { above: { ...outcome.above }, all: { ...outcome.all } },
    ratio: outcome.ratio,
    learnt,
    spentSource,
    unestimated: items.filter(({ hours }) => hours === null).map(({ key }) => key),
    unreadable: ordered.filter(hasUnreadable).map(({ key }) => key),
    defaults: { confidence: settings.defaultConfidence, hours: settings.defaultEstimateHours },
    timeTracking,
    settings: {
      revision: settings.revision,
      subtasks: settings.subtasks,
      steps: settings.steps,
      drives: settings.drives,
    },
    setUp: settings.setUp,
    applied,
    may: { plan: gathered.mayPlan, edit: gathered.mayEdit },
  };
}

function spentSourceOf({ settings, inProgress }: Pick<Gathered, 'settings' | 'inProgress'>): Planner['spentSource'] {
  return settings.actualSource === 'inProgress' && inProgress === null ? 'unknown' : settings.actualSource;
}

/**
 * What was spent on an issue before the running sprint started. Of time in progress the changelog tells; when the sprint
 * started nobody had looked at what was to do then, though it may have been in progress before. What was logged is as it
 * was kept, if it was kept in these hours.
 */
function spentBefore(
  issueId: string,
  { settings: { actualSource }, promised, inProgress }: Pick<Gathered, 'settings' | 'promised' | 'inProgress'>,
): number | undefined {
  const worked = actualSource === 'inProgress' ? inProgress?.get(issueId) : undefined;
  if (worked !== undefined) return worked.inAll - worked.inSprint;
  const isSameUnit = promised !== null && (promised.actualSource ?? 'logged') === actualSource;
  return isSameUnit ? promised.spent[issueId] : undefined;
}
