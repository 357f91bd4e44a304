import type { ApplyPreview, Planner, PlannerItem } from '../../contract';
import { Problem } from '../../problem';
import type { Places } from './apply-record';

type Below = ApplyPreview['below'];

/** What applying a plan does to the issues, before anything is done. */
export interface ApplyDecision {
  nextSprint: ApplyPreview['nextSprint'];
  in: ApplyPreview['in'];
  out: ApplyPreview['out'];
  staying: ApplyPreview['staying'];
  /** Ids of what is in the sprint afterwards and has a rank of its own, in plan order. */
  remaining: string[];
}

/**
 * Decides which issues enter and leave the sprint. What is below the line and not in the sprint anyway is left alone.
 *
 * @param below where issues below the line go; dropped ones go to the backlog
 * @param places where the pulled issues are now
 * @throws Problem `apply.closed`, `apply.no-next-sprint`
 */
export function decideApply(planner: Planner, below: Below, places: Places): ApplyDecision {
  const { sprint, items, dropped } = planner;
  if (sprint.state === 'closed') {
    throw new Problem(
      'apply.closed',
      `${sprint.name} is closed, so Jira does not change what is in it. Open the sprint that you plan now.`,
    );
  }
  const nextSprint = sprintAfter(planner);
  if (below === 'nextSprint' && nextSprint === null) {
    throw new Problem(
      'apply.no-next-sprint',
      `There is no sprint after ${sprint.name}. Create one in Jira, or send the issues below the line to the backlog.`,
    );
  }
  const decision: ApplyDecision = { nextSprint, in: [], out: [], staying: [], remaining: [] };
  for (const item of items) {
    const { aboveLine, inSprint } = item;
    const stays = aboveLine && inSprint ? null : aboveLine || inSprint ? whyStaying(item, places) : null;
    if (stays !== null) decision.staying.push({ ...named(item), ...stays });
    else if (aboveLine && !inSprint) decision.in.push(named(item));
    else if (!aboveLine && inSprint) decision.out.push({ ...named(item), to: below });
    const isIn = aboveLine ? inSprint || stays === null : inSprint && stays !== null;
    if (isIn && !isSubtask(item)) decision.remaining.push(item.issueId);
  }
  for (const item of dropped) {
    const stays = whyStaying(item, places);
    if (stays !== null) decision.staying.push({ ...named(item), ...stays });
    else decision.out.push({ ...named(item), to: 'backlog' });
  }
  return decision;
}

const subtaskStays = {
  code: 'subtask',
  why: 'A sub-task is in the sprint of its parent. Move the parent instead.',
};

/** Why an issue that the plan would move is not moved; null when it is. */
function whyStaying(item: PlannerItem, places: Places): { code: string; why: string } | null {
  if (isSubtask(item)) return subtaskStays;
  const isDone = item.status.category === 'done';
  if (item.inSprint) {
    return isDone
      ? { code: 'done', why: 'It is done, and what is done stays in the sprint in which it was done.' }
      : null;
  }
  if (isDone) return { code: 'done', why: 'It is done by now, so there is nothing to pull in.' };
  const place = places.get(item.issueId);
  if (place?.onBoard !== true)
    return { code: 'elsewhere', why: 'This board does not show it any more. Look at it in Jira.' };
  return place.sprintId === null
    ? null
    : { code: 'elsewhere', why: 'Somebody has put it into another sprint. Take it out of there first.' };
}

function isSubtask({ type }: PlannerItem): boolean {
  return type.kind === 'subtask';
}

function named({ issueId, key, summary }: PlannerItem): ApplyPreview['in'][number] {
  return { issueId, key, summary };
}

/** In Jira's order of the board's sprints. */
function sprintAfter({ sprint, sprints }: Planner): ApplyPreview['nextSprint'] {
  const place = sprints.findIndex(({ id }) => id === sprint.id);
  const next = sprints.slice(place + 1).find(({ state }) => state === 'future');
  return next === undefined ? null : { id: next.id, name: next.name };
}
