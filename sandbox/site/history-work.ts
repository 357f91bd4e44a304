import { planOf, type PlannedIssue } from './history-plan';
import { historySprints, workers, type Worker, workingDays } from './history-team';
import { type Dice, happens, normal } from './seeded-dice';
import type { SiteSprint } from './site';

/** Work on one issue on one day. */
export interface WorkPiece {
  /** Milliseconds since 1970. */
  startedAt: number;
  hours: number;
}

/** An issue that was worked on, or is about to be. */
export interface WorkedIssue extends PlannedIssue {
  /** In which it was, in their order. */
  sprints: SiteSprint[];
  pieces: WorkPiece[];
  isDone: boolean;
}

/** Of what takes longer or shorter in a sprint as a whole. */
const sprintSpread = 0.12;

/** The active sprint is looked at on the morning of Friday, 20 November 2026, or later: half of it is done then. */
const daysOfActiveSprint = 4;

const firstHour = 9 * 3_600_000;

/**
 * A year of work, sprint by sprint and day by day: everybody does their issues one after the other, and what is not done
 * when a sprint ends is the first thing of the next one.
 */
export function workedIssues(dice: Dice): WorkedIssue[] {
  let count = 0;
  const nextNumber = () => (count += 1);
  const all: WorkedIssue[] = [];
  const queues = new Map<Worker, WorkedIssue[]>(workers.map((worker) => [worker, []]));
  for (const sprint of historySprints.filter(({ state }) => state !== 'future')) {
    const factor = Math.exp(sprintSpread * normal(dice));
    for (const worker of workers) {
      const carried = queues.get(worker) ?? [];
      for (const issue of carried) issue.sprints.push(sprint);
      const plan = planOf(worker, hoursLeft(carried), factor, dice, nextNumber);
      const planned = plan.map((issue): WorkedIssue => ({ ...issue, sprints: [sprint], pieces: [], isDone: false }));
      all.push(...planned);
      queues.set(worker, workOn([...carried, ...planned], worker, sprint, dice));
    }
  }
  return all;
}

function hoursLeft(issues: readonly WorkedIssue[]): number {
  return issues.reduce((sum, { estimate, pieces }) => sum + Math.max(2, (estimate ?? 8) - hoursOf(pieces)), 0);
}

export function hoursOf(pieces: readonly WorkPiece[]): number {
  return pieces.reduce((sum, { hours }) => sum + hours, 0);
}

/** @returns what is not done at the end */
function workOn(issues: WorkedIssue[], { hoursPerDay }: Worker, sprint: SiteSprint, dice: Dice): WorkedIssue[] {
  const days = workingDays(sprint).slice(0, sprint.state === 'active' ? daysOfActiveSprint : undefined);
  // What came in later is done later.
  const queue = issues.toSorted((one, other) => firstDay(one) - firstDay(other));
  for (const [day, midnight] of days.entries()) {
    // A day off now and then, and no two days alike.
    const whole = happens(dice, 25) ? 0 : hoursPerDay + (dice(5) - 2) / 4;
    let left = whole;
    for (let issue = queue[0]; issue !== undefined && left > 0 && firstDay(issue) <= day; issue = queue[0]) {
      const hours = Math.min(left, issue.work - hoursOf(issue.pieces));
      issue.pieces.push({ startedAt: midnight + firstHour + (whole - left) * 3_600_000, hours });
      left -= hours;
      issue.isDone = hoursOf(issue.pieces) >= issue.work;
      if (!issue.isDone) break;
      queue.shift();
    }
  }
  return queue;
}

/** The day of the sprint from which it can be worked on. */
function firstDay({ addedOnDay, sprints }: WorkedIssue): number {
  return sprints.length === 1 ? addedOnDay : 0;
}
