import type { Planner, PlannerItem, PlannerSprint } from '../contract';
import { countAboveAnchor } from '../estimation/manual-line';
import { workOutPlan } from '../estimation/plan';
import { orderLike } from '../estimation/plan-order';
import type { Board } from '../jira/boards';
import type { Issue } from '../jira/issues';
import type { TimeTracking } from '../jira/time-tracking';
import type { Confidences } from '../storage/confidences';
import type { Plan } from '../storage/plans';
import type { Settings } from '../storage/settings';

/** Everything that was read for one sprint, before anything is worked out. */
export interface Gathered {
  board: Board;
  sprints: PlannerSprint[];
  sprint: PlannerSprint;
  /** By Jira's rank. */
  issues: Issue[];
  confidences: Confidences;
  settings: Settings;
  timeTracking: TimeTracking;
  mayEdit: boolean;
}

/** The issue ids in plan order: the stored order laid over Jira's rank. */
export function planOrder(issues: readonly Issue[], plan: Plan): string[] {
  return orderLike(
    plan.order,
    issues.map(({ id }) => id),
  );
}

/** Works out what the planner shows, from what was read and the plan that is stored. */
export function makePlanner(gathered: Gathered, plan: Plan): Planner {
  const { board, sprints, sprint, issues, confidences, settings, timeTracking, mayEdit } = gathered;
  const order = planOrder(issues, plan);
  const issueById = new Map(issues.map((issue) => [issue.id, issue]));
  const ordered = order.flatMap((id) => issueById.get(id) ?? []);

  const estimates = ordered.map((issue) => estimateOf(issue, confidences, settings));
  const desired = plan.desired ?? settings.desired;
  const policy = plan.policy ?? settings.policy;
  const capacity = plan.capacityHours ?? settings.capacityHours;
  const outcome = workOutPlan({
    issues: estimates.map(({ hours, confidence }) => ({ hours, confidence: confidence / 100 })),
    capacity,
    desired: desired / 100,
    policy,
    cutline:
      plan.cutline.mode === 'auto'
        ? { mode: 'auto' }
        : { mode: 'manual', count: countAboveAnchor(order, plan.cutline.anchor) },
  });

  const items = ordered.map((issue, index): PlannerItem => {
    const range = outcome.ranges[index] ?? null;
    return {
      issueId: issue.id,
      key: issue.key,
      summary: issue.summary,
      type: issue.type,
      status: issue.status,
      priority: issue.priority,
      assignee: issue.assignee,
      parent: issue.parent,
      ...estimateOf(issue, confidences, settings),
      boardEstimate: issue.boardEstimate,
      remainingHours: issue.remainingHours,
      spentHours: issue.spentHours,
      optimistic: range?.optimistic ?? null,
      pessimistic: range?.pessimistic ?? null,
      aboveLine: index < outcome.count,
    };
  });

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
    capacity: {
      hours: capacity,
      source: plan.capacityHours !== undefined ? 'sprint' : settings.capacityHours !== null ? 'board' : 'none',
    },
    items,
    totals: { above: { ...outcome.above }, all: { ...outcome.all } },
    ratio: outcome.ratio,
    unestimated: items.filter(({ hours }) => hours === null).map(({ key }) => key),
    unreadable: ordered.filter(({ id }) => confidences.unreadable.has(id)).map(({ key }) => key),
    defaults: { confidence: settings.defaultConfidence },
    timeTracking,
    may: { plan: mayEdit, edit: mayEdit },
  };
}

function estimateOf(
  issue: Issue,
  confidences: Confidences,
  settings: Settings,
): Pick<PlannerItem, 'hours' | 'hoursSource' | 'confidence' | 'confidenceSource'> {
  const hours = issue.originalHours ?? settings.defaultEstimateHours;
  const set = confidences.byIssue.get(issue.id);
  return {
    hours,
    hoursSource: issue.originalHours !== null ? 'set' : hours !== null ? 'default' : 'none',
    confidence: set?.confidence ?? settings.defaultConfidence,
    confidenceSource: set === undefined ? 'default' : 'set',
  };
}
